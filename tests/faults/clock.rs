//! Wrong clocks and other time zones: the program works on, what is later wins, and figures stay the same.

use crate::desk::{Desk, words};
use std::fs;

/// Ten years back, before there were clocks, after the last day that an id can tell and after the last at all, and today
/// again.
const CLOCKS: [&str; 6] = [
    "2026-11-21T10:00:00Z",
    "2016-11-21T10:00:00Z",
    "1970-01-01T00:00:00Z",
    "2096-02-29T23:59:59Z",
    "2201-01-01T00:00:00Z",
    "2026-11-21T10:00:01Z",
];

#[test]
fn a_later_edit_wins_whatever_the_clock_says() {
    let desk = Desk::new("none");
    desk.done("--db other.db init other.db --site O --name Other --country none");
    let session = "session add --point K1 --mode phone --kind individual --attendances 1";
    for (step, clock) in CLOCKS.iter().enumerate() {
        let run = |line: &str| {
            let done = desk.command(&words(line)).env("TUKIPONT_NOW", clock).output().expect("the program");
            assert!(done.status.success(), "{clock}: {line}: {done:?}");
            String::from_utf8(done.stdout).expect("text")
        };
        run(&format!("point add P{step} --name Minta"));
        run(session);
        run(&format!("point edit K1 --name After-{step}"));
        assert_eq!(run("point list K1 --format csv --fields name"), format!("name\nAfter-{step}\n"), "{clock}");
        let days = run("session list --format csv --fields date");
        assert!(days.lines().any(|day| day == &clock[..10]), "{clock}: {days}");
        assert_eq!(run("point list --format csv --fields code").lines().count(), step + 3, "{clock}");
        // What is made by such a clock is as good as any where it arrives.
        run("handover create -o all.handover --force");
        run("--db other.db handover receive all.handover --no-backup");
        run("--db other.db merge n.db");
        let sound = desk.command(&words("--db other.db check")).output().expect("the program");
        let sound = String::from_utf8(sound.stdout).expect("text");
        assert!(!sound.contains("clock"), "{clock}: {sound}");
    }
    // What merges compare: no version stands before the one that it replaced.
    let names =
        "SELECT group_concat(body ->> 'name', ' ') FROM (SELECT body FROM version WHERE noun = 'point' ORDER BY clock)";
    let names: String = desk.sql("n.db").query_row(names, [], |row| row.get(0)).expect("names");
    assert_eq!(names, "Minta After-0 After-1 After-2 After-3 After-4 After-5");
    let newest = "SELECT clock = (SELECT max(clock) FROM version WHERE noun = 'point') FROM point WHERE code = 'K1'";
    assert_eq!(desk.count(newest), 1);
}

#[test]
fn a_day_begins_at_midnight_on_the_wall() {
    let desk = Desk::new("none");
    let run = |line: &str| {
        // Nearly a day ahead of the sun: the day on the wall is not yet one in Greenwich.
        let done = desk.command(&words(line)).env("TZ", "XXX-23:30").output().expect("the program");
        assert!(done.status.success(), "{line}: {done:?}");
        done
    };
    run("session add --point K1 --mode phone --kind individual --attendances 1");
    let days = String::from_utf8(run("session list --format csv --fields date").stdout).expect("text");
    let today = days.lines().nth(1).expect("a session");
    let told = run(&format!("handover create -o today.handover --since {today}")).stderr;
    let told = String::from_utf8(told).expect("text");
    assert!(told.contains("sessions (1)"), "{today}: {told}");
}

#[test]
fn figures_are_the_same_in_every_time_zone() {
    let desk = Desk::new("none");
    let days = ["2026-01-01", "2026-01-31", "2026-02-28", "2026-03-29", "2026-10-25", "2026-12-31"];
    let rows: String = days.iter().map(|day| format!("{day},K1,phone,individual,1\n")).collect();
    fs::write(desk.path("s.csv"), format!("date,point,mode,kind,attendances\n{rows}")).expect("a sheet");
    desk.done("session import s.csv");
    let figures = |zone: &str| {
        let line = "stats show activity --by month --format csv";
        let done = desk.command(&words(line)).env("TZ", zone).output().expect("the program");
        assert!(done.status.success(), "{zone}: {done:?}");
        String::from_utf8(done.stdout).expect("text")
    };
    let utc = figures("UTC");
    assert_eq!(utc.lines().nth(1), Some("2026-01,2,2,,,"));
    assert_eq!(utc.lines().count(), 6, "{utc}");
    for zone in ["Europe/Budapest", "Pacific/Kiritimati", "America/Anchorage", "Asia/Kathmandu"] {
        assert_eq!(figures(zone), utc, "{zone}");
    }
}
