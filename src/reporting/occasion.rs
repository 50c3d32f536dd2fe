//! What a report and each of its answers are held to: who is asked, for which period, and whether anybody signs.

use super::form::{AskedOf, Form, Kind};
use super::respondent::respondents;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say::{self, Noun as Word};
use crate::network::{Area, Person, Point};
use crate::nouns::named;
use crate::record::Record;
use crate::value::{Code, Day, Reported};
use chrono::{Months, NaiveDate};
use std::collections::HashSet;

/// No report is about an earlier day: a year that was typed wrong asks for thousands of months.
pub const EARLIEST: NaiveDate = match NaiveDate::from_ymd_opt(1990, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How many months ahead of today a survey's period may begin.
const AHEAD: u32 = 12;

/// Who may have answered, by their columns.
pub type Respondents<'r> = [(&'static str, &'r Option<String>); 4];

/// What an answer was given on.
pub struct Occasion<'r> {
    /// Who answered.
    pub respondents: Respondents<'r>,
    /// The period.
    pub period: Option<Reported>,
    /// The sheet, of a form that nobody signs.
    pub submission: &'r Option<Code>,
}

impl Occasion<'_> {
    /// Holds it to its form.
    ///
    /// # Errors
    /// Where the form is not asked of them, for this period, or without a signature: each with the column.
    pub fn check(&self, network: &Network, form: &Form) -> Result<()> {
        check_respondent(form.asked_of, self.respondents)?;
        self.check_submission(form)?;
        self.check_period(network, form)?;
        self.check_asked(network, form)?;
        self.check_there(network)
    }

    /// Refuses those who lie outside the form's area, or are of a kind that it does not ask.
    fn check_asked(&self, network: &Network, form: &Form) -> Result<()> {
        let given = self.respondents.into_iter().find_map(|(column, code)| Some((column, code.as_ref()?)));
        let Some((column, code)) = given.filter(|_| form.area.is_some() || form.respondent_kinds.is_some()) else {
            return Ok(());
        };
        let of = form.code.as_str();
        let asked = network.remembered(named(Form::NOUN)?, of, || -> Result<HashSet<i64>> {
            Ok(respondents(network, form, None)?.into_iter().map(|known| known.id).collect())
        })?;
        let id = network.find_id(named(column)?, None, code, Reach::Whole)?;
        if asked.contains(&network.notices()?.stands_for(column, id)) {
            return Ok(());
        }
        let refusal = Refusal::data(say::not_asked(Word(column), code, of)).hint(say::not_asked_hint(of));
        Err(anyhow::Error::from(refusal).context(AtColumn(column.to_string())))
    }

    /// Refuses a submission of a form that is signed, and none of one that is not: another sheet would be taken for it.
    fn check_submission(&self, form: &Form) -> Result<()> {
        let refusal = match (form.asked_of, self.submission) {
            (AskedOf::Anybody, None) => Refusal::data(say::submission_lacks()).hint(say::submission_lacks_hint()),
            (AskedOf::Anybody, Some(_)) | (_, None) => return Ok(()),
            (_, Some(_)) => {
                let code = form.code.to_string();
                Refusal::data(say::signed_without_submission(code)).hint(say::signed_without_submission_hint())
            }
        };
        Err(anyhow::Error::from(refusal).context(AtColumn("submission".to_string())))
    }

    /// Refuses a period that a form does not accept, on whose days it was not asked, or that is far from now.
    fn check_period(&self, network: &Network, form: &Form) -> Result<()> {
        let code = form.code.to_string();
        let periods = || say::possible_values(form.periods.to_string());
        let refusal = match self.period {
            None if form.takes(None) => None,
            None => Some(Refusal::data(say::period_lacks(code)).hint(periods())),
            Some(period) if !form.takes(Some(period)) => {
                Some(Refusal::data(say::period_not_of_form(period.to_string(), code)).hint(periods()))
            }
            Some(period)
                if form.since.is_some_and(|since| period.to < since.0)
                    || form.until.is_some_and(|until| until.0 < period.from) =>
            {
                let refusal = Refusal::data(say::form_not_asked_then(code, period.to_string()));
                Some(refusal.hint(say::another_version_hint()))
            }
            Some(period) if is_far(network.today(), form.kind, period) => {
                Some(Refusal::data(say::period_is_far(period.to_string())).hint(say::period_is_far_hint()))
            }
            Some(_) => None,
        };
        match refusal {
            Some(refusal) => Err(anyhow::Error::from(refusal).context(AtColumn("period".to_string()))),
            None => Ok(()),
        }
    }

    /// Refuses a period on no day of which whoever answers was there.
    fn check_there(&self, network: &Network) -> Result<()> {
        let given = self.respondents.into_iter().find_map(|(column, code)| Some((column, code.as_ref()?)));
        let Some(((column, code), period)) = given.zip(self.period) else { return Ok(()) };
        let (since, until): (Option<Day>, Option<Day>) = match column {
            "point" => {
                let point = network.called_typed::<Point>(code)?;
                (point.opened, point.closed)
            }
            "area" => {
                let area = network.called_typed::<Area>(code)?;
                (area.since, area.until)
            }
            "person" => {
                let person = network.called_typed::<Person>(code)?;
                (person.joined, person.left)
            }
            _ => return Ok(()),
        };
        if since.is_none_or(|since| since.0 <= period.to) && until.is_none_or(|until| period.from <= until.0) {
            return Ok(());
        }
        let refusal = match column {
            "point" => Refusal::data(say::point_was_closed(code, period.to_string())),
            _ => Refusal::data(say::was_not_there(Word(column), code, period.to_string())),
        };
        let refusal = refusal.hint(say::was_not_there_hint(column, code));
        Err(anyhow::Error::from(refusal).context(AtColumn(column.to_string())))
    }
}

/// Whether a period begins before any that is reported on, or has not begun; what is needed and what there is may be asked
/// up to a year ahead.
fn is_far(today: NaiveDate, kind: Kind, period: Reported) -> bool {
    let ahead = if matches!(kind, Kind::Needs | Kind::Survey) { AHEAD } else { 0 };
    let last = today.checked_add_months(Months::new(ahead)).unwrap_or(today);
    period.from < EARLIEST || last < period.from
}

/// Refuses a row whose respondent is not of the kind that its form asks, or that names several.
///
/// # Errors
/// Then, with the column.
pub fn check_respondent(asked_of: AskedOf, given: Respondents<'_>) -> Result<()> {
    let wanted = asked_of.noun();
    for (column, value) in given {
        if value.is_some() != (wanted == Some(column)) {
            let refusal = match wanted {
                Some(wanted) => {
                    Refusal::data(say::respondent_is_a(Word(wanted))).hint(say::respondent_is_a_hint(wanted))
                }
                None => Refusal::data(say::respondent_is_nobody()).hint(say::respondent_is_nobody_hint()),
            };
            return Err(anyhow::Error::from(refusal).context(AtColumn(wanted.unwrap_or(column).to_string())));
        }
    }
    Ok(())
}
