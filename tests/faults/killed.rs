//! The program is killed: nothing acknowledged is lost, and nothing is half done.
#![cfg(unix)]

use crate::aftermath::{has_hot_journal, look_after};
use crate::before::Before;
use crate::commands::{COMMANDS, NOW, Writing};
use crate::content::Content;
use crate::desk::{Desk, words};
use crate::rehearsal::{Rehearsal, is_writing};
use crate::rounds::{Chance, rounds};
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

/// A bulk command that is refused leaves no mark, and one that is killed leaves a file that opens.
#[test]
fn killed_imports_leave_the_file_as_it_was_or_with_every_row() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 20_000);
    let count = || {
        let told = desk.done("stats show activity --format csv --fields sessions");
        told.trim_start_matches("sessions\n").trim().to_string()
    };
    let mut whole = false;
    for step in 0..25_u64 {
        let mut child =
            desk.command(&["session", "import", "s.csv"]).stderr(Stdio::null()).spawn().expect("the program");
        sleep(Duration::from_millis(step * 12));
        let _ = child.kill();
        let done = child.wait().expect("its end");
        let now = count();
        whole |= done.success();
        assert!(now == "20000" || (now == "0" && !whole), "step {step}: {now} sessions");
        whole |= now == "20000";
    }
    desk.done("session import s.csv");
    assert_eq!(count(), "20000");
    let bad = "date,point,mode,kind,attendances\n2026-13-01,K1,phone,individual,1\n";
    fs::write(desk.path("bad.csv"), bad).expect("a sheet");
    let done = desk.run(&["session", "import", "bad.csv"]);
    assert_eq!(done.status.code(), Some(4), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("bad.csv:2: date: 2026-13-01:"), "{done:?}");
    assert_eq!(count(), "20000");
    desk.done("session list --limit 1");
}

/// A kill takes no acknowledged row away, and leaves nothing half done.
#[test]
fn killed_at_any_moment_a_command_is_done_or_never_was() {
    let mut chance = Chance::new();
    let mut sum = Tally::default();
    for command in COMMANDS {
        let tally = kill(command, rounds(10, 1_000), &mut chance);
        println!("kill: {}: {tally}", command.name);
        sum.killed += tally.killed;
        sum.acknowledged += tally.acknowledged;
        sum.hot_journals += tally.hot_journals;
        sum.unfinished += tally.unfinished;
    }
    println!("kill: {sum}; 0 acknowledged rows lost, 0 half done");
}

/// What became of the rounds.
#[derive(Default)]
struct Tally {
    killed: usize,
    acknowledged: usize,
    hot_journals: usize,
    unfinished: usize,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { killed, acknowledged, hot_journals, unfinished } = self;
        write!(f, "{killed} kills, {hot_journals} hot journals, {unfinished} unfinished files, ")?;
        write!(f, "{acknowledged} acknowledged before")
    }
}

/// Begins a command again and again, until it was killed so many times.
fn kill(command: &Writing, kills: usize, chance: &mut Chance) -> Tally {
    let desk = Desk::new("none");
    let line = (command.prepare)(&desk);
    let before = Before::of(&desk);
    let mut old = Content::of(&desk.sql("n.db")).expect("a content");
    let mut whole = Rehearsal::of(&desk, &line.replace("{round}", "0"));
    assert!(old != whole.content || !whole.outputs.is_empty(), "{line} writes nothing");
    let mut tally = Tally::default();
    while tally.killed < kills {
        let round = tally.killed + tally.acknowledged;
        let this = line.replace("{round}", &round.to_string());
        if this == line {
            before.bring_back(&desk);
        }
        // How long it takes changes with what else the machine does.
        if this != line || round % 20 == 19 {
            whole = Rehearsal::of(&desk, &this);
        }
        // At any moment of its life, or while it writes, which is the smaller part of it.
        let (after, moment) = match chance.hits(1, 2) {
            true => (After::Beginning, chance.moment(whole.time, 0.0..1.5)),
            false => (After::FirstWrite, chance.moment(whole.writing, 0.0..1.2)),
        };
        let is_acknowledged = run_and_kill(&desk, &this, after, moment);
        tally.hot_journals += usize::from(has_hot_journal(&desk));
        if chance.hits(1, 2) {
            // Whoever takes it back may be killed too.
            run_and_kill(&desk, "point list", After::Beginning, chance.moment(Duration::from_millis(10), 0.0..1.0));
        }
        let said = format!("{this}, killed {moment:?} after its {after:?}, acknowledged {is_acknowledged}");
        let now = look_after(&desk, &said);
        assert!(now == whole.content || (now == old && !is_acknowledged), "{said}: {now:?}");
        let unfinished = whole.look_beside(&desk, &before, &old, is_acknowledged, &said);
        assert!(unfinished.is_empty() || !is_acknowledged, "{said}: {unfinished:?} was left");
        tally.unfinished += unfinished.len();
        match is_acknowledged {
            true => tally.acknowledged += 1,
            false => tally.killed += 1,
        }
        if this != line {
            old = now;
        }
    }
    tally
}

/// What a command is killed after.
#[derive(Clone, Copy, Debug)]
enum After {
    Beginning,
    FirstWrite,
}

/// Runs a line and kills it after this time; true where it was done before.
fn run_and_kill(desk: &Desk, line: &str, after: After, moment: Duration) -> bool {
    let mut command = desk.command(&words(line));
    let child = command.env("TUKIPONT_NOW", NOW).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("the program");
    if matches!(after, After::FirstWrite) {
        while !is_writing(desk) && child.try_wait().expect("an answer").is_none() {}
    }
    sleep(moment);
    // It may have ended by itself.
    let _ = child.kill();
    let done = child.wait_with_output().expect("its end");
    assert!(matches!(done.status.code(), Some(0) | None), "{line}: {done:?}");
    done.status.success()
}
