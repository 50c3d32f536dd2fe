//! A network file from elsewhere, opened as if it were made to do harm: a private copy, looked at before it is read.
//!
//! What SQLite itself advises for files that are not one's own (sqlite.org/security.html) is done here; what stands in
//! the rows is for `version::arrive` to judge.

use super::STEPS;
use super::connect::{Access, PATIENCE, connect, look_before};
use super::envelope::MARK;
use super::place::{has_journal, private_file, shown};
use super::spool::Spool;
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Text};
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OptionalExtension};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The longest value that is read from a foreign file, in bytes: the longest fields of a row together.
const LONGEST_VALUE: i32 = 4 << 20;

/// A network file from elsewhere; the copy goes when this does.
pub struct Foreign {
    /// The connection to the private copy, with today's schema.
    pub connection: Connection,
    /// The schema that the file came with.
    pub schema: u32,
    /// What the user called the file.
    pub name: String,
    _spool: Spool,
}

impl Foreign {
    /// Opens a copy of a network file that lies somewhere, in a folder for that.
    ///
    /// # Errors
    /// Where it is no whole network file of a schema that this program knows.
    pub fn of_file(path: &Path, spool: Spool) -> Result<Self> {
        let mut start = Vec::new();
        let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
        if is_file {
            fs::File::open(path)?.take(MARK.len() as u64).read_to_end(&mut start)?;
        }
        if start == MARK {
            return Err(Refusal::data(say::not_a_network(shown(path))).hint(say::network_is_handover()).into());
        }
        if look_before(path)? {
            return Err(Refusal::failed(say::foreign_is_wal(shown(path))).hint(say::foreign_is_wal_hint()).into());
        }
        if has_journal(path) {
            return Err(Refusal::failed(say::foreign_has_journal(shown(path)))
                .hint(say::foreign_has_journal_hint())
                .into());
        }
        let copied = spool.path("foreign.db");
        std::io::copy(&mut fs::File::open(path)?, &mut private_file(&copied)?)?;
        Self::of_copy(&shown(path), &copied, spool)
    }

    /// What was read of it; whatever the database stumbled over is a fault of the file, and told as one.
    ///
    /// # Errors
    /// Where it could not be read.
    pub fn readable<T>(&self, read: Result<T>) -> Result<T> {
        read.map_err(|error| unreadable(&self.name, error))
    }

    pub(super) fn of_copy(name: &str, path: &Path, spool: Spool) -> Result<Self> {
        // The copy's own name means nothing to anybody: what is said is said of what the user named.
        match look_before(path) {
            Ok(false) => {}
            Ok(true) => return Err(Refusal::failed(say::foreign_is_wal(name)).hint(say::foreign_is_wal_hint()).into()),
            Err(_) => {
                return Err(Refusal::failed(say::not_a_network(name)).hint(say::not_a_network_hint()).into());
            }
        }
        Self::of_network(name, path, spool).map_err(|error| unreadable(name, error))
    }

    fn of_network(name: &str, path: &Path, spool: Spool) -> Result<Self> {
        let connection = connect(path, Access::Write, PATIENCE)?;
        for (limit, most) in [
            (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        ] {
            connection.set_limit(limit, most)?;
        }
        let schema: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if schema as usize > STEPS.len() {
            return Err(Refusal::failed(say::file_newer(name, i64::from(schema), STEPS.len() as i64))
                .hint(say::file_newer_hint())
                .into());
        }
        if of_schema(&connection)? != known_schema(schema)? {
            return Err(refused(say::foreign_schema(name)));
        }
        let is_sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if is_sound != "ok" {
            return Err(refused(say::foreign_damaged(name)));
        }
        let foreign = Self { connection, schema, name: name.to_string(), _spool: spool };
        foreign.refuse_a_torn_copy()?;
        foreign.upgrade()?;
        Ok(foreign)
    }

    fn refuse_a_torn_copy(&self) -> Result<()> {
        if self.schema == 0 {
            return Ok(());
        }
        match self.connection.query_row("SELECT 1 FROM busy LIMIT 1", [], |_| Ok(())).optional()? {
            None => Ok(()),
            Some(()) => Err(Refusal::failed(say::file_torn(&self.name)).hint(say::file_torn_hint()).into()),
        }
    }

    /// An older file is read with today's schema; the copy alone is changed.
    fn upgrade(&self) -> Result<()> {
        for step in STEPS.iter().skip(self.schema as usize) {
            self.connection.execute_batch(step)?;
        }
        Ok(self.connection.execute_batch("PRAGMA query_only = ON")?)
    }
}

/// The refusal of a file that no program has left like that.
pub fn refused(text: Text) -> anyhow::Error {
    Refusal::data(text).hint(say::foreign_refused_hint()).into()
}

/// The refusal of a file that the database stumbles over: it is not as a program has left it, unless the disk is full.
fn unreadable(name: &str, error: anyhow::Error) -> anyhow::Error {
    use ErrorCode::{CannotOpen, DiskFull, OutOfMemory, SystemIoFailure, TooBig};
    match error.downcast_ref::<rusqlite::Error>().map(rusqlite::Error::sqlite_error_code) {
        None | Some(Some(DiskFull | SystemIoFailure | CannotOpen | OutOfMemory)) => error,
        Some(Some(TooBig)) => refused(say::foreign_value(name)),
        Some(_) => refused(say::foreign_damaged(name)),
    }
}

/// Everything that a file's schema holds, word for word.
type Schema = BTreeSet<(String, String, String, Option<String>)>;

fn of_schema(connection: &Connection) -> Result<Schema> {
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 1000")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What this program makes of so many steps.
fn known_schema(steps: u32) -> Result<Schema> {
    let memory = Connection::open_in_memory()?;
    STEPS.iter().take(steps as usize).try_for_each(|step| memory.execute_batch(step))?;
    of_schema(&memory)
}
