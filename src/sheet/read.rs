//! Reads a sheet of separated values as it comes: the delimiter by looking, physical lines, nothing swallowed.

use super::batch::Batch;
use super::conventions::Conventions;
use super::encoding::{Decoded, Found};
use super::typed::Typed;
use super::{fault, kind};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::resolve::LONGEST_TEXT;
use crate::locale::say;
use csv_core::ReadRecordResult;
use std::io::{Cursor, Read};

/// The longest cell, in bytes; whatever is longer is a quote that was never closed, or no sheet.
pub const LONGEST_CELL: usize = LONGEST_TEXT;

/// The most columns.
pub const MOST_COLUMNS: usize = 200;

/// What may stand between cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many bytes are read at once, and about how many of cells are handed on at once.
const PIECE: usize = 256 * 1024;

/// A sheet that is being read.
pub struct Sheet {
    /// Its name, as the user gave it.
    pub name: String,
    /// The cells of its first row.
    pub headings: Vec<String>,
    /// What was found of its encoding.
    pub encoding: Found,
    /// What stands between its cells.
    pub delimiter: Delimiter,
    /// Whether texts stand behind a guard where a spreadsheet would take them for formulas.
    pub is_guarded: bool,
    /// What a workbook tells of it, where it is one's.
    pub typed: Option<Typed>,
    /// The line in which its headings begin.
    pub first_line: u64,
    /// How many rows were read.
    taken: usize,
    input: Box<dyn Read + Send>,
    core: csv_core::Reader,
    buffer: Vec<u8>,
    begin: usize,
    end: usize,
    finished: bool,
    /// Whether its lines end in CR alone.
    has_old_breaks: bool,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter {
    /// The byte.
    pub sign: u8,
    /// Whether somebody, or the sheet itself, says so.
    pub is_told: bool,
}

impl Sheet {
    /// Begins to read: finds the encoding and the delimiter, and reads the headings.
    ///
    /// # Errors
    /// Where it is no text, or its first row cannot be read.
    pub fn open(name: &str, mut input: Box<dyn Read + Send>, conventions: &Conventions) -> Result<Self> {
        let refused = |refusal| Faults::of(name, vec![fault(0, "", "", refusal)]);
        let mut start = Vec::new();
        input.by_ref().take(kind::LONGEST as u64).read_to_end(&mut start)?;
        if let Some(kind) = kind::of(&start) {
            let hint = match (kind, kind::is_xlsx(&start), cfg!(feature = "workbook")) {
                ("workbook", true, false) => say::workbook_not_built_hint(),
                ("workbook", _, true) => say::save_as_xlsx(),
                _ => say::save_as_csv(),
            };
            return Err(refused(Refusal::data(say::sheet_is(kind)).hint(hint)).into());
        }
        Self::begin(name, Box::new(Cursor::new(start).chain(input)), None, conventions)
    }

    /// Begins to read the text that a workbook's sheet became.
    ///
    /// # Errors
    /// Where its first row cannot be read.
    #[cfg(feature = "workbook")]
    pub(super) fn of_workbook(
        name: &str,
        text: Box<dyn Read + Send>,
        typed: Typed,
        conventions: &Conventions,
    ) -> Result<Self> {
        Self::begin(name, text, Some(typed), conventions)
    }

    fn begin(name: &str, input: Box<dyn Read + Send>, typed: Option<Typed>, conventions: &Conventions) -> Result<Self> {
        let refused = |refusal| Faults::of(name, vec![fault(0, "", "", refusal)]);
        let input = Decoded::new(input, conventions.encoding, conventions.country);
        let mut sheet = Self {
            name: name.to_string(),
            headings: Vec::new(),
            encoding: input.found(),
            delimiter: Delimiter { sign: b',', is_told: false },
            is_guarded: false,
            typed,
            first_line: 1,
            taken: 0,
            input: Box::new(input),
            core: csv_core::Reader::new(),
            buffer: vec![0; PIECE],
            begin: 0,
            end: 0,
            finished: false,
            has_old_breaks: false,
        };
        sheet.fill_up()?;
        let read = &sheet.buffer[..sheet.end - usize::from(sheet.finished)];
        if read.contains(&b'\r') && !read.contains(&b'\n') {
            sheet.has_old_breaks = true;
            old_breaks_to_new(&mut sheet.buffer[..sheet.end]);
        }
        if sheet.buffer.starts_with("\u{feff}".as_bytes()) {
            sheet.begin = 3;
        }
        sheet.delimiter = sheet.find_delimiter(conventions);
        sheet.core = csv_core::ReaderBuilder::new().delimiter(sheet.delimiter.sign).build();
        if sheet.begin > 3 {
            // Excel's own line stood there.
            sheet.core.set_line(2);
        }
        let first = sheet.batch_of(1)?;
        let Some(headings) = first.records().next() else {
            return Err(refused(Refusal::data(say::sheet_empty())).into());
        };
        sheet.first_line = headings.line;
        sheet.headings = (0..headings.len()).map(|place| headings.cell(place).trim().to_string()).collect();
        Ok(sheet)
    }

    /// What stands between cells: as somebody says, in Excel's own first line `sep=;` too, else what cuts the first row
    /// into the most cells.
    fn find_delimiter(&mut self, conventions: &Conventions) -> Delimiter {
        let start = &self.buffer[self.begin..self.end];
        if let [b's', b'e', b'p', b'=', sign, rest @ ..] = start
            && let Some(end) = [&b"\r\n"[..], b"\n"].into_iter().find(|end| rest.starts_with(end))
        {
            let sign = *sign;
            self.begin += 5 + end.len();
            return Delimiter { sign, is_told: true };
        }
        match conventions.delimiter {
            Some(sign) => Delimiter { sign, is_told: true },
            None => Delimiter { sign: delimiter(start), is_told: false },
        }
    }

    /// The next rows; none where there are no more.
    ///
    /// # Errors
    /// Where the file cannot be read; what makes the rest of the sheet unreadable is told as its fault.
    pub fn batch(&mut self) -> Result<Batch> {
        self.batch_of(usize::MAX)
    }

    fn batch_of(&mut self, most: usize) -> Result<Batch> {
        let mut batch = Batch { is_guarded: self.is_guarded, ..Batch::default() };
        let (mut bytes, mut filled, mut ends) = (vec![0; PIECE + LONGEST_CELL], 0, vec![0; MOST_COLUMNS + 2]);
        'rows: while filled < PIECE && batch.rows.len() < most {
            batch.size += self.skip_blank_lines()?;
            let (line, start, mut count) = (self.line(), filled, 0);
            loop {
                let input = &self.buffer[self.begin..self.end];
                let is_end = input.is_empty();
                let (result, read, wrote, ended) =
                    self.core.read_record(input, &mut bytes[filled..], &mut ends[count..]);
                (self.begin, filled, count) = (self.begin + read, filled + wrote, count + ended);
                batch.size += read as u64;
                if filled - start > LONGEST_CELL
                    && let Some(fault) = self.too_long(line, &bytes[start..filled], &ends[..count])
                {
                    return self.refuse(fault);
                }
                match result {
                    ReadRecordResult::OutputFull => bytes.resize(bytes.len() + PIECE, 0),
                    ReadRecordResult::InputEmpty => self.fill_up()?,
                    // A line break after the last line ends every row, but not one with an open quote.
                    ReadRecordResult::Record if is_end => {
                        let last = count.checked_sub(2).map_or(0, |last| ends[last]);
                        return self.refuse(self.unclosed(&bytes[start + last..filled]));
                    }
                    ReadRecordResult::Record if count <= MOST_COLUMNS => {
                        batch.ends.extend(ends[..count].iter().map(|end| start + end));
                        batch.rows.push((line, batch.ends.len()));
                        self.taken += 1;
                        break;
                    }
                    ReadRecordResult::Record | ReadRecordResult::OutputEndsFull => {
                        let refusal = Refusal::data(say::sheet_too_wide(MOST_COLUMNS as i64));
                        return self.refuse(fault(line, "", "", refusal.hint(say::sheet_too_wide_hint())));
                    }
                    ReadRecordResult::End => break 'rows,
                }
            }
        }
        batch.finish(bytes, filled).or_else(|fault| self.refuse(*fault))
    }

    /// The line that comes next; of a workbook the row, whatever line breaks there are in cells.
    fn line(&self) -> u64 {
        let row = self.typed.as_ref().and_then(|typed| typed.rows.get(self.taken));
        row.map_or(self.core.line(), |row| u64::from(*row))
    }

    fn refuse<T>(&self, fault: Fault) -> Result<T> {
        Err(Faults::of(&self.name, vec![fault]).into())
    }

    /// Reads on, once all is used up; after the last byte comes one line break more, and then nothing.
    fn fill_up(&mut self) -> Result<()> {
        (self.begin, self.end) = (0, 0);
        while self.end < self.buffer.len() && !self.finished {
            match self.input.read(&mut self.buffer[self.end..]) {
                Ok(0) => {
                    self.finished = true;
                    self.buffer[self.end] = b'\n';
                    self.end += 1;
                }
                Ok(read) => {
                    if self.has_old_breaks {
                        old_breaks_to_new(&mut self.buffer[self.end..self.end + read]);
                    }
                    self.end += read;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Blank lines hold no row, but they count as lines.
    fn skip_blank_lines(&mut self) -> Result<u64> {
        let mut skipped = 0;
        loop {
            match self.buffer[self.begin..self.end].first() {
                Some(b'\n') => self.core.set_line(self.core.line() + 1),
                Some(b'\r') => {}
                None if !self.finished => {
                    self.fill_up()?;
                    continue;
                }
                _ => return Ok(skipped),
            }
            (self.begin, skipped) = (self.begin + 1, skipped + 1);
        }
    }

    /// The fault of a row with a cell that is too long, if it has one.
    fn too_long(&self, line: u64, row: &[u8], ends: &[usize]) -> Option<Fault> {
        let begins = std::iter::once(&0).chain(ends);
        let (place, cell) = begins
            .zip(ends.iter().chain([&row.len()]))
            .map(|(begin, end)| &row[*begin..*end])
            .enumerate()
            .find(|(_, cell)| cell.len() > LONGEST_CELL)?;
        // Only a cell that is still being read began so many lines ago.
        let line = if place == ends.len() { self.core.line() - breaks(cell) } else { line };
        let refusal = Refusal::data(say::cell_too_long(LONGEST_CELL as i64)).hint(say::unclosed_quote_hint());
        let column = self.headings.get(place).cloned().unwrap_or_default();
        Some(fault(line, column, beginning(cell), refusal))
    }

    fn unclosed(&self, cell: &[u8]) -> Fault {
        let refusal = Refusal::data(say::unclosed_quote()).hint(say::unclosed_quote_hint());
        fault(self.core.line() - breaks(cell), "", beginning(cell), refusal)
    }
}

fn breaks(cell: &[u8]) -> u64 {
    cell.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// The first line of a cell, for messages.
fn beginning(cell: &[u8]) -> String {
    let first = cell.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(&first[..first.len().min(80)]).into_owned()
}

/// Line breaks as old systems wrote them, CR alone, become LF, so that lines can be counted.
fn old_breaks_to_new(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
}

/// The delimiter that cuts the first row into the most cells.
fn delimiter(start: &[u8]) -> u8 {
    let cells = |delimiter: &u8| {
        let mut reader = csv_core::ReaderBuilder::new().delimiter(*delimiter).build();
        let (mut text, mut ends) = (vec![0; start.len()], vec![0; MOST_COLUMNS + 2]);
        let (_, _, _, count) = reader.read_record(start, &mut text, &mut ends);
        count
    };
    // Of several that cut it alike, the first: a comma.
    DELIMITERS.into_iter().rev().max_by_key(cells).unwrap_or(b',')
}
