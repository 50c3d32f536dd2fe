//! What tells of a person and stays at home: it comes back unharmed, and opens where it is asked for.

use super::*;

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
        assert_eq!(centre.holds(secret), None, "{secret} has left home");
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
fn a_version_that_is_taken_keeps_what_stayed_at_its_home() {
    let (mut home, centre) = (Replica::first(), Replica::empty("C"));
    hand_over(&home, &centre, "");
    done(&centre, "person edit M-1 --phone +36305555555");
    home.now += 1_000;
    done(&home, "person edit M-1 --phone +36302222222 --status paused");
    hand_over(&home, &centre, "");
    let shown = done(&centre, "conflict show person M-1 --format csv").out;
    let sites = shown.lines().find(|line| line.starts_with("site,")).expect("the sites");
    let take = sites.split(',').position(|site| site == "A").expect("the version from home");
    done(&centre, &format!("conflict resolve person M-1 --take {take}"));
    hand_over(&centre, &home, " --people");
    assert_eq!(cell(&home, "person show M-1", "status"), "paused");
    assert_eq!(cell(&home, "person show M-1", "phone"), "+36302222222");
}

#[test]
fn names_open_where_two_sealed_the_same() {
    let ((a, b), centre) = (desks(), Replica::empty("C"));
    for desk in [&a, &b] {
        register(desk, "name,status,phone\nNyilván Tartott,active,+36301234567\n");
        hand_over(desk, &centre, "");
    }
    // The first of them stands for both; its maker alone tells the name.
    hand_over(&a, &centre, " --people");
    let names = done(&centre, "person list --format csv --fields name").out;
    assert!(names.contains("Nyilván Tartott"), "{names}");
}
