//! Opening hours in OpenStreetMap's syntax.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// The words of the syntax (OpenStreetMap wiki, `Key:opening_hours/specification`), in small letters.
const WORDS: &[&str] = &[
    "mo", "tu", "we", "th", "fr", "sa", "su", "ph", "sh", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "oct", "nov", "dec", "week", "easter", "day", "days", "open", "off", "closed", "unknown", "dawn", "dusk",
    "sunrise", "sunset",
];

/// When a place is open, `Mo-Fr 09:00-17:00; Sa off`, kept as it was written.
///
/// Whether every word is one of the syntax is looked at, and whether hours have their minutes; the grammar as a whole is
/// wider than anybody needs, and is left to those who read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours(String);

impl FromStr for OpeningHours {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        // What stands in quotation marks is a comment.
        let bare: String = text.split('"').step_by(2).collect();
        let words = bare.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let is_known = words.clone().all(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()));
        let says_when = words.count() > 0 || bare.contains(':') || bare.trim() == "24/7";
        let has_minutes = bare.trim() == "24/7" || !bare.chars().any(|c| c.is_ascii_digit()) || bare.contains(':');
        match is_known && says_when && has_minutes && text.matches('"').count().is_multiple_of(2) {
            true => Ok(Self(text.to_string())),
            false => Err(Refusal::data(say::not_opening_hours(text)).hint(say::not_opening_hours_hint())),
        }
    }
}

impl fmt::Display for OpeningHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(OpeningHours);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_as_the_map_writes_them() {
        for text in [
            "Mo-Fr 09:00-17:00",
            "Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00",
            "24/7",
            "Mo[1] 10:00-12:00; PH off",
            "Mar 01-Oct 31: Tu,Th 14:00-18:00 \"or by appointment\"",
            "week 1-53/2 We 09:00-12:00",
            "off",
        ] {
            assert!(text.parse::<OpeningHours>().is_ok(), "{text}");
        }
        for text in ["ma-pe 9-17", "Mo-Fr 9-17", "hétfőtől péntekig", "09-17", "Mo-Fr 09:00-17:00 \"ask", "", "9"] {
            assert!(text.parse::<OpeningHours>().is_err(), "{text}");
        }
    }
}
