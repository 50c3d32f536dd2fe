//! The command tree told in the reader's language, for help and completion; the plain one parses.

use super::Speaker;
use super::say::{self, Text};
use crate::cli;
use crate::nouns::NOUNS;
use crate::record::{Fill, Naming, Noun};
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use fluent_bundle::FluentArgs;

/// Where a catalogue has the words for something of the tree: a message and its attribute.
pub type Place = (String, String);

/// The tree in the reader's language; commands that are not wanted only say what they are, and where another one is
/// wanted not even that: nobody would see it.
pub fn told(speaker: &Speaker, wanted: &dyn Fn(&str) -> bool) -> Command {
    let tree = Teller::new(speaker, None).tell(&[], cli::root());
    let is_one_wanted = cli::names().any(wanted);
    cli::names().fold(tree, |tree, name| {
        tree.subcommand(match (wanted(name), is_one_wanted) {
            (false, true) => Command::new(name),
            (true, _) => told_command(speaker, name, wanted),
            (false, false) => bare(speaker, name),
        })
    })
}

/// A noun or command in the reader's language, with what is wanted of what is below it.
fn told_command(speaker: &Speaker, name: &'static str, wanted: &dyn Fn(&str) -> bool) -> Command {
    Teller::of(speaker, name).tell(&[name], plain(name, wanted))
}

/// A noun or command that only says what it is.
fn bare(speaker: &Speaker, name: &'static str) -> Command {
    Command::new(name).about(Teller::of(speaker, name).about(&[name], &plain(name, &|word| word == name)))
}

fn plain(name: &'static str, wanted: &dyn Fn(&str) -> bool) -> Command {
    let grown = cli::grow(Command::new(name), wanted);
    match NOUNS.iter().find(|noun| noun.name == name) {
        // A noun's words are those of its record.
        Some(noun) => grown.about(noun.arguments().get_about().cloned().unwrap_or_default()),
        None => grown,
    }
}

/// Tells commands and arguments in the reader's language.
struct Teller<'s> {
    speaker: &'s Speaker,
    noun: Option<&'static Noun>,
    /// The noun in the singular and the plural.
    words: (String, String),
}

impl<'s> Teller<'s> {
    fn of(speaker: &'s Speaker, name: &str) -> Self {
        Self::new(speaker, NOUNS.iter().find(|noun| noun.name == name))
    }

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
        let more: Vec<String> = self.more(path, &argument).iter().map(|more| self.speaker.say(more)).collect();
        if !more.is_empty() {
            words = format!("{words} ({})", more.join("; "));
        }
        let heading = self.speaker.say(&heading(self.noun, path, &argument));
        // Where the words stand goes by the English help, so it is looked up while that is still there.
        let told = argument.get_possible_values().into_iter().map(|value| {
            let english = value.get_help().map(|help| begun_small(&help.to_string())).unwrap_or_default();
            match self.words(&value_places(path, &argument, value.get_name()), &english) {
                label if label.is_empty() => value,
                label => value.help(label),
            }
        });
        let told: Vec<_> = told.collect();
        let argument = argument.help(words).help_heading(heading);
        if told.is_empty() { argument } else { argument.value_parser(PossibleValuesParser::new(told)) }
    }

    /// What stands in brackets behind the help: whether a value is needed, and where the codes are told.
    fn more(&self, path: &[&str], argument: &Arg) -> Vec<Text> {
        let noun = self.noun.or_else(|| lender(argument));
        let list = noun.and_then(|noun| noun.list_of(argument.get_id().as_str()));
        self.needed(path, argument).into_iter().chain(list.map(say::help_list)).collect()
    }

    /// That a value is needed, or what `add` takes where none is given.
    fn needed(&self, path: &[&str], argument: &Arg) -> Option<Text> {
        let name = argument.get_id().as_str();
        if let (Some(noun), [_, "add"]) = (self.noun.or_else(|| lender(argument)), path) {
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

    /// Example lines with the reader's own names and places, where the catalogue has some.
    fn examples(&self, lines: &str) -> String {
        let words = self.speaker.find("example", Some("words"), None).unwrap_or_default();
        let pairs = words.split("; ").filter_map(|pair| pair.split_once('='));
        pairs.fold(self.grown(lines), |lines, (ours, theirs)| lines.replace(ours, theirs))
    }

    /// Example lines with this noun's own example in place of what is written in curly brackets.
    fn grown(&self, lines: &str) -> String {
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
    places.extend(lender(argument).map(own).unwrap_or_default());
    places.push(shared);
    places
}

/// The noun that a command beside the nouns has borrowed a field from; the same words mean the same.
fn lender(argument: &Arg) -> Option<&'static Noun> {
    let same = |known: &Arg| known.get_id() == argument.get_id() && known.get_help() == argument.get_help();
    NOUNS.iter().find(|noun| noun.arguments().get_arguments().any(same))
}

/// Where the words for a value of an argument may stand.
pub fn value_places(path: &[&str], argument: &Arg, value: &str) -> Vec<Place> {
    let places = argument_places(path, argument).into_iter();
    let own = places.filter(|(message, _)| message != "common");
    own.map(|(message, name)| (message, format!("{name}-{value}")))
        .chain([("value".to_string(), value.to_string())])
        .collect()
}

/// Whether a command looks for records by their fields.
pub fn has_filters(path: &[String]) -> bool {
    match path {
        [noun, verb] => is_noun(noun) && ["list", "export"].contains(&verb.as_str()),
        [special, ..] => special == "stats",
        [] => false,
    }
}

fn is_noun(name: &str) -> bool {
    NOUNS.iter().any(|noun| noun.name == name)
}

/// The group of the help that an argument stands in.
fn heading(noun: Option<&Noun>, path: &[&str], argument: &Arg) -> Text {
    let name = argument.get_id().as_str();
    let is_column = noun.map_or_else(|| lender(argument).is_some(), |noun| noun.place(name).is_some());
    match (name, path) {
        _ if path.is_empty() => say::help_everywhere(),
        (_, [_, "add" | "edit"]) if is_column => say::help_fields(),
        _ if is_column => say::help_filters(),
        _ if argument.is_positional() && path.last() != Some(&"list") => say::help_arguments(),
        ("from" | "to" | "period" | "as-of", _) => say::help_filters(),
        ("standard" | "complete_only", [_, "export"]) => say::help_output(),
        ("format" | "fields" | "sort" | "limit" | "output" | "force", _) => say::help_output(),
        (_, [_, "list"]) => say::help_filters(),
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
