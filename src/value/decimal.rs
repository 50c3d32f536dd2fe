//! A decimal number kept exactly, as text: no figure is rounded by the way it is stored.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// A number with up to six decimals, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub i128);

/// So many millionths are one.
const ONE: i128 = 1_000_000;

impl Decimal {
    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self(i128::from(number) * ONE)
    }

    /// A sum of millionths divided by a count above nought, with so many decimals at most, rounded half away from nought.
    pub fn rounded(sum: i128, count: i128, decimals: u32) -> Self {
        let step = 10_i128.pow(6 - decimals.min(6));
        let size = (2 * sum.abs() + count * step) / (2 * count * step) * step;
        Self(if sum < 0 { -size } else { size })
    }

    /// How many decimals it has.
    pub fn decimals(self) -> u32 {
        (0..=6).find(|decimals| self.0 % 10_i128.pow(6 - decimals) == 0).unwrap_or(6)
    }
}

/// Whether a text is digits with this sign before the decimals, which may be none: `-3`, `-3.5`.
pub fn is_plain(text: &str, sign: char) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once(sign).unwrap_or((digits, "0"));
    [whole, part].iter().all(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether it has decimals too.
pub fn has_decimals(text: &str, sign: char) -> bool {
    text.contains(sign) && is_plain(text, sign)
}

impl FromStr for Decimal {
    type Err = Refusal;

    /// Reads `12`, `-3.5`, `12,50` and spaces between thousands.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refuse = || Refusal::data(say::not_a_decimal(text)).hint(say::not_a_decimal_hint());
        let digits: String = text.trim().chars().filter(|c| !" \u{a0}\u{202f}".contains(*c)).collect();
        let (sign, digits) = digits.strip_prefix(['-', '\u{2212}']).map_or((1, &*digits), |rest| (-1, rest));
        let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let is_sound = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || part.len() > 6 || !is_sound(whole) || !is_sound(part) {
            return Err(refuse());
        }
        let part: i128 = format!("{part:0<6}").parse().map_err(|_| refuse())?;
        let whole: i128 = whole.parse().map_err(|_| refuse())?;
        Ok(Self(sign * (whole * ONE + part)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let (whole, part) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        match self.decimals() as usize {
            0 => write!(f, "{sign}{whole}"),
            decimals => write!(f, "{sign}{whole}.{}", &format!("{part:06}")[..decimals]),
        }
    }
}

super::one_text_form!(Decimal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_they_are_written() {
        for (text, is) in [
            ("0", "0"),
            ("12,50", "12.5"),
            ("-3.25", "-3.25"),
            ("1 234 567", "1234567"),
            ("0.000001", "0.000001"),
            ("-0,5", "-0.5"),
        ] {
            let read: Decimal = text.parse().unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((read.to_string().as_str(), is.parse().ok()), (is, Some(read)), "{text}");
        }
        for text in ["", "-", "1.2.3", "1e5", "0.1234567", ".5", "9999999999999"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }
}
