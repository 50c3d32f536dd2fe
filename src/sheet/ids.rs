//! What a row of a sheet is in the file: by our id or theirs, by its code, or by what its cells say.

use super::batch::Record;
use super::fault;
use super::intake::Intake;
use super::plan::Plan;
use crate::error::Refusal;
use crate::file::id;
use crate::file::rows::{BY_CELLS, BY_CODE, Rows};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};
use crate::value::fold;
use crate::version::digest::Digester;
use rusqlite::types::ValueRef;
use std::collections::HashMap;

/// Fewer rows than these are hashed on one thread.
const MANY: usize = 10_000;

/// The id of a row that the sender knows by one of their own.
pub(super) fn of_theirs(plan: &Plan, sender: &str, record: &Record<'_>) -> Option<i64> {
    // What a row is known by everywhere, nobody's own ids are.
    let has_theirs = plan.noun.naming != Naming::Known && plan.noun.known_by.is_empty();
    let theirs = plan.their_id.filter(|_| has_theirs).map(|place| record.cell(place).trim());
    let theirs = theirs.filter(|cell| !plan.empty.has(cell))?;
    let its_own = plan.senders.map(|place| record.cell(place).trim()).filter(|cell| !plan.empty.has(cell));
    let is_ours = || id::of_published(theirs).filter(|_| plan.of_standard);
    Some(is_ours().unwrap_or_else(|| id::of_sender(plan.noun.name, its_own.unwrap_or(sender), theirs)))
}

impl Intake<'_> {
    /// What the row that is being read is; nothing where that cannot be told, and is a fault.
    pub(super) fn id(&mut self, record: &Record<'_>, theirs: Option<i64>) -> Option<i64> {
        let (plan, noun) = (self.plan, self.plan.noun);
        if let Some(place) = plan.our_id
            && let text = record.cell(place).trim()
            && !plan.empty.has(text)
        {
            match id::parse(text) {
                // What a row is known by is its id: one that stands nowhere is of something else.
                Some((id, i64::MAX)) if !noun.known_by.is_empty() && !self.is_there(id) => return Some(BY_CELLS),
                Some((id, i64::MAX)) => return Some(id),
                _ => {}
            }
            let refusal = Refusal::data(say::whole_id_needed(Word(noun.name), text)).hint(say::list_them(noun.name));
            self.faults.push(fault(record.line, &plan.headings[place], text, refusal));
            return None;
        }
        if theirs.is_some() {
            return theirs;
        }
        let code = self.rows.text(noun, self.rows.len(), "code");
        match (noun.naming, code) {
            (Naming::Unnamed, _) | (Naming::Made(_), None) => Some(BY_CELLS),
            (Naming::Known, Some(code)) => Some(id::of_code(noun.name, code)),
            (Naming::Made(_), Some(_)) => Some(BY_CODE),
            (Naming::Known, None) => {
                // An empty code is told as any empty cell is; a column that is not there, once for all rows.
                let given = |place| plan.columns.iter().any(|bound| bound.place == place);
                self.is_nameless |= !noun.place("code").is_some_and(given);
                None
            }
        }
    }
}

impl Intake<'_> {
    /// Whether a row of the sheet's noun stands in the file.
    fn is_there(&self, id: i64) -> bool {
        self.network.row(self.plan.noun, id).is_ok_and(|row| row.is_some())
    }
}

/// Hashes what rows say that have no id: the same row is the same however its sheet is laid out, and equal rows are
/// counted.
pub(super) fn of_cells(noun: &Noun, sender: &str, rows: &mut Rows) {
    let nameless: Vec<usize> = (0..rows.len()).filter(|row| rows.body.ids[*row] == BY_CELLS).collect();
    if !nameless.is_empty() && noun.known_by.is_empty() {
        rows.by_cells = vec![false; rows.len()];
        nameless.iter().for_each(|row| rows.by_cells[*row] = true);
    }
    let rows_now = &*rows;
    let hash = |piece: &[usize]| -> Vec<i64> { piece.iter().map(|row| of_row(noun, sender, rows_now, *row)).collect() };
    let threads = if nameless.len() < MANY { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
    let pieces = nameless.chunks(nameless.len().div_ceil(threads).max(1));
    let ids: Vec<i64> = std::thread::scope(|scope| {
        let running: Vec<_> = pieces.map(|piece| (piece, scope.spawn(move || hash(piece)))).collect();
        running.into_iter().flat_map(|(piece, hashed)| hashed.join().unwrap_or_else(|_| hash(piece))).collect()
    });
    let mut equal: HashMap<i64, u32, foldhash::fast::RandomState> = HashMap::default();
    for (row, id) in nameless.into_iter().zip(ids) {
        let number = equal.entry(id).or_default();
        *number += 1;
        rows.body.ids[row] = match *number {
            1 => id,
            // What is known by some columns is one row: the second of them is refused.
            _ if !noun.known_by.is_empty() => id,
            number => id::hashed([b"again".as_slice(), &id.to_le_bytes(), &number.to_le_bytes()]),
        };
    }
}

/// The hash of a row's values as they are stored, in the order of the noun's columns, which is that of the rows'; or of
/// those that it is known by.
fn of_row(noun: &Noun, sender: &str, rows: &Rows, row: usize) -> i64 {
    if !noun.known_by.is_empty() {
        let cells = rows.body.cells(row, &rows.columns);
        let known: HashMap<&str, ValueRef<'_>> = cells
            .map(|(column, number, own)| (&*noun.columns()[column.place].name, column.value(number, own)))
            .collect();
        let value = |name: &&'static str| (*name, known.get(name).copied().unwrap_or(ValueRef::Null));
        return id::of_columns(noun.name, noun.known_by.iter().map(value));
    }
    let mut digester = Digester::new(noun.name, 0, &[], false, 0);
    for (column, number, own) in rows.body.cells(row, &rows.columns) {
        let name = &noun.columns()[column.place].name;
        match (column.value(number, own), column.text(number, own)) {
            // A row of the same sheet, which has no id yet.
            (ValueRef::Null, Some(text)) => digester.field(name, ValueRef::Text(fold(text).as_bytes())),
            (value, _) => digester.field(name, value),
        }
    }
    id::hashed([b"row".as_slice(), sender.as_bytes(), &digester.finish()])
}
