//! What versions beside each other come to: which one shows, and what a decision puts on top.

use super::*;

#[test]
fn two_edits_are_both_kept_until_somebody_takes_one() {
    let (a, b) = desks();
    done(&a, "point edit P-1 --name Egyik");
    done(&b, "point edit P-1 --name Másik --address Fő-utca-1");
    assert!(merge(&a, &b).contains("open conflicts: 1"));
    merge(&b, &a);
    assert_eq!(cell(&a, "point show P-1", "name"), cell(&b, "point show P-1", "name"));
    let shown = done(&a, "conflict show point P-1 --format csv").out;
    assert!(shown.contains("name,Másik,Egyik\n") || shown.contains("name,Egyik,Másik\n"), "{shown}");
    let take = if shown.contains("name,Másik") { 2 } else { 1 };
    done(&a, &format!("conflict resolve point P-1 --take {take}"));
    assert_eq!(cell(&a, "point show P-1", "name"), "Egyik");
    assert!(!merge(&b, &a).contains("conflict"), "the decision travels");
    assert_eq!(cell(&b, "point show P-1", "name"), "Egyik");
    // Taken back, the conflict is open again, and what showed then shows now.
    done(&a, "undo");
    oracle::check(&a);
    assert_eq!(done(&a, "conflict show point P-1 --format csv").out.lines().last(), shown.lines().last());
    assert!(b.told("undo").err.contains("`merge` cannot be taken back"));
}

#[test]
fn an_edit_beats_a_removal_and_both_are_told() {
    let (a, b) = desks();
    done(&a, "point remove P-2");
    done(&b, "point edit P-2 --name Marad");
    assert!(merge(&a, &b).contains("open conflicts: 1"));
    assert_eq!(cell(&a, "point show P-2", "name"), "Marad");
    assert!(done(&a, "conflict show point P-2 --format csv").out.contains("row-removed,,row-removed\n"));
    done(&a, "conflict resolve point P-2 --take 2");
    assert_eq!(a.told("point show P-2").code, 3);
    merge(&b, &a);
    assert_eq!(b.told("point show P-2").code, 3);
}

#[test]
fn what_is_removed_stays_removed_though_versions_disagreed() {
    let (a, b) = desks();
    done(&a, "point edit P-2 --name Egyik");
    done(&b, "point edit P-2 --name Másik");
    merge(&a, &b);
    done(&a, "point remove P-2");
    oracle::check(&a);
    assert_eq!(a.told("point show P-2").code, 3, "no other head may come up");
}

#[test]
fn an_older_program_does_not_wipe_what_it_does_not_know() {
    let (a, b) = desks();
    done(&a, "point edit P-1 --handover-days 7");
    // The other desk had nothing of that, and works with the older program.
    done(&b, "point edit P-1 --name Régi");
    tell_as_older(&b);
    merge(&a, &b);
    let shown = done(&a, "conflict show point P-1 --format csv").out;
    let take = if shown.lines().any(|line| line.starts_with("name,Régi")) { 1 } else { 2 };
    done(&a, &format!("conflict resolve point P-1 --take {take}"));
    oracle::check(&a);
    assert_eq!(cell(&a, "point show P-1", "name"), "Régi");
    assert_eq!(cell(&a, "point show P-1", "handover_days"), "7");
}
