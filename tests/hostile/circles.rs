//! Rows that stand under themselves, as honest merges can bring about: every command comes to its end all the same.

use crate::desk::{Desk, End, case};
use crate::forge::{CLOCK, Forged, alone, command, id, part, stamp};
use crate::rounds::rounds;
use rusqlite::{Connection, params};
use tukipont::file::id::of_code;

/// Puts a row under another, as a new version.
fn put_under(file: &Connection, noun: &str, column: &str, row: i64, above: i64) {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM version WHERE noun = '{noun}' AND id = ?)");
    let has_more: bool = file.query_row(&sql, [row], |row| row.get(0)).expect("an answer");
    assert!(!has_more, "{noun} {row} has more versions");
    let first = part(file, noun, row);
    Forged { parents: vec![first], ..Forged::of(file, noun, row) }.saying(column, above).put(file);
}

/// What is asked of a file with a circle in it.
const ASKED: [&str; 24] = [
    "check",
    "stats show activity --by region,month",
    "stats show activity --by county",
    "stats show activity --by municipality,topic-class",
    "stats show activity --area R1",
    "lead chain P1",
    "lead chain P2",
    "lead list",
    "area list",
    "area list --parent R1",
    "area show V1",
    "point list --area C1",
    "session list --area R1",
    "organisation list --area V1",
    "organisation show O1",
    "category list",
    "category show topic:egy",
    "history area R1",
    "person dossier M1",
    "join list",
    "handover create --force -o out.handover --area R1",
    "handover create --force -o out.handover --area V1 --since last",
    "area edit R1 --name Renamed",
    "point edit P1 --area V2",
];

#[test]
fn circles() {
    let mut desk = Desk::new();
    for case in [
        case("an area under itself", End::Taken, |file| {
            let area = id(file, "area", "R1");
            put_under(file, "area", "parent", area, area);
        }),
        case("three areas in a circle", End::Taken, |file| {
            put_under(file, "area", "parent", id(file, "area", "R1"), id(file, "area", "V1"));
        }),
        case("an organisation under itself", End::Taken, |file| {
            let organisation = id(file, "organisation", "O1");
            put_under(file, "organisation", "parent", organisation, organisation);
        }),
        case("two categories in a circle", End::Taken, |file| {
            let (one, other) = (id(file, "category", "topic:egy"), id(file, "category", "topic:ketto"));
            put_under(file, "category", "coarser", one, other);
            put_under(file, "category", "coarser", other, one);
        }),
        case("a tower of many areas", End::Taken, tower),
    ] {
        desk.judge_handover(&case);
        desk.judge_file(&case);
        for line in ASKED {
            desk.ask_after(line, &case.name);
        }
        desk.harmless(&case.name);
    }
}

/// Areas, each under the one before, and a point at the bottom.
fn tower(file: &Connection) {
    let sql = "INSERT INTO area (id, code, name, kind, parent, clock, digest, command) \
               VALUES (?, ?, 'Emelet', 'municipality', ?, ?, x'', ?)";
    let mut below = id(file, "area", "V1");
    for floor in 0..rounds(100, 1_000) {
        let code = format!("T{floor}");
        let area = of_code("area", &code);
        file.execute(sql, params![area, code, below, CLOCK, command(file)]).expect("a floor");
        stamp(file, "area", area);
        below = area;
    }
    let point = alone(file, "point");
    file.execute("UPDATE point SET area = ? WHERE id = ?", [below, point]).expect("a point at the bottom");
    stamp(file, "point", point);
}
