//! Binds the rules of a mapping to the places of columns, ours and theirs, and notes what is not there.

use super::mapping::{Create, Mapping, Origin, Rule};
use super::plan::Bound;
use super::source::{Shape, Source, pieces};
use super::{fault, in_mapping, toml};
use crate::error::{Faults, Refusal, Result};
use crate::file::Network;
use crate::locale::say::{self, Noun as Word, Text};
use crate::record::{Cells, Fill, Noun};
use crate::value::{Form, composed, fold};
use std::collections::{BTreeSet, HashMap};

/// Finds columns by name, and notes those that are not there.
pub(super) struct Binder<'h> {
    network: &'h Network,
    headings: &'h [String],
    /// Those that the mapping does not name: one that it lacks may be called so now.
    free: Vec<&'h str>,
    faults: Faults,
}

impl<'h> Binder<'h> {
    /// Begins with a mapping file and the headings of a sheet.
    pub(super) fn new(network: &'h Network, mapping: &Mapping, headings: &'h [String]) -> Self {
        let named = mapping.theirs();
        let free = headings.iter().filter(|heading| !heading.is_empty() && !named.contains(*heading));
        let free = free.map(String::as_str).collect();
        Self { network, headings, free, faults: Faults::of(&mapping.file, Vec::new()) }
    }

    /// Refuses the mapping where faults were met.
    pub(super) fn end(self) -> Result<()> {
        self.faults.refuse()
    }

    pub(super) fn refuse(&mut self, line: u64, key: &str, refusal: Refusal) {
        self.faults.push(in_mapping(&self.faults.file, fault(line, key, "", refusal)));
    }

    /// The place of their column; `noun` is whose column ours is, where it may also have a fixed value.
    pub(super) fn theirs(
        &mut self,
        line: u64,
        ours: &str,
        heading: &str,
        noun: Option<&'static Noun>,
    ) -> Option<usize> {
        let mut places = self.headings.iter().enumerate().filter(|(_, known)| known.as_str() == heading);
        let refusal = match (places.next(), places.next()) {
            (Some((place, _)), None) => return Some(place),
            (Some(_), Some(_)) => Refusal::data(say::heading_twice(heading)),
            _ => {
                let is_value = noun.is_some_and(|noun| self.is_value(noun, ours, heading));
                Refusal::data(say::mapping_no_column(heading)).hint(match is_value {
                    true => say::mapping_fixed_value(ours, heading),
                    false => self.meant(heading),
                })
            }
        };
        self.refuse(line, ours, refusal);
        None
    }

    /// What a column of theirs may be called now that is not there: likely a longer or shorter name, or a similar one.
    fn meant(&self, heading: &str) -> Text {
        let is_part = |other: &&&str| {
            let (one, other) = (fold(heading), fold(other));
            one.len().min(other.len()) > 3 && (one.contains(&other) || other.contains(&one))
        };
        match self.free.iter().find(is_part) {
            Some(near) => say::did_you_mean(*near),
            None => toml::meant(heading, &self.free),
        }
    }

    /// Whether a text could stand in a column of ours, and was therefore hardly meant as a heading.
    fn is_value(&self, noun: &'static Noun, column: &str, text: &str) -> bool {
        let Some(column) = noun.place(column).map(|place| &noun.columns()[place]) else { return false };
        if let Some(list) = noun.list_of(&column.name) {
            let codes = crate::nouns::named("category")
                .map(|noun| text.split(' ').all(|code| self.network.look_up(noun, Some(list), code).is_ok()));
            return codes.unwrap_or(false);
        }
        // Almost any word can be a code.
        let is_narrow = !column.choices.is_empty() || (column.reader.is_some() && column.name != "code");
        is_narrow && column.read(text).is_ok()
    }

    pub(super) fn columns(&mut self, noun: &'static Noun, rules: &[Rule]) -> Vec<Bound> {
        let mut columns: Vec<Bound> = rules.iter().filter_map(|rule| self.column(noun, rule)).collect();
        columns.sort_by_key(|bound| bound.place);
        columns
    }

    fn column(&mut self, noun: &'static Noun, rule: &Rule) -> Option<Bound> {
        let Some(place) = noun.place(&rule.column) else {
            let names: Vec<&str> = noun.columns().iter().map(|column| column.name.as_str()).collect();
            self.refuse(rule.line, &rule.column, toml::unknown(&rule.column, &names));
            return None;
        };
        let bare = Some(noun).filter(|_| matches!(rule.origin, Origin::Column(_)));
        let mut all = |headings: Vec<&String>| -> Option<Vec<usize>> {
            // All that are missing are told, not only the first.
            let places = headings.iter().map(|theirs| self.theirs(rule.line, &rule.column, theirs, bare));
            places.collect::<Vec<_>>().into_iter().collect()
        };
        let (cells, shape) = match &rule.origin {
            Origin::Column(theirs) => (all(vec![theirs])?, Shape::Cell),
            Origin::Value(value) => (Vec::new(), Shape::Value(value.clone())),
            Origin::Template(template) => {
                let (pieces, theirs) = pieces(template);
                (all(theirs.iter().collect())?, Shape::Template(pieces))
            }
            Origin::Tally(bands) => {
                let cells = all(bands.iter().map(|(_, theirs)| theirs).collect())?;
                (cells, Shape::Tally(bands.iter().map(|(band, _)| band.clone()).collect()))
            }
            Origin::Week(columns) => {
                let cells = all(columns.iter().map(|(_, theirs)| theirs).collect())?;
                (cells, Shape::Week(columns.iter().map(|(day, _)| *day).collect()))
            }
            Origin::First(rules) => {
                // A sheet that has one of them will do: columns are called otherwise some day.
                let before = self.faults.faults.len();
                let bounds: Vec<Option<Bound>> = rules.iter().map(|rule| self.column(noun, rule)).collect();
                let sources: Vec<Source> = bounds.into_iter().flatten().map(|bound| bound.source).collect();
                if sources.len() < rules.len() && sources.iter().all(|source| source.cells.is_empty()) {
                    return None;
                }
                self.faults.faults.truncate(before);
                let cells: BTreeSet<usize> = sources.iter().flat_map(|source| source.cells.clone()).collect();
                (cells.into_iter().collect(), Shape::First(sources))
            }
        };
        let when = rule
            .when
            .iter()
            .map(|(theirs, values)| Some((self.theirs(rule.line, &rule.column, theirs, None)?, values.clone())));
        let when = when.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
        Some(bind(noun, place, rule, cells, shape, when))
    }

    /// The columns of rows that are made on the way; what `add` would ask for must be among them.
    pub(super) fn created(&mut self, noun: &'static Noun, create: &Create) -> Vec<Bound> {
        let columns = self.columns(noun, &create.columns);
        for (place, column) in noun.columns().iter().enumerate() {
            // The code is the cell that refers to the row, or is made.
            let named = create.columns.iter().any(|rule| rule.column == column.name);
            if column.required && column.name != "code" && !named && usual(noun, place).is_none() {
                let hint = say::mapping_not_mapped_hint(&column.name, Word(noun.name));
                let refusal = Refusal::data(say::mapping_not_mapped(&column.name)).hint(hint);
                self.refuse(create.line, &format!("create.{}", create.name), refusal);
            }
        }
        columns
    }

    /// A row as it stands in the mapping.
    pub(super) fn row(&mut self, noun: &'static Noun, row: &Create) -> Option<Cells> {
        let mut cells: Cells = vec![None; noun.columns().len()];
        for rule in &row.columns {
            let (place, text) = match (self.column(noun, rule)?, &rule.origin) {
                (bound, Origin::Value(text)) => (bound.place, text),
                _ => continue,
            };
            match noun.columns()[place].read(text) {
                Ok(text) => cells[place] = Some(text),
                Err(refusal) => {
                    self.faults.push(in_mapping(&self.faults.file, fault(rule.line, &rule.column, text, refusal)))
                }
            }
        }
        for (place, column) in noun.columns().iter().enumerate() {
            if cells[place].is_none() {
                cells[place] = usual(noun, place).map(str::to_string);
            }
            if cells[place].is_none() && (column.required || column.name == "code") {
                let refusal = Refusal::data(say::must_have(Word(noun.name), &column.name));
                self.refuse(row.line, &format!("create.{}", row.name), refusal.hint(say::must_have_hint()));
            }
        }
        Some(cells)
    }
}

/// What `add` puts into a column that is not given, whoever types it.
pub fn usual(noun: &Noun, place: usize) -> Option<&'static str> {
    noun.fills.iter().find_map(|(name, fill)| match fill {
        Fill::Text(text) if noun.columns()[place].name == *name => Some(*text),
        _ => None,
    })
}

/// One of our columns, bound to the places of the cells that it is made of, and of those that it depends on.
pub(super) fn bind(
    noun: &Noun,
    place: usize,
    rule: &Rule,
    cells: Vec<usize>,
    shape: Shape,
    when: Vec<(usize, Vec<String>)>,
) -> Bound {
    let column = &noun.columns()[place];
    let Rule { split, is_closed, cut, after, before, unit, values, .. } = rule.clone();
    let values: HashMap<String, String> = values.into_iter().map(|(theirs, ours)| (composed(&theirs), ours)).collect();
    let is_cut = cut || after.is_some() || before.is_some();
    let plain = values.is_empty() && split.is_none() && !is_cut && unit.is_none() && when.is_empty() && !is_closed;
    let free = plain && column.form == Form::Text && column.reader.is_none();
    // What names a row is no free text, but spaces around it are nobody's: the search for it drops them.
    let shape = if free && matches!(shape, Shape::Cell) { Shape::Free } else { shape };
    let mut looks_at: BTreeSet<usize> = cells.iter().chain(when.iter().map(|(cell, _)| cell)).copied().collect();
    if let Shape::First(sources) = &shape {
        looks_at.extend(sources.iter().flat_map(|source| &source.looks_at));
    }
    let looks_at = looks_at.into_iter().collect();
    let source = Source { cells, looks_at, shape, split, is_closed, cut, after, before, unit, values, when };
    Bound { place, source }
}
