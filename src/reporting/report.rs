//! A report: that a respondent answered a form for a period, and how far that has come.

use super::form::Form;
use super::key::Key;
use super::occasion::{Occasion, Respondents};
use super::question::questions;
use super::subject::canonical;
use super::submit::refuse_gaps;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Along, Fill, Naming, Record};
use crate::value::{Code, Day, Reported};
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
    /// What it was given on.
    fn occasion(&self) -> Occasion<'_> {
        Occasion { respondents: self.respondents(), period: self.period, submission: &self.submission }
    }

    /// Those of whom it may be, by their columns.
    fn respondents(&self) -> Respondents<'_> {
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
    /// By its text in the file; what is none is a draft, which counts for nothing.
    pub fn of(text: &str) -> Self {
        <Self as clap::ValueEnum>::from_str(text, false).unwrap_or(Self::Draft)
    }

    /// Whether its figures count.
    pub fn counts(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::Locked)
    }

    /// What a report has to be before it becomes this.
    pub fn after(self) -> &'static [Self] {
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
        let refusal = Refusal::data(say::status_does_not_lead_there(Self::told(&[self]), Self::told(&[to])));
        let refusal = refusal.hint(say::status_does_not_lead_there_hint(Self::told(to.after())));
        Err(anyhow::Error::from(refusal).context(AtColumn("status".to_string())))
    }

    /// As people read them.
    pub fn told(these: &[Self]) -> say::Value {
        say::Value::Choices(Report::NOUN, "status", these.iter().copied().map(Self::word).collect())
    }

    /// As files write it.
    pub fn word(self) -> String {
        clap::ValueEnum::to_possible_value(&self).map(|value| value.get_name().to_string()).unwrap_or_default()
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

    fn along(&self, network: &Network) -> Result<Vec<Along>> {
        let (noun, key) = (named("answer")?, self.key());
        let mut along = Vec::new();
        for question in questions(network, &self.form)? {
            let row = network.known_row(noun, &key.answer(noun, &question.code.to_string(), "", ""))?;
            along.extend(row.map(|row| (noun, row)));
        }
        Ok(along)
    }

    fn complete(&mut self, network: &Network) -> Result<()> {
        if let Some(subject) = &self.subject {
            self.subject = Some(canonical(network, subject)?);
        }
        Ok(())
    }

    fn check(&self, network: &Network) -> Result<()> {
        let form = network.called_typed::<Form>(&self.form)?;
        self.occasion().check(network, &form)?;
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
