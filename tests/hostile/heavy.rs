//! Files that weigh: cells of 50 MB, rows of thousands of versions, rows on which thousands disagree.

use crate::desk::{Desk, End, case};
use crate::forge::{CLOCK, Forged, alone, id, part};
use crate::rounds::rounds;
use rusqlite::{Connection, params};
use tukipont::version::Seal;

const HEAVY: End = End::Refused("holds a longer value than any network file");

/// More than is ever read, in every place; in a short run only one is a mountain.
#[test]
fn cells_of_50_mb() {
    let of_size = |size: usize, name: &str, sql: &'static str| {
        case(format!("{size} MB in {name}"), HEAVY, move |file: &Connection| {
            assert!(file.execute(sql, params!["x".repeat(size << 20)]).expect("a mountain") > 0, "{sql}");
        })
    };
    let cell = |name: &str, sql: &'static str| of_size(rounds(5, 50), name, sql);
    let mut desk = Desk::new();
    for case in [
        of_size(50, "a name", "UPDATE point SET name = ? WHERE code = 'P1'"),
        cell("a note", "UPDATE session SET note = ? WHERE id = (SELECT max(id) FROM session)"),
        cell("a digest", "UPDATE point SET digest = CAST(? AS BLOB) WHERE code = 'P1'"),
        cell("a version", "UPDATE version SET body = '{\"name\":\"' || ? || '\"}' WHERE noun = 'point'"),
        cell("a personal field", "UPDATE version SET personal = '{\"name\":\"' || ? || '\"}' WHERE noun = 'person'"),
        cell("parents", "UPDATE version SET parents = CAST(? AS BLOB) WHERE noun = 'point'"),
        cell("the log", "UPDATE command SET rows = ? WHERE id > 0"),
        cell("an erasure", "UPDATE erased SET noun = ?"),
        cell("a setting", "UPDATE setting SET value = ? WHERE name = 'counties-per-region'"),
    ] {
        desk.judge_file(&case);
    }
    desk.judge_handover(&cell("a recipient", "UPDATE handover SET recipient = ?"));
}

/// A text of just less than what is read at all is still longer than any field.
#[test]
fn cells_of_4_mb() {
    let long = |length: usize| {
        case(format!("{length} bytes in a version"), End::Refused("the field name cannot be like that"), move |file| {
            let point = id(file, "point", "P1");
            let first = part(file, "point", point);
            Forged { parents: vec![first], ..Forged::of(file, "point", point) }
                .saying("name", "x".repeat(length))
                .put(file);
        })
    };
    Desk::new().judge(vec![long(65_537), long(4_000_000)]);
}

/// Versions of the point P1 in a row, or all on top of one.
fn versions(file: &Connection, count: usize, are_apart: bool) {
    let point = id(file, "point", "P1");
    let first = part(file, "point", point);
    let forged = Forged { parents: vec![first], ..Forged::of(file, "point", point) };
    file.execute_batch("BEGIN").expect("a transaction");
    let mut last = first;
    for number in 0..count {
        let parents = vec![if are_apart { first } else { last }];
        let clock = CLOCK + number as i64;
        last = Forged { parents, clock, ..forged.clone() }.saying("name", format!("Név {number}")).put(file);
    }
    file.execute_batch("COMMIT").expect("a transaction");
}

const ASKED: [&str; 10] = [
    "point list",
    "point show P1",
    "history point P1",
    "conflict list",
    "conflict show point P1",
    "undo --list",
    "handover create --force -o out.handover --point P1",
    "point edit P1 --name Uj",
    "conflict list --format json",
    "point remove P2",
];

#[test]
fn many_versions_of_one_row() {
    let mut desk = Desk::new();
    let (too_many, more) = (rounds(10_001, 20_000), End::Refused("it has more than"));
    desk.judge_file(&case(format!("{too_many} versions in a row"), more, move |file| versions(file, too_many, false)));
    desk.judge_handover(&case(format!("{too_many} versions beside each other"), more, move |file| {
        versions(file, too_many, true);
    }));
    let (most, open) = (rounds(300, 9_000), rounds(100, 2_000));
    for case in [
        case(format!("{most} versions in a row"), End::Taken, move |file| versions(file, most, false)),
        case(format!("{open} open conflicts"), End::Taken, move |file| versions(file, open, true)),
    ] {
        desk.judge_file(&case);
        for line in ASKED {
            desk.ask_after(line, &case.name);
        }
        desk.judge_line("merge forged.db", &format!("{} again", case.name), End::Taken);
        desk.judge_handover(&case);
    }
}

/// Each of many versions says the same of a person under a salt of its own.
#[test]
fn many_salts_over_one_name() {
    let mut desk = Desk::new();
    let count = rounds(200, 2_000) as u64;
    desk.judge_file(&case(format!("{count} salts"), End::Taken, move |file| {
        let person = id(file, "person", "M1");
        let first = part_person(file, person);
        file.execute_batch("BEGIN").expect("a transaction");
        for number in 0..count {
            let mut salt = [7; 16];
            salt[..8].copy_from_slice(&number.to_le_bytes());
            let personal = Some(format!("{{\"name\":\"Név {number}\",\"email\":null,\"phone\":null}}"));
            let forged = Forged { parents: vec![first], ..Forged::of(file, "person", person) };
            Forged { seal: Seal::Here(salt), personal, ..forged }.put(file);
        }
        file.execute_batch("COMMIT").expect("a transaction");
    }));
    for line in
        ["person list", "person show M1", "person dossier M1", "history person M1", "person erase M1 --yes", "check"]
    {
        desk.ask_after(line, "after it");
    }
}

/// Takes what a person's row says into the versions that stand apart; gives its name.
fn part_person(file: &Connection, person: i64) -> [u8; 16] {
    let sql = "INSERT INTO version SELECT 'person', id, digest, clock, command, x'', 0, ?, seal, \
               json_object('name', name, 'email', email, 'phone', phone) FROM person WHERE id = ?";
    let body = Forged::of(file, "person", person).body;
    file.execute(sql, params![body, person]).expect("a version");
    file.query_row("SELECT digest FROM person WHERE id = ?", [person], |row| row.get(0)).expect("a digest")
}

/// Many rows that are one: each joined with the next, and all with the first.
#[test]
fn many_rows_that_are_one() {
    let mut desk = Desk::new();
    let count = rounds(500, 5_000) as i64;
    desk.judge_file(&case(format!("{count} points that are one"), End::Taken, move |file| {
        let point = alone(file, "point");
        file.execute_batch("BEGIN").expect("a transaction");
        for number in 1..=count {
            let sql = "INSERT INTO point (id, code, name, kind, status, clock, digest, command) \
                       SELECT ?, 'P1', name, kind, status, clock, x'', command FROM point WHERE id = ?";
            file.execute(sql, [number, point]).expect("a point");
            crate::forge::stamp(file, "point", number);
            if number > 1 {
                crate::rows::decide(file, "point", number - 1, number);
            }
        }
        file.execute_batch("COMMIT").expect("a transaction");
    }));
    for line in
        ["point list", "check", "join list", "join list --decided", "handover create -o out.handover --point P2"]
    {
        desk.ask_after(line, "after it");
    }
}
