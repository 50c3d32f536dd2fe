//! A network that hostile sheets come to: what it holds, and what it was told to hold.

use crate::run::{Left, Place, steers};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;

/// A network with a row of every noun, and how it was in the beginning.
pub struct Target {
    pub place: Place,
    bytes: Vec<u8>,
    before: Content,
}

/// What a network holds: how many rows, and all that they have said.
#[derive(PartialEq, Eq)]
struct Content {
    rows: i64,
    versions: BTreeSet<(String, i64, Vec<u8>)>,
}

impl Target {
    pub fn new() -> Self {
        let place = Place::full();
        place.done("setting set country hu");
        let bytes = fs::read(place.path("network.db")).expect("the file");
        let before = content(&place);
        Self { place, bytes, before }
    }

    /// Runs an import, dry or not; what it says of rows is what there is then.
    pub fn import(&self, line: &str) -> Left {
        let left = self.ask(line);
        let told = Told::of(&left.err);
        let after = content(&self.place);
        let is_dry = ["--dry-run", "--explain"].iter().any(|flag| line.contains(flag));
        if is_dry || told == Told::default() {
            let is_same = after == self.before;
            assert!(is_same, "{line}: {} rows, once {}: {}", after.rows, self.before.rows, left.err);
        }
        if !is_dry {
            assert_eq!(after.rows - self.before.rows, told.more, "{line}: {}", left.err);
            fs::write(self.place.path("network.db"), &self.bytes).expect("the file");
        }
        left
    }

    /// Runs a line that ends well or refuses data, and steers no terminal.
    pub fn ask(&self, line: &str) -> Left {
        let left = self.place.run(line);
        assert!([0, 4].contains(&left.code), "{line}: {}: {}", left.code, left.err);
        assert!(!steers(&left.err), "{line}: {:?}", left.err);
        assert!(
            left.code == 0 || left.err.contains("error: ") || left.err.contains("refused: "),
            "{line}: {}",
            left.err
        );
        left
    }
}

/// What an import says that it did.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// So many rows more than before.
    more: i64,
    changed: i64,
}

impl Told {
    fn of(err: &str) -> Self {
        let mut told = Self::default();
        for line in err.lines() {
            let number = |text: &str| text.trim().replace(',', "").parse::<i64>().ok();
            let after = |text: &str| line.split_once(text).and_then(|(_, rest)| number(rest.split([':', ';']).next()?));
            let before = |text: &str| line.split_once(text).and_then(|(rest, _)| number(rest.rsplit([' ']).next()?));
            told.more += after(" made on the way: ").or(after(" are back: ")).or(before(" new, ")).unwrap_or(0);
            told.changed += before(" changed, ").unwrap_or(0);
        }
        told
    }
}

fn content(place: &Place) -> Content {
    let file = Connection::open(place.path("network.db")).expect("the file");
    let nouns = tukipont::nouns::NOUNS.iter().map(|noun| noun.name);
    let tables: Vec<String> = nouns.map(|noun| format!("SELECT '{noun}', id, digest FROM {noun}")).collect();
    let all = |sql: &str| -> Vec<(String, i64, Vec<u8>)> {
        let mut statement = file.prepare(sql).expect("a query");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
        rows.map(|row| row.expect("a version")).collect()
    };
    let rows = all(&tables.join(" UNION ALL "));
    let (count, versions) = (rows.len() as i64, all("SELECT noun, id, digest FROM version"));
    Content { rows: count, versions: rows.into_iter().chain(versions).collect() }
}
