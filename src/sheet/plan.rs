//! Binds a mapping to a noun and to the headings of one sheet; without a mapping, our own column names do.

use super::mapping::{Create, Mapping, Origin, Rule};
use super::source::{Empty, Shape, Source, pieces};
use super::{fault, toml};
use crate::error::{Faults, Refusal, Result};
use crate::file::Network;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Naming, Noun};
use crate::value::Form;

/// How the rows of one sheet become rows of a noun.
pub struct Plan {
    /// What the rows are.
    pub noun: &'static Noun,
    /// Whose sheet it is.
    pub sender: String,
    /// Our columns that the sheet has, each with where its text comes from.
    pub columns: Vec<Bound>,
    /// Where a row's id stands: ours, as exports write it.
    pub our_id: Option<usize>,
    /// Where a row's id stands: the sender's own.
    pub their_id: Option<usize>,
    /// What may be made on the way, in the order of our columns.
    pub create: Vec<Made>,
    /// Rows that the sheet needs.
    pub rows: Vec<(&'static Noun, Cells)>,
    /// The headings of the sheet.
    pub headings: Vec<String>,
    /// What the sheet writes where it has nothing to say.
    pub empty: Empty,
}

/// One of our columns, with where its text comes from.
#[derive(Clone, Debug)]
pub struct Bound {
    /// Its place among the noun's columns.
    pub place: usize,
    /// Where its text comes from.
    pub source: Source,
}

/// Rows that are made on the way.
pub struct Made {
    /// The column that refers to them.
    pub place: usize,
    /// What they are.
    pub noun: &'static Noun,
    /// Their columns.
    pub columns: Vec<Bound>,
}

impl Plan {
    /// What the faults of a source's cell are told under: their heading, else our column's name.
    pub fn heading(&self, noun: &Noun, bound: &Bound, cell: usize) -> String {
        let theirs = bound.source.cells.get(cell).and_then(|place| self.headings.get(*place));
        theirs.cloned().unwrap_or_else(|| noun.columns()[bound.place].name.clone())
    }

    /// The plan of a sheet whose headings are our own column names.
    ///
    /// # Errors
    /// All headings that are none of them.
    pub fn of_headings(noun: &'static Noun, file: &str, headings: &[String], sender: Option<&str>) -> Result<Self> {
        let mut faults = Faults::of(file, Vec::new());
        let names: Vec<&str> = noun.columns().iter().map(|column| column.name.as_str()).collect();
        let mut plan = Self::empty(noun, headings, sender);
        for (cell, heading) in headings.iter().enumerate() {
            if headings[..cell].contains(heading) {
                faults.push(fault(1, heading, "", Refusal::data(say::heading_twice(heading))));
            }
            match noun.place(heading) {
                Some(place) => {
                    let rule = Rule::plain(heading, 1, Origin::Column(heading.clone()));
                    plan.columns.push(bind(noun, place, &rule, vec![cell], Shape::Cell));
                }
                None if heading == "id" && noun.naming == Naming::Unnamed => plan.our_id = Some(cell),
                None => faults.push(fault(1, heading, "", toml::unknown(heading, &names))),
            }
        }
        faults.refuse()?;
        // A digest is taken over the columns in the order of the noun.
        plan.columns.sort_by_key(|bound| bound.place);
        // A sender's own ids stand in a column of ours where there is no mapping to name another.
        plan.their_id = sender.and_then(|_| headings.iter().position(|heading| heading == "sender_id"));
        Ok(plan)
    }

    /// The plan that a mapping makes for a sheet.
    ///
    /// # Errors
    /// All columns, ours and theirs, that the mapping names and that are not there.
    pub fn of_mapping(
        network: &Network,
        noun: &'static Noun,
        mapping: &Mapping,
        headings: &[String],
        sender: Option<&str>,
    ) -> Result<Self> {
        let mut binder = Binder { headings, faults: Faults::of(&mapping.file, Vec::new()) };
        let mut plan = Self::empty(noun, headings, sender.or(mapping.sender.as_deref()));
        plan.empty = Empty(mapping.empty.clone());
        if let Some((line, named)) = mapping.noun.as_ref().filter(|(_, named)| named != noun.name) {
            let refusal = Refusal::data(say::mapping_of_another_noun(named, noun.name));
            binder.faults.push(fault(*line, "noun", "", refusal));
        }
        if plan.sender.is_empty() && (mapping.id.is_some() || !mapping.create.is_empty()) {
            binder.faults.push(fault(0, "sender", "", Refusal::data(say::mapping_needs_sender())));
        }
        plan.their_id = mapping.id.as_ref().and_then(|(line, id)| binder.theirs(*line, "id", id));
        plan.columns = binder.columns(noun, &mapping.columns);
        let references = network.references(noun)?;
        for create in &mapping.create {
            let refers: Vec<&str> =
                plan.columns.iter().map(|bound| noun.columns()[bound.place].name.as_str()).collect();
            let refers: Vec<&str> = refers.into_iter().filter(|name| references.contains_key(*name)).collect();
            match (refers.contains(&create.name.as_str()), references.get(&create.name), noun.place(&create.name)) {
                (true, Some(target), Some(place)) => {
                    let target = crate::cli::noun(target)?;
                    let columns = binder.created(target, create);
                    plan.create.push(Made { place, noun: target, columns });
                }
                _ => binder.faults.push(fault(create.line, "create", "", toml::unknown(&create.name, &refers))),
            }
        }
        for row in &mapping.rows {
            let Some(target) = crate::cli::NOUNS.iter().find(|noun| noun.name == row.name) else {
                let nouns: Vec<&str> = crate::cli::NOUNS.iter().map(|noun| noun.name).collect();
                binder.faults.push(fault(row.line, "create", "", toml::unknown(&row.name, &nouns)));
                continue;
            };
            plan.rows.extend(binder.row(target, row).map(|cells| (target, cells)));
        }
        binder.faults.refuse()?;
        Ok(plan)
    }

    fn empty(noun: &'static Noun, headings: &[String], sender: Option<&str>) -> Self {
        Self {
            noun,
            sender: sender.unwrap_or_default().to_string(),
            columns: Vec::new(),
            our_id: None,
            their_id: None,
            create: Vec::new(),
            rows: Vec::new(),
            headings: headings.to_vec(),
            empty: Empty::default(),
        }
    }
}

/// Finds columns by name, and notes those that are not there.
struct Binder<'h> {
    headings: &'h [String],
    faults: Faults,
}

impl Binder<'_> {
    /// The place of their column.
    fn theirs(&mut self, line: u64, ours: &str, heading: &str) -> Option<usize> {
        let mut places = self.headings.iter().enumerate().filter(|(_, known)| known.as_str() == heading);
        let refusal = match (places.next(), places.next()) {
            (Some((place, _)), None) => return Some(place),
            (Some(_), Some(_)) => Refusal::data(say::heading_twice(heading)),
            _ => toml::unknown(heading, &self.headings.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        self.faults.push(fault(line, ours, "", refusal));
        None
    }

    fn columns(&mut self, noun: &'static Noun, rules: &[Rule]) -> Vec<Bound> {
        let mut columns: Vec<Bound> = rules.iter().filter_map(|rule| self.column(noun, rule)).collect();
        columns.sort_by_key(|bound| bound.place);
        columns
    }

    fn column(&mut self, noun: &'static Noun, rule: &Rule) -> Option<Bound> {
        let Some(place) = noun.place(&rule.column) else {
            let names: Vec<&str> = noun.columns().iter().map(|column| column.name.as_str()).collect();
            self.faults.push(fault(rule.line, &rule.column, "", toml::unknown(&rule.column, &names)));
            return None;
        };
        let mut all = |headings: Vec<&String>| -> Option<Vec<usize>> {
            // All that are missing are told, not only the first.
            let places: Vec<_> = headings.iter().map(|theirs| self.theirs(rule.line, &rule.column, theirs)).collect();
            places.into_iter().collect()
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
        };
        Some(bind(noun, place, rule, cells, shape))
    }

    /// The columns of rows that are made on the way; what `add` asks for must be among them.
    fn created(&mut self, noun: &'static Noun, create: &Create) -> Vec<Bound> {
        let columns = self.columns(noun, &create.columns);
        for (place, column) in noun.columns().iter().enumerate() {
            // The code is the cell that refers to the row, or is made.
            if column.required && column.name != "code" && !columns.iter().any(|bound| bound.place == place) {
                let refusal = Refusal::data(say::must_have(Word(noun.name), &column.name));
                self.faults.push(fault(create.line, &create.name, "", refusal));
            }
        }
        columns
    }

    /// A row as it stands in the mapping.
    fn row(&mut self, noun: &'static Noun, row: &Create) -> Option<Cells> {
        let mut cells: Cells = vec![None; noun.columns().len()];
        for rule in &row.columns {
            let (place, text) = match (self.column(noun, rule)?, &rule.origin) {
                (bound, Origin::Value(text)) => (bound.place, text),
                _ => continue,
            };
            match noun.columns()[place].read(text) {
                Ok(text) => cells[place] = Some(text),
                Err(refusal) => self.faults.push(fault(rule.line, &rule.column, text, refusal)),
            }
        }
        for (place, column) in noun.columns().iter().enumerate() {
            if cells[place].is_none() && (column.required || column.name == "code") {
                let refusal = Refusal::data(say::must_have(Word(noun.name), &column.name));
                self.faults.push(fault(row.line, &row.name, "", refusal));
            }
        }
        Some(cells)
    }
}

fn bind(noun: &Noun, place: usize, rule: &Rule, cells: Vec<usize>, shape: Shape) -> Bound {
    let column = &noun.columns()[place];
    let plain = rule.values.is_empty() && rule.split.is_none() && !rule.cut && rule.unit.is_none();
    let free = plain && column.form == Form::Text && column.reader.is_none();
    // What names a row is no free text, but spaces around it are nobody's: the search for it drops them.
    let shape = if free && matches!(shape, Shape::Cell) { Shape::Free } else { shape };
    let Rule { split, cut, unit, values, .. } = rule.clone();
    Bound { place, source: Source { cells, shape, split, cut, unit, values } }
}
