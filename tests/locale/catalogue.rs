//! Holds every catalogue to the code: nothing missing, nothing stale, everywhere the same arguments.

use clap::{Arg, Command};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use tukipont::cli;
use tukipont::locale::{Language, say, tree};
use tukipont::nouns::NOUNS;

/// The names of the values that a pattern uses.
type Names = BTreeSet<String>;

/// What a catalogue has: messages and their attributes, each with the values it uses.
type Catalogue = BTreeMap<(String, Option<String>), Names>;

#[test]
fn every_catalogue_says_what_the_code_asks_for() {
    let faults: Vec<String> = Language::ALL.into_iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn faults(language: Language) -> Vec<String> {
    let file = format!("src/locale/{}.ftl", language.tag());
    let mut faults = Vec::new();
    let catalogue = read(language, &mut faults);
    let mut used = BTreeSet::new();
    for (key, values) in say::texts() {
        let place = (key.to_string(), None);
        match catalogue.get(&place) {
            None => faults.push(format!("missing: {key}")),
            Some(names) => {
                let values: Names = values.iter().map(ToString::to_string).collect();
                // A noun comes as `$noun` and, in the plural, as `$nouns`.
                let single = |name: &String| match name.strip_suffix('s') {
                    Some(one) if values.contains(one) && !values.contains(name) => one.to_string(),
                    _ => name.clone(),
                };
                let names: Names = names.iter().map(single).collect();
                if names != values {
                    faults.push(format!("other arguments: {key} uses {names:?}, the code gives {values:?}"));
                }
            }
        }
        used.insert(place);
    }
    if language != Language::En {
        let mut asked = Asked { catalogue: &catalogue, used: &mut used, faults: &mut faults, english: BTreeMap::new() };
        asked.for_all();
    }
    let stale = catalogue.keys().filter(|place| !used.contains(*place));
    faults.extend(stale.map(|place| format!("stale: {}", shown(place))));
    faults.into_iter().map(|fault| format!("{file}: {fault}")).collect()
}

/// Asks a catalogue for everything that code names in English.
struct Asked<'t> {
    catalogue: &'t Catalogue,
    used: &'t mut BTreeSet<(String, Option<String>)>,
    faults: &'t mut Vec<String>,
    /// What each place stands for, so that none serves two different texts.
    english: BTreeMap<(String, Option<String>), String>,
}

impl Asked<'_> {
    fn for_all(&mut self) {
        // So are names and places of its own in the examples.
        self.used.insert(("example".to_string(), Some("words".to_string())));
        for name in cli::names() {
            // Other words by which people may call it are up to each language.
            self.used.insert((name.to_string(), Some("also".to_string())));
        }
        for noun in &NOUNS {
            self.first(&[(noun.name.to_string(), None)], "");
            self.first(&[(noun.name.to_string(), Some("one".to_string()))], "");
            self.first(&[(noun.name.to_string(), Some("about".to_string()))], "");
            for column in noun.columns() {
                for value in &column.choices {
                    let own = (noun.name.to_string(), Some(format!("{}-{value}", column.name)));
                    self.first(&[own, ("value".to_string(), Some(value.clone()))], "");
                }
            }
        }
        self.command(&[], &cli::root());
        for name in cli::names() {
            self.command(&[name], &cli::grow(Command::new(name), &|_| true));
        }
    }

    fn command(&mut self, path: &[&str], command: &Command) {
        if let Some(about) = command.get_about().map(ToString::to_string).filter(|about| !about.is_empty()) {
            let (message, attribute) = tree::about_place(path);
            self.first(&[(message, Some(attribute))], &about);
        }
        for argument in command.get_arguments() {
            self.argument(path, argument);
        }
        for below in command.get_subcommands() {
            self.command(&[path, &[below.get_name()]].concat(), below);
        }
    }

    fn argument(&mut self, path: &[&str], argument: &Arg) {
        let named = |(message, attribute): tree::Place| (message, Some(attribute));
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        assert!(!help.is_empty(), "{} has no help: {}", path.join(" "), argument.get_id());
        let places: Vec<_> = tree::argument_places(path, argument).into_iter().map(named).collect();
        self.first(&places, &help);
        if argument.get_action().takes_values() && !argument.is_hide_possible_values_set() {
            for value in argument.get_possible_values() {
                let places = tree::value_places(path, argument, value.get_name());
                self.first(&places.into_iter().map(named).collect::<Vec<_>>(), "");
            }
        }
    }

    /// One of these places must be there; the first that is counts.
    fn first(&mut self, places: &[(String, Option<String>)], english: &str) {
        let Some(place) = places.iter().find(|place| self.catalogue.contains_key(*place)) else {
            let fault = format!("missing: {}", places.iter().map(shown).collect::<Vec<_>>().join(" or "));
            if !self.faults.contains(&fault) {
                self.faults.push(fault);
            }
            return;
        };
        self.used.insert(place.clone());
        let may_use: &[&str] = if ["verb", "flag"].contains(&place.0.as_str()) { &["noun", "nouns"] } else { &[] };
        let other = self.catalogue[place].iter().find(|name| !may_use.contains(&name.as_str()));
        if let Some(name) = other.filter(|_| place.1.is_some()) {
            self.faults.push(format!("other arguments: {} uses {name}", shown(place)));
        }
        let known = self.english.entry(place.clone()).or_insert_with(|| english.to_string());
        if known != english {
            self.faults.push(format!("two texts in one: {} stands for {known:?} and {english:?}", shown(place)));
        }
    }
}

fn shown((message, attribute): &(String, Option<String>)) -> String {
    attribute.as_ref().map_or_else(|| message.clone(), |attribute| format!("{message}.{attribute}"))
}

fn read(language: Language, faults: &mut Vec<String>) -> Catalogue {
    let mut catalogue = Catalogue::new();
    let resource = fluent_syntax::parser::parse(language.catalogue()).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|error| format!("cannot be read: {error}")));
        resource
    });
    let mut messages = BTreeSet::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        // The first would hide what only the second says.
        if !messages.insert(message.id.name) {
            faults.push(format!("twice: {}", message.id.name));
        }
        let value = message.value.iter().map(|pattern| (None, pattern));
        let attributes = message.attributes.iter().map(|attribute| (Some(attribute.id.name), &attribute.value));
        for (attribute, pattern) in value.chain(attributes) {
            let place = (message.id.name.to_string(), attribute.map(str::to_string));
            let mut names = Names::new();
            names_of(pattern, &mut names);
            if catalogue.insert(place.clone(), names).is_some() {
                faults.push(format!("twice: {}", shown(&place)));
            }
        }
    }
    catalogue
}

fn names_of(pattern: &Pattern<&str>, names: &mut Names) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => names_in(inline, names),
            Expression::Select { selector, variants } => {
                names_in(selector, names);
                variants.iter().for_each(|variant| names_of(&variant.value, names));
            }
        }
    }
}

fn names_in(inline: &InlineExpression<&str>, names: &mut Names) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_string());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| names_in(argument, names));
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                names_in(inline, names);
            }
        }
        _ => {}
    }
}
