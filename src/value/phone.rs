//! A telephone number in the form of ITU-T E.164.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// A telephone number: `+`, the country, the number, at most 15 digits (E.164).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl FromStr for Phone {
    type Err = Refusal;

    /// Takes spaces, hyphens, brackets, slashes and `00` for `+`; a number without a country is refused, not guessed.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        // `(0)` is the zero that is dialled within the country only.
        let bare: String = text.replace("(0)", "").chars().filter(|c| !" \u{a0}\u{202f}-()/.".contains(*c)).collect();
        let digits = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
        match digits {
            Some(digits) if (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(Self(format!("+{digits}")))
            }
            _ => Err(Refusal::data(say::not_a_phone(text)).hint(say::not_a_phone_hint())),
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Phone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for text in ["+358 40 123 4567", "+358 (0)40-123 4567", "00358401234567", "+358.40.123.4567"] {
            assert_eq!(text.parse::<Phone>().map(|phone| phone.to_string()).ok().as_deref(), Some("+358401234567"));
        }
        for text in ["040 123 4567", "+358", "+358 40 123 45x7", "+1234567890123456", ""] {
            assert!(text.parse::<Phone>().is_err(), "{text}");
        }
    }
}
