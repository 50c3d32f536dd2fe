//! Who owes a form, for which periods, and what they have sent: what every list of what is missing is made of.

use super::deadline::Deadline;
use super::form::{AskedOf, Form};
use super::report::{Report, Status};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::filter::Filter;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::{Day, Periodicity, Reported};
use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::types::Value;
use std::collections::HashMap;

/// Somebody of whom a form is asked.
pub struct Respondent {
    /// The row.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// The area that it lies in, or is.
    pub area: Option<i64>,
    /// From when it was there.
    pub since: Option<NaiveDate>,
    /// Until when it was there.
    pub until: Option<NaiveDate>,
}

/// A report that somebody began or sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// The row.
    pub id: i64,
    /// What it is about; nothing where the form is asked once.
    pub period: Option<Reported>,
    /// How far it has come.
    pub status: Status,
}

/// A form with everybody who owes it, and everything that was sent.
pub struct Book {
    /// The form.
    pub form: Form,
    /// Its row.
    pub id: i64,
    /// The noun of those who answer.
    pub noun: &'static Noun,
    /// Those of whom it is asked, in the order of their codes.
    pub respondents: Vec<Respondent>,
    deadlines: HashMap<i64, Vec<Deadline>>,
    sent: HashMap<i64, Vec<Sent>>,
}

impl Book {
    /// Reads what there is of a form: of the respondents in an area, where one is given.
    ///
    /// # Errors
    /// Where there is no such form or area, or it is asked of nobody in particular.
    pub fn read(network: &Network, form: &str, area: Option<&str>) -> Result<Self> {
        let row = network.find(named(Form::NOUN)?, form, Reach::Whole)?;
        let form = row.typed::<Form>()?;
        let Some(name) = form.asked_of.noun() else {
            let refusal = Refusal::usage(say::nobody_owes_it(form.code.to_string()));
            return Err(refusal.hint(say::nobody_owes_it_hint()).into());
        };
        let noun = named(name)?;
        let mut book = Self {
            id: row.id,
            noun,
            respondents: respondents(network, form.asked_of, noun, area)?,
            deadlines: HashMap::new(),
            sent: HashMap::new(),
            form,
        };
        book.read_deadlines(network)?;
        book.read_reports(network)?;
        Ok(book)
    }

    fn read_deadlines(&mut self, network: &Network) -> Result<()> {
        let columns = ["form", self.noun.name, "periodicity", "since", "until"];
        let notices = network.notices()?;
        network.scan(named(Deadline::NOUN)?, &columns, &self.of_form(Deadline::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let day = |place| -> Result<Option<Day>> {
                Ok(row.get::<_, Option<String>>(place)?.map(|text| text.parse()).transpose()?)
            };
            let deadline = Deadline {
                form: self.form.code.to_string(),
                point: None,
                organisation: None,
                area: None,
                person: None,
                periodicity: row.get::<_, String>(2)?.parse()?,
                since: day(3)?,
                until: day(4)?,
            };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.deadlines.entry(respondent).or_default().push(deadline);
            Ok(())
        })
    }

    fn read_reports(&mut self, network: &Network) -> Result<()> {
        let notices = network.notices()?;
        let columns = ["id", self.noun.name, "period", "status"];
        network.scan(named(Report::NOUN)?, &columns, &self.of_form(Report::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let period = row.get::<_, Option<String>>(2)?.map(|text| text.parse()).transpose()?;
            let status = status(&row.get::<_, String>(3)?);
            let sent = Sent { id: row.get(0)?, period, status };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.sent.entry(respondent).or_default().push(sent);
            Ok(())
        })
    }

    /// The rows of a noun that are of this form.
    fn of_form(&self, noun: &str) -> Query {
        let mut query = Query::default();
        query.and(format!("{noun}.form = ?"), [Value::Integer(self.id)]);
        query
    }

    /// What a respondent has begun or sent.
    pub fn sent(&self, respondent: &Respondent) -> &[Sent] {
        self.sent.get(&respondent.id).map_or(&[], Vec::as_slice)
    }

    /// The periods that a respondent owes and that lie within a span: those of their deadlines, else the form's first
    /// periodicity; none in which the respondent was not there on any day.
    pub fn owed(&self, respondent: &Respondent, span: Reported) -> Vec<Reported> {
        let usual = || self.form.periods.iter().next().map(|first| (*first, self.form.since, self.form.until));
        let rules: Vec<(Periodicity, Option<Day>, Option<Day>)> = match self.deadlines.get(&respondent.id) {
            Some(deadlines) => deadlines.iter().map(|known| (known.periodicity, known.since, known.until)).collect(),
            None => usual().into_iter().collect(),
        };
        let mut owed = Vec::new();
        for (periodicity, since, until) in rules {
            let within = |period: &Reported| {
                since.is_none_or(|since| since.0 <= period.from) && until.is_none_or(|until| period.to <= until.0)
            };
            owed.extend(grid(periodicity, since, span).into_iter().filter(within));
        }
        let was_there = |period: &Reported| {
            respondent.since.is_none_or(|since| since <= period.to)
                && respondent.until.is_none_or(|until| period.from <= until)
        };
        owed.retain(was_there);
        owed.sort_unstable();
        owed.dedup();
        owed
    }

    /// The day on which a period is due: so many days after its last.
    pub fn due(&self, period: Reported) -> NaiveDate {
        let days = self.form.due_days.map_or(0, |days| days.0);
        period.to.checked_add_days(Days::new(u64::from(days))).unwrap_or(period.to)
    }

    /// The first day on which anything of the form is known: the form's own, a deadline's, or the first report's.
    pub fn begins(&self) -> Option<NaiveDate> {
        let reports = self.sent.values().flatten().filter_map(|sent| Some(sent.period?.from));
        let deadlines = self.deadlines.values().flatten().filter_map(|deadline| Some(deadline.since?.0));
        self.form.since.map(|since| since.0).or_else(|| reports.chain(deadlines).min())
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

/// Those of whom a form is asked: points with the days on which they opened and closed, everybody else always.
fn respondents(
    network: &Network,
    asked_of: AskedOf,
    noun: &'static Noun,
    area: Option<&str>,
) -> Result<Vec<Respondent>> {
    let filter = Filter {
        given: area.map(|area| ("area".to_string(), area.to_string())).into_iter().collect(),
        ..Filter::default()
    };
    let columns = match asked_of {
        AskedOf::Point => ["id", "code", "name", "area", "opened", "closed"],
        AskedOf::Organisation => ["id", "code", "name", "area", "code", "code"],
        AskedOf::Area => ["id", "code", "name", "id", "since", "until"],
        AskedOf::Person | AskedOf::Anybody => ["id", "code", "name", "id", "joined", "left"],
    };
    let query = match (area, asked_of) {
        (Some(_), AskedOf::Person) => {
            return Err(Refusal::usage(say::people_have_no_area()).into());
        }
        (Some(area), AskedOf::Area) => {
            let id = network.find_id(noun, None, area, Reach::Beginning)?;
            let mut query = Query::default();
            query.and(format!("area.id IN ({})", crate::file::filter::BELOW), [Value::Integer(id)]);
            query
        }
        _ => filter.query(network, noun)?,
    };
    let has_days = asked_of != AskedOf::Organisation;
    let mut respondents = Vec::new();
    network.scan(noun, &columns, &query, |row| {
        let day = |place| -> Result<Option<NaiveDate>> {
            let text: Option<String> = if has_days { row.get(place)? } else { None };
            Ok(text.and_then(|text| text.parse().ok()))
        };
        let area = if matches!(asked_of, AskedOf::Person) { None } else { row.get(3)? };
        respondents.push(Respondent {
            id: row.get(0)?,
            code: row.get(1)?,
            name: row.get(2)?,
            area,
            since: day(4)?,
            until: day(5)?,
        });
        Ok(())
    })?;
    respondents.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(respondents)
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
