//! Several codes in one field: sorted, each once, with spaces between.

use super::Code;
use crate::error::Refusal;
use crate::locale::say;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// Several values in one field, such as the topics of a session: `email security`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T: Ord>(BTreeSet<T>);

/// What can stand in a set: it has one text form without spaces.
pub trait Member: Ord + fmt::Display + FromStr<Err = Refusal> {}
impl Member for Code {}
impl Member for Entry {}
impl Member for Language {}

impl<T: Ord> Set<T> {
    /// The values, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}

impl<T: Member> FromStr for Set<T> {
    type Err = Refusal;

    /// Takes spaces, commas, semicolons and vertical bars between the values.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = text.split([' ', ',', ';', '|']).filter(|part| !part.is_empty());
        let set: BTreeSet<T> = parts.map(str::parse).collect::<Result<_, _>>()?;
        match set.is_empty() {
            true => Err(Refusal::data(say::empty_value()).hint(say::empty_value_hint())),
            false => Ok(Self(set)),
        }
    }
}

impl<T: Ord + fmt::Display> fmt::Display for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, value) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            value.fmt(f)?;
        }
        Ok(())
    }
}

super::one_text_form!(Set<T>, T: Member);

/// An entry of a code list, by its code or by a label of one word; the list knows which.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry(String);

impl FromStr for Entry {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Ok(Self(text.to_string()))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language by its code of two or three letters (ISO 639): `hu`, `fi`, `sme`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Language(String);

impl FromStr for Language {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let code = text.to_ascii_lowercase();
        match (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
            true => Ok(Self(code)),
            false => Err(Refusal::data(say::not_a_language(text)).hint(say::not_a_language_hint())),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Language);
