//! Who owes a form, for which periods, and what they have sent: what every list of what is missing is made of.

use super::deadline::Deadline;
use super::report::{Report, Status};
use super::respondent::{Respondent, respondents};
use super::version::{Version, versions};
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::Language;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::{Day, Periodicity, Reported};
use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A report that somebody began or sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// The row.
    pub id: i64,
    /// What it is about; nothing where the form is asked once.
    pub period: Option<Reported>,
    /// How far it has come.
    pub status: Status,
    /// Which version of the form, by its place among them.
    pub version: usize,
}

/// A period for which somebody owes a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owed {
    /// The period.
    pub period: Reported,
    /// Which version of the form, by its place among them.
    pub version: usize,
}

/// A form, or all its versions, with everybody who owes it, and everything that was sent.
pub struct Book {
    /// The versions of the form, the newest first.
    pub versions: Vec<Version>,
    /// The noun of those who answer.
    pub noun: &'static Noun,
    /// Those of whom it is asked, in the order of their codes.
    pub respondents: Vec<Respondent>,
    /// Of whom each version is asked.
    of_version: Vec<HashSet<i64>>,
    deadlines: HashMap<i64, Vec<(usize, Deadline)>>,
    sent: HashMap<i64, Vec<Sent>>,
}

impl Book {
    /// Reads what there is of a form, or of all its versions where the version is left out: of the respondents in an area,
    /// where one is given.
    ///
    /// # Errors
    /// Where there is no such form or area, or it is asked of nobody in particular.
    pub fn read(network: &Network, form: &str, area: Option<&str>) -> Result<Self> {
        let versions = versions(network, form)?;
        let (mut all, mut of_version) = (BTreeMap::new(), Vec::new());
        for version in &versions {
            let respondents = respondents(network, &version.form, area)?;
            of_version.push(respondents.iter().map(|respondent| respondent.id).collect());
            all.extend(respondents.into_iter().map(|respondent| (respondent.code.clone(), respondent)));
        }
        let mut book = Self {
            noun: named(versions[0].form.asked_of.noun().unwrap_or_default())?,
            versions,
            respondents: all.into_values().collect(),
            of_version,
            deadlines: HashMap::new(),
            sent: HashMap::new(),
        };
        book.read_deadlines(network)?;
        book.read_reports(network)?;
        Ok(book)
    }

    /// What it is called: the form's code, or those of all its versions.
    pub fn called(&self) -> String {
        self.versions.iter().rev().map(|version| version.form.code.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// What people read in a language, else its code.
    pub fn label(&self, language: Language) -> String {
        let newest = &self.versions[0].form;
        newest.label(language).unwrap_or_else(|| newest.code.to_string())
    }

    fn read_deadlines(&mut self, network: &Network) -> Result<()> {
        let columns = ["form", self.noun.name, "periodicity", "since", "until"];
        let notices = network.notices()?;
        network.scan(named(Deadline::NOUN)?, &columns, &self.of_form(Deadline::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let version = self.place_of(row.get(0)?);
            let day = |place| -> Result<Option<Day>> {
                Ok(row.get::<_, Option<String>>(place)?.map(|text| text.parse()).transpose()?)
            };
            let deadline = Deadline {
                form: self.versions[version].form.code.to_string(),
                point: None,
                organisation: None,
                area: None,
                person: None,
                periodicity: row.get::<_, String>(2)?.parse()?,
                since: day(3)?,
                until: day(4)?,
            };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.deadlines.entry(respondent).or_default().push((version, deadline));
            Ok(())
        })
    }

    fn read_reports(&mut self, network: &Network) -> Result<()> {
        let notices = network.notices()?;
        let columns = ["id", self.noun.name, "period", "status", "form"];
        network.scan(named(Report::NOUN)?, &columns, &self.of_form(Report::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let period = row.get::<_, Option<String>>(2)?.map(|text| text.parse()).transpose()?;
            let status = status(&row.get::<_, String>(3)?);
            let sent = Sent { id: row.get(0)?, period, status, version: self.place_of(row.get(4)?) };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.sent.entry(respondent).or_default().push(sent);
            Ok(())
        })
    }

    /// The place of a version among them, by its row.
    fn place_of(&self, form: i64) -> usize {
        self.versions.iter().position(|version| version.id == form).unwrap_or_default()
    }

    /// The rows of a noun that are of this form.
    fn of_form(&self, noun: &str) -> Query {
        let mut query = Query::default();
        let marks = vec!["?"; self.versions.len()].join(", ");
        query.and(format!("{noun}.form IN ({marks})"), self.versions.iter().map(|version| Value::Integer(version.id)));
        query
    }

    /// What a respondent has begun or sent.
    pub fn sent(&self, respondent: &Respondent) -> &[Sent] {
        self.sent.get(&respondent.id).map_or(&[], Vec::as_slice)
    }

    /// The periods that a respondent owes and that lie within a span: those of their deadlines, else the form's first
    /// periodicity; none in which the respondent was not there on any day.
    pub fn owed(&self, respondent: &Respondent, span: Reported) -> Vec<Owed> {
        let deadlines = self.deadlines.get(&respondent.id).map(Vec::as_slice).unwrap_or_default();
        let mut owed = Vec::new();
        for (version, known) in self.versions.iter().enumerate() {
            let form = &known.form;
            let own = deadlines.iter().filter(|(of, _)| *of == version).map(|(_, deadline)| deadline);
            let own = own.map(|deadline| (deadline.periodicity, deadline.since, deadline.until));
            let mut rules: Vec<(Periodicity, Option<Day>, Option<Day>)> = own.collect();
            if rules.is_empty() && self.of_version[version].contains(&respondent.id) {
                rules.extend(form.periods.iter().next().map(|first| (*first, form.since, form.until)));
            }
            for (periodicity, since, until) in rules {
                let within = |period: &Reported| {
                    since.is_none_or(|since| since.0 <= period.from) && until.is_none_or(|until| period.to <= until.0)
                };
                let periods = grid(periodicity, since, span).into_iter().filter(within);
                owed.extend(periods.map(|period| Owed { period, version }));
            }
        }
        owed.retain(|owed| respondent.was_there(owed.period));
        // Of a period that two versions ask for, the newest is owed.
        owed.sort_unstable();
        owed.dedup_by_key(|owed| owed.period);
        owed
    }

    /// The day on which a period is due: so many days after its last.
    pub fn due(&self, owed: Owed) -> NaiveDate {
        let days = self.versions[owed.version].form.due_days.map_or(0, |days| days.0);
        owed.period.to.checked_add_days(Days::new(u64::from(days))).unwrap_or(owed.period.to)
    }

    /// The first day on which anything of the form is known: the form's own, a deadline's, or the first report's.
    pub fn begins(&self) -> Option<NaiveDate> {
        let reports = self.sent.values().flatten().filter_map(|sent| Some(sent.period?.from));
        let deadlines = self.deadlines.values().flatten().filter_map(|(_, deadline)| Some(deadline.since?.0));
        let forms: Option<Vec<NaiveDate>> =
            self.versions.iter().map(|version| version.form.since.map(|since| since.0)).collect();
        forms.and_then(|days| days.into_iter().min()).or_else(|| reports.chain(deadlines).min())
    }
}

/// A status by its text in the file; what is none is a draft, which counts for nothing.
fn status(text: &str) -> Status {
    <Status as clap::ValueEnum>::from_str(text, false).unwrap_or(Status::Draft)
}

/// The periods of a length that lie within a span, counted from a day on where one is given, else by the calendar.
pub fn grid(periodicity: Periodicity, since: Option<Day>, span: Reported) -> Vec<Reported> {
    let Some(months) = periodicity.months() else { return vec![span] };
    let anchor = since.map_or(span.from.with_month(1), |since| Some(since.0)).and_then(|day| day.with_day(1));
    let Some(anchor) = anchor else { return Vec::new() };
    let between = (span.from.year() - anchor.year()) * 12 + span.from.month() as i32 - anchor.month() as i32;
    let steps = between.div_euclid(months as i32);
    let shift = |day: NaiveDate, by: i32| match by {
        0.. => day.checked_add_months(Months::new(by as u32)),
        _ => day.checked_sub_months(Months::new(by.unsigned_abs())),
    };
    let mut next = shift(anchor, steps * months as i32);
    let mut periods = Vec::new();
    while let Some(from) = next.filter(|from| *from <= span.to) {
        periods.extend(Reported::lasting(from, months).filter(|period| period.is_within(span)));
        next = from.checked_add_months(Months::new(months));
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_counted_by_the_calendar_or_from_a_day_on() {
        let read = |text: &str| text.parse::<Reported>().unwrap_or_else(|_| panic!("{text}"));
        let since = |text: &str| text.parse::<Day>().ok();
        for (periodicity, since, span, is) in [
            (Periodicity::Month, None, "2026-Q3", &["2026-07", "2026-08", "2026-09"][..]),
            (Periodicity::Quarter, None, "2026-02-01/2026-09-30", &["2026-Q2", "2026-Q3"]),
            (Periodicity::Year, since("2020-04-01"), "2023-01-01/2025-03-31", &["2023-04-01/P1Y", "2024-04-01/P1Y"]),
            (
                Periodicity::Quarter,
                since("2026-02-01"),
                "2026",
                &["2026-02-01/P3M", "2026-05-01/P3M", "2026-08-01/P3M"],
            ),
            (Periodicity::Project, None, "2026-02-01/2026-09-30", &["2026-02-01/2026-09-30"]),
        ] {
            let periods: Vec<String> = grid(periodicity, since, read(span)).iter().map(ToString::to_string).collect();
            assert_eq!(periods, is, "{periodicity} {span}");
        }
    }
}
