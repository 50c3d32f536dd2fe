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

/// SQLite takes what lies beside a file under such a name for its own.
#[test]
fn an_output_is_never_the_network_file_nor_what_sqlite_keeps_beside_it() {
    let desk = Desk::new("none");
    let all_names = ["n.db", "./n.db", "n.db-journal", "n.db-wal", "n.db-shm"];
    let names = desk.names();
    for name in all_names {
        for force in [&[][..], &["--force"]] {
            let arguments = [&["category", "export", "-o", name], force].concat();
            desk.refused(&arguments, 1, &format!("`{name}` is the network file itself"));
            assert_eq!(desk.names(), names, "{arguments:?}");
        }
    }
    #[cfg(unix)]
    {
        fs::hard_link(desk.file(), desk.path("other-name.db")).expect("a second name");
        fs::create_dir(desk.path("folder")).expect("a folder");
        std::os::unix::fs::symlink("..", desk.path("folder/up")).expect("a link to the folder");
        for name in ["other-name.db", "folder/up/n.db", "folder/up/n.db-journal"] {
            let arguments = ["category", "export", "--force", "-o", name];
            desk.refused(&arguments, 1, &format!("`{name}` is the network file itself"));
        }
        let file = fs::read(desk.file()).expect("the file");
        assert!(fs::read(desk.path("other-name.db")).expect("its other name") == file);
        assert_eq!(desk.names(), ["folder", "n.db", "other-name.db"]);
    }
}

/// What is no plain file is refused, and what a link leads to is never written.
#[test]
#[cfg(target_os = "linux")]
fn an_output_is_never_written_through_a_link_nor_to_what_is_no_file() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new("none");
    fs::write(desk.path("mine.csv"), "mine").expect("a file");
    fs::create_dir(desk.path("folder")).expect("a folder");
    symlink("mine.csv", desk.path("link.csv")).expect("a link");
    symlink("nowhere.csv", desk.path("dangling.csv")).expect("a link to nothing");
    symlink("folder", desk.path("link-to-folder")).expect("a link to a folder");
    let names = desk.names();
    for (name, words) in [
        ("link.csv", "is a link"),
        ("dangling.csv", "is a link"),
        ("link-to-folder", "is a link"),
        ("folder", "is not an ordinary file"),
        (".", "is not an ordinary file"),
        ("/dev/full", "is not an ordinary file"),
        ("/dev/null", "is not an ordinary file"),
        // On most systems a link to what is open already; `-` is the word for that.
        ("/dev/stdout", "is "),
    ] {
        for force in [&[][..], &["--force"]] {
            desk.refused(&[&["category", "export", "-o", name], force].concat(), 1, &format!("`{name}` {words}"));
        }
    }
    assert_eq!(desk.names(), names);
    assert_eq!(fs::read(desk.path("mine.csv")).expect("it"), b"mine");
    assert_eq!(fs::read_dir(desk.path("folder")).expect("it").count(), 0);
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
