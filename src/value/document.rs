//! A text of several lines, such as a file that the network keeps.

use crate::error::Refusal;
use std::fmt;
use std::str::FromStr;

/// A text of several lines; its line breaks are LF, and none stands around it, as in a cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document(String);

impl Document {
    /// How many lines it has.
    pub fn lines(text: &str) -> usize {
        text.lines().count()
    }
}

impl FromStr for Document {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Ok(Self(text.replace("\r\n", "\n").trim().to_string()))
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Document);
