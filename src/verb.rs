//! The verbs that every noun shares, each written once.

pub mod add;
pub mod blank;
mod dossier;
mod edit;
mod erase;
mod export;
pub mod import;
mod list;
mod remove;
mod rename;
mod show;

use crate::call::Call;
use crate::error::Result;
use crate::file::filter::Filter;
use crate::file::names::Reach;
use crate::file::{Network, Row};
use crate::locale::say::{self, Text};
use crate::record::{Cells, Naming, Noun};
use crate::value::private::{Private, private_in};
use crate::value::{Day, Period};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeSet;

/// A verb: its arguments for a noun, and what it does.
pub struct Verb {
    /// Its name.
    pub name: &'static str,
    /// What it does, in English; `{noun}` and `{nouns}` stand for the noun.
    pub about: &'static str,
    /// Whether a noun has it.
    pub applies: fn(&Noun) -> bool,
    /// Adds its arguments.
    pub build: fn(&'static Noun, Command) -> Command,
    /// Does it.
    pub run: fn(&mut Call, &'static Noun, &ArgMatches) -> Result<()>,
}

/// Every verb that nouns share, in the order of the help.
static SHARED: [&Verb; 11] = [
    &add::VERB,
    &list::VERB,
    &show::VERB,
    &edit::VERB,
    &rename::VERB,
    &remove::VERB,
    &erase::VERB,
    &dossier::VERB,
    &import::VERB,
    &blank::VERB,
    &export::VERB,
];

/// Every verb, in the order of the help.
pub fn verbs() -> impl Iterator<Item = &'static Verb> {
    SHARED.into_iter().chain(crate::mapping::VERBS).chain(crate::reporting::VERBS)
}

/// Adds to a noun's command the verbs that it has, and to those that are wanted their arguments.
pub fn grow(noun: &'static Noun, command: Command, wanted: &dyn Fn(&str) -> bool) -> Command {
    let verbs = verbs().filter(|verb| (verb.applies)(noun));
    verbs.fold(command.subcommand_required(true), |command, verb| {
        let bare = Command::new(verb.name);
        let verb_command = if wanted(verb.name) { (verb.build)(noun, bare) } else { bare };
        // A record's fields bring its own words along; here the verb's are meant.
        command.subcommand(verb_command.about(verb.about))
    })
}

/// Runs the verb on the line.
///
/// # Errors
/// Whatever the verb refuses or fails with.
pub fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    match verbs().find(|verb| verb.name == name && (verb.applies)(noun)) {
        Some(verb) => (verb.run)(call, noun, matches),
        None => Ok(()),
    }
}

/// The argument that names a row.
pub fn key(noun: &Noun) -> Arg {
    let help = match noun.naming {
        Naming::Unnamed => "Id: of the {noun}",
        _ => "Code or name: of the {noun}",
    };
    let name = if noun.naming == Naming::Unnamed { "ID" } else { "CODE" };
    Arg::new("key").value_name(name).required(true).help(help)
}

/// The row that is named on the line.
///
/// # Errors
/// Where none is called so, or several are.
pub fn named(network: &Network, noun: &'static Noun, matches: &ArgMatches, reach: Reach) -> Result<Row> {
    let key = matches.get_one::<String>("key").map(String::as_str).unwrap_or_default();
    network.find(noun, key, reach)
}

/// The fields that the line gives, as they were typed.
pub fn given(noun: &Noun, matches: &ArgMatches) -> Vec<(String, String)> {
    let typed = |name: &str| -> Option<String> {
        if !matches.try_contains_id(name).unwrap_or(false)
            || matches.value_source(name) != Some(ValueSource::CommandLine)
        {
            return None;
        }
        Some(matches.get_raw(name)?.next()?.to_string_lossy().into_owned())
    };
    noun.columns().iter().filter_map(|column| Some((column.name.clone(), typed(&column.name)?))).collect()
}

/// Warns of notes that seem to hold what belongs in none.
pub fn warn_of_notes(call: &mut Call, noun: &Noun, cells: &Cells) -> Result<()> {
    let places = noun.notes.iter().filter_map(|name| noun.place(name));
    let texts = places.filter_map(|place| cells[place].as_deref());
    let kinds: BTreeSet<Private> = texts.flat_map(private_in).collect();
    match kinds.is_empty() {
        true => Ok(()),
        false => call.say(&say::note_may_hold(kinds_of(&kinds))),
    }
}

/// The kinds of private data as texts.
fn kinds_of(kinds: &BTreeSet<Private>) -> Vec<Text> {
    kinds.iter().map(|kind| say::private_data(kind.name())).collect()
}

/// The noun's flags as filters, and a span of days where the noun has a date.
pub fn filters(noun: &'static Noun, command: Command) -> Command {
    let command = command.args(noun.fields());
    if noun.date.is_none() {
        return command;
    }
    let day = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("DATE").value_parser(clap::value_parser!(Day)).help(help)
    };
    command
        .arg(day("from", "From: the first day").conflicts_with("period"))
        .arg(day("to", "To: the last day").conflicts_with("period"))
        .arg(
            Arg::new("period")
                .long("period")
                .value_name("PERIOD")
                .value_parser(clap::value_parser!(Period))
                .help("Period: 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31"),
        )
}

/// The argument that finds rows by what they are called, where the noun's rows have names.
pub fn text(noun: &Noun) -> Option<Arg> {
    (noun.naming != Naming::Unnamed)
        .then(|| Arg::new("text").value_name("TEXT").help("Text: only those whose code or name holds it"))
}

/// What the filters on the line ask for.
pub fn filter(noun: &Noun, matches: &ArgMatches) -> Filter {
    let mut filter = Filter { given: given(noun, matches), ..Filter::default() };
    filter.text = matches.try_get_one::<String>("text").ok().flatten().cloned();
    if noun.date.is_some() {
        let day = |name: &str| matches.get_one::<Day>(name).map(ToString::to_string);
        (filter.from, filter.to) = (day("from"), day("to"));
        if let Some(period) = matches.get_one::<Period>("period") {
            filter.within(period);
        }
    }
    filter
}
