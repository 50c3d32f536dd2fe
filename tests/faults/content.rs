//! What a file says, read with plain SQL, so that two states of it can be compared.
#![cfg(unix)]

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Every definition and every row, without the mark of a bulk command, which says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    /// Tells two contents apart.
    digest: u64,
    /// Tells people how they differ.
    rows: BTreeMap<String, usize>,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = self.rows.iter().filter(|(_, rows)| **rows > 0).map(|(table, rows)| format!("{table} {rows}"));
        write!(f, "{:016x} ({})", self.digest, told.collect::<Vec<_>>().join(", "))
    }
}

impl Content {
    /// Reads a file; what a killed command left in its journal is taken back first.
    pub fn of(file: &Connection) -> rusqlite::Result<Self> {
        let mut hasher = DefaultHasher::new();
        let mut rows = BTreeMap::new();
        let mut schema =
            file.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name <> 'busy' ORDER BY name")?;
        let mut definitions = schema.query([])?;
        while let Some(definition) = definitions.next()? {
            let (kind, name): (String, String) = (definition.get(0)?, definition.get(1)?);
            definition.get::<_, Option<String>>(2)?.hash(&mut hasher);
            if kind == "table" {
                let count = hash_rows(file, &name, &mut hasher)?;
                rows.insert(name, count);
            }
        }
        Ok(Self { digest: hasher.finish(), rows })
    }
}

/// The rows come in the order of their keys.
fn hash_rows(file: &Connection, table: &str, hasher: &mut DefaultHasher) -> rusqlite::Result<usize> {
    let mut statement = file.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for place in 0..columns {
            match row.get_ref(place)? {
                ValueRef::Null => 0.hash(hasher),
                ValueRef::Integer(number) => (1, number).hash(hasher),
                ValueRef::Real(number) => (2, number.to_bits()).hash(hasher),
                ValueRef::Text(bytes) => (3, bytes).hash(hasher),
                ValueRef::Blob(bytes) => (4, bytes).hash(hasher),
            }
        }
        count += 1;
    }
    Ok(count)
}

/// Whether SQLite finds the file sound, indexes and references too.
pub fn is_sound(file: &Connection) -> rusqlite::Result<bool> {
    let verdict: String = file.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok(verdict == "ok" && !file.prepare("PRAGMA foreign_key_check")?.exists([])?)
}
