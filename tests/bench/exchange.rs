//! Measures what happens between files and over time: hand-overs, merges, undo, and what a version costs.
//!
//! `cargo bench --bench exchange [-- SESSIONS [MORE [ROUNDS]]]`; it measures only, and needs `sqlite3` on the path. The
//! plain way beside ours is `INSERT ... SELECT` with the two files attached, which looks at nothing and keeps nothing.

mod world;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tukipont::file::Network;
use tukipont::file::connect::{Access, PATIENCE};
use tukipont::file::open::Outside;
use tukipont::nouns;
use world::{Chance, median, network, numbers, ours, path, sessions};

/// So many edits are made in one command, where the cost of one version is asked for.
const EDITS: usize = 20_000;

fn main() {
    let [many, more, rounds] = numbers([1_000_000, 100_000, 3]);
    let folder = tempfile::tempdir().expect("a folder for the measurement");
    let at = |name: &str| folder.path().join(name);
    let chance = &mut Chance(7);
    sessions(&at("many.csv"), many, "S", chance);
    sessions(&at("more.csv"), more, "Q", chance);
    network(&at("centre.db"), folder.path());
    fs::copy(at("centre.db"), at("village.db")).expect("room for a copy");
    ours(&at("village.db"), &["setting", "set", "site", "V"]);
    ours(&at("village.db"), &["session", "import", &path(&at("more.csv")), "--sender", "village"]);
    let import = ours(&at("centre.db"), &["session", "import", &path(&at("many.csv")), "--sender", "centre"]);
    let handed = path(&at("village.handover"));
    let create = ours(&at("village.db"), &["handover", "create", "--people", "-o", &handed]);
    println!("{many} sessions in the file: imported in {import:.2?}; {more} more handed over: written in {create:.2?}");

    let (mut received, mut plain) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        copy(&at("centre.db"), &at("county.db"));
        let receive = ours(&at("county.db"), &["handover", "receive", &handed, "--no-backup"]);
        let again = ours(&at("county.db"), &["handover", "receive", &handed, "--no-backup"]);
        copy(&at("centre.db"), &at("plain.db"));
        let insert = attached(&at("plain.db"), &at("village.db"));
        let ratio = receive.as_secs_f64() / insert.as_secs_f64();
        println!(
            "round {round}: received in {receive:.2?}, again in {again:.2?}; plain {insert:.2?}, ratio {ratio:.2}"
        );
        received.push(receive);
        plain.push(insert);
    }
    println!("medians: received in {:.2} of plain", median(&mut received) / median(&mut plain));

    copy(&at("village.db"), &at("gathered.db"));
    let merge = ours(&at("gathered.db"), &["merge", &path(&at("centre.db")), "--no-backup"]);
    let again = ours(&at("gathered.db"), &["merge", &path(&at("centre.db")), "--no-backup"]);
    println!("a file with {many} sessions merged into one with {more}: {merge:.2?}; again: {again:.2?}");

    copy(&at("centre.db"), &at("undone.db"));
    let [undo, redo] = [(), ()].map(|()| ours(&at("undone.db"), &["undo"]));
    let ratio = undo.as_secs_f64() / import.as_secs_f64();
    println!("undo of the import: {undo:.2?}, {ratio:.2} of the import; undo of that: {redo:.2?}");
    println!("check: {:.2?}", ours_whatever(&at("centre.db"), &["check"]));

    let [with, without] = edits(&at("centre.db"));
    let each = |time: Duration| time / EDITS as u32;
    let ratio = with.as_secs_f64() / without.as_secs_f64();
    println!("an edit with its version: {:.1?}; without: {:.1?}; ratio {ratio:.2}", each(with), each(without));
}

/// How long our program takes, whatever its exit code.
fn ours_whatever(db: &Path, words: &[&str]) -> Duration {
    let begin = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_tukipont")).arg("--db").arg(db).args(words).output();
    done.expect("our program runs");
    begin.elapsed()
}

/// A copy that lies on the disk before anything is timed.
fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).expect("room for a copy");
    fs::File::open(to).and_then(|file| file.sync_all()).expect("the copy reaches the disk");
}

/// How long sqlite3 takes to put the sessions of one file into another as they are, as durably as we do.
fn attached(into: &Path, from: &Path) -> Duration {
    let script = format!(
        "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = OFF; ATTACH '{}' AS village; BEGIN IMMEDIATE; \
         INSERT INTO main.session SELECT * FROM village.session; COMMIT;",
        path(from)
    );
    let begin = Instant::now();
    let done = Command::new("sqlite3").arg(into).arg(script).output().expect("sqlite3 is installed");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    begin.elapsed()
}

/// How long many edits take in one command, with their versions and without.
fn edits(file: &Path) -> [Duration; 2] {
    let session = nouns::named("session").expect("a noun");
    let minutes = session.place("minutes").expect("a field");
    let mut last = 0;
    let random = Box::new(move || {
        last += 1;
        last
    });
    let outside = Outside { clock: 1_900_000_000_000, random, patience: PATIENCE, keeps_copies: false };
    let network = Network::open(file, Access::Write, outside).expect("the file opens");
    let mut statement = network.connection.prepare("SELECT id FROM session ORDER BY random() LIMIT ?").expect("SQL");
    let ids = statement.query_map([EDITS as i64 * 2], |row| row.get(0)).expect("ids");
    let ids: Vec<i64> = ids.collect::<Result<_, _>>().expect("ids");
    let mut update = network.connection.prepare("UPDATE session SET minutes = ? WHERE id = ?").expect("SQL");
    let mut time = |ids: &[i64], with: bool| {
        network.begin("edit", "session").expect("it begins");
        let begin = Instant::now();
        for id in ids {
            let row = network.row(session, *id).expect("it reads").expect("it is there");
            let mut cells = row.cells.clone();
            cells[minutes] = Some("17".to_string());
            if with {
                network.replace(session, &row, &cells).expect("it is written");
            } else {
                session.check(&cells, &network).expect("it is sound");
                update.execute((17, id)).expect("it is written");
            }
        }
        network.commit().expect("it ends");
        begin.elapsed()
    };
    let (first, second) = ids.split_at(EDITS);
    // Once for nothing: pages and statements are there after that.
    time(&first[..100], false);
    [time(second, true), time(first, false)]
}
