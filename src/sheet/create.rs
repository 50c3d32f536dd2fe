//! Rows that a sheet names: by code or name, by the sender's own ids, or made on the way.

use super::batch::Record;
use super::bind::usual;
use super::fault;
use super::intake::{Intake, faults_of};
use super::plan::Made;
use crate::error::{Fault, Result};
use crate::file::take::missing;
use crate::file::{Network, id};
use crate::record::{Cells, Naming, Noun};
use crate::value::fold;
use std::collections::{BTreeMap, HashMap};

/// What rows were called before others were made on the way: two structures of one name stay two.
pub(super) struct Before {
    codes: HashMap<String, (i64, String)>,
    /// By their names; nothing where several have one name.
    names: HashMap<String, Option<(i64, String)>>,
}

impl Before {
    fn of(network: &Network, noun: &Noun) -> Result<Self> {
        let mut before = Self { codes: HashMap::new(), names: HashMap::new() };
        for row in network.called(noun, None)? {
            let found = (row.id, row.code);
            for name in row.names {
                let known = before.names.entry(fold(&name)).or_insert_with(|| Some(found.clone()));
                known.take_if(|known| known.0 != found.0);
            }
            let first = before.codes.entry(found.1.to_ascii_lowercase()).or_insert_with(|| found.clone());
            if found.0 < first.0 {
                *first = found;
            }
        }
        Ok(before)
    }
}

impl Intake<'_> {
    /// Makes the rows that the mapping says the sheet needs, where they are not there yet.
    pub(super) fn make_rows(&mut self) -> Result<()> {
        let rows = self.plan.rows.iter().filter(|_| !self.plan.of_standard);
        for (noun, cells) in rows {
            let there = noun.code(cells).map(|code| self.network.id_of_code(noun, None, code)).transpose()?;
            if there.flatten().is_none() {
                let row = self.network.add(noun, cells.clone())?;
                note_made(&mut self.made, noun, &row.cells);
            }
        }
        for made in &self.plan.create {
            self.before.insert(made.noun.name, Before::of(self.network, made.noun)?);
        }
        Ok(())
    }

    /// The row that a cell names: by its code or name as the file had them, by the sender's id, or made on the way.
    pub(super) fn refer(
        &mut self,
        noun: &'static Noun,
        place: usize,
        target: &'static Noun,
        text: &str,
        record: &Record<'_>,
    ) -> Result<(i64, String)> {
        let made = self.plan.create.iter().find(|made| std::ptr::eq(noun, self.plan.noun) && made.place == place);
        let before = self.before.get(target.name).filter(|_| made.is_some());
        let found = match before {
            Some(before) => match (before.codes.get(&text.to_ascii_lowercase()), before.names.get(&fold(text))) {
                (Some(found), _) | (None, Some(Some(found))) => return Ok(found.clone()),
                // Several are called so: the search says which.
                (None, Some(None)) => Some(self.network.look_up(target, None, text)),
                (None, None) => None,
            },
            None => Some(self.network.look_up(target, None, text)),
        };
        if let Some(Ok(found)) = found {
            return Ok(found);
        }
        let id = match target.naming {
            Naming::Known => id::of_code(target.name, text),
            _ => id::of_sender(target.name, &self.sender, text),
        };
        let known = if self.plan.sender.is_empty() { None } else { self.network.row(target, id)? };
        if let Some(code) = known.as_ref().and_then(|row| target.code(&row.cells)) {
            return Ok((id, code.to_string()));
        }
        match (made, found) {
            (Some(made), None) => self.make(made, id, text, record),
            (_, Some(found)) => found,
            (None, None) => self.network.look_up(target, None, text),
        }
    }

    /// Makes the row that a cell names out of the same line.
    fn make(&mut self, made: &Made, id: i64, text: &str, record: &Record<'_>) -> Result<(i64, String)> {
        let columns = made.noun.columns();
        let mut cells = vec![None; columns.len()];
        let mut faults: Vec<Fault> = Vec::new();
        for bound in &made.columns {
            match self.judge(made.noun, bound, record) {
                Ok(Some((shown, _))) => cells[bound.place] = Some(shown),
                Ok(None) => match usual(made.noun, bound.place) {
                    Some(usual) => cells[bound.place] = Some(usual.to_string()),
                    None if columns[bound.place].required => {
                        let refusal = missing(made.noun, &columns[bound.place].name);
                        let heading = self.plan.heading(made.noun, bound, 0);
                        faults.push(fault(record.line, heading, "", refusal));
                    }
                    None => {}
                },
                Err(error) => faults.extend(faults_of(error)?),
            }
        }
        if !faults.is_empty() {
            return Err(self.refused(faults));
        }
        for (place, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| cell.is_none()) {
            *cell = usual(made.noun, place).map(str::to_string);
        }
        if let (Naming::Known, Some(place)) = (made.noun.naming, made.noun.place("code")) {
            cells[place] = Some(columns[place].read(text)?);
        }
        self.network.give_a_code_of_its_id(made.noun, id, &mut cells);
        let row = self.network.insert(made.noun, id, cells)?;
        note_made(&mut self.made, made.noun, &row.cells);
        Ok((id, made.noun.code(&row.cells).unwrap_or_default().to_string()))
    }
}

/// Notes what a row is called that was made on the way.
pub(super) fn note_made(made: &mut BTreeMap<&'static str, Vec<String>>, noun: &'static Noun, cells: &Cells) {
    let name = noun.place("name").and_then(|place| cells[place].as_deref());
    let called = name.or_else(|| noun.code(cells)).unwrap_or_default().to_string();
    made.entry(noun.name).or_default().push(called);
}
