//! A period that is reported on: whatever it is called, one text stands for one span of days.

use super::{Period, Periodicity};
use crate::error::Refusal;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// The period of a report. `2023-04`, `2023-04-01/P1M` and `2023-04-01/2023-04-30` are one, and stored as `2023-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reported {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Reported {
    /// The span that begins on a day and lasts some months; none where the calendar ends before.
    pub fn lasting(from: NaiveDate, months: u32) -> Option<Self> {
        let to = from.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
        Some(Self { from, to })
    }

    /// How many whole months it lasts; none where it is no number of whole months.
    pub fn months(self) -> Option<u32> {
        let after = self.to.succ_opt()?;
        let months = (after.year() - self.from.year()) * 12 + after.month() as i32 - self.from.month() as i32;
        (after.day() == self.from.day()).then_some(months).and_then(|months| u32::try_from(months).ok())
    }

    /// How often such periods come.
    pub fn periodicity(self) -> Periodicity {
        let whole = Periodicity::ALL.into_iter().filter(|known| known.months().is_some());
        let months = self.months().filter(|_| self.from.day() == 1);
        whole.into_iter().find(|known| known.months() == months).unwrap_or(Periodicity::Project)
    }

    /// Whether it lies within another.
    pub fn is_within(self, other: Self) -> bool {
        other.from <= self.from && self.to <= other.to
    }

    /// Whether they share a day.
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }
}

impl From<&Period> for Reported {
    fn from(period: &Period) -> Self {
        Self { from: period.from, to: period.to }
    }
}

impl FromStr for Reported {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Ok(Self::from(&text.trim().parse::<Period>()?))
    }
}

impl fmt::Display for Reported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.from.year(), self.from.month());
        let months = self.months().filter(|_| self.from.day() == 1);
        match months {
            Some(1) => write!(f, "{year:04}-{month:02}"),
            Some(3) if month % 3 == 1 => write!(f, "{year:04}-Q{}", month / 3 + 1),
            Some(6) if month % 6 == 1 => write!(f, "{year:04}-H{}", month / 6 + 1),
            Some(12) if month == 1 => write!(f, "{year:04}"),
            Some(12) => write!(f, "{}/P1Y", self.from),
            Some(length @ (3 | 6)) => write!(f, "{}/P{length}M", self.from),
            _ => write!(f, "{}/{}", self.from, self.to),
        }
    }
}

super::one_text_form!(Reported);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_stands_for_one_span() {
        for (texts, is, periodicity) in [
            (&["2023-04", "2023-04-01/P1M", "2023-04-01/2023-04-30"][..], "2023-04", Periodicity::Month),
            (&["2023-Q2", "2023-04-01/P3M"], "2023-Q2", Periodicity::Quarter),
            (&["2023-H2", "2023-07-01/P6M", "2023-07-01/2023-12-31"], "2023-H2", Periodicity::Half),
            (&["2023", "2023-01-01/P1Y", "2023-01-01/P12M"], "2023", Periodicity::Year),
            (&["2023-04-01/P1Y", "2023-04-01/2024-03-31"], "2023-04-01/P1Y", Periodicity::Year),
            (&["2023-02-01/P3M"], "2023-02-01/P3M", Periodicity::Quarter),
            (&["2020-11-01/2021-10-31", "1.11.2020/31.10.2021"], "2020-11-01/P1Y", Periodicity::Year),
            (&["2020-11-15/2021-03-02"], "2020-11-15/2021-03-02", Periodicity::Project),
        ] {
            for text in texts {
                let read: Reported = text.parse().unwrap_or_else(|_| panic!("{text}"));
                assert_eq!((read.to_string().as_str(), read.periodicity()), (is, periodicity), "{text}");
                assert_eq!(is.parse::<Reported>().unwrap_or_else(|_| panic!("{is}")), read);
            }
        }
    }
}
