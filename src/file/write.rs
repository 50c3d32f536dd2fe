//! How rows are written: one transaction a command, every row with its stamp, every replaced version kept.

use super::digest::Digest;
use super::version::{Stamp, digest};
use super::{Network, Row};
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Naming, Noun};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

/// What a row looks like in the file: numbers, texts, references as ids.
pub type Stored = Vec<Value>;

/// What writing a row came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The row was not there before.
    New,
    /// The row was there, and says something else now.
    Changed,
    /// The row was there and says the same.
    Same,
    /// The row had been removed, and is back on top of its past.
    Restored,
}

impl Network {
    /// Puts the codes that people typed in place of names, and holds the row to every rule.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken, with the column it stands in where it is known.
    pub fn settle(&self, noun: &'static Noun, cells: &Cells) -> Result<(Cells, Stored)> {
        let (cells, stored) = self.resolve(noun, cells)?;
        noun.check(&cells, self)?;
        Ok((cells, stored))
    }

    /// Adds a row; a code is made where the noun makes codes and none is given.
    ///
    /// # Errors
    /// Where a rule is broken or the code is taken.
    pub fn add(&self, noun: &'static Noun, cells: Cells) -> Result<Row> {
        let id = self.new_id(noun, noun.code(&cells))?;
        self.insert(noun, id, cells)
    }

    /// Adds a row whose id is known: the row of a register, or of a sheet.
    ///
    /// # Errors
    /// Where a rule is broken or the code is taken.
    pub fn insert(&self, noun: &'static Noun, id: i64, cells: Cells) -> Result<Row> {
        Ok(self.insert_or_restore(noun, id, cells)?.0)
    }

    /// The same, and tells whether the row had been there once: then it stands on top of its past.
    ///
    /// # Errors
    /// As `insert`.
    pub fn insert_or_restore(&self, noun: &'static Noun, id: i64, mut cells: Cells) -> Result<(Row, Written)> {
        self.give_a_code(noun, &mut cells)?;
        if let Some(code) = noun.code(&cells) {
            self.refuse_a_taken_code(noun, code, id)?;
        }
        let (cells, stored) = self.settle(noun, &cells)?;
        let sql =
            "SELECT digest, clock FROM version WHERE noun = ? AND id = ? AND deleted = 1 ORDER BY clock DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let past = statement.query_row((noun.name, id), |row| Ok((row.get::<_, Digest>(0)?, row.get::<_, i64>(1)?)));
        let written = match past.optional()? {
            None => {
                self.insert_stored(noun, id, &stored, self.clock, &digest(noun, id, &[], false, &stored))?;
                Written::New
            }
            Some((parent, clock)) => {
                let digest = digest(noun, id, &parent, false, &stored);
                let stamp = Stamp { clock: self.clock.max(clock + 1), digest, command: self.command_id()? };
                self.keep(noun, id, &stored, &stamp, &parent, false)?;
                self.insert_stored(noun, id, &stored, stamp.clock, &digest)?;
                Written::Restored
            }
        };
        self.note_fields(noun, |place| stored[place] != Value::Null);
        Ok((Row { id, cells }, written))
    }

    /// Adds a row that comes with the program, with a clock that is the same in every file.
    ///
    /// # Errors
    /// Where it refers to a row that is not there yet.
    pub fn insert_known(&self, noun: &'static Noun, cells: &Cells, clock: i64) -> Result<()> {
        let id = self.new_id(noun, noun.code(cells))?;
        let (_, stored) = self.resolve(noun, cells)?;
        let digest = digest(noun, id, &[], false, &stored);
        self.insert_stored(noun, id, &stored, clock, &digest)
    }

    /// Puts a row in place of what it was; nothing is written where nothing changed.
    ///
    /// # Errors
    /// Where a rule is broken.
    pub fn replace(&self, noun: &'static Noun, id: i64, cells: &Cells) -> Result<Written> {
        let (_, stored) = self.settle(noun, cells)?;
        let before = self.stored(noun, id)?;
        if before.0 == stored {
            return Ok(Written::Same);
        }
        self.note_fields(noun, |place| before.0[place] != stored[place]);
        let new = self.supersede(noun, id, &before, &stored, false)?;
        let columns = noun.columns().iter().map(|column| format!("\"{}\" = ?", column.name)).collect::<Vec<_>>();
        let sql =
            format!("UPDATE {} SET {}, clock = ?, digest = ?, command = ? WHERE id = ?", noun.name, columns.join(", "));
        let stamp = [Value::Integer(new.clock), Value::Blob(new.digest.to_vec()), Value::Integer(new.command)];
        let values = stored.into_iter().chain(stamp).chain([Value::Integer(id)]);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(Written::Changed)
    }

    /// Removes a row; its versions stay.
    ///
    /// # Errors
    /// Where other rows refer to it.
    pub fn remove(&self, noun: &'static Noun, row: &Row) -> Result<()> {
        self.refuse_a_needed_row(noun, row)?;
        let before = self.stored(noun, row.id)?;
        self.supersede(noun, row.id, &before, &before.0, true)?;
        self.connection.execute(&format!("DELETE FROM {} WHERE id = ?", noun.name), [row.id])?;
        // What is usual here cannot be what is gone.
        self.forget_settings_of(noun, row.id)
    }

    /// A code for a row that has none: the site, the noun's letter, and the first number that is free.
    fn give_a_code(&self, noun: &'static Noun, cells: &mut Cells) -> Result<()> {
        let (Naming::Made(letter), None, Some(place)) = (noun.naming, noun.code(cells), noun.place("code")) else {
            return Ok(());
        };
        let beginning = format!("{}-{letter}", self.site()?);
        // Also the codes of rows that are gone: an old sheet must never point at somebody else.
        let sql = format!(
            "SELECT coalesce(max(CAST(substr(code, ?2) AS INTEGER)), 0) + 1 FROM \
             (SELECT code FROM {0} UNION ALL SELECT body ->> 'code' FROM version WHERE noun = '{0}') \
             WHERE code >= ?1 AND code < ?1 || '~' AND substr(code, ?2) NOT GLOB '*[^0-9]*'",
            noun.name
        );
        let number: i64 = self
            .connection
            .prepare_cached(&sql)?
            .query_row((&beginning, beginning.len() as i64 + 1), |row| row.get(0))?;
        cells[place] = Some(format!("{beginning}{number}"));
        Ok(())
    }

    /// Refuses a code that another row has.
    ///
    /// # Errors
    /// Where it is taken.
    pub fn refuse_a_taken_code(&self, noun: &'static Noun, code: &str, id: i64) -> Result<()> {
        match self.id_of_code(noun, None, code)? {
            Some(other) if other != id || noun.naming == Naming::Known => {
                Err(Refusal::data(say::code_taken(Word(noun.name), code))
                    .hint(say::code_taken_hint(noun.name, code))
                    .into())
            }
            _ => Ok(()),
        }
    }

    /// Refuses to remove a row that others need, and says how many of which.
    fn refuse_a_needed_row(&self, noun: &'static Noun, row: &Row) -> Result<()> {
        let needed = self.needed_by(noun, row)?;
        if needed.is_empty() {
            return Ok(());
        }
        let code = noun.code(&row.cells).unwrap_or_default().to_string();
        Err(Refusal::data(say::row_needed(Word(noun.name), code, needed)).hint(say::row_needed_hint()).into())
    }

    fn insert_stored(&self, noun: &Noun, id: i64, stored: &Stored, clock: i64, digest: &Digest) -> Result<()> {
        let columns: String = noun.columns().iter().map(|column| format!(", \"{}\"", column.name)).collect();
        let marks = ", ?".repeat(stored.len() + 3);
        let sql = format!("INSERT INTO {} (id{columns}, clock, digest, command) VALUES (?{marks})", noun.name);
        let stamp = [Value::Integer(clock), Value::Blob(digest.to_vec()), Value::Integer(self.command_id()?)];
        let values = [Value::Integer(id)].into_iter().chain(stored.iter().cloned()).chain(stamp);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}
