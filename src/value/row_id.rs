//! The id of a row, where a column holds one that refers to no noun in particular.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// What a row is: 63 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowId(pub i64);

impl FromStr for RowId {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let id = text.parse().ok().filter(|id| *id >= 0);
        id.map(Self).ok_or_else(|| Refusal::data(say::not_a_number(text)).hint(say::not_a_number_hint()))
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

super::one_text_form!(RowId);
