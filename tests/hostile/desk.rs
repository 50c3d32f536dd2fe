//! The desk that files from elsewhere arrive at, and its verdict on each: refused and nothing changed, or harmless.

use crate::answer::{Answer, steers};
use crate::forge::forged;
use crate::sound;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// What is expected of a file.
#[derive(Clone, Copy)]
pub enum End {
    /// It is refused with these words.
    Refused(&'static str),
    /// It is taken, and does no harm.
    Taken,
    /// Either, whichever the program thinks of it.
    Either,
}

/// Something done to a sound file.
pub struct Case {
    pub name: String,
    pub end: End,
    pub forge: Box<dyn Fn(&Connection)>,
}

pub fn case(name: impl Into<String>, end: End, forge: impl Fn(&Connection) + 'static) -> Case {
    Case { name: name.into(), end, forge: Box::new(forge) }
}

/// A desk with a network file `own.db`, and beside it whatever is sent.
pub struct Desk {
    folder: TempDir,
    /// Where answers and what the program keeps for a while lie.
    aside: TempDir,
    own: Vec<u8>,
    tally: Tally,
}

/// What became of what was sent.
#[derive(Default)]
struct Tally {
    refused: usize,
    taken: usize,
    /// How long an answer took at most, and to what.
    slowest: (Duration, String),
    memory: u64,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let Tally { refused, taken, slowest: (time, line), memory } = &self.tally;
        if refused + taken == 0 {
            return;
        }
        let test = std::thread::current().name().unwrap_or_default().to_string();
        println!(
            "{test}: {refused} refused, {taken} taken, the slowest answer after {time:?} ({line}), at most {memory} kB"
        );
    }
}

impl Desk {
    pub fn new() -> Self {
        let mut desk = Self::empty();
        desk.own = fs::read(sound::file("own.db")).expect("the file");
        desk.clear();
        desk
    }

    /// A desk where nothing lies.
    pub fn empty() -> Self {
        // In memory where the system can: thousands of commands make something durable here.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
        let folder = || tempfile::tempdir_in(&place).expect("a temporary folder");
        Self { folder: folder(), aside: folder(), own: Vec::new(), tally: Tally::default() }
    }

    /// The file as it was, and nothing beside it.
    pub fn clear(&self) {
        for entry in fs::read_dir(self.folder.path()).expect("the folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("an old file");
        }
        fs::write(self.path("own.db"), &self.own).expect("the file");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
        command.current_dir(&self.folder).args(words).stdin(Stdio::null());
        // Nothing of whoever runs the tests.
        command.env_remove("TUKIPONT_NOW").env_remove("TUKIPONT_PLAIN").env("TUKIPONT_CONFIG", "");
        command.env("TUKIPONT_DB", "own.db").env("TUKIPONT_LANG", "en").env("TMPDIR", self.aside.path());
        command
    }

    /// Runs a command and gives the answer.
    pub fn ask_by(&self, command: &mut Command) -> Answer {
        let answer = Answer::of(command, self.aside.path());
        assert!(!steers(&answer.err), "{command:?}: {:?}", answer.err);
        assert_eq!(names(&self.aside), ["err.txt", "out.txt"], "{command:?} has left something behind");
        answer
    }

    /// Runs a line of words and gives the answer.
    pub fn ask(&self, line: &str) -> Answer {
        self.ask_by(&mut self.command(&line.split(' ').collect::<Vec<_>>()))
    }

    /// Runs a line that must be done, and gives its data.
    pub fn done(&self, line: &str) -> String {
        let answer = self.ask(line);
        assert_eq!(answer.code, Some(0), "{line}: {}", answer.err);
        answer.out
    }

    /// Holds each case to its end, as a whole file and as a hand-over.
    pub fn judge(&mut self, cases: Vec<Case>) {
        for case in cases {
            self.judge_file(&case);
            self.judge_handover(&case);
        }
    }

    pub fn judge_file(&mut self, case: &Case) {
        self.clear();
        forged(&sound::file("sent.db"), &self.path("forged.db"), &case.forge);
        self.judge_line("merge --yes forged.db", &case.name, case.end);
    }

    pub fn judge_handover(&mut self, case: &Case) {
        self.clear();
        forged(&sound::file("sent.handover"), &self.path("forged.handover"), &case.forge);
        self.judge_line("handover receive --yes forged.handover", &case.name, case.end);
    }

    /// Holds a line that takes something in to its end.
    pub fn judge_line(&mut self, line: &str, name: &str, end: End) {
        let names = names(&self.folder);
        let answer = self.ask(line);
        let said = format!("{name}: {line}");
        let file = line.split(' ').next_back().unwrap_or_default();
        assert!(answer.code == Some(0) || answer.err.contains(&format!("{file}`")), "{said}: {}", answer.err);
        match (end, answer.code) {
            (End::Refused(words), _) => self.refused(&answer, &names, &said, words),
            (End::Either, code) if code != Some(0) => self.refused(&answer, &names, &said, ""),
            (End::Taken, code) if code != Some(0) => panic!("{said}: {code:?}: {}", answer.err),
            _ => self.harmless(&said),
        }
        self.count(&answer);
    }

    /// Asks for something else of a file that was taken.
    pub fn ask_after(&mut self, line: &str, name: &str) -> Answer {
        let answer = self.ask(line);
        assert!(matches!(answer.code, Some(0 | 3 | 4)), "{name}: {line}: {:?}: {}", answer.code, answer.err);
        self.measure(&answer);
        answer
    }

    pub fn count(&mut self, answer: &Answer) {
        let is_taken = answer.code == Some(0);
        self.tally.taken += usize::from(is_taken);
        self.tally.refused += usize::from(!is_taken);
        self.measure(answer);
    }

    fn measure(&mut self, answer: &Answer) {
        if answer.time > self.tally.slowest.0 {
            self.tally.slowest = (answer.time, answer.line.clone());
        }
        self.tally.memory = self.tally.memory.max(answer.memory);
    }

    /// Refused with words and a next step, and nothing is other than it was.
    pub fn refused(&self, answer: &Answer, names: &[String], said: &str, words: &str) {
        let err = &answer.err;
        assert!(matches!(answer.code, Some(1 | 4)), "{said}: {:?}: {err}", answer.code);
        assert!(err.contains(words), "{said}: {words}: {err}");
        assert!(err.contains("error: ") && err.contains("hint: "), "{said}: {err}");
        assert!(answer.out.is_empty(), "{said}: {}", answer.out);
        assert!(fs::read(self.path("own.db")).expect("the file") == self.own, "{said}: the file is another");
        assert_eq!(self::names(&self.folder), names, "{said}");
    }

    /// The file is sound, and `check` comes to its end.
    pub fn harmless(&self, said: &str) {
        let file = Connection::open(self.path("own.db")).expect("the file");
        let verdict: String = file.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).expect("a verdict");
        assert_eq!(verdict, "ok", "{said}");
        assert!(!file.prepare("PRAGMA foreign_key_check").and_then(|mut it| it.exists([])).expect("one"), "{said}");
        drop(file);
        let answer = self.ask("check");
        assert!(matches!(answer.code, Some(0 | 4)), "{said}: check: {:?}: {}", answer.code, answer.err);
        assert!(!steers(&answer.out), "{said}: {:?}", answer.out);
        for harm in ["is no network file", "digest", "pages", "shows something else"] {
            assert!(!answer.out.contains(harm), "{said}: {}", answer.out);
        }
    }

    /// The names of all versions in the file: the noun, the row, the digest.
    pub fn versions(&self) -> BTreeSet<(String, i64, Vec<u8>)> {
        let nouns = [
            "area",
            "organisation",
            "point",
            "person",
            "assignment",
            "category",
            "session",
            "mapping",
            "form",
            "question",
            "deadline",
            "report",
            "answer",
            "pair",
        ];
        let tables = nouns.map(|noun| format!("SELECT '{noun}', id, digest FROM {noun}"));
        let sql = format!("SELECT noun, id, digest FROM version UNION ALL {}", tables.join(" UNION ALL "));
        let file = Connection::open(self.path("own.db")).expect("the file");
        let mut statement = file.prepare(&sql).expect("a query");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
        rows.map(|row| row.expect("a version")).collect()
    }
}

/// What lies in a folder, in the order of the names.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().expect("a name")).collect();
    names.sort();
    names
}
