//! Codes: what people call a row by.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// What people call a row by: letters, digits and `-._`, compared without case; with [`APART`] and letters of an id where
/// several rows have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(String);

/// The code of a category: its list, a colon, and its code in the list, `age:60-74`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CategoryCode(String);

/// The code of a question: its form, a slash, and its code on the form, `monthly.2/visitors`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionCode(String);

impl QuestionCode {
    /// The form that the question belongs to.
    pub fn form(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// What it is called on its form.
    pub fn key(&self) -> &str {
        self.0.split('/').nth(1).unwrap_or_default()
    }
}

impl FromStr for QuestionCode {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.split_once('/') {
            Some((form, key)) if is_code(form) && is_code(key) => Ok(Self(text.to_lowercase())),
            _ => Err(Refusal::data(say::not_a_question_code(text)).hint(say::not_a_question_code_hint())),
        }
    }
}

impl fmt::Display for QuestionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(QuestionCode);

impl Code {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CategoryCode {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The list that the category belongs to.
    pub fn list(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }
}

/// What stands between a code that several rows have and the beginning of the id of the row that is meant. It is told
/// and understood, never stored.
pub const APART: char = '~';

/// Whether every character is one that a code may hold.
fn is_code(text: &str) -> bool {
    // The first character is none that a shell or a flag could take for its own.
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c))
}

impl FromStr for Code {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let code = text.split_once(APART).filter(|(_, id)| is_code(id)).map_or(text, |(code, _)| code);
        match is_code(code) {
            true => Ok(Self(text.to_string())),
            false => Err(Refusal::data(say::not_a_code(text)).hint(say::not_a_code_hint())),
        }
    }
}

impl FromStr for CategoryCode {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.split_once(':') {
            // Small letters only: such a code is the row, and a tally keeps it as a text.
            Some((list, code)) if is_code(list) && is_code(code) => Ok(Self(text.to_lowercase())),
            _ => Err(Refusal::data(say::not_a_category_code(text)).hint(say::not_a_category_code_hint())),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for CategoryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Code);
super::one_text_form!(CategoryCode);
