//! What a file says of itself: its log, its settings, whom it has erased, what a hand-over is.

use crate::desk::{Case, Desk, End, case};
use crate::forge::{CLOCK, alone, command};
use rusqlite::params;
use tukipont::version::arrive::LAST_CLOCK;

const LOG: End = End::Refused("holds what no program writes");
const SETTING: End = End::Refused("holds a setting that no network file can hold");
const UNSIGNED: End = End::Refused("does not say what it is");

/// The command that made most of the file, with something else in one column.
fn log(column: &'static str, value: impl rusqlite::ToSql + 'static) -> Case {
    case(format!("another {column} in the log"), LOG, move |file| {
        let sql = format!("UPDATE command SET {column} = ? WHERE id = ?");
        file.execute(&sql, params![value, command(file)]).expect("a forged log");
    })
}

/// A command that the receiving file knows, with something else in one column.
fn known(column: &'static str, value: impl rusqlite::ToSql + 'static) -> Case {
    let differs = End::Refused("does not tell of a command what this file knows of it");
    case(format!("another {column} of a known command"), differs, move |file| {
        let sql = format!("UPDATE command SET {column} = ? WHERE id = (SELECT command FROM point WHERE code = 'P1')");
        assert_eq!(file.execute(&sql, params![value]).expect("a forged log"), 1);
    })
}

#[test]
fn the_log() {
    Desk::new().judge(vec![
        log("clock", 0),
        log("clock", -1),
        log("clock", i64::MAX),
        log("site", "\u{1b}[31m"),
        log("site", "../../x"),
        log("site", "a b"),
        log("verb", "add; rm"),
        log("verb", "\0"),
        log("noun", "poi\nnt"),
        log("schema", 0),
        log("schema", 99),
        log("rows", "point=1\u{7}"),
        log("rows", "x".repeat(70_000)),
        log("fields", "name\u{202e}"),
        log("id", -5),
        known("clock", CLOCK),
        known("site", "Other"),
        known("verb", "edit"),
        known("noun", "person"),
        known("schema", 2),
        case("counts that cannot be read", End::Taken, |file| {
            let sql = "UPDATE command SET rows = 'palace=9 point=x =- point=99999999999999999999'";
            file.execute(sql, []).expect("a forged log");
        }),
        case("the program at another time", LOG, |file| {
            file.execute("UPDATE command SET clock = clock + 1 WHERE id = 0", []).expect("a forged program");
        }),
        case("the program at another place", LOG, |file| {
            file.execute("UPDATE command SET site = 'S' WHERE id = 0", []).expect("a forged program");
        }),
        case("the program's rows by somebody else", End::Refused("its digest does not fit"), |file| {
            file.execute("UPDATE category SET command = ?", [command(file)]).expect("other makers");
        }),
        case("commands of the receiving file", End::Taken, |file| {
            file.execute("UPDATE command SET own = 1, turn = 999999999999", []).expect("a forged log");
        }),
    ]);
}

#[test]
fn settings() {
    let at = |name: &'static str, value: Option<&'static str>, clock: i64, end: End| {
        case(format!("{name} set to {value:?} at {clock}"), end, move |file| {
            let sql = "INSERT OR REPLACE INTO setting VALUES (?, ?, NULL, ?, ?)";
            file.execute(sql, params![name, value, command(file), clock]).expect("a setting");
        })
    };
    let set = |name: &'static str, value: &'static str, end: End| at(name, Some(value), CLOCK, end);
    let mut desk = Desk::new();
    // A hand-over brings no setting but those that travel with the network, like a whole file.
    desk.judge(vec![
        set("counties-per-region", "x", SETTING),
        set("counties-per-region", "-3", SETTING),
        set("counties-per-region", "0", SETTING),
        set("counties-per-region", "99999999999999999999", SETTING),
        set("handover-days", "\u{1b}[31m", SETTING),
        set("retention-person", "1.5", SETTING),
        set("retention-session", "", SETTING),
        set("retention-session", "4294967295", End::Taken),
        set("retention-session", " 9", SETTING),
        set("country", "nowhere", SETTING),
        set("name", "\u{1b}[31m", End::Taken),
        at("name", None, CLOCK, SETTING),
        at("retention-session", Some("9"), i64::MAX, SETTING),
        at("retention-session", Some("9"), -1, SETTING),
        at("retention-session", Some("9"), LAST_CLOCK - 1, End::Taken),
        at("retention-session", None, CLOCK, End::Taken),
        // What belongs to the other copy stays there; what it began with is no decision about this one.
        set("site", "../../x", End::Taken),
        at("country", Some("nowhere"), 0, End::Taken),
        set("usual-point", "x", End::Taken),
        set("last-point", "99", End::Taken),
        set("palace", "x", End::Taken),
    ]);
    for line in ["retention list", "retention run --dry-run", "setting list", "point add --name Next"] {
        assert_eq!(desk.ask(line).code, Some(0), "{line}");
    }
}

#[test]
fn erasures() {
    let erased = |noun: &'static str, id: i64, clock: i64, end: End| {
        case(format!("erased: {noun} {id} at {clock}"), end, move |file| {
            file.execute("INSERT INTO erased VALUES (?, ?, ?, 0)", params![noun, id, clock]).expect("an erasure");
        })
    };
    Desk::new().judge(vec![
        erased("area", 1, CLOCK, LOG),
        erased("palace", 1, CLOCK, LOG),
        erased("", 1, CLOCK, LOG),
        erased("person", -1, CLOCK, LOG),
        erased("person", 1, 0, LOG),
        erased("person", 1, i64::MAX, LOG),
        // Of somebody whom nobody knows, or who will come later.
        erased("person", 1, CLOCK, End::Taken),
        case("erased: a session", End::Taken, |file| {
            let session = alone(file, "session");
            file.execute("INSERT INTO erased VALUES ('session', ?, ?, 0)", [session, CLOCK]).expect("an erasure");
        }),
    ]);
}

#[test]
fn what_a_hand_over_is() {
    let mut desk = Desk::new();
    let mut told = |column: &'static str, value: Box<dyn rusqlite::ToSql>| {
        let sql = format!("UPDATE handover SET {column} = ?");
        let end = if column == "direction" { End::Refused("is damaged") } else { UNSIGNED };
        let case = case(format!("another {column}"), end, move |file| {
            file.execute(&sql, [&value]).expect("a forged hand-over");
        });
        desk.judge_handover(&case);
        assert!(matches!(desk.ask("handover inspect forged.handover").code, Some(1 | 4)), "{}", case.name);
    };
    told("id", Box::new(-1));
    told("direction", Box::new("sideways"));
    told("clock", Box::new(0));
    told("clock", Box::new(i64::MAX));
    told("site", Box::new("\u{1b}[31m"));
    told("site", Box::new("x".repeat(65)));
    told("recipient", Box::new("a\u{9b}b"));
    told("recipient", Box::new("x".repeat(201)));
    told("rows", Box::new("\0"));
    for (name, sql) in [
        ("none", "DELETE FROM handover"),
        (
            "two",
            "INSERT INTO handover SELECT 5, direction, clock, site, recipient, area, point, since, people, rows, \
                 digest, received, turn, until FROM handover",
        ),
    ] {
        desk.judge_handover(&case(name, UNSIGNED, move |file| file.execute_batch(sql).expect("a forged hand-over")));
    }
    for (name, sql) in [
        ("of a point that nobody knows", "UPDATE handover SET point = 77, area = -1, since = -9, turn = -1"),
        ("with counts that cannot be read", "UPDATE handover SET rows = 'palace=9 point=x = 99999999999999999999'"),
        ("received before it was sent", "UPDATE handover SET direction = 'received', received = 1, digest = x'00'"),
    ] {
        desk.judge_handover(&case(name, End::Taken, move |file| file.execute_batch(sql).expect("a forged hand-over")));
        for line in ["handover inspect forged.handover", "handover list", "handover list --format json"] {
            assert_eq!(desk.ask(line).code, Some(0), "{name}: {line}");
        }
    }
}
