//! What a line comes to where nothing goes wrong, and what is left of that where something does.
#![cfg(unix)]

use crate::before::{Before, Files, is_aside, names};
use crate::commands::NOW;
use crate::content::{Content, is_sound};
use crate::desk::{Desk, words};
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a line comes to where nothing goes wrong, tried on a copy of the file.
pub struct Rehearsal {
    pub content: Content,
    /// What it writes for others.
    pub outputs: Files,
    /// How long it took, and how much of that from its first write to its last.
    pub time: Duration,
    pub writing: Duration,
    /// How large the file is then, or what it writes for others, if that is larger.
    pub bytes: usize,
}

impl Rehearsal {
    pub fn of(desk: &Desk, line: &str) -> Self {
        let before = Before::of(desk);
        let copy = "rehearsal.db";
        fs::copy(desk.file(), desk.path(copy)).expect("a copy");
        fs::create_dir(desk.path("rehearsal.db.backups")).expect("a folder of copies");
        for name in desk.copies() {
            fs::copy(desk.path(&name), desk.path(&name.replacen('n', "rehearsal", 1))).expect("a copy");
        }
        let begun = Instant::now();
        let mut command = desk.command(&words(line));
        command.env("TUKIPONT_NOW", NOW).env("TUKIPONT_DB", copy);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program");
        let mut seen = None;
        while child.try_wait().expect("an answer").is_none() {
            if is_writing(desk) {
                let now = begun.elapsed();
                seen = Some((seen.map_or(now, |(first, _)| first), now));
            }
            sleep(Duration::from_micros(50));
        }
        let done = child.wait_with_output().expect("its end");
        let time = begun.elapsed();
        assert!(done.status.success(), "{line}: {done:?}");
        let content = Content::of(&desk.sql(copy)).expect("a content");
        let marks: i64 = desk.sql(copy).query_row("SELECT count(*) FROM busy", [], |row| row.get(0)).expect("a count");
        assert_eq!(marks, 0, "{line}: the mark was left");
        let mut outputs = before.new_files(desk);
        outputs.retain(|name, _| !name.starts_with(copy));
        let larger = outputs.values().map(Vec::len).chain([fs::read(desk.path(copy)).expect("the copy").len()]).max();
        before.bring_back(desk);
        let writing = seen.map_or(Duration::ZERO, |(first, last)| last - first);
        Self { content, outputs, time, writing, bytes: larger.unwrap_or_default() }
    }

    /// Looks at what a command has left beside the file: what it writes for others is whole or absent, and copies that
    /// it kept are of the file as it was. Gives what it did not finish.
    pub fn look_beside(&self, desk: &Desk, before: &Before, old: &Content, is_done: bool, said: &str) -> Vec<String> {
        for name in before.new_files(desk).into_keys().filter(|name| name.ends_with(".db-journal") && !is_aside(name)) {
            // A copy out of which somebody is erased takes itself back, like the file.
            desk.done(&format!("--db {} point list", name.trim_end_matches("-journal")));
        }
        let mut unfinished = Vec::new();
        let new = before.new_files(desk);
        for (name, bytes) in &new {
            match self.outputs.get(name) {
                Some(expected) => assert!(bytes == expected, "{said}: `{name}` is not whole"),
                None if name.contains(".tukipont-") => unfinished.push(name.clone()),
                // A journal that nothing was written to yet has nothing to take back, and nobody who reads removes it.
                None if name.ends_with(".db-journal") && bytes.is_empty() => {}
                None => {
                    assert!(name.starts_with("n.db.backups/"), "{said}: `{name}` was left");
                    assert_eq!(&Content::of(&desk.sql(name)).expect("a content"), old, "{said}: {name}");
                }
            }
        }
        assert!(!is_done || self.outputs.keys().all(|name| new.contains_key(name)), "{said}: an output is missing");
        for copy in desk.copies() {
            assert!(is_sound(&desk.sql(&copy)).expect("a verdict"), "{said}: `{copy}` is damaged");
        }
        unfinished
    }
}

/// Whether a command is writing: into a file, or something that appears when it is whole.
pub fn is_writing(desk: &Desk) -> bool {
    names(desk).iter().any(|name| name.ends_with("-journal") || name.contains(".tukipont-"))
}
