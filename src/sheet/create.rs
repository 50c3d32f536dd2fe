//! Rows that a sheet names: known by the sender and the sender's own ids, or made on the way.

use super::intake::Intake;
use super::plan::{Made, Plan};
use super::read::Record;
use super::{Verdict, fault};
use crate::error::{Refusal, Result};
use crate::file::id;
use crate::file::rows::BY_CODE;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};

impl Intake<'_> {
    /// Makes the rows that the mapping says the sheet needs, where they are not there yet.
    pub(super) fn make_rows(&mut self) -> Result<()> {
        for (noun, cells) in &self.plan.rows {
            let there = noun.code(cells).map(|code| self.network.id_of_code(noun, None, code)).transpose()?;
            if there.flatten().is_none() {
                self.network.add(noun, cells.clone())?;
                *self.made.entry(noun.name).or_default() += 1;
            }
        }
        Ok(())
    }

    /// The row that a cell names: by the sender's id, by its code or name, or made on the way.
    pub(super) fn refer(
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
            let cell = self.judge(made.noun, bound, record)?.map_err(|fault| *fault)?;
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
    pub(super) fn id(&mut self, record: &Record<'_>, mark: Mark, sound: bool) -> Verdict<Option<i64>> {
        if !sound {
            return Ok(None);
        }
        let noun = self.plan.noun;
        if let Some(place) = self.plan.our_id
            && let text = record.cell(place).trim()
            && !self.plan.empty.is(text)
        {
            return match id::parse(text) {
                Some((id, i64::MAX)) => Ok(Some(id)),
                _ => {
                    let refusal = Refusal::data(say::whole_id_needed(Word(noun.name), text));
                    Err(fault(record.line, &self.plan.headings[place], text, refusal).into())
                }
            };
        }
        if let Mark::Theirs(id) = mark {
            return Ok(Some(id));
        }
        if noun.naming != Naming::Unnamed {
            match (self.rows.text(noun, self.rows.len(), "code"), noun.naming) {
                (Some(code), Naming::Known) => return Ok(Some(id::of_code(noun.name, code))),
                (Some(_), _) => return Ok(Some(BY_CODE)),
                (None, Naming::Known) => {
                    let refusal = Refusal::data(say::must_have(Word(noun.name), "code"));
                    return Err(fault(record.line, "code", "", refusal).into());
                }
                (None, _) => {}
            }
        }
        let Mark::Cells(id) = mark else { return Ok(None) };
        let number = self.equal.entry(id).or_default();
        *number += 1;
        match *number {
            1 => Ok(Some(id)),
            number => Ok(Some(id::hashed([b"again".as_slice(), &id.to_le_bytes(), &number.to_le_bytes()]))),
        }
    }
}

/// What tells a row from others, as far as the row alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The sender's own id, and the sender.
    Theirs(i64),
    /// All cells, where there is no id; equal rows are then counted.
    Cells(i64),
}

/// The mark of a row; it is taken on the thread that reads, since hashing takes as long as all the rest of a row.
pub fn mark(plan: &Plan, sender: &str, record: &Record<'_>) -> Mark {
    let theirs = plan.their_id.map(|place| record.cell(place).trim()).filter(|cell| !plan.empty.is(cell));
    match theirs.filter(|_| plan.noun.naming != Naming::Known) {
        Some(theirs) => Mark::Theirs(id::of_sender(plan.noun.name, sender, theirs)),
        None => {
            let cells = (0..plan.headings.len()).map(|place| record.cell(place).trim());
            Mark::Cells(id::hashed(["row", plan.noun.name, sender].into_iter().chain(cells).map(str::as_bytes)))
        }
    }
}
