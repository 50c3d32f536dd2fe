//! A page of help: what a command does, how it is called, its arguments in groups, and examples last.

use super::say::{self, Text};
use super::{Speaker, tree};
use crate::call::Call;
use crate::nouns::NOUNS;
use clap::builder::StyledStr;
use clap::{Arg, Command};

/// How wide a page is where nobody says how wide the screen is, and at most.
const WIDTH: usize = 100;

/// How far to the right the second column may begin.
const INDENT: usize = 32;

/// The groups of a command's arguments: what it is about comes first.
const GROUPS: [fn() -> Text; 4] = [say::help_arguments, say::help_fields, say::help_filters, say::help_output];

/// The page of the command that this path leads to; a plain one has one thing a line, for screen readers.
pub fn page(call: &Call, path: &[String], plain: bool) -> String {
    let tree = tree::told(&call.speaker, &|name| path.iter().any(|word| word == name));
    let mut command = &tree;
    for name in path {
        command = command.find_subcommand(name).unwrap_or(command);
    }
    let width = usize::from(call.width().unwrap_or(WIDTH as u16)).clamp(40, WIDTH);
    let mut page = Page { speaker: &call.speaker, width: (!plain).then_some(width), text: String::new() };
    page.write(&tree, command, path);
    page.text
}

/// A page that is being written.
struct Page<'s> {
    speaker: &'s Speaker,
    /// How wide the page is; `None` where nothing is broken or aligned.
    width: Option<usize>,
    text: String,
}

impl Page<'_> {
    fn write(&mut self, tree: &Command, command: &Command, path: &[String]) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        self.lines("", "", 0, &about);
        let usage = self.usage(command, path);
        let usage = format!("{}: {usage}", self.speaker.say(&say::help_usage()));
        self.text.push('\n');
        self.lines("", "", 4, &usage);
        let below = |wanted: &dyn Fn(&str) -> bool| -> Vec<(String, String)> {
            let below = command.get_subcommands().filter(|below| !below.is_hide_set() && wanted(below.get_name()));
            below.map(|below| (below.get_name().to_string(), about_of(below))).collect()
        };
        let is_noun = |name: &str| NOUNS.iter().any(|noun| noun.name == name);
        match path {
            [] => {
                self.group(&self.speaker.say(&say::help_records()), &below(&is_noun));
                self.group(&self.speaker.say(&say::help_commands()), &below(&|name| !is_noun(name)));
            }
            _ => {
                let heading = if is_of_statistics(command) { say::help_statistics() } else { say::help_commands() };
                self.group(&self.speaker.say(&heading), &below(&|_| true));
            }
        }
        match path {
            [] => self.arguments(tree, &say::help_everywhere(), None),
            _ => {
                for heading in GROUPS {
                    let note = (tree::has_filters(path) && heading() == say::help_filters()).then(say::help_filtering);
                    self.arguments(command, &heading(), note.as_ref());
                }
                self.flags_of_all(tree);
            }
        }
        if let Some(examples) = command.get_after_help().map(ToString::to_string) {
            self.text += &format!("\n{}:\n", self.speaker.say(&say::help_examples()));
            for line in examples.lines() {
                self.text += &format!("  {line}\n");
            }
        }
        if command.has_subcommands() {
            let words = [&["tukipont".to_string()], path].concat().join(" ");
            let more = format!("{words} {} --help", self.below(command));
            let more = self.speaker.say(&say::help_more(more));
            self.text.push('\n');
            self.lines("", "", 0, &more);
        }
    }

    /// The command with what must and what may follow it.
    fn usage(&self, command: &Command, path: &[String]) -> String {
        let mut words = vec!["tukipont".to_string()];
        words.extend_from_slice(path);
        let flags = command.get_arguments().filter(|argument| !argument.is_positional());
        words.extend(flags.filter(|flag| flag.is_required_set()).map(called));
        for argument in command.get_arguments().filter(|argument| argument.is_positional()) {
            let name = called(argument);
            words.push(if argument.is_required_set() { name } else { format!("[{name}]") });
        }
        // Where arguments and commands exclude each other, the arguments are what the name alone is for.
        if command.has_subcommands() && !command.is_args_conflicts_with_subcommands_set() {
            words.push(self.below(command));
        }
        words.push(format!("[{}]", self.speaker.say(&say::help_flags())));
        words.join(" ")
    }

    /// What stands for one of the commands below this one.
    fn below(&self, command: &Command) -> String {
        self.speaker.say(&if is_of_statistics(command) { say::help_statistic() } else { say::help_command() })
    }

    /// The arguments of one group; what an argument without a flag may be is told in a list of its own.
    fn arguments(&mut self, command: &Command, heading: &Text, note: Option<&Text>) {
        let heading = self.speaker.say(heading);
        let shown = command.get_arguments().filter(|argument| !argument.is_hide_set());
        let own: Vec<&Arg> = shown.filter(|argument| argument.get_help_heading() == Some(&heading)).collect();
        let lines: Vec<_> = own.iter().map(|argument| (called(argument), self.help(argument))).collect();
        self.group_with(&heading, note, &lines);
        for argument in own.into_iter().filter(|argument| is_listed(argument)) {
            let heading = argument.get_help().map(ToString::to_string).unwrap_or_default();
            let values = argument.get_possible_values().into_iter();
            let label = |help: Option<&StyledStr>| help.map(ToString::to_string).unwrap_or_default();
            let lines: Vec<_> = values.map(|value| (value.get_name().to_string(), label(value.get_help()))).collect();
            self.group(heading.split(": ").next().unwrap_or_default(), &lines);
        }
    }

    /// The flags that every command has, by their names only: the program's own page says what they are.
    fn flags_of_all(&mut self, tree: &Command) {
        // The version is asked of the program only.
        let flags = tree.get_arguments().filter(|argument| !argument.is_hide_set() && argument.get_id() != "version");
        let flags = flags.map(called).collect::<Vec<_>>().join(", ");
        self.text += &format!("\n{} (tukipont --help):\n", self.speaker.say(&say::help_everywhere()));
        self.lines("  ", "", 2, &flags);
    }

    /// An argument's help with the values that it may have.
    fn help(&self, argument: &Arg) -> String {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values = argument.get_possible_values();
        // A flag without a value has two in clap's eyes.
        let takes_values = argument.get_action().takes_values();
        if values.is_empty() || argument.is_hide_possible_values_set() || !takes_values || is_listed(argument) {
            return help;
        }
        let values = values.iter().filter(|value| !value.is_hide_set()).map(|value| match value.get_help() {
            Some(label) => format!("{} ({label})", value.get_name()),
            None => value.get_name().to_string(),
        });
        let values = values.collect::<Vec<_>>().join(", ");
        format!("{help}; {}", self.speaker.say(&say::help_values(values)))
    }

    /// A heading and what stands below it, in two columns.
    fn group(&mut self, heading: &str, lines: &[(String, String)]) {
        self.group_with(heading, None, lines);
    }

    /// A heading, what holds for all that stands below it, and that in two columns.
    fn group_with(&mut self, heading: &str, note: Option<&Text>, lines: &[(String, String)]) {
        if lines.is_empty() {
            return;
        }
        self.text += &format!("\n{heading}:\n");
        if let Some(note) = note {
            let note = self.speaker.say(note);
            self.lines("  ", "", 2, &note);
        }
        let width = |text: &str| text.chars().count();
        let column = lines.iter().map(|(left, _)| width(left) + 4).filter(|width| *width <= INDENT).max();
        for (left, right) in lines {
            self.lines("  ", left, column.unwrap_or(INDENT), right);
        }
    }

    /// A text with something before it, broken at words; what goes on begins below the text's first letter.
    fn lines(&mut self, margin: &str, left: &str, column: usize, text: &str) {
        let Some(width) = self.width else {
            let left = if left.is_empty() { String::new() } else { format!("{left}: ") };
            self.text += &format!("{margin}{left}{text}\n");
            return;
        };
        let mut line = format!("{margin}{left}");
        if !left.is_empty() {
            match line.chars().count() {
                used if used + 2 <= column => line += &" ".repeat(column - used),
                _ => {
                    self.text += &format!("{line}\n");
                    line = " ".repeat(column);
                }
            }
        }
        let mut is_empty = true;
        for word in text.split(' ') {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > width {
                self.text += &format!("{}\n", line.trim_end());
                line = " ".repeat(column);
                is_empty = true;
            }
            line += if is_empty { "" } else { " " };
            line += word;
            is_empty = false;
        }
        self.text += &format!("{}\n", line.trim_end());
    }
}

/// Whether a command shows or writes statistics, one below it each.
fn is_of_statistics(command: &Command) -> bool {
    command.get_subcommand_value_name() == Some(crate::stats::BELOW)
}

/// Whether an argument's values are told in a list of their own.
fn is_listed(argument: &Arg) -> bool {
    let values = argument.get_possible_values();
    argument.is_positional() && !values.is_empty() && values.iter().all(|value| value.get_help().is_some())
}

fn about_of(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// An argument as it is written: `-d, --date DATE`, `CODE`.
fn called(argument: &Arg) -> String {
    let value = match argument.get_value_names() {
        Some(names) => names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        None => argument.get_id().as_str().to_uppercase(),
    };
    let short = argument.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
    match argument.get_long() {
        None => value,
        Some(long) if argument.get_action().takes_values() => format!("{short}--{long} {value}"),
        Some(long) => format!("{short}--{long}"),
    }
}
