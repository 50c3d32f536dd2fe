//! How a sheet writes what can be written in several ways: days, numbers, telephone numbers; nothing is guessed.

use super::encoding;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::Noun;
use crate::table::dialect::Dialect;
use crate::value::country::Country;
use crate::value::decimal::has_decimals;
use crate::value::{Day, Form, Phone};
use chrono::{Days, NaiveDate};
use clap::{Arg, ArgMatches, ValueEnum};
use encoding_rs::Encoding;
use std::borrow::Cow;

/// What is known of how a sheet is written, beside what it shows by itself.
#[derive(Clone, Debug, Default)]
pub struct Conventions {
    /// Its encoding, where somebody says it.
    pub encoding: Option<&'static Encoding>,
    /// What stands between cells, where somebody says it.
    pub delimiter: Option<u8>,
    /// What comes first in days such as `1/2/2026`.
    pub days: Option<DayOrder>,
    /// What stands before the decimals of a number.
    pub decimal: Option<Decimal>,
    /// The dialect of Excel in which it was written.
    pub dialect: Option<Dialect>,
    /// The sheet of a workbook, where somebody names it.
    pub sheet: Option<String>,
    /// What the rows are: of a workbook's sheets the one that is called so is meant.
    pub noun: Option<&'static str>,
    /// Whose code page, telephone numbers and dotted days it has.
    pub country: Option<&'static Country>,
}

/// What comes first in days whose year comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DayOrder {
    /// `25/12/2026`
    DayFirst,
    /// `12/25/2026`
    MonthFirst,
}

/// What stands before the decimals of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Decimal {
    /// `1,5`
    Comma,
    /// `1.5`
    Point,
}

impl Decimal {
    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// The day that a serial number of 0 would be in Excel, which counts a 29 February 1900 that never was.
const EXCEL_BEGINS: (i32, u32, u32) = (1899, 12, 30);

/// The flag that names the sheet of a workbook.
pub fn sheet_flag() -> Arg {
    let flag = Arg::new("sheet").long("sheet").value_name("NAME");
    flag.help("Sheet: of a workbook (.xlsx), where several may be meant")
}

impl Conventions {
    /// The same for rows of a noun, in the sheet on the line.
    pub fn for_rows(self, noun: &Noun, matches: &ArgMatches) -> Self {
        let sheet = matches.get_one::<String>("sheet").cloned().or(self.sheet);
        Self { sheet, noun: Some(noun.name), ..self }
    }

    /// The same for the text of a workbook's cells, where numbers are numbers and no text is guarded.
    pub fn of_workbook(&self) -> Self {
        let (encoding, delimiter, decimal) = (Some(encoding_rs::UTF_8), Some(b','), Some(Decimal::Point));
        Self { encoding, delimiter, decimal, dialect: None, ..self.clone() }
    }

    /// Takes one in by its name, as mappings and flags have it.
    ///
    /// # Errors
    /// Where the text is none of those that are possible.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), Refusal> {
        match name {
            "encoding" => self.encoding = Some(encoding::named(text)?),
            "delimiter" => self.delimiter = Some(delimiter(text)?),
            "days" => self.days = Some(one_of(text)?),
            "decimal" => self.decimal = Some(one_of(text)?),
            "dialect" => self.dialect = Some(one_of(text)?),
            "sheet" => self.sheet = Some(text.to_string()),
            _ => self.country = Some(Country::named(text)?),
        }
        Ok(())
    }

    /// The same, and where no country is said the network's.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn in_country_of(mut self, network: &Network) -> Result<Self> {
        if self.country.is_none() {
            self.country = network.setting("country")?.and_then(|country| Country::of(&country));
        }
        Ok(self)
    }

    /// A cell in the one form that the column's own type reads; it may be marked, as text or as a month.
    ///
    /// # Errors
    /// Where it can be read in two ways, with both.
    pub fn plain<'t>(&self, form: Form, text: &'t str, is_marked: bool) -> Result<Cow<'t, str>, Refusal> {
        match form {
            Form::Mixed if self.dialect.is_some() && !is_marked && has_decimals(text, ',') => {
                Ok(Cow::Owned(text.replace(',', ".")))
            }
            Form::Period if is_marked => Ok(Cow::Borrowed(text.rsplit_once('-').map_or(text, |(month, _)| month))),
            Form::Day => self.day(text),
            Form::Number => self.whole(text),
            Form::Phone => Ok(self.phone(text)),
            _ => Ok(Cow::Borrowed(text)),
        }
    }

    /// A day whose year comes first; what is no day is left to the day's own type to refuse.
    fn day<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, Refusal> {
        let trimmed = text.trim().trim_end_matches('.');
        let parts: Vec<&str> = trimmed.split(['-', '.', '/']).map(str::trim).collect();
        let number = |part: &str| -> Option<u32> { (1..=2).contains(&part.len()).then(|| part.parse().ok()).flatten() };
        let (first, second, year) = match parts[..] {
            [year, month, day] if year.len() == 4 => return Ok(Cow::Owned(format!("{year}-{month}-{day}"))),
            [first, second, year] if year.len() == 4 || self.is_short(trimmed, year) => {
                match (number(first), number(second)) {
                    (Some(first), Some(second)) => (first, second, year),
                    _ => return Ok(Cow::Borrowed(text)),
                }
            }
            [serial] => return excel_day(serial).map_or(Ok(Cow::Borrowed(text)), Err),
            _ => return Ok(Cow::Borrowed(text)),
        };
        let year = &*whole_year(year);
        let told = match (self.days, self.country) {
            (Some(order), _) => Some(order),
            (None, Some(country)) if country.dotted_days && trimmed.contains('.') => Some(DayOrder::DayFirst),
            _ => None,
        };
        let order = match (first > 12, second > 12) {
            _ if told.is_some() => told,
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ if first == second => Some(DayOrder::DayFirst),
            _ => None,
        };
        let read = |day: u32, month: u32| format!("{year}-{month:02}-{day:02}").parse::<Day>();
        let (day_first, month_first) = (read(first, second), read(second, first));
        let refuse = |_| Refusal::data(say::not_a_day(text)).hint(say::not_a_day_hint());
        match order {
            Some(DayOrder::DayFirst) => day_first.map(|day| Cow::Owned(day.to_string())).map_err(refuse),
            Some(DayOrder::MonthFirst) => month_first.map(|day| Cow::Owned(day.to_string())).map_err(refuse),
            None => match (day_first, month_first) {
                (Ok(one), Ok(other)) => {
                    Err(Refusal::data(say::day_two_ways(text, one, other)).hint(say::day_two_ways_hint()))
                }
                _ => Ok(Cow::Borrowed(text)),
            },
        }
    }

    /// Whether the two digits of a year can only stand last: somebody says so, or the country's office programs do.
    fn is_short(&self, text: &str, year: &str) -> bool {
        let is_usual = self.country.is_some_and(|country| country.short_days) && text.contains('.');
        year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()) && (self.days.is_some() || is_usual)
    }

    /// A whole number without what groups its thousands and without decimals that say nothing.
    fn whole<'t>(&self, text: &'t str) -> Result<Cow<'t, str>, Refusal> {
        let bare: String = text.trim().chars().filter(|c| !" \u{a0}\u{202f}'".contains(*c)).collect();
        let is_number = bare.starts_with(|c: char| c.is_ascii_digit())
            && bare.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
        let Some(last) = bare.rfind([',', '.']).filter(|_| is_number) else { return Ok(Cow::Borrowed(text)) };
        let (whole, decimals) = (&bare[..last], &bare[last + 1..]);
        let sign = bare[last..].chars().next().unwrap_or_default();
        let groups: Vec<&str> = bare.split(sign).collect();
        let in_thousands = !groups[0].is_empty()
            && groups[0].len() <= 3
            && groups[1..].iter().all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
        let is_nought = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
        let digits = |text: &str| Cow::Owned(text.chars().filter(char::is_ascii_digit).collect());
        match self.decimal.map(Decimal::sign) {
            // `1,234` is one thousand or one and a bit.
            None if in_thousands && groups.len() == 2 => {
                let (one, other) = (groups.concat(), format!("{}.{}", groups[0], groups[1]));
                Err(Refusal::data(say::number_two_ways(text, one, other)).hint(say::number_two_ways_hint()))
            }
            None if in_thousands => Ok(digits(&bare)),
            Some(decimal) if decimal != sign && in_thousands => Ok(digits(&bare)),
            decimal if is_nought && decimal.is_none_or(|decimal| decimal == sign) => Ok(digits(whole)),
            _ => Ok(Cow::Borrowed(text)),
        }
    }

    /// A telephone number with its country, where it is dialled within one.
    fn phone<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let digits: String = text.chars().filter(|c| !" \u{a0}\u{202f}-()/.".contains(*c)).collect();
        let is_national = !digits.starts_with("00") && digits.bytes().all(|byte| byte.is_ascii_digit());
        let dialled = self.country.filter(|_| is_national).and_then(|country| country.dialled(&digits));
        // What is none is refused as it stands.
        let dialled = dialled.filter(|dialled| dialled.parse::<Phone>().is_ok());
        dialled.map_or(Cow::Borrowed(text), Cow::Owned)
    }
}

/// A year with its century, as office programs take it: 30 to 99 are years of the last one.
fn whole_year(year: &str) -> Cow<'_, str> {
    match year.len() {
        2 => Cow::Owned(format!("{}{year}", if year < "30" { "20" } else { "19" })),
        _ => Cow::Borrowed(year),
    }
}

/// One of an enum's values.
fn one_of<T: ValueEnum>(text: &str) -> Result<T, Refusal> {
    let names = T::value_variants().iter().filter_map(|value| Some(value.to_possible_value()?.get_name().to_string()));
    let hint = say::possible_values(names.collect::<Vec<_>>().join(", "));
    T::from_str(text, true).map_err(|_| Refusal::data(say::not_one_of(text)).hint(hint))
}

/// The byte that stands between cells.
fn delimiter(text: &str) -> Result<u8, Refusal> {
    match text {
        "tab" | "TAB" | "\\t" => Ok(b'\t'),
        _ => match text.as_bytes() {
            [sign] if !sign.is_ascii_alphanumeric() && *sign != b'"' => Ok(*sign),
            _ => Err(Refusal::data(say::not_one_of(text)).hint(say::possible_values(", ; | tab"))),
        },
    }
}

/// The refusal of a serial number that Excel shows as a day.
fn excel_day(serial: &str) -> Option<Refusal> {
    let days: u64 = serial.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    let begin = NaiveDate::from_ymd_opt(EXCEL_BEGINS.0, EXCEL_BEGINS.1, EXCEL_BEGINS.2)?;
    let day = Day(begin.checked_add_days(Days::new(days))?);
    Some(Refusal::data(say::day_of_excel(serial, day)).hint(say::day_of_excel_hint()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(country: &str) -> Conventions {
        Conventions { country: Country::of(country), ..Conventions::default() }
    }

    fn read(conventions: &Conventions, form: Form, text: &str) -> Result<String, &'static str> {
        conventions.plain(form, text, false).map(Cow::into_owned).map_err(|refusal| refusal.message.key)
    }

    #[test]
    fn days() {
        let month_first = Conventions { days: Some(DayOrder::MonthFirst), ..Conventions::default() };
        for (conventions, text, expected) in [
            (&of("hu"), "2018. 08. 01.", Ok("2018-08-01")),
            (&of("fi"), "1.8.2018", Ok("2018-08-01")),
            (&of("fi"), "13.8.2018", Ok("2018-08-13")),
            (&of("none"), "1.8.2018", Err("day_two_ways")),
            (&of("none"), "8.8.2018", Ok("2018-08-08")),
            (&of("none"), "13.8.2018", Ok("2018-08-13")),
            (&of("fi"), "1/8/2018", Err("day_two_ways")),
            (&of("fi"), "8/13/2018", Ok("2018-08-13")),
            (&month_first, "1/8/2018", Ok("2018-01-08")),
            (&of("hu"), "2018/8/1", Ok("2018-8-1")),
            (&of("hu"), "43313", Err("day_of_excel")),
            (&of("fi"), "8.13.2018", Err("not_a_day")),
            (&month_first, "13.8.2018", Err("not_a_day")),
            (&of("fi"), "01.08.18", Ok("2018-08-01")),
            (&of("fi"), "1.8.98", Ok("1998-08-01")),
            (&of("fi"), "31.02.18", Err("not_a_day")),
            (&of("fi"), "01/08/18", Ok("01/08/18")),
            (&month_first, "1/8/18", Ok("2018-01-08")),
            // Left to the day's own type, which refuses it.
            (&of("hu"), "18.8.1", Ok("18.8.1")),
            (&of("hu"), "tegnap", Ok("tegnap")),
        ] {
            assert_eq!(read(conventions, Form::Day, text), expected.map(str::to_string), "{text}");
        }
    }

    #[test]
    fn whole_numbers() {
        let told = |decimal| Conventions { decimal: Some(decimal), ..Conventions::default() };
        for (conventions, text, expected) in [
            (&of("hu"), "12", Ok("12")),
            (&of("hu"), "12,0", Ok("12")),
            (&of("hu"), "12.00", Ok("12")),
            (&of("hu"), "1,234", Err("number_two_ways")),
            (&of("hu"), "1.000", Err("number_two_ways")),
            (&of("hu"), "1,234,567", Ok("1234567")),
            (&of("fi"), "1\u{a0}234", Ok("1\u{a0}234")),
            (&told(Decimal::Point), "1,234", Ok("1234")),
            (&told(Decimal::Comma), "1.234,00", Ok("1234")),
            (&told(Decimal::Comma), "1,000", Ok("1")),
            // One and a bit is no whole number: its own type refuses it.
            (&told(Decimal::Comma), "1,234", Ok("1,234")),
            (&of("hu"), "1,5", Ok("1,5")),
            (&of("hu"), "1:30", Ok("1:30")),
            (&of("hu"), "-1,5", Ok("-1,5")),
        ] {
            assert_eq!(read(conventions, Form::Number, text), expected.map(str::to_string), "{text}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for (country, text, expected) in [
            ("hu", "06 30 765 4321", "+36307654321"),
            ("hu", "(06-30) 765-4321", "+36307654321"),
            ("fi", "040 123 4567", "+358401234567"),
            ("fr", "03 80 00 00 00", "+33380000000"),
            ("fr", "0590 00 00 00", "+590590000000"),
            ("fi", "00358 40 123 4567", "00358 40 123 4567"),
            ("fi", "+358 40 123 4567", "+358 40 123 4567"),
            ("none", "040 123 4567", "040 123 4567"),
        ] {
            assert_eq!(read(&of(country), Form::Phone, text).as_deref(), Ok(expected), "{text}");
        }
    }
}
