//! Codes of rows by their ids, for tables that refer to them.

use super::{Network, id};
use crate::error::Result;
use crate::record::Noun;
use crate::version::notice::What;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// The codes of rows that are referred to, each read once.
pub struct Codes<'n> {
    network: &'n Network,
    noun: &'n Noun,
    /// How many letters of a code its list takes.
    prefix: usize,
    known: HashMap<i64, Option<String>>,
}

impl<'n> Codes<'n> {
    /// Those of a noun's rows, or of one list of categories.
    pub fn of(network: &'n Network, noun: &'n Noun, list: Option<&str>) -> Self {
        Self { network, noun, prefix: list.map_or(0, |list| list.len() + 1), known: HashMap::new() }
    }

    /// What the row with this id is called: by the code of the row that stands for it, within its list the code that
    /// people type. None where it is not there.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn code(&mut self, id: i64) -> Result<Option<String>> {
        if let Some(known) = self.known.get(&id) {
            return Ok(known.clone());
        }
        let notices = self.network.notices()?;
        let meant = notices.stands_for(self.noun.name, id);
        let sql = format!("SELECT code FROM {} WHERE id = ?", self.noun.name);
        let mut statement = self.network.connection.prepare_cached(&sql)?;
        let code: Option<String> = statement.query_row([meant], |row| row.get(0)).optional()?;
        let code = code.map(|code| match notices.has(self.noun.name, meant, What::Shared) {
            true => id::told_apart(&code, meant),
            false => code[self.prefix..].to_string(),
        });
        self.known.insert(id, code.clone());
        Ok(code)
    }
}
