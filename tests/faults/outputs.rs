//! What is written for others: whole or not at all, never over another unasked, and the reader may go away.

use crate::desk::{Desk, words};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

/// Every command that writes a file for others, each but for where to.
const WRITING: [&[&str]; 6] = [
    &["category", "export"],
    &["stats", "export", "activity"],
    &["person", "dossier", "M1"],
    &["person", "dossier", "M1", "--format", "json"],
    &["handover", "create", "--people"],
    &["backup"],
];

/// A desk with somebody of whom a dossier tells.
fn desk() -> Desk {
    let desk = Desk::new("none");
    desk.done("person add M1 --name Minta --status active");
    desk
}

/// All those commands, each unasked and with `--force`, onto this name.
fn onto(name: &str) -> impl Iterator<Item = Vec<&str>> {
    let force = |line: &[&'static str]| [[line, &[]].concat(), [line, &["--force"]].concat()];
    WRITING.into_iter().flat_map(force).map(move |line| [&line[..], &["-o", name]].concat())
}

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
fn an_output_is_whole() {
    let desk = Desk::new("hu");
    fs::write(desk.path("areas.csv"), "mine").expect("a file");
    desk.done("area export --force -o areas.csv");
    assert_eq!(fs::read_to_string(desk.path("areas.csv")).expect("it").lines().count(), 3208);
    assert_eq!(desk.names(), ["areas.csv", "n.db"]);
    assert_private(&desk.file());
}

/// What they write is for its owner only, and takes the place of another file only where that is asked for.
#[test]
fn every_output_replaces_only_what_it_may() {
    let desk = desk();
    for line in WRITING {
        desk.refused(&[line, &["-o", "nowhere/out"]].concat(), 1, "there is no folder `nowhere`");
        fs::write(desk.path("out"), "mine").expect("a file");
        desk.refused(&[line, &["-o", "out"]].concat(), 1, "`out` is there already");
        assert_eq!(fs::read(desk.path("out")).expect("it"), b"mine", "{line:?}");
        make_public(&desk.path("out"));
        for (name, force) in [("new", &[][..]), ("out", &["--force"])] {
            let done = desk.run(&[line, &["-o", name], force].concat());
            assert!(done.status.success() && done.stdout.is_empty(), "{line:?}: {done:?}");
            assert_private(&desk.path(name));
        }
        let written = ["new", "out"].map(|name| fs::read(desk.path(name)).expect("it").len());
        assert!(written[0] > 10 && written[1].abs_diff(written[0]) < 10_000, "{line:?}: {written:?}");
        fs::remove_file(desk.path("new")).expect("it");
        assert_eq!(desk.names(), ["n.db", "out"], "{line:?}");
    }
}

/// `-` is no file: what would stand in one goes to whoever reads.
#[test]
fn every_output_can_go_down_a_pipe() {
    let desk = desk();
    for line in WRITING {
        let done = desk.run(&[line, &["-o", "-"]].concat());
        assert!(done.status.success() && done.stdout.len() > 10, "{line:?}: {done:?}");
        assert_eq!(desk.names(), ["n.db"], "{line:?}");
    }
    let copy = desk.run(&["backup", "-o", "-"]).stdout;
    fs::write(desk.path("copy.db"), copy).expect("a copy");
    assert_eq!(desk.done("--db copy.db person list --format csv --fields code"), "code\nM1\n");
}

/// SQLite takes what lies beside a file under such a name for its own.
#[test]
fn an_output_is_never_the_network_file_nor_what_sqlite_keeps_beside_it() {
    let desk = desk();
    let names = desk.names();
    for name in ["n.db", "./n.db", "n.db-journal", "n.db-wal", "n.db-shm"] {
        for line in onto(name) {
            desk.refused(&line, 1, &format!("`{name}` is the network file itself"));
            assert_eq!(desk.names(), names, "{line:?}");
        }
    }
    #[cfg(unix)]
    {
        fs::hard_link(desk.file(), desk.path("other-name.db")).expect("a second name");
        fs::create_dir(desk.path("folder")).expect("a folder");
        std::os::unix::fs::symlink("..", desk.path("folder/up")).expect("a link to the folder");
        for name in ["other-name.db", "folder/up/n.db", "folder/up/n.db-journal"] {
            onto(name).for_each(|line| desk.refused(&line, 1, &format!("`{name}` is the network file itself")));
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
    let desk = desk();
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
        onto(name).for_each(|line| desk.refused(&line, 1, &format!("`{name}` {words}")));
    }
    assert_eq!(desk.names(), names);
    assert_eq!(fs::read(desk.path("mine.csv")).expect("it"), b"mine");
    assert_eq!(fs::read_dir(desk.path("folder")).expect("it").count(), 0);
}

/// A journal that lies where a network file is made would be written over it by whoever opens it next.
#[test]
fn a_network_file_is_never_made_beside_the_journal_of_another() {
    let desk = desk();
    desk.done("backup -o copy.db");
    for ending in ["-journal", "-wal"] {
        let journal = format!("new.db{ending}");
        fs::write(desk.path(&journal), "half a command").expect("a journal");
        let names = desk.names();
        for line in [
            "backup -o new.db",
            "backup -o new.db --force",
            "init new.db --site N --name New --country none",
            "--db new.db restore copy.db --yes",
        ] {
            desk.refused(&words(line), 1, &format!("{journal}` lies there"));
            assert_eq!(desk.names(), names, "{line}");
        }
        fs::remove_file(desk.path(&journal)).expect("the journal");
    }
}

/// Lets everybody read and write a file.
fn make_public(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o666)).expect("the file");
    }
    #[cfg(not(unix))]
    let _ = file;
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
