//! Erasure: personal fields taken out of every version of a row, here and in all that arrives later.

use super::lineage::Lineage;
use super::show::Place;
use super::{Says, Seal, Version};
use crate::error::Result;
use crate::file::{Network, id};
use crate::nouns;
use crate::record::{Naming, Noun};
use chrono::{NaiveDate, NaiveTime};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

impl Version {
    /// Takes out what tells of a person; what is left can no longer be checked against the digest, which stays its name.
    pub fn redact(&mut self, noun: &Noun, row: i64) {
        if let Some(seal) = self.sealed(noun) {
            self.seal = Seal::Away(seal);
        }
        // What says that there is nothing has nothing to take out, and goes on saying so.
        let personal = if self.seal == Seal::Empty { self.says.clone() } else { Vec::new() };
        take_out(noun, row, &mut self.says);
        for (place, said) in personal.into_iter().enumerate().filter(|(place, _)| noun.is_personal(*place)) {
            self.says[place] = said;
        }
    }
}

/// Takes out of what a version says what tells of a person.
pub(super) fn take_out(noun: &Noun, row: i64, says: &mut Says) {
    for (place, said) in says.iter_mut().enumerate() {
        if noun.is_personal(place) {
            *said = None;
        } else if noun.columns()[place].name == "code" && matches!(noun.naming, Naming::Made(_)) && said.is_some() {
            // People put names into codes.
            *said = Some(Value::Text(code_of_an_erased_row(row)));
        }
    }
}

/// What a row is called that was erased.
fn code_of_an_erased_row(row: i64) -> String {
    format!("erased-{}", id::show(row))
}

impl Network {
    /// Erases a row's personal fields from all that it ever said; true where that was not known before.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn erase(&self, noun: &'static Noun, id: i64) -> Result<bool> {
        self.erase_since(noun, id, self.clock)
    }

    /// The same, of a row that was erased elsewhere at this time; of two times the earlier counts.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn erase_since(&self, noun: &'static Noun, id: i64, clock: i64) -> Result<bool> {
        let since = self.erased_since(noun, id)?;
        // Whoever is told what is new since this command is told of this too.
        let sql = "INSERT INTO erased SELECT ?, ?, ?, max(turn) FROM command WHERE true ON CONFLICT DO UPDATE \
                   SET clock = excluded.clock, turn = excluded.turn WHERE excluded.clock < clock";
        self.connection.prepare_cached(sql)?.execute((noun.name, id, clock))?;
        self.erased.borrow_mut().insert(noun.name, true);
        if let Some(since) = since {
            return Ok(clock < since);
        }
        if let Some(lineage) = self.lineage(noun, id)? {
            self.remember_codes(noun, &lineage)?;
            let mut versions = lineage.into_versions();
            versions.iter_mut().for_each(|version| version.redact(noun, id));
            let sql = "DELETE FROM version WHERE noun = ? AND id = ?";
            self.connection.prepare_cached(sql)?.execute((noun.name, id))?;
            self.put_together(noun, id, versions)?;
        }
        Ok(true)
    }

    /// Remembers the numbers in a row's codes that were made here: an old sheet must never point at somebody else.
    fn remember_codes(&self, noun: &Noun, lineage: &Lineage) -> Result<()> {
        let Some(place) = noun.place("code") else { return Ok(()) };
        for version in lineage.versions() {
            if let Some(Value::Text(code)) = &version.says[place] {
                self.remember_made_code(noun, code)?;
            }
        }
        Ok(())
    }

    /// Whether a row was erased, here or in a file that was merged.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn is_erased(&self, noun: &Noun, id: i64) -> Result<bool> {
        if !noun.has_personal() || !self.has_erased(noun)? {
            return Ok(false);
        }
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM erased WHERE noun = ? AND id = ?")?;
        Ok(statement.exists((noun.name, id))?)
    }

    /// All rows that were erased, each with when.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn all_erased(&self) -> Result<Vec<(Place, i64)>> {
        let mut statement = self.connection.prepare("SELECT noun, id, clock FROM erased ORDER BY noun, id")?;
        let mut rows = statement.query([])?;
        let mut erased = Vec::new();
        while let Some(row) = rows.next()? {
            let noun: String = row.get(0)?;
            erased.push(((nouns::named(&noun)?.name, row.get(1)?), row.get(2)?));
        }
        Ok(erased)
    }

    /// The rows of a noun whose personal fields were last needed before a day and are still there, each with that day;
    /// those of a row that was removed were needed until then.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn due(&self, noun: &Noun, before: NaiveDate) -> Result<Vec<(i64, Option<String>)>> {
        let (table, Some(until)) = (noun.name, noun.needed_until) else { return Ok(Vec::new()) };
        let holds: Vec<String> = noun.personal.iter().map(|column| format!("\"{column}\" IS NOT NULL")).collect();
        let kept = format!("SELECT id FROM version WHERE noun = '{table}' AND personal IS NOT NULL");
        let erased = format!("SELECT id FROM erased WHERE noun = '{table}'");
        let sql = format!(
            "SELECT id, \"{until}\" FROM {table} WHERE \"{until}\" < ?1 AND ({holds} OR id IN ({kept})) \
             AND id NOT IN ({erased}) UNION ALL \
             SELECT id, date(max(clock) / 1000, 'unixepoch') FROM version WHERE noun = '{table}' AND id IN ({kept}) \
             AND id NOT IN (SELECT id FROM {table}) AND id NOT IN ({erased}) GROUP BY id HAVING max(clock) < ?2",
            holds = holds.join(" OR "),
        );
        let clock = before.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
        let mut statement = self.connection.prepare(&sql)?;
        let rows = statement.query_map((before.to_string(), clock), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// When a row was erased, where it was.
    pub(super) fn erased_since(&self, noun: &Noun, id: i64) -> Result<Option<i64>> {
        let mut statement = self.connection.prepare_cached("SELECT clock FROM erased WHERE noun = ? AND id = ?")?;
        Ok(statement.query_row((noun.name, id), |row| row.get(0)).optional()?)
    }

    /// Whether any row of a noun was erased.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn has_erased(&self, noun: &Noun) -> Result<bool> {
        if let Some(known) = self.erased.borrow().get(noun.name) {
            return Ok(*known);
        }
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM erased WHERE noun = ? LIMIT 1")?;
        let has = statement.exists([noun.name])?;
        self.erased.borrow_mut().insert(noun.name, has);
        Ok(has)
    }
}
