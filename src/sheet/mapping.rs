//! A mapping file: how somebody else's sheet reads.
//!
//! ```toml
//! sender = "example.org"                 # whose ids these are: rows are known by sender and id
//! senders = "collected_by"               # their column that says it, where several senders' rows stand in one sheet
//! noun = "session"                       # optional: what the sheet holds
//! id = "id"                              # their column that names a row, where they have one
//! empty = ["null", "{}"]                 # cells that mean nothing, besides empty ones
//! encoding = "windows-1250"              # and delimiter = ";": where the sheet does not show it
//! days = "day-first"                     # or month-first: how 1/2/2026 reads
//! decimal = "comma"                      # or point: how 1,234 reads
//! country = "fr"                         # whose telephone numbers they are, where it is not the network's country
//! sheet = "Data"                         # of a workbook with several
//!
//! [columns]                              # our column = their column
//! point = "structure_id"
//! date = { column = "held_at", cut = "day" }             # a date with a time
//! minutes = { column = "hours", unit = "hours" }         # or seconds; degrees, where 47 is no millionths
//! topics = { column = "themes", split = "," }            # {a,"b c"}, [a,b] or a,b; any of several signs: ",;"
//! modes = { column = "ways", others = "refused" }        # what is not among the values is a fault
//! language = { value = "fr" }                            # the same in every row
//! opened = { column = "label", after = "open since " }   # what stands behind this in the cell; before = what before
//! phone = ["office", { column = "mobile", when = { kind = ["M", "S"] } }]   # the first that says something; when: if
//! note = { template = "{title}: {text}" }                # several of their columns in one
//!
//! [values.topics]                        # theirs = ours; "" means empty; what is not named stays as it is
//! courriel = "email"
//!
//! [tally]                                # our band = their column with its count; all zero is no tally
//! "age:0-17" = "under_18"
//!
//! [columns.opening_hours]                # a column, or several, for each weekday of OpenStreetMap's syntax
//! Mo = ["monday morning", "monday afternoon"]
//!
//! [only]                                 # rows that say something else in these columns of theirs are left out
//! country = ["HU", "hu"]
//!
//! [except]                               # rows that say one of these are left out
//! closed = "yes"
//!
//! [create.point]                         # a point that the file knows neither by code or name, nor from this sender
//! name = "structure_name"                # by the cell, is made from the same line: known by sender and cell, areas
//! status = { value = "open" }            # and categories by the cell as their code
//! [create.point.values.name]
//!
//! [[create.category]]                    # rows that the sheet needs, as they stand
//! code = "age:0-17"
//! label_en = "aged 0–17"
//! ```
//!
//! A mapping that comes with the program is for sheets that are written, too:
//!
//! ```toml
//! headings = ["nr", "name", "themes"]    # all columns, in order
//!
//! [written.themes]                       # what is written for our column and value, besides what the values say
//! "kind:unstaffed" = "internet"
//! ```
//!
//! The same structure is checked against the noun and the headings by [`super::plan`].

mod rule;

use super::conventions::Conventions;
use super::input::unreadable;
use super::toml::{Node, Walk, unknown};
use super::{fault, in_mapping};
use crate::error::{Faults, Refusal, Result};
use crate::locale::say;
use crate::nouns::NOUNS;
use rule::rules;
pub use rule::{Origin, Rule, Unit};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// What a mapping file says.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The file, as the user named it.
    pub file: String,
    /// Whose ids the sheet holds.
    pub sender: Option<String>,
    /// Their column that says whose id a row has, where it is not the sender's.
    pub senders: Option<(u64, String)>,
    /// What the sheet holds, with the line that says so.
    pub noun: Option<(u64, String)>,
    /// Their column that names a row.
    pub id: Option<(u64, String)>,
    /// How the sheet writes what can be written in several ways.
    pub conventions: Conventions,
    /// The cells that mean nothing.
    pub empty: Vec<String>,
    /// How our columns are made of theirs.
    pub columns: Vec<Rule>,
    /// Where their table begins; nowhere where there is none.
    pub columns_line: u64,
    /// Their columns in which a row must say one of these, each with its line.
    pub only: Vec<(u64, String, Vec<String>)>,
    /// Their columns in which a row must say none of these.
    pub except: Vec<(u64, String, Vec<String>)>,
    /// Which rows may be made on the way, by the column that refers to them.
    pub create: Vec<Create>,
    /// Rows that the sheet needs, by their noun.
    pub rows: Vec<Create>,
    /// All columns of a sheet that is written, in order.
    pub headings: Vec<String>,
    /// For a column of theirs what is written in it for a value of ours, `column:value`.
    pub written: HashMap<String, Vec<(String, String)>>,
}

/// Rows that are made on the way.
#[derive(Debug)]
pub struct Create {
    /// The column that refers to them, or their noun where they stand as they are.
    pub name: String,
    /// Where it stands in the file.
    pub line: u64,
    /// How their columns are made.
    pub columns: Vec<Rule>,
}

/// The keys of the file.
const KEYS: &[&str] = &[
    "sender",
    "senders",
    "noun",
    "id",
    "empty",
    "encoding",
    "delimiter",
    "days",
    "decimal",
    "dialect",
    "country",
    "sheet",
    "columns",
    "values",
    "tally",
    "only",
    "except",
    "create",
];

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Where it cannot be read, and all that it says and we do not understand.
    pub fn of_file(path: &Path) -> Result<Self> {
        Self::read(&path.display().to_string(), &Self::text_of_file(path)?)
    }

    /// The text of a mapping file.
    ///
    /// # Errors
    /// Where it cannot be read, or is no text.
    pub fn text_of_file(path: &Path) -> Result<String> {
        let name = path.display().to_string();
        // A pipe has no end, and a device never ends.
        if path.exists() && !path.is_file() {
            return Err(Refusal::failed(say::not_a_file(name)).hint(say::not_toml_hint()).into());
        }
        let text = std::fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Refusal::failed(say::no_mapping(&name)).hint(say::no_mapping_hint()).into(),
            _ => unreadable(&name, error),
        })?;
        match String::from_utf8(text) {
            Ok(text) => Ok(text),
            Err(error) => {
                let (end, text) = (error.utf8_error().valid_up_to(), error.into_bytes());
                let line = 1 + text[..end].iter().filter(|byte| **byte == b'\n').count() as u64;
                let refusal = Refusal::data(say::not_utf8()).hint(say::not_toml_hint());
                Err(Faults::of(&name, vec![in_mapping(&name, fault(line, "", "", refusal))]).into())
            }
        }
    }

    /// The headings of theirs that it names.
    pub fn theirs(&self) -> BTreeSet<String> {
        let rules = self.columns.iter().chain(self.create.iter().flat_map(|create| &create.columns));
        let conditions = self.only.iter().chain(&self.except).map(|(_, theirs, _)| theirs.clone());
        let id = self.id.iter().chain(&self.senders).map(|(_, id)| id.clone());
        rules.flat_map(Rule::theirs).chain(id).chain(conditions).collect()
    }

    /// Reads a mapping file's text.
    ///
    /// # Errors
    /// All that it says and we do not understand, each with its line.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        Self::read_all(file, text, false)
    }

    /// Reads a mapping that comes with the program, which says how sheets are written, too.
    ///
    /// # Errors
    /// As `read`.
    pub fn of_standard(name: &str, text: &str) -> Result<Self> {
        Self::read_all(name, text, true)
    }

    fn read_all(file: &str, text: &str, of_standard: bool) -> Result<Self> {
        let (mut walk, root) = Walk::begin(file, text)?;
        let mut mapping = Self { file: file.to_string(), ..Self::default() };
        for (name, node) in &root {
            let (name, at) = (name.get_ref().as_ref(), name.span().start);
            let line = walk.line(at);
            match name {
                "sender" => mapping.sender = walk.text(name, node).map(str::to_string),
                "senders" => mapping.senders = walk.text(name, node).map(|senders| (line, senders.to_string())),
                "noun" => {
                    mapping.noun = walk.text(name, node).map(|noun| (line, noun.to_string()));
                    let nouns: Vec<&str> = NOUNS.iter().map(|noun| noun.name).collect();
                    if let Some((_, noun)) = mapping.noun.as_ref().filter(|(_, noun)| !nouns.contains(&noun.as_str())) {
                        walk.refuse(at, name, unknown(noun, &nouns));
                    }
                }
                "id" => mapping.id = walk.text(name, node).map(|id| (line, id.to_string())),
                "empty" => mapping.empty = walk.texts(name, node),
                "headings" if of_standard => mapping.headings = walk.texts(name, node),
                "written" if of_standard => {
                    for (column, node) in walk.table(name, node).into_iter().flatten() {
                        let column = column.get_ref().as_ref();
                        mapping.written.insert(column.to_string(), walk.pairs(column, node));
                    }
                }
                "encoding" | "delimiter" | "days" | "decimal" | "dialect" | "country" | "sheet" => {
                    let Some(text) = walk.text(name, node) else { continue };
                    if let Err(refusal) = mapping.conventions.set(name, text) {
                        walk.refuse(at, name, refusal);
                    }
                }
                "create" => create(&mut walk, node, &mut mapping),
                "columns" => mapping.columns_line = line,
                "only" => mapping.only = conditions(&mut walk, name, node),
                "except" => mapping.except = conditions(&mut walk, name, node),
                "tally" | "values" => {}
                _ => walk.unknown(at, name, KEYS),
            }
        }
        mapping.columns = rules(&mut walk, &root, root.get("columns"), false);
        walk.end()?;
        Ok(mapping)
    }
}

/// Their columns, each with its line and what it may say.
fn conditions<'t>(walk: &mut Walk<'t>, key: &str, node: &Node<'t>) -> Vec<(u64, String, Vec<String>)> {
    let mut conditions = Vec::new();
    for (name, node) in walk.table(key, node).into_iter().flatten() {
        let (line, name) = (walk.line(name.span().start), name.get_ref().as_ref());
        conditions.push((line, name.to_string(), walk.one_or_more(name, node)));
    }
    conditions
}

/// What may be made on the way.
fn create<'t>(walk: &mut Walk<'t>, node: &Node<'t>, mapping: &mut Mapping) {
    let Some(table) = walk.table("create", node) else { return };
    for (name, node) in table {
        let (line, name) = (walk.line(name.span().start), name.get_ref().as_ref().to_string());
        match node.get_ref().as_array() {
            Some(rows) => {
                for row in rows {
                    let line = walk.line(row.span().start);
                    let Some(row) = walk.table(&name, row) else { continue };
                    let texts = row.iter().filter_map(|(column, node)| {
                        let (column, line) = (column.get_ref().as_ref(), walk.line(column.span().start));
                        let text = walk.text(column, node)?;
                        Some(Rule::plain(column, line, Origin::Value(text.to_string())))
                    });
                    let columns = texts.collect();
                    mapping.rows.push(Create { name: name.clone(), line, columns });
                }
            }
            None => {
                let Some(table) = walk.table(&name, node) else { continue };
                let columns = rules(walk, table, Some(node), true);
                mapping.create.push(Create { name, line, columns });
            }
        }
    }
}
