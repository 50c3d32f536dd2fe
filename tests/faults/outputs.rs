//! What is written for others: whole or not at all, never over another unasked, and the reader may go away.

use crate::desk::Desk;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

#[test]
fn the_reader_goes_away() {
    let desk = Desk::new("hu");
    let mut child =
        desk.command(&["area", "list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
    let mut first = [0; 10];
    child.stdout.take().expect("its output").read_exact(&mut first).expect("a beginning");
    let done = child.wait_with_output().expect("its end");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn outputs_are_whole_and_replace_nothing_unasked() {
    let desk = Desk::new("hu");
    desk.refused(&["area", "export", "-o", "nowhere/areas.csv"], 1, "there is no folder `nowhere`");
    fs::write(desk.path("areas.csv"), "mine").expect("a file");
    desk.refused(&["area", "export", "-o", "areas.csv"], 1, "`areas.csv` is there already");
    assert_eq!(fs::read(desk.path("areas.csv")).expect("it"), b"mine");
    desk.refused(&["area", "export", "--force", "-o", "n.db"], 1, "is the network file itself");
    desk.done("area list --format csv --limit 1");
    desk.done("area export --force -o areas.csv");
    assert_eq!(fs::read_to_string(desk.path("areas.csv")).expect("it").lines().count(), 3208);
    assert_eq!(desk.names(), ["areas.csv", "n.db"]);
    assert_private(&desk.path("areas.csv"));
    assert_private(&desk.file());
}

/// Only the owner may read the file.
fn assert_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
    #[cfg(not(unix))]
    let _ = file;
}
