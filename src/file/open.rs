//! How the network file is made and opened: one place, every safeguard.

use super::connect::{Access, PATIENCE, connect, look_before, settle, settle_after_a_kill};
use super::place::{TEMPORARY, folder_that_holds, has_journal, place_of, refuse_a_journal, shown};
use super::spool::Spool;
use super::{APPLICATION_ID, Network, STEPS, id};
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::version::arrive::LAST_CLOCK;
use rusqlite::{Connection, OptionalExtension};
use std::fs;
use std::path::Path;
use std::time::Duration;

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
        refuse_a_journal(path)?;
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
        let spool = Spool::near(&self.path)?;
        let copy = spool.path("copy.db");
        self.connection.backup(rusqlite::MAIN_DB, &copy, None::<fn(rusqlite::backup::Progress)>)?;
        self.connection = connect(&copy, Access::Write, PATIENCE)?;
        self.copy = Some(spool);
        self.upgrade()
    }

    fn around(connection: Connection, path: &Path, outside: Outside) -> Self {
        connection.set_prepared_statement_cache_capacity(64);
        Self {
            connection,
            path: path.to_path_buf(),
            // No clock may tell what no other file would believe.
            clock: outside.clock.clamp(1, LAST_CLOCK - 1),
            random: outside.random.into(),
            last: None.into(),
            command: None.into(),
            undoes: None.into(),
            sender: None.into(),
            mark: None.into(),
            bulks: 0.into(),
            fields: Default::default(),
            written: Default::default(),
            effects: Default::default(),
            notices: Default::default(),
            row_sql: Default::default(),
            schema_of: Default::default(),
            schemas: Default::default(),
            erased: Default::default(),
            guesses: Default::default(),
            remembered: Default::default(),
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
            self.keep_copy("upgrade", None)?;
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

    /// Sets the mark of a bulk command, unless it is there; it is durable before the command begins.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn mark_busy(&self, command: &str) -> Result<()> {
        // Another command may have taken it for what a killed one left, and cleared it.
        let mut marks = self.connection.prepare_cached("SELECT 1 FROM busy WHERE rowid = ?")?;
        if !marks.exists([self.mark.get()])? {
            let place = place_of(&self.path)?;
            self.connection.execute("INSERT INTO busy VALUES (?, ?, ?)", (command, self.clock, place))?;
            self.mark.set(Some(self.connection.last_insert_rowid()));
        }
        Ok(())
    }

    /// Clears the mark, if this command has set one, after its rows have become durable or were taken back.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn clear_busy(&self) -> Result<()> {
        if let Some(mark) = self.mark.take() {
            self.connection.execute("DELETE FROM busy WHERE rowid = ?", [mark])?;
        }
        Ok(())
    }
}
