//! Which report is meant: its form, who answers, the period, and the sheet where nobody signs.

use super::form::{AskedOf, Form};
use super::missing::{form_flag, text};
use super::report::{Report, Status};
use super::version::asked_then;
use crate::error::{Refusal, Result};
use crate::file::names::Reach;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Cells, Noun, Record};
use crate::value::Reported;
use clap::{Arg, ArgMatches};

/// The flags that say which report is meant.
pub fn key_flags() -> Vec<Arg> {
    let named = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let period = clap::value_parser!(Reported);
    vec![
        form_flag(),
        named("point", "POINT", "Point: who answered"),
        named("organisation", "ORGANISATION", "Organisation: who answered"),
        named("area", "AREA", "Area: who answered"),
        named("person", "PERSON", "Person: who answered"),
        named(
            "period",
            "PERIOD",
            "Period: which it is about, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y or 2020-11-01/2021-10-31",
        )
        .value_parser(period),
        named("submission", "SUBMISSION", "Submission: what tells apart the sheets of a form that nobody signs"),
    ]
}

/// Which report is meant.
#[derive(Clone)]
pub struct Key {
    /// Its form.
    pub form: String,
    /// Who answers, by the column that names them, and what the line calls them.
    pub respondent: Option<(&'static str, String)>,
    /// The period.
    pub period: Option<Reported>,
    /// The sheet, of a form that nobody signs.
    pub submission: Option<String>,
}

impl Key {
    /// The report on the line.
    ///
    /// # Errors
    /// Where its form or its respondent is not there.
    pub fn of_line(network: &Network, matches: &ArgMatches) -> Result<Self> {
        let period = matches.get_one::<Reported>("period").copied();
        let form = asked_then(network, text(matches, "form").unwrap_or_default(), period)?;
        let columns = ["point", "organisation", "area", "person"];
        let given = columns.iter().filter_map(|column| Some((*column, text(matches, column)?.to_string())));
        let given: Vec<_> = given.collect();
        if given.len() > 1 {
            return Err(Refusal::usage(say::one_respondent()).hint(say::one_respondent_hint()).into());
        }
        Ok(Self {
            form: form.code.to_string(),
            respondent: given.into_iter().next(),
            period,
            submission: text(matches, "submission").map(str::to_string),
        })
    }

    /// The report on the line, with a submission of its own where nobody signs it and none is named.
    ///
    /// # Errors
    /// As [`Key::of_line`].
    pub fn new_of_line(network: &Network, matches: &ArgMatches) -> Result<Self> {
        let mut key = Self::of_line(network, matches)?;
        let form = network.find(named(Form::NOUN)?, &key.form, Reach::Whole)?.typed::<Form>()?;
        if form.asked_of == AskedOf::Anybody && key.submission.is_none() {
            key.submission = Some(crate::file::id::show(network.random_id()));
        }
        Ok(key)
    }

    /// Refuses a code for a sheet that nobody signs under which another is there: numbers on paper are easily used twice.
    ///
    /// # Errors
    /// Then.
    pub fn refuse_typing_over(&self, network: &Network) -> Result<()> {
        let Some(submission) = &self.submission else { return Ok(()) };
        let row = network.known_row(named(Report::NOUN)?, &self.report()?)?;
        let Some(row) = row.map(|row| row.typed::<Report>()).transpose()? else { return Ok(()) };
        match matches!(row.status, Status::Draft | Status::Returned) {
            true => Ok(()),
            false => Err(Refusal::data(say::submission_is_there(submission))
                .hint(say::submission_is_there_hint(submission))
                .into()),
        }
    }

    /// The cells of its row, as far as they say which it is.
    ///
    /// # Errors
    /// Never, for the columns that the noun has.
    pub fn report(&self) -> Result<Cells> {
        Ok(self.cells(named(Report::NOUN)?, &[("form", Some(self.form.clone()))]))
    }

    /// Holds it to its form, before anything is written.
    ///
    /// # Errors
    /// Where the form takes no such period, or is not asked of this respondent.
    pub fn check(&self, network: &Network) -> Result<()> {
        let status = Some(Status::Draft.word());
        let cells = self.cells(named(Report::NOUN)?, &[("form", Some(self.form.clone())), ("status", status)]);
        network.settle(named(Report::NOUN)?, &cells).map(|_| ())
    }

    /// A row of a noun with this key, and these fields.
    pub fn cells(&self, noun: &Noun, more: &[(&str, Option<String>)]) -> Cells {
        let mut cells: Cells = vec![None; noun.columns().len()];
        let key = [
            self.respondent.as_ref().map(|(column, name)| (*column, Some(name.clone()))),
            Some(("period", self.period.map(|period| period.to_string()))),
            Some(("submission", self.submission.clone())),
        ];
        for (name, text) in key.iter().flatten().chain(more) {
            if let Some(place) = noun.place(name) {
                cells[place].clone_from(text);
            }
        }
        cells
    }

    /// The row of an answer of it, to the question with this code.
    pub fn answer(&self, noun: &Noun, question: &str, value: &str, source: &str) -> Cells {
        let fields = [("question", question), ("value", value), ("source", source)];
        self.cells(noun, &fields.map(|(name, text)| (name, Some(text.to_string()))))
    }

    /// What people call it.
    pub fn words(&self) -> String {
        let respondent = self.respondent.as_ref().map(|(_, name)| name.clone());
        let period = self.period.map(|period| period.to_string());
        [Some(self.form.clone()), respondent, period, self.submission.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The row of a report.
///
/// # Errors
/// Where there is none.
pub fn there(network: &Network, key: &Key) -> Result<Row> {
    let noun = named(Report::NOUN)?;
    let row = network.known_row(noun, &key.report()?)?;
    row.ok_or_else(|| Refusal::not_found(say::no_report()).hint(say::no_report_hint()).into())
}
