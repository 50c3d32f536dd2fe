//! What rows that are there would say in a sheet's own words: a cell that says the same changes nothing.
//!
//! Somebody else's words are often coarser than ours: what was made finer here since stays so when the sheet comes again.

use super::batch::Record;
use crate::record::Cells;
use crate::value::composed;
use std::collections::HashMap;

/// Rows that are there, as a sheet would write them.
#[derive(Default)]
pub struct Known {
    /// For each column of the sheet the place among those that are written.
    pub places: Vec<Option<usize>>,
    /// For each row the ways in which it is written, and what it says.
    pub rows: HashMap<i64, (Vec<Vec<String>>, Cells)>,
}

impl Known {
    /// What a row that is there says, where these cells say what would be written for it.
    pub fn says(&self, id: Option<i64>, cells: &[usize], record: &Record<'_>) -> Option<&Cells> {
        let (ways, says) = self.rows.get(&id?)?;
        let is_written = |way: &Vec<String>, cell: &usize| {
            let place = self.places.get(*cell).copied().flatten();
            place.is_some_and(|place| entries(&way[place]) == entries(record.cell(*cell)))
        };
        let is_one = |way: &Vec<String>| cells.iter().all(|cell| is_written(way, cell));
        (!cells.is_empty() && ways.iter().any(is_one)).then_some(says)
    }
}

/// The entries of a cell in one order.
fn entries(cell: &str) -> Vec<String> {
    let mut entries: Vec<String> = cell.split('|').map(|entry| composed(entry.trim())).collect();
    entries.sort_unstable();
    entries
}
