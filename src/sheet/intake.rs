//! Takes a sheet in: every cell to its column's rules, every row to what it is in the file, all faults at once.

use super::create::{self, Mark};
use super::plan::{Bound, Plan};
use super::read::{Record, Sheet};
use super::source::Shape;
use super::{Verdict, fault};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::Network;
use crate::file::rows::{Dictionary, Rows};
use crate::file::take::{Refused, Taken, refusal_of};
use crate::locale::say;
use crate::record::Noun;
use foldhash::fast::RandomState;
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::mpsc::sync_channel;

/// What came of a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Its own rows.
    pub taken: Taken,
    /// Rows that were made on the way, by their noun.
    pub made: BTreeMap<&'static str, i64>,
}

impl Done {
    /// How many rows are other than they were.
    pub fn changes(&self) -> i64 {
        self.taken.new + self.taken.changed + self.taken.restored + self.made.values().sum::<i64>()
    }
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One after the other, as `add` and `edit` do.
    OneByOne,
    /// New rows all at once, where the noun's rules allow it.
    Many,
}

/// Takes a sheet in, or refuses it with all its faults.
///
/// `progress` is told how many bytes were read, and then how many rows were written.
///
/// # Errors
/// The faults of the sheet, or those of the database.
pub fn take(
    network: &Network,
    plan: &Plan,
    sheet: Sheet,
    way: Way,
    progress: &mut dyn FnMut(Step, u64),
) -> Result<Done> {
    let file = sheet.name.clone();
    let mut intake = Intake::new(network, plan, Faults::of(&file, Vec::new()))?;
    intake.make_rows()?;
    intake.read(sheet, progress)?;
    let (rows, noun, mut refused) = (&intake.rows, plan.noun, Vec::new());
    progress(Step::Write(rows.len() as u64), 0);
    // What is wrong with the cells is known; the rows are still held to the rules, so that all is told at once.
    let taken = match way {
        Way::Many if noun.checked.is_some() => {
            network.take_many(noun, rows, &mut refused, &mut |count| progress(Step::Written, count))?
        }
        _ => network.take_each(noun, rows, &mut refused)?,
    };
    let told: Vec<Fault> = refused.into_iter().map(|refused| intake.told(refused)).collect();
    told.into_iter().for_each(|fault| intake.faults.push(fault));
    intake.faults.refuse()?;
    Ok(Done { taken, made: intake.made })
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many bytes more were read.
    Read,
    /// So many rows are to be written.
    Write(u64),
    /// So many rows more were written.
    Written,
}

/// The cells of a column that were met, and what they came to.
type Met = HashMap<Box<str>, Verdict<u32>, RandomState>;

/// A sheet being taken in.
pub(super) struct Intake<'n> {
    pub(super) network: &'n Network,
    pub(super) plan: &'n Plan,
    pub(super) rows: Rows,
    /// For each column the cells that were met, and what they came to.
    pub(super) met: Vec<Met>,
    /// Rows that were looked up for cells that name several.
    pub(super) looked_up: HashMap<(&'static str, String), (i64, String)>,
    /// How many rows without an id hold the same cells.
    pub(super) equal: HashMap<i64, u32, RandomState>,
    pub(super) made: BTreeMap<&'static str, i64>,
    pub(super) faults: Faults,
    pub(super) key: String,
    pub(super) sender: String,
}

impl<'n> Intake<'n> {
    fn new(network: &'n Network, plan: &'n Plan, faults: Faults) -> Result<Self> {
        let references = network.references(plan.noun)?;
        let columns = plan.columns.iter().map(|bound| {
            let refers = references.contains_key(&plan.noun.columns()[bound.place].name);
            Dictionary::new(bound.place, matches!(bound.source.shape, Shape::Free) && !refers)
        });
        let columns: Vec<Dictionary> = columns.collect();
        let sender = if plan.sender.is_empty() { network.site()?.to_string() } else { plan.sender.clone() };
        Ok(Self {
            network,
            plan,
            met: vec![HashMap::default(); columns.len()],
            rows: Rows { columns, ..Rows::default() },
            looked_up: HashMap::new(),
            equal: HashMap::default(),
            made: BTreeMap::new(),
            faults,
            key: String::new(),
            sender,
        })
    }

    /// Reads the sheet on one thread and understands it on this one.
    fn read(&mut self, mut sheet: Sheet, progress: &mut dyn FnMut(Step, u64)) -> Result<()> {
        let (plan, sender) = (self.plan, self.sender.clone());
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel(4);
            scope.spawn(move || {
                loop {
                    let batch = sheet.batch().map(|batch| {
                        batch.map(|batch| {
                            let marks: Vec<Mark> =
                                batch.records().map(|record| create::mark(plan, &sender, &record)).collect();
                            (batch, marks)
                        })
                    });
                    let goes_on = matches!(&batch, Ok(Ok((_, marks))) if !marks.is_empty());
                    if send.send(batch).is_err() || !goes_on {
                        break;
                    }
                }
            });
            for batch in receive {
                match batch? {
                    Ok((batch, marks)) => {
                        batch.records().zip(marks).try_for_each(|(record, mark)| self.row(&record, mark))?;
                        progress(Step::Read, batch.size);
                    }
                    Err(fault) => self.faults.push(*fault),
                }
            }
            Ok(())
        })
    }

    fn row(&mut self, record: &Record<'_>, mark: Mark) -> Result<()> {
        let width = self.plan.headings.len();
        if (0..record.len()).all(|place| self.plan.empty.is(record.cell(place))) {
            return Ok(());
        }
        if let Some(surplus) =
            (width..record.len()).map(|place| record.cell(place)).find(|cell| !self.plan.empty.is(cell))
        {
            let refusal = Refusal::data(say::surplus_cell(width as i64)).hint(say::surplus_cell_hint());
            self.faults.push(fault(record.line, "", surplus, refusal));
            return Ok(());
        }
        self.rows.body.begin();
        let mut sound = true;
        for at in 0..self.plan.columns.len() {
            if let Err(found) = self.cell(at, record)? {
                self.faults.push(Fault { line: record.line, ..*found });
                sound = false;
            }
        }
        match self.id(record, mark, sound) {
            Ok(Some(id)) => {
                self.rows.body.ids.push(id);
                self.rows.lines.push(record.line);
                return Ok(());
            }
            Ok(None) => {}
            Err(found) => self.faults.push(*found),
        }
        self.rows.body.drop_last(self.plan.columns.len());
        Ok(())
    }

    /// Adds a cell to the row, or tells what is wrong with it.
    fn cell(&mut self, at: usize, record: &Record<'_>) -> Result<Verdict<()>> {
        let bound = &self.plan.columns[at];
        let key = match &bound.source.cells[..] {
            [cell] if self.rows.columns[at].is_own => {
                let text = record.cell(*cell);
                self.rows.body.push_own(if self.plan.empty.is(text) { "" } else { text });
                return Ok(Ok(()));
            }
            [cell] => record.cell(*cell),
            cells => {
                self.key.clear();
                for cell in cells {
                    self.key.push_str(record.cell(*cell));
                    self.key.push('\u{1f}');
                }
                &self.key
            }
        };
        let verdict = match self.met[at].get(key) {
            Some(verdict) => verdict.clone(),
            None => {
                let key: Box<str> = key.into();
                let verdict = match self.judge(self.plan.noun, bound, record)? {
                    Ok(Some((shown, stored))) => Ok(self.rows.columns[at].share(shown, stored)),
                    Ok(None) => Ok(0),
                    Err(fault) => Err(fault),
                };
                self.met[at].insert(key, verdict.clone());
                verdict
            }
        };
        self.rows.body.push(*verdict.as_ref().unwrap_or(&0));
        Ok(verdict.map(|_| ()))
    }

    /// What a cell is, as it is shown and as it is stored, or what is wrong with it.
    pub(super) fn judge(
        &mut self,
        noun: &'static Noun,
        bound: &Bound,
        record: &Record<'_>,
    ) -> Result<Verdict<Option<(String, Value)>>> {
        let at = |cell: usize, refusal| {
            let value = bound.source.cells.get(cell).map(|place| record.cell(*place)).unwrap_or_default();
            fault(record.line, self.plan.heading(noun, bound, cell), value, refusal)
        };
        let text = match bound.source.text(record, &self.plan.empty) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(Ok(None)),
            Err((cell, refusal)) => return Ok(Err(at(cell, refusal).into())),
        };
        match self.resolve(noun, bound.place, &text, record) {
            Ok(found) => Ok(Ok(Some(found))),
            Err(error) if error.is::<Fault>() => Ok(Err(Box::new(error.downcast()?))),
            Err(error) => {
                let (_, _, refusal) = refusal_of(0, error)?;
                let mut fault = at(0, refusal);
                if bound.source.cells.len() != 1 {
                    (fault.column, fault.value) = (noun.columns()[bound.place].name.clone(), text);
                }
                Ok(Err(fault.into()))
            }
        }
    }

    fn resolve(
        &mut self,
        noun: &'static Noun,
        place: usize,
        text: &str,
        record: &Record<'_>,
    ) -> Result<(String, Value)> {
        let column = &noun.columns()[place];
        let target = self.network.references(noun)?.get(&column.name).copied();
        match target {
            // The row may stand further down: it is looked up when all are there.
            Some(target) if target == self.plan.noun.name => return Ok((text.trim().to_string(), Value::Null)),
            Some(target) if noun.list_of(&column.name).is_none() => {
                let target = crate::cli::noun(target)?;
                let (id, code) = self.refer(noun, place, target, text.trim(), record)?;
                return Ok((code, Value::Integer(id)));
            }
            _ => {}
        }
        let text = column.read(if column.reader.is_some() { text.trim() } else { text })?;
        let (network, looked_up) = (self.network, &mut self.looked_up);
        network.resolve_cell(noun, place, &text, &mut |noun, list, text| {
            let key = (noun.name, format!("{}:{text}", list.unwrap_or_default()));
            if let Some(found) = looked_up.get(&key) {
                return Ok(found.clone());
            }
            let found = network.look_up(noun, list, text)?;
            looked_up.insert(key, found.clone());
            Ok(found)
        })
    }

    /// A refused row as people find it in the sheet.
    fn told(&self, (row, column, refusal): Refused) -> Fault {
        let (noun, line) = (self.plan.noun, self.rows.lines[row]);
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
}
