//! What the program says: one entry a text, in the file of its subject. Words come at the printer only.

/// Makes a function for each text, so that a wrong key or number of values does not compile.
macro_rules! texts {
    ($($key:ident($($value:ident),*);)*) => {
        $(
            #[doc = concat!("The text `", stringify!($key), "`.")]
            pub fn $key($($value: impl Into<super::Value>),*) -> super::Text {
                super::Text { key: stringify!($key), values: vec![$((stringify!($value), $value.into())),*] }
            }
        )*

        /// Every text here with the names of its values.
        pub(super) const TEXTS: super::Names = &[$((stringify!($key), &[$(stringify!($value)),*])),*];
    };
}

mod figures;
mod keeping;
mod line;
mod past;
mod reporting;
mod rows;
mod sheets;
mod standards;

use super::format::shorten;
pub use figures::*;
pub use keeping::*;
pub use line::*;
pub use past::*;
pub use reporting::*;
pub use rows::*;
use serde::Serialize;
pub use sheets::*;
pub use standards::*;

/// Texts with the names of their values.
type Names = &'static [(&'static str, &'static [&'static str])];

/// Every text with the names of its values, for the test that holds the catalogues to it.
pub fn texts() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
    let all = [figures::TEXTS, keeping::TEXTS, line::TEXTS, past::TEXTS, reporting::TEXTS, rows::TEXTS, sheets::TEXTS];
    all.into_iter().chain([standards::TEXTS]).flatten()
}

/// A text with its values, the same in every language until it is printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Text {
    /// Its key in the catalogues.
    pub key: &'static str,
    /// Its values, by their names in the catalogues.
    pub values: Vec<(&'static str, Value)>,
}

impl Text {
    /// Cuts words off after so many letters, however long what was typed.
    pub fn shorten(&mut self, most: usize) {
        for (_, value) in &mut self.values {
            if let Value::Word(word) = value {
                shorten(word, most);
            }
        }
    }
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// What was typed, or is called so: never translated.
    Word(String),
    /// A count.
    Count(i64),
    /// A day, in its ISO form; people read it as their language writes it.
    Day(String),
    /// Counts of nouns, which are translated: `sessions (3), assignments (1)`.
    Counts(Vec<(&'static str, i64)>),
    /// A noun, which is translated; `$noun` is its singular, `$nouns` its plural.
    Noun(&'static str),
    /// Values of a noun's column, which are translated.
    Choices(&'static str, &'static str, Vec<String>),
    /// Rows by what they are called, their labels and kinds in the reader's language.
    Rows(Vec<Row>),
    /// Other texts.
    Texts(Vec<Text>),
}

/// A row as a text names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its noun.
    pub noun: &'static str,
    /// Its code, as it is typed.
    pub code: String,
    /// Its name, or its labels, each with its column.
    pub names: Vec<(&'static str, String)>,
    /// Its kind, which tells rows of one name apart.
    pub kind: Option<String>,
}

impl std::fmt::Display for Value {
    /// As scripts read it: the same in every language.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(text) | Self::Day(text) => f.write_str(text),
            Self::Count(count) => write!(f, "{count}"),
            Self::Noun(noun) => f.write_str(noun),
            Self::Choices(_, _, values) => f.write_str(&values.join(", ")),
            Self::Counts(counts) => {
                let told: Vec<String> = counts.iter().map(|(noun, count)| format!("{noun} {count}")).collect();
                f.write_str(&told.join(" "))
            }
            Self::Rows(rows) => f.write_str(&rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>().join(", ")),
            Self::Texts(texts) => f.write_str(&texts.iter().map(|text| text.key).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// A noun as a value of a text.
#[derive(Clone, Copy, Debug)]
pub struct Noun(pub &'static str);

impl From<Noun> for Value {
    fn from(noun: Noun) -> Self {
        Self::Noun(noun.0)
    }
}

impl From<Vec<Row>> for Value {
    fn from(rows: Vec<Row>) -> Self {
        Self::Rows(rows)
    }
}

impl From<Vec<Text>> for Value {
    fn from(texts: Vec<Text>) -> Self {
        Self::Texts(texts)
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Texts(vec![text])
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<crate::value::Day> for Value {
    fn from(day: crate::value::Day) -> Self {
        Self::Day(day.to_string())
    }
}

impl From<Vec<(&'static str, i64)>> for Value {
    fn from(counts: Vec<(&'static str, i64)>) -> Self {
        Self::Counts(counts)
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_string())
    }
}

impl From<String> for Value {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<&String> for Value {
    fn from(word: &String) -> Self {
        Self::Word(word.clone())
    }
}
