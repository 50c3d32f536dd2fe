//! A day of the calendar, as people and sheets write it.

use crate::error::Refusal;
use crate::locale::say;
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A day; stored and printed as ISO 8601, `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Refuses an end before the beginning.
    ///
    /// # Errors
    /// Where both are known and in the wrong order.
    pub fn in_order(since: Option<Self>, until: Option<Self>) -> crate::error::Result<()> {
        match (since, until) {
            (Some(since), Some(until)) if until < since => Err(Refusal::data(say::ends_before_it_begins(since, until))
                .hint(say::ends_before_it_begins_hint())
                .into()),
            _ => Ok(()),
        }
    }
}

impl FromStr for Day {
    type Err = Refusal;

    /// Reads `2018-08-01`, `2018. 08. 01.` and `1.8.2018`; the year has four digits, and the month never comes first.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refuse = || Refusal::data(say::not_a_day(text)).hint(say::not_a_day_hint());
        let parts: Vec<&str> = text.trim().trim_end_matches('.').split(['-', '.']).map(str::trim).collect();
        let [first, second, third] = parts[..] else { return Err(refuse()) };
        let (year, month, day) = match (first.len(), third.len()) {
            (4, 1 | 2) => (first, second, third),
            (1 | 2, 4) if !text.contains('-') => (third, second, first),
            _ => return Err(refuse()),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        let date = match (digits(year), digits(month), digits(day)) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year as i32, month, day),
            _ => None,
        };
        date.filter(|date| date.year() >= 1800).map(Day).ok_or_else(refuse)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

super::one_text_form!(Day);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        for text in ["2018-08-01", "2018. 08. 01.", "2018.08.01", "1.8.2018", "01.08.2018", "2018-8-1"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()).ok().as_deref(), Some("2018-08-01"), "{text}");
        }
        for text in ["2022-02-30", "8/1/2018", "1-8-2018", "18.8.1", "2018-08", "", "x", "+201-8-1", "2022-13-01"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
