//! How rows of a sheet are taken in one by one, and what is said of those that cannot be.

use super::rows::{BY_CODE, Rows};
use super::sender::Removed;
use super::write::Written;
use super::{Network, Row};
use crate::error::{AtColumn, Refusal, Result};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Noun};
use crate::value::code::APART;
use std::collections::HashMap;

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// They were not there before.
    pub new: i64,
    /// They were there and say something else now.
    pub changed: i64,
    /// They were there and say the same.
    pub same: i64,
    /// They had been removed, and are back.
    pub restored: i64,
    /// Values that were changed here and stay, because their sender has nothing new to say of them.
    pub kept: i64,
    /// They were removed here and stay so, because their sender only says again what they had said.
    pub still_removed: i64,
}

/// Says that a refused row would have been a new one.
#[derive(Debug)]
struct OfNewRow;

impl std::fmt::Display for OfNewRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a new row")
    }
}

/// A row that is refused: its place among the rows, the column where it is known, and why.
pub type Refused = (usize, Option<String>, Refusal);

impl Taken {
    /// Counts one more row.
    pub fn count(&mut self, written: Written) {
        *match written {
            Written::New => &mut self.new,
            Written::Changed => &mut self.changed,
            Written::Same => &mut self.same,
            Written::Restored => &mut self.restored,
        } += 1;
    }
}

/// The rules of a noun that look at one row only, for rows that are not whole.
pub struct Rules<'n> {
    network: &'n Network,
    noun: &'static Noun,
    checked: Vec<usize>,
    /// What stands in the columns that no rule looks at.
    others: Cells,
}

impl<'n> Rules<'n> {
    /// The rules of a noun; none where they look at more than one row.
    ///
    /// # Errors
    /// Only where the noun's example is no row.
    pub fn of(network: &'n Network, noun: &'static Noun) -> Result<Self> {
        let checked = noun.checked.unwrap_or_default().iter().filter_map(|name| noun.place(name)).collect();
        let others = noun.example_cells()?.into_iter().zip(noun.columns());
        let others = others.map(|(cell, column)| cell.filter(|_| column.required)).collect();
        Ok(Self { network, noun, checked, others })
    }

    /// The places of the columns that the rules look at.
    pub fn places(&self) -> &[usize] {
        &self.checked
    }

    /// Holds what is known of a row to the rules.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken.
    pub fn check(&self, known: &Cells) -> Result<()> {
        let lacks = |place: &usize| known[*place].is_none() && self.noun.columns()[*place].required;
        if self.checked.is_empty() || self.checked.iter().any(lacks) {
            return Ok(());
        }
        let mut cells = self.others.clone();
        self.checked.iter().for_each(|place| cells[*place].clone_from(&known[*place]));
        self.noun.check(&cells, self.network)
    }
}

impl Network {
    /// Takes rows in one after the other, those that others refer to first.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn take_each(&self, noun: &'static Noun, rows: &Rows, refused: &mut Vec<Refused>) -> Result<Taken> {
        let (mut taken, mut firsts) = (Taken::default(), HashMap::new());
        for row in 0..rows.len() {
            let code =
                if rows.body.ids[row] == BY_CODE { rows.text(noun, row, "code").map(str::to_lowercase) } else { None };
            if let Some(first) = firsts.insert((rows.body.ids[row], code), row) {
                refused.push(used_twice(noun, rows, row, first));
            }
        }
        for row in referred_first(self, noun, rows, refused)? {
            if let Err(error) = self.take_one(noun, rows, row, &mut taken) {
                taken.new += i64::from(error.is::<OfNewRow>());
                refused.push(refusal_of(row, error)?);
            }
        }
        Ok(taken)
    }

    /// Takes in one row: over what it was, where it is there.
    ///
    /// # Errors
    /// Where a rule is broken, or something is missing that a new row needs.
    pub fn take_one(&self, noun: &'static Noun, rows: &Rows, row: usize, taken: &mut Taken) -> Result<()> {
        let id = match rows.body.ids[row] {
            BY_CODE => match rows.text(noun, row, "code") {
                Some(code) => match self.only_one_of_code(noun, code)? {
                    None => match (self.undone_row(noun, code)?, self.sender.get()) {
                        (None, Some(sender)) => self.sent_as(noun, code, sender)?,
                        (undone, _) => undone,
                    },
                    known => known,
                },
                None => None,
            },
            id => Some(id),
        };
        let says_again = rows.by_cells.get(row).is_some_and(|by_cells| *by_cells);
        let before: Option<Row> = id.map(|id| self.row(noun, id)).transpose()?.flatten();
        if let Some(before) = before {
            if says_again {
                // It is what its sheet said: whatever differs was changed here since.
                let cells = rows.over(row, before.cells.clone());
                let differs =
                    |place: &usize| cells[*place] != before.cells[*place] && noun.place("code") != Some(*place);
                taken.kept += (0..cells.len()).filter(differs).count() as i64;
                taken.same += 1;
                return Ok(());
            }
            let (cells, kept) = self.laid_over(noun, &before, rows, row)?;
            if let (Some(has), true) = (noun.code(&cells), noun.code(&cells) != noun.code(&before.cells)) {
                self.refuse_a_taken_code(noun, has, before.id)?;
            }
            refuse_gaps(noun, &cells, Some(&before.cells))?;
            taken.kept += kept;
            taken.count(self.replace(noun, &before, &cells)?);
            return Ok(());
        }
        let removed = id.map_or(Ok(Removed::Gone), |id| self.removed(noun, id, rows, row))?;
        let (mut cells, kept) = match &removed {
            Removed::Stays => {
                taken.still_removed += 1;
                return Ok(());
            }
            Removed::Back(_) if says_again => {
                taken.still_removed += 1;
                return Ok(());
            }
            Removed::Back(before) => self.laid_over(noun, before, rows, row)?,
            Removed::Gone => (rows.over(row, vec![None; noun.columns().len()]), 0),
        };
        taken.kept += kept;
        if matches!(removed, Removed::Gone) && !rows.lacking(noun).is_empty() {
            // Told once: it is the sheet that lacks a column, not the row.
            Rules::of(self, noun)?.check(&cells).map_err(|error| error.context(OfNewRow))?;
            taken.new += 1;
            return Ok(());
        }
        refuse_gaps(noun, &cells, None)?;
        if let (Some(id), true) = (id, rows.of_register) {
            self.give_a_code_of_its_id(noun, id, &mut cells);
        }
        let id = match id {
            Some(id) => id,
            None => self.new_id(noun, noun.code(&cells))?,
        };
        taken.count(self.insert_or_restore(noun, id, cells)?.1);
        Ok(())
    }

    /// What a row of a sheet makes of one that is or was there, and how many values stay as they are here.
    fn laid_over(&self, noun: &'static Noun, before: &Row, rows: &Rows, row: usize) -> Result<(Cells, i64)> {
        let mut cells = rows.over(row, before.cells.clone());
        match (noun.code(&before.cells), noun.code(&cells), noun.place("code")) {
            // One code, however it is written: the row keeps its own spelling.
            (Some(had), Some(has), Some(place)) if had.eq_ignore_ascii_case(bare(has)) => {
                cells[place] = before.cells[place].clone();
            }
            // A row that the tool has named keeps its name, though the sheet knows none.
            (Some(_), None, Some(place)) => cells[place] = before.cells[place].clone(),
            _ => {}
        }
        let kept = self.keep_ours(noun, before, &mut cells)?;
        Ok((cells, kept))
    }
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
            refused.push((
                *last,
                Some(column.to_string()),
                Refusal::data(say::circle(Word(noun.name), code, parent)).hint(say::circle_hint()),
            ));
            continue;
        }
        order.extend(way.into_iter().rev());
    }
    Ok(order)
}

/// The refusal of a row that stands in the sheet already, where it may say something else.
pub fn used_twice(noun: &Noun, rows: &Rows, row: usize, first: usize) -> Refused {
    let line = rows.lines[first] as i64;
    let said = |row: usize| noun.says.and_then(|column| rows.text(noun, row, column));
    match said(first) {
        Some(text) if said(row) != said(first) => {
            let refusal = Refusal::data(say::row_twice_otherwise(line, text)).hint(say::row_twice_otherwise_hint());
            (row, noun.says.map(str::to_string), refusal)
        }
        _ => (row, None, Refusal::data(say::row_twice(line)).hint(say::row_twice_hint())),
    }
}

/// The error of a row as a refusal, if it is one.
///
/// # Errors
/// The error itself, where it is the database's or the system's.
pub fn refusal_of(row: usize, error: anyhow::Error) -> Result<Refused> {
    let column = error.downcast_ref::<AtColumn>().map(|at| at.0.clone());
    match error.chain().find_map(|cause| cause.downcast_ref::<Refusal>()) {
        Some(refusal) => Ok((row, column, refusal.clone())),
        None => Err(error),
    }
}

/// The refusal of a row that lacks what it must have.
pub fn missing(noun: &Noun, column: &str) -> Refusal {
    Refusal::data(say::must_have(Word(noun.name), column)).hint(say::must_have_hint())
}

/// A code without what tells it from others like it.
fn bare(code: &str) -> &str {
    code.split(APART).next().unwrap_or(code)
}

/// Refuses a row that lacks what it must have, though the sheet gives it nothing to lack; what stayed elsewhere it lacked
/// before.
fn refuse_gaps(noun: &Noun, cells: &Cells, before: Option<&Cells>) -> Result<()> {
    let had = |place: usize| before.is_none_or(|before| before[place].is_some());
    let mut columns = noun.columns().iter().enumerate();
    match columns.find(|(place, column)| column.required && cells[*place].is_none() && had(*place)) {
        Some((_, column)) => {
            Err(anyhow::Error::from(missing(noun, &column.name)).context(AtColumn(column.name.clone())))
        }
        None => Ok(()),
    }
}
