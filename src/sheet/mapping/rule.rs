//! How one of our columns is made of theirs, as a mapping file says it.

use crate::error::Refusal;
use crate::locale::say;
use crate::sheet::source::pieces;
use crate::sheet::toml::{Node, Walk};
use crate::sheet::week::WEEKDAYS;
use std::collections::HashMap;
use toml::de::DeTable;

/// How one of our columns is made of theirs.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Our column.
    pub column: String,
    /// Where it stands in the mapping file.
    pub line: u64,
    /// Where its text comes from.
    pub origin: Origin,
    /// What may stand between the entries of a list.
    pub split: Option<String>,
    /// Whether what is not among the values is a fault.
    pub is_closed: bool,
    /// Whether a time stands behind the day.
    pub cut: bool,
    /// What stands before it in the cell.
    pub after: Option<String>,
    /// What stands behind it in the cell.
    pub before: Option<String>,
    /// What their numbers count.
    pub unit: Option<Unit>,
    /// Their values, and what we call them.
    pub values: HashMap<String, String>,
    /// Their columns in which a row must say one of these, or the rule makes nothing.
    pub when: Vec<(String, Vec<String>)>,
}

/// Where a text comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// Their column.
    Column(String),
    /// Nowhere: it is the same in every row.
    Value(String),
    /// Several of their columns, in braces.
    Template(String),
    /// A count for each band.
    Tally(Vec<(String, String)>),
    /// Hours for each weekday, by its place in the week.
    Week(Vec<(usize, String)>),
    /// Of several rules the first that says something.
    First(Vec<Rule>),
}

/// What their numbers of a duration count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours, with decimals.
    Hours,
    /// Seconds.
    Seconds,
    /// Degrees, whole ones too: nothing in the column is meant in millionths.
    Degrees,
}

impl Rule {
    /// A column that is taken as it is.
    pub fn plain(column: &str, line: u64, origin: Origin) -> Self {
        Self {
            column: column.to_string(),
            line,
            origin,
            split: None,
            is_closed: false,
            cut: false,
            after: None,
            before: None,
            unit: None,
            values: HashMap::new(),
            when: Vec::new(),
        }
    }

    /// The headings of theirs that it names.
    pub fn theirs(&self) -> Vec<String> {
        let of_second = |pairs: &[(String, String)]| pairs.iter().map(|(_, theirs)| theirs.clone()).collect();
        let mut named = match &self.origin {
            Origin::Column(theirs) => vec![theirs.clone()],
            Origin::Value(_) => Vec::new(),
            Origin::Template(template) => pieces(template).1,
            Origin::Tally(bands) => of_second(bands),
            Origin::Week(days) => days.iter().map(|(_, theirs)| theirs.clone()).collect(),
            Origin::First(rules) => rules.iter().flat_map(Self::theirs).collect(),
        };
        named.extend(self.when.iter().map(|(theirs, _)| theirs.clone()));
        named
    }

    /// Says what their values are called here.
    fn call(&mut self, values: &HashMap<String, String>) {
        self.values.clone_from(values);
        if let Origin::First(rules) = &mut self.origin {
            rules.iter_mut().for_each(|rule| rule.call(values));
        }
    }
}

/// The keys of a rule.
const RULE_KEYS: &[&str] =
    &["column", "value", "template", "split", "others", "cut", "after", "before", "unit", "when"];

/// The rules of a table of columns, with the values and tallies that stand in `around` it.
pub(super) fn rules<'t>(
    walk: &mut Walk<'t>,
    around: &DeTable<'t>,
    columns: Option<&Node<'t>>,
    inside: bool,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (column, node) in columns.and_then(|node| walk.table("columns", node)).into_iter().flatten() {
        let (at, column) = (column.span().start, column.get_ref().as_ref());
        if inside && matches!(column, "values" | "tally") {
            continue;
        }
        if let Some(rule) = rule(walk, at, column, node) {
            rules.push(rule);
        }
    }
    if let Some(node) = around.get("tally") {
        let bands = walk.pairs("tally", node);
        rules.push(Rule::plain("tally", walk.line(node.span().start), Origin::Tally(bands)));
    }
    for (column, node) in around.get("values").and_then(|node| walk.table("values", node)).into_iter().flatten() {
        let (at, column) = (column.span().start, column.get_ref().as_ref());
        let values = walk.pairs(column, node);
        let names: Vec<String> = rules.iter().map(|rule| rule.column.clone()).collect();
        match rules.iter_mut().find(|rule| rule.column == column) {
            Some(rule) => rule.call(&values.into_iter().collect()),
            None => walk.unknown(at, column, &names.iter().map(String::as_str).collect::<Vec<_>>()),
        }
    }
    rules
}

/// One column's rule: their column's name, a table that says more, or several of which the first that says something
/// counts.
fn rule<'t>(walk: &mut Walk<'t>, at: usize, column: &str, node: &Node<'t>) -> Option<Rule> {
    let line = walk.line(at);
    if let Some(theirs) = node.get_ref().as_str() {
        return Some(Rule::plain(column, line, Origin::Column(theirs.to_string())));
    }
    if let Some(several) = node.get_ref().as_array() {
        if several.is_empty() {
            walk.refuse(at, column, Refusal::data(say::mapping_one_origin(column)));
        }
        let rules = several.iter().filter_map(|node| rule(walk, node.span().start, column, node)).collect();
        return Some(Rule::plain(column, line, Origin::First(rules)));
    }
    let table = walk.table(column, node)?;
    if table.keys().any(|key| WEEKDAYS.contains(&key.get_ref().as_ref())) {
        return Some(Rule::plain(column, line, Origin::Week(week(walk, table))));
    }
    let mut rule = Rule::plain(column, line, Origin::Value(String::new()));
    let mut origins = 0;
    for (name, node) in table {
        let (at, name) = (name.span().start, name.get_ref().as_ref());
        let text = if RULE_KEYS.contains(&name) && name != "when" {
            walk.text(name, node)?.to_string()
        } else {
            String::new()
        };
        let mut not_one_of = |possible: &str| {
            let refusal = Refusal::data(say::not_one_of(&text)).hint(say::possible_values(possible));
            walk.refuse(at, name, refusal);
        };
        origins += i32::from(matches!(name, "column" | "value" | "template"));
        match name {
            "column" => rule.origin = Origin::Column(text),
            "value" => rule.origin = Origin::Value(text),
            "template" => rule.origin = Origin::Template(text),
            "split" if text.is_empty() => not_one_of(", ; | …"),
            "split" => rule.split = Some(text),
            "others" if text == "refused" => rule.is_closed = true,
            "others" => not_one_of("refused"),
            "after" | "before" if text.is_empty() => not_one_of("…"),
            "after" => rule.after = Some(text),
            "before" => rule.before = Some(text),
            "when" => {
                let columns = walk.table(name, node)?;
                for (theirs, node) in columns {
                    let values = walk.one_or_more(name, node);
                    rule.when.push((theirs.get_ref().to_string(), values));
                }
            }
            "cut" if text == "day" => rule.cut = true,
            "cut" => not_one_of("day"),
            "unit" => match text.as_str() {
                "hours" => rule.unit = Some(Unit::Hours),
                "seconds" => rule.unit = Some(Unit::Seconds),
                "degrees" => rule.unit = Some(Unit::Degrees),
                "minutes" => rule.unit = None,
                _ => not_one_of("hours, minutes, seconds, degrees"),
            },
            _ => walk.unknown(at, name, RULE_KEYS),
        }
    }
    if origins != 1 {
        walk.refuse(at, column, Refusal::data(say::mapping_one_origin(column)));
    } else if !matches!(rule.origin, Origin::Column(_)) {
        // They say how a cell reads, and a text that is made of several, or is always the same, is none.
        let of_a_cell = ["split", "cut", "after", "before", "unit"];
        for (name, _) in table.iter().filter(|(name, _)| of_a_cell.contains(&name.get_ref().as_ref())) {
            walk.refuse(
                name.span().start,
                name.get_ref(),
                Refusal::data(say::mapping_of_a_cell(name.get_ref().as_ref())),
            );
        }
    }
    Some(rule)
}

/// The columns of a week.
fn week<'t>(walk: &mut Walk<'t>, table: &DeTable<'t>) -> Vec<(usize, String)> {
    let mut columns = Vec::new();
    for (name, node) in table {
        let (at, name) = (name.span().start, name.get_ref().as_ref());
        match WEEKDAYS.iter().position(|day| *day == name) {
            Some(day) => columns.extend(walk.one_or_more(name, node).into_iter().map(|column| (day, column))),
            None => walk.unknown(at, name, &WEEKDAYS),
        }
    }
    columns
}
