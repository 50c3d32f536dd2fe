//! How rows are written: one transaction a command, every row with its stamp, every replaced version kept.

use super::digest::{Digest, Digester};
use super::{Network, Row, STEPS};
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Naming, Noun};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, params_from_iter};

/// The schema that the running program writes.
pub(super) const SCHEMA: u32 = STEPS.len() as u32;

/// What a row looks like in the file: numbers, texts, references as ids.
pub(super) type Stored = Vec<Value>;

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
    /// Begins the command's one transaction and notes who does what.
    ///
    /// # Errors
    /// Where another command is writing for longer than anybody wants to wait.
    pub fn begin(&self, verb: &str, noun: &str) -> Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut id = self.random_id();
        while self.connection.prepare_cached("SELECT 1 FROM command WHERE id = ?")?.exists([id])? {
            id = self.random_id();
        }
        let sql = "INSERT INTO command (id, clock, site, verb, noun, schema) VALUES (?, ?, ?, ?, ?, ?)";
        self.connection.execute(sql, (id, self.clock, self.site()?, verb, noun, SCHEMA))?;
        self.command.set(Some(id));
        Ok(())
    }

    /// Makes the command durable; without it everything is taken back.
    ///
    /// # Errors
    /// Only those of the database, a full disk among them.
    pub fn commit(&self) -> Result<()> {
        let fields: Vec<String> = self.fields.take().into_iter().collect();
        if !fields.is_empty() {
            let sql = "UPDATE command SET fields = ? WHERE id = ?";
            self.connection.execute(sql, (fields.join(" "), self.command_id()?))?;
        }
        self.connection.execute_batch("COMMIT")?;
        self.command.set(None);
        Ok(())
    }

    /// Takes the command back, as a dry run does.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn roll_back(&self) -> Result<()> {
        self.fields.take();
        self.command.set(None);
        Ok(self.connection.execute_batch("ROLLBACK")?)
    }

    /// The id of the running command.
    ///
    /// # Errors
    /// Where none has begun.
    pub fn command_id(&self) -> Result<i64> {
        self.command.get().ok_or_else(|| anyhow::anyhow!("no command has begun"))
    }

    /// Puts the codes that people typed in place of names, and holds the row to every rule.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken, with the column it stands in where it is known.
    pub fn settle(&self, noun: &'static Noun, cells: &Cells) -> Result<Cells> {
        let (cells, _) = self.resolve(noun, cells)?;
        noun.check(&cells, self)?;
        Ok(cells)
    }

    /// Adds a row; a code is made where the noun makes codes and none is given.
    ///
    /// # Errors
    /// Where a rule is broken or the code is taken.
    pub fn add(&self, noun: &'static Noun, mut cells: Cells) -> Result<Row> {
        self.name(noun, &mut cells)?;
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
        self.name(noun, &mut cells)?;
        if let Some(code) = noun.code(&cells) {
            self.refuse_a_taken_code(noun, code, id)?;
        }
        let cells = self.settle(noun, &cells)?;
        let (_, stored) = self.resolve(noun, &cells)?;
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
        self.note_fields(noun, |_| true);
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
        let cells = self.settle(noun, cells)?;
        let (_, stored) = self.resolve(noun, &cells)?;
        let (before, stamp) = self.stored(noun, id)?;
        if before == stored {
            return Ok(Written::Same);
        }
        let changed = |place: usize| before[place] != stored[place];
        self.note_fields(noun, changed);
        self.keep(noun, id, &before, &stamp, &[], false)?;
        let clock = self.clock.max(stamp.clock + 1);
        let new = Stamp { clock, digest: digest(noun, id, &stamp.digest, false, &stored), command: self.command_id()? };
        self.keep(noun, id, &stored, &new, &stamp.digest, false)?;
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
        let (stored, stamp) = self.stored(noun, row.id)?;
        self.keep(noun, row.id, &stored, &stamp, &[], false)?;
        let clock = self.clock.max(stamp.clock + 1);
        let digest = digest(noun, row.id, &stamp.digest, true, &stored);
        let gone = Stamp { clock, digest, command: self.command_id()? };
        self.keep(noun, row.id, &stored, &gone, &stamp.digest, true)?;
        self.connection.execute(&format!("DELETE FROM {} WHERE id = ?", noun.name), [row.id])?;
        Ok(())
    }

    /// A code for a row that has none: the site, the noun's letter, and the first number that is free.
    fn name(&self, noun: &'static Noun, cells: &mut Cells) -> Result<()> {
        let (Naming::Made(letter), None, Some(place)) = (noun.naming, noun.code(cells), noun.place("code")) else {
            return Ok(());
        };
        let beginning = format!("{}-{letter}", self.site()?);
        let sql = format!(
            "SELECT coalesce(max(CAST(substr(code, ?2) AS INTEGER)), 0) + 1 FROM {} \
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

    /// Refuses to remove a row that others refer to, and says which.
    fn refuse_a_needed_row(&self, noun: &'static Noun, row: &Row) -> Result<()> {
        for other in &crate::cli::NOUNS {
            for (column, target) in self.references(other)?.iter() {
                if *target != noun.name {
                    continue;
                }
                let sql = format!("SELECT count(*) FROM {} WHERE \"{column}\" = ?", other.name);
                let count: i64 = self.connection.query_row(&sql, [row.id], |row| row.get(0))?;
                if count > 0 {
                    let code = noun.code(&row.cells).unwrap_or_default().to_string();
                    return Err(Refusal::data(say::row_needed(Word(noun.name), code, Word(other.name), count))
                        .hint(say::row_needed_hint())
                        .into());
                }
            }
        }
        Ok(())
    }

    pub(super) fn note_fields(&self, noun: &Noun, changed: impl Fn(usize) -> bool) {
        let mut fields = self.fields.borrow_mut();
        let columns = noun.columns().iter().enumerate();
        fields.extend(columns.filter(|(place, _)| changed(*place)).map(|(_, column)| column.name.clone()));
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

    fn stored(&self, noun: &Noun, id: i64) -> Result<(Stored, Stamp)> {
        let columns: String = noun.columns().iter().map(|column| format!("\"{}\", ", column.name)).collect();
        let sql = format!("SELECT {columns}clock, digest, command FROM {} WHERE id = ?", noun.name);
        let count = noun.columns().len();
        let found = self
            .connection
            .prepare_cached(&sql)?
            .query_row([id], |row| {
                let stored = (0..count).map(|place| row.get(place)).collect::<rusqlite::Result<Stored>>()?;
                let stamp = Stamp { clock: row.get(count)?, digest: row.get(count + 1)?, command: row.get(count + 2)? };
                Ok((stored, stamp))
            })
            .optional()?;
        found.ok_or_else(|| anyhow::anyhow!("{} {id} is gone", noun.name))
    }

    /// Keeps a version among the others of its row; one that is kept already stays as it is.
    fn keep(&self, noun: &Noun, id: i64, stored: &Stored, stamp: &Stamp, parents: &[u8], deleted: bool) -> Result<()> {
        let body: serde_json::Map<String, serde_json::Value> = noun
            .columns()
            .iter()
            .zip(stored)
            .filter_map(|(column, value)| match value {
                Value::Integer(number) => Some((column.name.clone(), (*number).into())),
                Value::Text(text) => Some((column.name.clone(), text.clone().into())),
                _ => None,
            })
            .collect();
        let body = serde_json::to_string(&body)?;
        let sql = "INSERT OR IGNORE INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        let values = (noun.name, id, stamp.digest, stamp.clock, stamp.command, parents, deleted, body);
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}

/// When a version was made, what it says, and by which command.
struct Stamp {
    clock: i64,
    digest: Digest,
    command: i64,
}

fn digest(noun: &Noun, id: i64, parents: &[u8], deleted: bool, stored: &Stored) -> Digest {
    let mut digester = Digester::new(noun.name, id, parents, deleted, SCHEMA);
    for (column, value) in noun.columns().iter().zip(stored) {
        digester.field(&column.name, ValueRef::from(value));
    }
    digester.finish()
}

/// Says in which column a refusal arose; sheets show it beside the line.
#[derive(Clone, Debug)]
pub struct AtColumn(pub String);

impl std::fmt::Display for AtColumn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
