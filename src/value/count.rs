//! Counts and minutes: whole numbers from nought.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// A count; unknown is not nought, so where it is unknown the field is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

/// Minutes, at most those of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

/// How many people were there: a session with nobody is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attendances(pub u32);

/// A span of days, up to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub u32);

/// The most attendances that one session can have.
pub const MOST_ATTENDANCES: u32 = 10_000;

/// The minutes of a day.
const DAY: u32 = 24 * 60;

impl FromStr for Count {
    type Err = Refusal;

    /// Takes spaces between the thousands, as Hungarian and Finnish sheets have them.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let digits: String = text.chars().filter(|c| !" \u{a0}\u{202f}".contains(*c)).collect();
        let refuse = || Refusal::data(say::not_a_number(text)).hint(say::not_a_number_hint());
        match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => digits.parse().map(Self).map_err(|_| refuse()),
            false => Err(refuse()),
        }
    }
}

impl FromStr for Attendances {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.parse::<Count>()?.0 {
            count @ 1..=MOST_ATTENDANCES => Ok(Self(count)),
            count => {
                let most = i64::from(MOST_ATTENDANCES);
                Err(Refusal::data(say::attendances_out_of_range(i64::from(count), most)).hint(say::figures_hint()))
            }
        }
    }
}

impl FromStr for Days {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.parse::<Count>()?.0 {
            days @ 1..=366 => Ok(Self(days)),
            _ => Err(Refusal::data(say::too_many_days(text)).hint(say::too_many_days_hint())),
        }
    }
}

impl FromStr for Minutes {
    type Err = Refusal;

    /// Reads `90`, `1:30`, `2h` and `1h30`; `1:30:00` is what office programs make of `1:30`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let number = |text: &str| text.parse::<Count>().ok().map(|count| count.0);
        let short = text.strip_suffix(":00").filter(|short| short.contains(':')).unwrap_or(text);
        let sum = match short.split_once([':', 'h']) {
            Some((hours, "")) if short.ends_with('h') => number(hours).and_then(|hours| hours.checked_mul(60)),
            // A clock has no 75th minute: `1:75` is a slip, and nobody knows of what.
            Some((hours, minutes)) => number(minutes)
                .filter(|minutes| *minutes < 60)
                .and_then(|minutes| number(hours)?.checked_mul(60)?.checked_add(minutes)),
            None => number(short),
        };
        match sum {
            Some(sum) if sum <= DAY => Ok(Self(sum)),
            _ => Err(Refusal::data(say::too_many_minutes(text)).hint(say::too_many_minutes_hint())),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Attendances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

super::one_text_form!(Count);
super::one_text_form!(Attendances);
super::one_text_form!(Days);
super::one_text_form!(Minutes);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read_as_people_write_them() {
        for (text, minutes) in
            [("90", 90), ("1:30", 90), ("2h", 120), ("1h30", 90), ("0:05", 5), ("24:00", 1440), ("01:30:00", 90)]
        {
            assert_eq!(text.parse::<Minutes>().expect(text), Minutes(minutes), "{text}");
        }
        for text in [
            "",
            ":",
            "1:",
            ":30",
            "h",
            "1:75",
            "1h60",
            "24:01",
            "1441",
            "-1",
            "1.5",
            "half an hour",
            "1:2:3",
            "25:00:00",
            "1:00:00:00",
        ] {
            let refusal = text.parse::<Minutes>().expect_err(text);
            assert_eq!(refusal.hint.map(|hint| hint.key), Some("too_many_minutes_hint"), "{text}");
        }
    }
}
