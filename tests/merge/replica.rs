//! One copy of a network file, with a clock of its own and the program to work on it.

use crate::older::tell_as_older;
use rusqlite::Connection;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;
use tukipont::call::{Streams, Terminal, Variables};

/// A version: the noun, the row, and its digest.
pub type Name = (String, i64, Vec<u8>);

/// What a command came to.
#[derive(Debug)]
pub struct Done {
    pub code: u8,
    pub out: String,
    pub err: String,
}

/// One copy of a network file.
pub struct Replica {
    folder: TempDir,
    /// Seconds since 1970 on its clock.
    pub now: i64,
    /// How far the clock goes with each command.
    pub step: i64,
}

/// A stream that can still be read when the command is over.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Replica {
    /// A new file with nothing in it but its lists.
    pub fn empty(site: &str) -> Self {
        let replica = Self { folder: folder(), now: 1_795_000_000, step: 60 };
        let done = replica.told(&format!("init FILE --site {site} --name Minta --country none"));
        assert_eq!(done.code, 0, "{}", done.err);
        replica
    }

    /// A new file with a few rows that all begin with.
    pub fn first() -> Self {
        let replica = Self::empty("A");
        for words in [
            "area add X-01 --name Mintafalva --kind municipality",
            "area add X-02 --name Példatelep --kind municipality --parent X-01",
            "organisation add O-1 --name Önkormányzat --area X-01",
            "point add P-1 --name Könyvtár --area X-01 --host O-1",
            "point add P-2 --name Teleház --area X-02",
            "person add M-1 --name Kezdő --status active --phone +36301111111 --organisation O-1",
            "assignment add --person M-1 --role mentor --point P-1",
            "session add --date 2026-01-02 --point P-1 --mentor M-1 --mode phone --kind individual --attendances 1",
        ] {
            let done = replica.told(words);
            assert_eq!(done.code, 0, "{words}: {}", done.err);
        }
        // A hundred categories that nobody touches only cost time.
        let file = replica.look();
        file.execute("DELETE FROM category WHERE code NOT IN ('mode:phone', 'mode:remote')", []).expect("the database");
        drop(file);
        // All begin with a file that an older program has made.
        tell_as_older(&replica);
        replica
    }

    /// The same file on another desk, with another clock.
    pub fn copy(&self, now: i64, step: i64) -> Self {
        let other = Self { folder: folder(), now, step };
        std::fs::copy(self.file(), other.file()).expect("room for a copy");
        other
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("network.db")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file, for a look that is not the program's.
    pub fn look(&self) -> Connection {
        Connection::open(self.file()).expect("the file")
    }

    /// Runs a command line of plain words.
    pub fn told(&self, line: &str) -> Done {
        self.run(&line.split(' ').collect::<Vec<_>>())
    }

    /// Runs a command line.
    pub fn run(&self, words: &[&str]) -> Done {
        let file = self.file().display().to_string();
        let words = words.iter().map(|word| if *word == "FILE" { file.as_str() } else { word });
        let words = ["tukipont", "--db", &file].into_iter().chain(words).map(Into::into).collect();
        let (output, errors) = (Kept::default(), Kept::default());
        let streams = Streams {
            input: Box::new(std::io::empty()),
            output: Box::new(output.clone()),
            errors: Box::new(errors.clone()),
            terminal: Terminal::default(),
        };
        let now = chrono::DateTime::from_timestamp(self.now, 0).expect("a moment").to_rfc3339();
        let variables =
            [("TUKIPONT_NOW", now.as_str()), ("TUKIPONT_CONFIG", "")].map(|(name, value)| (name.into(), value.into()));
        let code = tukipont::run(words, Variables::from(variables), streams);
        let text = |kept: Kept| String::from_utf8_lossy(&kept.0.borrow()).into_owned();
        Done { code, out: text(output), err: text(errors) }
    }

    /// The names of all versions in the file.
    pub fn versions(&self) -> BTreeSet<Name> {
        let file = self.look();
        let mut names = BTreeSet::new();
        let mut read = |sql: &str| {
            let mut statement = file.prepare(sql).expect("a query");
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
            names.extend(rows.map(|row| row.expect("a version")));
        };
        read("SELECT noun, id, digest FROM version");
        for noun in nouns(&file) {
            read(&format!("SELECT '{noun}', id, digest FROM {noun}"));
        }
        names
    }

    /// All that merging has to make equal, as text.
    pub fn dump(&self) -> String {
        let file = self.look();
        let mut dump = String::new();
        let makers: Vec<String> = nouns(&file).map(|noun| format!("SELECT command FROM {noun}")).collect();
        let made = format!("WHERE id IN ({} UNION SELECT command FROM version)", makers.join(" UNION "));
        let tables = nouns(&file).map(|noun| (noun, "*", "", "id")).chain([
            ("version", "*", "", "noun, id, digest"),
            ("erased", "noun, id, clock", "", "noun, id"),
            // What the file belongs to is its own.
            ("setting", "name, value, clock", "WHERE clock > 0 AND name <> 'site'", "name"),
            ("notice", "*", "", "noun, id, what"),
            // Who made what; when a file learnt of it is its own.
            ("command", "id, clock, site, verb, noun, schema, rows, fields", &made, "id"),
        ]);
        for (table, columns, which, order) in tables {
            let mut statement =
                file.prepare(&format!("SELECT {columns} FROM {table} {which} ORDER BY {order}")).expect("a query");
            let width = statement.column_count();
            let mut rows = statement.query([]).expect("rows");
            while let Some(row) = rows.next().expect("a row") {
                let cells: Vec<String> =
                    (0..width).map(|place| format!("{:?}", row.get_ref(place).expect("a cell"))).collect();
                dump += &format!("{table}: {}\n", cells.join(" | "));
            }
        }
        dump
    }

    /// Where a text stands in the folder, in letters of any case: the file, its journal, its copies.
    pub fn holds(&self, text: &str) -> Option<PathBuf> {
        holds(self.folder.path(), &text.to_ascii_lowercase())
    }
}

/// Everything that has versions in a file, which an older program may have made.
pub fn nouns(file: &Connection) -> impl Iterator<Item = &'static str> {
    NOUNS.into_iter().filter(|noun| file.table_exists(Some("main"), *noun).expect("the schema"))
}

/// Everything that has versions.
pub const NOUNS: [&str; 14] = [
    "area",
    "organisation",
    "point",
    "person",
    "assignment",
    "category",
    "session",
    "mapping",
    "form",
    "question",
    "deadline",
    "report",
    "answer",
    "pair",
];

/// In memory where the system can: a property test commits many thousand times.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    tempfile::tempdir_in(place).expect("a temporary folder")
}

fn holds(folder: &Path, text: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder).expect("the folder").find_map(|entry| {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => holds(&path, text),
            false => {
                let bytes = std::fs::read(&path).expect("it");
                String::from_utf8_lossy(&bytes).to_ascii_lowercase().contains(text).then_some(path)
            }
        }
    })
}
