//! A desk: a folder with a network file of one point, and the program at work in it.

use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub struct Desk {
    folder: TempDir,
    /// What the program keeps for a while lies here, so that a killed one leaves nothing in the system's own folder.
    temporary: TempDir,
}

impl Desk {
    /// A network of this country, `hu` with its areas or `none` with few rows and quick to copy, and its point K1.
    pub fn new(country: &str) -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        let desk = Self { folder: folder(), temporary: folder() };
        desk.done(&format!("init n.db --site T --name Test --country {country}"));
        let area = if country == "hu" { " --area Gyula" } else { "" };
        desk.done(&format!("point add K1 --name Minta{area}"));
        desk
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The network file.
    pub fn file(&self) -> PathBuf {
        self.path("n.db")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
        command.current_dir(&self.folder).args(arguments);
        // Nothing of whoever runs the tests.
        command.env_remove("TUKIPONT_NOW").env_remove("TUKIPONT_PLAIN").env("TUKIPONT_CONFIG", "");
        command.env("TUKIPONT_DB", "n.db").env("TUKIPONT_LANG", "en").env("TMPDIR", self.temporary.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program")
    }

    /// Runs a line of words that must be done, and gives its data.
    pub fn done(&self, line: &str) -> String {
        let done = self.run(&words(line));
        assert!(done.status.success(), "{line}: {done:?}");
        String::from_utf8(done.stdout).expect("text")
    }

    /// The command is refused with this exit code and these words, and the file is as it was.
    pub fn refused(&self, arguments: &[&str], code: i32, expected: &str) {
        let before = fs::read(self.file()).ok();
        let done = self.run(arguments);
        let errors = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {errors}");
        assert!(errors.contains(expected), "{arguments:?}: {errors}");
        assert!(errors.contains("hint: "), "{arguments:?} says no next step: {errors}");
        assert!(done.stdout.is_empty(), "{arguments:?} printed data: {done:?}");
        assert!(fs::read(self.file()).ok() == before, "{arguments:?} changed the file");
    }

    /// Writes a sheet of so many sessions, no two alike.
    pub fn sheet(&self, name: &str, rows: usize) {
        let row = |row: usize| format!("2026-01-{:02},K1,phone,individual,1,{row}\n", row % 28 + 1);
        let rows: String = (0..rows).map(row).collect();
        fs::write(self.path(name), format!("date,point,mode,kind,attendances,note\n{rows}")).expect("a sheet");
    }

    /// Plain SQL over a file of the folder; it makes none.
    pub fn sql(&self, name: &str) -> Connection {
        Connection::open_with_flags(self.path(name), OpenFlags::SQLITE_OPEN_READ_WRITE).expect("a file")
    }

    /// What a query counts in the network file.
    pub fn count(&self, query: &str) -> i64 {
        self.sql("n.db").query_row(query, [], |row| row.get(0)).expect("a count")
    }

    /// The copies of the network file that lie in their folder.
    #[cfg(unix)]
    pub fn copies(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path("n.db.backups")) else { return Vec::new() };
        let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
        names.filter(|name| name.ends_with(".db")).map(|name| format!("n.db.backups/{name}")).collect()
    }

    /// What lies in the folder, in the order of the names.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).expect("the folder").map(|entry| entry.expect("an entry"));
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().expect("a name")).collect();
        names.sort();
        names
    }
}

/// The words of a line.
pub fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}
