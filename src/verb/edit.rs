//! `edit`: some fields of one row.

use super::Verb;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::names::Reach;
use crate::file::write::Written;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The verb.
pub const VERB: Verb = Verb {
    name: "edit",
    about: "Change fields of one {noun}: only those that are given",
    applies: |_| true,
    build,
    run,
};

fn build(noun: &'static Noun, command: Command) -> Command {
    let optional = noun.columns().iter().filter(|column| !column.required && column.name != "code");
    let clear = Arg::new("clear")
        .long("clear")
        .value_name("FIELD")
        .action(ArgAction::Append)
        .value_parser(PossibleValuesParser::new(
            optional.map(|column| clap::builder::PossibleValue::new(column.flag())),
        ))
        .hide_possible_values(true)
        .help("Clear: empty this field");
    // The code says which row is meant; `rename` changes it.
    command.arg(super::key(noun)).args(noun.fields()).arg(clear).after_help("tukipont {command} edit {row} {field}")
}

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let given: Vec<(String, String)> = noun
        .columns()
        .iter()
        .filter(|column| column.name != "code")
        .filter_map(|column| {
            Some((column.name.clone(), matches.get_raw(&column.name)?.next()?.to_string_lossy().into()))
        })
        .collect();
    let cleared: Vec<String> = matches.get_many::<String>("clear").into_iter().flatten().cloned().collect();
    if given.is_empty() && cleared.is_empty() {
        return Err(Refusal::usage(say::nothing_to_change(Word(noun.name)))
            .hint(say::see_help(format!("{} edit", noun.name)))
            .into());
    }
    if let Some(field) = cleared.iter().find(|field| given.iter().any(|(name, _)| *name == field.replace('-', "_"))) {
        let refusal = Refusal::usage(say::given_and_cleared(field));
        return Err(refusal.hint(say::see_help(format!("{} edit", noun.name))).into());
    }
    let network = call.write()?;
    network.begin("edit", noun.name)?;
    let row = super::named(&network, noun, matches, Reach::Whole)?;
    let is_personal = |name: &str| noun.personal.contains(&name) || name == "code";
    if given.iter().any(|(name, _)| is_personal(name)) && network.is_erased(noun, row.id)? {
        let refusal = Refusal::data(say::was_erased(Word(noun.name), row.called(noun)));
        let hint = match noun.naming {
            // A session that is added again counts twice.
            Naming::Unnamed => say::was_erased_leave_hint(),
            _ => say::was_erased_hint(noun.name),
        };
        return Err(refusal.hint(hint).into());
    }
    let mut cells = noun.change(&row.cells, given.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    for field in &cleared {
        if let Some(place) = noun.place(&field.replace('-', "_")) {
            cells[place] = None;
        }
    }
    let name = row.called(noun);
    match network.replace(noun, &row, &cells)? {
        Written::Same => {
            network.roll_back()?;
            call.say(&say::nothing_changed(Word(noun.name), name))
        }
        _ => {
            network.commit()?;
            super::warn_of_notes(call, noun, &cells)?;
            call.done(say::changed(Word(noun.name), name))
        }
    }
}
