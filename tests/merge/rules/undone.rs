//! What `undo` takes back, and what it names and leaves.

use super::*;

#[test]
fn two_edits_of_one_row_are_taken_back_one_after_the_other() {
    let desk = Replica::first();
    done(&desk, "point edit P-1 --name Második");
    done(&desk, "point edit P-1 --name Harmadik");
    done(&desk, "undo");
    assert_eq!(cell(&desk, "point show P-1", "name"), "Második");
    // The list begins with the undo, and with what it took back.
    done(&desk, "undo 3");
    assert_eq!(cell(&desk, "point show P-1", "name"), "Könyvtár");
    oracle::check(&desk);
    done(&desk, "organisation add O-9 --name Minta");
    done(&desk, "organisation edit O-9 --name Más");
    done(&desk, "undo");
    done(&desk, "undo 3");
    assert_eq!(desk.told("organisation show O-9").code, 3);
    oracle::check(&desk);
}

#[test]
fn what_somebody_has_changed_since_stays_changed() {
    let desk = Replica::first();
    done(&desk, "point edit P-1 --name Második");
    done(&desk, "point edit P-1 --address Fő-utca-1");
    let refused = desk.told("undo 2");
    assert!(refused.code > 0 && refused.err.contains("it has been changed since"), "{}", refused.err);
}

#[test]
fn a_removed_row_that_others_need_is_removed_again() {
    let (a, b) = desks();
    done(&a, "point remove P-2");
    done(&b, "session add --date 2026-03-01 --point P-2 --mode phone --kind individual --attendances 1");
    merge(&a, &b);
    let needed = a.told("check --format csv").out;
    done(&a, "point edit P-2 --name Mégis");
    assert_ne!(a.told("check --format csv").out, needed);
    done(&a, "undo");
    oracle::check(&a);
    assert_eq!(cell(&a, "point show P-2", "name"), "Teleház");
    assert_eq!(a.told("check --format csv").out, needed, "it is shown because it is needed, as before");
}

#[test]
fn an_import_that_another_file_made_before_is_told() {
    let sheet = "name,status\nMinta Egy,active\nMinta Kettő,active\n";
    let (a, b) = desks();
    let before = done(&b, "person list --format csv").out;
    register(&a, sheet);
    register(&b, sheet);
    assert!(b.told("undo --dry-run").err.contains("people (2)"));
    merge(&b, &a);
    let refused = b.told("undo 2");
    assert!(refused.code > 0 && refused.err.contains("another file had said the same before"), "{}", refused.err);
    // Where it was said first, it can be taken back, for all.
    done(&a, "undo");
    merge(&b, &a);
    assert_eq!(done(&b, "person list --format csv").out, before);
}
