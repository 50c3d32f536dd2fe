//! Rows that no program writes, under digests that are right: ids, codes, references, words of lists, numbers.

use crate::desk::{Case, Desk, End, case};
use crate::forge::{CLOCK, Forged, alone, command, id, rewrite, stamp};
use rusqlite::{Connection, params};
use tukipont::file::id::{hashed, of_code};

/// A row that says something else in one field.
fn field(noun: &'static str, column: &'static str, value: impl rusqlite::ToSql + 'static) -> Case {
    let name = format!("another {column} of a {noun}");
    // What the tables themselves do not allow is found before anybody reads it.
    let is_limited = ["handover_days", "latitude", "population", "attendances", "minutes"].contains(&column);
    let told = End::Refused(if is_limited { "is damaged" } else { "cannot be like that" });
    case(name, told, move |file| rewrite(file, noun, alone(file, noun), column, &value))
}

/// Gives a row another id, and its digest with it.
fn renumber(file: &Connection, noun: &str, from: i64, to: i64) {
    file.execute(&format!("UPDATE {noun} SET id = ? WHERE id = ?"), [to, from]).expect("a forged id");
    stamp(file, noun, to);
}

#[test]
fn fields_that_no_flag_takes() {
    Desk::new().judge(vec![
        field("point", "kind", "palace"),
        field("point", "status", "OPEN"),
        field("point", "code", "P~1"),
        field("point", "code", "P 9"),
        field("point", "code", ""),
        field("point", "code", "../../x"),
        field("point", "code", "-o"),
        field("point", "name", ""),
        field("point", "opening_hours", "whenever"),
        field("point", "topics", "email email"),
        field("point", "email", "nobody"),
        field("point", "verified", "2026-02-30"),
        field("point", "handover_days", 0),
        field("point", "latitude", 95_000_000),
        field("area", "population", -1),
        field("person", "status", "asleep"),
        field("person", "languages", "xxxx"),
        field("person", "phone", "112233"),
        field("assignment", "role", "king"),
        field("session", "date", "9999-99-99"),
        field("session", "kind", "crowd"),
        field("session", "attendances", 0),
        field("session", "attendances", i64::MAX),
        field("session", "minutes", 1441),
        field("session", "returning", 3),
        field("session", "tally", "age:60-74=9"),
        field("session", "tally", "drop table"),
        field("session", "language", "'; --"),
    ]);
}

#[test]
fn references_to_what_is_not_there() {
    let nowhere = End::Refused("refers to a row that is not in the file");
    let to = |noun: &'static str, column: &'static str, id: i64| {
        case(format!("{noun} {column} {id}"), nowhere, move |file| rewrite(file, noun, alone(file, noun), column, id))
    };
    Desk::new().judge(vec![
        to("point", "area", 1),
        to("session", "point", i64::MAX),
        to("session", "mentor", -1),
        to("session", "mode", 0),
        to("assignment", "person", 5),
        to("area", "parent", 5),
        case("in a version", nowhere, |file| {
            let point = id(file, "point", "P2");
            Forged::of(file, "point", point).saying("host", 77).put(file);
        }),
    ]);
}

#[test]
fn ids_that_are_none() {
    let known = End::Refused("the field code cannot be like that");
    let mut desk = Desk::new();
    desk.judge(vec![
        case("an area under another id", known, |file| renumber(file, "area", id(file, "area", "R1"), 12)),
        case("a category under another id", known, |file| {
            renumber(file, "category", id(file, "category", "mode:remote"), 12);
        }),
        case("an area whose code tells rows apart", known, |file| {
            let sql = "INSERT INTO area (id, code, name, kind, clock, digest, command) \
                       VALUES (?, 'V~2', 'Kettő', 'municipality', ?, x'', ?)";
            let area = of_code("area", "V~2");
            file.execute(sql, params![area, CLOCK, command(file)]).expect("a row");
            stamp(file, "area", area);
        }),
        case("a code in capitals of a category", End::Refused("cannot be like that"), |file| {
            rewrite(file, "category", alone(file, "category"), "code", "MODE:PHONE");
        }),
        case("a session of no id", End::Refused("its clock is out of range"), |file| {
            renumber(file, "session", alone(file, "session"), -1);
        }),
        case("a session of the lowest id", End::Refused("its clock is out of range"), |file| {
            renumber(file, "session", alone(file, "session"), i64::MIN);
        }),
        case("a session of the highest id", End::Taken, |file| {
            renumber(file, "session", alone(file, "session"), i64::MAX);
        }),
        case("a point of the highest id", End::Taken, |file| {
            let sql = "INSERT INTO point (id, code, name, kind, status, clock, digest, command) \
                       VALUES (?, 'P9', 'Végtelen', 'staffed', 'open', ?, x'', ?)";
            file.execute(sql, params![i64::MAX, CLOCK, command(file)]).expect("a row");
            stamp(file, "point", i64::MAX);
        }),
    ]);
    for line in ["point add --name Next", "session add -p P1 -m phone -k individual -n 1", "point list", "check"] {
        assert!(matches!(desk.ask(line).code, Some(0 | 4)), "{line}");
    }
}

#[test]
fn decisions_on_pairs() {
    let wrong = End::Refused("the field noun cannot be like that");
    let pair = |end: End, noun: &'static str, low: &'static str, high: &'static str| {
        case(format!("a pair of {noun} {low} {high}"), end, move |file| {
            let number = |code: &str| code.parse().unwrap_or_else(|_| id(file, noun, code));
            decide(file, noun, number(low), number(high));
        })
    };
    let mut desk = Desk::new();
    desk.judge(vec![
        pair(wrong, "palace", "1", "2"),
        pair(wrong, "pair", "1", "2"),
        pair(wrong, "category", "mode:phone", "mode:remote"),
        pair(wrong, "person", "M1", "M1"),
        pair(wrong, "\u{1b}[31m", "1", "2"),
        case("a pair the wrong way round", wrong, |file| {
            let (one, other) = (id(file, "person", "M1"), id(file, "person", "M2"));
            decide(file, "person", one.max(other), one.min(other));
        }),
        case("a pair under another id", wrong, |file| {
            let pair = alone(file, "pair");
            renumber(file, "pair", pair, 77);
        }),
        pair(End::Taken, "person", "1", "2"),
        pair(End::Taken, "session", "1", "2"),
    ]);
    for line in ["join list", "join list --decided", "person list", "handover create -o out.handover --point P1"] {
        assert_eq!(desk.ask(line).code, Some(0), "{line}");
    }
}

/// Decides that two rows are one, under the id that their decision has in every file.
pub fn decide(file: &Connection, noun: &str, low: i64, high: i64) {
    let pair = hashed([b"pair".as_slice(), noun.as_bytes(), &low.to_le_bytes(), &high.to_le_bytes()]);
    let sql = "INSERT INTO pair VALUES (?, ?, ?, ?, 'same', ?, x'', ?)";
    file.execute(sql, params![pair, noun, low, high, CLOCK, command(file)]).expect("a pair");
    stamp(file, "pair", pair);
}
