//! Workbooks (.xlsx): a sheet for each table, days and numbers as such, everything else as text and never as a formula.

use super::{Heading, Label, Table};
use crate::error::{Refusal, Result};
use crate::locale::{Speaker, say};
use crate::value::{Day, Decimal, Form};
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError};

/// How many UTF-16 units a cell can hold.
const LONGEST_TEXT: usize = 32_767;

/// How many rows a sheet can have below its headings.
const MOST_ROWS: usize = (1 << 20) - 1;

/// The largest whole number that a cell holds to the last digit.
const LARGEST: u64 = 1 << 53;

/// How many digits of a number with decimals a workbook keeps.
const DIGITS: usize = 15;

/// The widest column, in pixels.
const WIDEST: u32 = 360;

/// How many rows are looked at for the width of their columns.
const FIRST: usize = 500;

/// Writes tables with their headings and values in a language; the same bytes every time.
pub fn write(tables: &[&Table], speaker: &Speaker, output: &mut Vec<u8>) -> Result<()> {
    let mut workbook = Workbook::new();
    let begin = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&begin));
    for table in tables {
        let sheet = workbook.add_worksheet();
        if let Some(name) = name(table, speaker) {
            sheet.set_name(name)?;
        }
        write_sheet(sheet, table, speaker)?;
    }
    output.append(&mut workbook.save_to_buffer()?);
    Ok(())
}

/// What a sheet is called: like its rows, where they are a noun's.
fn name(table: &Table, speaker: &Speaker) -> Option<String> {
    let mut nouns = table.headings.iter().filter_map(|heading| match heading.label {
        Label::Field(noun, _) => Some(noun),
        Label::Text(_) => None,
    });
    let noun = nouns.next().filter(|noun| nouns.all(|other| other == *noun))?;
    let name = speaker.noun(noun).1;
    let mut letters = name.chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, speaker: &Speaker) -> Result<()> {
    if table.rows.len() > MOST_ROWS {
        let refusal = Refusal::data(say::too_many_rows_for_workbook(table.rows.len() as i64, MOST_ROWS as i64));
        return Err(refusal.hint(say::as_csv_instead()).into());
    }
    sheet.set_autofit_max_width(WIDEST);
    let bold = Format::new().set_bold();
    let formats: Vec<Format> = table.headings.iter().map(format).collect();
    let texts: Vec<String> = table.headings.iter().map(|heading| heading.words(speaker)).collect();
    let last = table.headings.len().saturating_sub(1) as u16;
    for (place, text) in texts.iter().enumerate() {
        // What is typed into a column later is a day or a text like the cells above it.
        sheet.set_column_format(place as u16, &formats[place])?;
        sheet.write_string_with_format(0, place as u16, text, &bold)?;
    }
    for (line, row) in table.rows.iter().enumerate() {
        for (place, heading) in table.headings.iter().enumerate() {
            let Some(text) = row[place].as_deref() else { continue };
            let at = (line as u32 + 1, place as u16);
            write_cell(sheet, at, heading, text, &formats[place], speaker).map_err(|error| match error {
                XlsxError::MaxStringLengthExceeded => {
                    let called = row.first().cloned().flatten().unwrap_or_default();
                    let refusal =
                        Refusal::data(say::text_too_long_for_workbook(called, &texts[place], LONGEST_TEXT as i64));
                    anyhow::Error::from(refusal.hint(say::as_csv_instead()))
                }
                error => error.into(),
            })?;
        }
        if line + 1 == FIRST {
            sheet.autofit();
        }
    }
    if table.rows.len() < FIRST {
        sheet.autofit();
    }
    sheet.set_freeze_panes(1, 0)?;
    if !table.rows.is_empty() {
        let rows = table.rows.len() as u32;
        sheet.autofilter(0, 0, rows, last)?;
        // Digits that are no number stand in many columns: codes, telephone numbers.
        sheet.ignore_error_range(1, 0, rows, last, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// How the cells of a column are shown.
fn format(heading: &Heading) -> Format {
    let form = match &heading.label {
        Label::Field(_, column) => column.form,
        Label::Text(_) => heading.form,
    };
    Format::new().set_num_format(match form {
        Form::Day => "yyyy-mm-dd",
        Form::Number => "0",
        Form::Coordinate => "0.000000",
        Form::Share => "0.0%",
        Form::Decimal => "General",
        _ => "@",
    })
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    heading: &Heading,
    text: &str,
    format: &Format,
    speaker: &Speaker,
) -> Result<(), XlsxError> {
    let number = || text.parse::<i64>().ok().filter(|number| number.unsigned_abs() <= LARGEST);
    let scaled = |by: f64| number().map(|number| number as f64 / by);
    let value = match heading.form {
        Form::Number => scaled(1.0),
        // Whole degrees might be read as millionths: with their decimals they are text.
        Form::Coordinate => number().filter(|number| number % 1_000_000 != 0).and_then(|_| scaled(1e6)),
        Form::Share => scaled(1e3),
        Form::Decimal | Form::Mixed => exactly(text),
        Form::Day => text.parse::<Day>().ok().filter(|day| (1900..10_000).contains(&day.0.year())).and_then(serial),
        _ => None,
    };
    if let Some(value) = value {
        // A number among texts is still one to whoever adds up.
        let general = Format::new().set_num_format("General");
        let format = if heading.form == Form::Mixed { &general } else { format };
        sheet.write_number_with_format(row, column, value, format)?;
        return Ok(());
    }
    let words = match (&heading.label, heading.form) {
        (Label::Field(noun, column), Form::Choice) => speaker.value(noun, &column.name, text),
        (_, Form::Coordinate) => number().map_or(text.to_string(), |number| format!("{}.000000", number / 1_000_000)),
        (_, Form::Answer) => speaker.cell(Form::Answer, text),
        _ => text.to_string(),
    };
    sheet.write_string_with_format(row, column, &words, format)?;
    Ok(())
}

/// A number that comes back as the same text: in its one form, and of no more digits than a workbook keeps.
fn exactly(text: &str) -> Option<f64> {
    let is_one_form = text.parse::<Decimal>().is_ok_and(|number| number.to_string() == text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.parse().ok().filter(|_| is_one_form && digits <= DIGITS)
}

/// The number of a day in a workbook, which counts a 29 February 1900 that never was.
fn serial(day: Day) -> Option<f64> {
    let begin = chrono::NaiveDate::from_ymd_opt(1899, 12, 31)?;
    let days = (day.0 - begin).num_days();
    Some(if days < 60 { days } else { days + 1 } as f64)
}
