//! The rows of a sheet that could not be taken, written out for their sender while the others are taken.

use super::read::Sheet;
use crate::error::{Fault, Faults, Result};
use crate::locale::Speaker;
use std::collections::{BTreeMap, BTreeSet};

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

    /// The rows as they stood, with what is wrong with each, in the reader's words.
    ///
    /// # Errors
    /// Where the sheet cannot be read once more.
    pub fn rows(&self, speaker: &Speaker, mut sheet: Sheet) -> Result<Vec<u8>> {
        let mut why: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for fault in &self.faults {
            let message = speaker.say(&fault.refusal.message);
            let told = if fault.column.is_empty() { message } else { format!("{}: {message}", fault.column) };
            why.entry(fault.line).or_default().push(told);
        }
        let mut writer =
            csv::WriterBuilder::new().delimiter(sheet.delimiter.sign).flexible(true).from_writer(Vec::new());
        let width = sheet.headings.len();
        writer.write_record(sheet.headings.iter().map(String::as_str).chain([WHY]))?;
        loop {
            let batch = sheet.batch()?;
            if batch.records().next().is_none() {
                return Ok(writer.into_inner()?);
            }
            for record in batch.records() {
                let Some(why) = why.get(&record.line) else { continue };
                let surplus = (width..record.len()).map(|place| record.cell(place));
                let why = why.join("; ");
                let cells = (0..width).map(|place| record.cell(place)).chain([why.as_str()]);
                writer.write_record(cells.chain(surplus))?;
            }
        }
    }
}
