//! `blank`: an empty sheet for somebody who has no Tukipont, with an example and the values that are possible.

use super::Verb;
use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::locale::say::{self, Noun as Word};
use crate::locale::{Language, Speaker};
use crate::record::{Column, Noun};
use crate::sheet::COMMENT;
use crate::table::dialect::{self, Dialect};
use crate::table::{self, Heading, Table};
use crate::value::Form;
use clap::ArgMatches;
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "blank",
    about: "Write an empty sheet for {nouns}, to be filled in and imported",
    applies: |noun| noun.sheet.is_none(),
    build: |_, command| {
        let [output, force] = table::output_flags();
        command
            .args([output.required(true), force, dialect::flag()])
            .after_help("tukipont {command} blank -o empty.csv --dialect excel-hu")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let dialect = matches.get_one::<Dialect>("dialect").map(|dialect| dialect.language());
    let is_workbook = matches.get_one::<PathBuf>("output").is_some_and(|output| table::is_workbook(output));
    // Office programs show words; scripts read keys.
    let words = dialect.or(is_workbook.then_some(call.speaker.language));
    let speaker = Speaker::new(words.unwrap_or(Language::En));
    let example = noun.example_cells()?;
    let mut table = Table::default();
    let (mut shown, mut possible) = (Vec::new(), Vec::new());
    for (place, column) in noun.columns().iter().enumerate() {
        // Every cell is words already.
        table.headings.push(Heading { form: Form::Text, ..Heading::field(noun, column) });
        let cell = example[place].as_deref().filter(|_| column.name != "code");
        shown.push(
            cell.map(|cell| if words.is_some() { in_words(&speaker, noun, column, cell) } else { cell.to_string() }),
        );
        possible.push(values(&network, &speaker, noun, column, words.is_some())?);
    }
    for (row, text) in [(&mut shown, say::blank_example()), (&mut possible, say::blank_possible())] {
        let first = row[0].take().unwrap_or_default();
        row[0] = Some(format!("{COMMENT} {}: {first}", speaker.say(&text)).trim_end().to_string());
    }
    table.rows = vec![shown, possible];
    match table.write(call, matches)? {
        Some((file, _)) => call.say(&say::blank_made(Word(noun.name), file)),
        None => Ok(()),
    }
}

fn in_words(speaker: &Speaker, noun: &Noun, column: &Column, cell: &str) -> String {
    match column.form {
        Form::Choice => speaker.value(noun.name, &column.name, cell),
        Form::Coordinate => speaker.cell(Form::Coordinate, cell),
        _ => cell.to_string(),
    }
}

/// The values that are possible in a column, as the sheet writes them; the codes of a list with their labels.
fn values(
    network: &Network,
    speaker: &Speaker,
    noun: &Noun,
    column: &Column,
    in_words: bool,
) -> Result<Option<String>> {
    if let Some(list) = noun.list_of(&column.name) {
        let categories = network.called(crate::nouns::named("category")?, Some(list))?;
        let codes = categories.iter().map(|category| category.code.as_str()).collect();
        let words = network.words("category", Some(list), &codes, speaker.language)?;
        let told = codes.iter().map(|code| match words.get(*code) {
            Some(label) if label != code => format!("{code} ({label})"),
            _ => (*code).to_string(),
        });
        return Ok(Some(told.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty()));
    }
    let choices = column.choices.iter().map(|choice| match in_words {
        true => speaker.value(noun.name, &column.name, choice),
        false => choice.clone(),
    });
    Ok(Some(choices.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty()))
}
