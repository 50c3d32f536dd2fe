//! Takes a sheet in: every cell to its column's rules, every row to what it is in the file, all faults at once.

use super::fault;
use super::plan::{Bound, Made, Plan};
use super::read::{Record, Sheet};
use super::source::Shape;
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::bulk::{Refused, Taken, refusal_of, used_twice};
use crate::file::rows::{BY_CODE, Dictionary, Rows};
use crate::file::{Network, id};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};
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
        _ => one_by_one(network, noun, rows, &mut refused)?,
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

/// A sheet being taken in.
struct Intake<'n> {
    network: &'n Network,
    plan: &'n Plan,
    rows: Rows,
    /// For each column the cells that were met, and what they came to.
    met: Vec<HashMap<Box<str>, Result<u32, Box<Fault>>, RandomState>>,
    /// Rows that were looked up for cells that name several.
    looked_up: HashMap<(&'static str, String), (i64, String)>,
    /// How many rows without an id hold the same cells.
    equal: HashMap<i64, u32, RandomState>,
    made: BTreeMap<&'static str, i64>,
    faults: Faults,
    key: String,
    sender: String,
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

    /// Makes the rows that the mapping says the sheet needs, where they are not there yet.
    fn make_rows(&mut self) -> Result<()> {
        for (noun, cells) in &self.plan.rows {
            let there = noun.code(cells).map(|code| self.network.id_of_code(noun, None, code)).transpose()?;
            if there.flatten().is_none() {
                self.network.add(noun, cells.clone())?;
                *self.made.entry(noun.name).or_default() += 1;
            }
        }
        Ok(())
    }

    /// Reads the sheet on one thread and understands it on this one.
    fn read(&mut self, mut sheet: Sheet, progress: &mut dyn FnMut(Step, u64)) -> Result<()> {
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel(4);
            scope.spawn(move || {
                loop {
                    let batch = sheet.batch();
                    let goes_on = matches!(&batch, Ok(Ok(batch)) if batch.records().next().is_some());
                    if send.send(batch).is_err() || !goes_on {
                        break;
                    }
                }
            });
            for batch in receive {
                match batch? {
                    Ok(batch) => {
                        batch.records().try_for_each(|record| self.row(&record))?;
                        progress(Step::Read, batch.size);
                    }
                    Err(fault) => self.faults.push(fault),
                }
            }
            Ok(())
        })
    }

    fn row(&mut self, record: &Record<'_>) -> Result<()> {
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
                self.faults.push(Fault { line: record.line, ..found });
                sound = false;
            }
        }
        match self.id(record, sound) {
            Ok(Some(id)) => {
                self.rows.body.ids.push(id);
                self.rows.lines.push(record.line);
                return Ok(());
            }
            Ok(None) => {}
            Err(found) => self.faults.push(found),
        }
        self.rows.body.drop_last(self.plan.columns.len());
        Ok(())
    }

    /// Adds a cell to the row, or tells what is wrong with it.
    fn cell(&mut self, at: usize, record: &Record<'_>) -> Result<Result<(), Fault>> {
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
                    Err(fault) => Err(Box::new(fault)),
                };
                self.met[at].insert(key, verdict.clone());
                verdict
            }
        };
        self.rows.body.push(*verdict.as_ref().unwrap_or(&0));
        Ok(verdict.map(|_| ()).map_err(|fault| *fault))
    }

    /// What a cell is, as it is shown and as it is stored, or what is wrong with it.
    fn judge(
        &mut self,
        noun: &'static Noun,
        bound: &Bound,
        record: &Record<'_>,
    ) -> Result<Result<Option<(String, Value)>, Fault>> {
        let at = |cell: usize, refusal| {
            let value = bound.source.cells.get(cell).map(|place| record.cell(*place)).unwrap_or_default();
            fault(record.line, self.plan.heading(noun, bound, cell), value, refusal)
        };
        let text = match bound.source.text(record, &self.plan.empty) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(Ok(None)),
            Err((cell, refusal)) => return Ok(Err(at(cell, refusal))),
        };
        match self.resolve(noun, bound.place, &text, record) {
            Ok(found) => Ok(Ok(Some(found))),
            Err(error) if error.is::<Fault>() => Ok(Err(error.downcast()?)),
            Err(error) => {
                let (_, _, refusal) = refusal_of(0, error)?;
                let mut fault = at(0, refusal);
                if bound.source.cells.len() != 1 {
                    (fault.column, fault.value) = (noun.columns()[bound.place].name.clone(), text);
                }
                Ok(Err(fault))
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

    /// The row that a cell names: by the sender's id, by its code or name, or made on the way.
    fn refer(
        &mut self,
        noun: &'static Noun,
        place: usize,
        target: &'static Noun,
        text: &str,
        record: &Record<'_>,
    ) -> Result<(i64, String)> {
        let id = match target.naming {
            Naming::Known => id::of_code(target.name, text),
            _ => id::of_sender(target.name, &self.sender, text),
        };
        let known = if self.plan.sender.is_empty() { None } else { self.network.row(target, id)? };
        if let Some(code) = known.as_ref().and_then(|row| target.code(&row.cells)) {
            return Ok((id, code.to_string()));
        }
        let made = self.plan.create.iter().find(|made| std::ptr::eq(noun, self.plan.noun) && made.place == place);
        match made {
            Some(made) if self.network.id_of_code(target, None, text)?.is_none() => self.make(made, id, text, record),
            _ => self.network.look_up(target, None, text),
        }
    }

    /// Makes the row that a cell names out of the same line.
    fn make(&mut self, made: &Made, id: i64, text: &str, record: &Record<'_>) -> Result<(i64, String)> {
        let mut cells = vec![None; made.noun.columns().len()];
        for bound in &made.columns {
            let cell = self.judge(made.noun, bound, record)??;
            cells[bound.place] = cell.map(|(shown, _)| shown);
            if cells[bound.place].is_none() && made.noun.columns()[bound.place].required {
                let refusal =
                    Refusal::data(say::must_have(Word(made.noun.name), &made.noun.columns()[bound.place].name));
                return Err(fault(0, self.plan.heading(made.noun, bound, 0), text, refusal).into());
            }
        }
        if let (Naming::Known, Some(place)) = (made.noun.naming, made.noun.place("code")) {
            cells[place] = Some(made.noun.columns()[place].read(text)?);
        }
        let row = self.network.insert(made.noun, id, cells)?;
        *self.made.entry(made.noun.name).or_default() += 1;
        Ok((id, made.noun.code(&row.cells).unwrap_or_default().to_string()))
    }

    /// What the row is in the file; nothing where its cells are not sound.
    fn id(&mut self, record: &Record<'_>, sound: bool) -> Result<Option<i64>, Fault> {
        if !sound {
            return Ok(None);
        }
        let noun = self.plan.noun;
        let cell = |place: Option<usize>| {
            place.map(|place| (place, record.cell(place).trim())).filter(|(_, cell)| !self.plan.empty.is(cell))
        };
        if let Some((place, text)) = cell(self.plan.our_id) {
            return match id::parse(text) {
                Some((id, i64::MAX)) => Ok(Some(id)),
                _ => {
                    let refusal = Refusal::data(say::whole_id_needed(Word(noun.name), text));
                    Err(fault(record.line, &self.plan.headings[place], text, refusal))
                }
            };
        }
        if let Some((_, text)) = cell(self.plan.their_id).filter(|_| noun.naming != Naming::Known) {
            return Ok(Some(id::of_sender(noun.name, &self.sender, text)));
        }
        if noun.naming != Naming::Unnamed {
            match (self.rows.text(noun, self.rows.len(), "code"), noun.naming) {
                (Some(code), Naming::Known) => return Ok(Some(id::of_code(noun.name, code))),
                (Some(_), _) => return Ok(Some(BY_CODE)),
                (None, Naming::Known) => {
                    let refusal = Refusal::data(say::must_have(Word(noun.name), "code"));
                    return Err(fault(record.line, "code", "", refusal));
                }
                (None, _) => {}
            }
        }
        let words = [noun.name, &self.sender].into_iter();
        let cells = (0..self.plan.headings.len()).map(|place| record.cell(place).trim());
        let id = id::hashed(words.chain(cells).map(str::as_bytes));
        let number = self.equal.entry(id).or_default();
        *number += 1;
        match *number {
            1 => Ok(Some(id)),
            number => Ok(Some(id::hashed([id.to_le_bytes().as_slice(), &number.to_le_bytes()]))),
        }
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

/// Takes rows in one after the other, those that others refer to first.
fn one_by_one(network: &Network, noun: &'static Noun, rows: &Rows, refused: &mut Vec<Refused>) -> Result<Taken> {
    let (mut taken, mut firsts) = (Taken::default(), HashMap::new());
    for row in 0..rows.len() {
        let code =
            if rows.body.ids[row] == BY_CODE { rows.text(noun, row, "code").map(str::to_lowercase) } else { None };
        if let Some(first) = firsts.insert((rows.body.ids[row], code), row) {
            refused.push((row, None, used_twice(rows, first)));
        }
    }
    for row in referred_first(network, noun, rows, refused)? {
        match network.take_one(noun, rows, row) {
            Ok(written) => taken.count(written),
            Err(error) => refused.push(refusal_of(row, error)?),
        }
    }
    Ok(taken)
}

/// The rows, each after the one that it refers to in the same sheet; circles are refused.
fn referred_first(network: &Network, noun: &Noun, rows: &Rows, refused: &mut Vec<Refused>) -> Result<Vec<usize>> {
    let references = network.references(noun)?;
    let own = references.iter().find(|(_, target)| **target == noun.name).map(|(column, _)| column.as_str());
    let Some(column) = own else { return Ok((0..rows.len()).collect()) };
    let mut called = HashMap::new();
    for name in ["name", "code"] {
        let texts = (0..rows.len()).filter_map(|row| Some((rows.text(noun, row, name)?.to_lowercase(), row)));
        called.extend(texts);
    }
    let above = |row: usize| called.get(&rows.text(noun, row, column)?.to_lowercase()).copied();
    let (mut order, mut state) = (Vec::with_capacity(rows.len()), vec![0_usize; rows.len()]);
    for first in 0..rows.len() {
        // The way up, until a row that stands in the order already.
        let (mut way, mut next) = (Vec::new(), Some(first));
        while let Some(row) = next.filter(|row| state[*row] == 0) {
            state[row] = first + 1;
            way.push(row);
            next = above(row);
        }
        if let (Some(row), Some(last)) = (next, way.last())
            && state[row] == first + 1
        {
            let code = rows.text(noun, *last, "code").unwrap_or_default();
            let parent = rows.text(noun, *last, column).unwrap_or_default();
            refused.push((*last, Some(column.to_string()), Refusal::data(say::circle(Word(noun.name), code, parent))));
            continue;
        }
        order.extend(way.into_iter().rev());
    }
    Ok(order)
}
