//! The periods that a day falls in, by their names: ISO 8601, and the usual `2022-Q1` and `2022-H1`.

use chrono::{Datelike, NaiveDate};

/// `2022-03`, from the day's ISO form.
pub fn month(day: &str) -> Option<String> {
    day.get(..7).map(str::to_string)
}

/// `2022-Q1`
pub fn quarter(day: &str) -> Option<String> {
    Some(format!("{}-Q{}", day.get(..4)?, (number(day)? - 1) / 3 + 1))
}

/// `2022-H1`
pub fn half_year(day: &str) -> Option<String> {
    Some(format!("{}-H{}", day.get(..4)?, (number(day)? - 1) / 6 + 1))
}

/// `2022`
pub fn year(day: &str) -> Option<String> {
    day.get(..4).map(str::to_string)
}

/// `2020-W53`: the ISO week, whose year is not always the day's.
pub fn week(day: &str) -> Option<String> {
    let week = day.parse::<NaiveDate>().ok()?.iso_week();
    Some(format!("{}-W{:02}", week.year(), week.week()))
}

/// The number of the day's month.
fn number(day: &str) -> Option<u32> {
    day.get(5..7)?.parse().ok().filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Period;

    #[test]
    fn a_day_lies_in_every_period_that_is_named_after_it() {
        for day in ["2020-12-31", "2021-01-01", "2021-01-04", "2022-03-31", "2022-04-01", "2022-06-30", "2024-12-30"] {
            let date: NaiveDate = day.parse().expect("a day");
            for name in [month(day), quarter(day), half_year(day), year(day), week(day)] {
                let name = name.expect("a name");
                let period: Period = name.parse().unwrap_or_else(|_| panic!("{name}"));
                assert!(period.from <= date && date <= period.to, "{day} in {name}");
            }
        }
        assert_eq!(week("2021-01-01").as_deref(), Some("2020-W53"));
        assert_eq!(quarter("2022-13-01"), None);
    }
}
