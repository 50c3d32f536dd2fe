//! Rows that stand under rows of their own noun: areas, organisations, categories.

use super::Network;
use super::names::Reach;
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Noun as Word};

/// No tree of the domain is deeper; a longer way up is a circle.
const DEEPEST: usize = 64;

impl Network {
    /// Refuses a parent that stands under the row itself.
    ///
    /// # Errors
    /// Where the way up from the parent comes back to the row.
    pub fn refuse_a_loop(&self, noun: &str, column: &str, code: &str, parent: Option<&str>) -> Result<()> {
        let Some(parent) = parent else { return Ok(()) };
        let noun = crate::nouns::named(noun)?;
        let start = self.find_id(noun, None, parent, Reach::Whole)?;
        let own = self.id_of_code(noun, None, code)?;
        if own.is_some() && self.up(noun.name, column, start)?.into_iter().any(|id| Some(id) == own) {
            return Err(Refusal::data(say::circle(Word(noun.name), code, parent)).hint(say::circle_hint()).into());
        }
        Ok(())
    }

    /// The row and all that it stands under, from the bottom up.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn up(&self, table: &str, column: &str, start: i64) -> Result<Vec<i64>> {
        let sql = format!("SELECT \"{column}\" FROM {table} WHERE id = ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let (mut way, mut next) = (Vec::new(), Some(start));
        while let Some(id) = next.filter(|_| way.len() < DEEPEST) {
            way.push(id);
            next = statement.query_row([id], |row| row.get(0))?;
        }
        Ok(way)
    }
}
