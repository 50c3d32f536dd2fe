//! Numbers, days and coordinates as readers of each language write them, and the Hungarian article.

use super::Language;
use crate::value::decimal::is_plain;

/// A number with its thousands apart.
pub fn number(language: Language, number: i64) -> String {
    // A no-break space, so that no line ends within a number.
    let apart = if language == Language::En { ',' } else { '\u{a0}' };
    let digits = number.unsigned_abs().to_string();
    let mut shown = String::from(if number < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        // Hungarian leaves four digits together; so does everybody who means a year.
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
            shown.push(apart);
        }
        shown.push(digit);
    }
    shown
}

/// A number with decimals, from its stored form; anything else comes back as it is, where it is harmless.
pub fn decimal(language: Language, text: &str) -> String {
    // Nought has no sign, and half of it below nought has one.
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    let (whole, part) = size.split_once('.').unwrap_or((size, ""));
    match whole.parse() {
        Ok(whole) if is_plain(text, '.') => {
            let decimals = if part.is_empty() { String::new() } else { format!("{}{part}", mark(language)) };
            format!("{sign}{}{decimals}", number(language, whole))
        }
        _ => harmless(text),
    }
}

/// What stands before decimals.
fn mark(language: Language) -> char {
    if language == Language::En { '.' } else { ',' }
}

/// Whether a letter would steer the terminal: control characters do, and marks that turn the direction of writing.
pub fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A stored or typed text without what would steer the terminal.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

/// Cuts a text off after so many letters, and says so by a mark.
pub fn shorten(text: &mut String, most: usize) {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        text.push('…');
    }
}

/// A day, from its ISO form; anything else comes back as it is.
pub fn day(language: Language, text: &str) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    match (language, &parts[..]) {
        (Language::Hu, [year, month, day]) => format!("{year}. {month}. {day}."),
        (Language::Fi, [year, month, day]) => {
            format!("{}.{}.{year}", day.trim_start_matches('0'), month.trim_start_matches('0'))
        }
        _ => text.to_string(),
    }
}

/// A moment by the clock on the reader's wall, from its form in UTC; anything else comes back as it is.
pub fn moment(language: Language, text: &str) -> String {
    let Ok(moment) = text.parse::<chrono::DateTime<chrono::Utc>>() else { return text.to_string() };
    let moment = moment.with_timezone(&chrono::Local);
    format!("{} {}", day(language, &moment.date_naive().to_string()), moment.format("%H:%M"))
}

/// A percentage, from tenths of a percent.
pub fn percent(language: Language, tenths: i64) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match language {
        Language::En => format!("{whole}.{tenth}%"),
        Language::Hu => format!("{whole},{tenth}%"),
        Language::Fi => format!("{whole},{tenth}\u{a0}%"),
    }
}

/// Degrees, from millionths.
pub fn degrees(language: Language, millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let mark = mark(language);
    let millionths = millionths.unsigned_abs();
    format!("{sign}{}{mark}{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// The Hungarian article before a word, a code or a number: az 1, az 5, a 10, az 1000, az M-3, a pont.
///
/// A code in capitals that can be read as a word (`MINTA`) is taken for one.
pub fn article(text: &str) -> &'static str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let vowel = match text.as_bytes().first() {
        // öt, ötven, ötszáz
        Some(b'5') => true,
        // egy, ezer, egymillió; but tíz, száz, tízezer
        Some(b'1') => digits % 3 == 1,
        _ => {
            let letters: String = text.chars().skip_while(|c| !c.is_alphanumeric()).collect();
            let letters: String = letters.chars().take_while(|c| c.is_alphabetic()).collect();
            let plain = crate::value::fold(&letters);
            let is_vowel = |letter: char| "aeiou".contains(letter);
            // A letter alone, or capitals that nobody can pronounce, are spelled: em, en, es.
            let one = plain.chars().count() == 1;
            let spelled = one || letters.chars().all(char::is_uppercase) && !plain.contains(is_vowel);
            plain.chars().next().is_some_and(|first| is_vowel(first) || spelled && "flmnrsxy".contains(first))
        }
    };
    if vowel { "az" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_go_by_the_sound() {
        let with_az = [
            "1", "5", "50", "500", "5000", "1000", "1989", "1000000", "alma", "Őrség", "óvoda", "üzlet", "M-3", "m3",
            "S1", "N", "MNB", "NMHH", "F-12", "X-01", "E-1", "ELTE", "5G", "\"alma\"",
        ];
        let with_a = [
            "0", "10", "100", "10000", "100000", "11", "2024", "8", "pont", "mentor", "MINTA-1", "BEK07-M3", "P-2",
            "K", "KSH", "BKK", "", "-", "_pont",
        ];
        for word in with_az {
            assert_eq!(article(word), "az", "{word}");
        }
        for word in with_a {
            assert_eq!(article(word), "a", "{word}");
        }
    }

    #[test]
    fn numbers_days_and_degrees() {
        for (text, shown) in [
            ("0", ["0", "0", "0"]),
            ("10.25", ["10.25", "10,25", "10,25"]),
            ("-0.5", ["-0.5", "-0,5", "-0,5"]),
            ("12345.678", ["12,345.678", "12\u{a0}345,678", "12\u{a0}345,678"]),
            ("*", ["*"; 3]),
            ("1.", ["1."; 3]),
        ] {
            assert_eq!(Language::ALL.map(|language| decimal(language, text)), shown, "{text}");
        }
        assert_eq!(number(Language::En, 12_345), "12,345");
        assert_eq!(number(Language::Hu, 1234), "1234");
        assert_eq!(number(Language::Fi, -1_234_567), "-1\u{a0}234\u{a0}567");
        assert_eq!(day(Language::Hu, "2026-11-02"), "2026. 11. 02.");
        assert_eq!(day(Language::Fi, "2026-11-02"), "2.11.2026");
        assert_eq!(day(Language::En, "2026-11-02"), "2026-11-02");
        assert_eq!(day(Language::Fi, "soon"), "soon");
        assert_eq!(degrees(Language::Hu, 47_273_944), "47,273944");
        assert_eq!(degrees(Language::En, -500_000), "-0.500000");
    }
}
