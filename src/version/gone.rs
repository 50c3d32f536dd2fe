//! Rows that are gone, found by what they were called.

use crate::error::Result;
use crate::file::{Network, id};
use crate::record::{Naming, Noun};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

impl Network {
    /// The id of a row that had this code and is gone, the last one.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn removed_row(&self, noun: &Noun, code: &str) -> Result<Option<i64>> {
        let (sql, value) = match noun.naming {
            Naming::Unnamed => match id::parse(code) {
                Some((value, i64::MAX)) => ("id = ?2", Value::Integer(value)),
                _ => return Ok(None),
            },
            _ => ("body ->> 'code' = ?2 COLLATE NOCASE", Value::Text(code.to_string())),
        };
        let sql = format!("SELECT id FROM version WHERE noun = ?1 AND {sql} ORDER BY clock DESC LIMIT 1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row((noun.name, value), |row| row.get(0)).optional()?)
    }

    /// The id of a row that had this code and was taken away by `undo`: a sheet that names it brings it back.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn undone_row(&self, noun: &Noun, code: &str) -> Result<Option<i64>> {
        let Some(row) = self.removed_row(noun, code)? else { return Ok(None) };
        let Some(lineage) = self.lineage(noun, row)? else { return Ok(None) };
        let winner = lineage.winner();
        let is_undone = winner.deleted && self.command(winner.command)?.is_some_and(|command| command.verb == "undo");
        Ok(is_undone.then_some(row))
    }

    /// What a row is called, or was, where it is gone.
    pub fn called_once(&self, noun: &Noun, row: i64) -> Result<String> {
        if let Some(row) = self.row(noun, row)? {
            return Ok(row.called(noun));
        }
        let code = match (noun.naming, noun.place("code"), self.lineage(noun, row)?) {
            (Naming::Unnamed, ..) => None,
            (_, Some(place), Some(lineage)) => {
                lineage.content(noun, &lineage.winner().digest).swap_remove(place).into()
            }
            _ => None,
        };
        Ok(match code {
            Some(Value::Text(code)) => code,
            _ => id::show(row),
        })
    }
}
