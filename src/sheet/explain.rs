//! What was found of a sheet and why, before anything of it is taken: its encoding, its delimiter, its columns, its days.

use super::batch::Batch;
use super::conventions::{Conventions, DayOrder, Decimal};
use super::encoding::Why;
use super::plan::Plan;
use super::read::Sheet;
use super::typed::{self, Typed};
use super::words::Words;
use crate::error::Result;
use crate::locale::say::{self, Text};
use crate::locale::{Language, Speaker};
use crate::record::Noun;
use crate::table::{Heading, Table};
use crate::value::Form;
use std::sync::PoisonError;

/// The table that tells what was found; the sheet is read to its end for it.
///
/// # Errors
/// Where the sheet cannot be read.
pub fn explain(speaker: &Speaker, noun: &'static Noun, plan: &Plan, mut sheet: Sheet) -> Result<Table> {
    let headings = ["what", "found", "why", "cell", "read"];
    let texts = [say::explained(), say::found(), say::why(), say::cell(), say::read_as()];
    let headings = headings.iter().zip(texts).map(|(key, text)| Heading::new(key, text, Form::Text));
    let mut table = Table { headings: headings.collect(), ..Table::default() };
    let first = sheet.batch()?;
    let rows = count_rows(plan, &mut sheet, &first)?;
    let mut tell = |what: Text, found: String, why: Option<Text>| {
        let what = in_words(&mut table.headings[0], speaker, what.key, &what);
        let why = why.map(|why| in_words(&mut table.headings[2], speaker, why.key, &why));
        table.rows.push(vec![Some(what), Some(found), why, None, None]);
    };
    match &sheet.typed {
        Some(typed) => {
            tell(say::sheet_of_workbook(), typed.choice.name.clone(), Some(why_sheet(typed.choice.why)));
            if !typed.choice.others.is_empty() {
                tell(say::other_sheets(), typed.choice.others.join(", "), None);
            }
        }
        None => {
            let (encoding, why) = *sheet.encoding.lock().unwrap_or_else(PoisonError::into_inner);
            tell(say::encoding(), encoding.name().to_string(), Some(why_encoding(why)));
            let sign = sheet.delimiter.sign;
            let sign = if sign == b'\t' { "tab".to_string() } else { char::from(sign).to_string() };
            let why = if sheet.delimiter.is_told { say::as_told() } else { say::as_the_first_row() };
            tell(say::delimiter(), sign, Some(why));
        }
    }
    // A number in a cell of a workbook is one, and needs no sign that is agreed upon.
    conventions(&plan.conventions, sheet.typed.is_some(), &mut tell);
    tell(say::rows(), rows.to_string(), None);
    let typed = sheet.typed.take().unwrap_or_default();
    for (cell, heading) in sheet.headings.iter().enumerate() {
        let (fields, why, text, read) = column(noun, plan, &first, &typed, (cell, heading));
        let what = say::column_called((cell + 1) as i64, heading);
        let what = in_words(&mut table.headings[0], speaker, &format!("{} {heading}", cell + 1), &what);
        let why = in_words(&mut table.headings[2], speaker, why.key, &why);
        table.rows.push(vec![Some(what), Some(fields), Some(why), text, read]);
    }
    Ok(table)
}

/// Notes what a reader sees where scripts read a key, and gives the key.
fn in_words(heading: &mut Heading, speaker: &Speaker, key: &str, text: &Text) -> String {
    let key = key.trim_start_matches("as_").replace('_', "-");
    heading.words.insert(key.clone(), speaker.say(text));
    key
}

/// How many rows a sheet has that say anything and are not left out, with those that were read already.
fn count_rows(plan: &Plan, sheet: &mut Sheet, first: &Batch) -> Result<usize> {
    let says = |batch: &Batch| batch.records().filter(|record| plan.takes(record)).count();
    let mut rows = says(first);
    loop {
        let batch = sheet.batch()?;
        if batch.records().next().is_none() {
            return Ok(rows);
        }
        rows += says(&batch);
    }
}

fn why_encoding(why: Why) -> Text {
    match why {
        Why::Asked => say::as_told(),
        Why::Mark => say::as_its_mark(),
        Why::Plain => say::as_plain(),
        Why::Sound => say::as_sound(),
        Why::Country => say::as_country(),
    }
}

fn why_sheet(why: typed::Why) -> Text {
    match why {
        typed::Why::Only => say::as_only_sheet(),
        typed::Why::Asked => say::as_told(),
        typed::Why::Name => say::as_its_name(),
        typed::Why::Headings => say::as_its_headings(),
    }
}

/// What is known of days, numbers and telephones.
fn conventions(known: &Conventions, is_typed: bool, tell: &mut dyn FnMut(Text, String, Option<Text>)) {
    if let Some(dialect) = known.dialect {
        let name = clap::ValueEnum::to_possible_value(&dialect);
        tell(say::dialect(), name.map(|name| name.get_name().to_string()).unwrap_or_default(), None);
    }
    if let Some(country) = known.country {
        tell(say::country(), country.code.to_string(), None);
    }
    let (days, why) = match (known.days, known.country) {
        (Some(DayOrder::DayFirst), _) => ("day-first", say::as_told()),
        (Some(DayOrder::MonthFirst), _) => ("month-first", say::as_told()),
        (None, Some(country)) if country.dotted_days => ("1.2.2026 = 2026-02-01", say::as_country()),
        _ => ("", say::told_where_two_ways()),
    };
    tell(say::days_order(), days.to_string(), Some(why));
    let (decimal, why) = match known.decimal {
        _ if is_typed => ("point", say::as_workbook()),
        Some(Decimal::Comma) => ("comma", say::as_told()),
        Some(Decimal::Point) => ("point", say::as_told()),
        None => ("", say::told_where_two_ways()),
    };
    tell(say::decimal_sign(), decimal.to_string(), Some(why));
}

/// What became of one of its columns, with the first cell that says anything.
fn column(
    noun: &'static Noun,
    plan: &Plan,
    first: &Batch,
    typed: &Typed,
    (cell, heading): (usize, &str),
) -> (String, Text, Option<String>, Option<String>) {
    let record = first.records().find(|record| !plan.empty.has(record.cell(cell)));
    let text = record.map(|record| record.cell(cell).to_string());
    let bounds: Vec<_> = plan.columns.iter().filter(|bound| bound.source.cells.contains(&cell)).collect();
    let mut fields: Vec<&str> = bounds.iter().map(|bound| noun.columns()[bound.place].name.as_str()).collect();
    let is_id = [plan.our_id, plan.their_id, plan.senders].contains(&Some(cell));
    fields.extend(is_id.then_some("id").filter(|_| fields.is_empty()));
    let why = match (&plan.mapping, &fields[..]) {
        (_, []) if heading.is_empty() => say::as_nameless(),
        (_, []) => say::as_left_out(),
        (Some((file, _)), _) => say::as_mapped(file),
        (None, [field, ..]) if *field == heading => say::as_its_name(),
        (None, _) => match language(noun, heading) {
            Some(language) => say::as_its_name_in(language),
            None => say::as_its_name(),
        },
    };
    let read = bounds.first().and_then(|bound| {
        let record = record?;
        let column = &noun.columns()[bound.place];
        let text = bound.source.text(&record, &plan.empty).ok()??;
        if let Some(choice) = plan.words.value(bound.place, &text) {
            return Some(choice.to_string());
        }
        let is_marked = bound.source.is_marked(&record, typed);
        let plain = plan.conventions.plain(column.form, text.trim(), is_marked).ok()?;
        column.read(&plain).ok()
    });
    (fields.join(" "), why, text, read)
}

/// The language in which a heading is a field's name.
fn language(noun: &Noun, heading: &str) -> Option<&'static str> {
    let names = [(Language::En, "English"), (Language::Hu, "magyar"), (Language::Fi, "suomi")];
    let is_in = |language: Language| {
        let speaker = Speaker::new(language);
        noun.columns().iter().any(|column| Words::is_alike(&speaker.field(noun.name, column), heading))
    };
    names.into_iter().find(|(language, _)| is_in(*language)).map(|(_, name)| name)
}
