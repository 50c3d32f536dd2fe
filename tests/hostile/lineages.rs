//! Versions that do not follow from one another, stamps that nobody can have made, seals that do not fit.

use crate::desk::{Case, Desk, End, case};
use crate::forge::{CLOCK, Forged, alone, id, part};
use crate::rounds::rounds;
use rusqlite::{Connection, params};
use tukipont::version::Seal;
use tukipont::version::arrive::LAST_CLOCK;

const DIGEST: End = End::Refused("its digest does not fit what it says");
const PARENTS: End = End::Refused("its versions do not follow from one another");
const CLOCKS: End = End::Refused("its clock is out of range");

/// A version of the point P1, beside the one that its table had.
fn beside(file: &Connection) -> Forged<'static> {
    let point = id(file, "point", "P1");
    let first = part(file, "point", point);
    Forged { parents: vec![first], ..Forged::of(file, "point", point) }.saying("name", "Hamis")
}

/// Puts it into the file and changes it there.
fn but(file: &Connection, set: &str) {
    let digest = beside(file).put(file);
    file.execute(&format!("UPDATE version SET {set} WHERE digest = ?"), [digest.as_slice()]).expect("a change");
}

#[test]
fn versions_follow_from_one_another() {
    Desk::new().judge(vec![
        case("one more", End::Taken, |file| {
            beside(file).put(file);
        }),
        case("its own parent", DIGEST, |file| {
            let forged = Forged { parents: vec![[7; 16]], ..beside(file) };
            forged.put_as(file, [7; 16]);
        }),
        case("a circle of two", DIGEST, |file| {
            let forged = beside(file);
            Forged { parents: vec![[8; 16]], ..forged.clone() }.put_as(file, [7; 16]);
            Forged { parents: vec![[7; 16]], clock: CLOCK + 1, ..forged }.put_as(file, [8; 16]);
        }),
        case("a parent that is not there", PARENTS, |file| {
            Forged { parents: vec![[7; 16]], ..beside(file) }.put(file);
        }),
        case("a parent twice", PARENTS, |file| {
            let forged = beside(file);
            Forged { parents: forged.parents.repeat(2), ..forged }.put(file);
        }),
        case("parents in disorder", PARENTS, |file| {
            let forged = beside(file);
            let other = forged.put(file);
            let mut parents = vec![other, forged.parents[0]];
            parents.sort_unstable_by(|a, b| b.cmp(a));
            Forged { parents, clock: CLOCK + 1, ..forged }.put(file);
        }),
        case("half a parent", DIGEST, |file| {
            but(file, "parents = substr(parents, 1, 8)");
        }),
        case("older than its parent", PARENTS, |file| {
            Forged { clock: 1, ..beside(file) }.put(file);
        }),
        case("as old as its parent", PARENTS, |file| {
            let forged = beside(file);
            let sql = "SELECT clock FROM version WHERE digest = ?";
            let clock = file.query_row(sql, [forged.parents[0].as_slice()], |row| row.get(0)).expect("a clock");
            Forged { clock, ..forged }.put(file);
        }),
        case("a deletion of nothing", PARENTS, |file| {
            Forged { parents: Vec::new(), body: None, ..beside(file) }.put(file);
        }),
        case("a deletion that says something", DIGEST, |file| {
            but(file, "deleted = 1");
        }),
        case("by a command that is not in the log", End::Refused("is not in the log"), |file| {
            but(file, "command = 99");
        }),
        case("of a kind that is unknown", End::Taken, |file| {
            but(file, "noun = 'palace'");
        }),
    ]);
}

#[test]
fn clocks_and_digests() {
    let clock = |clock: i64| {
        case(format!("a clock at {clock}"), CLOCKS, move |file| {
            Forged { clock, ..beside(file) }.put(file);
        })
    };
    let table = |clock: i64| {
        case(format!("a clock at {clock} in a table"), CLOCKS, move |file| {
            let session = alone(file, "session");
            file.execute("UPDATE session SET clock = ? WHERE id = ?", [clock, session]).expect("a clock");
        })
    };
    let year_9999 = 253_370_764_800_000;
    let mut cases: Vec<Case> =
        [0, -1, i64::MIN, i64::MAX, year_9999].into_iter().flat_map(|at| [clock(at), table(at)]).collect();
    cases.extend([
        case("a digest that is none", DIGEST, |file| beside(file).put_as(file, [0; 16])),
        case("the digest of something else", DIGEST, |file| {
            let forged = beside(file);
            let digest = Forged { body: Some("{}".into()), ..forged.clone() }.digest();
            forged.put_as(file, digest);
        }),
        case("a name that was changed by hand", DIGEST, |file| {
            let point = alone(file, "point");
            file.execute("UPDATE point SET name = 'Hamis' WHERE id = ?", [point]).expect("a name");
        }),
        case("a version of a row that is another's", DIGEST, |file| {
            let forged = beside(file);
            Forged { id: id(file, "point", "P2"), ..forged.clone() }.put_as(file, forged.digest());
        }),
        case("a digest of half its length", End::Refused("`forged."), |file| {
            let point = alone(file, "point");
            file.execute("UPDATE point SET digest = substr(digest, 1, 8) WHERE id = ?", [point]).expect("half");
        }),
        case("digests of a longer length", End::Refused("`forged."), |file| {
            but(file, "digest = CAST(digest || x'00' AS BLOB)");
        }),
    ]);
    Desk::new().judge(cases);
}

#[test]
fn what_is_left_of_an_erased_row_is_checked_as_far_as_it_can_be() {
    let erased = |name: &str, end: End, change: &'static str| {
        case(name, end, move |file| {
            let session = alone(file, "session");
            file.execute("INSERT INTO erased VALUES ('session', ?, ?, 0)", [session, CLOCK]).expect("an erasure");
            file.execute(&format!("UPDATE session SET {change} WHERE id = ?"), [session]).expect("a change");
        })
    };
    Desk::new().judge(vec![
        erased("an erased session", End::Taken, "minutes = minutes"),
        erased("an erased session that counts more", DIGEST, "attendances = 99"),
        erased("an erased session without its seal", DIGEST, "seal = NULL"),
        case("an erased person in whose name others could speak", End::Taken, |file| {
            let person = id(file, "person", "M2");
            file.execute("INSERT INTO erased VALUES ('person', ?, ?, 0)", [person, CLOCK]).expect("an erasure");
            file.execute("UPDATE person SET code = 'erased-x' WHERE id = ?", [person]).expect("another code");
        }),
    ]);
}

#[test]
fn a_clock_at_its_limit_hinders_nobody() {
    let mut desk = Desk::new();
    for clock in [LAST_CLOCK - 1, LAST_CLOCK, LAST_CLOCK + 1] {
        desk.judge_file(&case(format!("a clock at {clock}"), End::Taken, move |file| {
            Forged { clock, ..beside(file) }.put(file);
        }));
        for line in [
            "point edit P1 --name Tovább",
            "handover create -o next.handover",
            "--db other.db init other.db --site X --name X --country none",
            "--db other.db handover receive next.handover",
            "--db other.db merge own.db",
        ] {
            desk.done(line);
        }
    }
}

#[test]
fn what_a_version_says() {
    let body = |name: &str, end: End, body: &'static str| {
        case(name, end, move |file| {
            Forged { body: Some(body.into()), ..beside(file) }.put(file);
        })
    };
    let count = rounds(20_000, 200_000);
    let deep: &'static str = String::leak(format!("{{\"name\":{}1{}}}", "[".repeat(count), "]".repeat(count)));
    let many: &'static str = String::leak(format!("{{{}\"name\":\"Sok\"}}", "\"name\":\"a\",".repeat(count)));
    let wide: &'static str =
        String::leak(format!("{{{}\"name\":\"Sok\"}}", (0..count).map(|n| format!("\"x{n}\":1,")).collect::<String>()));
    Desk::new().judge(vec![
        body("nothing of what it must", End::Refused("cannot be like that"), "{}"),
        body("no fields", DIGEST, "[1]"),
        body("half of it", DIGEST, "{\"name\":"),
        body("no text", DIGEST, ""),
        body("a field that is unknown", DIGEST, "{\"palace\":1}"),
        body("a personal field in public", DIGEST, "{\"email\":{}}"),
        body("fields within fields", DIGEST, deep),
        body("a number that is none", DIGEST, "{\"name\":1e400}"),
        body("a broken number", DIGEST, "{\"latitude\":0.5}"),
        body("a number too large", DIGEST, "{\"latitude\":99999999999999999999}"),
        body("half a sign", DIGEST, "{\"name\":\"\\ud800\"}"),
        body("one field very often", End::Refused("cannot be like that"), many),
        body("very many fields", DIGEST, wide),
    ]);
}

#[test]
fn seals_that_do_not_fit() {
    let sealed = |name: &str, end: End, seal: &'static str, personal: Option<&'static str>| {
        case(name, end, move |file| {
            let person = id(file, "person", "M3");
            let sql = "UPDATE version SET seal = unhex(?), personal = ? WHERE noun = 'person' AND id = ? AND clock = \
                       (SELECT max(clock) FROM version WHERE noun = 'person' AND id = ?3)";
            file.execute(sql, params![seal, personal, person]).expect("a seal");
        })
    };
    let table = |name: &str, end: End, seal: &'static str| {
        case(name, end, move |file| {
            let person = id(file, "person", "M1");
            file.execute("UPDATE person SET seal = unhex(?) WHERE id = ?", params![seal, person]).expect("a seal");
        })
    };
    let (salt, seal) = ("00112233445566778899aabbccddeeff", String::leak("ab".repeat(32)));
    let odd = End::Refused("`forged.");
    let fields = Some("{\"name\":\"Hamis\",\"email\":null,\"phone\":null}");
    Desk::new().judge(vec![
        sealed("a seal of odd length", odd, "001122", fields),
        sealed("a salt and nothing under it", DIGEST, salt, None),
        sealed("another salt", DIGEST, salt, fields),
        sealed("a seal with what it hides", DIGEST, seal, fields),
        sealed("another seal", DIGEST, seal, None),
        sealed("no seal with what it hides", DIGEST, "", fields),
        table("a seal of odd length in a table", odd, "001122"),
        table("another salt in a table", DIGEST, salt),
        table("another seal in a table", End::Refused("cannot be like that"), seal),
        table("silence in a table", DIGEST, ""),
        case("a personal field of a point", DIGEST, |file| {
            let forged = Forged { seal: Seal::Here([1; 16]), personal: Some("{}".into()), ..beside(file) };
            forged.put(file);
        }),
        case("a salt over nothing", End::Taken, |file| {
            let person = id(file, "person", "M1");
            let seal = Seal::Here([1; 16]);
            Forged { seal, personal: Some("{}".into()), ..Forged::of(file, "person", person) }.put(file);
        }),
        case("one kind of row erased under the name of another", End::Refused("the log of"), |file| {
            file.execute("INSERT INTO erased VALUES ('point', 1, ?, 0)", [CLOCK]).expect("an erasure");
        }),
    ]);
}
