//! The commands that write, as data: each is killed, and each meets a full disk.
#![cfg(unix)]

use crate::desk::Desk;
use crate::rounds::rounds;
use std::fs;

/// The clock of all commands: with it, the same line on the same file writes the same rows.
pub const NOW: &str = "2026-11-21T10:00:00Z";

/// A command that writes.
pub struct Writing {
    pub name: &'static str,
    /// Whether it writes so many rows that it leaves its mark meanwhile: a copy made then is known for what it is.
    pub is_bulk: bool,
    /// Puts on a desk of few rows what the command needs, and gives its line. A line with `{round}`, its number, goes
    /// on with the file that the rounds before have left; any other begins each time with the desk as it was prepared.
    /// The point K1 stays what it is.
    pub prepare: fn(&Desk) -> String,
}

/// One line a command.
pub const COMMANDS: &[Writing] = &[
    small("point add", |_| "point add P{round} --name Minta".into()),
    small("session edit", |desk| format!("session edit {} --note later", session(desk))),
    small("point rename", |desk| after(desk, &["point add K2 --name Minta"], "point rename K2 L2")),
    small("session remove", |desk| format!("session remove {}", session(desk))),
    bulk("session import", |desk| {
        desk.sheet("s.csv", many());
        "session import s.csv".into()
    }),
    small("setting set", |_| "setting set name Other".into()),
    small("undo of an edit", |desk| after(desk, &["point add K2 --name Minta", "point edit K2 --name Later"], "undo")),
    bulk("undo of an import", |desk| {
        desk.sheet("s.csv", many());
        after(desk, &["session import s.csv"], "undo")
    }),
    bulk("merge", |desk| {
        other_with_sessions(desk);
        "merge other.db".into()
    }),
    bulk("handover receive", |desk| {
        other_with_sessions(desk);
        after(desk, &["--db other.db handover create -o in.handover"], "handover receive in.handover")
    }),
    small("conflict resolve", |desk| {
        desk.done("point add K2 --name Minta");
        fs::copy(desk.file(), desk.path("other.db")).expect("a copy");
        let meeting = ["--db other.db point edit K2 --name Theirs", "point edit K2 --name Ours", "merge other.db"];
        after(desk, &meeting, "conflict resolve point K2 --take 2")
    }),
    small("join", |desk| {
        let two = [
            "person add M1 --name Egyik --status active",
            "person add M2 --name Másik --status active --phone +36301111111",
        ];
        after(desk, &two, "join person M1 M2")
    }),
    bulk("person erase", |desk| {
        let person =
            ["person add M1 --name Eleinte --status active", "backup", "person edit M1 --name Később", "backup"];
        after(desk, &person, "person erase M1 --yes")
    }),
    bulk("retention run", |desk| {
        desk.sheet("s.csv", many());
        let gone = "person add M1 --name Minta --status left --left 2020-01-01";
        let due = [gone, "session import s.csv", "setting set retention-session 1", "setting set retention-person 1"];
        after(desk, &due, "retention run --yes")
    }),
    bulk("restore", |desk| {
        other_with_sessions(desk);
        "restore other.db --yes".into()
    }),
    small("backup", |desk| {
        other_with_sessions(desk);
        fs::rename(desk.path("other.db"), desk.file()).expect("the file with many sessions");
        "backup -o out.db".into()
    }),
    small("handover create", |desk| {
        other_with_sessions(desk);
        fs::rename(desk.path("other.db"), desk.file()).expect("the file with many sessions");
        "handover create -o out.handover".into()
    }),
];

const fn small(name: &'static str, prepare: fn(&Desk) -> String) -> Writing {
    Writing { name, is_bulk: false, prepare }
}

const fn bulk(name: &'static str, prepare: fn(&Desk) -> String) -> Writing {
    Writing { name, is_bulk: true, prepare }
}

/// A line that comes after these.
fn after(desk: &Desk, before: &[&str], line: &str) -> String {
    before.iter().for_each(|line| {
        desk.done(line);
    });
    line.to_string()
}

/// Adds a session and gives its id.
fn session(desk: &Desk) -> String {
    desk.done("session add --date 2026-11-02 --point K1 --mode phone --kind individual --attendances 1");
    desk.done("session list --format csv --fields id").trim_start_matches("id\n").trim().to_string()
}

/// How many rows are many: in a short run so many that they do not fit into the memory of one page cache.
fn many() -> usize {
    rounds(1_200, 20_000)
}

/// A copy of the file in which many sessions were taken in.
fn other_with_sessions(desk: &Desk) {
    fs::copy(desk.file(), desk.path("other.db")).expect("a copy");
    desk.sheet("s.csv", many());
    desk.done("--db other.db session import s.csv");
}
