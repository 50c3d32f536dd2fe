//! `add`: a new row, typed by hand.

use super::Verb;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::Speaker;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Column, Fill, Noun};
use crate::table::Heading;
use crate::value::fold;
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "add",
    about: "Add a new {noun}: what is required and missing is asked for",
    applies: |_| true,
    build: |noun, command| noun.optional_arguments(command).after_help("tukipont {command} add {example}"),
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let given = super::given(noun, matches);
    let network = call.write()?;
    add(call, noun, &network, given)
}

/// Adds a row of these texts, filled up with what the command knows and what the reader answers.
///
/// # Errors
/// Where something is missing and nobody can be asked, or a rule is broken.
pub fn add(call: &mut Call, noun: &'static Noun, network: &Network, mut given: Vec<(String, String)>) -> Result<()> {
    let filled = fill(call, noun, network, &mut given)?;
    ask_for_missing(call, noun, network, &mut given)?;
    let cells = noun.read(given.iter().map(|(column, text)| (column.as_str(), text.as_str())))?;
    network.begin("add", noun.name)?;
    let row = network.add(noun, cells)?;
    network.commit()?;
    let code = row.called(noun);
    super::warn_of_notes(call, noun, &row.cells)?;
    match filled.is_empty() {
        true => call.done(say::added(Word(noun.name), code)),
        false => call.done(say::added_with(Word(noun.name), code, filled.join(", "))),
    }
}

/// Fills in the clock's day and this file's usual point and mentor, where they were not given; tells which texts.
///
/// Who names another point than the usual one has another mentor in mind too: after the first setting that is
/// overruled, no other is used.
fn fill(call: &Call, noun: &Noun, network: &Network, given: &mut Vec<(String, String)>) -> Result<Vec<String>> {
    let (mut filled, mut is_usual) = (Vec::new(), true);
    for (column, fill) in noun.fills {
        if given.iter().any(|(name, _)| name == column) {
            is_usual &= !matches!(fill, Fill::Setting(_));
            continue;
        }
        let text = match fill {
            Fill::Today => Some(call.today().to_string()),
            Fill::Setting(name) if is_usual => network.setting(name)?,
            Fill::Setting(_) => None,
            Fill::Text(text) => Some((*text).to_string()),
        };
        if let Some(text) = text {
            filled.push(told(call, noun, column, &text));
            given.push(((*column).to_string(), text));
        }
    }
    Ok(filled)
}

/// A value in the reader's words.
fn told(call: &Call, noun: &Noun, column: &str, text: &str) -> String {
    let column = noun.place(column).map(|place| &noun.columns()[place]);
    column.map_or_else(|| text.to_string(), |column| Heading::field(noun, column).cell(&call.speaker, Some(text)))
}

/// Asks for what is missing where somebody can answer, and says what is missing where not.
fn ask_for_missing(
    call: &mut Call,
    noun: &'static Noun,
    network: &Network,
    given: &mut Vec<(String, String)>,
) -> Result<()> {
    let missing: Vec<&Column> = noun
        .columns()
        .iter()
        .filter(|column| column.required && !given.iter().any(|(name, _)| *name == column.name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !call.may_ask {
        let flags = missing.iter().map(|column| match column.name.as_str() {
            "code" => "CODE".to_string(),
            _ => format!("--{}", column.flag()),
        });
        let flags: Vec<String> = flags.collect();
        let refusal = Refusal::usage(say::missing(Word(noun.name), flags.join(", ")));
        return Err(refusal.hint(say::see_help(format!("{} add", noun.name))).into());
    }
    for column in missing {
        let question = question(&call.speaker, network, noun, column)?;
        loop {
            let answer = call.ask(&question)?.ok_or_else(|| {
                Refusal::usage(say::nobody_answers()).hint(say::see_help(format!("{} add", noun.name)))
            })?;
            let answer = value_of(&call.speaker, noun, column, answer);
            match would_take(noun, network, column, &answer) {
                Ok(()) => {
                    given.push((column.name.clone(), answer));
                    break;
                }
                Err(error) => {
                    call.refuse(&error);
                }
            }
        }
    }
    Ok(())
}

/// Whether an answer can stand in its column: it reads as a value, and the row that it names is there.
fn would_take(noun: &'static Noun, network: &Network, column: &Column, answer: &str) -> Result<()> {
    noun.change(&noun.example_cells()?, [(column.name.as_str(), answer)])?;
    let place = noun.place(&column.name).unwrap_or_default();
    network.resolve_cell(noun, place, answer, &mut |noun, list, text| network.look_up(noun, list, text))?;
    Ok(())
}

/// What is asked for, with the values that are possible and what they are called in the reader's language.
fn question(speaker: &Speaker, network: &Network, noun: &Noun, column: &Column) -> Result<String> {
    let heading = speaker.field(noun.name, column);
    let told = |value: &str, label: String| match fold(&label) == value.replace('-', " ") {
        true => value.to_string(),
        false => format!("{value}: {label}"),
    };
    let mut choices: Vec<String> =
        column.choices.iter().map(|value| told(value, speaker.value(noun.name, &column.name, value))).collect();
    if let Some(list) = noun.list_of(&column.name) {
        let categories = network.called(crate::nouns::named("category")?, Some(list))?;
        let codes = categories.iter().map(|category| category.code.as_str()).collect();
        let words = network.words("category", Some(list), &codes, speaker.language)?;
        choices.extend(codes.iter().map(|code| told(code, words.get(*code).cloned().unwrap_or_default())));
    }
    Ok(match choices.is_empty() {
        true => format!("{heading}:"),
        false => format!("{heading} ({}):", choices.join(", ")),
    })
}

/// The value that an answer names, which may be in the reader's own words.
fn value_of(speaker: &Speaker, noun: &Noun, column: &Column, answer: String) -> String {
    let typed = fold(&answer);
    let is_meant =
        |value: &&String| fold(value) == typed || fold(&speaker.value(noun.name, &column.name, value)) == typed;
    column.choices.iter().find(is_meant).cloned().unwrap_or(answer)
}
