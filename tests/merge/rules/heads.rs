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

#[test]
fn two_who_disagree_whether_rows_are_one_are_told_and_decide() {
    let (a, b) = desks();
    done(&a, "person add M-2 --name Kezdő --status active");
    merge(&b, &a);
    done(&a, "join person M-1 M-2");
    done(&b, "join person M-1 M-2 --different");
    assert!(merge(&a, &b).contains("open conflicts: 1"));
    let list = done(&a, "conflict list --format csv --fields noun,code").out;
    let (noun, id) = list.lines().nth(1).and_then(|line| line.split_once(',')).expect("a conflict");
    assert_eq!(noun, "pair");
    let people = || done(&a, "person list --format csv --fields code").out.lines().count() - 1;
    let shown = done(&a, &format!("conflict show pair {id} --format csv")).out;
    let different = if shown.contains("verdict,different,same") { 1 } else { 2 };
    done(&a, &format!("conflict resolve pair {id} --take {different}"));
    oracle::check(&a);
    assert_eq!(people(), 2);
    assert!(!merge(&b, &a).contains("conflict"));
    // Or one of them says it once more.
    for verdict in ["", " --different"] {
        done(&a, "undo");
        done(&a, &format!("join person M-1 M-2{verdict}"));
        oracle::check(&a);
        assert_eq!(done(&a, "conflict list --format csv").out.lines().count(), 1, "{verdict}");
    }
}

#[test]
fn two_copies_that_work_under_one_code_are_told() {
    let a = Replica::first();
    let b = a.copy(1_795_000_500, 60);
    done(&a, "point add --name Egyik --area X-01");
    done(&b, "point add --name Másik --area X-01");
    assert!(merge(&a, &b).contains("another copy of the file works under this one's code"));
    // What is known here already is no twin's.
    done(&b, "setting set site B");
    done(&b, "point add --name Harmadik --area X-01");
    assert!(!merge(&a, &b).contains("another copy"));
}
