//! What the standard "mediation-numerique" asks of a cell, where any text will not do.

/// The pivot of a place that is not registered, or nobody knows how.
pub const NO_PIVOT: &str = "00000000000000";

/// The countries that telephone numbers may begin with: France and what belongs to it.
const COUNTRIES: [&str; 10] = ["33", "590", "594", "262", "596", "269", "687", "689", "508", "681"];

/// La Poste's numbers are not checked as others are.
const LA_POSTE: &str = "356000000";

/// The place's number in a public register: a SIRET, which checks, an RNA (`W` and nine digits), or a RIDET.
pub fn is_pivot(text: &str) -> bool {
    match text.strip_prefix('W') {
        Some(number) => number.len() == 9 && is_digits(number),
        None if text.len() == 14 => is_digits(text) && text != NO_PIVOT && is_siret(text),
        None => (9..=10).contains(&text.len()) && is_digits(text),
    }
}

/// Whether the last of 14 digits fits those before it (Luhn's formula, ISO/IEC 7812-1).
fn is_siret(digits: &str) -> bool {
    let doubled = |(place, digit): (usize, u8)| {
        let digit = u32::from(digit - b'0');
        if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
    };
    digits.starts_with(LA_POSTE) || digits.bytes().enumerate().map(doubled).sum::<u32>().is_multiple_of(10)
}

/// Five digits.
pub fn is_postcode(text: &str) -> bool {
    text.len() == 5 && is_digits(text)
}

/// A municipality's code in the register of INSEE: two digits or 2A, 2B, and three digits.
pub fn is_municipality(text: &str) -> bool {
    let is_part = |text: &str| is_digits(text) && !text.starts_with("20");
    text.len() == 5
        && match text.strip_prefix("2A").or(text.strip_prefix("2B")) {
            Some(rest) => is_digits(rest),
            None => is_part(text),
        }
}

/// A telephone number of France or of what belongs to it, without spaces.
pub fn is_phone(text: &str) -> bool {
    let number = COUNTRIES.iter().find_map(|country| text.strip_prefix('+')?.strip_prefix(country));
    number.is_some_and(|number| (6..=9).contains(&number.len()) && is_digits(number))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Millionths of a degree as degrees with a decimal point: `47273944` becomes `47.273944`.
pub fn degrees(millionths: &str) -> Option<String> {
    let millionths: i64 = millionths.parse().ok()?;
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let part = format!("{part:06}");
    let part = part.trim_end_matches('0');
    Some(format!("{sign}{whole}.{}", if part.is_empty() { "0" } else { part }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_standard() {
        // The example that comes with the standard, and La Poste; one digit off.
        assert!(["43493312300029", "35600000000048", "W123456789", "1234567890"].into_iter().all(is_pivot));
        assert!(![NO_PIVOT, "43493312300028", "KONYVTAR12345", "W12", "12345678", ""].into_iter().any(is_pivot));
        assert!(["01033", "2A004", "2B033", "97411", "21000"].into_iter().all(is_municipality));
        assert!(!["20004", "2C004", "HU-23065", "1033", ""].into_iter().any(is_municipality));
        assert!(["+33450568749", "+590590000000", "+687123456"].into_iter().all(is_phone));
        assert!(!["+3668123456", "0450568749", "+33 450568749", "+3345056"].into_iter().any(is_phone));
        let cases = [("47273944", "47.273944"), ("-500000", "-0.5"), ("47000000", "47.0"), ("-21", "-0.000021")];
        assert!(cases.into_iter().all(|(millionths, told)| degrees(millionths).as_deref() == Some(told)));
    }
}
