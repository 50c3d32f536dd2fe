//! Binds a mapping to a noun and to the headings of one sheet; without a mapping, our own column names do.

use super::batch::Record;
use super::beside::Beside;
use super::bind::{Binder, bind};
use super::conventions::Conventions;
use super::gone::Wanted;
use super::known::Known;
use super::mapping::{Mapping, Origin, Rule};
use super::source::{Empty, Shape, Source};
use super::words::{Column, Words};
use super::{COMMENT, fault, toml};
use crate::error::{Faults, Refusal, Result};
use crate::file::Network;
use crate::file::sender::Days;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Noun};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

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
    /// Where it stands whose id a row has, where that is not the sender's.
    pub senders: Option<usize>,
    /// What may be made on the way, in the order of our columns.
    pub create: Vec<Made>,
    /// The cells in which a row must say one of these to be taken.
    pub only: Vec<(usize, Vec<String>)>,
    /// The cells in which a row must say none of these to be taken.
    pub except: Vec<(usize, Vec<String>)>,
    /// The lines of rows that are left out, because something is wrong with them.
    pub skip: BTreeSet<u64>,
    /// What is to become of rows that the sender no longer has.
    pub gone: Option<Wanted>,
    /// The days that the sheet covers, where somebody says so; else from its first to its last.
    pub covers: Option<Days>,
    /// Whether rows with faults are left out, so that each of them must be known.
    pub rejects_rows: bool,
    /// Rows that the sheet needs.
    pub rows: Vec<(&'static Noun, Cells)>,
    /// Whether it is a standard's: rows that it needs are made only where a cell names them, ids that were published
    /// from a file of ours are ours, and nobody can mend its mapping.
    pub of_standard: bool,
    /// What other sheets of its folder say, where it lies in one.
    pub beside: Option<Arc<Mutex<Beside>>>,
    /// What new rows have in columns that the sheet says nothing in, by their places.
    pub fills: Vec<(usize, &'static str)>,
    /// The cells that nothing is taken from; it is told where there is something in them.
    pub passed: Vec<usize>,
    /// What rows that are there would say.
    pub known: Known,
    /// How many cells a row may have.
    pub width: usize,
    /// The mapping, and the line from which our columns are named, where there is one.
    pub mapping: Option<(String, u64)>,
    /// The cells without a heading, which must be empty.
    pub nameless: Vec<usize>,
    /// The headings of the sheet.
    pub headings: Vec<String>,
    /// What the sheet writes where it has nothing to say.
    pub empty: Empty,
    /// How it writes what can be written in several ways.
    pub conventions: Conventions,
    /// What its values may be called.
    pub words: Words,
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
    /// Whether anything is read from a cell at this place.
    pub fn reads(&self, place: usize) -> bool {
        let made = self.create.iter().flat_map(|made| &made.columns);
        let is_bound = self.columns.iter().chain(made).any(|bound| bound.source.looks_at.contains(&place));
        let is_id = [self.our_id, self.their_id, self.senders].contains(&Some(place));
        let is_looked_at = self.only.iter().chain(&self.except).any(|(cell, _)| *cell == place);
        is_bound || is_id || is_looked_at || place >= self.headings.len()
    }

    /// Whether a row says anything, and is neither a comment nor left out by the mapping.
    pub fn takes(&self, record: &Record<'_>) -> bool {
        let says = |(cell, values): &(usize, Vec<String>)| record.says(*cell, values);
        let is_comment = self.mapping.is_none() && record.cell(0).starts_with(COMMENT);
        let is_empty = (0..record.len()).all(|place| self.empty.has(record.cell(place)));
        !is_empty
            && !is_comment
            && self.says_something(record)
            && self.only.iter().all(says)
            && !self.except.iter().any(says)
    }

    /// Whether a row has the cell without which it says nothing.
    pub fn says_something(&self, record: &Record<'_>) -> bool {
        let place = self.noun.says.and_then(|name| self.noun.place(name));
        let bound = self.columns.iter().find(|bound| Some(bound.place) == place);
        bound.is_none_or(|bound| {
            bound.source.cells.is_empty() || bound.source.cells.iter().any(|cell| !self.empty.has(record.cell(*cell)))
        })
    }

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
        let mut plan = Self::empty(noun, headings, sender);
        let mut unknown = Vec::new();
        for (cell, heading) in headings.iter().enumerate() {
            // Office programs write columns that hold nothing; what does stand in them is told with its line.
            if heading.starts_with(COMMENT) {
                continue;
            }
            if heading.is_empty() {
                plan.nameless.push(cell);
                continue;
            }
            let column = plan.words.heading(heading);
            if headings[..cell].iter().any(|other| plan.words.heading(other) == column && column.is_some()) {
                faults.push(fault(1, heading, "", Refusal::data(say::heading_twice(heading))));
            }
            match column {
                Some(Column::Field(place)) => {
                    let rule = Rule::plain(&noun.columns()[place].name, 1, Origin::Column(heading.clone()));
                    plan.columns.push(bind(noun, place, &rule, vec![cell], Shape::Cell, Vec::new()));
                }
                Some(Column::Id) => plan.our_id = Some(cell),
                None => unknown.push(heading.as_str()),
            }
        }
        let is_ours = !plan.columns.is_empty() || plan.our_id.is_some();
        let names = if unknown.is_empty() { Vec::new() } else { plan.words.all() };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match is_ours && unknown.iter().all(|heading| toml::likest(heading, &names).is_some()) {
            true => {
                unknown.iter().for_each(|heading| faults.push(fault(1, *heading, "", toml::unknown(heading, &names))))
            }
            // Somebody else's words: one line says more than one for each of them.
            false if unknown.is_empty() => {}
            false => faults.push(fault(1, "", "", unknown_headings(&plan, &unknown))),
        }
        faults.refuse()?;
        // A digest is taken over the columns in the order of the noun.
        plan.columns.sort_by_key(|bound| bound.place);
        // A sender's own ids stand in a column of ours where there is no mapping to name another.
        plan.their_id = sender.and_then(|_| {
            let place = noun.place("sender_id").map(Column::Field)?;
            headings.iter().position(|heading| plan.words.heading(heading) == Some(place))
        });
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
        let mut binder = Binder::new(network, mapping, headings);
        let mut plan = Self::empty(noun, headings, sender.or(mapping.sender.as_deref()));
        plan.empty = Empty(mapping.empty.clone());
        plan.mapping = Some((mapping.file.clone(), mapping.columns_line));
        if let Some((line, named)) = mapping.noun.as_ref().filter(|(_, named)| named != noun.name) {
            let refusal = Refusal::data(say::mapping_of_another_noun(named, noun.name));
            binder.refuse(*line, "noun", refusal);
        }
        if plan.sender.is_empty() && (mapping.id.is_some() || !mapping.create.is_empty()) {
            binder.refuse(0, "sender", Refusal::data(say::mapping_needs_sender()));
        }
        plan.their_id = mapping.id.as_ref().and_then(|(line, id)| binder.theirs(*line, "id", id, None));
        // Who says on the line whose sheet it is means all of its rows.
        let senders = mapping.senders.as_ref().filter(|_| sender.is_none());
        plan.senders = senders.and_then(|(line, senders)| binder.theirs(*line, "senders", senders, None));
        for (key, conditions, bound) in
            [("only", &mapping.only, &mut plan.only), ("except", &mapping.except, &mut plan.except)]
        {
            for (line, theirs, values) in conditions {
                bound.extend(binder.theirs(*line, key, theirs, None).map(|cell| (cell, values.clone())));
            }
        }
        plan.columns = binder.columns(noun, &mapping.columns);
        let references = network.references(noun)?;
        for create in &mapping.create {
            let refers: Vec<&str> =
                plan.columns.iter().map(|bound| noun.columns()[bound.place].name.as_str()).collect();
            let refers: Vec<&str> = refers.into_iter().filter(|name| references.contains_key(*name)).collect();
            match (refers.contains(&create.name.as_str()), references.get(&create.name), noun.place(&create.name)) {
                (true, Some(target), Some(place)) => {
                    let target = crate::nouns::named(target)?;
                    let columns = binder.created(target, create);
                    plan.create.push(Made { place, noun: target, columns });
                }
                // Its column is there in the mapping and not in the sheet, which has been told.
                _ if mapping.columns.iter().any(|rule| rule.column == create.name)
                    && references.contains_key(&create.name) => {}
                _ => binder.refuse(create.line, "create", toml::unknown(&create.name, &refers)),
            }
        }
        for row in &mapping.rows {
            let Some(target) = crate::nouns::NOUNS.iter().find(|noun| noun.name == row.name) else {
                let nouns: Vec<&str> = crate::nouns::NOUNS.iter().map(|noun| noun.name).collect();
                binder.refuse(row.line, "create", toml::unknown(&row.name, &nouns));
                continue;
            };
            plan.rows.extend(binder.row(target, row).map(|cells| (target, cells)));
        }
        binder.end()?;
        Ok(plan)
    }

    fn empty(noun: &'static Noun, headings: &[String], sender: Option<&str>) -> Self {
        Self {
            noun,
            sender: sender.unwrap_or_default().to_string(),
            columns: Vec::new(),
            our_id: None,
            their_id: None,
            senders: None,
            create: Vec::new(),
            only: Vec::new(),
            except: Vec::new(),
            skip: BTreeSet::new(),
            gone: None,
            covers: None,
            rejects_rows: false,
            rows: Vec::new(),
            of_standard: false,
            beside: None,
            fills: Vec::new(),
            passed: Vec::new(),
            known: Known::default(),
            width: headings.len(),
            mapping: None,
            nameless: Vec::new(),
            headings: headings.to_vec(),
            empty: Empty::default(),
            conventions: Conventions::default(),
            words: Words::of(noun),
        }
    }
}

/// The refusal of a sheet that has other words among its headings: somebody else's, or of several languages.
fn unknown_headings(plan: &Plan, unknown: &[&str]) -> Refusal {
    let some = |words: &[&str], most: usize, sign: &str| {
        let more = Some("…".to_string()).filter(|_| words.len() > most);
        words.iter().take(most).map(|word| format!("{sign}{word}{sign}")).chain(more).collect::<Vec<_>>().join(", ")
    };
    let (noun, told) = (Word(plan.noun.name), some(unknown, 5, "`"));
    if plan.columns.len() < unknown.len() {
        return Refusal::data(say::unknown_headings(noun, told)).hint(say::unknown_headings_hint());
    }
    let (others, is_mixed) = plan.words.in_one_language(&plan.headings);
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let message = if is_mixed { say::headings_mixed(noun, told) } else { say::unknown_headings(noun, told) };
    Refusal::data(message).hint(say::headings_in_language_hint(some(&others, 12, "")))
}
