//! The command tree told in the reader's language, for help and completion; the plain one parses.

use super::Speaker;
use super::say::{self, Text};
use crate::cli::{self, NOUNS, SPECIALS};
use crate::record::{Fill, Naming, Noun};
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use fluent_bundle::FluentArgs;

/// Where a catalogue has the words for something of the tree: a message and its attribute.
pub type Place = (String, String);

/// The tree in the reader's language; nouns and commands that are not wanted only say what they are.
pub fn told(speaker: &Speaker, wanted: &dyn Fn(&str) -> bool) -> Command {
    let mut tree = Teller::new(speaker, None).tell(&[], cli::root());
    for noun in &NOUNS {
        let bare = Command::new(noun.name);
        let command = if wanted(noun.name) { cli::grow(bare, &|_| true) } else { bare };
        let english = noun.arguments().get_about().cloned().unwrap_or_default();
        tree = tree.subcommand(Teller::new(speaker, Some(noun)).tell(&[noun.name], command.about(english)));
    }
    for special in SPECIALS {
        let teller = Teller::new(speaker, None);
        let command = cli::grow(Command::new(special.name), &|_| true);
        tree = tree.subcommand(match wanted(special.name) {
            true => teller.tell(&[special.name], command),
            false => {
                let about = teller.about(&[special.name], &command);
                Command::new(special.name).about(about)
            }
        });
    }
    tree
}

/// Tells commands and arguments in the reader's language.
struct Teller<'s> {
    speaker: &'s Speaker,
    noun: Option<&'static Noun>,
    /// The noun in the singular and the plural.
    words: (String, String),
}

impl<'s> Teller<'s> {
    fn new(speaker: &'s Speaker, noun: Option<&'static Noun>) -> Self {
        let words = noun.map(|noun| speaker.noun(noun.name)).unwrap_or_default();
        Self { speaker, noun, words }
    }

    fn tell(&self, path: &[&str], command: Command) -> Command {
        let about = self.about(path, &command);
        let examples = command.get_after_help().map(|examples| self.examples(&examples.to_string()));
        let mut command = command.about(about).mut_args(|argument| self.argument(path, argument));
        if let Some(examples) = examples {
            command = command.after_help(examples);
        }
        command.mut_subcommands(|below| {
            let name = below.get_name().to_string();
            self.tell(&[path, &[&name]].concat(), below)
        })
    }

    fn about(&self, path: &[&str], command: &Command) -> String {
        self.words(&[about_place(path)], &command.get_about().map(ToString::to_string).unwrap_or_default())
    }

    fn argument(&self, path: &[&str], argument: Arg) -> Arg {
        let english = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let mut words = self.words(&argument_places(path, &argument), &english);
        if let Some(more) = self.more(path, &argument) {
            words = format!("{words} ({})", self.speaker.say(&more));
        }
        let heading = self.speaker.say(&heading(self.noun, path, &argument));
        let values = argument.get_possible_values();
        let argument = argument.help(words).help_heading(heading);
        if values.is_empty() {
            return argument;
        }
        let told = values.into_iter().map(|value| {
            let english = value.get_help().map(|help| begun_small(&help.to_string())).unwrap_or_default();
            match self.words(&value_places(path, &argument, value.get_name()), &english) {
                label if label.is_empty() => value,
                label => value.help(label),
            }
        });
        let told: Vec<_> = told.collect();
        argument.value_parser(PossibleValuesParser::new(told))
    }

    /// What stands in brackets behind the help: that a value is needed, or what `add` takes where none is given.
    fn more(&self, path: &[&str], argument: &Arg) -> Option<Text> {
        let name = argument.get_id().as_str();
        if let (Some(noun), [_, "add"]) = (self.noun, path) {
            let fill = noun.fills.iter().find(|(column, _)| *column == name).map(|(_, fill)| fill);
            return match fill {
                Some(Fill::Today) => Some(say::help_else_today()),
                Some(Fill::Setting(setting)) => Some(say::help_else_setting(*setting)),
                Some(Fill::Text(text)) => Some(say::help_else(*text)),
                None => {
                    noun.columns().iter().any(|column| column.name == name && column.required).then(say::help_required)
                }
            };
        }
        (argument.is_required_set() && !argument.is_positional()).then(say::help_required)
    }

    /// The words of the first place that has some, else the English ones.
    fn words(&self, places: &[Place], english: &str) -> String {
        let (one, many) = &self.words;
        let mut arguments = FluentArgs::new();
        arguments.set("noun", one.as_str());
        arguments.set("nouns", many.as_str());
        let find = |(message, attribute): &Place| self.speaker.find(message, Some(attribute), Some(&arguments));
        places.iter().find_map(find).unwrap_or_else(|| english.replace("{noun}", one).replace("{nouns}", many))
    }

    /// Example lines with this noun's own example in place of what is written in curly brackets.
    fn examples(&self, lines: &str) -> String {
        let Some(noun) = self.noun else { return lines.to_string() };
        let example: Vec<String> = noun.example.iter().map(|word| quoted(word)).collect();
        let row = match noun.naming {
            Naming::Unnamed => "4hd1s8jrd27v0",
            _ => noun.example.first().copied().unwrap_or_default(),
        };
        let field = example.windows(2).find(|pair| pair[0].starts_with("--")).map(|pair| pair.join(" "));
        lines
            .replace("{command}", noun.name)
            .replace("{row}", row)
            .replace("{field}", &field.unwrap_or_default())
            .replace("{example}", &example.join(" "))
    }
}

/// Where a command says what it does.
pub fn about_place(path: &[&str]) -> Place {
    let place = |message: &str, attribute: &str| (message.to_string(), attribute.to_string());
    match path {
        [] => place("tukipont", "about"),
        [name] => place(name, "about"),
        [noun, verb] if is_noun(noun) => place("verb", verb),
        [special, below @ ..] => place(special, &below.join("-")),
    }
}

/// Where an argument's heading and help may stand; the first that the catalogue has is taken.
pub fn argument_places(path: &[&str], argument: &Arg) -> Vec<Place> {
    let place = |message: &str, attribute: &str| (message.to_string(), attribute.to_string());
    let name = argument.get_id().as_str();
    let own = |noun: &Noun| vec![place(noun.name, name), place("common", name)];
    let shared = place("flag", name);
    let Some((first, below)) = path.split_first() else { return vec![shared] };
    if let Some(noun) = NOUNS.iter().find(|noun| noun.name == *first) {
        return match (noun.place(name), name, noun.naming) {
            (Some(_), ..) => own(noun),
            (None, "key", Naming::Unnamed) => vec![place("flag", "key-id")],
            _ => vec![place("verb", &[below, &[name]].concat().join("-")), shared],
        };
    }
    let mut places = vec![place(first, &[below, &[name]].concat().join("-")), place(first, name)];
    // A command beside the nouns may borrow their fields; the same words mean the same.
    let same = |noun: &&Noun| {
        noun.arguments().get_arguments().any(|known| known.get_id() == name && known.get_help() == argument.get_help())
    };
    places.extend(NOUNS.iter().find(same).map(own).unwrap_or_default());
    places.push(shared);
    places
}

/// Where the words for a value of an argument may stand.
pub fn value_places(path: &[&str], argument: &Arg, value: &str) -> Vec<Place> {
    let places = argument_places(path, argument).into_iter();
    let own = places.filter(|(message, _)| message != "common");
    own.map(|(message, name)| (message, format!("{name}-{value}")))
        .chain([("value".to_string(), value.to_string())])
        .collect()
}

fn is_noun(name: &str) -> bool {
    NOUNS.iter().any(|noun| noun.name == name)
}

/// The group of the help that an argument stands in.
fn heading(noun: Option<&Noun>, path: &[&str], argument: &Arg) -> Text {
    let name = argument.get_id().as_str();
    let is_column = noun.is_some_and(|noun| noun.place(name).is_some());
    match (name, path) {
        _ if path.is_empty() => say::help_everywhere(),
        (_, [_, "add" | "edit"]) if is_column => say::help_fields(),
        _ if is_column => say::help_filters(),
        ("from" | "to" | "period", _) => say::help_filters(),
        ("format" | "fields" | "sort" | "limit" | "output" | "force", _) => say::help_output(),
        _ => say::help_arguments(),
    }
}

/// A doc comment as a label: no capital at the beginning, no full stop at the end.
fn begun_small(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-._:/=,+@".contains(c);
    if word.chars().all(is_plain) { word.to_string() } else { format!("\"{word}\"") }
}
