//! Sheets as people have them: read as they come, understood through a mapping, and taken in row by row.
//!
//! [`read`] turns bytes into cells with their lines, [`mapping`] reads what a mapping file says, [`plan`] binds it to
//! the headings of one sheet, [`source`] makes our text of their cells, [`intake`] holds each row to its rules, and
//! [`create`] finds or makes the rows that it names.

pub mod create;
pub mod intake;
pub mod mapping;
pub mod plan;
pub mod read;
pub mod source;
pub mod toml;

use crate::error::{Fault, Refusal};

/// What became of a cell or a row: a fault is large, and rare.
pub type Verdict<T> = std::result::Result<T, Box<Fault>>;

/// A fault of a sheet at a line; column and value where they are known.
pub fn fault(line: u64, column: impl Into<String>, value: impl Into<String>, refusal: Refusal) -> Fault {
    Fault { line, column: column.into(), value: value.into(), refusal }
}
