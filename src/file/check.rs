//! References that lead nowhere and codes that no list has: what only SQL can find quickly.

use super::{Network, Row};
use crate::error::{Refusal, Result};
use crate::file::id;
use crate::locale::say;
use crate::network::Category;
use crate::nouns;
use crate::record::{Noun, Record};
use crate::value::Form;
use std::collections::BTreeMap;

/// A finding: the noun, the row as people call it, and what it is about.
pub type Found<T> = Vec<(&'static str, String, T)>;

impl Network {
    /// Refuses a file whose pages do not hold together.
    ///
    /// # Errors
    /// Where they do not.
    pub fn refuse_a_damaged_file(&self, name: &str) -> Result<()> {
        let verdict: String = self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        match verdict.as_str() {
            "ok" => Ok(()),
            _ => Err(Refusal::failed(say::foreign_damaged(name)).hint(say::other_copy_hint()).into()),
        }
    }

    /// Rows that refer to rows which are not there, each with the noun referred to.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn dangling(&self) -> Result<Found<&'static str>> {
        let mut found = Vec::new();
        let mut statement = self.connection.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
            let known = |name: &str| nouns::NOUNS.iter().find(|noun| noun.name == name);
            if let (Some(noun), Some(target)) = (known(&table), known(&target)) {
                found.push((noun.name, self.shown_as(noun, row.get(1)?)?, target.name));
            }
        }
        Ok(found)
    }

    /// Rows whose lists or tallies hold a code that no category has, each with the code.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn unknown_codes(&self) -> Result<Found<String>> {
        let category = nouns::named("category")?;
        let mut found = Vec::new();
        for (noun, column, list) in code_columns() {
            let sql =
                format!("SELECT min(id), \"{column}\" FROM {} WHERE \"{column}\" IS NOT NULL GROUP BY 2", noun.name);
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text: String = row.get(1)?;
                for code in categories_in(&text, list) {
                    if self.id_of_code(category, None, &code)?.is_none() {
                        let own = list.map_or(0, |list| list.len() + 1);
                        found.push((noun.name, self.shown_as(noun, row.get(0)?)?, code[own..].to_string()));
                    }
                }
            }
        }
        Ok(found)
    }

    /// How many rows of each noun need a row: refer to it, or hold its code in a list or a tally.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn needed_by(&self, noun: &Noun, row: &Row) -> Result<Vec<(&'static str, i64)>> {
        let mut needed: BTreeMap<&'static str, i64> = BTreeMap::new();
        for other in &nouns::NOUNS {
            for (column, _) in self.references(other)?.iter().filter(|(_, target)| **target == noun.name) {
                let sql = format!("SELECT count(*) FROM {} WHERE \"{column}\" = ?", other.name);
                let count: i64 = self.connection.query_row(&sql, [row.id], |row| row.get(0))?;
                *needed.entry(other.name).or_default() += count;
            }
        }
        if noun.name == Category::NOUN {
            for (other, count) in self.holders(noun.code(&row.cells).unwrap_or_default())? {
                *needed.entry(other).or_default() += count;
            }
        }
        Ok(needed.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// How many rows of each noun hold a category's code in a list or a tally.
    fn holders(&self, category: &str) -> Result<Vec<(&'static str, i64)>> {
        let (own, code) = category.split_once(':').unwrap_or(("", category));
        let mut holders = Vec::new();
        for (noun, column, list) in code_columns() {
            let (ending, text) = match list {
                Some(list) if list == own => (" || ' '", format!(" {code} ")),
                Some(_) => continue,
                None => ("", format!(" {category}=")),
            };
            let sql = format!("SELECT count(*) FROM {} WHERE instr(' ' || \"{column}\"{ending}, ?) > 0", noun.name);
            let count: i64 = self.connection.query_row(&sql, [text], |row| row.get(0))?;
            holders.push((noun.name, count));
        }
        Ok(holders)
    }

    /// How many sessions each point has after a day.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn sessions_after(&self, day: &str) -> Result<Found<i64>> {
        self.counted("point", "SELECT point, count(*) FROM session WHERE date > ? GROUP BY point", &[day])
    }

    /// How many sessions each point has before it opened or after it closed.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn sessions_while_not_open(&self) -> Result<Found<i64>> {
        let sql = "SELECT point.id, (SELECT count(*) FROM session WHERE session.point = point.id \
            AND (session.date < point.opened OR session.date > point.closed)) AS outside \
            FROM point WHERE outside > 0 ORDER BY point.code";
        self.counted("point", sql, &[])
    }

    /// How many sessions each mode of support has on days on which it was not in use.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn sessions_in_old_categories(&self) -> Result<Found<i64>> {
        let sql = "SELECT mode.id, count(*) FROM category AS mode JOIN session ON session.mode = mode.id \
            WHERE (mode.since IS NOT NULL OR mode.until IS NOT NULL) \
            AND (session.date < mode.since OR session.date > mode.until) GROUP BY mode.id ORDER BY mode.code";
        self.counted("category", sql, &[])
    }

    /// Rows of a noun with a count each, from a query for ids and counts.
    fn counted(&self, noun: &str, sql: &str, parameters: &[&str]) -> Result<Found<i64>> {
        let noun = nouns::named(noun)?;
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(parameters))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((noun.name, self.shown_as(noun, row.get(0)?)?, row.get(1)?));
        }
        Ok(found)
    }

    /// What people call the row with this id.
    fn shown_as(&self, noun: &Noun, row: i64) -> Result<String> {
        Ok(self.row(noun, row)?.map_or_else(|| id::show(row), |row| row.called(noun)))
    }
}

/// The columns that hold codes as texts: lists with their list, and tallies, whose codes carry theirs.
pub(super) fn code_columns() -> impl Iterator<Item = (&'static Noun, &'static str, Option<&'static str>)> {
    nouns::NOUNS.iter().flat_map(|noun| {
        noun.columns().iter().filter_map(move |column| match (column.form, noun.list_of(&column.name)) {
            (Form::Codes, Some(list)) => Some((noun, column.name.as_str(), Some(list))),
            (Form::Tally, _) => Some((noun, column.name.as_str(), None)),
            _ => None,
        })
    })
}

/// The categories that a list or a tally names, by their whole codes.
pub(super) fn categories_in<'t>(text: &'t str, list: Option<&'t str>) -> impl Iterator<Item = String> + 't {
    let codes = text.split(' ').map(|part| part.split('=').next().unwrap_or(part));
    codes.map(move |code| list.map_or_else(|| code.to_string(), |list| format!("{list}:{code}")))
}
