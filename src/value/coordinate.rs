//! A coordinate, in millionths of a degree.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// Millionths of a degree (WGS 84), so that one number has one text form: `47.273944` is `47273944`.
///
/// `MOST` is how many degrees there are either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coordinate<const MOST: u64>(pub i64);

/// So many degrees there are at most, and so many millionths are no number of their own.
const CLOSE: u64 = 180;

/// Degrees north of the equator.
pub type Latitude = Coordinate<90>;

/// Degrees east of Greenwich.
pub type Longitude = Coordinate<180>;

impl<const MOST: u64> FromStr for Coordinate<MOST> {
    type Err = Refusal;

    /// Reads millionths (`47273944`) or degrees with a decimal point or comma (`47.273944`).
    ///
    /// What lies within 180 millionths of nought, some 20 m, becomes nought: such a number of millionths could not be told
    /// from one of degrees.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refuse = || Refusal::data(say::not_a_coordinate(text)).hint(say::not_a_coordinate_hint());
        let millionths = match text.replace(',', ".").split_once('.') {
            // 47 may be meant as degrees or as millionths: nothing is guessed.
            None => text
                .parse()
                .ok()
                .filter(|number: &i64| *number == 0 || number.unsigned_abs() > CLOSE)
                .ok_or_else(refuse)?,
            Some((_, decimals)) if decimals.bytes().all(|byte| byte.is_ascii_digit()) => {
                let degrees: f64 = text.replace(',', ".").parse().map_err(|_| refuse())?;
                Some((degrees * 1e6).round() as i64).filter(|number| number.unsigned_abs() > CLOSE).unwrap_or(0)
            }
            Some(_) => return Err(refuse()),
        };
        match millionths.unsigned_abs() <= MOST * 1_000_000 {
            true => Ok(Self(millionths)),
            false => Err(refuse()),
        }
    }
}

impl<const MOST: u64> fmt::Display for Coordinate<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

super::one_text_form!(Latitude);
super::one_text_form!(Longitude);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_close_to_nought_is_nought() {
        for text in ["0", "0.0", "0.0001", "-0,00018"] {
            assert_eq!(text.parse::<Longitude>().map(|it| it.0).ok(), Some(0), "{text}");
        }
        assert_eq!("0.000181".parse::<Longitude>().map(|it| it.0).ok(), Some(181));
    }

    #[test]
    fn degrees_and_millionths() {
        for text in ["47.273944", "47,273944", "47273944"] {
            assert_eq!(text.parse::<Latitude>().map(|it| it.0).ok(), Some(47_273_944), "{text}");
        }
        assert_eq!("-0.5".parse::<Longitude>().map(|it| it.0).ok(), Some(-500_000));
        assert_eq!("95.0".parse::<Longitude>().map(|it| it.0).ok(), Some(95_000_000));
        for text in ["47", "95.0", "-9223372036854775808", "99999999999", "1e3", "x", "4.7.1", ""] {
            assert!(text.parse::<Latitude>().is_err(), "{text}");
        }
    }
}
