//! Which periods are owed: how often, from when until when, by the calendar or from a day on.

use crate::value::{Periodicity, Reported};
use chrono::{Datelike, Months, NaiveDate};

/// A period for which somebody owes a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owed {
    /// The period; of what is asked once, the span that is looked at.
    pub period: Reported,
    /// Which version of the form, by its place among them.
    pub version: usize,
    /// Whether it is asked once, and for no period.
    pub is_once: bool,
    /// From when on it is owed.
    pub since: Option<NaiveDate>,
    /// The day on which it is due; none where nobody says when.
    pub due: Option<NaiveDate>,
}

impl Owed {
    /// Whether it is over on a day, or, where it is asked once, begun.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        match self.is_once {
            true => self.since.is_none_or(|since| since <= today),
            false => self.period.to < today,
        }
    }

    /// The period by which it is named; none of what is asked once.
    pub fn named(&self) -> Option<Reported> {
        (!self.is_once).then_some(self.period)
    }
}

/// How often something is owed, from when until when.
pub struct Rule {
    /// How often.
    pub periodicity: Periodicity,
    /// From when on.
    pub since: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
}

impl Rule {
    /// The periods that are owed and lie within a span.
    pub fn periods(&self, span: Reported) -> Vec<Reported> {
        let meets =
            self.since.is_none_or(|since| since <= span.to) && self.until.is_none_or(|until| span.from <= until);
        let within = |period: &Reported| {
            self.since.is_none_or(|since| since <= period.from) && self.until.is_none_or(|until| period.to <= until)
        };
        match (self.periodicity, self.since.zip(self.until)) {
            (Periodicity::Once, _) => Vec::from_iter(meets.then_some(span)),
            // The period of an agreement has the days of its deadline, or of its form; where nobody says which, none is owed.
            (Periodicity::Project, Some((from, to))) => {
                Vec::from_iter(Some(Reported { from, to }).filter(|period| period.is_within(span)))
            }
            (Periodicity::Project, None) => Vec::new(),
            _ => grid(self.periodicity, self.since, span).into_iter().filter(within).collect(),
        }
    }

    /// Whether it is asked once.
    pub fn is_once(&self) -> bool {
        self.periodicity == Periodicity::Once
    }

    /// The first day of the first period that is owed.
    pub fn begins(&self) -> Option<NaiveDate> {
        let since = self.since?;
        let to = since.checked_add_months(Months::new(24)).unwrap_or(since);
        let first = grid(self.periodicity, self.since, Reported { from: since, to }).first().map(|period| period.from);
        Some(first.unwrap_or(since))
    }

    /// The last day of a period; of what is asked once, the last day on which it is, else the first.
    pub fn ends(&self, period: Reported) -> Option<NaiveDate> {
        if self.periodicity == Periodicity::Once { self.until.or(self.since) } else { Some(period.to) }
    }
}

/// The periods of a length that lie within a span: years from the month on whose first day they begin to be owed, quarters
/// and halves from such a month where a quarter of the calendar begins, all others as the calendar has them.
pub fn grid(periodicity: Periodicity, since: Option<NaiveDate>, span: Reported) -> Vec<Reported> {
    let Some(months) = periodicity.months() else { return Vec::new() };
    let begins = |since: &NaiveDate| since.day() == 1 && (months == 12 || since.month() % 3 == 1);
    let Some(anchor) = since.filter(begins).or_else(|| span.from.with_day(1)?.with_month(1)) else { return Vec::new() };
    let between = (span.from.year() - anchor.year()) * 12 + span.from.month() as i32 - anchor.month() as i32;
    let steps = between.div_euclid(months as i32);
    let shift = |day: NaiveDate, by: i32| match by {
        0.. => day.checked_add_months(Months::new(by as u32)),
        _ => day.checked_sub_months(Months::new(by.unsigned_abs())),
    };
    let mut next = shift(anchor, steps * months as i32);
    let mut periods = Vec::new();
    while let Some(from) = next.filter(|from| *from <= span.to) {
        periods.extend(Reported::lasting(from, months).filter(|period| period.is_within(span)));
        next = from.checked_add_months(Months::new(months));
    }
    periods
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Day;

    #[test]
    fn periods_are_counted_by_the_calendar_or_from_a_day_on() {
        let read = |text: &str| text.parse::<Reported>().unwrap_or_else(|_| panic!("{text}"));
        let since = |text: &str| text.parse::<Day>().ok().map(|day| day.0);
        for (periodicity, since, span, is) in [
            (Periodicity::Month, None, "2026-Q3", &["2026-07", "2026-08", "2026-09"][..]),
            (Periodicity::Quarter, None, "2026-02-01/2026-09-30", &["2026-Q2", "2026-Q3"]),
            (Periodicity::Year, since("2020-04-01"), "2023-01-01/2025-03-31", &["2023-04-01/P1Y", "2024-04-01/P1Y"]),
            (Periodicity::Quarter, since("2026-02-01"), "2026", &["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
            (Periodicity::Half, since("2025-10-01"), "2026", &["2026-04-01/P6M"]),
            (Periodicity::Year, since("2025-02-15"), "2025/2026", &["2025", "2026"]),
        ] {
            let periods: Vec<String> = grid(periodicity, since, read(span)).iter().map(ToString::to_string).collect();
            assert_eq!(periods, is, "{periodicity} {span}");
        }
    }
}
