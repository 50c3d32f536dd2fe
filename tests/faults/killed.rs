//! The program is killed: nothing acknowledged is lost, and nothing is half done.
#![cfg(unix)]

use crate::desk::Desk;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

/// A bulk command that is refused leaves no mark, and one that is killed leaves a file that opens.
#[test]
fn killed_imports_leave_the_file_as_it_was_or_with_every_row() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 20_000);
    let count = || {
        let told = desk.done("stats show activity --format csv --fields sessions");
        told.trim_start_matches("sessions\n").trim().to_string()
    };
    let mut whole = false;
    for step in 0..25_u64 {
        let mut child =
            desk.command(&["session", "import", "s.csv"]).stderr(Stdio::null()).spawn().expect("the program");
        sleep(Duration::from_millis(step * 12));
        let _ = child.kill();
        let done = child.wait().expect("its end");
        let now = count();
        whole |= done.success();
        assert!(now == "20000" || (now == "0" && !whole), "step {step}: {now} sessions");
        whole |= now == "20000";
    }
    desk.done("session import s.csv");
    assert_eq!(count(), "20000");
    let bad = "date,point,mode,kind,attendances\n2026-13-01,K1,phone,individual,1\n";
    fs::write(desk.path("bad.csv"), bad).expect("a sheet");
    let done = desk.run(&["session", "import", "bad.csv"]);
    assert_eq!(done.status.code(), Some(4), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("bad.csv:2: date: 2026-13-01:"), "{done:?}");
    assert_eq!(count(), "20000");
    desk.done("session list --limit 1");
}
