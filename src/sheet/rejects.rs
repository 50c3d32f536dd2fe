//! The rows of a sheet that could not be taken, written out for their sender while the others are taken.

use super::read::Sheet;
use crate::error::{Fault, Faults, Result};
use crate::locale::Speaker;
use std::collections::BTreeSet;
use std::io::Write;

/// The heading of the column that says why; `import` passes over what begins so.
pub const WHY: &str = "#why";

/// Rows that are left out because something is wrong with them.
#[derive(Default)]
pub struct Rejects {
    /// All that is wrong.
    pub faults: Vec<Fault>,
    /// The lines in which they begin.
    pub lines: BTreeSet<u64>,
}

impl Rejects {
    /// Leaves the rows with these faults out.
    ///
    /// # Errors
    /// The faults, where one of them is not a row's: of the mapping, of the headings, or of the sheet as a whole.
    pub fn add(&mut self, faults: Faults) -> Result<(), Faults> {
        let is_of_a_row = |fault: &Fault| fault.mapping.is_none() && fault.line > 1;
        // What is wrong with the sheet from a line on stays wrong without the row in that line.
        let is_new = |fault: &Fault| !self.lines.contains(&fault.line);
        if !faults.faults.iter().all(is_of_a_row) || !faults.faults.iter().any(is_new) {
            return Err(faults);
        }
        self.lines.extend(faults.faults.iter().map(|fault| fault.line));
        self.faults.extend(faults.faults);
        Ok(())
    }

    /// Writes the rows as they stood, with what is wrong with each, in the reader's words.
    ///
    /// # Errors
    /// Where the sheet cannot be read once more.
    pub fn write(&self, speaker: &Speaker, mut sheet: Sheet, to: &mut dyn Write) -> Result<()> {
        let mut faults: Vec<&Fault> = self.faults.iter().collect();
        faults.sort_by_key(|fault| fault.line);
        let why = |fault: &&Fault| {
            let message = speaker.say(&fault.refusal.message);
            if fault.column.is_empty() { message } else { format!("{}: {message}", fault.column) }
        };
        let mut writer = csv::WriterBuilder::new().delimiter(sheet.delimiter.sign).flexible(true).from_writer(to);
        let width = sheet.headings.len();
        writer.write_record(sheet.headings.iter().map(String::as_str).chain([WHY]))?;
        loop {
            let batch = sheet.batch()?;
            if batch.records().next().is_none() {
                return Ok(writer.flush()?);
            }
            for record in batch.records() {
                let first = faults.partition_point(|fault| fault.line < record.line);
                let last = faults.partition_point(|fault| fault.line <= record.line);
                if first == last {
                    continue;
                }
                let surplus = (width..record.len()).map(|place| record.cell(place));
                let why = faults[first..last].iter().map(why).collect::<Vec<_>>().join("; ");
                let cells = (0..width).map(|place| record.cell(place)).chain([why.as_str()]);
                writer.write_record(cells.chain(surplus))?;
            }
        }
    }
}
