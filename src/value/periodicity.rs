//! How often something is reported: durations of ISO 8601, a project's own period, or once.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// How often something is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Periodicity {
    /// Every month.
    Month,
    /// Every quarter of a year.
    Quarter,
    /// Every half of a year.
    Half,
    /// Every year.
    Year,
    /// Periods that an agreement sets, from any day to any day.
    Project,
    /// Once.
    Once,
}

impl Periodicity {
    /// All of them, the finest first.
    pub const ALL: [Self; 6] = [Self::Month, Self::Quarter, Self::Half, Self::Year, Self::Project, Self::Once];

    /// Its months, where it has a length of its own.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::Year => Some(12),
            Self::Project | Self::Once => None,
        }
    }

    /// Its text: a duration of ISO 8601, `project` or `once`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "P1M",
            Self::Quarter => "P3M",
            Self::Half => "P6M",
            Self::Year => "P1Y",
            Self::Project => "project",
            Self::Once => "once",
        }
    }
}

impl FromStr for Periodicity {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(text));
        let names = Self::ALL.map(Self::as_str).join(", ");
        found.ok_or_else(|| Refusal::data(say::not_a_periodicity(text)).hint(say::possible_values(names)))
    }
}

impl fmt::Display for Periodicity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

super::one_text_form!(Periodicity);

/// Several of them, in the order in which they were given, each once: `P3M P1Y`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods(Vec<Periodicity>);

impl Periods {
    /// They, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Periodicity> {
        self.0.iter().copied()
    }

    /// The first of them.
    pub fn first(&self) -> Option<Periodicity> {
        self.0.first().copied()
    }
}

impl FromStr for Periods {
    type Err = Refusal;

    /// Takes spaces, commas, semicolons and vertical bars between them.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let mut periods = Vec::new();
        for part in text.split([' ', ',', ';', '|']).filter(|part| !part.is_empty()) {
            let periodicity: Periodicity = part.parse()?;
            if !periods.contains(&periodicity) {
                periods.push(periodicity);
            }
        }
        match periods.is_empty() {
            true => Err(Refusal::data(say::empty_value()).hint(say::empty_value_hint())),
            false => Ok(Self(periods)),
        }
    }
}

impl fmt::Display for Periods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.iter().map(|periodicity| periodicity.as_str()).collect::<Vec<_>>().join(" "))
    }
}

super::one_text_form!(Periods);
