//! A period: a month, a quarter, a year, or any two days of a funding agreement.

use super::Day;
use crate::error::Refusal;
use crate::locale::say;
use chrono::{Days, Months, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A period by its first and last day, both in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    text: String,
}

impl FromStr for Period {
    type Err = Refusal;

    /// Reads ISO 8601 `2022`, `2022-03`, `2022-W05`, `2022-03-16`, `2020-11-01/2021-10-31`, `2020-11/2021-10` and
    /// `2023-04-01/P1M` (also P3M, P6M, P1Y), and the usual `2022-Q1` and `2022-H1`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let span = match text.split_once('/') {
            Some((from, length)) if length.starts_with('P') => day(from).zip(months(length)).and_then(lasting),
            Some((from, to)) => span(from).zip(span(to)).map(|(from, to)| (from.0, to.1)),
            None => calendar(text),
        };
        match span {
            Some((from, to)) if from <= to => Ok(Self { from, to, text: text.to_string() }),
            _ => Err(Refusal::data(say::not_a_period(text)).hint(say::not_a_period_hint())),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse::<Day>().ok().map(|day| day.0)
}

/// The months of a duration such as `P3M` or `P1Y`.
fn months(text: &str) -> Option<u32> {
    let length = text.strip_prefix('P')?;
    let (number, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let number: u32 = number.parse().ok().filter(|number| (1..=120).contains(number))?;
    match unit {
        "M" => Some(number),
        "Y" => Some(number * 12),
        _ => None,
    }
}

/// The first and last day of a span that begins on a day and lasts some months.
fn lasting((from, months): (NaiveDate, u32)) -> Option<(NaiveDate, NaiveDate)> {
    Some((from, from.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?))
}

/// The span of one end of an interval: a day in any way of writing it, or what the calendar has.
fn span(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    day(text).map(|day| (day, day)).or_else(|| calendar(text))
}

/// The span of a year, half-year, quarter, month, week or day.
fn calendar(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (year, part) = text.split_once('-').unwrap_or((text, ""));
    let year: i32 = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let number = |text: &str| (text.len() <= 2).then(|| text.parse::<u32>().ok()).flatten();
    let from_month = |month: u32, months: u32| lasting((NaiveDate::from_ymd_opt(year, month, 1)?, months));
    match part.chars().next() {
        None => from_month(1, 12),
        Some('H') => number(&part[1..]).filter(|half| (1..=2).contains(half)).and_then(|h| from_month(h * 6 - 5, 6)),
        Some('Q') => number(&part[1..]).filter(|q| (1..=4).contains(q)).and_then(|q| from_month(q * 3 - 2, 3)),
        Some('W') => {
            let monday = NaiveDate::from_isoywd_opt(year, number(&part[1..])?, chrono::Weekday::Mon)?;
            Some((monday, monday.checked_add_days(Days::new(6))?))
        }
        _ if part.contains('-') => day(text).map(|day| (day, day)),
        _ => number(part).and_then(|month| from_month(month, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_funders_name_them() {
        let expected = [
            ("2022", "2022-01-01", "2022-12-31"),
            ("2022-02", "2022-02-01", "2022-02-28"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2022-Q3", "2022-07-01", "2022-09-30"),
            ("2022-H2", "2022-07-01", "2022-12-31"),
            ("2020-W53", "2020-12-28", "2021-01-03"),
            ("2022-03-16", "2022-03-16", "2022-03-16"),
            ("2020-11-01/2021-10-31", "2020-11-01", "2021-10-31"),
            ("1.11.2020/31.10.2021", "2020-11-01", "2021-10-31"),
            ("2020-11/2021-Q3", "2020-11-01", "2021-09-30"),
            ("2023-04-01/P1Y", "2023-04-01", "2024-03-31"),
            ("2023-04-01/P3M", "2023-04-01", "2023-06-30"),
        ];
        for (text, from, to) in expected {
            let period: Period = text.parse().unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((period.from.to_string(), period.to.to_string()), (from.to_string(), to.to_string()), "{text}");
        }
        for text in [
            "2026-13",
            "2026-Q5",
            "2026-H3",
            "26-01",
            "2021-W53",
            "2021-02-01/2020-01-01",
            "2022-01-01/P0M",
            "2020-01-01/P",
            "2020-01-01/PM",
            "",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
