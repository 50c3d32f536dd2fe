//! Damaged files: whatever stands in them, the program says what it can and ends.

use crate::desk::{Desk, words};
use crate::rounds::{Chance, rounds};
use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

#[test]
fn damaged_files_are_told_and_never_panic() {
    let desk = Desk::new("hu");
    let whole = fs::read(desk.file()).expect("the file");
    for step in 0..60 {
        let mut bytes = whole.clone();
        let place = step * bytes.len() / 60;
        let end = (place + 512).min(bytes.len());
        bytes[place..end].iter_mut().for_each(|byte| *byte ^= 0x5a);
        bytes.truncate(bytes.len() - (step % 7) * 1000);
        fs::write(desk.path("damaged.db"), bytes).expect("a damaged file");
        for verb in [&["area", "list"][..], &["point", "add", "--name", "x"], &["check"]] {
            let done = desk.run(&[&["--db", "damaged.db"], verb].concat());
            assert!(matches!(done.status.code(), Some(0..=5)), "{step} {verb:?}: {done:?}");
        }
    }
}

/// Flipped bits, sectors of something else, ends that are missing: no panic, and no answer that never comes.
#[test]
fn files_damaged_by_chance_are_told_too() {
    let desk = furnished();
    let whole = fs::read(desk.file()).expect("the file");
    let mut chance = Chance::new();
    let (mut codes, mut slowest) = (BTreeMap::new(), Duration::ZERO);
    let rounds = rounds(100, 10_000);
    for round in 0..rounds {
        let bytes = damaged(whole.clone(), &mut chance);
        for line in [
            "check",
            "area list",
            "lead chain K1",
            "stats show activity --by county,month",
            "point edit K1 --name Other",
            "session import s.csv",
        ] {
            // What writes finds the file as it was damaged, not as another command has left it.
            fs::write(desk.path("n.db"), &bytes).expect("a damaged file");
            let _ = fs::remove_file(desk.path("n.db-journal"));
            let (code, time) = outcome(&desk, line);
            assert!(matches!(code, Some(0..=5)), "round {round}: {line}: {code:?} after {time:?}");
            *codes.entry(code.unwrap_or_default()).or_insert(0) += 1;
            slowest = slowest.max(time);
        }
    }
    println!("damaged: {rounds} files, 0 panics, exit codes {codes:?}, the slowest answer after {slowest:?}");
}

/// A network with something of everything, and little of it, so that much of it is hit.
fn furnished() -> Desk {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 200);
    for line in [
        "area add R1 --name Minta --kind region",
        "area add C1 --name Minta --kind county --parent R1",
        "area add V1 --name Mintafalva --kind municipality --parent C1",
        "person add M1 --name Minta-Mária --status active",
        "mentor assign M1 --point K1 --since 2026-01-01",
        "lead assign M1 --area C1 --since 2026-01-01",
        "session import s.csv",
        "point edit K1 --area V1",
    ] {
        desk.done(line);
    }
    desk
}

fn damaged(mut bytes: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    match chance.below(4) {
        0 => bytes.truncate(chance.below(bytes.len())),
        1 => {
            for _ in 0..=chance.below(3) {
                let sector = chance.below(bytes.len() / 512) * 512;
                bytes[sector..sector + 512].fill_with(|| chance.number() as u8);
            }
        }
        // In the head of the file, where its structure stands, and anywhere.
        kind => {
            let end = if kind == 2 { 8 * 4096 } else { bytes.len() };
            for _ in 0..=chance.below(40) {
                bytes[chance.below(end)] ^= 1 << chance.below(8);
            }
        }
    }
    bytes
}

/// The exit code, none where a signal ended it or patience did, and how long it took.
fn outcome(desk: &Desk, line: &str) -> (Option<i32>, Duration) {
    let begun = Instant::now();
    let mut command = desk.command(&words(line));
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
    loop {
        if let Some(status) = child.try_wait().expect("an answer") {
            return (status.code(), begun.elapsed());
        }
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return (None, begun.elapsed());
        }
        sleep(Duration::from_millis(1));
    }
}
