//! A period: a month, a quarter, a year, or any two days of a funding agreement.

use super::{Day, month};
use crate::error::Refusal;
use crate::locale::say;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;
use std::ops::RangeInclusive;
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

/// The years that anybody means.
const YEARS: RangeInclusive<i32> = 1900..=2199;

impl FromStr for Period {
    type Err = Refusal;

    /// Reads ISO 8601 `2022`, `2022-03`, `2022-W05`, `2022-03-16`, `2020-11-01/2021-10-31`, `2020-11/2021-10` and
    /// `2023-04-01/P1M` (also P3M, P6M, P1Y), the usual `2022-Q1` and `2022-H1`, and months by their names as office
    /// programs write them: `Oct-26`, `2026. október`, `lokakuu 2026`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let span = match text.split_once('/') {
            Some((from, length)) if length.starts_with('P') => day(from).zip(months(length)).and_then(lasting),
            Some((from, to)) => span(from).zip(span(to)).map(|(from, to)| (from.0, to.1)),
            None => calendar(text).or_else(|| named_month(text)),
        };
        match span.or_else(|| month_in_digits(text)) {
            Some((from, to)) if from <= to && [from, to].iter().all(|day| YEARS.contains(&day.year())) => {
                Ok(Self { from, to, text: text.to_string() })
            }
            _ => Err(Refusal::data(say::not_a_period(text)).hint(say::not_a_period_hint())),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A month in digits, as Hungarians write it, `2026.10`, `2026. 10.`, `2026/10`, or Finns, `10/2026`.
fn month_in_digits(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = text.split(['.', '/', ' ']).filter(|part| !part.is_empty());
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), None) if month.len() <= 2 => calendar(&format!("{year}-{month}")),
        (Some(month), Some(year), None) if month.len() <= 2 => calendar(&format!("{year}-{month}")),
        _ => None,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse::<Day>().ok().map(|day| day.0)
}

/// The months of a duration such as `P3M` or `P1Y`.
fn months(text: &str) -> Option<u32> {
    let length = text.strip_prefix('P')?;
    let (number, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let number = digits(number).filter(|number| (1..=120).contains(number))?;
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
    day(text).map(|day| (day, day)).or_else(|| calendar(text)).or_else(|| named_month(text))
}

/// A number of plain digits: no sign, no more than a year has.
fn digits(text: &str) -> Option<u32> {
    let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

/// A year of four digits.
fn year(text: &str) -> Option<i32> {
    digits(text).filter(|_| text.len() == 4).map(|year| year as i32)
}

/// The month of a name with its year.
///
/// The two digits of a year stand behind the name only, and alone: `26-Oct` is what Excel makes of a day, and `okt. 26.`
/// is how Hungarian writes one.
fn named_month(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '.' | '-');
    let text = text.trim();
    let words: Vec<&str> = text.split(is_between).filter(|word| !word.is_empty()).collect();
    let [first, second] = words[..] else { return None };
    if !text.starts_with(first) {
        return None;
    }
    let short = |digits: u32| 2000 + digits as i32;
    let (month, year) = match (month::named(first), month::named(second)) {
        (Some(month), _) if second.len() == 2 && text.ends_with(second) => (month, short(digits(second)?)),
        (Some(month), _) => (month, year(second)?),
        (None, month) => (month?, year(first)?),
    };
    lasting((NaiveDate::from_ymd_opt(year, month, 1)?, 1))
}

/// The span of a year, half-year, quarter, month, week or day.
fn calendar(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (first, part) = text.split_once('-').unwrap_or((text, ""));
    let year = year(first)?;
    let number = |text: &str| digits(text).filter(|_| text.len() <= 2);
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
            ("2026.10", "2026-10-01", "2026-10-31"),
            ("2026. 9.", "2026-09-01", "2026-09-30"),
            ("2026/10", "2026-10-01", "2026-10-31"),
            ("10/2026", "2026-10-01", "2026-10-31"),
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
            "+202",
            "2026-+1",
            "2026-Q+1",
            "2026-W+1",
            "-2026",
            "0206-10",
            "1899",
            "2200-01",
            "2199-12-01/P3M",
            "2023-04-01/P+3M",
            "20260",
            "２０２６",
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

    #[test]
    fn months_by_their_names() {
        let whole = [
            ["January", "január", "tammikuu"],
            ["February", "február", "helmikuu"],
            ["March", "március", "maaliskuu"],
            ["April", "április", "huhtikuu"],
            ["May", "május", "toukokuu"],
            ["June", "június", "kesäkuu"],
            ["July", "július", "heinäkuu"],
            ["August", "augusztus", "elokuu"],
            ["September", "szeptember", "syyskuu"],
            ["October", "október", "lokakuu"],
            ["November", "november", "marraskuu"],
            ["December", "december", "joulukuu"],
        ];
        // As CLDR and Windows shorten them.
        let short = [
            ["Jan", "jan.", "tammi"],
            ["Feb", "febr.", "helmi"],
            ["Mar", "márc.", "maalis"],
            ["Apr", "ápr.", "huhtik."],
            ["May", "máj.", "touko"],
            ["Jun", "jún.", "kesä"],
            ["Jul", "júl.", "heinä"],
            ["Aug", "aug.", "elo"],
            ["Sep", "szept.", "syysk."],
            ["Oct", "okt.", "loka"],
            ["Nov", "nov.", "marras"],
            ["Dec", "dec.", "joulu"],
        ];
        for (number, names) in (1..).zip(whole).chain((1..).zip(short)) {
            let month: Period = format!("2026-{number:02}").parse().unwrap_or_else(|_| panic!("{number}"));
            let is =
                |text: &str| text.parse::<Period>().is_ok_and(|read| (read.from, read.to) == (month.from, month.to));
            for name in names {
                for text in
                    [format!("{name} 2026"), format!("2026. {name}"), format!("{name}-26"), format!("{name}.26")]
                {
                    assert!(is(&text) && is(&text.to_uppercase()), "{text}");
                }
            }
        }
    }

    #[test]
    fn months_as_office_programs_write_them() {
        for text in [
            "Oct-26",
            "okt.26",
            "okt. 26",
            "loka.26",
            "loka 26",
            "Oct 2026",
            "2026. október",
            "2026. okt.",
            "2026.okt",
            "2026-okt.",
            "lokakuu 2026",
            "lokakuuta 2026",
            " October\u{a0}2026 ",
            "OKTOBER.2026.",
        ] {
            let read: Period = text.parse().unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(
                (read.from.to_string(), read.to.to_string()),
                ("2026-10-01".into(), "2026-10-31".into()),
                "{text}"
            );
        }
        let both: Period = "okt.26/dec.26".parse().expect("two months");
        assert_eq!((both.from.to_string(), both.to.to_string()), ("2026-10-01".into(), "2026-12-31".into()));
        for text in [
            // Days of a month, or what may be one.
            "26-Oct",
            "26. okt.",
            "okt. 26.",
            "1-Oct-26",
            "2026. október 5.",
            "October",
            "Oct26",
            "Oct-2",
            "Oct-026",
            "Oct-+26",
            "-Oct-26",
            "Oct-20266",
            "Oct-1899",
            "2200. okt.",
            "Octo-26",
            "lokakuussa 2026",
            "Oct-Nov",
            "Oct/26",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
