//! Copies of the whole file: kept before what cannot be taken back row by row, made by hand, and put back.

use super::Network;
use super::connect::{Access, PATIENCE, connect};
use super::place::{TEMPORARY, beside, folder_that_holds, is_one, place_of, refuse_a_journal, shown};
use super::spool::is_in_use;
use crate::error::{Exit, Refusal, Result};
use crate::locale::say;
use crate::value::moment;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// So many of the copies that the program keeps by itself stay.
const KEPT: usize = 5;

/// What the name of a copy says of why it was made, where nobody asked for it.
const BEFORE: &str = "before";

/// How the name of a damaged file goes on that was set aside, before its number.
pub const DAMAGED: &str = ".damaged-";

/// A copy of the file that lies beside it.
#[derive(Clone, Debug)]
pub struct Copy {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, as scripts read it.
    pub made: String,
    /// What came next: `merge`, `upgrade`; nothing where somebody asked for it.
    pub before: Option<String>,
    /// How large it is, in bytes.
    pub size: u64,
}

impl Network {
    /// Keeps a copy before something is done to the whole file; of those from before the last few stay, and one that is
    /// spared.
    ///
    /// # Errors
    /// Where the disk is full or the folder cannot be written.
    pub fn keep_copy(&self, before: &str, spared: Option<&Path>) -> Result<PathBuf> {
        let path = self.copy_into_folder(&format!("{BEFORE}-{before}"))?;
        let copies = copies(&self.path)?;
        // The one just made stays, even where a clock that was set back puts it before all others.
        let is_spared = |copy: &Path| copy == path || spared.is_some_and(|spared| is_one(spared, copy));
        let others = copies.iter().filter(|copy| copy.before.is_some() && !is_spared(&copy.path));
        for copy in others.rev().skip(KEPT - 1) {
            fs::remove_file(&copy.path)?;
        }
        Ok(path)
    }

    /// Makes a copy into the folder beside the file.
    ///
    /// # Errors
    /// As `keep_copy`.
    pub fn copy_into_folder(&self, why: &str) -> Result<PathBuf> {
        let folder = folder_of(&self.path);
        make_private(&folder)?;
        let made = stamp(self.clock);
        // Two of one second are told apart before the reason, so that their names stand in their order.
        let name = |number: usize| match number {
            1 => format!("{made}-{why}.db"),
            number => format!("{made}.{number}-{why}.db"),
        };
        let free = (1..).map(|number| folder.join(name(number))).find(|path| !path.exists());
        let path = free.unwrap_or_else(|| folder.join(name(1)));
        self.copy_to(&path, false).inspect_err(|_| {
            // Only where there is no other copy in it.
            let _ = fs::remove_dir(&folder);
        })?;
        Ok(path)
    }

    /// Makes a copy to a place where nothing is, or in place of what is there; it appears whole or not at all, without
    /// what was deleted.
    ///
    /// # Errors
    /// As `keep_copy`.
    pub fn copy_to(&self, path: &Path, force: bool) -> Result<()> {
        refuse_a_journal(path)?;
        let folder = folder_that_holds(path);
        // Made by us and empty, so that only its owner can read what the database writes into it.
        let temporary = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?.into_temp_path();
        let name = temporary.to_str().ok_or_else(|| Refusal::failed(say::not_unicode()))?;
        self.connection.execute("VACUUM INTO ?", [name])?;
        // The copy is whole, though a bulk command may be running on the file, or was killed before it wrote.
        connect(&temporary, Access::Write, PATIENCE)?.execute("DELETE FROM busy", [])?;
        fs::File::open(&temporary)?.sync_all()?;
        match force {
            true => temporary.persist(path),
            false => temporary.persist_noclobber(path),
        }
        .map_err(|error| error.error)?;
        #[cfg(unix)]
        fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// Puts the contents of another network file in place of this one's, all or nothing; first something may be done
    /// while nobody else can write any more, and it gives what that gave.
    ///
    /// # Errors
    /// Where the disk is full, or somebody is reading the file for too long.
    pub fn replace_by<T>(&mut self, other: &Self, first: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        // Both carry the mark while pages go over, so that a copy cut out of this is known for what it is.
        let place = place_of(&self.path)?;
        other.connection.execute("INSERT INTO busy VALUES ('restore', ?, ?)", (self.clock, &place))?;
        // The lock that the mark takes is given back with the pages: whoever was told that something is written finds it
        // in the copy that is kept.
        self.connection.execute_batch("BEGIN EXCLUSIVE; PRAGMA main.locking_mode = EXCLUSIVE")?;
        self.mark_busy("restore")?;
        self.connection.execute_batch("COMMIT")?;
        let done = first(self);
        self.connection.execute_batch("PRAGMA main.locking_mode = NORMAL")?;
        let done = done.and_then(|done| write_over(&other.connection, &mut self.connection).map(|()| done));
        self.forget_all();
        self.connection.execute("DELETE FROM busy WHERE place = ?", [place])?;
        done
    }
}

/// Writes the pages of one database over those of another, as one transaction.
fn write_over(from: &Connection, to: &mut Connection) -> Result<()> {
    let backup = Backup::new(from, to)?;
    let begun = Instant::now();
    loop {
        match backup.step(1024)? {
            StepResult::Done => return Ok(()),
            StepResult::Busy | StepResult::Locked if begun.elapsed() > PATIENCE => {
                return Err(
                    Refusal { message: say::file_busy(), hint: Some(say::file_busy_hint()), exit: Exit::Busy }.into()
                );
            }
            StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(50)),
            _ => {}
        }
    }
}

/// The copies that lie beside a file, the oldest first.
///
/// # Errors
/// Where their folder cannot be read.
pub fn copies(file: &Path) -> Result<Vec<Copy>> {
    let folder = folder_of(file);
    let mut copies = Vec::new();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(copies),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((made, why)) = name.strip_suffix(".db").and_then(|name| name.split_once('-')) else { continue };
        let Some(made) = unstamp(made.split('.').next().unwrap_or(made)) else { continue };
        let before = why.strip_prefix(BEFORE).map(|why| why.trim_start_matches('-').to_string());
        copies.push(Copy { path: entry.path(), made, before, size: entry.metadata()?.len() });
    }
    copies.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(copies)
}

/// What lies beside a file and among its copies that is no whole network file and may hold what one holds: what an
/// interrupted command did not finish, and what was set aside because it is damaged.
///
/// # Errors
/// Where a folder cannot be read.
pub fn unfinished(file: &Path) -> Result<Vec<PathBuf>> {
    let damaged = beside(file, DAMAGED);
    let damaged = damaged.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let copies = folder_of(file);
    let mut found = Vec::new();
    for (folder, told, also) in [
        (folder_that_holds(file), file.parent().unwrap_or(Path::new("")), damaged.as_str()),
        (&copies, &copies, TEMPORARY),
    ] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries {
            let entry = entry?.file_name();
            let name = entry.to_string_lossy();
            let path = told.join(&entry);
            if (name.starts_with(TEMPORARY) || name.starts_with(also)) && !is_in_use(&path) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// Where the copies of a file lie: beside it.
pub fn folder_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".backups");
    PathBuf::from(name)
}

/// A moment in the name of a file, `20261121T100000Z`.
fn stamp(clock: i64) -> String {
    moment(clock).replace(['-', ':'], "")
}

/// The moment in the name of a file, as scripts read it.
fn unstamp(text: &str) -> Option<String> {
    let moment = chrono::NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok()?;
    Some(format!("{}Z", moment.format("%Y-%m-%dT%H:%M:%S")))
}

/// Makes a folder that only its owner may read.
fn make_private(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(|error| anyhow::Error::from(error).context(shown(folder)))
}
