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
