//! A connection to a database file, with every safeguard on.

use super::APPLICATION_ID;
use super::place::{real_folder, shown};
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::value::fold;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

/// How long a command waits for another one that writes.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// As much of the file as is kept in memory while rows are looked up here and there.
pub(super) const CACHE: &str = "PRAGMA cache_size = -65536";

/// What a command may do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Look, and change nothing, not even the modification time.
    Read,
    /// Look, add, change and remove.
    Write,
}

/// Refuses what can be told from outside: no file, a link, no network file. True where it is in WAL mode.
pub(super) fn look_before(path: &Path) -> Result<bool> {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return Err(Refusal::failed(say::no_file(shown(path))).hint(say::no_file_hint()).into());
    };
    if metadata.is_symlink() {
        return Err(Refusal::failed(say::file_is_link(shown(path))).hint(say::file_is_link_hint()).into());
    }
    if !metadata.is_file() {
        return Err(Refusal::failed(say::not_a_file(shown(path))).hint(say::not_a_network_hint()).into());
    }
    let mut header = [0; 100];
    let refuse = || Refusal::failed(say::not_a_network(shown(path))).hint(say::not_a_network_hint());
    fs::File::open(path)?.read_exact(&mut header).map_err(|_| refuse())?;
    let application = i32::from_be_bytes([header[68], header[69], header[70], header[71]]);
    match header.starts_with(b"SQLite format 3\0") && application == APPLICATION_ID {
        true => Ok(header[18] == 2 || header[19] == 2),
        false => Err(refuse().into()),
    }
}

/// A connection with every safeguard on.
pub(super) fn connect(path: &Path, access: Access, patience: Duration) -> Result<Connection> {
    let flags = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = Connection::open_with_flags(
        real_folder(path)?,
        flags | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(patience)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    for off in [
        DbConfig::SQLITE_DBCONFIG_DQS_DML,
        DbConfig::SQLITE_DBCONFIG_DQS_DDL,
        DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER,
        DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
        DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
    ] {
        connection.set_db_config(off, false)?;
    }
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )?;
    connection.execute_batch(CACHE)?;
    connection.create_scalar_function(
        "fold",
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |call| Ok(call.get::<Option<String>>(0)?.map(|text| fold(&text))),
    )?;
    if access == Access::Write {
        settle(&connection)?;
    }
    Ok(connection)
}

/// Sets how commits reach the disk, and reads it back: neither is stored in the file.
pub(super) fn settle(connection: &Connection) -> Result<()> {
    // The first statement rolls back what a killed command left.
    let mode: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    connection.execute_batch("PRAGMA synchronous = EXTRA")?;
    let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    match (mode.as_str(), synchronous) {
        ("delete", 3) => Ok(()),
        _ => Err(Refusal::failed(say::journal_mode(mode)).into()),
    }
}

/// Takes back what a killed command had half written, before anybody reads; the file is whole again after that.
pub(super) fn settle_after_a_kill(path: &Path, patience: Duration) -> Result<()> {
    let connection = connect(path, Access::Write, patience)?;
    // Where the command still runs, the mark is its own, and so is the lock: nobody waits for it here.
    connection.busy_timeout(Duration::ZERO)?;
    match connection.execute("DELETE FROM busy", []) {
        Err(error) if error.sqlite_error_code() != Some(rusqlite::ErrorCode::DatabaseBusy) => Err(error.into()),
        _ => Ok(()),
    }
}
