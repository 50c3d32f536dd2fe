//! Opening a file: what is none, what is older or newer, what other programs left, and that a look changes nothing.

use crate::desk::Desk;
use rusqlite::Connection;
use std::fs;

#[test]
fn what_is_no_network_file() {
    let desk = Desk::new("none");
    fs::write(desk.path("sheet.csv"), "a,b\n1,2\n".repeat(100)).expect("a sheet");
    fs::write(desk.path("empty.db"), "").expect("an empty file");
    fs::create_dir(desk.path("folder.db")).expect("a folder");
    Connection::open(desk.path("other.db")).and_then(|db| db.execute_batch("CREATE TABLE t (a)")).expect("a file");
    desk.refused(&["--db", "missing.db", "point", "list"], 1, "there is no file `missing.db`");
    for name in ["sheet.csv", "empty.db", "other.db"] {
        desk.refused(&["--db", name, "point", "list"], 1, &format!("`{name}` is not a network file"));
    }
    desk.refused(&["--db", "folder.db", "point", "list"], 1, "`folder.db` is not an ordinary file");
    assert!(!desk.path("missing.db").exists(), "--db made a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("n.db", desk.path("link.db")).expect("a link");
        desk.refused(&["--db", "link.db", "point", "list"], 1, "`link.db` is a link");
    }
}

#[test]
fn a_newer_schema() {
    let desk = Desk::new("none");
    desk.sql("n.db").pragma_update(None, "user_version", 99).expect("a version");
    desk.refused(&["point", "list"], 1, "was written by a newer version (schema 99;");
    desk.refused(&["point", "add", "--name", "x"], 1, "was written by a newer version");
}

/// A file with none of the schema's steps stands for every older one.
#[test]
fn an_older_schema() {
    let desk = Desk::new("none");
    let old = Connection::open(desk.path("old.db")).expect("a file");
    old.execute_batch("PRAGMA application_id = 0x54504E54; VACUUM").expect("a network file without a schema");
    drop(old);
    let before = fs::read(desk.path("old.db")).expect("it");
    assert_eq!(desk.done("--db old.db point list --format csv --fields code"), "code\n");
    assert!(fs::read(desk.path("old.db")).expect("it") == before, "a read upgraded the file");
    desk.done("--db old.db setting set site OLD");
    let version = |name: &str| -> u32 {
        desk.sql(name).pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version")
    };
    assert_eq!(version("old.db"), version("n.db"));
}

#[test]
fn a_file_in_wal_mode_is_switched_and_told() {
    let desk = Desk::new("none");
    let sql = "PRAGMA journal_mode = WAL; UPDATE setting SET value = 'W' WHERE name = 'name'";
    desk.sql("n.db").execute_batch(sql).expect("WAL");
    let done = desk.run(&["setting", "list", "--format", "csv"]);
    let (data, errors) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && data.contains("name,W,"), "{done:?}");
    assert!(errors.contains("was in WAL mode"), "{errors}");
    assert_eq!(desk.names(), ["n.db"]);
    assert!(desk.run(&["setting", "list"]).stderr.is_empty());
}

#[test]
fn reading_changes_nothing() {
    let desk = Desk::new("hu");
    let look = || {
        (fs::read(desk.file()).expect("it"), fs::metadata(desk.file()).and_then(|it| it.modified()).expect("a time"))
    };
    let before = look();
    for arguments in [&["point", "list"][..], &["check"], &["lead", "chain", "K1"], &["area", "export"]] {
        desk.run(arguments);
        assert!(look() == before, "{arguments:?} changed the file");
    }
    assert_eq!(desk.names(), ["n.db"]);
}
