//! Sheets as people have them: read as they come, understood through a mapping, and taken in row by row.
//!
//! [`read`] turns bytes into cells with their lines, [`mapping`] reads what a mapping file says, [`plan`] and `bind` bind
//! it to the headings of one sheet, [`source`] makes our text of their cells, `judge` holds it to its column's rules,
//! `create` finds or makes the rows that it names, `ids` says what each row is, and [`intake`] takes all of it in.

mod bind;
mod create;
mod ids;
pub mod intake;
mod judge;
pub mod mapping;
pub mod plan;
pub mod progress;
pub mod read;
pub mod source;
pub mod toml;

use crate::error::{Fault, Refusal};

/// The same fault, of a mapping file.
pub fn in_mapping(file: &str, fault: Fault) -> Fault {
    Fault { mapping: Some(file.to_string()), ..fault }
}

/// A fault of a sheet at a line; column and value where they are known.
pub fn fault(line: u64, column: impl Into<String>, value: impl Into<String>, refusal: Refusal) -> Fault {
    Fault { mapping: None, line, column: column.into(), value: value.into(), refusal }
}
