//! Erasure: personal fields taken out of every version of a row, here and in all that arrives later.

use super::{Says, Seal, Version};
use crate::error::Result;
use crate::file::{Network, id};
use crate::record::{Naming, Noun};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

impl Version {
    /// Takes out what tells of a person; what is left can no longer be checked against the digest, which stays its name.
    pub fn redact(&mut self, noun: &Noun, row: i64) {
        if let Some(seal) = self.sealed(noun) {
            self.seal = Seal::Away(seal);
        }
        take_out(noun, row, &mut self.says);
    }
}

/// Takes out of what a version says what tells of a person.
pub(super) fn take_out(noun: &Noun, row: i64, says: &mut Says) {
    for (place, said) in says.iter_mut().enumerate() {
        if noun.is_personal(place) {
            *said = None;
        } else if noun.columns()[place].name == "code" && matches!(noun.naming, Naming::Made(_)) && said.is_some() {
            // People put names into codes.
            *said = Some(Value::Text(code_of_an_erased_row(row)));
        }
    }
}

/// What a row is called that was erased.
fn code_of_an_erased_row(row: i64) -> String {
    format!("erased-{}", id::show(row))
}

impl Network {
    /// Erases a row's personal fields from all that it ever said; true where that was not known before.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn erase(&self, noun: &'static Noun, id: i64) -> Result<bool> {
        self.erase_also(noun, id, self.clock)
    }

    /// The same, of a row that was erased elsewhere at this time; of two times the earlier counts.
    pub(super) fn erase_also(&self, noun: &'static Noun, id: i64, clock: i64) -> Result<bool> {
        let since = self.erased_since(noun, id)?;
        let sql = "INSERT INTO erased VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET clock = min(clock, excluded.clock)";
        self.connection.prepare_cached(sql)?.execute((noun.name, id, clock))?;
        self.erased.borrow_mut().insert(noun.name, true);
        if let Some(since) = since {
            return Ok(clock < since);
        }
        if let Some(lineage) = self.lineage(noun, id)? {
            let mut versions = lineage.into_versions();
            versions.iter_mut().for_each(|version| version.redact(noun, id));
            let sql = "DELETE FROM version WHERE noun = ? AND id = ?";
            self.connection.prepare_cached(sql)?.execute((noun.name, id))?;
            self.put_together(noun, id, versions)?;
        }
        Ok(true)
    }

    /// Whether a row was erased, here or in a file that was merged.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn is_erased(&self, noun: &Noun, id: i64) -> Result<bool> {
        if !noun.has_personal() || !self.has_erased(noun)? {
            return Ok(false);
        }
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM erased WHERE noun = ? AND id = ?")?;
        Ok(statement.exists((noun.name, id))?)
    }

    /// When a row was erased, where it was.
    pub(super) fn erased_since(&self, noun: &Noun, id: i64) -> Result<Option<i64>> {
        let mut statement = self.connection.prepare_cached("SELECT clock FROM erased WHERE noun = ? AND id = ?")?;
        Ok(statement.query_row((noun.name, id), |row| row.get(0)).optional()?)
    }

    /// Whether any row of a noun was erased.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn has_erased(&self, noun: &Noun) -> Result<bool> {
        if let Some(known) = self.erased.borrow().get(noun.name) {
            return Ok(*known);
        }
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM erased WHERE noun = ? LIMIT 1")?;
        let has = statement.exists([noun.name])?;
        self.erased.borrow_mut().insert(noun.name, has);
        Ok(has)
    }
}
