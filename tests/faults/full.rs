//! A full disk: the command is done or nothing is changed, and it is told.
#![cfg(target_os = "linux")]

use crate::desk::Desk;
use std::fs;
use std::process::Command;

#[test]
fn a_full_disk() {
    let desk = Desk::new("none");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let done = desk.command(&["category", "list"]).stdout(full).output().expect("the program");
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("the disk is full"), "{done:?}");
    // A file that may not grow is what a full disk looks like to the program.
    desk.sheet("s.csv", 30_000);
    let whole = fs::read(desk.file()).expect("the file").len();
    for kilobytes in [1, 8, whole / 1024, whole / 1024 + 64, whole / 1024 + 900] {
        let limited = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"");
        let done = Command::new("bash")
            .args(["-c", &limited, "bash", env!("CARGO_BIN_EXE_tukipont"), "session", "import", "s.csv"])
            .current_dir(desk.folder())
            .env("TUKIPONT_DB", "n.db")
            .env("TUKIPONT_LANG", "en")
            .output()
            .expect("bash");
        let errors = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "{kilobytes} kB: {errors}");
        assert!(errors.contains("nothing was changed") && errors.contains("hint: "), "{kilobytes} kB: {errors}");
        assert_eq!(
            desk.done("session list --format csv --fields id"),
            "id\n",
            "{kilobytes} kB: something half written"
        );
        assert_eq!(desk.names(), ["n.db", "s.csv"]);
        assert_eq!(desk.count("SELECT count(*) FROM busy"), 0, "{kilobytes} kB: the mark was left");
    }
}
