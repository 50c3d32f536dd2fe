//! A private folder for what a command writes for a while: beside the network file, where it is found if the command is
//! killed, and not in the system's own temporary folder, where nobody looks.

use super::place::{TEMPORARY, folder_that_holds};
use crate::error::Result;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};

/// A private folder; it goes when this does.
pub struct Spool {
    /// Tells other commands that the folder is in use.
    _lock: File,
    folder: TempDir,
}

/// What is locked as long as a folder is in use.
const LOCK: &str = "lock";

impl Spool {
    /// A folder beside a file.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn beside(file: &Path) -> Result<Self> {
        Self::of(Builder::new().prefix(TEMPORARY).tempdir_in(folder_that_holds(file))?)
    }

    /// A folder beside a file that is there; else, and where nothing can be written, in the system's own.
    ///
    /// # Errors
    /// Where nothing can be written there either.
    pub fn near(file: &Path) -> Result<Self> {
        let beside = file.exists().then(|| Self::beside(file).ok()).flatten();
        beside.map_or_else(|| Self::of(Builder::new().prefix(TEMPORARY).tempdir()?), Ok)
    }

    fn of(folder: TempDir) -> Result<Self> {
        let new = folder.path().join("new");
        let lock = File::create_new(&new)?;
        // Where the disk knows no locks, the folder is told as left over while it is in use.
        let _ = lock.try_lock();
        // Nobody finds it before it is locked.
        fs::rename(new, folder.path().join(LOCK))?;
        Ok(Self { _lock: lock, folder })
    }

    /// The place of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Whether a command that is running works in this folder.
pub fn is_in_use(folder: &Path) -> bool {
    let lock = File::open(folder.join(LOCK)).map(|lock| lock.try_lock());
    matches!(lock, Ok(Err(TryLockError::WouldBlock)))
}

/// Removes a folder that a command has left and nobody works in; false where that cannot be told, or it is no such folder.
pub fn remove_abandoned(folder: &Path) -> bool {
    let lock = File::open(folder.join(LOCK));
    lock.is_ok_and(|lock| lock.try_lock().is_ok()) && fs::remove_dir_all(folder).is_ok()
}
