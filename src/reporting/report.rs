//! A report: that a respondent answered a form for a period, and how far that has come.

use super::deadline::check_respondent;
use super::form::Form;
use super::subject::canonical;
use super::submit::{Key, refuse_gaps};
use super::version::base;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::record::{Fill, Naming, Record};
use crate::value::{Code, Day, Periodicity, Reported};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A report: that somebody answered a form for a period
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Report {
    /// Form: which was answered
    #[arg(long)]
    pub(crate) form: String,
    /// Point: who answered
    #[arg(long)]
    pub(crate) point: Option<String>,
    /// Organisation: who answered
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    /// Area: who answered
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Person: who answered
    #[arg(long)]
    pub(crate) person: Option<String>,
    /// Period: which it is about, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y or 2020-11-01/2021-10-31
    #[arg(long)]
    pub(crate) period: Option<Reported>,
    /// Submission: what tells apart the sheets of a form that nobody signs
    #[arg(long)]
    pub(crate) submission: Option<Code>,
    /// Subject: what such a sheet is about, by its noun and code, session:4hd1s8jrd27v0
    #[arg(long)]
    pub(crate) subject: Option<String>,
    /// Status
    #[arg(long, value_enum)]
    pub(crate) status: Status,
    /// Submitted: the day on which it came
    #[arg(long)]
    pub(crate) submitted: Option<Day>,
    /// Reason: why it was returned or corrected
    #[arg(long)]
    pub(crate) reason: Option<String>,
    /// Assessor: who found out whether requirements are met
    #[arg(long)]
    pub(crate) assessor: Option<String>,
    /// Re-check: the day by which somebody has to look again
    #[arg(long)]
    pub(crate) recheck: Option<Day>,
}

/// No report is about an earlier day: a year that was typed wrong asks for millions of months.
pub const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();

/// How far a report has come
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Begun
    Draft,
    /// Sent
    Submitted,
    /// Sent back, with a reason
    Returned,
    /// Looked at and taken
    Accepted,
    /// Closed: only a correction with a reason changes it
    Locked,
}

impl Report {
    /// Whether another is of the same respondent and a version of the same form, about a later period, and counts.
    pub fn is_before(&self, other: &Self) -> bool {
        let who = |report: &Self| {
            [&report.point, &report.organisation, &report.area, &report.person].map(Option::<String>::clone)
        };
        let end = |report: &Self| report.period.map(|period| period.to);
        let is_one = base(&self.form) == base(&other.form) && who(self) == who(other);
        is_one && other.status.counts() && end(self) < end(other)
    }

    /// Those of whom it may be, by their columns.
    fn respondents(&self) -> [(&'static str, &Option<String>); 4] {
        [("point", &self.point), ("organisation", &self.organisation), ("area", &self.area), ("person", &self.person)]
    }

    /// The refusal of whatever would change it, where it is locked.
    pub fn is_locked(&self) -> anyhow::Error {
        Refusal::data(say::report_is_locked(self.words())).hint(say::report_is_locked_hint()).into()
    }

    /// What people call it.
    pub fn words(&self) -> String {
        self.key().words()
    }

    /// What tells it from all others.
    pub fn key(&self) -> Key {
        let who = self.respondents().into_iter().find_map(|(column, name)| Some((column, name.clone()?)));
        Key {
            form: self.form.clone(),
            respondent: who,
            period: self.period,
            submission: self.submission.as_ref().map(ToString::to_string),
        }
    }
}

impl Status {
    /// Whether its figures count.
    pub fn counts(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::Locked)
    }

    /// What a report has to be before it becomes this.
    fn after(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Returned],
            // What was accepted and has other answers since is to be looked at once more.
            Self::Submitted => &[Self::Draft, Self::Returned, Self::Accepted],
            Self::Returned => &[Self::Submitted, Self::Accepted],
            Self::Accepted => &[Self::Submitted],
            Self::Locked => &[Self::Submitted, Self::Accepted],
        }
    }

    /// Refuses a step that a report does not take.
    ///
    /// # Errors
    /// Then, with what it has to be before.
    pub fn check_step(self, to: Self) -> Result<()> {
        if to.after().contains(&self) {
            return Ok(());
        }
        let before: Vec<String> = to.after().iter().copied().map(Self::word).collect();
        let refusal = Refusal::data(say::status_does_not_lead_there(self.word(), to.word()));
        let refusal = refusal.hint(say::status_does_not_lead_there_hint(before.join(", ")));
        Err(anyhow::Error::from(refusal).context(AtColumn("status".to_string())))
    }

    /// As files write it.
    pub fn word(self) -> String {
        clap::ValueEnum::to_possible_value(&self).map(|value| value.get_name().to_string()).unwrap_or_default()
    }
}

/// Refuses a period that a form does not accept, or on whose days it was not asked.
///
/// # Errors
/// Then, with the column.
pub fn check_period(form: &Form, period: Option<Reported>) -> Result<()> {
    let code = form.code.to_string();
    let accepts = |periodicity: Periodicity| form.periods.iter().any(|known| known == periodicity);
    let is_accepted = match period {
        None => accepts(Periodicity::Once),
        // A project's own period may happen to be a quarter.
        Some(period) => accepts(period.periodicity()) || accepts(Periodicity::Project),
    };
    let refusal = match period {
        _ if !is_accepted => {
            let told = period.map(|period| period.to_string()).unwrap_or_default();
            let refusal = Refusal::data(say::period_not_of_form(told, code));
            Some(refusal.hint(say::possible_values(form.periods.to_string())))
        }
        Some(period) if form.since.is_some_and(|since| period.to < since.0) => {
            Some(Refusal::data(say::form_not_asked_then(code, period.to_string())).hint(say::another_version_hint()))
        }
        Some(period) if form.until.is_some_and(|until| until.0 < period.from) => {
            Some(Refusal::data(say::form_not_asked_then(code, period.to_string())).hint(say::another_version_hint()))
        }
        _ => None,
    };
    match refusal {
        Some(refusal) => Err(anyhow::Error::from(refusal).context(AtColumn("period".to_string()))),
        None => Ok(()),
    }
}

impl Record for Report {
    const NOUN: &'static str = "report";
    const NAMING: Naming = Naming::Unnamed;
    const SHEET: Option<&'static str> = Some("answer");
    const KNOWN_BY: &'static [&'static str] =
        &["form", "point", "organisation", "area", "person", "period", "submission"];
    const COMPLETED: &'static [&'static str] = &["subject"];
    const FILLS: &'static [(&'static str, Fill)] = &[("status", Fill::Text("draft"))];
    const EXAMPLE: &'static [&'static str] =
        &["--form", "monthly.1", "--point", "MINTA-1", "--period", "2026-10", "--status", "submitted"];
    const NOTES: &'static [&'static str] = &["reason"];
    const IS_HELD: bool = true;

    fn complete(&mut self, network: &Network) -> Result<()> {
        if let Some(subject) = &self.subject {
            self.subject = Some(canonical(network, subject)?);
        }
        Ok(())
    }

    fn check(&self, network: &Network) -> Result<()> {
        let form = network.find(crate::nouns::named(Form::NOUN)?, &self.form, Reach::Whole)?.typed::<Form>()?;
        check_respondent(form.asked_of, self.respondents())?;
        check_period(&form, self.period)?;
        if self.status == Status::Returned && self.reason.is_none() {
            let refusal = Refusal::data(say::needs_reason()).hint(say::needs_reason_hint());
            return Err(anyhow::Error::from(refusal).context(AtColumn("reason".to_string())));
        }
        Ok(())
    }
    /// Statuses move as the cycle of a report has them, whoever moves them; what is locked is corrected only.
    fn check_change(&self, to: Option<&Self>, network: &Network) -> Result<()> {
        // Undo leaves what changed since by itself: what it takes back here is the lock, or a correction.
        if self.status == Status::Locked && !network.is_correction()? && !network.is_undo() {
            return Err(match to {
                Some(to) if to.status != self.status => self.is_locked().context(AtColumn("status".to_string())),
                _ => self.is_locked(),
            });
        }
        let Some(to) = to.filter(|to| to.status != self.status) else { return Ok(()) };
        self.status.check_step(to.status)?;
        if to.status == Status::Submitted { refuse_gaps(network, &self.key()) } else { Ok(()) }
    }
}
