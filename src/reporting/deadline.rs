//! A deadline: who owes which form how often, and from when until when.

use super::form::Form;
use super::occasion::check_respondent;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::record::{Naming, Record};
use crate::value::{Day, Periodicity};
use serde::{Deserialize, Serialize};

/// Who owes a form how often; where there is none, everybody of whom it is asked owes it as often as its first period says
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Deadline {
    /// Form: which is owed
    #[arg(long)]
    pub(crate) form: String,
    /// Point: who owes it
    #[arg(long)]
    pub(crate) point: Option<String>,
    /// Organisation: who owes it
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    /// Area: who owes it
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Person: who owes it
    #[arg(long)]
    pub(crate) person: Option<String>,
    /// Periodicity: how often, P1M, P3M, P6M, P1Y, project or once
    #[arg(long)]
    pub(crate) periodicity: Periodicity,
    /// Since: the first day
    #[arg(long)]
    pub(crate) since: Option<Day>,
    /// Until: the last day
    #[arg(long)]
    pub(crate) until: Option<Day>,
}

impl Record for Deadline {
    const NOUN: &'static str = "deadline";
    const NAMING: Naming = Naming::Unnamed;
    const EXAMPLE: &'static [&'static str] =
        &["--form", "monthly.1", "--point", "MINTA-1", "--periodicity", "P1M", "--since", "2026-01-01"];

    fn check(&self, network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        let form = network.find(crate::nouns::named(Form::NOUN)?, &self.form, Reach::Whole)?.typed::<Form>()?;
        let given = [
            ("point", &self.point),
            ("organisation", &self.organisation),
            ("area", &self.area),
            ("person", &self.person),
        ];
        check_respondent(form.asked_of, given)?;
        match form.periods.iter().any(|known| known == self.periodicity) {
            true => Ok(()),
            false => {
                let refusal = Refusal::data(say::period_not_of_form(self.periodicity.to_string(), &self.form));
                let refusal = refusal.hint(say::possible_values(form.periods.to_string()));
                Err(anyhow::Error::from(refusal).context(AtColumn("periodicity".to_string())))
            }
        }
    }
}
