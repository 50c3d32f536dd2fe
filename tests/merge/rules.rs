//! Rules of merging that equal files alone do not show: what is kept, shown and told, one case each.

use crate::older::tell_as_older;
use crate::oracle;
use crate::replica::{Done, Replica};

/// Two desks with the same file.
fn desks() -> (Replica, Replica) {
    let first = Replica::first();
    let other = first.copy(1_795_000_500, 60);
    assert_eq!(other.told("setting set site B").code, 0);
    (first, other)
}

fn done(desk: &Replica, line: &str) -> Done {
    let done = desk.told(line);
    assert_eq!(done.code, 0, "{line}: {}", done.err);
    done
}

/// Takes all in that the other desk has.
fn merge(desk: &Replica, other: &Replica) -> String {
    let done = desk.run(&["merge", &other.file().display().to_string(), "--no-backup"]);
    assert_eq!(done.code, 0, "{}", done.err);
    oracle::check(desk);
    done.err
}

/// Hands over from one desk to the other.
fn hand_over(from: &Replica, to: &Replica, flags: &str) -> String {
    let file = to.path("a.handover").display().to_string();
    done(from, &format!("handover create --force -o {file}{flags}"));
    let done = done(to, &format!("handover receive {file} --no-backup"));
    oracle::check(to);
    done.err
}

fn cell(desk: &Replica, line: &str, field: &str) -> String {
    let done = done(desk, &format!("{line} --format json"));
    let row: serde_json::Value = serde_json::from_str(&done.out).expect("a row");
    row[field].as_str().map_or_else(|| row[field].to_string(), str::to_string)
}

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
    assert!(done(&a, "conflict show point P-2 --format csv").out.contains("removed,,removed\n"));
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
fn a_removed_row_is_shown_as_long_as_others_need_it() {
    let (a, b) = desks();
    done(&a, "point remove P-2");
    done(&b, "session add --date 2026-03-01 --point P-2 --mode phone --kind individual --attendances 1");
    merge(&a, &b);
    assert_eq!(cell(&a, "point show P-2", "name"), "Teleház");
    assert!(a.told("check").out.contains("P-2"), "it is listed");
    let session = done(&a, "session list --point P-2 --format csv --fields id").out;
    let session = session.lines().nth(1).expect("a session").to_string();
    done(&a, &format!("session remove {session}"));
    oracle::check(&a);
    assert_eq!(a.told("point show P-2").code, 3, "nobody needs it any more");
    done(&a, "undo");
    oracle::check(&a);
    assert_eq!(cell(&a, "point show P-2", "name"), "Teleház");
}

#[test]
fn the_same_register_read_at_two_desks_is_no_conflict() {
    let (a, b) = desks();
    for desk in [&a, &b] {
        std::fs::write(desk.path("r.csv"), "name,status,phone\nNyilván Tartott,active,+36301234567\n")
            .expect("a sheet");
        let sheet = desk.path("r.csv").display().to_string();
        done(desk, &format!("person import {sheet} --sender register"));
    }
    let told = merge(&a, &b);
    assert!(!told.contains("conflict") && !told.contains("new: people"), "{told}");
    // An edit on top of the one is on top of the other too, even where the name stayed elsewhere.
    let code = done(&a, "person list --format csv --fields code,name").out;
    let code = code.lines().find(|line| line.contains("Nyilván")).and_then(|line| line.split(',').next()).expect("it");
    done(&a, &format!("person edit {code} --status paused"));
    assert!(!merge(&b, &a).contains("conflict"));
    assert!(!hand_over(&a, &b, "").contains("conflict"));
}

#[test]
fn personal_fields_stay_at_home_and_come_back_unharmed() {
    let (home, centre) = (Replica::first(), Replica::empty("C"));
    done(&home, "person edit M-1 --email otthon@example.org");
    done(
        &home,
        "session add --date 2026-03-01 --point P-1 --mode phone --kind individual --attendances 1 --note titok",
    );
    hand_over(&home, &centre, "");
    for secret in ["otthon@example.org", "titok"] {
        assert!(!centre.holds(secret), "{secret} has left home");
    }
    done(&centre, "person edit M-1 --status paused");
    let session = done(&centre, "session list --from 2026-03-01 --format csv --fields id").out;
    let session = session.lines().nth(1).expect("a session").to_string();
    done(&centre, &format!("session edit {session} --minutes 30"));
    assert!(!hand_over(&centre, &home, "").contains("conflict"));
    assert_eq!(cell(&home, "person show M-1", "status"), "paused");
    assert_eq!(cell(&home, "person show M-1", "email"), "otthon@example.org");
    assert_eq!(cell(&home, &format!("session show {session}"), "note"), "titok");
    assert_eq!(cell(&home, &format!("session show {session}"), "minutes"), "30");
    // What is typed at the centre all the same is an edit like any other, and the rest is still not wiped.
    done(&centre, "person edit M-1 --phone +36305555555");
    hand_over(&centre, &home, " --people");
    assert_eq!(cell(&home, "person show M-1", "phone"), "+36305555555");
    assert_eq!(cell(&home, "person show M-1", "email"), "otthon@example.org");
    // Once asked for, they travel, and open what was sealed.
    hand_over(&home, &centre, " --people");
    assert_eq!(cell(&centre, "person show M-1", "email"), "otthon@example.org");
    assert_eq!(cell(&centre, &format!("session show {session}"), "note"), "titok");
}

#[test]
fn since_last_carries_what_is_new_wherever_it_came_from() {
    let (mut village, county, centre) = (Replica::first(), Replica::empty("B"), Replica::empty("C"));
    // The village's clock runs behind: what it makes is older than what the county has sent, and new all the same.
    village.now -= 1_000_000;
    let file = county.path("to-centre.handover").display().to_string();
    let send = || done(&county, &format!("handover create --force -o {file} --since last --for centre")).err;
    hand_over(&village, &county, "");
    send();
    done(&village, "session add --date 2026-03-01 --point P-1 --mode phone --kind individual --attendances 7");
    hand_over(&village, &county, "");
    assert!(send().contains("sessions (1)"));
    done(&centre, &format!("handover receive {file} --no-backup"));
    assert!(done(&centre, "session list --format csv --fields attendances").out.contains("7"));
    assert!(send().contains("nothing is new"));
    // A point that moves into the area brings all its sessions along.
    let area = || done(&county, &format!("handover create --force -o {file} --since last --for area --area X-02")).err;
    area();
    done(&county, "point edit P-1 --area X-02");
    assert!(area().contains("sessions (2)"));
}

#[test]
fn what_was_erased_stays_erased_whatever_arrives() {
    let (a, b) = desks();
    done(&b, "person edit M-1 --name Később --phone +36309999999");
    let id = cell(&a, "person show M-1", "name");
    assert_eq!(id, "Kezdő");
    done(&a, "person erase M-1 --yes");
    for (desk, other) in [(&a, &b), (&b, &a)] {
        merge(desk, other);
        for gone in ["Kezdő", "Később", "36301111111", "36309999999"] {
            assert!(!desk.holds(gone), "{gone} is still there");
        }
    }
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
