//! One grammar in every language, and one set of columns behind it.

use clap::{Arg, Command};
use tukipont::cli;
use tukipont::locale::{Language, Speaker, tree};
use tukipont::nouns::NOUNS;

/// What the parser goes by: everything but the words.
fn grammar(command: &Command, path: &str, lines: &mut Vec<String>) {
    lines.push(format!("{path}: subcommand required {}", command.is_subcommand_required_set()));
    let mut arguments: Vec<&Arg> = command.get_arguments().collect();
    arguments.sort_by_key(|argument| argument.get_id().as_str());
    for argument in arguments {
        let values: Vec<String> =
            argument.get_possible_values().iter().map(|value| value.get_name().to_string()).collect();
        let names: Vec<&str> =
            argument.get_value_names().unwrap_or_default().iter().map(|name| name.as_str()).collect();
        lines.push(format!(
            "{path} {}: --{:?} -{:?} at {:?}, required {}, global {}, {:?}, {:?}, {values:?}, {names:?}",
            argument.get_id(),
            argument.get_long(),
            argument.get_short(),
            argument.get_index(),
            argument.is_required_set(),
            argument.is_global_set(),
            argument.get_num_args(),
            argument.get_action(),
        ));
    }
    for below in command.get_subcommands() {
        grammar(below, &format!("{path} {}", below.get_name()), lines);
    }
}

fn lines(mut command: Command) -> Vec<String> {
    command.build();
    let mut lines = Vec::new();
    grammar(&command, "tukipont", &mut lines);
    lines
}

#[test]
fn every_language_has_the_grammar_of_the_plain_tree() {
    let plain = lines(cli::tree());
    assert!(plain.len() > 100, "the tree has been walked: {}", plain.len());
    for language in Language::ALL {
        let told = lines(tree::told(&Speaker::new(language), &|_| true));
        for line in &plain {
            assert!(told.contains(line), "{language:?} lacks: {line}");
        }
        assert_eq!(plain.len(), told.len(), "{language:?}");
    }
}

#[test]
fn clap_finds_no_fault_in_any_tree() {
    cli::tree().debug_assert();
    for language in Language::ALL {
        tree::told(&Speaker::new(language), &|_| true).debug_assert();
    }
}

#[test]
fn the_flags_of_add_are_the_columns() {
    let global: Vec<String> = cli::root().get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for noun in &NOUNS {
        let command = cli::grow(Command::new(noun.name), &|_| true);
        let add = command.find_subcommand("add").unwrap();
        let flags: Vec<&str> = add.get_arguments().map(|argument| argument.get_id().as_str()).collect();
        let columns: Vec<&str> = noun.columns().iter().map(|column| column.name.as_str()).collect();
        assert_eq!(flags, columns, "{}", noun.name);
        for column in noun.columns() {
            assert!(!global.contains(&column.name), "{}: --{} is a flag of every command", noun.name, column.flag());
            assert!(!column.heading.is_empty(), "{}: --{} has no heading", noun.name, column.flag());
        }
        noun.example_cells().unwrap_or_else(|error| panic!("the example of {}: {error}", noun.name));
    }
}

/// The words of a line as a shell would part them.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate();
    let part = |(place, text): (usize, &str)| match place % 2 {
        1 => vec![text.to_string()],
        _ => text.split(' ').filter(|word| !word.is_empty()).map(str::to_string).collect(),
    };
    quoted.flat_map(part).collect()
}

#[test]
fn every_command_ends_its_help_with_an_example_that_parses() {
    fn walk(command: &Command, path: &str, faults: &mut Vec<String>) {
        let examples = command.get_after_help().map(ToString::to_string);
        // A command that says nothing yet of itself is not finished.
        let is_said = command.get_about().is_some_and(|about| !about.to_string().is_empty());
        match examples {
            None if !command.has_subcommands() && is_said => faults.push(format!("{path}: no example")),
            Some(lines) => {
                for line in lines.lines() {
                    let read = cli::tree().try_get_matches_from(words(line));
                    if let Some(error) = read.err() {
                        faults.push(format!("{path}: {line}: {error}"));
                    }
                    if !line.starts_with(path) {
                        faults.push(format!("{path}: an example of something else: {line}"));
                    }
                }
            }
            None => {}
        }
        for below in command.get_subcommands() {
            walk(below, &format!("{path} {}", below.get_name()), faults);
        }
    }
    let mut faults = Vec::new();
    for language in Language::ALL {
        walk(&tree::told(&Speaker::new(language), &|_| true), "tukipont", &mut faults);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
