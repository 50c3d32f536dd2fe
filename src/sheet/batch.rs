//! Some rows of a sheet, read in one piece, and their cells.

use super::fault;
use crate::error::{Fault, Refusal};
use crate::locale::say;
use crate::table::dialect::unguarded;
use crate::value::composed;

/// Some rows of a sheet, in one piece of text.
#[derive(Default)]
pub struct Batch {
    pub(super) text: String,
    /// Where its cells end, one after the other.
    pub(super) ends: Vec<usize>,
    /// The line of each row, and how many cells there are up to its end.
    pub(super) rows: Vec<(u64, usize)>,
    /// How many bytes of the file they took.
    pub size: u64,
    /// Whether texts stand behind a guard where a spreadsheet would take them for formulas.
    pub(super) is_guarded: bool,
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub struct Record<'b> {
    /// The line that it begins in, counted from 1.
    pub line: u64,
    text: &'b str,
    begin: usize,
    ends: &'b [usize],
    is_guarded: bool,
}

impl<'b> Record<'b> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell; the cells that a short row lacks are empty.
    pub fn cell(&self, place: usize) -> &'b str {
        let Some(end) = self.ends.get(place) else { return "" };
        let begin = if place == 0 { self.begin } else { self.ends[place - 1] };
        let cell = &self.text[begin..*end];
        if self.is_guarded { unguarded(cell).unwrap_or(cell) } else { cell }
    }

    /// Whether a cell says one of these.
    pub fn says(&self, place: usize, values: &[String]) -> bool {
        let said = composed(self.cell(place).trim());
        values.iter().any(|value| composed(value) == said)
    }

    /// Whether a cell stands behind a guard.
    pub fn is_behind_guard(&self, place: usize) -> bool {
        let bare = Record { is_guarded: false, ..*self };
        self.is_guarded && unguarded(bare.cell(place)).is_some()
    }

    /// How many of its cells stand behind a guard.
    pub fn guards(&self) -> i64 {
        (0..self.len()).filter(|place| self.is_behind_guard(*place)).count() as i64
    }
}

impl Batch {
    /// The rows in their order.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let mut first = 0;
        self.rows.iter().map(move |(line, last)| {
            let begin = if first == 0 { 0 } else { self.ends[first - 1] };
            let ends = &self.ends[first..*last];
            first = *last;
            Record { line: *line, text: &self.text, begin, ends, is_guarded: self.is_guarded }
        })
    }
}

impl Batch {
    /// Makes the bytes text, or finds the row that is none.
    pub(super) fn finish(mut self, mut bytes: Vec<u8>, filled: usize) -> Result<Self, Box<Fault>> {
        bytes.truncate(filled);
        let sound = !bytes.contains(&0)
            && std::str::from_utf8(&bytes)
                .is_ok_and(|text| text.is_ascii() || self.ends.iter().all(|end| text.is_char_boundary(*end)));
        if sound && let Ok(text) = String::from_utf8(std::mem::take(&mut bytes)) {
            self.text = text;
            return Ok(self);
        }
        let (mut begin, mut first, mut line) = (0, 0, 0);
        for (at, last) in &self.rows {
            line = *at;
            let mut is_sound = true;
            for end in &self.ends[first..*last] {
                is_sound &= std::str::from_utf8(&bytes[begin..*end]).is_ok_and(|cell| !cell.contains('\0'));
                begin = *end;
            }
            first = *last;
            if !is_sound {
                break;
            }
        }
        Err(fault(line, "", "", Refusal::data(say::not_utf8()).hint(say::not_utf8_hint())).into())
    }
}
