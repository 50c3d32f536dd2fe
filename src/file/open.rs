//! How the network file is made and opened: one place, every safeguard.

use super::{APPLICATION_ID, Network, STEPS, id};
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::value::fold;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a command waits for another one that writes.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// As much of the file as is kept in memory while rows are looked up here and there.
pub(super) const CACHE: &str = "PRAGMA cache_size = -65536";

/// How the names of files begin that are not finished.
pub const TEMPORARY: &str = ".tukipont-";

/// What a command brings along: the clock and chance, so that tests can hand in their own.
pub struct Outside {
    /// Milliseconds since 1970 (UTC).
    pub clock: i64,
    /// Random numbers.
    pub random: id::Random,
    /// How long to wait for another command that writes.
    pub patience: Duration,
    /// Whether a copy of an older file is kept when it is upgraded.
    pub keeps_copies: bool,
}

/// What a command may do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Look, and change nothing, not even the modification time.
    Read,
    /// Look, add, change and remove.
    Write,
}

impl Network {
    /// Makes a new network file at a path where nothing is, and fills it; the file appears whole or not at all.
    ///
    /// # Errors
    /// Where something is at the path already, the folder cannot be written, or it cannot be filled.
    pub fn create<T>(path: &Path, outside: Outside, fill: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let exists = || Refusal::failed(say::file_exists(shown(path))).hint(say::file_exists_hint());
        if fs::symlink_metadata(path).is_ok() {
            return Err(exists().into());
        }
        let folder = folder_that_holds(path);
        fs::create_dir_all(folder)?;
        // Made by nobody's umask: only its owner may read it, before SQLite writes the first byte.
        let temporary = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?.into_temp_path();
        let connection = connect(&temporary, Access::Write, outside.patience)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        let network = Self::around(connection, &temporary, outside);
        network.upgrade()?;
        let filled = fill(&network)?;
        drop(network);
        temporary.persist_noclobber(path).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => exists().into(),
            _ => anyhow::Error::from(error.error),
        })?;
        Ok(filled)
    }

    /// Opens a network file that is there.
    ///
    /// # Errors
    /// Where there is none, it is no network file, it is newer than the program, or it was copied out of a running
    /// command.
    pub fn open(path: &Path, access: Access, outside: Outside) -> Result<Self> {
        let was_wal = look_before(path)?;
        if was_wal {
            // Read as it is, it would leave two files beside it; a copy of it alone would lack what stands in them.
            settle(&connect(path, Access::Write, outside.patience)?)?;
        }
        if has_journal(path) {
            settle_after_a_kill(path, outside.patience)?;
        }
        let connection = connect(path, access, outside.patience)?;
        let keeps_copies = outside.keeps_copies;
        let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version as usize > STEPS.len() {
            return Err(Refusal::failed(say::file_newer(shown(path), i64::from(version), STEPS.len() as i64))
                .hint(say::file_newer_hint())
                .into());
        }
        let mut network = Self { was_wal, ..Self::around(connection, path, outside) };
        if version > 0 {
            // Before anything is upgraded: a torn copy stays as it came.
            network.refuse_a_torn_copy(access)?;
        }
        match access {
            Access::Write if (version as usize) < STEPS.len() => network.upgrade_for_good(version, keeps_copies)?,
            Access::Read if (version as usize) < STEPS.len() => network.read_through_a_copy()?,
            Access::Write | Access::Read => {}
        }
        Ok(network)
    }

    /// An older file is read through a copy with the newer schema; only a command that may write upgrades the file.
    fn read_through_a_copy(&mut self) -> Result<()> {
        let folder = tempfile::Builder::new().prefix("tukipont-").tempdir()?;
        let copy = folder.path().join("copy.db");
        self.connection.backup(rusqlite::MAIN_DB, &copy, None::<fn(rusqlite::backup::Progress)>)?;
        self.connection = connect(&copy, Access::Write, PATIENCE)?;
        self.copy = Some(folder);
        self.upgrade()
    }

    fn around(connection: Connection, path: &Path, outside: Outside) -> Self {
        connection.set_prepared_statement_cache_capacity(64);
        Self {
            connection,
            path: path.to_path_buf(),
            clock: outside.clock,
            random: outside.random.into(),
            last: None.into(),
            command: None.into(),
            mark: None.into(),
            fields: Default::default(),
            written: Default::default(),
            effects: Default::default(),
            notices: Default::default(),
            row_sql: Default::default(),
            schema_of: Default::default(),
            schemas: Default::default(),
            erased: Default::default(),
            referrers: Default::default(),
            references: Default::default(),
            site: Default::default(),
            was_wal: false,
            copy: None,
        }
    }

    /// Upgrades the file itself; a copy of it is kept as it was.
    fn upgrade_for_good(&self, version: u32, keeps_copies: bool) -> Result<()> {
        if version == 0 {
            return self.upgrade();
        }
        if keeps_copies {
            self.keep_copy("upgrade")?;
        }
        self.mark_busy("upgrade")?;
        let done = self.upgrade();
        done.and(self.clear_busy())
    }

    /// Takes the schema's steps that the file lacks, all or none.
    fn upgrade(&self) -> Result<()> {
        let steps = || self.connection.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
        if steps()? as usize == STEPS.len() {
            return Ok(());
        }
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        // Asked again: another command may have taken them while this one waited.
        for step in STEPS.iter().skip(steps()? as usize) {
            self.connection.execute_batch(step)?;
        }
        self.connection.pragma_update(None, "user_version", STEPS.len() as u32)?;
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }

    /// A bulk command leaves its mark until it is done; with the mark and no journal, a copy was cut out of one.
    fn refuse_a_torn_copy(&self, access: Access) -> Result<()> {
        let sql = "SELECT since, place FROM busy LIMIT 1";
        let mark = self.connection.query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        let Some((since, place)) = mark.optional()? else { return Ok(()) };
        if place != place_of(&self.path)? {
            return match has_journal(&self.path) {
                true => Ok(()),
                false => Err(Refusal::failed(say::file_torn(shown(&self.path))).hint(say::file_torn_hint()).into()),
            };
        }
        // The file itself, whole: the command was killed before it wrote, or is about to begin.
        if access == Access::Write && (self.clock - since).abs() > PATIENCE.as_millis() as i64 {
            self.connection.busy_timeout(Duration::ZERO)?;
            // Where it is running after all, the lock is its own, and it clears the mark itself.
            let _ = self.connection.execute("DELETE FROM busy WHERE since = ?", [since]);
            self.connection.busy_timeout(PATIENCE)?;
        }
        Ok(())
    }

    /// Forgets what was read, since all of it may be other than it was.
    pub(super) fn forget_all(&mut self) {
        self.connection.flush_prepared_statement_cache();
        self.notices.take();
        self.erased.take();
        self.site.take();
    }

    /// Sets the mark of a bulk command; it is durable before the command begins.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn mark_busy(&self, command: &str) -> Result<()> {
        let place = place_of(&self.path)?;
        self.connection.execute("INSERT INTO busy VALUES (?, ?, ?)", (command, self.clock, place))?;
        self.mark.set(Some(self.connection.last_insert_rowid()));
        Ok(())
    }

    /// Clears the mark of a bulk command, after its rows have become durable or were taken back.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn clear_busy(&self) -> Result<()> {
        self.connection.execute("DELETE FROM busy", [])?;
        Ok(())
    }
}

/// A new file that only its owner may read, whatever the umask.
pub(super) fn private_file(path: &Path) -> Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    Ok(options.open(path)?)
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
fn settle(connection: &Connection) -> Result<()> {
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
fn settle_after_a_kill(path: &Path, patience: Duration) -> Result<()> {
    let connection = connect(path, Access::Write, patience)?;
    // Where the command still runs, the mark is its own, and so is the lock: nobody waits for it here.
    connection.busy_timeout(Duration::ZERO)?;
    match connection.execute("DELETE FROM busy", []) {
        Err(error) if error.sqlite_error_code() != Some(rusqlite::ErrorCode::DatabaseBusy) => Err(error.into()),
        _ => Ok(()),
    }
}

/// The folder that a file lies in, or is to lie in.
pub fn folder_that_holds(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path with links in its folders followed; the file itself may be none.
///
/// # Errors
/// Where the path names no file, or its folder is not there.
pub fn real_folder(path: &Path) -> Result<PathBuf> {
    let folder = folder_that_holds(path);
    let name = path.file_name().ok_or_else(|| Refusal::failed(say::not_a_file(shown(path))))?;
    Ok(fs::canonicalize(folder)?.join(name))
}

/// What tells a file from its copies: its place on the disk, or its path where the system names no other.
///
/// # Errors
/// Where there is no file.
pub fn place_of(path: &Path) -> Result<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(path)?;
        Ok(format!("{}:{}", metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    Ok(shown(&fs::canonicalize(path)?))
}

/// Whether a running or killed command has left what it needs to take itself back; an empty file holds nothing.
pub(super) fn has_journal(path: &Path) -> bool {
    fs::metadata(journal_of(path)).is_ok_and(|journal| journal.len() > 0)
}

/// Where a running or killed command leaves what it needs to take itself back.
pub fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
