//! How rows are read: every field as text, every reference as the code that people know.

use super::codes::Codes;
use super::{Network, References, Referrers, Row};
use crate::error::Result;
use crate::nouns;
use crate::record::{Cells, Naming, Noun, Record};
use crate::version::notice::What;
use rusqlite::OptionalExtension;
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
    /// Rows are asked for by what they are: those too that another row stands for.
    by_id: bool,
}

impl Query {
    /// Adds a condition with the values of its question marks.
    pub fn and(&mut self, condition: impl Into<String>, parameters: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.into());
        self.parameters.extend(parameters);
    }

    /// Adds that a column is one of these.
    pub fn one_of(&mut self, column: &str, values: impl IntoIterator<Item = Value>) {
        let values: Vec<Value> = values.into_iter().collect();
        self.and(format!("{column} IN ({})", vec!["?"; values.len()].join(", ")), values);
    }

    /// Only the row with this id.
    pub fn only(noun: &Noun, id: i64) -> Self {
        let mut query = Self { by_id: true, ..Self::default() };
        query.and(format!("{}.id = ?", noun.name), [Value::Integer(id)]);
        query
    }

    /// The conditions as SQL that can follow a table's name.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn condition(&self, network: &Network, noun: &Noun) -> Result<String> {
        let mut conditions = self.conditions.join(" AND ");
        if !self.by_id && network.notices()?.ids(noun.name, What::Joined).next().is_some() {
            let and = if conditions.is_empty() { "" } else { " AND " };
            conditions = format!(
                "{conditions}{and}{0}.id NOT IN (SELECT id FROM notice WHERE noun = '{0}' AND what = 'joined')",
                noun.name
            );
        }
        Ok(if conditions.is_empty() { conditions } else { format!(" WHERE {conditions}") })
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
            if let Some(noun) = nouns::NOUNS.iter().find(|noun| noun.name == table) {
                references.insert(column, noun.name);
            }
        }
        let references = Rc::new(references);
        self.references.borrow_mut().insert(noun.name, Rc::clone(&references));
        Ok(references)
    }

    /// The columns that refer to the rows of a noun, each with its own noun.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn referrers(&self, noun: &Noun) -> Result<&[(&'static str, String)]> {
        let all = match self.referrers.get() {
            Some(all) => all,
            None => {
                let mut all = Referrers::new();
                for other in nouns::versioned() {
                    for (column, target) in self.references(other)?.iter() {
                        all.entry(*target).or_default().push((other.name, column.clone()));
                    }
                }
                all.values_mut().for_each(|columns| columns.sort_unstable());
                self.referrers.get_or_init(|| all)
            }
        };
        Ok(all.get(noun.name).map_or(&[], Vec::as_slice))
    }

    /// Hands every wanted row to a visitor.
    ///
    /// # Errors
    /// Those of the database and of the visitor.
    pub fn rows(&self, noun: &Noun, query: &Query, mut visit: impl FnMut(Row) -> Result<()>) -> Result<()> {
        let sql = self.select(noun, query)?;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let references = self.references(noun)?;
        let mut columns: Vec<Option<Codes<'_>>> = noun
            .columns()
            .iter()
            .map(|column| {
                let target = references.get(&column.name).map(|target| nouns::named(target));
                target.map(|target| Ok(Codes::of(self, target?, noun.list_of(&column.name)))).transpose()
            })
            .collect::<Result<_>>()?;
        let notices = self.notices()?;
        let mut rows = statement.query(rusqlite::params_from_iter(&query.parameters))?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            let cells = columns.iter_mut().enumerate().map(|(place, codes)| match (codes, row.get_ref(place + 1)?) {
                (Some(codes), ValueRef::Integer(id)) => codes.code(id),
                (_, value) => Ok(text(value)),
            });
            let cells = cells.collect::<Result<_>>()?;
            visit(Row { id, cells, shares_code: notices.has(noun.name, id, What::Shared) })?;
        }
        Ok(())
    }

    /// What a version of a row says, as text; a row that it refers to may be gone.
    ///
    /// # Errors
    /// Those of the database, and a version that the program never writes.
    pub fn told(&self, noun: &Noun, stored: &[Value]) -> Result<Cells> {
        let references = self.references(noun)?;
        let cells = noun.columns().iter().zip(stored).map(|(column, value)| {
            let (Some(target), Value::Integer(id)) = (references.get(&column.name), value) else {
                return Ok(text(ValueRef::from(value)));
            };
            let (target, list) = (nouns::named(target)?, noun.list_of(&column.name));
            match Codes::of(self, target, list).code(*id)? {
                Some(code) => Ok(Some(code)),
                None => self.called_once(target, *id).map(Some),
            }
        });
        cells.collect()
    }

    /// All rows of a kind, typed.
    ///
    /// # Errors
    /// Those of the database, and a row that the program cannot read.
    pub fn all<R: Record>(&self) -> Result<Vec<(Row, R)>> {
        let noun = nouns::named(R::NOUN)?;
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
        let mut found = None;
        self.rows(noun, &Query::only(noun, id), |row| {
            found = Some(row);
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether there is a row with this id.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn is_there(&self, noun: &Noun, id: i64) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?", noun.name);
        Ok(self.connection.prepare_cached(&sql)?.exists([id])?)
    }

    /// When what shows of a row was said, in milliseconds.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn clock_of(&self, noun: &Noun, id: i64) -> Result<Option<i64>> {
        let sql = format!("SELECT clock FROM {} WHERE id = ?", noun.name);
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }

    /// How many rows are wanted.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn count(&self, noun: &Noun, query: &Query) -> Result<i64> {
        let sql = format!("SELECT count(*) FROM {}{}", noun.name, query.condition(self, noun)?);
        let parameters = rusqlite::params_from_iter(&query.parameters);
        Ok(self.connection.query_row(&sql, parameters, |row| row.get(0))?)
    }

    fn select(&self, noun: &Noun, query: &Query) -> Result<String> {
        let table = noun.name;
        let columns: String = noun.columns().iter().map(|column| format!(", {table}.\"{}\"", column.name)).collect();
        let order = match (noun.date, noun.naming) {
            (Some(date), _) => format!("{table}.\"{date}\", {table}.id"),
            (None, Naming::Unnamed) => format!("{table}.id"),
            (None, _) => format!("{table}.code, {table}.id"),
        };
        let limit = query.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        let condition = query.condition(self, noun)?;
        Ok(format!("SELECT {table}.id{columns} FROM {table}{condition} ORDER BY {order}{limit}"))
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
