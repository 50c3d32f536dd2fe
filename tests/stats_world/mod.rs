//! A network file of a test's own, and the program run on it in process.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::Write;
use std::rc::Rc;
use tukipont::call::{Streams, Terminal};

/// A folder with a network file in it.
pub struct World {
    /// The folder, gone with the world.
    pub folder: tempfile::TempDir,
}

/// What a command came to.
pub struct Answer {
    /// The exit code.
    pub code: u8,
    /// Data.
    pub output: String,
    /// Everything else.
    pub errors: String,
}

/// A stream that the test reads afterwards.
#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Stream {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("UTF-8")
    }
}

impl World {
    /// A network without areas, points and people.
    pub fn new() -> Self {
        let world = Self { folder: tempfile::tempdir().expect("a folder") };
        let file = world.file();
        world.must(&format!("init {} --site T --name Teszt --country none", file.display()));
        world
    }

    /// The network file.
    pub fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("network.db")
    }

    /// Runs a command line, words parted by spaces.
    pub fn run(&self, words: &str) -> Answer {
        let arguments = ["tukipont"].into_iter().chain(words.split_whitespace()).map(OsString::from);
        let variables = [("TUKIPONT_DB".to_string(), self.file().into_os_string())].into();
        let (output, errors) = (Stream::default(), Stream::default());
        let streams = Streams {
            input: Box::new(std::io::empty()),
            output: Box::new(output.clone()),
            errors: Box::new(errors.clone()),
            terminal: Terminal::default(),
        };
        let code = tukipont::run(arguments.collect(), variables, streams);
        Answer { code, output: output.text(), errors: errors.text() }
    }

    /// Runs a command line that must succeed.
    pub fn must(&self, words: &str) {
        let answer = self.run(words);
        assert_eq!(answer.code, 0, "{words}\n{}", answer.errors);
    }
}
