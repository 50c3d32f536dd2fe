//! What the other sheets of a folder say: nobody chooses by their names between two that contradict each other.

use super::plan::Plan;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::rows::Rows;
use crate::file::take::Refused;
use crate::locale::say;
use std::collections::HashMap;

/// What the rows of sheets say, by their ids.
pub type Said = HashMap<i64, String>;

/// What was taken of the sheets of a folder so far, each row with the sheet that said it first.
#[derive(Clone, Debug, Default)]
pub struct Beside(HashMap<i64, (String, String)>);

impl Beside {
    /// Notes what a sheet said that was taken.
    pub fn note(&mut self, file: &str, said: Said) {
        for (id, text) in said {
            self.0.entry(id).or_insert_with(|| (file.to_string(), text));
        }
    }

    /// What rows say that were written, of a noun whose sheets people fill in, and those that say it otherwise than
    /// another sheet does.
    ///
    /// # Errors
    /// Only those of the database.
    pub(super) fn compare(&self, network: &Network, plan: &Plan, rows: &Rows) -> Result<(Said, Vec<Refused>)> {
        let (mut said, mut refused) = (Said::new(), Vec::new());
        let Some((column, place)) = plan.noun.says.and_then(|column| Some((column, plan.noun.place(column)?))) else {
            return Ok((said, refused));
        };
        for (row, id) in rows.body.ids.iter().enumerate() {
            let Some(text) = network.row(plan.noun, *id)?.and_then(|row| row.cells[place].clone()) else { continue };
            match self.0.get(id) {
                Some((file, other)) if *other != text => {
                    let refusal = Refusal::data(say::said_otherwise(file, other)).hint(say::said_otherwise_hint());
                    refused.push((row, Some(column.to_string()), refusal));
                }
                _ => _ = said.insert(*id, text),
            }
        }
        Ok((said, refused))
    }
}
