//! A coordinate, in millionths of a degree.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// Millionths of a degree (WGS 84), so that one number has one text form: `47.273944` is `47273944`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coordinate(pub i64);

impl FromStr for Coordinate {
    type Err = Refusal;

    /// Reads millionths (`47273944`) or degrees with a decimal point or comma (`47.273944`).
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refuse = || Refusal::data(say::not_a_coordinate(text)).hint(say::not_a_coordinate_hint());
        let millionths = match text.replace(',', ".").split_once('.') {
            None => text.parse::<i64>().map_err(|_| refuse())?,
            Some((_, decimals)) if decimals.bytes().all(|byte| byte.is_ascii_digit()) => {
                let degrees: f64 = text.replace(',', ".").parse().map_err(|_| refuse())?;
                (degrees * 1e6).round() as i64
            }
            Some(_) => return Err(refuse()),
        };
        match millionths.abs() <= 180_000_000 {
            true => Ok(Self(millionths)),
            false => Err(refuse()),
        }
    }
}

impl fmt::Display for Coordinate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

super::one_text_form!(Coordinate);
