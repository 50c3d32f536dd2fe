//! The running command: one transaction, and a line of the log that says who did what, never a typed value.

use super::{Network, STEPS};
use crate::error::Result;
use crate::record::Noun;
use crate::version::log::counts_of;
use chrono::{DateTime, NaiveDate};
use std::collections::HashMap;

/// The schema that the running program writes.
pub const SCHEMA: u32 = STEPS.len() as u32;

impl Network {
    /// Begins the command's one transaction and notes who does what.
    ///
    /// # Errors
    /// Where another command is writing for longer than anybody wants to wait.
    pub fn begin(&self, verb: &str, noun: &str) -> Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        self.begin_at(self.site()?, verb, noun)
    }

    /// Notes who does what, in a transaction that has begun.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn begin_at(&self, site: &str, verb: &str, noun: &str) -> Result<()> {
        if self.bulks.get() == 0 {
            // Rows may come before those that they refer to; all are there when the command ends.
            self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        }
        let mut id = self.random_id();
        while self.connection.prepare_cached("SELECT 1 FROM command WHERE id = ?")?.exists([id])? {
            id = self.random_id();
        }
        let sql = "INSERT INTO command (id, clock, site, verb, noun, schema, turn, own) \
                   VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM command), 1)";
        self.connection.execute(sql, (id, self.clock, site, verb, noun, SCHEMA))?;
        self.remembered.take();
        self.command.set(Some(id));
        Ok(())
    }

    /// Makes the command durable; without it everything is taken back.
    ///
    /// # Errors
    /// Only those of the database, a full disk among them.
    pub fn commit(&self) -> Result<()> {
        self.settle_down()?;
        let words = |words: Vec<String>| Some(words.join(" ")).filter(|words| !words.is_empty());
        let fields = words(self.fields.take().into_iter().collect());
        let rows = counts_of(self.written.take());
        let sql = "UPDATE command SET rows = ?, fields = ? WHERE id = ?";
        self.connection.execute(sql, (rows, fields, self.command_id()?))?;
        self.connection.execute_batch("COMMIT")?;
        self.command.set(None);
        self.sender.set(None);
        Ok(())
    }

    /// Takes the command back, as a dry run does.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn roll_back(&self) -> Result<()> {
        self.fields.take();
        self.written.take();
        self.effects.take();
        self.notices.take();
        self.command.set(None);
        self.sender.set(None);
        Ok(self.connection.execute_batch("ROLLBACK")?)
    }

    /// The id of the running command.
    ///
    /// # Errors
    /// Where none has begun.
    pub fn command_id(&self) -> Result<i64> {
        self.command.get().ok_or_else(|| anyhow::anyhow!("no command has begun"))
    }

    /// The day on the clock, in UTC.
    pub fn today(&self) -> NaiveDate {
        DateTime::from_timestamp_millis(self.clock).unwrap_or_default().date_naive()
    }

    /// Whether the running command said what a row says.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn wrote(&self, noun: &Noun, id: i64) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ? AND command = ?", noun.name);
        Ok(self.connection.prepare_cached(&sql)?.exists((id, self.command_id()?))?)
    }

    /// Every command with its place in the order in which this file came to know of them, and its verb.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn commands_in_turn(&self) -> Result<HashMap<i64, (i64, String)>> {
        let mut statement = self.connection.prepare_cached("SELECT id, turn, verb FROM command")?;
        let turns = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(turns.collect::<Result<_, _>>()?)
    }

    /// Whether a command is running that changes rows.
    pub fn is_writing(&self) -> bool {
        self.command.get().is_some()
    }

    /// Whether the running command corrects what is locked.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn is_correction(&self) -> Result<bool> {
        let Some(id) = self.command.get() else { return Ok(false) };
        let mut statement =
            self.connection.prepare_cached("SELECT 1 FROM command WHERE id = ? AND verb = 'correct'")?;
        Ok(statement.exists([id])?)
    }

    /// Whether the running command takes another back.
    pub fn is_undo(&self) -> bool {
        self.undoes.get().is_some()
    }

    /// Whether the running command takes back the one that last said what a row says: whatever hangs on it goes with it.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn is_undo_of(&self, noun: &Noun, id: i64) -> Result<bool> {
        let Some(undone) = self.undoes.get() else { return Ok(false) };
        let sql = format!("SELECT 1 FROM {} WHERE id = ? AND command IN (?, ?)", noun.name);
        // The row itself may have been taken back already.
        Ok(self.connection.prepare_cached(&sql)?.exists((id, undone, self.command_id()?))?)
    }

    /// Notes which fields the running command writes.
    pub(crate) fn note_fields(&self, noun: &Noun, changed: impl Fn(usize) -> bool) {
        let mut fields = self.fields.borrow_mut();
        let columns = noun.columns().iter().enumerate();
        fields.extend(columns.filter(|(place, _)| changed(*place)).map(|(_, column)| column.name.clone()));
    }

    /// Notes how many versions the running command makes of a noun's rows.
    pub(crate) fn note_versions(&self, noun: &Noun, count: i64) {
        *self.written.borrow_mut().entry(noun.name).or_default() += count;
    }
}
