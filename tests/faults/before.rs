//! A desk as it was before a command: what lies there, so that it can be brought back and what is new can be told.
#![cfg(unix)]

use crate::desk::Desk;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their names, those in folders with the folder's in front.
pub type Files = BTreeMap<String, Vec<u8>>;

pub struct Before {
    pub files: Files,
}

impl Before {
    pub fn of(desk: &Desk) -> Self {
        let mut files = Files::new();
        walk(desk.folder(), "", &mut |name, path| {
            files.insert(name, fs::read(path).expect("a file"));
        });
        Self { files }
    }

    /// Puts everything back as it was.
    pub fn bring_back(&self, desk: &Desk) {
        let mut new = Vec::new();
        walk(desk.folder(), "", &mut |name, _| new.extend(Some(name).filter(|name| !self.files.contains_key(name))));
        new.iter().for_each(|name| fs::remove_file(desk.path(name)).expect("a new file"));
        for name in desk.names().into_iter().filter(|name| desk.path(name).is_dir()) {
            // One that was there keeps its files, and stays.
            let _ = fs::remove_dir(desk.path(&name));
        }
        for (name, bytes) in &self.files {
            if fs::read(desk.path(name)).ok().as_ref() != Some(bytes) {
                fs::write(desk.path(name), bytes).expect("the file as it was");
            }
        }
    }

    /// What lies there now and did not before.
    pub fn new_files(&self, desk: &Desk) -> Files {
        let mut new = Files::new();
        walk(desk.folder(), "", &mut |name, path| {
            if !self.files.contains_key(&name) {
                new.insert(name, fs::read(path).expect("a new file"));
            }
        });
        new
    }
}

/// The names of all files on a desk.
pub fn names(desk: &Desk) -> Vec<String> {
    let mut names = Vec::new();
    walk(desk.folder(), "", &mut |name, _| names.push(name));
    names
}

/// Whether a file lies in a folder of what a command writes for a while: it is nothing that anybody goes on with.
pub fn is_aside(name: &str) -> bool {
    name.rsplit_once('/').is_some_and(|(folder, _)| folder.contains(".tukipont-"))
}

fn walk(folder: &Path, inside: &str, visit: &mut dyn FnMut(String, &Path)) {
    // What a running command has made and taken away since is nothing.
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let Ok(entry) = entry else { continue };
        let name = format!("{inside}{}", entry.file_name().into_string().expect("a name"));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), &format!("{name}/"), visit),
            Ok(_) => visit(name, &entry.path()),
            Err(_) => {}
        }
    }
}
