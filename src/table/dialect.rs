//! Sheets for Excel in Hungarian or Finnish: a mark, semicolons, CRLF, decimal commas, headings and values in the language,
//! and no text that a spreadsheet would take for a formula.

use super::{Heading, Label, Table};
use crate::error::Result;
use crate::locale::{Language, Speaker};
use crate::value::Form;
use crate::value::decimal::{has_decimals, is_plain};
use clap::{Arg, ValueEnum};

/// A way in which Excel writes and reads separated values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Dialect {
    /// Excel in Hungarian
    ExcelHu,
    /// Excel in Finnish
    ExcelFi,
}

impl Dialect {
    /// The language of its headings and values.
    pub fn language(self) -> Language {
        match self {
            Self::ExcelHu => Language::Hu,
            Self::ExcelFi => Language::Fi,
        }
    }
}

/// The flag that chooses a dialect.
pub fn flag() -> Arg {
    let parser = clap::value_parser!(Dialect);
    Arg::new("dialect").long("dialect").value_name("DIALECT").value_parser(parser).help("Dialect: a sheet for Excel")
}

/// What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection), and the guard itself.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A text behind a guard, where a spreadsheet would calculate with it.
pub fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_string() }
}

/// The text behind the guard, where there is one: a formula, or what would be read as a number.
pub fn unguarded(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|text| text.starts_with(FORMULA) || has_decimals(text, ','))
}

/// Writes the table in a dialect.
pub(super) fn write(table: &Table, dialect: Dialect, output: &mut Vec<u8>) -> Result<()> {
    let speaker = Speaker::new(dialect.language());
    output.extend_from_slice("\u{feff}".as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(output);
    writer.write_record(table.headings.iter().map(|heading| heading.words(&speaker)))?;
    for row in &table.rows {
        let cells = table.headings.iter().zip(row).map(|(heading, text)| cell(heading, text.as_deref(), &speaker));
        writer.write_record(cells)?;
    }
    Ok(writer.flush()?)
}

/// A cell as Excel and `import` read it; days stay ISO 8601, which both take for what they are.
fn cell(heading: &Heading, text: Option<&str>, speaker: &Speaker) -> String {
    let Some(text) = text else { return String::new() };
    match (&heading.label, heading.form) {
        (Label::Field(noun, column), Form::Choice) => speaker.value(noun, &column.name, text),
        (_, Form::Number) => text.to_string(),
        (_, Form::Decimal | Form::Mixed) if is_plain(text, '.') => text.replace('.', ","),
        // A text, since a number would have its point.
        (_, Form::Mixed) if has_decimals(text, ',') => format!("'{text}"),
        (_, form @ (Form::Coordinate | Form::Share | Form::Answer)) => speaker.cell(form, text),
        _ => guarded(text),
    }
}
