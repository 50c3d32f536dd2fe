//! What a killed command did not finish: it has no name that passes as whole, and is told until somebody deletes it.
#![cfg(unix)]

use crate::before::{Before, names};
use crate::desk::{Desk, words};
use crate::rehearsal::Rehearsal;
use crate::rounds::{Chance, rounds};
use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;

#[test]
fn what_was_not_finished_is_told() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 5_000);
    fs::copy(desk.file(), desk.path("other.db")).expect("a copy");
    desk.done("--db other.db point add K2 --name Minta");
    desk.done("person add M1 --name Minta --status active");
    desk.done("session import s.csv");
    desk.done("handover create -o in.handover --people");
    let before = Before::of(&desk);
    for (line, folder) in [
        ("session export -o out.csv", ""),
        ("backup -o out.db", ""),
        ("handover create -o out.handover", ""),
        ("backup", "n.db.backups/"),
        ("merge other.db", ""),
        ("handover receive in.handover", ""),
        ("restore other.db --yes", ""),
    ] {
        let left = kill_while_unfinished(&desk, &before, line);
        assert!(left.iter().all(|name| name.starts_with(&format!("{folder}.tukipont-"))), "{line}: {left:?}");
        // A folder is told with all that is in it.
        let left: BTreeSet<&str> =
            left.iter().map(|name| name[folder.len()..].split('/').next().unwrap_or_default()).collect();
        for command in ["check", "doctor"] {
            let told = desk.run(&[command, "--format", "csv"]);
            let data = String::from_utf8_lossy(&told.stdout).into_owned();
            assert!(left.iter().all(|name| data.contains(name)), "{line}: {command} leaves out {left:?}: {data}");
        }
        // Nobody can erase anything from half a file; a folder that nobody works in goes.
        let told = desk.run(&words("person erase M1 --yes"));
        let errors = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(left.iter().all(|name| errors.contains(name)), "{line}: {left:?}: {errors}");
        let folders = fs::read_dir(desk.folder()).expect("the folder").map(|entry| entry.expect("an entry"));
        let folders = folders.filter(|entry| entry.file_type().expect("a kind").is_dir());
        // One that was not locked yet may be somebody's at this moment, and holds nothing.
        let says_nothing = |folder: &fs::DirEntry| {
            let mut files = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry"));
            files.all(|file| file.file_name() == "new" && file.metadata().expect("its size").len() == 0)
        };
        let folders: Vec<_> = folders.filter(|folder| !says_nothing(folder)).map(|folder| folder.file_name()).collect();
        assert!(folders.iter().all(|name| name == "n.db.backups"), "{line}: {folders:?}");
        before.bring_back(&desk);
    }
}

/// Kills a line while what it writes is not finished, and gives the names of that.
fn kill_while_unfinished(desk: &Desk, before: &Before, line: &str) -> Vec<String> {
    for _ in 0..100 {
        before.bring_back(desk);
        let mut child = desk.command(&words(line)).stderr(Stdio::null()).spawn().expect("the program");
        let is_begun = || names(desk).iter().any(|name| name.contains(".tukipont-"));
        while !is_begun() && child.try_wait().expect("an answer").is_none() {}
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("its end");
        let left: Vec<String> = before.new_files(desk).into_keys().collect();
        if left.iter().any(|name| name.contains(".tukipont-")) {
            return left;
        }
    }
    panic!("{line}: never killed while it was writing");
}

/// Copies come first: where the file has forgotten somebody, so have they, whenever the command was killed.
#[test]
fn no_copy_remembers_whom_the_file_has_forgotten() {
    let name = "Elfelejtendő";
    for line in ["person erase M1 --yes", "merge other.db --yes"] {
        let desk = Desk::new("none");
        desk.done(&format!("person add M1 --name {name} --status active"));
        fs::copy(desk.file(), desk.path("other.db")).expect("a copy");
        desk.done("--db other.db person erase M1 --yes");
        desk.done("backup");
        desk.done("backup");
        let (before, mut chance) = (Before::of(&desk), Chance::new());
        let holds = |file: &str| holds(&fs::read(desk.path(file)).expect("a file"), name.as_bytes());
        let time = Rehearsal::of(&desk, line).time;
        let (mut forgotten, mut halfway) = (0, 0);
        for _ in 0..rounds(10, 500) {
            before.bring_back(&desk);
            let mut child = desk.command(&words(line)).stderr(Stdio::null()).spawn().expect("the program");
            sleep(chance.moment(time, 0.2..1.6));
            // It may have ended by itself.
            let _ = child.kill();
            child.wait().expect("its end");
            desk.done("point list");
            let copies = desk.copies();
            copies.iter().for_each(|copy| {
                desk.done(&format!("--db {copy} point list"));
            });
            let remember = copies.iter().filter(|copy| holds(copy)).count();
            halfway += usize::from(remember > 0 && remember < copies.len());
            if !holds("n.db") {
                assert_eq!(remember, 0, "{line}: forgotten in the file, and not in its copies");
                forgotten += 1;
            }
        }
        println!(
            "forgotten: {line}: {forgotten} times in the file and its copies, {halfway} times in some copies only"
        );
    }
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}
