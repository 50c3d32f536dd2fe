//! Small stored types, each with one text form that flags, cells and SQL share.

pub mod code;
pub mod coordinate;
pub mod count;
pub mod day;
pub mod email;
pub mod fold;
pub mod period;
pub mod phone;
pub mod set;
pub mod tally;

pub use code::{CategoryCode, Code};
pub use coordinate::Coordinate;
pub use count::{Attendances, Count, Minutes};
pub use day::Day;
pub use email::Email;
pub use fold::fold;
pub use period::Period;
pub use phone::Phone;
pub use set::{Language, Set};
pub use tally::Tally;

use crate::error::Refusal;
use clap::Arg;
use std::any::TypeId;
use std::fmt::Display;
use std::str::FromStr;

/// What the texts of a column look like, so that printers can put them into the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any text.
    Text,
    /// A whole number.
    Number,
    /// A day, `2026-11-21`.
    Day,
    /// Millionths of a degree.
    Coordinate,
    /// A share in tenths of a percent.
    Share,
    /// One of an enum's values.
    Choice,
    /// Codes of a list, with spaces between.
    Codes,
    /// Counts per band.
    Tally,
}

impl Form {
    /// The form of an argument's values.
    pub fn of(argument: &Arg) -> Self {
        if !argument.get_possible_values().is_empty() {
            return Self::Choice;
        }
        let parser = argument.get_value_parser().type_id();
        if [TypeId::of::<Count>(), TypeId::of::<Attendances>(), TypeId::of::<Minutes>()].iter().any(|id| parser == *id)
        {
            Self::Number
        } else if parser == TypeId::of::<Day>() {
            Self::Day
        } else if parser == TypeId::of::<Coordinate>() {
            Self::Coordinate
        } else if parser == TypeId::of::<Set<Code>>() || parser == TypeId::of::<Set<Language>>() {
            Self::Codes
        } else if parser == TypeId::of::<Tally>() {
            Self::Tally
        } else {
            Self::Text
        }
    }

    /// Whether the database stores it as a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Coordinate | Self::Share)
    }
}

/// Reads a text as a value, and gives its one text form.
pub type Reader = fn(&str) -> Result<String, Refusal>;

/// The reader of an argument's values, which accepts what the flag accepts; none where any text will do.
///
/// Sheets read their cells with it: the same types as on the command line, without a command line a cell.
pub fn reader(argument: &Arg) -> Option<Reader> {
    fn read<T: FromStr<Err = Refusal> + Display>(text: &str) -> Result<String, Refusal> {
        Ok(text.parse::<T>()?.to_string())
    }
    macro_rules! readers {
        ($($type:ty),*) => { [$((TypeId::of::<$type>(), read::<$type> as Reader)),*] };
    }
    let readers = readers![
        Code,
        CategoryCode,
        Coordinate,
        Count,
        Minutes,
        Day,
        Email,
        Phone,
        Language,
        Set<Code>,
        Set<Language>,
        Tally
    ];
    let parser = argument.get_value_parser().type_id();
    readers.into_iter().find(|(of, _)| parser == *of).map(|(_, reader)| reader)
}

/// Serde through the one text form: `FromStr` in, `Display` out.
macro_rules! one_text_form {
    ($type:ty $(, $parameter:ident: $bound:path)?) => {
        impl$(<$parameter: $bound>)? serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de $(, $parameter: $bound)?> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use one_text_form;
