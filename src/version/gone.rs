//! Rows that are gone, found by what they were called.

use crate::error::{Refusal, Result, refusal};
use crate::file::names::Reach;
use crate::file::{Network, Row, id};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};
use crate::value::code::APART;
use rusqlite::types::Value;
use std::collections::BTreeSet;

impl Network {
    /// The id of the row that is called so, or was before it was removed; of rows that are joined, of the one that stands
    /// for them. An exact code of a removed row comes before what only begins so.
    ///
    /// # Errors
    /// Where there never was one, or there are several.
    pub fn find_once(&self, noun: &'static Noun, typed: &str, reach: Reach) -> Result<i64> {
        let id = match self.find_id(noun, None, typed, Reach::Whole) {
            Ok(id) => id,
            Err(error) if refusal(&error).message.key == "ambiguous" => return Err(error),
            Err(error) => match (&self.once_called(noun, typed)?[..], reach) {
                ([row], _) | ([row, ..], Reach::Beginning) => *row,
                ([], Reach::Beginning) => self.find_id(noun, None, typed, reach)?,
                ([], Reach::Whole) => return Err(error),
                (rows, Reach::Whole) => {
                    let code = typed.split(APART).next().unwrap_or(typed);
                    let told: Vec<String> = rows.iter().map(|row| id::told_apart(code, *row)).collect();
                    let refusal = Refusal::not_found(say::ambiguous(Word(noun.name), typed));
                    return Err(refusal.hint(say::one_of(told.join(", "))).into());
                }
            },
        };
        Ok(self.notices()?.stands_for(noun.name, id))
    }

    /// The ids of the rows that had this code and have it no more, the last one first; the code may end in the beginning
    /// of the one's id that is meant.
    fn once_called(&self, noun: &Noun, typed: &str) -> Result<Vec<i64>> {
        let (code, beginning) = match noun.naming {
            Naming::Unnamed => (None, Some(typed)),
            _ => match typed.split_once(APART) {
                Some((code, beginning)) => (Some(code), Some(beginning)),
                None => (Some(typed), None),
            },
        };
        let (value, mask) = match beginning.map(id::parse) {
            None => (0, 0),
            // A row without a code is meant by its whole id only.
            Some(Some((value, mask))) if code.is_some() || mask == i64::MAX => (value, mask),
            Some(_) => return Ok(Vec::new()),
        };
        let sql = "SELECT id FROM version WHERE noun = ?1 AND (?2 IS NULL OR body ->> 'code' = ?2 COLLATE NOCASE) \
                   AND id & ?3 = ?4 GROUP BY id ORDER BY max(clock) DESC, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((noun.name, code, mask, value), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The id of a row that had this code and was taken away by `undo`: a sheet that names it brings it back.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn undone_row(&self, noun: &Noun, code: &str) -> Result<Option<i64>> {
        let Some(row) = self.once_called(noun, code)?.first().copied() else { return Ok(None) };
        let Some(lineage) = self.lineage(noun, row)? else { return Ok(None) };
        let winner = lineage.winner();
        let is_undone = winner.deleted && self.command(winner.command)?.is_some_and(|command| command.verb == "undo");
        Ok(is_undone.then_some(row))
    }

    /// The row that a sender has called so, where it is called otherwise now, or was removed.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn sent_as(&self, noun: &Noun, code: &str, sender: i64) -> Result<Option<i64>> {
        for row in self.once_called(noun, code)? {
            let Some(lineage) = self.lineage(noun, row)? else { continue };
            for version in lineage.versions() {
                if self.command(version.command)?.is_some_and(|command| command.sender == Some(sender)) {
                    return Ok(Some(row));
                }
            }
        }
        Ok(None)
    }

    /// Rows of a noun that once referred to any of these by a column, and do no more: as they were when they last did.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn once_referred(&self, noun: &Noun, column: &str, targets: &[i64]) -> Result<Vec<Row>> {
        let Some(place) = noun.place(column) else { return Ok(Vec::new()) };
        let is_meant = |value: &Value| matches!(value, Value::Integer(id) if targets.contains(id));
        let mut statement = self
            .connection
            .prepare("SELECT DISTINCT id FROM version WHERE noun = ?1 AND body ->> ?2 = ?3 ORDER BY id")?;
        let mut ids = BTreeSet::new();
        for target in targets {
            let found = statement.query_map((noun.name, column, target), |row| row.get::<_, i64>(0))?;
            ids.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        let mut rows = Vec::new();
        for id in ids {
            let (shown, Some(lineage)) = (self.shown(noun, id)?, self.lineage(noun, id)?) else { continue };
            let mut versions = lineage.versions().iter().rev();
            let last = versions.find(|version| version.says[place].as_ref().is_some_and(is_meant));
            if let Some(last) = last.filter(|_| !shown.is_some_and(|(_, stored)| is_meant(&stored[place]))) {
                let cells = self.told(noun, &lineage.content(noun, &last.digest))?;
                rows.push(Row { id, cells, shares_code: false });
            }
        }
        Ok(rows)
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
