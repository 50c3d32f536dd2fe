//! Versions: what a row said, when, and by which command.

use super::Network;
use super::command::SCHEMA;
use super::digest::{Digest, Digester};
use super::write::Stored;
use crate::error::Result;
use crate::record::Noun;
use rusqlite::OptionalExtension;
use rusqlite::types::{Value, ValueRef};

/// When a version was made, what it says, and by which command.
pub(super) struct Stamp {
    pub clock: i64,
    pub digest: Digest,
    pub command: i64,
}

/// The digest of what a version says.
pub(super) fn digest(noun: &Noun, id: i64, parents: &[u8], deleted: bool, stored: &Stored) -> Digest {
    let mut digester = Digester::new(noun.name, id, parents, deleted, SCHEMA);
    for (column, value) in noun.columns().iter().zip(stored) {
        digester.field(&column.name, ValueRef::from(value));
    }
    digester.finish()
}

impl Network {
    /// What a row says now, and since when.
    pub(super) fn stored(&self, noun: &Noun, id: i64) -> Result<(Stored, Stamp)> {
        let columns: String = noun.columns().iter().map(|column| format!("\"{}\", ", column.name)).collect();
        let sql = format!("SELECT {columns}clock, digest, command FROM {} WHERE id = ?", noun.name);
        let count = noun.columns().len();
        let found = self
            .connection
            .prepare_cached(&sql)?
            .query_row([id], |row| {
                let stored = (0..count).map(|place| row.get(place)).collect::<rusqlite::Result<Stored>>()?;
                let stamp = Stamp { clock: row.get(count)?, digest: row.get(count + 1)?, command: row.get(count + 2)? };
                Ok((stored, stamp))
            })
            .optional()?;
        found.ok_or_else(|| anyhow::anyhow!("{} {id} is gone", noun.name))
    }

    /// Keeps a version among the others of its row; one that is kept already stays as it is.
    pub(super) fn keep(
        &self,
        noun: &Noun,
        id: i64,
        stored: &Stored,
        stamp: &Stamp,
        parents: &[u8],
        deleted: bool,
    ) -> Result<()> {
        let body: serde_json::Map<String, serde_json::Value> = noun
            .columns()
            .iter()
            .zip(stored)
            .filter_map(|(column, value)| match value {
                Value::Integer(number) => Some((column.name.clone(), (*number).into())),
                Value::Text(text) => Some((column.name.clone(), text.clone().into())),
                _ => None,
            })
            .collect();
        let body = serde_json::to_string(&body)?;
        let sql = "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        let values = (noun.name, id, stamp.digest, stamp.clock, stamp.command, parents, deleted, body);
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Puts a new version on top of the one that stands in the table; both are kept, and the table follows.
    pub(super) fn supersede(
        &self,
        noun: &Noun,
        id: i64,
        before: &(Stored, Stamp),
        now: &Stored,
        deleted: bool,
    ) -> Result<Stamp> {
        let (said, stamp) = before;
        self.keep(noun, id, said, stamp, &[], false)?;
        let new = Stamp {
            // A clock that runs behind must not put a version before its own parent.
            clock: self.clock.max(stamp.clock + 1),
            digest: digest(noun, id, &stamp.digest, deleted, now),
            command: self.command_id()?,
        };
        self.keep(noun, id, now, &new, &stamp.digest, deleted)?;
        Ok(new)
    }
}
