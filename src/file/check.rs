//! References that lead nowhere and codes that no list has: what only SQL can find quickly.

use super::Network;
use crate::cli;
use crate::error::Result;
use crate::file::id;
use crate::record::Noun;
use crate::value::Form;

/// A finding: the noun, the row as people call it, and what it is about.
pub type Found<T> = Vec<(&'static str, String, T)>;

impl Network {
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
            let known = |name: &str| cli::NOUNS.iter().find(|noun| noun.name == name);
            if let (Some(noun), Some(target)) = (known(&table), known(&target)) {
                found.push((noun.name, self.shown(noun, row.get(1)?)?, target.name));
            }
        }
        Ok(found)
    }

    /// Rows whose lists or tallies hold a code that no category has, each with the code.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn unknown_codes(&self) -> Result<Found<String>> {
        let category = cli::noun("category")?;
        let mut found = Vec::new();
        for noun in &cli::NOUNS {
            for column in noun.columns() {
                let list = match (column.form, noun.list_of(&column.name)) {
                    (Form::Codes, Some(list)) => Some(list),
                    (Form::Tally, _) => None,
                    _ => continue,
                };
                let sql = format!(
                    "SELECT min(id), \"{0}\" FROM {1} WHERE \"{0}\" IS NOT NULL GROUP BY 2",
                    column.name, noun.name
                );
                let mut statement = self.connection.prepare(&sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let text: String = row.get(1)?;
                    for code in text.split(' ').map(|part| part.split('=').next().unwrap_or(part)) {
                        let list = list.or_else(|| code.split(':').next());
                        if self.id_of_code(category, list, code)?.is_none() {
                            found.push((noun.name, self.shown(noun, row.get(0)?)?, code.to_string()));
                        }
                    }
                }
            }
        }
        Ok(found)
    }

    /// What people call the row with this id.
    fn shown(&self, noun: &Noun, row: i64) -> Result<String> {
        let found = self.row(noun, row)?;
        Ok(found.and_then(|row| noun.code(&row.cells).map(str::to_string)).unwrap_or_else(|| id::show(row)))
    }
}
