//! `export --standard`: which points are written, and what is told of the others.

use super::write::{Place, Writer, text};
use super::{Standard, form};
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Row;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::table::{Heading, Table};
use crate::value::Form;
use clap::ArgMatches;
use std::collections::BTreeMap;

/// So many points are named in one line.
const FEW: usize = 10;

/// What is told of a whole export.
#[derive(Default)]
struct Told {
    /// Points that are not open, by their status.
    not_open: BTreeMap<String, i64>,
    /// Points that lack something, each with what.
    lacking: Vec<(String, String)>,
    /// Points with a column left empty, by the column.
    emptied: BTreeMap<&'static str, Vec<String>>,
    /// Points with a value that has no word, by the value.
    wordless: BTreeMap<String, i64>,
    /// Points whose host's number is not known.
    no_pivot: i64,
}

/// `export --standard`: the points that the filters ask for, in the standard's form.
///
/// # Errors
/// Where points lack what the standard requires and are not to be left out, or the file cannot be written.
pub fn export(call: &mut Call, noun: &'static Noun, standard: &Standard, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let filter = crate::verb::filter(noun, matches);
    let any_status = filter.given.iter().any(|(name, _)| name == "status");
    let writer = Writer::of(&network, standard.mapping()?)?;
    let heading = |name: &String| Heading::new(name, say::their_column(name), Form::Text);
    let mut table = Table { headings: writer.mapping.headings.iter().map(heading).collect(), ..Table::default() };
    let mut told = Told::default();
    network.rows(noun, &filter.query(&network, noun)?, |row| {
        let status = text(noun, &row.cells, "status").unwrap_or_default();
        if status != "open" && !any_status {
            *told.not_open.entry(status).or_default() += 1;
            return Ok(());
        }
        let place = writer.place(noun, &row)?;
        if let Some(cells) = told.note(noun, &row, place) {
            table.rows.push(cells.into_iter().map(|cell| Some(cell).filter(|cell| !cell.is_empty())).collect());
        }
        Ok(())
    })?;
    told.refuse_or_say(call, noun, matches.get_flag("complete_only"))?;
    match table.write(call, matches)? {
        Some((file, rows)) => call.say(&say::exported(Word(noun.name), rows as i64, file)),
        None => Ok(()),
    }
}

impl Told {
    /// Notes what is to be told of a point; gives its cells where it can be written.
    fn note(&mut self, noun: &Noun, row: &Row, place: Place) -> Option<Vec<String>> {
        let called = row.called(noun);
        if !place.lacks.is_empty() {
            let lacks = place.lacks.iter().map(|(theirs, ours, text)| match text.is_empty() {
                true => format!("{theirs} (--{ours})"),
                false => format!("{theirs} (--{ours} `{text}`)"),
            });
            self.lacking.push((called, lacks.collect::<Vec<_>>().join(", ")));
            return None;
        }
        for column in place.emptied {
            self.emptied.entry(column).or_default().push(format!("`{called}`"));
        }
        for value in place.wordless {
            *self.wordless.entry(value).or_default() += 1;
        }
        self.no_pivot += i64::from(place.cells.iter().any(|cell| cell == form::NO_PIVOT));
        Some(place.cells)
    }

    /// Says all of it; points that lack something are refused, unless they are to be left out.
    fn refuse_or_say(self, call: &mut Call, noun: &Noun, leaves_out: bool) -> Result<()> {
        for (called, lacks) in &self.lacking {
            call.say(&say::standard_lacks(Word(noun.name), called, lacks))?;
        }
        let count = self.lacking.len() as i64;
        if count > 0 && !leaves_out {
            let refusal = Refusal::data(say::standard_incomplete(Word(noun.name), count));
            return Err(refusal.hint(say::standard_incomplete_hint(noun.name)).into());
        }
        if count > 0 {
            call.say(&say::standard_left_out(Word(noun.name), count))?;
        }
        for (status, count) in &self.not_open {
            let column = noun.place("status").map(|place| &noun.columns()[place]);
            let words = column.map(|column| call.speaker.value(noun.name, &column.name, status)).unwrap_or_default();
            call.say(&say::standard_not_open(Word(noun.name), words, *count))?;
        }
        if self.no_pivot > 0 {
            call.say(&say::standard_no_pivot(form::NO_PIVOT, self.no_pivot))?;
        }
        for (column, points) in &self.emptied {
            let mut shown = points.iter().take(FEW).cloned().collect::<Vec<_>>();
            if shown.len() < points.len() {
                shown.push("…".to_string());
            }
            call.say(&say::standard_emptied(*column, points.len() as i64, shown.join(", ")))?;
        }
        if !self.wordless.is_empty() {
            let values = self.wordless.iter().map(|(value, count)| format!("{value} ({count})"));
            call.say(&say::standard_wordless(values.collect::<Vec<_>>().join(", ")))?;
        }
        Ok(())
    }
}
