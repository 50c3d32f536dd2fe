//! Torn copies: the file is copied without its journal, after a kill and between any two writes; none passes as whole.
#![cfg(unix)]

use crate::before::Before;
use crate::commands::{COMMANDS, NOW};
use crate::content::{Content, is_sound};
use crate::desk::{Desk, words};
#[cfg(target_os = "linux")]
use crate::disk::Disk;
use crate::rehearsal::Rehearsal;
use crate::rounds::{Chance, rounds};
#[cfg(target_os = "linux")]
use crate::trace;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

/// What a killed import left is copied without its journal: the copy is as it was, or has every row, or is refused.
#[test]
fn a_copy_of_what_a_killed_import_left() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 20_000);
    // A short run goes on until it has seen what it is for.
    let is_enough = |copies: &Copies| copies.seen >= rounds(10, 500) && (copies.half_done > 0 || copies.seen >= 200);
    let copies = kill_and_copy(&desk, "session import s.csv", &is_enough);
    println!("copies after a kill: session import of 20,000: {copies}");
    assert!(copies.half_done > 0, "no copy was half done: nothing was shown");
}

/// The same for every other command that writes many rows.
#[test]
fn a_copy_of_what_a_killed_bulk_command_left() {
    for command in COMMANDS.iter().filter(|command| command.is_bulk) {
        let desk = Desk::new("none");
        let line = (command.prepare)(&desk);
        let copies = kill_and_copy(&desk, &line, &|copies| copies.seen >= rounds(2, 300));
        println!("copies after a kill: {}: {copies}", command.name);
    }
}

/// Kills a line again and again, and judges a copy of what is left each time.
fn kill_and_copy(desk: &Desk, line: &str, is_enough: &dyn Fn(&Copies) -> bool) -> Copies {
    let (before, mut chance) = (Before::of(desk), Chance::new());
    let bytes = fs::metadata(desk.file()).expect("the file").len();
    let (mut copies, time) = Copies::of(desk, line);
    while !is_enough(&copies) {
        run_and_kill(desk, line, bytes, time, &mut chance);
        fs::copy(desk.file(), desk.path("copy.db")).expect("a copy");
        copies.judge(desk);
        // What the file itself needs to take itself back must not be left for the next round.
        desk.done("point list");
        before.bring_back(desk);
    }
    copies
}

/// Kills a command at any moment, or once the file of so many bytes grows, when it is half done.
fn run_and_kill(desk: &Desk, line: &str, bytes: u64, time: Duration, chance: &mut Chance) {
    let mut command = desk.command(&words(line));
    let mut command = command.env("TUKIPONT_NOW", NOW).stderr(Stdio::null()).spawn().expect("the program");
    if chance.hits(1, 2) {
        sleep(chance.moment(time, 0.0..1.1));
    } else {
        let has_grown = || fs::metadata(desk.file()).expect("the file").len() > bytes;
        while !has_grown() && command.try_wait().expect("an answer").is_none() {}
        sleep(chance.moment(time, 0.0..0.3));
    }
    // It may have ended by itself.
    let _ = command.kill();
    command.wait().expect("its end");
}

/// The same between any two calls of a command, where it makes the file grow and where it fills what others left free.
#[test]
#[cfg(target_os = "linux")]
fn a_copy_between_any_two_writes() {
    if !trace::is_possible() {
        return;
    }
    for command in COMMANDS.iter().filter(|command| command.is_bulk) {
        // A short run fills free room with one command only.
        let kinds = if command.name == "session import" { 2 } else { rounds(1, 2) };
        for free in [0, 2_000].into_iter().take(kinds) {
            let desk = Desk::new("none");
            let line = (command.prepare)(&desk);
            let numbers = format!("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT {free})");
            let sql = format!("CREATE TABLE gone AS {numbers} SELECT zeroblob(1000) FROM n; DROP TABLE gone");
            desk.sql("n.db").execute_batch(&sql).expect("free pages");
            let mut disk = Disk::with(&Before::of(&desk).files);
            let (mut copies, _) = Copies::of(&desk, &line);
            let mut seen = Vec::new();
            for call in trace::record(desk.command(&words(&line)).env("TUKIPONT_NOW", NOW), desk.folder()) {
                disk.call(&call);
                let file = disk.seen("n.db").expect("the file");
                if file != seen {
                    fs::write(desk.path("copy.db"), &file).expect("a copy");
                    copies.judge(&desk);
                    seen = file;
                }
            }
            println!("copies between any two writes: {}, {free} rows' room free: {copies}", command.name);
            assert!(copies.half_done > 0, "no copy was half done: nothing was shown");
        }
    }
}

/// Copies of a file, and what the program says of them.
struct Copies {
    old: Content,
    whole: Content,
    seen: usize,
    half_done: usize,
    refused: usize,
}

impl std::fmt::Display for Copies {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { seen, half_done, refused, .. } = self;
        write!(f, "{seen} copies, {half_done} half done, {refused} refused, 0 slipped through")
    }
}

impl Copies {
    /// Copies of what lies on this desk, made while a line is worked on; and how long that takes.
    fn of(desk: &Desk, line: &str) -> (Self, Duration) {
        let old = Content::of(&desk.sql("n.db")).expect("a content");
        let Rehearsal { content: whole, time, .. } = Rehearsal::of(desk, line);
        (Self { old, whole, seen: 0, half_done: 0, refused: 0 }, time)
    }

    /// A copy that is not whole is refused. One that is may be refused too, where it has the mark of the command.
    fn judge(&mut self, desk: &Desk) {
        let done = desk.run(&["--db", "copy.db", "point", "list"]);
        let copy = desk.sql("copy.db");
        let is_whole = is_sound(&copy).unwrap_or(false)
            && Content::of(&copy).is_ok_and(|content| content == self.old || content == self.whole);
        let errors = String::from_utf8_lossy(&done.stderr);
        match done.status.code() {
            Some(0) => assert!(is_whole, "a copy that is half done slipped through: the {}th", self.seen),
            // Where the file grew, its head may tell of pages that were not there yet.
            Some(1) if !is_whole && errors.contains("the file is damaged") => self.refused += 1,
            Some(1) if errors.contains("`copy.db` was copied while") => self.refused += 1,
            _ => panic!("the {}th copy: {done:?}", self.seen),
        }
        self.seen += 1;
        self.half_done += usize::from(!is_whole);
    }
}
