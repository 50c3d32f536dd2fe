//! A form: a sheet of questions that is asked again and again, under a code that holds its version.

use super::question::refuse_a_change;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::locale::{Language, say};
use crate::record::{Naming, Record};
use crate::value::{Code, Day, Days, Periodicity, Periods, Reported, Set};
use serde::{Deserialize, Serialize};

/// A form: a sheet of questions; once it has answers, only a new version of it can ask otherwise
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Form {
    /// Code: with its version, monthly.2
    pub(crate) code: Code,
    /// English label
    #[arg(long)]
    label_en: Option<String>,
    /// Hungarian label
    #[arg(long)]
    label_hu: Option<String>,
    /// Finnish label
    #[arg(long)]
    label_fi: Option<String>,
    /// Kind
    #[arg(long, value_enum)]
    pub(crate) kind: Kind,
    /// Asked of: who answers
    #[arg(long, value_enum)]
    pub(crate) asked_of: AskedOf,
    /// Periods: how often, one or several of P1M, P3M, P6M, P1Y, project and once; the first is owed where no deadline says otherwise
    #[arg(long)]
    pub(crate) periods: Periods,
    /// Due days: so many days after the period it is due
    #[arg(long)]
    pub(crate) due_days: Option<Days>,
    /// Since: the first day on which it is asked
    #[arg(long)]
    pub(crate) since: Option<Day>,
    /// Until: the last day on which it is asked
    #[arg(long)]
    pub(crate) until: Option<Day>,
    /// Area: only those who lie in it are asked
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Respondent kinds: only points, organisations, areas or people of these kinds are asked, as county
    #[arg(long)]
    pub(crate) respondent_kinds: Option<Set<Code>>,
}

/// What a form is for
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What was done in a period
    Report,
    /// Figures about what there is
    Survey,
    /// How good somebody holds themselves to be
    SelfAssessment,
    /// Whether requirements are met
    Requirements,
    /// What is needed where
    Needs,
    /// What people thought of something, without saying who they are
    Feedback,
}

/// Who answers a form
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedOf {
    /// Points
    Point,
    /// Organisations
    Organisation,
    /// Areas
    Area,
    /// People
    Person,
    /// Whoever wants to, unnamed
    Anybody,
}

impl AskedOf {
    /// The noun of those who answer, which is also the column that names them; none where nobody is named.
    pub fn noun(self) -> Option<&'static str> {
        match self {
            Self::Point => Some("point"),
            Self::Organisation => Some("organisation"),
            Self::Area => Some("area"),
            Self::Person => Some("person"),
            Self::Anybody => None,
        }
    }
}

impl Form {
    /// What people read in a language, else in English.
    pub fn label(&self, language: Language) -> Option<String> {
        language.choose([&self.label_en, &self.label_hu, &self.label_fi])
    }

    /// Whether it is asked for periods of this length; none is asked once. A project's own period may happen to be a quarter.
    pub fn takes(&self, period: Option<Reported>) -> bool {
        let accepts = |periodicity: Periodicity| self.periods.iter().any(|known| known == periodicity);
        match period {
            None => accepts(Periodicity::Once),
            Some(period) => accepts(period.periodicity()) || accepts(Periodicity::Project),
        }
    }

    /// Refuses kinds that those who are asked do not have.
    fn check_kinds(&self) -> Result<()> {
        let noun = self.asked_of.noun().map(crate::nouns::named).transpose()?;
        let known = noun.and_then(|noun| Some(&noun.columns()[noun.place("kind")?].choices[..])).unwrap_or_default();
        let mut kinds = self.respondent_kinds.iter().flat_map(Set::iter);
        let Some(other) = kinds.find(|kind| !known.iter().any(|known| known == kind.as_str())) else { return Ok(()) };
        let refusal = match known.is_empty() {
            true => Refusal::data(say::respondents_have_no_kind()).hint(say::respondents_have_no_kind_hint()),
            false => Refusal::data(say::no_such_kind(other.as_str())).hint(say::possible_values(known.join(", "))),
        };
        Err(anyhow::Error::from(refusal).context(AtColumn("respondent_kinds".to_string())))
    }
}

impl Record for Form {
    const NOUN: &'static str = "form";
    const NAMING: Naming = Naming::Known;
    const FOR_ALL: bool = true;
    const EXAMPLE: &'static [&'static str] = &[
        "monthly.1",
        "--label-en",
        "Monthly report",
        "--kind",
        "report",
        "--asked-of",
        "point",
        "--periods",
        "P1M",
        "--due-days",
        "10",
    ];

    fn check(&self, network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        self.check_kinds()?;
        let noun = crate::nouns::named(Self::NOUN)?;
        let before = network.row(noun, network.new_id(noun, Some(&self.code.to_string()))?)?;
        let Some(before) = before.map(|row| row.typed::<Self>()).transpose()? else { return Ok(()) };
        // Periods may be added; one that is taken away may have been answered for, and the first is what is owed.
        let lacks = before.periods.first() != self.periods.first()
            || before.periods.iter().any(|period| !self.periods.iter().any(|known| known == period));
        let asked = |form: &Self| {
            (form.kind, form.asked_of, form.area.clone(), form.respondent_kinds.as_ref().map(ToString::to_string))
        };
        let is_changed = asked(&before) != asked(self) || lacks;
        refuse_a_change(network, &self.code.to_string(), is_changed)
    }
}
