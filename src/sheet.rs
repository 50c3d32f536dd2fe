//! Sheets as people have them: read as they come, understood through a mapping, and taken in row by row.
//!
//! [`encoding`] makes UTF-8 of what comes, `workbook` makes text of typed cells, [`read`] turns it into the rows and cells
//! of a [`batch`] with their lines, [`mapping`] reads what a mapping file says, [`plan`] and `bind` bind it to the headings
//! of one sheet, which [`words`] knows in three languages, [`conventions`] reads days and numbers, [`source`] makes our
//! text of their cells, `judge` holds it to its column's rules, `create` finds or makes the rows that it names, `ids` says
//! what each row is, [`known`] what rows that are there would say, [`untaken`] what is left behind, [`intake`] takes all of
//! it in, [`gone`] finds what earlier sheets had, and [`done`] is what came of it.

pub mod batch;
pub mod beside;
mod bind;
#[cfg(feature = "workbook")]
mod bounds;
pub mod conventions;
mod create;
pub mod done;
pub mod encoding;
pub mod explain;
pub mod gone;
pub mod guess;
mod ids;
pub mod input;
pub mod intake;
mod judge;
mod kind;
pub mod known;
pub mod mapping;
pub mod plan;
pub mod progress;
pub mod read;
pub mod rejects;
pub mod source;
pub mod toml;
pub mod typed;
pub mod untaken;
mod week;
pub mod words;
#[cfg(feature = "workbook")]
mod workbook;

use crate::error::{Fault, Refusal};
use crate::locale::format::shorten;

/// What begins a row or a heading that says something to people and nothing to the file.
pub const COMMENT: char = '#';

/// The same fault, of a mapping file.
pub fn in_mapping(file: &str, fault: Fault) -> Fault {
    Fault { mapping: Some(file.to_string()), ..fault }
}

/// So much of a cell or a heading is kept for messages, in letters: a thousand faults with all of theirs would fill the
/// memory of an old laptop.
const SHOWN: usize = 1000;

/// A fault of a sheet at a line; column and value where they are known.
pub fn fault(line: u64, column: impl Into<String>, value: impl Into<String>, mut refusal: Refusal) -> Fault {
    let (mut column, mut value) = (column.into(), value.into());
    [&mut column, &mut value].into_iter().for_each(|text| shorten(text, SHOWN));
    [Some(&mut refusal.message), refusal.hint.as_mut()].into_iter().flatten().for_each(|text| text.shorten(SHOWN));
    Fault { mapping: None, line, column, value, refusal }
}
