//! Opening hours out of a column for each weekday, as OpenStreetMap writes them.

use crate::error::Refusal;
use crate::locale::say;

/// The weekdays (OpenStreetMap wiki, `Key:opening_hours/specification`).
pub const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// A span of a day: its first and last minute.
type Span = (u32, u32);

/// The spans that a cell tells: `09:00 - 12:00 / 13:30-17h`, `8h30-12h`.
///
/// # Errors
/// Where it tells something else, or a span that ends before it begins.
pub fn spans(text: &str) -> Result<Vec<Span>, Refusal> {
    let refuse = || no_hours(text);
    let mut spans: Vec<Span> = Vec::new();
    let mut begin = None;
    let mut is_open = false;
    let mut rest = text.trim();
    while let Some(letter) = rest.chars().next() {
        if letter.is_ascii_digit() {
            let (minute, after) = time(rest).ok_or_else(refuse)?;
            rest = after;
            match begin.take() {
                None if !is_open => begin = Some(minute),
                Some(first) if is_open && first < minute => {
                    // Said twice it is said once.
                    if !spans.contains(&(first, minute)) {
                        spans.push((first, minute));
                    }
                    is_open = false;
                }
                _ => return Err(refuse()),
            }
            continue;
        }
        match letter {
            '-' | '–' | '—' if begin.is_some() && !is_open => is_open = true,
            '/' | ',' | ';' | '&' if begin.is_none() => {}
            letter if letter.is_whitespace() => {}
            _ => return Err(refuse()),
        }
        rest = &rest[letter.len_utf8()..];
    }
    let in_order = spans.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    if begin.is_none() && !is_open && in_order { Ok(spans) } else { Err(refuse()) }
}

/// The refusal of a text that tells of no hours of a day, or not of these together with others.
pub fn no_hours(text: &str) -> Refusal {
    Refusal::data(say::not_hours_of_a_day(text)).hint(say::not_hours_of_a_day_hint())
}

/// Adds spans to those of a day, each once; false where they overlap.
pub fn join(day: &mut Vec<Span>, spans: Vec<Span>) -> bool {
    day.extend(spans);
    day.sort_unstable();
    day.dedup();
    day.windows(2).all(|pair| pair[0].1 <= pair[1].0)
}

/// A time at the beginning of a text, in minutes, and what follows: `9h`, `9h30`, `09:30`.
fn time(text: &str) -> Option<(u32, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    let rest = text[hours..].strip_prefix([':', 'h', 'H'])?;
    let minutes = digits(rest);
    let (hour, minute): (u32, u32) = match (hours, minutes) {
        (1..=2, 2) => (text[..hours].parse().ok()?, rest[..2].parse().ok()?),
        (1..=2, 0) if !text[hours..].starts_with(':') => (text[..hours].parse().ok()?, 0),
        _ => return None,
    };
    let sum = hour * 60 + minute;
    (minute < 60 && sum <= 24 * 60).then_some((sum, &rest[minutes..]))
}

/// The opening hours of a week, from the spans of each day: days that follow each other and are alike stand together.
pub fn week(days: &[Vec<Span>; 7]) -> Option<String> {
    let told = |spans: &[Span]| {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let told: Vec<String> =
            spans.iter().map(|(first, last)| format!("{}-{}", clock(*first), clock(*last))).collect();
        told.join(",")
    };
    let mut rules = Vec::new();
    let mut day = 0;
    while day < days.len() {
        let alike = days[day..].iter().take_while(|other| **other == days[day]).count();
        if !days[day].is_empty() {
            let names = match alike {
                1 => WEEKDAYS[day].to_string(),
                alike => format!("{}-{}", WEEKDAYS[day], WEEKDAYS[day + alike - 1]),
            };
            rules.push(format!("{names} {}", told(&days[day])));
        }
        day += alike;
    }
    (!rules.is_empty()).then(|| rules.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_as_registers_write_them() {
        let nine_to_noon = (540, 720);
        for (text, expected) in [
            ("09:00 - 12:00 / 13:30 - 17:00", vec![nine_to_noon, (810, 1020)]),
            ("09:00-12:00 14:00-16:30", vec![nine_to_noon, (840, 990)]),
            ("9h-12h", vec![nine_to_noon]),
            ("9h-12h / 9h-12h", vec![nine_to_noon]),
            ("9h-12h00, 13h30–17h", vec![nine_to_noon, (810, 1020)]),
            ("", vec![]),
        ] {
            assert_eq!(spans(text).ok(), Some(expected), "{text}");
        }
        for text in [
            "9-12",
            "9h12h",
            "12h-9h",
            "09:00",
            "09:00-",
            "09:75-12:00",
            "25:00-26:00",
            "9h-12h-14h",
            "sur RDV",
            "14h-16h, 9h-12h",
            "9:-12:00",
        ] {
            assert!(spans(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_that_are_alike_stand_together() {
        let (long, short) = (vec![(540, 720), (810, 1020)], vec![(540, 720)]);
        let none = Vec::new;
        let days = [long.clone(), long.clone(), short.clone(), long.clone(), long, none(), short];
        let told = "Mo-Tu 09:00-12:00,13:30-17:00; We 09:00-12:00; Th-Fr 09:00-12:00,13:30-17:00; Su 09:00-12:00";
        assert_eq!(week(&days).as_deref(), Some(told));
        assert!(told.parse::<crate::value::OpeningHours>().is_ok());
        assert_eq!(week(&[none(), none(), none(), none(), none(), none(), none()]), None);
    }
}
