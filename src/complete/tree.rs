//! The command tree as TAB asks it: grown only where the line leads, stored values at their arguments.

use super::{Line, past, rows, stored};
use crate::cli;
use crate::config::Config;
use crate::locale::tree::told;
use crate::locale::{Language, Speaker};
use crate::nouns;
use crate::nouns::NOUNS;
use crate::record::Noun;
use crate::value::Form;
use clap::{Arg, Command};
use std::ffi::OsString;

/// The tree for a line, in the reader's language.
pub fn tree(line: &Line) -> Command {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let words: Vec<OsString> = line.words().iter().map(OsString::from).collect();
    let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
    let own = Config::read(&variables).ok().and_then(|config| config.language);
    let language = Language::of(&words, &variable, own);
    let is_on_line = |name: &str| line.words().iter().any(|word| word == name);
    let told = told(&Speaker::new(language), &is_on_line);
    cli::names()
        .filter(|name| is_on_line(name))
        .fold(told, |tree, name| tree.mut_subcommand(name, |command| offer(command, name)))
}

/// Puts stored values at the arguments of a command and of all below it.
fn offer(command: Command, name: &str) -> Command {
    let noun = NOUNS.iter().find(|noun| noun.name == name);
    let command = command.mut_args(|argument| value(argument, noun));
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_string()).collect();
    names.into_iter().fold(command, |command, below| command.mut_subcommand(below, |below| offer(below, name)))
}

/// An argument with the stored values that may stand there.
fn value(argument: Arg, noun: Option<&'static Noun>) -> Arg {
    let id = argument.get_id().to_string();
    if !argument.get_possible_values().is_empty() {
        return argument;
    }
    match id.as_str() {
        "by" => return argument.add(stored(|_: &Line, typed: &str| rows::listed(typed, crate::stats::by::names()))),
        "fields" | "sort" => {
            let names = noun.map(|noun| noun.columns().iter().map(|column| column.name.as_str()).collect::<Vec<_>>());
            let names = names.unwrap_or_default();
            return argument.add(stored(move |_: &Line, typed: &str| rows::listed(typed, names.iter().copied())));
        }
        "value" => return argument.add(stored(rows::of_setting)),
        "code" | "other" if noun.is_none() => return argument.add(stored(rows::of_noun_on_line)),
        "for" => return argument.add(stored(past::recipients)),
        "map" => return argument.add(stored(past::mappings_and_paths)),
        "copy" => return argument.add(stored(past::copies_and_paths)),
        "number" => return argument.add(stored(past::commands)),
        "take" => return argument.add(stored(past::heads)),
        _ => {}
    }
    // Flags that name a row of another noun under a name of their own.
    let named = match id.as_str() {
        "within" | "beside" => nouns::named("area").ok(),
        "led" => nouns::named("person").ok(),
        _ => None,
    };
    if let Some(named) = named {
        return argument.add(stored(move |line: &Line, typed: &str| rows::of_noun(line, named, None, typed)));
    }
    if let (Some(noun), "key") = (noun, id.as_str()) {
        return argument.add(stored(move |line: &Line, typed: &str| rows::of_noun(line, noun, None, typed)));
    }
    // What is no noun's own command speaks of sessions, assignments and people.
    let speaks_of = ["session", "assignment", "person"].into_iter().filter_map(|name| nouns::named(name).ok());
    let mut nouns = noun.into_iter().chain(speaks_of.filter(|_| noun.is_none()));
    let is_stored = |form: Form| matches!(form, Form::Text | Form::Mixed | Form::Period | Form::Codes | Form::Tally);
    match nouns.find(|noun| noun.place(&id).is_some_and(|place| is_stored(noun.columns()[place].form))) {
        Some(noun) => argument.add(stored(move |line: &Line, typed: &str| rows::of_column(line, noun, &id, typed))),
        None => argument,
    }
}
