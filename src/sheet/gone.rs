//! Rows of a sender's earlier sheets that a later one does not hold any more: told, listed or removed.

use super::intake::Intake;
use crate::error::{Refusal, Result};
use crate::file::Row;
use crate::file::sender::Days;
use crate::locale::say::{self, Text};

/// What is to become of such rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Wanted {
    /// They are listed.
    List,
    /// They are removed, but for those that others refer to.
    Remove,
}

/// Rows that a later sheet does not hold any more.
#[derive(Debug, Default, PartialEq)]
pub struct Gone {
    /// The rows.
    pub rows: Vec<Row>,
    /// The days that the sheet tells of, where its rows have days.
    pub days: Option<Days>,
    /// How many of them were removed.
    pub removed: i64,
    /// Those that were not, and why.
    pub left: Vec<(Row, Text)>,
}

/// A sheet without ids is small where it comes from one place: of larger ones it is asked only where rows came again.
const MANY: usize = 10_000;

impl Intake<'_> {
    /// Finds the rows that are gone, and removes them where that is wanted.
    ///
    /// Of a sheet without ids it is always asked: a row that was corrected is a new one, and the old one counts as well.
    pub(super) fn gone(&self, is_by_cells: bool, same: i64) -> Result<Option<Gone>> {
        let (network, noun) = (self.network, self.plan.noun);
        let is_told = is_by_cells && noun.date.is_some() && (self.rows.len() < MANY || same > 0);
        // A sheet without a row is a mistake sooner than a sender who has nothing left.
        let is_empty = self.rows.is_empty() && self.plan.gone == Some(Wanted::Remove);
        if self.is_blind || is_empty || (self.plan.gone.is_none() && !is_told) {
            return Ok(None);
        }
        let (mut rows, days) = network.gone(noun, &self.rows, is_by_cells, self.plan.covers.as_ref())?;
        // What could not be taken is there all the same.
        rows.retain(|row| !self.put_aside.contains(&row.id));
        let (mut gone, mut changed) = (Gone { rows, days, ..Gone::default() }, Vec::new());
        if self.plan.gone == Some(Wanted::Remove) {
            let mut waiting = Vec::new();
            for row in &gone.rows {
                match network.is_changed_here(noun, row.id)? {
                    true => changed.push((row.clone(), say::left_changed_since())),
                    false => waiting.push(row),
                }
            }
            loop {
                let before = waiting.len();
                gone.left.clear();
                for row in std::mem::take(&mut waiting) {
                    match network.remove(noun, row) {
                        Ok(()) => gone.removed += 1,
                        // Another of them may refer to it, and go first.
                        Err(error) => {
                            waiting.push(row);
                            gone.left.push((row.clone(), error.downcast::<Refusal>()?.message));
                        }
                    }
                }
                if waiting.is_empty() || waiting.len() == before {
                    break;
                }
            }
            gone.left.extend(changed);
        }
        Ok(Some(gone))
    }
}
