//! A text that is a number, a day, codes or words, as another column of its row says.

use crate::error::Refusal;
use std::fmt;
use std::str::FromStr;

/// Any text; a number with decimals among such texts has a decimal point wherever it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mixed(pub String);

impl FromStr for Mixed {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Ok(Self(text.to_string()))
    }
}

impl fmt::Display for Mixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Mixed);
