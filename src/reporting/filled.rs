//! The sheet of one report: the answers that `report submit --file` takes from it, held to the report on the line.

use super::answer::Answer;
use super::key::Key;
use super::question::Question;
use super::said::{Answers, Given};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::take::refusal_of;
use crate::locale::say;
use crate::nouns::named;
use crate::record::Record as _;
use crate::sheet::batch::Record;
use crate::sheet::conventions::Conventions;
use crate::sheet::fault;
use crate::sheet::input::Input;
use crate::sheet::read::Sheet;
use crate::sheet::words::{Column, Words};
use crate::value::Reported;
use std::path::Path;

/// Where the columns stand that are read.
struct Places {
    question: usize,
    value: usize,
    note: Option<usize>,
    /// Who answers, by the column's name.
    respondents: Vec<(&'static str, usize)>,
    period: Option<usize>,
    submission: Option<usize>,
}

/// Adds the answers of a sheet to those of the line.
///
/// # Errors
/// Where it is no sheet of this report, or an answer in it is none that its question allows: each with its line.
pub fn add_answers(network: &Network, path: &Path, key: &Key, answers: &mut Answers) -> Result<()> {
    let mut sheet = Input::of_file(path)?.open(&Conventions::default().in_country_of(network)?)?;
    sheet.is_guarded = Words::dialect(named(Answer::NOUN)?, &sheet.headings).is_some() || sheet.typed.is_some();
    let places = Places::of(&sheet)?;
    let mut faults = Faults::of(&sheet.name, Vec::new());
    loop {
        let batch = sheet.batch()?;
        let mut records = batch.records().peekable();
        if records.peek().is_none() {
            break;
        }
        for record in records {
            match places.read(network, key, &record) {
                Ok(Some((name, given))) => {
                    let known = answers.0.entry(name.clone()).or_default();
                    let note = given.note.or(known.note.take());
                    if std::mem::replace(known, Given { note, ..given }).value.is_some() {
                        let twice = Refusal::data(say::answered_twice(&name)).hint(say::answered_twice_hint());
                        faults.push(fault(record.line, "question", record.cell(places.question), twice));
                    }
                }
                Ok(None) => {}
                Err(fault) => faults.push(*fault?),
            }
        }
    }
    if faults.faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

impl Places {
    /// Finds the columns by their headings, in any of the languages.
    fn of(sheet: &Sheet) -> Result<Self> {
        let noun = named(Answer::NOUN)?;
        let words = Words::of(noun);
        let place = |name: &str| {
            let is_it = |heading: &String| matches!(words.heading(heading), Some(Column::Field(place)) if noun.columns()[place].name == name);
            sheet.headings.iter().position(is_it)
        };
        let needed = |name: &str| {
            place(name).ok_or_else(|| {
                let refusal = Refusal::data(say::sheet_lacks(name)).hint(say::sheet_lacks_hint());
                Faults::of(&sheet.name, vec![fault(sheet.first_line, name, "", refusal)])
            })
        };
        let respondents = ["point", "organisation", "area", "person"];
        Ok(Self {
            question: needed("question")?,
            value: needed("value")?,
            note: place("note"),
            respondents: respondents.into_iter().filter_map(|name| Some((name, place(name)?))).collect(),
            period: place("period"),
            submission: place("submission"),
        })
    }

    /// What a row answers; nothing where it leaves the question open. What it says of the report must be the line's.
    fn read(
        &self,
        network: &Network,
        key: &Key,
        record: &Record<'_>,
    ) -> Result<Option<(String, Given)>, Result<Box<Fault>>> {
        let said = |place: usize| Some(record.cell(place).trim()).filter(|text| !text.is_empty());
        let at = |column: &str, place: usize, error: anyhow::Error| -> Result<Box<Fault>> {
            let (_, _, refusal) = refusal_of(0, error)?;
            Ok(Box::new(fault(record.line, column, record.cell(place), refusal)))
        };
        let (Some(question), Some(value)) = (said(self.question), said(self.value)) else { return Ok(None) };
        for (column, place) in &self.respondents {
            let Some(called) = said(*place) else { continue };
            self.is_respondent(network, key, column, called).map_err(|error| at(column, *place, error))?;
        }
        if let Some((place, text)) = self.period.and_then(|place| Some((place, said(place)?))) {
            // A workbook may hold a month as its first day.
            let is_it = |period: Reported| {
                key.period.is_some_and(|own| own == period || (period.days() == 1 && own.from == period.from))
            };
            let is_other = text.parse::<Reported>().map(|period| !is_it(period));
            if is_other.map_err(|refusal| at("period", place, refusal.into()))? {
                let refusal = Refusal::data(say::sheet_of_another(text)).hint(say::sheet_of_another_hint());
                return Err(at("period", place, refusal.into()));
            }
        }
        if let Some((place, text)) = self.submission.and_then(|place| Some((place, said(place)?)))
            && key.submission.as_deref() != Some(text)
        {
            let refusal = Refusal::data(say::sheet_of_another(text)).hint(say::sheet_of_another_hint());
            return Err(at("submission", place, refusal.into()));
        }
        let code = match question.contains('/') {
            true => question.to_string(),
            false => format!("{}/{question}", key.form),
        };
        let asked = network.find(named(Question::NOUN).map_err(Err)?, &code, Reach::Whole);
        let asked =
            asked.and_then(|row| row.typed::<Question>()).map_err(|error| at("question", self.question, error))?;
        if !asked.form.eq_ignore_ascii_case(&key.form) {
            let refusal = Refusal::data(say::question_not_of(code, &key.form)).hint(say::another_version_hint());
            return Err(at("question", self.question, refusal.into()));
        }
        let value = asked.read(network, value).map_err(|error| at("value", self.value, error))?;
        let note = self.note.and_then(said).map(str::to_string);
        Ok(Some((asked.code.key().to_string(), Given { value: Some(value), note })))
    }

    /// Whether a cell names the respondent on the line.
    fn is_respondent(&self, network: &Network, key: &Key, column: &'static str, called: &str) -> Result<()> {
        let id = network.find_id(named(column)?, None, called, Reach::Whole)?;
        let meant = match &key.respondent {
            Some((own, called)) if *own == column => {
                Some(network.find_id(named(column)?, None, called, Reach::Whole)?)
            }
            _ => None,
        };
        match meant == Some(id) {
            true => Ok(()),
            false => Err(Refusal::data(say::sheet_of_another(called)).hint(say::sheet_of_another_hint()).into()),
        }
    }
}
