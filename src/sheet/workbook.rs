//! Reads a sheet of a workbook (.xlsx): its typed cells become text that has one reading, and that is read like any sheet.

use super::bounds::{refuse_unsound, unreadable};
use super::conventions::Conventions;
use super::read::{LONGEST_CELL, MOST_COLUMNS, Sheet};
use super::typed::{Choice, Typed, Why};
use super::words::Words;
use super::{COMMENT, fault};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::locale::say;
use crate::locale::{Language, Speaker};
use crate::value::Day;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::io::{Cursor, Read, Seek};

/// The most rows that a sheet of a workbook has.
const MOST_ROWS: u32 = 1 << 20;

/// How many bytes of text a sheet may come to.
const MOST_TEXT: usize = 512 << 20;

/// The first serial number that is no day any more: the one after 9999-12-31.
const DAYS_END: f64 = 2_958_466.0;

/// Begins to read the sheet of a workbook that the line means.
///
/// # Errors
/// Where it is damaged or too large, or several of its sheets may be meant.
pub fn open<R: Read + Seek>(name: &str, mut input: R, conventions: &Conventions) -> Result<Sheet> {
    let read = |input: &mut R| -> Result<(Vec<u8>, Typed)> {
        refuse_unsound(&mut *input)?;
        input.rewind()?;
        let mut book = Xlsx::new(input).map_err(unreadable)?;
        let choice = choose(&mut book, conventions)?;
        text(&mut book, choice)
    };
    let (text, typed) = read(&mut input).map_err(|error| match error.downcast::<Refusal>() {
        Ok(refusal) => Faults::of(name, vec![fault(0, "", "", refusal)]).into(),
        Err(error) => match error.downcast::<Fault>() {
            Ok(fault) => Faults::of(name, vec![fault]).into(),
            Err(error) => error,
        },
    })?;
    Sheet::of_workbook(name, Box::new(Cursor::new(text)), typed, &conventions.of_workbook())
}

/// Finds the sheet that is meant: the one that is named, the only one, the one that is called like the noun, or the only
/// one with its headings.
fn choose<R: Read + Seek>(book: &mut Xlsx<R>, conventions: &Conventions) -> Result<Choice> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<_> = sheets.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect();
    let mut filled = Vec::new();
    for (name, is_visible) in &sheets {
        // What is hidden is meant for the workbook's own use.
        if let Some(headings) = first_row(book, name)?.filter(|_| *is_visible) {
            filled.push((name.clone(), headings));
        }
    }
    let names: Vec<&String> = filled.iter().map(|(name, _)| name).collect();
    let choice = |name: &String, why: Why| {
        let others = names.iter().filter(|other| **other != name).map(|other| (*other).clone()).collect();
        Ok(Choice { name: name.clone(), why, others })
    };
    if let Some(asked) = &conventions.sheet {
        let all: Vec<&String> = sheets.iter().map(|(name, _)| name).collect();
        let found = all.iter().find(|name| **name == asked);
        return match found.or_else(|| all.iter().find(|name| Words::is_alike(name, asked))) {
            Some(name) => choice(name, Why::Asked),
            None => {
                Err(Refusal::data(say::workbook_no_sheet(asked)).hint(say::workbook_its_sheets(listed(&all))).into())
            }
        };
    }
    match names[..] {
        [] => return Err(Refusal::data(say::sheet_empty()).into()),
        [name] => return choice(name, Why::Only),
        _ => {}
    }
    if let Some(noun) = conventions.noun.map(crate::nouns::named).transpose()? {
        let called = Language::ALL.map(|language| Speaker::new(language).noun(noun.name));
        let mut called: Vec<&String> = called.iter().flat_map(|(one, many)| [one, many]).collect();
        let key = noun.name.to_string();
        called.push(&key);
        let is_called = |name: &String| called.iter().any(|word| Words::is_alike(name, word));
        let is_called: Vec<_> = names.iter().filter(|name| is_called(name)).collect();
        let words = Words::of(noun);
        let is_known = |heading: &String| heading.starts_with(COMMENT) || words.heading(heading).is_some();
        let is_ours: Vec<_> = filled.iter().filter(|(_, headings)| headings.iter().all(is_known)).collect();
        match (&is_called[..], &is_ours[..]) {
            ([name], _) => return choice(name, Why::Name),
            (_, [(name, _)]) => return choice(name, Why::Headings),
            _ => {}
        }
    }
    let refusal = Refusal::data(say::workbook_several_sheets(listed(&names)));
    Err(refusal.hint(say::workbook_several_sheets_hint()).into())
}

/// Names of sheets for messages.
fn listed(names: &[&String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The cells of a sheet's first row that say anything; none where there is none.
fn first_row<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Option<Vec<String>>> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        cells => cells.map_err(unreadable)?,
    };
    let (mut row, mut found) = (None, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (at, _) = cell.get_position();
        if row.is_some_and(|row| row != at) || found.len() > MOST_COLUMNS {
            break;
        }
        let text = shown(cell.get_value());
        if !text.trim().is_empty() {
            row = Some(at);
            found.push(text.trim().to_string());
        }
    }
    Ok((!found.is_empty()).then_some(found))
}

/// The text of a sheet, separated by commas, and what is told of it.
fn text<R: Read + Seek>(book: &mut Xlsx<R>, choice: Choice) -> Result<(Vec<u8>, Typed)> {
    let mut cells = book.worksheet_cells_reader(&choice.name).map_err(unreadable)?;
    // Quoted throughout: no text is taken for anything else, whatever it begins with.
    let mut writer =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).flexible(true).from_writer(Vec::new());
    let code = |style: &Style| style.number_format.as_ref().is_some_and(|format| is_month(&format.format_code));
    let months: Vec<bool> = cells.styles().iter().map(code).collect();
    let (mut typed, mut size) = (Typed { choice, ..Typed::default() }, 0);
    let (mut row, mut texts): (u32, Vec<String>) = (0, Vec::new());
    loop {
        let (cell, style) = cells.next_cell_with_style_id().map_err(unreadable)?.unzip();
        let at = cell.as_ref().map(|cell| cell.get_position().0);
        if at != Some(row) {
            if !texts.is_empty() {
                writer.write_record(&texts)?;
                typed.rows.push(row + 1);
                texts.clear();
            }
            match at {
                Some(at) if at < row || at >= MOST_ROWS => {
                    return Err(unreadable(format!("row {}", u64::from(at) + 1)).into());
                }
                Some(at) => row = at,
                None => return Ok((writer.into_inner().map_err(|error| error.into_error())?, typed)),
            }
        }
        let Some(cell) = cell else { continue };
        let (line, place) = (u64::from(row) + 1, cell.get_position().1 as usize);
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if place >= MOST_COLUMNS {
            let refusal = Refusal::data(say::sheet_too_wide(MOST_COLUMNS as i64));
            return Err(fault(line, "", beginning(&text), refusal.hint(say::sheet_too_wide_in_workbook_hint())).into());
        }
        if text.len() > LONGEST_CELL {
            let refusal = Refusal::data(say::cell_too_long(LONGEST_CELL as i64)).hint(say::text_too_long_hint());
            return Err(fault(line, "", beginning(&text), refusal).into());
        }
        // Quotes and commas count too.
        size += text.len() + 3;
        if size > MOST_TEXT {
            let refusal = Refusal::data(say::workbook_too_large((MOST_TEXT >> 20) as i64));
            return Err(refusal.hint(say::workbook_too_large_hint()).into());
        }
        match cell.get_value() {
            DataRef::Error(_) => typed.failed.push((row + 1, place as u16)),
            DataRef::DateTime(_) | DataRef::DateTimeIso(_)
                if text.parse::<Day>().is_ok() && style.is_some_and(|style| months.get(style) == Some(&true)) =>
            {
                typed.months.push((row + 1, place as u16));
            }
            _ => {}
        }
        texts.resize(texts.len().max(place + 1), String::new());
        texts[place] = text;
    }
}

/// The first line of a cell, for messages.
fn beginning(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(80).collect()
}

/// A cell in the one form that our columns read.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Bool(is_so) => is_so.to_string(),
        DataRef::DateTime(at) => moment(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.strip_suffix("T00:00:00").unwrap_or(text).to_string()
        }
        DataRef::Error(error) => error.to_string(),
    }
}

/// Whether a number format shows month and year of a day and nothing else: `mmm-yy`, `[$-40E]yyyy\.\ mmmm`.
fn is_month(format: &str) -> bool {
    let (mut has_month, mut has_year, mut letters) = (false, false, format.chars());
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            'm' => has_month = true,
            'y' => has_year = true,
            // What stands in quotes or brackets, or behind one of these signs, is shown as it is, or not at all.
            '"' => _ = letters.by_ref().find(|letter| *letter == '"'),
            '[' => _ = letters.by_ref().find(|letter| *letter == ']'),
            '\\' | '_' | '*' => _ = letters.next(),
            // The formats of other values follow.
            ';' => break,
            letter if letter.is_ascii_alphanumeric() => return false,
            _ => {}
        }
    }
    has_month && has_year
}

/// From here on not every whole number is one of its own in a workbook: 2 to the power of 53.
const WHOLE_END: f64 = 9_007_199_254_740_992.0;

/// A number as Excel shows it, which knows fifteen digits; a whole one without decimals, however long.
fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < WHOLE_END {
        return (value as i64).to_string();
    }
    let value = format!("{value:.14e}").parse().unwrap_or(value);
    // No nought below nought.
    if value == 0.0 { "0".to_string() } else { value.to_string() }
}

/// A day, a day with a time, a time of the day, or a duration in hours and minutes.
fn moment(at: &ExcelDateTime) -> String {
    let value = at.as_f64();
    if !(0.0..DAYS_END).contains(&value) {
        return number(value);
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    // Where days are counted from 1904, the first of them is number 0.
    let is_first_day = value == 0.0 && year == 1904;
    let is_time = at.is_duration() || (value < 1.0 && !is_first_day);
    if is_time {
        let seconds = (value * 86_400.0).round() as u64;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return match seconds {
            0 => format!("{hours}:{minutes:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        };
    }
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_show_month_and_year_only() {
        for format in ["mmm-yy", "MMMM YYYY", "yyyy\\-mm", "[$-40E]yyyy\\.\\ mmmm;@", "mmm\".\"yy", "[$-1040B]mmm\\.yy"]
        {
            assert!(is_month(format), "{format}");
        }
        for format in
            ["General", "mm-dd-yy", "yyyy-mm-dd", "d-mmm", "mmm", "yyyy", "mm:ss", "yyyy\\-mm hh:mm", "@", "0.00", ""]
        {
            assert!(!is_month(format), "{format}");
        }
    }
}
