//! Runs the program in process, on a network file of its own.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::rc::Rc;
use tukipont::call::{Streams, Terminal};

/// A folder with a network file.
pub struct Place {
    folder: tempfile::TempDir,
}

/// What a command left: its exit code, its data, its messages.
pub struct Left {
    pub code: u8,
    pub out: String,
    pub err: String,
}

#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Place {
    /// A new network of this country.
    pub fn new(country: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().expect("a folder") };
        let file = place.path("network.db").display().to_string();
        let left = place.run(&format!("init {file} --site BEK --name Probe --country {country}"));
        assert_eq!(left.code, 0, "{}", left.err);
        place
    }

    /// A network with two points and a mentor.
    pub fn small() -> Self {
        let place = Self::new("none");
        place.sheet("points.csv", "code,name,kind,status\nP-1,Library,staffed,open\nP-2,School,staffed,open\n");
        place.sheet("people.csv", "code,name,kind,status\nM-1,Minta Mária,volunteer,active\n");
        place.done("point import points.csv");
        place.done("person import people.csv");
        place
    }

    /// The same network once more.
    pub fn copy(&self) -> Self {
        let copy = Self { folder: tempfile::tempdir().expect("a folder") };
        std::fs::copy(self.path("network.db"), copy.path("network.db")).expect("room for a copy");
        copy
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the network.
    pub fn sheet(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).expect("room for a sheet");
    }

    /// Runs a line of words; those with a dot and a known ending are files beside the network.
    pub fn run(&self, line: &str) -> Left {
        self.run_with(line, "")
    }

    pub fn run_with(&self, line: &str, input: &str) -> Left {
        self.run_at(line, input, Terminal::default())
    }

    fn run_at(&self, line: &str, input: &str, terminal: Terminal) -> Left {
        let file = |word: &str| [".csv", ".toml", ".xlsx"].iter().any(|end| word.ends_with(end));
        let words = line.split(' ').map(|word| match file(word) {
            true => self.path(word).into_os_string(),
            false => OsString::from(word),
        });
        let db = ["tukipont".into(), "--db".into(), self.path("network.db").into_os_string()];
        self.words_at(db.into_iter().chain(words).collect(), input, terminal)
    }

    /// Runs a line at a terminal, where somebody answers.
    pub fn answered(&self, line: &str, answers: &str) -> Left {
        self.run_at(line, answers, Terminal { input: true, output: false, errors: true })
    }

    pub fn words(&self, words: Vec<OsString>, input: &str) -> Left {
        self.words_at(words, input, Terminal::default())
    }

    fn words_at(&self, words: Vec<OsString>, input: &str, terminal: Terminal) -> Left {
        let (out, err) = (Shared::default(), Shared::default());
        let streams = Streams {
            input: Box::new(Cursor::new(input.to_string().into_bytes())),
            output: Box::new(out.clone()),
            errors: Box::new(err.clone()),
            terminal,
        };
        let variables = [("TUKIPONT_LANG".to_string(), OsString::from("en"))].into();
        let code = tukipont::run(words, variables, streams);
        let text = |shared: Shared| String::from_utf8(shared.0.take()).expect("text");
        let folder = format!("{}{}", self.folder.path().display(), std::path::MAIN_SEPARATOR);
        Left { code, out: text(out), err: text(err).replace(&folder, "").replace("; undo: tukipont undo", "") }
    }

    /// Runs a line that must be done, and gives its messages.
    pub fn done(&self, line: &str) -> String {
        let left = self.run(line);
        assert_eq!(left.code, 0, "{line}: {}", left.err);
        left.err
    }

    /// Runs a line whose data must be refused, and gives its messages.
    pub fn refused(&self, line: &str) -> String {
        let left = self.run(line);
        assert_eq!(left.code, 4, "{line}: {}", left.err);
        left.err
    }

    /// All rows of a noun as a sheet.
    pub fn export(&self, noun: &str) -> String {
        self.run(&format!("{noun} export")).out
    }
}
