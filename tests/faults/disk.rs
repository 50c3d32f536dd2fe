//! A disk that loses what was not made durable: the model of a folder and those in it, as ext4 keeps them.
//!
//! What was written since a file's last sync may be there, or not, or by sectors; so may names that changed since the
//! folder's last sync. The sync of a file makes its name durable too; folders themselves are there at once.
#![cfg(target_os = "linux")]

use crate::before::Files;
use crate::rounds::Chance;
use crate::trace::Call;
use std::collections::BTreeMap;

/// A disk writes this much or nothing.
const SECTOR: usize = 512;

#[derive(Default)]
pub struct Disk {
    /// Each file that ever was, by its number.
    files: Vec<File>,
    /// The names as programs see them, and those that are durable.
    names: BTreeMap<String, usize>,
    durable: BTreeMap<String, usize>,
    /// What became of names since the folder's last sync: another file, or none.
    changes: Vec<(String, Option<usize>)>,
}

#[derive(Default)]
struct File {
    durable: Vec<u8>,
    /// What changed since its last sync.
    changes: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Disk {
    /// A disk with these files, durable.
    pub fn with(files: &Files) -> Self {
        let mut disk = Self::default();
        for (name, bytes) in files {
            disk.call(&Call::Create(name.clone()));
            disk.call(&Call::Write(name.clone(), 0, bytes.clone()));
            disk.call(&Call::Sync(name.clone()));
        }
        disk
    }

    pub fn call(&mut self, call: &Call) {
        match call {
            Call::Create(name) if self.names.contains_key(name) => {}
            Call::Create(name) => {
                self.name(name, Some(self.files.len()));
                self.files.push(File::default());
            }
            Call::Write(name, at, bytes) => self.file(name).changes.push(Change::Write(*at, bytes.clone())),
            Call::Truncate(name, length) => self.file(name).changes.push(Change::Truncate(*length)),
            // A folder that a command kept for a while, and that is gone since.
            Call::Sync(name) if !self.names.contains_key(name) => {}
            Call::Sync(name) => {
                let file = self.file(name);
                for change in std::mem::take(&mut file.changes) {
                    change.apply(&mut file.durable, |_| true);
                }
                self.durable.insert(name.clone(), self.names[name]);
                self.changes.retain(|(changed, _)| changed != name);
            }
            Call::SyncFolder(folder) => {
                let is_in = |name: &String| name.rsplit_once('/').map_or("", |(inside, _)| inside) == folder;
                self.durable.retain(|name, _| !is_in(name));
                self.durable.extend(self.names.clone().into_iter().filter(|(name, _)| is_in(name)));
                self.changes.retain(|(name, _)| !is_in(name));
            }
            Call::Remove(name) => self.name(name, None),
            Call::Rename(from, to) => {
                let file = self.names[from];
                self.name(to, Some(file));
                self.name(from, None);
            }
        }
    }

    fn name(&mut self, name: &str, file: Option<usize>) {
        match file {
            Some(file) => self.names.insert(name.into(), file),
            None => self.names.remove(name),
        };
        self.changes.push((name.into(), file));
    }

    fn file(&mut self, name: &str) -> &mut File {
        &mut self.files[self.names[name]]
    }

    /// A file as programs see it while the power is on; none where none is called so.
    pub fn seen(&self, name: &str) -> Option<Vec<u8>> {
        let file = &self.files[*self.names.get(name)?];
        let mut bytes = file.durable.clone();
        file.changes.iter().for_each(|change| change.apply(&mut bytes, |_| true));
        Some(bytes)
    }

    /// The folder as it could look if the power were cut now.
    pub fn cut(&self, chance: &mut Chance) -> Files {
        // Of what was not durable nothing is there, or all, or so many quarters.
        let kept = chance.below(5);
        let mut names = self.durable.clone();
        for (name, file) in &self.changes {
            match file {
                _ if !chance.hits(kept, 4) => None,
                Some(file) => names.insert(name.clone(), *file),
                None => names.remove(name),
            };
        }
        let mut look = |file: &File| {
            let mut bytes = file.durable.clone();
            for change in &file.changes {
                let is_torn = (1..4).contains(&kept) && chance.hits(1, 4);
                if is_torn {
                    change.apply(&mut bytes, |_| chance.hits(1, 2));
                } else if chance.hits(kept, 4) {
                    change.apply(&mut bytes, |_| true);
                }
            }
            bytes
        };
        names.into_iter().map(|(name, file)| (name, look(&self.files[file]))).collect()
    }
}

impl Change {
    /// Applies the change to a file's bytes, a sector only where it is kept.
    fn apply(&self, bytes: &mut Vec<u8>, mut is_kept: impl FnMut(usize) -> bool) {
        match self {
            Self::Truncate(length) => bytes.resize(*length, 0),
            Self::Write(at, written) => {
                let end = at + written.len();
                for sector in at / SECTOR..end.div_ceil(SECTOR) {
                    let (from, to) = ((sector * SECTOR).max(*at), ((sector + 1) * SECTOR).min(end));
                    if is_kept(sector) {
                        bytes.resize(bytes.len().max(to), 0);
                        bytes[from..to].copy_from_slice(&written[from - at..to - at]);
                    }
                }
            }
        }
    }
}
