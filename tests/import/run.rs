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

    /// A network with a row of every noun.
    pub fn full() -> Self {
        let place = Self::new("none");
        for line in [
            "area add A-1 --name Orosháza --kind municipality",
            "organisation add KVT --name Library --sector library --area Orosháza",
            "point add P-1 --name Pont --area Orosháza --host KVT --modes phone --latitude 46.5 --opened 2020-01-01",
            "person add M-1 --name Minta --languages hu --organisation KVT --status active",
            "assignment add --person M-1 --role mentor --point P-1 --since 2026-01-01",
            "category add topic:chess --label-en Chess --coarser topic:culture",
            "mapping add county --content columns={name='Name'}",
            "form add visit.1 --kind survey --asked-of point --periods P1Y",
            "question add visit.1/rooms --form visit.1 --number 1 --kind count --most 20",
            "deadline add --form visit.1 --point P-1 --periodicity P1Y --since 2025-01-01",
            "report add --form visit.1 --point P-1 --period 2025 --status submitted",
            "answer add --question visit.1/rooms --point P-1 --period 2025 --value 3 --source typed",
            "session add --date 2026-01-01 --point P-1 --mode phone --kind one-off --attendances 2 --tally sex:female",
        ] {
            place.done(line);
        }
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

    pub fn words_at(&self, words: Vec<OsString>, input: &str, terminal: Terminal) -> Left {
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

/// A text in an encoding, with its mark where it has one.
pub fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    match encoding {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-8 with a mark" => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        "utf-16le" => [vec![0xFF, 0xFE], utf_16(u16::to_le_bytes)].concat(),
        "utf-16be" => [vec![0xFE, 0xFF], utf_16(u16::to_be_bytes)].concat(),
        code_page => {
            let encoding = encoding_rs::Encoding::for_label(code_page.as_bytes()).expect("an encoding");
            let (bytes, _, is_lossy) = encoding.encode(text);
            assert!(!is_lossy, "{code_page}: {text}");
            bytes.into_owned()
        }
    }
}

/// What would steer a terminal: control characters but the end of a line, and marks that turn the direction of writing.
pub fn steers(text: &str) -> bool {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| (c.is_control() && c != '\n') || turns(c))
}
