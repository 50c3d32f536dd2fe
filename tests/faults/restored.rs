//! What a restore must not lose: who was erased, which hand-overs there were, and what was acknowledged meanwhile.

use crate::desk::{Desk, words};
use crate::rounds::rounds;
use std::collections::BTreeSet;
use std::fs;
use std::thread;

const SESSION: &str = "session add --date 2026-11-02 --point K1 --mode phone --kind individual --attendances 1";

/// The ids of all sessions of a file.
fn sessions(desk: &Desk, file: &str) -> BTreeSet<String> {
    desk.done(&format!("--db {file} session list --format csv --fields id"))
        .lines()
        .skip(1)
        .map(str::to_string)
        .collect()
}

/// Damages these bytes of the file.
fn damage(desk: &Desk, bytes: std::ops::Range<usize>) {
    let mut file = fs::read(desk.file()).expect("the file");
    file[bytes].fill(0xff);
    fs::write(desk.file(), file).expect("a damaged file");
}

#[test]
fn nobody_comes_back_in_place_of_a_damaged_file() {
    let desk = Desk::new("none");
    desk.done("person add M1 --name Titkosné --status active");
    desk.done("person add M2 --name Másik --status active");
    desk.done("backup -o older.db");
    desk.done("handover create -o a.handover --people --for megye");
    desk.done("person erase M1 --yes");
    desk.done("backup");
    damage(&desk, 0..100);
    desk.done("restore older.db --yes");
    let holds = |file: &str| fs::read(desk.path(file)).expect("a file").windows(8).any(|part| part == b"Titkosn\xc3");
    assert!(!holds("n.db"), "a copy beside the file knew that she was erased");
    assert!(desk.done("handover list --format csv").contains("megye"), "a copy beside the file knew the hand-over");
    // What was set aside is told, since nobody can erase anything from it.
    let aside = "n.db.damaged-1";
    for line in ["check", "doctor", "person erase M2 --yes"] {
        let told = desk.run(&words(line));
        let told = [told.stdout, told.stderr].concat();
        assert!(String::from_utf8_lossy(&told).contains(aside), "{line} leaves out {aside}");
    }
    // The same where it can be opened, and only pages in it are damaged: it knows itself whom it has forgotten.
    fs::remove_dir_all(desk.path("n.db.backups")).expect("the copies");
    let root: usize = desk.count("SELECT rootpage FROM sqlite_schema WHERE name = 'category'") as usize;
    damage(&desk, (root - 1) * 4096..root * 4096);
    desk.done("restore older.db --yes");
    assert!(desk.path("n.db.damaged-2").exists() && !holds("n.db"), "the damaged file knew that she was erased");
    desk.done("backup");
    // The same where there is no file at all.
    fs::remove_file(desk.file()).expect("the file");
    desk.done("restore older.db --yes");
    assert!(!holds("n.db"), "a copy beside the file knew that she was erased");
}

#[test]
fn hand_overs_outlast_a_restore() {
    let desk = Desk::new("none");
    desk.done("person add M1 --name Titkosné --status active");
    desk.done("backup -o older.db");
    desk.done("point add K2 --name Minta");
    desk.done("handover create -o a.handover --people --for megye");
    desk.done("restore older.db --yes");
    assert!(desk.done("handover list --format csv").contains("megye"));
    // What is done from here on is new to them.
    desk.done("point add K3 --name Minta");
    desk.done("handover create -o b.handover --people --for megye --since last");
    let rows = desk.done("handover inspect b.handover --format json");
    assert!(rows.contains("\"rows\": \"point=1\""), "{rows}");
    let erased = desk.run(&words("person erase M1 --yes"));
    assert!(String::from_utf8_lossy(&erased.stderr).contains("megye"), "{erased:?}");
}

#[test]
fn the_copy_that_is_restored_stays() {
    let desk = Desk::new("none");
    desk.done("backup -o other.db");
    for _ in 0..5 {
        desk.done("restore other.db --yes");
    }
    let first = desk.done("backup --list --format csv --fields file").lines().nth(1).expect("a copy").to_string();
    desk.done("restore 1 --yes");
    assert!(desk.path(&first).exists(), "{first}");
}

/// Whoever was told that a session was written finds it, in the file or in the copy that was kept.
#[test]
fn nothing_acknowledged_is_lost_beside_a_restore() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 2_000);
    desk.done("session import s.csv");
    desk.done("backup -o other.db");
    let rounds = rounds(3, 30);
    for round in 0..rounds {
        let before = desk.copies().len();
        let acknowledged: BTreeSet<String> = thread::scope(|scope| {
            let write = || {
                let told = |_| {
                    let done = desk.run(&words(SESSION));
                    assert!(done.status.success(), "{done:?}");
                    let words = String::from_utf8_lossy(&done.stderr).into_owned();
                    words.split('`').nth(1).expect("an id").to_string()
                };
                (0..20).map(told).collect::<Vec<_>>()
            };
            let writers = [scope.spawn(write), scope.spawn(write), scope.spawn(write)];
            desk.done("restore other.db --yes");
            writers.into_iter().flat_map(|writer| writer.join().expect("a writer")).collect()
        });
        assert!(desk.copies().len() > before.min(4), "no copy was kept");
        let kept = desk.done("backup --list --format csv --fields file").lines().last().expect("a copy").to_string();
        let known: BTreeSet<String> = sessions(&desk, "n.db").union(&sessions(&desk, &kept)).cloned().collect();
        let lost: Vec<&String> = acknowledged.difference(&known).collect();
        assert!(lost.is_empty(), "round {round}: {lost:?} were acknowledged, and are gone");
        assert!(!desk.path("n.db-journal").exists(), "round {round}: a journal is left");
    }
    println!("restored: {rounds} rounds beside 60 sessions each, none that was acknowledged is lost");
}
