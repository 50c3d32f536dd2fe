//! Figures read rows as they are stored: references as ids, nothing put into words.

use super::Network;
use super::read::Query;
use crate::error::Result;
use crate::record::Noun;

impl Network {
    /// Hands these columns of every wanted row to a visitor, in no order; `id` is a column too.
    ///
    /// Nothing is built for a row, so that a scan of millions costs little more than the database's own reading.
    ///
    /// # Errors
    /// Those of the database and of the visitor.
    pub fn scan(
        &self,
        noun: &Noun,
        columns: &[&str],
        query: &Query,
        mut visit: impl FnMut(&rusqlite::Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let columns: Vec<String> = columns.iter().map(|column| format!("{}.\"{column}\"", noun.name)).collect();
        let sql = format!("SELECT {} FROM {}{}", columns.join(", "), noun.name, query.condition(self, noun)?);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(&query.parameters))?;
        while let Some(row) = rows.next()? {
            visit(row)?;
        }
        Ok(())
    }

    /// Whether any row is wanted.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn has_any(&self, noun: &Noun, query: &Query) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {}{})", noun.name, query.condition(self, noun)?);
        let parameters = rusqlite::params_from_iter(&query.parameters);
        Ok(self.connection.query_row(&sql, parameters, |row| row.get(0))?)
    }

    /// All that is read within sees the file as it stood at one moment, whoever writes to it meanwhile.
    ///
    /// # Errors
    /// Those of the database and of what is done within.
    pub fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        let _moment = self.connection.unchecked_transaction()?;
        self.remembered.borrow_mut().clear();
        let done = read();
        self.remembered.borrow_mut().clear();
        done
    }
}
