//! What goes wrong outside: the file, the folder, the disk, the reader of our output.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder with a network file of one point.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let made = tukipont(&folder, &["init", "n.db", "--site", "T", "--name", "Test", "--country", "hu"]);
    assert!(made.status.success(), "{made:?}");
    assert!(tukipont(&folder, &["point", "add", "K1", "--name", "Minta", "--area", "Gyula"]).status.success());
    folder
}

fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
    command.current_dir(folder).env("TUKIPONT_DB", "n.db").env("TUKIPONT_LANG", "en").args(arguments);
    command
}

fn tukipont(folder: &TempDir, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the program")
}

/// The command is refused with this exit code and these words, and the file is as it was.
fn refused(folder: &TempDir, arguments: &[&str], code: i32, words: &str) {
    let file = folder.path().join("n.db");
    let before = fs::read(&file).ok();
    let done = tukipont(folder, arguments);
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(code), "{arguments:?}: {errors}");
    assert!(errors.contains(words), "{arguments:?}: {errors}");
    assert!(errors.contains("hint: "), "{arguments:?} says no next step: {errors}");
    assert!(done.stdout.is_empty(), "{arguments:?} printed data: {done:?}");
    assert!(fs::read(&file).ok() == before, "{arguments:?} changed the file");
}

#[test]
fn what_is_no_network_file() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("sheet.csv"), "a,b\n1,2\n".repeat(100)).expect("a sheet");
    fs::write(at("empty.db"), "").expect("an empty file");
    fs::create_dir(at("folder.db")).expect("a folder");
    rusqlite::Connection::open(at("other.db")).and_then(|db| db.execute_batch("CREATE TABLE t (a)")).expect("a file");
    refused(&folder, &["--db", "missing.db", "point", "list"], 1, "there is no file `missing.db`");
    for name in ["sheet.csv", "empty.db", "other.db"] {
        refused(&folder, &["--db", name, "point", "list"], 1, &format!("`{name}` is not a network file"));
    }
    refused(&folder, &["--db", "folder.db", "point", "list"], 1, "`folder.db` is not an ordinary file");
    assert!(!at("missing.db").exists(), "--db made a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("n.db", at("link.db")).expect("a link");
        refused(&folder, &["--db", "link.db", "point", "list"], 1, "`link.db` is a link");
    }
}

#[test]
fn a_newer_schema() {
    let folder = folder();
    let file = rusqlite::Connection::open(folder.path().join("n.db")).expect("the file");
    file.pragma_update(None, "user_version", 99).expect("a version");
    drop(file);
    refused(&folder, &["point", "list"], 1, "was written by a newer version (schema 99;");
    refused(&folder, &["point", "add", "--name", "x"], 1, "was written by a newer version");
}

/// A file with none of the schema's steps stands for every older one.
#[test]
fn an_older_schema() {
    let folder = folder();
    let file = folder.path().join("old.db");
    let old = rusqlite::Connection::open(&file).expect("a file");
    old.execute_batch("PRAGMA application_id = 0x54504E54; VACUUM").expect("a network file without a schema");
    drop(old);
    let before = fs::read(&file).expect("it");
    let done = tukipont(&folder, &["--db", "old.db", "point", "list", "--format", "csv", "--fields", "code"]);
    assert!(done.status.success() && done.stdout == b"code\n", "{done:?}");
    assert!(fs::read(&file).expect("it") == before, "a read upgraded the file");
    let done = tukipont(&folder, &["--db", "old.db", "setting", "set", "site", "OLD"]);
    assert!(done.status.success(), "{done:?}");
    let version = |name: &str| -> u32 {
        let file = rusqlite::Connection::open(folder.path().join(name)).expect("it");
        file.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version")
    };
    assert_eq!(version("old.db"), version("n.db"));
}

#[test]
fn a_copy_out_of_a_running_command() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let mark = |place: &str| {
        let file = rusqlite::Connection::open(at("n.db")).expect("the file");
        file.execute("DELETE FROM busy", []).expect("no mark");
        file.execute("INSERT INTO busy VALUES ('import', 0, ?)", [place]).expect("a mark");
    };
    mark("elsewhere");
    refused(&folder, &["point", "list"], 1, "was copied while a command was running");
    // The file itself is whole, even where a command was killed before it wrote.
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(at("n.db")).expect("the file");
        mark(&format!("{}:{}", metadata.dev(), metadata.ino()));
        assert!(tukipont(&folder, &["point", "list"]).status.success());
        fs::copy(at("n.db"), at("copy.db")).expect("a copy");
        refused(&folder, &["--db", "copy.db", "point", "list"], 1, "`copy.db` was copied while");
        assert!(tukipont(&folder, &["point", "edit", "K1", "--name", "x"]).status.success());
        fs::copy(at("n.db"), at("copy.db")).expect("a copy");
        assert!(tukipont(&folder, &["--db", "copy.db", "point", "list"]).status.success(), "the mark is gone");
    }
}

/// A bulk command that is refused leaves no mark, and one that is killed leaves a file that opens.
#[test]
#[cfg(unix)]
fn killed_imports_leave_the_file_as_it_was_or_with_every_row() {
    let folder = folder();
    let rows: String =
        (0..20_000).map(|row| format!("2026-01-{:02},K1,phone,individual,1,{row}\n", row % 28 + 1)).collect();
    fs::write(folder.path().join("s.csv"), format!("date,point,mode,kind,attendances,note\n{rows}")).expect("a sheet");
    let count = || {
        let done = tukipont(&folder, &["stats", "show", "activity", "--format", "csv", "--fields", "sessions"]);
        assert!(done.status.success(), "{done:?}");
        String::from_utf8_lossy(&done.stdout).trim_start_matches("sessions\n").trim().to_string()
    };
    let mut whole = false;
    for step in 0..25_u64 {
        let mut child = command(&folder, &["session", "import", "s.csv"]).stderr(Stdio::null()).spawn().expect("it");
        std::thread::sleep(std::time::Duration::from_millis(step * 12));
        let _ = child.kill();
        let done = child.wait().expect("its end");
        let now = count();
        whole |= done.success();
        assert!(now == "20000" || (now == "0" && !whole), "step {step}: {now} sessions");
        whole |= now == "20000";
    }
    let done = tukipont(&folder, &["session", "import", "s.csv"]);
    assert!(done.status.success() && count() == "20000", "{done:?}");
    let bad = "date,point,mode,kind,attendances\n2026-13-01,K1,phone,individual,1\n";
    fs::write(folder.path().join("bad.csv"), bad).expect("a sheet");
    let done = tukipont(&folder, &["session", "import", "bad.csv"]);
    assert_eq!(done.status.code(), Some(4), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("bad.csv:2: date: 2026-13-01:"), "{done:?}");
    assert_eq!(count(), "20000");
    assert!(tukipont(&folder, &["session", "list", "--limit", "1"]).status.success());
}

#[test]
fn somebody_else_writes() {
    let folder = folder();
    let other = rusqlite::Connection::open(folder.path().join("n.db")).expect("the file");
    other.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    let begun = std::time::Instant::now();
    // Not by `refused`: a process that reads a file and closes it gives up its own locks on it.
    let done = tukipont(&folder, &["point", "edit", "K1", "--name", "x"]);
    assert_eq!(done.status.code(), Some(5), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("somebody else is writing"), "{done:?}");
    assert!(begun.elapsed().as_secs() >= 9, "it gave up at once");
}

#[test]
fn damaged_files_are_told_and_never_panic() {
    let folder = folder();
    let whole = fs::read(folder.path().join("n.db")).expect("the file");
    let damaged = folder.path().join("damaged.db");
    for step in 0..60 {
        let mut bytes = whole.clone();
        let place = step * bytes.len() / 60;
        let end = (place + 512).min(bytes.len());
        bytes[place..end].iter_mut().for_each(|byte| *byte ^= 0x5a);
        bytes.truncate(bytes.len() - (step % 7) * 1000);
        fs::write(&damaged, bytes).expect("a damaged file");
        for verb in [&["area", "list"][..], &["point", "add", "--name", "x"], &["check"]] {
            let done = tukipont(&folder, &[&["--db", "damaged.db"], verb].concat());
            assert!(matches!(done.status.code(), Some(0..=5)), "{step} {verb:?}: {done:?}");
        }
    }
}

#[test]
fn the_reader_goes_away() {
    let folder = folder();
    let mut child =
        command(&folder, &["area", "list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it");
    let mut first = [0; 10];
    child.stdout.take().expect("its output").read_exact(&mut first).expect("a beginning");
    let done = child.wait_with_output().expect("its end");
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let folder = folder();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let done = command(&folder, &["area", "list"]).stdout(full).output().expect("the program");
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("the disk is full"), "{done:?}");
    // A file that may not grow is what a full disk looks like to the program.
    let whole = fs::read(folder.path().join("n.db")).expect("the file");
    for blocks in [0, 1, 8, whole.len() / 512 - 1] {
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let done = Command::new("bash")
            .args(["-c", &limited, "bash", env!("CARGO_BIN_EXE_tukipont"), "point", "add", "--name"])
            .arg("x".repeat(3_000_000 / 4))
            .current_dir(&folder)
            .env("TUKIPONT_DB", "n.db")
            .output();
        let Ok(done) = done else { return };
        assert!(!done.status.success(), "{blocks}: {done:?}");
        let after = tukipont(&folder, &["point", "list", "--format", "csv", "--fields", "code"]);
        assert_eq!(String::from_utf8_lossy(&after.stdout), "code\nK1\n", "{blocks} blocks left something half written");
        assert_no_leftovers(folder.path());
    }
}

#[test]
fn outputs_are_whole_and_replace_nothing_unasked() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    refused(&folder, &["area", "export", "-o", "nowhere/areas.csv"], 1, "there is no folder `nowhere`");
    fs::write(at("areas.csv"), "mine").expect("a file");
    refused(&folder, &["area", "export", "-o", "areas.csv"], 1, "`areas.csv` is there already");
    assert_eq!(fs::read(at("areas.csv")).expect("it"), b"mine");
    refused(&folder, &["area", "export", "--force", "-o", "n.db"], 1, "is the network file itself");
    let done = tukipont(&folder, &["area", "export", "--force", "-o", "areas.csv"]);
    assert!(done.status.success(), "{done:?}");
    assert_eq!(fs::read_to_string(at("areas.csv")).expect("it").lines().count(), 3208);
    assert_no_leftovers(folder.path());
    assert_private(&at("areas.csv"));
    assert_private(&at("n.db"));
}

#[test]
fn reading_changes_nothing() {
    let folder = folder();
    let file = folder.path().join("n.db");
    let look = || (fs::read(&file).expect("it"), fs::metadata(&file).and_then(|it| it.modified()).expect("a time"));
    let before = look();
    for arguments in [&["point", "list"][..], &["check"], &["lead", "chain", "K1"], &["area", "export"]] {
        tukipont(&folder, arguments);
        assert!(look() == before, "{arguments:?} changed the file");
    }
    assert_no_leftovers(folder.path());
}

/// Nothing lies beside the file but what was asked for.
fn assert_no_leftovers(folder: &Path) {
    let names = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let odd: Vec<_> = names.filter(|name| !["n.db", "areas.csv"].iter().any(|known| name == known)).collect();
    assert!(odd.is_empty(), "left behind: {odd:?}");
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
