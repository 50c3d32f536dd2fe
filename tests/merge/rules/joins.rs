//! Two rows for one thing: what a join takes over, what it gives back, and decisions that stand against each other.

use super::*;

/// A desk with persons P1 to P4, in the order of their ids: of joined rows the one with the lowest stands.
fn four() -> Replica {
    let desk = Replica::first();
    for number in 1..=4 {
        done(&desk, &format!("person add T{number} --name Minta{number} --status active"));
    }
    let file = desk.look();
    let mut statement = file.prepare("SELECT code FROM person WHERE code LIKE 'T_' ORDER BY id").expect("a query");
    let codes = statement.query_map([], |row| row.get(0)).expect("rows").map(|code| code.expect("a code"));
    for (place, code) in codes.collect::<Vec<String>>().into_iter().enumerate() {
        done(&desk, &format!("person rename {code} P{}", place + 1));
    }
    drop(statement);
    drop(file);
    desk
}

fn refused(desk: &Replica, line: &str, why: &str) {
    let done = desk.told(line);
    assert!(done.code > 0 && done.err.contains(why), "{line}: {}", done.err);
    oracle::check(desk);
}

#[test]
fn who_works_on_has_not_left_because_another_row_has() {
    let desk = four();
    done(&desk, "person edit P2 --left 2020-01-01 --phone +36300000002");
    let told = done(&desk, "join person P1 P2").err;
    assert!(told.contains("they differ") && told.contains("Left") && told.contains("taken from that: Phone"), "{told}");
    assert_eq!(cell(&desk, "person show P1", "left"), "null");
    assert_eq!(cell(&desk, "person show P1", "phone"), "+36300000002");
}

#[test]
fn what_a_join_took_over_is_given_back() {
    let desk = four();
    done(&desk, "person edit P2 --email minta@example.org --phone +36300000002");
    done(&desk, "join person P1 P2");
    assert_eq!(cell(&desk, "person show P1", "email"), "minta@example.org");
    // Somebody has given it a number of its own meanwhile.
    done(&desk, "person edit P1 --phone +36300000009");
    let told = done(&desk, "join undo person P1 P2").err;
    assert!(told.contains("no longer taken from the other") && told.contains("E-mail"), "{told}");
    assert_eq!(cell(&desk, "person show P1", "email"), "null");
    assert_eq!(cell(&desk, "person show P1", "phone"), "+36300000009");
    assert_eq!(cell(&desk, "person show P2", "email"), "minta@example.org");
    refused(&desk, "join undo person P1 P2", "nobody has decided");
    oracle::check(&desk);
}

#[test]
fn a_third_row_is_joined_with_the_one_that_stands() {
    let desk = four();
    done(&desk, "person edit P3 --email minta@example.org");
    done(&desk, "join person P1 P2");
    let told = done(&desk, "join person P2 P3").err;
    assert!(told.contains("`P1` stands for `P3` too; taken from that: E-mail"), "{told}");
    assert_eq!(cell(&desk, "person show P1", "email"), "minta@example.org");
    refused(&desk, "join person P1 P3 --different", "still one, by decisions on other rows");
    done(&desk, "join undo person P2 P3");
    done(&desk, "join person P1 P3 --different");
    refused(&desk, "join person P2 P3", "somebody has said that they are two: person `P1`, `P3`");
    done(&desk, "join undo person P1 P3");
    done(&desk, "join person P2 P3");
}

#[test]
fn a_conflict_of_a_row_that_another_stands_for_is_shown_and_decided() {
    let (a, b) = desks();
    done(&a, "person add P1 --name Minta1 --status active");
    done(&a, "person add P2 --name Minta2 --status active");
    merge(&b, &a);
    done(&a, "person edit P2 --status paused");
    done(&b, "person edit P2 --status left");
    done(&b, "join person P1 P2");
    merge(&a, &b);
    assert!(done(&a, "conflict list --format csv").out.contains("person,P2,2,status"));
    assert!(done(&a, "conflict show person P2 --format csv").out.contains("\nstatus,"));
    done(&a, "conflict resolve person P2 --take 1");
    assert!(!done(&a, "conflict list --format csv").out.contains("P2"));
    oracle::check(&a);
}

#[test]
fn two_verdicts_on_one_pair_are_told_with_the_way_to_decide() {
    let (a, b) = desks();
    done(&a, "person add P1 --name Minta1 --status active");
    done(&a, "person add P2 --name Minta2 --status active");
    merge(&b, &a);
    done(&a, "join person P1 P2");
    done(&b, "join person P1 P2 --different");
    merge(&a, &b);
    let listed = done(&a, "conflict list");
    assert!(listed.err.contains("tukipont join person P"), "{}", listed.err);
    // Whichever shows, saying it once more decides.
    let verdict = if done(&a, "join list --decided --format csv").out.contains("same") { "" } else { " --different" };
    done(&a, &format!("join person P1 P2{verdict}"));
    assert!(!done(&a, "conflict list --format csv").out.contains("pair"));
    oracle::check(&a);
}

#[test]
fn a_row_that_is_removed_and_still_needed_stands_for_no_other() {
    let (a, b) = desks();
    for number in [3, 4] {
        done(&a, &format!("point add P-{number} --name Pont{number} --area X-01"));
    }
    done(&a, "join point P-3 P-4");
    merge(&b, &a);
    let list = done(&a, "point list --format csv --fields code").out;
    let stands = if list.contains("P-3") { "P-3" } else { "P-4" };
    done(&b, &format!("session add --date 2026-03-01 --point {stands} --mode phone --kind individual --attendances 1"));
    done(&a, &format!("point remove {stands}"));
    merge(&b, &a);
    merge(&a, &b);
    let other = if stands == "P-3" { "P-4" } else { "P-3" };
    for desk in [&a, &b] {
        assert!(done(desk, "point list --format csv --fields code").out.contains(other));
    }
}
