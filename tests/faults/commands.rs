//! The commands that write, as data: each is killed, and each meets a full disk.
#![cfg(unix)]

use crate::content::Content;
use crate::desk::{Desk, words};
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The clock of all commands: with it, the same line on the same file writes the same rows.
pub const NOW: &str = "2026-11-21T10:00:00Z";

/// A command that writes.
pub struct Writing {
    pub name: &'static str,
    /// Puts on a desk of few rows what the command needs, and gives its line. A line with `{round}`, its number, goes
    /// on with the file that the rounds before have left; any other begins each time with the file as it was prepared.
    /// The point K1 stays what it is.
    pub prepare: fn(&Desk) -> String,
}

/// One line a command.
pub const COMMANDS: &[Writing] = &[
    Writing { name: "point add", prepare: |_| "point add P{round} --name Minta".into() },
    Writing { name: "session edit", prepare: |desk| format!("session edit {} --note later", session(desk)) },
    Writing {
        name: "point rename",
        prepare: |desk| {
            desk.done("point add K2 --name Minta");
            "point rename K2 L2".into()
        },
    },
    Writing { name: "session remove", prepare: |desk| format!("session remove {}", session(desk)) },
    Writing {
        name: "session import",
        prepare: |desk| {
            desk.sheet("s.csv", 20_000);
            "session import s.csv".into()
        },
    },
    Writing { name: "setting set", prepare: |_| "setting set name Other".into() },
];

/// Adds a session and gives its id.
fn session(desk: &Desk) -> String {
    desk.done("session add --date 2026-11-02 --point K1 --mode phone --kind individual --attendances 1");
    desk.done("session list --format csv --fields id").trim_start_matches("id\n").trim().to_string()
}

/// What a line comes to where nothing goes wrong, tried on a copy of the file.
pub struct Rehearsal {
    pub content: Content,
    /// How long it took, and how much of that from its first write to its last.
    pub time: Duration,
    pub writing: Duration,
    /// How large the file is then.
    pub bytes: usize,
}

impl Rehearsal {
    pub fn of(desk: &Desk, line: &str) -> Self {
        let copy = "rehearsal.db";
        fs::copy(desk.file(), desk.path(copy)).expect("a copy");
        let begun = Instant::now();
        let mut command = desk.command(&words(line));
        command.env("TUKIPONT_NOW", NOW).env("TUKIPONT_DB", copy);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program");
        let (journal, mut seen) = (desk.path("rehearsal.db-journal"), None);
        while child.try_wait().expect("an answer").is_none() {
            if journal.exists() {
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
        let bytes = fs::read(desk.path(copy)).expect("the copy").len();
        fs::remove_file(desk.path(copy)).expect("the copy");
        let writing = seen.map_or(Duration::ZERO, |(first, last)| last - first);
        Self { content, time, writing, bytes }
    }
}
