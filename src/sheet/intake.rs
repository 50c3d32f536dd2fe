//! Takes a sheet in: every cell to its column's rules, every row to what it is in the file, all faults at once.

use super::batch::{Batch, Record};
use super::beside::Said;
use super::create::Before;
use super::done::{Done, PrivateNotes};
use super::ids;
use super::plan::Plan;
use super::progress::Step;
use super::read::Sheet;
use super::source::Shape;
use super::typed::Typed;
use super::untaken::Untaken;
use super::{COMMENT, fault, in_mapping};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::Network;
use crate::file::rows::{BY_CELLS, Dictionary, Rows};
use crate::file::take::{Refused, Rules, missing, refusal_of};
use crate::locale::say::{self, Noun as Word};
use crate::record::Naming;
use foldhash::fast::RandomState;
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::PoisonError;
use std::sync::mpsc::sync_channel;

/// Of so many rows it is told what changed.
const FEW: usize = 20;

/// Takes a sheet in, or refuses it with all its faults.
///
/// `progress` is told how many bytes were read, and then how many rows were written.
///
/// # Errors
/// The faults of the sheet, or those of the database.
pub fn take(network: &Network, plan: &Plan, sheet: Sheet, progress: &mut dyn FnMut(Step, u64)) -> Result<Done> {
    let mut intake = Intake::new(network, plan, &sheet.name)?;
    intake.make_rows()?;
    intake.read(sheet, progress)?;
    let is_by_cells = intake.rows.body.ids.contains(&BY_CELLS);
    ids::of_cells(plan.noun, &intake.sender, &mut intake.rows);
    let (rows, noun, mut refused) = (&intake.rows, plan.noun, Vec::new());
    progress(Step::Write(rows.len() as u64), 0);
    // What is wrong with the cells is known; the rows are still held to the rules, so that all is told at once.
    let taken = match noun.checked {
        // Many at once are known by their ids alone: what has a code, another row may have had before.
        Some(_) if noun.naming == Naming::Unnamed => {
            network.take_many(noun, rows, &mut refused, &mut |count| progress(Step::Written, count))?
        }
        _ => network.take_each(noun, rows, &mut refused)?,
    };
    let mut said = Said::new();
    if let (Some(beside), true) = (&plan.beside, refused.is_empty()) {
        (said, refused) = beside.lock().unwrap_or_else(PoisonError::into_inner).compare(network, plan, rows)?;
    }
    if refused.is_empty() && intake.faults.faults.is_empty() && rows.lacking(noun).is_empty() {
        let followed = noun.follow(network, rows)?;
        refused = followed.refused;
        for (noun, words) in followed.made {
            intake.made.entry(noun).or_default().push(words);
        }
    }
    for refused in refused {
        let line = intake.rows.lines[refused.0];
        let told = intake.told(line, refused);
        intake.faults.push(told);
    }
    if taken.new > 0 || intake.is_nameless {
        intake.tell_lacking();
    }
    let changed = if taken.changed > 0 { network.changed_now(noun, FEW)? } else { Vec::new() };
    let gone = if intake.faults.faults.is_empty() { intake.gone(is_by_cells, taken.same)? } else { None };
    intake.faults.refuse()?;
    let ids_unused = plan.sender.is_empty() && plan.our_id.is_none() && intake.rows.has_any(noun, "sender_id");
    let (guards, left_out, comments) = (intake.guards, intake.left_out, intake.comments);
    let (made, private, untaken) = (intake.made, intake.private, intake.untaken);
    Ok(Done { taken, made, private, guards, left_out, comments, untaken, changed, gone, said, ids_unused })
}

/// The cells of a column that were met, and what they came to.
type Met = HashMap<Box<str>, Result<u32, Vec<Fault>>, RandomState>;

/// A sheet being taken in.
pub(super) struct Intake<'n> {
    pub(super) network: &'n Network,
    pub(super) plan: &'n Plan,
    pub(super) rows: Rows,
    /// For each column the cells that were met, and what they came to.
    met: Vec<Met>,
    /// Rows that were looked up for cells that name several.
    pub(super) looked_up: HashMap<(&'static str, String), (i64, String)>,
    /// What was called how before rows were made on the way, by their noun.
    pub(super) before: HashMap<&'static str, Before>,
    pub(super) made: BTreeMap<&'static str, Vec<String>>,
    private: PrivateNotes,
    /// What a workbook tells of the sheet.
    pub(super) typed: Typed,
    guards: i64,
    left_out: i64,
    comments: i64,
    untaken: Untaken,
    /// The ids of rows that the sheet holds and that are not taken, where they have some.
    pub(super) put_aside: HashSet<i64>,
    /// Whether a row with faults has none, so that nobody can tell which it is.
    pub(super) is_blind: bool,
    pub(super) faults: Faults,
    pub(super) sender: String,
    /// Whether rows could not be told from others, for want of a column with their codes.
    pub(super) is_nameless: bool,
    rules: Rules<'n>,
    key: String,
}

impl<'n> Intake<'n> {
    fn new(network: &'n Network, plan: &'n Plan, file: &str) -> Result<Self> {
        network.guess_again();
        let references = network.references(plan.noun)?;
        let columns = plan.columns.iter().map(|bound| {
            let refers = references.contains_key(&plan.noun.columns()[bound.place].name);
            Dictionary::new(bound.place, matches!(bound.source.shape, Shape::Free) && !refers)
        });
        let columns: Vec<Dictionary> = columns.collect();
        Ok(Self {
            network,
            plan,
            met: vec![HashMap::default(); columns.len()],
            rows: Rows { columns, of_register: !plan.sender.is_empty(), fills: plan.fills.clone(), ..Rows::default() },
            untaken: Untaken::default(),
            looked_up: HashMap::new(),
            before: HashMap::new(),
            made: BTreeMap::new(),
            private: PrivateNotes::default(),
            typed: Typed::default(),
            guards: 0,
            left_out: 0,
            comments: 0,
            put_aside: HashSet::new(),
            is_blind: false,
            faults: Faults { keeps_all: plan.rejects_rows, ..Faults::of(file, Vec::new()) },
            sender: if plan.sender.is_empty() { network.site()?.to_string() } else { plan.sender.clone() },
            is_nameless: false,
            rules: Rules::of(network, plan.noun)?,
            key: String::new(),
        })
    }

    /// Reads the sheet on one thread and understands it on this one.
    fn read(&mut self, mut sheet: Sheet, progress: &mut dyn FnMut(Step, u64)) -> Result<()> {
        let (plan, sender) = (self.plan, self.sender.clone());
        self.typed = sheet.typed.as_mut().map(Typed::leave_rows).unwrap_or_default();
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel(4);
            scope.spawn(move || {
                // Their ids are hashed here: that takes as long as all the rest of a row.
                let hashed = |batch: Batch| {
                    let ids: Vec<_> = batch.records().map(|record| ids::of_theirs(plan, &sender, &record)).collect();
                    (batch, ids)
                };
                loop {
                    let batch = sheet.batch().map(hashed);
                    let goes_on = batch.as_ref().is_ok_and(|(_, ids)| !ids.is_empty());
                    if send.send(batch).is_err() || !goes_on {
                        break;
                    }
                }
            });
            for batch in receive {
                match batch {
                    Ok((batch, ids)) => {
                        batch.records().zip(ids).try_for_each(|(record, id)| self.row(&record, id))?;
                        progress(Step::Read, batch.size);
                    }
                    Err(error) => faults_of(error)?.into_iter().for_each(|fault| self.faults.push(fault)),
                }
            }
            Ok(())
        })
    }

    fn row(&mut self, record: &Record<'_>, theirs: Option<i64>) -> Result<()> {
        let (empty, width) = (&self.plan.empty, self.plan.width);
        if (0..record.len()).all(|place| empty.has(record.cell(place))) {
            return Ok(());
        }
        if self.plan.skip.contains(&record.line) {
            match theirs {
                Some(id) => _ = self.put_aside.insert(id),
                None => self.is_blind = true,
            }
            return Ok(());
        }
        let has_failed = |place: usize| self.typed.failed_in(record.line).any(|failed| failed == place);
        if self.plan.mapping.is_none() && record.cell(0).starts_with(COMMENT) && !has_failed(0) {
            self.comments += 1;
            return Ok(());
        }
        if self.plan.noun.says.is_some() && !self.plan.says_something(record) {
            return Ok(());
        }
        let says = |(cell, values): &(usize, Vec<String>)| record.says(*cell, values);
        if !self.plan.only.iter().all(says) || self.plan.except.iter().any(says) {
            self.left_out += 1;
            self.put_aside.extend(theirs);
            return Ok(());
        }
        let failed: Vec<usize> = self.typed.failed_in(record.line).filter(|place| self.plan.reads(*place)).collect();
        if !failed.is_empty() {
            // What the other cells say is told once the row can be read.
            for place in failed {
                let heading = self.plan.headings.get(place).cloned().unwrap_or_default();
                let refusal = Refusal::data(say::cell_failed()).hint(say::cell_failed_hint());
                self.faults.push(fault(record.line, heading, record.cell(place), refusal));
            }
            return Ok(());
        }
        let mut sound = true;
        if let Some(surplus) = (width..record.len()).map(|place| record.cell(place)).find(|cell| !empty.has(cell)) {
            let refusal = Refusal::data(say::surplus_cell(width as i64)).hint(say::surplus_cell_hint());
            self.faults.push(fault(record.line, "", surplus, refusal));
            sound = false;
        }
        let nameless = self.plan.nameless.iter().map(|place| record.cell(*place));
        if let Some(stray) = nameless.into_iter().find(|cell| !empty.has(cell)) {
            self.faults.push(fault(
                record.line,
                "",
                stray,
                Refusal::data(say::nameless_cell()).hint(say::nameless_cell_hint()),
            ));
            sound = false;
        }
        self.guards += record.guards();
        self.untaken.look_at(self.plan, record);
        self.rows.body.begin();
        for at in 0..self.plan.columns.len() {
            sound &= self.cell(at, record, theirs)?;
        }
        match self.id(record, theirs) {
            Some(id) if sound => {
                for name in self.plan.noun.notes {
                    if let Some(note) = self.rows.text(self.plan.noun, self.rows.len(), name) {
                        self.private.look_at(record.line, note);
                    }
                }
                self.rows.body.ids.push(id);
                self.rows.lines.push(record.line);
            }
            _ => {
                // It is not taken; its cells that are sound are still held to the rules.
                let known = self.rows.over(self.rows.len(), vec![None; self.plan.noun.columns().len()]);
                if let Err(error) = self.rules.check(&known) {
                    let told = self.told(record.line, refusal_of(self.rows.len(), error)?);
                    self.faults.push(told);
                }
                self.rows.body.drop_last(self.plan.columns.len());
            }
        }
        Ok(())
    }

    /// Adds a cell to the row; false where something is wrong with it, which is then told.
    fn cell(&mut self, at: usize, record: &Record<'_>, id: Option<i64>) -> Result<bool> {
        let bound = &self.plan.columns[at];
        if let Some(says) = self.plan.known.says(id, &bound.source.cells, record) {
            let text = says[bound.place].as_deref().unwrap_or_default();
            match (self.rows.columns[at].is_own, text.is_empty()) {
                (true, _) => self.rows.body.push_own(text),
                (false, true) => self.rows.body.push(0),
                // It stays as it is, and is not stored again.
                (false, false) => {
                    let number = self.rows.columns[at].share(text.to_string(), Value::Null);
                    self.rows.body.push(number);
                }
            }
            return Ok(true);
        }
        let key = match &bound.source.looks_at[..] {
            [cell] if self.rows.columns[at].is_own => {
                let text = record.cell(*cell);
                let text = if self.plan.empty.has(text) { "" } else { text };
                self.rows.body.push_own(text);
                return Ok(!text.is_empty() || self.may_be_empty(at, record));
            }
            [cell] if !bound.source.is_marked(record, &self.typed) => record.cell(*cell),
            cells => {
                self.key.clear();
                for cell in cells {
                    self.key.push_str(record.cell(*cell));
                    self.key.push('\u{1f}');
                }
                &self.key
            }
        };
        let number = match self.met[at].get(key) {
            Some(Ok(number)) => Ok(*number),
            Some(Err(faults)) => Err(faults.clone()),
            None => {
                let key: Box<str> = key.into();
                let came = match self.judge(self.plan.noun, bound, record) {
                    Ok(Some((shown, stored))) => Ok(self.rows.columns[at].share(shown, stored)),
                    Ok(None) => Ok(0),
                    Err(error) => Err(faults_of(error)?),
                };
                // Of what nobody is told any more, nothing is kept.
                if came.is_ok() || !self.faults.is_full() {
                    self.met[at].insert(key, came.clone());
                }
                came
            }
        };
        self.rows.body.push(*number.as_ref().unwrap_or(&0));
        match number {
            Ok(0) => Ok(self.may_be_empty(at, record)),
            Ok(_) => Ok(true),
            Err(faults) => {
                faults.into_iter().for_each(|found| self.faults.push(Fault { line: record.line, ..found }));
                Ok(false)
            }
        }
    }

    /// Whether a cell may be empty, of a new row and of one that is there; it is told where not.
    fn may_be_empty(&mut self, at: usize, record: &Record<'_>) -> bool {
        let (noun, bound) = (self.plan.noun, &self.plan.columns[at]);
        let column = &noun.columns()[bound.place];
        let is_needed = column.required && !self.plan.fills.iter().any(|(place, _)| *place == bound.place);
        if is_needed {
            let heading = self.plan.heading(noun, bound, 0);
            self.faults.push(fault(record.line, heading, "", missing(noun, &column.name)));
        }
        !is_needed
    }

    /// A refused row as people find it in the sheet.
    fn told(&self, line: u64, (row, column, refusal): Refused) -> Fault {
        let noun = self.plan.noun;
        let Some(column) = column else {
            let code = self.rows.text(noun, row, "code").unwrap_or_default();
            return fault(line, "", code, refusal);
        };
        let value = self.rows.text(noun, row, &column).unwrap_or_default();
        let bound = self.plan.columns.iter().find(|bound| noun.columns()[bound.place].name == column);
        let heading = match bound {
            Some(bound) if bound.source.cells.len() == 1 => self.plan.heading(noun, bound, 0),
            _ => column.clone(),
        };
        fault(line, heading, value, refusal)
    }

    /// Tells, once for the sheet, which columns are missing that every new row needs.
    fn tell_lacking(&mut self) {
        let noun = self.plan.noun;
        for column in self.rows.lacking(noun) {
            self.faults.push(match &self.plan.mapping {
                Some((file, line)) => {
                    let hint = say::mapping_not_mapped_hint(&column.name, Word(noun.name));
                    let refusal = Refusal::data(say::mapping_not_mapped(&column.name)).hint(hint);
                    in_mapping(file, fault(*line, "", "", refusal))
                }
                None => {
                    let refusal = Refusal::data(say::column_missing(&column.name, Word(noun.name)));
                    fault(1, "", "", refusal.hint(say::column_missing_hint()))
                }
            });
        }
    }
}

/// The faults that an error stands for.
///
/// # Errors
/// The error itself, where it is the database's or the system's.
pub(super) fn faults_of(error: anyhow::Error) -> Result<Vec<Fault>> {
    Ok(error.downcast::<Faults>()?.faults)
}
