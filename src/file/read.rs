//! How rows are read: every field as text, every reference as the code that people know.

use super::{Network, References, Row};
use crate::error::Result;
use crate::record::{Naming, Noun, Record};
use rusqlite::types::{Value, ValueRef};
use std::rc::Rc;

/// Which rows are wanted, in which order.
#[derive(Default)]
pub struct Query {
    /// Conditions that all must hold.
    pub conditions: Vec<String>,
    /// The values of their question marks.
    pub parameters: Vec<Value>,
    /// How many at most.
    pub limit: Option<usize>,
}

impl Query {
    /// Adds a condition with the values of its question marks.
    pub fn and(&mut self, condition: impl Into<String>, parameters: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.into());
        self.parameters.extend(parameters);
    }

    /// Only the row with this id.
    pub fn only(&mut self, noun: &Noun, id: i64) {
        self.and(format!("{}.id = ?", noun.name), [Value::Integer(id)]);
    }

    /// The conditions as SQL that can follow a table's name.
    pub fn condition(&self) -> String {
        match self.conditions.is_empty() {
            true => String::new(),
            false => format!(" WHERE {}", self.conditions.join(" AND ")),
        }
    }
}

impl Network {
    /// The columns of a noun that refer to rows: the schema says so, and nothing else does.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn references(&self, noun: &Noun) -> Result<Rc<References>> {
        if let Some(known) = self.references.borrow().get(noun.name) {
            return Ok(Rc::clone(known));
        }
        let mut statement =
            self.connection.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")?;
        let pairs = statement.query_map([noun.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut references = References::new();
        for pair in pairs {
            let (column, table) = pair?;
            // The stamp refers to the command that made it, which is no row of a noun.
            if let Some(noun) = crate::nouns::NOUNS.iter().find(|noun| noun.name == table) {
                references.insert(column, noun.name);
            }
        }
        let references = Rc::new(references);
        self.references.borrow_mut().insert(noun.name, Rc::clone(&references));
        Ok(references)
    }

    /// Hands every wanted row to a visitor.
    ///
    /// # Errors
    /// Those of the database and of the visitor.
    pub fn rows(&self, noun: &Noun, query: &Query, mut visit: impl FnMut(Row) -> Result<()>) -> Result<()> {
        let sql = self.select(noun, query)?;
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(&query.parameters))?;
        while let Some(row) = rows.next()? {
            let cells = (1..=noun.columns().len()).map(|place| row.get_ref(place).map(text));
            visit(Row { id: row.get(0)?, cells: cells.collect::<Result<_, _>>()? })?;
        }
        Ok(())
    }

    /// All rows of a kind, typed.
    ///
    /// # Errors
    /// Those of the database, and a row that the program cannot read.
    pub fn all<R: Record>(&self) -> Result<Vec<(Row, R)>> {
        let noun = crate::nouns::named(R::NOUN)?;
        let mut all = Vec::new();
        self.rows(noun, &Query::default(), |row| {
            let record = row.typed()?;
            all.push((row, record));
            Ok(())
        })?;
        Ok(all)
    }

    /// The row with this id.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn row(&self, noun: &Noun, id: i64) -> Result<Option<Row>> {
        let mut query = Query::default();
        query.only(noun, id);
        let mut found = None;
        self.rows(noun, &query, |row| {
            found = Some(row);
            Ok(())
        })?;
        Ok(found)
    }

    /// How many rows are wanted.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn count(&self, noun: &Noun, query: &Query) -> Result<i64> {
        let sql = format!("SELECT count(*) FROM {}{}", noun.name, query.condition());
        let parameters = rusqlite::params_from_iter(&query.parameters);
        Ok(self.connection.query_row(&sql, parameters, |row| row.get(0))?)
    }

    fn select(&self, noun: &Noun, query: &Query) -> Result<String> {
        let references = self.references(noun)?;
        let table = noun.name;
        let mut columns = format!("{table}.id");
        for column in noun.columns() {
            let name = &column.name;
            let expression = match references.get(name) {
                Some(target) => {
                    // Within its list a category goes by the code that people type.
                    let code = match noun.list_of(name) {
                        Some(list) => format!("substr(target.code, {})", list.len() + 2),
                        None => "target.code".to_string(),
                    };
                    format!(", (SELECT {code} FROM {target} AS target WHERE target.id = {table}.\"{name}\")")
                }
                None => format!(", {table}.\"{name}\""),
            };
            columns.push_str(&expression);
        }
        let order = match (noun.date, noun.naming) {
            (Some(date), _) => format!("{table}.\"{date}\", {table}.id"),
            (None, Naming::Unnamed) => format!("{table}.id"),
            (None, _) => format!("{table}.code, {table}.id"),
        };
        let limit = query.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        Ok(format!("SELECT {columns} FROM {table}{} ORDER BY {order}{limit}", query.condition()))
    }
}

/// A stored value's one text form.
pub fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        // Tables are STRICT and hold numbers and texts only.
        _ => None,
    }
}
