//! Where files lie: the folder that holds one, what tells it from its copies, what stands beside it.

use crate::error::{Refusal, Result};
use crate::locale::say;
use std::fs;
use std::path::{Path, PathBuf};

/// How the names of files begin that are not finished.
pub const TEMPORARY: &str = ".tukipont-";

/// How the names end of what SQLite keeps beside a file until it is in it: what a command that is running or was killed
/// needs to take itself back, and what another program has not put there yet.
pub const JOURNALS: [&str; 2] = ["-journal", "-wal"];

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

/// Whether two paths lead to one file that is there.
pub fn is_one(path: &Path, other: &Path) -> bool {
    matches!((place_of(path), place_of(other)), (Ok(path), Ok(other)) if path == other)
}

/// Whether a running or killed command has left what it needs to take itself back; an empty file holds nothing.
pub(super) fn has_journal(path: &Path) -> bool {
    fs::metadata(journal_of(path)).is_ok_and(|journal| journal.len() > 0)
}

/// Where a running or killed command leaves what it needs to take itself back.
pub fn journal_of(path: &Path) -> PathBuf {
    beside(path, "-journal")
}

/// The name of what lies beside a file under its own name and an ending.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Refuses a place for a new network file where a journal of another one lies that had its name: whoever opens the new
/// one next would write it over that.
///
/// # Errors
/// Then.
pub(super) fn refuse_a_journal(path: &Path) -> Result<()> {
    let mut journals = JOURNALS.into_iter().map(|ending| beside(path, ending));
    match journals.find(|journal| fs::metadata(journal).is_ok_and(|journal| journal.len() > 0)) {
        None => Ok(()),
        Some(journal) => {
            Err(Refusal::failed(say::journal_of_another(shown(&journal))).hint(say::journal_of_another_hint()).into())
        }
    }
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
