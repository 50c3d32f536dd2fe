//! What a cell is, as it is shown and as it is stored, or what is wrong with it and how a mapping mends it.

use super::batch::Record;
use super::create::note_made;
use super::fault;
use super::intake::Intake;
use super::plan::Bound;
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::take::refusal_of;
use crate::locale::say::{self, Text, Value as Told};
use crate::record::{Cells, Noun};
use rusqlite::types::Value;
use std::borrow::Cow;

impl Intake<'_> {
    /// What a cell is; nothing where it is empty.
    ///
    /// # Errors
    /// Its faults, or those of the database.
    pub(super) fn judge(
        &mut self,
        noun: &'static Noun,
        bound: &Bound,
        record: &Record<'_>,
    ) -> Result<Option<(String, Value)>> {
        let text = match bound.source.text(record, &self.plan.empty) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(None),
            Err(refused) => {
                let told = refused.into_iter().map(|(cell, refusal)| self.fault(noun, bound, cell, record, refusal));
                return Err(self.refused(told.collect()));
            }
        };
        match self.resolve(noun, bound, &text, record) {
            Ok(found) => Ok(Some(found)),
            Err(error) if error.is::<Faults>() => Err(error),
            Err(error) => {
                let (_, _, refusal) = refusal_of(0, error)?;
                let mut told = self.fault(noun, bound, 0, record, refusal);
                if bound.source.cells.len() != 1 {
                    let column = noun.columns()[bound.place].name.as_str();
                    told = fault(record.line, column, text, told.refusal);
                }
                Err(self.refused(vec![told]))
            }
        }
    }

    fn resolve(
        &mut self,
        noun: &'static Noun,
        bound: &Bound,
        text: &str,
        record: &Record<'_>,
    ) -> Result<(String, Value)> {
        let place = bound.place;
        let column = &noun.columns()[place];
        let target = self.network.references(noun)?.get(&column.name).copied();
        match target {
            // The row may stand further down: it is looked up when all are there.
            Some(target) if target == self.plan.noun.name => return Ok((text.trim().to_string(), Value::Null)),
            Some(target) if noun.list_of(&column.name).is_none() => {
                let target = crate::nouns::named(target)?;
                let (id, code) = self.refer(noun, place, target, text.trim(), record)?;
                return Ok((code, Value::Integer(id)));
            }
            _ => {}
        }
        // Most cells hold a value as files write it; only others are looked up among the words for it.
        let may_be_a_word = std::ptr::eq(noun, self.plan.noun) && !column.choices.iter().any(|choice| choice == text);
        let text = match Some(text).filter(|_| may_be_a_word).and_then(|text| self.plan.words.value(place, text)) {
            Some(choice) => Cow::Borrowed(choice),
            None if column.reader.is_some() => {
                self.plan.conventions.plain(column.form, text.trim(), bound.source.is_marked(record, &self.typed))?
            }
            None => Cow::Borrowed(text),
        };
        let text = column.read(&text)?;
        let (network, plan, looked_up, made) = (self.network, self.plan, &mut self.looked_up, &mut self.made);
        let needed = plan.rows.iter().filter(|_| plan.of_standard);
        network.resolve_cell(noun, place, &text, &mut |noun, list, text| {
            let key = (noun.name, format!("{}:{text}", list.unwrap_or_default()));
            if let Some(found) = looked_up.get(&key) {
                return Ok(found.clone());
            }
            let named = format!("{}:{text}", list.unwrap_or_default());
            let is_named = |(_, cells): &&(&'static Noun, Cells)| noun.code(cells) == Some(&named);
            let found = match (network.look_up(noun, list, text), needed.clone().find(is_named)) {
                (Err(_), Some((noun, cells))) => {
                    let row = network.add(noun, cells.clone())?;
                    note_made(made, noun, &row.cells);
                    (row.id, text.to_string())
                }
                (found, _) => found?,
            };
            looked_up.insert(key, found.clone());
            Ok(found)
        })
    }

    /// Faults of this sheet as an error.
    pub(super) fn refused(&self, faults: Vec<Fault>) -> anyhow::Error {
        Faults::of(&self.faults.file, faults).into()
    }

    /// The fault of a cell.
    fn fault(&self, noun: &Noun, bound: &Bound, cell: usize, record: &Record<'_>, refusal: Refusal) -> Fault {
        let value = bound.source.cells.get(cell).map(|place| record.cell(*place)).unwrap_or_default();
        let refusal = if self.plan.mapping.is_some() && !self.plan.of_standard {
            self.advised(noun, bound, refusal)
        } else {
            refusal
        };
        fault(record.line, self.plan.heading(noun, bound, cell), value, refusal)
    }

    /// A refusal with the line that mends it in the mapping: what their word means, or that a row may be made.
    fn advised(&self, noun: &Noun, bound: &Bound, refusal: Refusal) -> Refusal {
        let column = &noun.columns()[bound.place];
        let name = column.name.as_str();
        let value = |text: &Text, name: &str| match text.values.iter().find(|(of, _)| *of == name) {
            Some((_, Told::Word(word))) => Some(word.clone()),
            _ => None,
        };
        let hint = refusal.hint.as_ref();
        let near = hint.filter(|hint| hint.key == "did_you_mean").and_then(|hint| hint.values.first());
        let near = near.map(|(_, near)| near.clone());
        let possible = hint.filter(|hint| hint.key == "possible_values").and_then(|hint| value(hint, "values"));
        let refers = self.network.references(noun).is_ok_and(|references| references.contains_key(name));
        let advice = match (refusal.message.key, value(&refusal.message, "text")) {
            ("not_one_of" | "no_category" | "not_a_code", Some(word))
                // Their words are translated, not ours: a wrong word of ours stands in the mapping already.
                if (!column.choices.is_empty() || noun.list_of(name).is_some())
                    && !bound.source.cells.is_empty()
                    && !bound.source.values.values().any(|ours| *ours == word) =>
            {
                match (near, possible) {
                    (Some(near), _) => say::mapping_value_near(name, word, near),
                    (None, Some(possible)) => say::mapping_value_of(name, word, possible),
                    (None, None) => say::mapping_value(name, word),
                }
            }
            ("no_row", Some(_)) if refers && std::ptr::eq(noun, self.plan.noun) => {
                let target = self.network.references(noun).ok().and_then(|references| references.get(name).copied());
                match near {
                    Some(near) => say::mapping_create_near(name, near),
                    None => say::mapping_create(name, target.unwrap_or_default()),
                }
            }
            _ => return refusal,
        };
        refusal.hint(advice)
    }
}
