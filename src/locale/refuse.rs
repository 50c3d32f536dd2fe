//! What clap refuses, in words of our own.

use super::say::{self, Text};
use super::{Language, Speaker};
use crate::cli;
use crate::error::Refusal;
use crate::nouns;
use crate::value::fold;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;

/// The commands on the line that clap refused, so that the refusal can name their help.
#[derive(Clone, Debug)]
pub struct OnLine(pub String);

impl OnLine {
    /// Where the reader finds out how the line is written.
    pub fn hint(&self) -> Text {
        if self.0.is_empty() { say::see_all() } else { say::see_help(self.0.as_str()) }
    }
}

impl std::fmt::Display for OnLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The flag that is meant, and the refusal.
pub fn refusal(error: &clap::Error) -> (Option<String>, Refusal) {
    let argument = text(error, ContextKind::InvalidArg).map(name);
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    if let Some(refusal) = error.source().and_then(|source| source.downcast_ref::<Refusal>()) {
        return (argument, refusal.clone());
    }
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            (argument, Refusal::usage(say::empty_value()).hint(say::empty_value_hint()))
        }
        ErrorKind::InvalidValue => {
            let valid = texts(error, ContextKind::ValidValue);
            let own = argument.as_ref().and_then(|flag| own_value(flag, &valid, value));
            let hint = match own.as_deref().or(text(error, ContextKind::SuggestedValue)) {
                Some(near) => say::did_you_mean(near),
                None => say::possible_values(valid.join(", ")),
            };
            (argument, Refusal::usage(say::not_one_of(value)).hint(hint))
        }
        ErrorKind::ValueValidation => (argument, Refusal::usage(say::not_one_of(value))),
        ErrorKind::UnknownArgument => (None, unknown(error, &argument.unwrap_or_default())),
        ErrorKind::InvalidSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let refusal = Refusal::usage(say::no_command(command));
            (None, with(refusal, meant(error, command)))
        }
        ErrorKind::TooManyValues => (argument, Refusal::usage(say::value_too_much(value))),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (argument, Refusal::usage(say::value_missing()))
        }
        ErrorKind::ArgumentConflict => {
            let others: Vec<String> = texts(error, ContextKind::PriorArg).into_iter().map(name).collect();
            let refusal = match argument.as_ref().is_some_and(|argument| others.contains(argument)) {
                true => say::given_twice(),
                false => say::not_together(others.join(", ")),
            };
            (argument, Refusal::usage(refusal))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = texts(error, ContextKind::InvalidArg).into_iter().map(name).collect();
            (None, Refusal::usage(say::arguments_missing(missing.join(", "))))
        }
        ErrorKind::MissingSubcommand => (None, Refusal::usage(say::command_missing())),
        ErrorKind::InvalidUtf8 => (None, Refusal::usage(say::not_unicode())),
        // Nothing else reaches here; should clap ever find more to refuse, its own words are better than none.
        _ => (argument, Refusal::usage(say::failed(error.to_string()))),
    }
}

/// A flag that does not exist, or a word too many.
fn unknown(error: &clap::Error, argument: &str) -> Refusal {
    match argument.starts_with('-') {
        true => {
            let near = text(error, ContextKind::SuggestedArg).map(|flag| say::did_you_mean(name(flag)));
            with(Refusal::usage(say::no_flag(argument)), near)
        }
        false => Refusal::usage(say::word_too_much(argument)),
    }
}

fn with(refusal: Refusal, hint: Option<Text>) -> Refusal {
    Refusal { hint, ..refusal }
}

/// The command that a word may stand for: one that it means in some language, else one that looks like it.
fn meant(error: &clap::Error, word: &str) -> Option<Text> {
    let near = texts(error, ContextKind::SuggestedSubcommand).last().map(ToString::to_string);
    own_word(word).map(str::to_string).or(near).map(say::did_you_mean)
}

/// The noun or command that a word means in one of the languages: `digitukipiste` and `pontok` are `point`.
fn own_word(word: &str) -> Option<&'static str> {
    let typed = fold(word);
    Language::ALL.into_iter().find_map(|language| {
        let speaker = Speaker::new(language);
        cli::names().find(|name| {
            let also = speaker.find(name, Some("also"), None).unwrap_or_default();
            let (one, many) = speaker.noun(name);
            also.split(", ").chain([one.as_str(), many.as_str()]).any(|known| fold(known) == typed)
        })
    })
}

/// The value of a field that a word means in one of the languages: `személyzettel` is `staffed`.
fn own_value(flag: &str, valid: &[&str], word: &str) -> Option<String> {
    let typed = fold(word);
    let columns = || nouns::NOUNS.iter().flat_map(|noun| noun.columns().iter().map(move |column| (noun, column)));
    let (noun, column) =
        columns().find(|(_, column)| flag == format!("--{}", column.flag()) && column.choices == valid)?;
    Language::ALL.into_iter().find_map(|language| {
        let speaker = Speaker::new(language);
        column.choices.iter().find(|value| fold(&speaker.value(noun.name, &column.name, value)) == typed).cloned()
    })
}

/// A text of the error's context.
fn text(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text),
        _ => None,
    }
}

/// The texts of the error's context, one or many.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// An argument's name in clap's notation (`--kind <KIND>`, `<CODE>`, `[FILE]`), bare.
fn name(notation: &str) -> String {
    let first = notation.split([' ', '=']).next().unwrap_or(notation);
    first.trim_matches(|c| "<>[].".contains(c)).to_string()
}
