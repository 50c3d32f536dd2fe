//! Small stored types, each with one text form that flags, cells and SQL share.

pub mod code;
pub mod coordinate;
pub mod count;
pub mod country;
pub mod day;
pub mod decimal;
mod dialled;
pub mod document;
pub mod email;
pub mod fold;
mod identity_number;
pub mod mixed;
pub mod moment;
mod month;
pub mod near;
pub mod opening_hours;
pub mod period;
pub mod periodicity;
pub mod phone;
pub mod private;
pub mod reported;
pub mod row_id;
pub mod set;
pub mod tally;
pub mod yes_no;

pub use code::{CategoryCode, Code, QuestionCode};
pub use coordinate::{Latitude, Longitude};
pub use count::{Attendances, Count, Days, Minutes};
pub use day::Day;
pub use decimal::Decimal;
pub use document::Document;
pub use email::Email;
pub use fold::{composed, fold};
pub use mixed::Mixed;
pub use moment::moment;
pub use opening_hours::OpeningHours;
pub use period::Period;
pub use periodicity::{Periodicity, Periods};
pub use phone::Phone;
pub use reported::Reported;
pub use row_id::RowId;
pub use set::{Entry, Language, Set};
pub use tally::Tally;
pub use yes_no::YesNo;

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
    /// A number, a day, codes or any text, by what another column says.
    Mixed,
    /// A whole number.
    Number,
    /// A number with decimals, `-3.5`.
    Decimal,
    /// A day, `2026-11-21`.
    Day,
    /// A moment, `2026-11-21T10:00:00Z`; people read it by the clock on their wall.
    Moment,
    /// A period of days, `2026-10`.
    Period,
    /// Millionths of a degree.
    Coordinate,
    /// A telephone number in the form of ITU-T E.164.
    Phone,
    /// A share in tenths of a percent.
    Share,
    /// One of an enum's values.
    Choice,
    /// `yes` or `no`.
    Answer,
    /// Codes of a list, with spaces between.
    Codes,
    /// Counts per band.
    Tally,
    /// A text of several lines, of which lists tell only how many.
    Document,
}

/// An answer's text form.
pub fn answer(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// Reads a text as a value, and gives its one text form.
pub type Reader = fn(&str) -> Result<String, Refusal>;

/// Every value type with its form and its reader, one line a type.
///
/// Sheets read their cells with the readers: the same types as on the command line, without a command line a cell.
fn types() -> [(TypeId, Form, Reader); 25] {
    fn read<T: FromStr<Err = Refusal> + Display>(text: &str) -> Result<String, Refusal> {
        Ok(text.parse::<T>()?.to_string())
    }
    macro_rules! types {
        ($($type:ty => $form:ident,)*) => { [$((TypeId::of::<$type>(), Form::$form, read::<$type> as Reader)),*] };
    }
    types! {
        Attendances => Number,
        CategoryCode => Text,
        Code => Text,
        Count => Number,
        Day => Day,
        Days => Number,
        Decimal => Decimal,
        Document => Document,
        Email => Text,
        Language => Text,
        Latitude => Coordinate,
        Longitude => Coordinate,
        Minutes => Number,
        Mixed => Mixed,
        OpeningHours => Text,
        Periodicity => Text,
        Periods => Codes,
        Phone => Phone,
        QuestionCode => Text,
        Reported => Period,
        RowId => Number,
        Set<Code> => Codes,
        Set<Entry> => Codes,
        Set<Language> => Codes,
        Tally => Tally,
    }
}

impl Form {
    /// The form of an argument's values.
    pub fn of(argument: &Arg) -> Self {
        if !argument.get_possible_values().is_empty() {
            return Self::Choice;
        }
        let parser = argument.get_value_parser().type_id();
        types().iter().find(|(of, ..)| parser == *of).map_or(Self::Text, |(_, form, _)| *form)
    }

    /// Whether the database stores it as a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Coordinate | Self::Share)
    }

    /// Whether people read it as a number.
    pub fn is_figure(self) -> bool {
        self.is_number() || self == Self::Decimal
    }
}

/// The reader of an argument's values, which accepts what the flag accepts; none where any text will do.
pub fn reader(argument: &Arg) -> Option<Reader> {
    let parser = argument.get_value_parser().type_id();
    types().iter().find(|(of, ..)| parser == *of).map(|(.., reader)| *reader)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_type_of_a_noun_is_known_here() {
        for noun in crate::nouns::versioned() {
            for argument in noun.arguments().get_arguments() {
                let is_text = argument.get_value_parser().type_id() == TypeId::of::<String>();
                let is_known = is_text || reader(argument).is_some() || Form::of(argument) == Form::Choice;
                assert!(is_known, "src/value.rs: types() lacks the type of {} {}", noun.name, argument.get_id());
            }
        }
    }
}
