//! A record's flags as conditions on its rows: the same for lists, exports and statistics.

use super::Network;
use super::names::Reach;
use super::read::Query;
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::record::Noun;
use crate::value::{Day, Form, Period};
use rusqlite::types::Value;

/// What is asked of a noun's rows: fields with these texts, and a span of days.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Columns with the texts that were typed.
    pub given: Vec<(String, String)>,
    /// What the code or a name must hold, without regard to case and accents.
    pub text: Option<String>,
    /// The first day, where one is given.
    pub from: Option<String>,
    /// The last day, where one is given.
    pub to: Option<String>,
    /// The rows are read in one go and in no order, as statistics do.
    pub in_one_go: bool,
}

impl Filter {
    /// Narrows the span to a period.
    pub fn within(&mut self, period: &Period) {
        self.from = Some(period.from.to_string());
        self.to = Some(period.to.to_string());
    }

    /// The rows of a noun that this asks for.
    ///
    /// # Errors
    /// Where a text is no value of its column, or names no row.
    pub fn query(&self, network: &Network, noun: &'static Noun) -> Result<Query> {
        let mut query = Query::default();
        self.span(network, noun, &mut query)?;
        if let Some(text) = &self.text {
            let texts = std::iter::once("code").chain(super::names::name_columns(noun));
            let each: Vec<String> = texts.map(|column| holds(&format!("{}.{column}", noun.name))).collect();
            query.and(format!("({})", each.join(" OR ")), vec![Value::Text(text.clone()); each.len()]);
        }
        if self.given.is_empty() {
            return Ok(query);
        }
        let given = self.given.iter().map(|(column, text)| (column.as_str(), text.as_str()));
        // Read on top of the example, so that every text is parsed as `add` would, and nothing else is asked for.
        let cells = noun.change(&noun.example_cells()?, given)?;
        let references = network.references(noun)?;
        for (name, _) in &self.given {
            let Some(place) = noun.place(name) else { continue };
            let Some(text) = cells[place].as_deref() else { continue };
            let column = &noun.columns()[place];
            let (list, field) = (noun.list_of(name), format!("{}.\"{name}\"", noun.name));
            match (references.get(name).copied(), column.form) {
                (Some("area"), _) if name == "area" => {
                    let id = network.find_id(crate::nouns::named("area")?, None, text, Reach::Beginning)?;
                    query.and(format!("{} IN ({BELOW})", area_of(noun, &references)), [Value::Integer(id)]);
                }
                (Some("category"), _) => {
                    let id = network.find_id(crate::nouns::named("category")?, list, text, Reach::Beginning)?;
                    query.and(format!("{field} IN ({FINER})"), [Value::Integer(id)]);
                }
                (Some(target), _) => {
                    let id = network.find_id(crate::nouns::named(target)?, list, text, Reach::Beginning)?;
                    let notices = network.notices()?;
                    let meant = notices.meant_by(target, notices.stands_for(target, id));
                    query.one_of(&field, meant.into_iter().map(Value::Integer));
                }
                (None, Form::Codes) => {
                    for code in text.split(' ') {
                        let codes = with_finer(network, list, code)?;
                        holds_one(
                            &mut query,
                            &format!("{field} || ' '"),
                            codes.iter().map(|code| match list {
                                Some(list) => format!(" {} ", &code[list.len() + 1..]),
                                None => format!(" {code} "),
                            }),
                        );
                    }
                }
                (None, Form::Tally) => {
                    for band in text.split(' ') {
                        let code = band.split('=').next().unwrap_or(band);
                        let codes = with_finer(network, code.split(':').next(), code)?;
                        holds_one(&mut query, &field, codes.iter().map(|code| format!(" {code}=")));
                    }
                }
                (None, form) if form.is_number() => query.and(format!("{field} = ?"), [Value::Integer(text.parse()?)]),
                (None, Form::Text | Form::Mixed | Form::Period) => {
                    query.and(holds(&field), [Value::Text(text.to_string())])
                }
                (None, _) => query.and(format!("{field} = ?"), [Value::Text(text.to_string())]),
            }
        }
        Ok(query)
    }

    /// The days asked for, where the noun says when its rows happened.
    fn span(&self, network: &Network, noun: &Noun, query: &mut Query) -> Result<()> {
        let Some(date) = noun.date else { return Ok(()) };
        if let (Some(from), Some(to)) = (&self.from, &self.to)
            && from > to
        {
            let refusal = Refusal::usage(say::ends_before_it_begins(from.parse::<Day>()?, to.parse::<Day>()?));
            return Err(refusal.hint(say::ends_before_it_begins_hint()).into());
        }
        // A sign in front keeps the index of days away.
        let sign = if self.in_one_go && self.is_wide(network, noun.name, date)? { "+" } else { "" };
        let days = [(">=", &self.from), ("<=", &self.to)];
        for (comparison, day) in days.iter().filter_map(|(comparison, day)| Some((comparison, day.as_ref()?))) {
            query.and(format!("{sign}{}.\"{date}\" {comparison} ?", noun.name), [Value::Text(day.clone())]);
        }
        Ok(())
    }

    /// Whether the span holds more than a tenth of the days on record: then reading on from row to row is quicker
    /// than being led to each by an index.
    fn is_wide(&self, network: &Network, table: &str, date: &str) -> Result<bool> {
        let sql = format!(
            "SELECT coalesce(10 * (min(julianday(?2), last) - max(julianday(?1), first)) > last - first, FALSE) FROM \
             (SELECT julianday((SELECT min(\"{date}\") FROM {table})) AS first, \
             julianday((SELECT max(\"{date}\") FROM {table})) AS last)"
        );
        let (from, to) = (self.from.as_deref().unwrap_or("0001-01-01"), self.to.as_deref().unwrap_or("9999-12-31"));
        Ok(network.connection.query_row(&sql, (from, to), |row| row.get(0))?)
    }
}

/// A text holds another, without regard to case and accents.
fn holds(field: &str) -> String {
    format!("instr(fold({field}), fold(?)) > 0")
}

/// An area and all below it.
pub const BELOW: &str = "WITH RECURSIVE below (id) AS (VALUES (?) UNION \
    SELECT area.id FROM area JOIN below ON area.parent = below.id) SELECT id FROM below";

/// A category and all that it is the coarser class of.
const FINER: &str = "WITH RECURSIVE finer (id) AS (VALUES (?) UNION \
    SELECT category.id FROM category JOIN finer ON category.coarser = finer.id) SELECT id FROM finer";

/// Where a row belongs: its own area, or else its point's.
fn area_of(noun: &Noun, references: &super::References) -> String {
    let own = format!("{}.area", noun.name);
    match references.contains_key("point") {
        true => format!("coalesce({own}, (SELECT point.area FROM point WHERE point.id = {}.point))", noun.name),
        false => own,
    }
}

/// The codes of a category and of all that it is the coarser class of; a code without a list stands alone.
fn with_finer(network: &Network, list: Option<&str>, code: &str) -> Result<Vec<String>> {
    let Some(list) = list else { return Ok(vec![code.to_string()]) };
    let id = network.find_id(crate::nouns::named("category")?, Some(list), code, Reach::Beginning)?;
    let mut statement = network.connection.prepare(&format!("SELECT code FROM category WHERE id IN ({FINER})"))?;
    Ok(statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// A field of several codes holds one of these texts; a space stands before each code.
fn holds_one(query: &mut Query, field: &str, texts: impl Iterator<Item = String>) {
    let texts: Vec<Value> = texts.map(Value::Text).collect();
    let each = vec![format!("instr(' ' || {field}, ?) > 0"); texts.len()];
    query.and(format!("({})", each.join(" OR ")), texts);
}
