//! A page of help: what a command does, how it is called, its arguments in groups, and examples last.

use super::say;
use super::{Speaker, tree};
use crate::call::Call;
use crate::cli::NOUNS;
use clap::{Arg, Command};

/// How wide a page is where nobody says how wide the screen is, and at most.
const WIDTH: usize = 100;

/// How far to the right the second column may begin.
const INDENT: usize = 32;

/// The page of the command that this path leads to; a plain one has one thing a line, for screen readers.
pub fn page(call: &Call, path: &[String], plain: bool) -> String {
    let name = path.first().map(String::as_str);
    let tree = tree::told(&call.speaker, &|wanted| Some(wanted) == name);
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
            _ => self.group(&self.speaker.say(&say::help_commands()), &below(&|_| true)),
        }
        let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
        let own = command.get_arguments().filter(|_| !path.is_empty());
        for argument in own.chain(tree.get_arguments()).filter(|argument| !argument.is_hide_set()) {
            // The version is asked of the program only.
            if argument.get_id() == "version" && !path.is_empty() {
                continue;
            }
            let heading = argument.get_help_heading().unwrap_or_default();
            let line = (called(argument), self.help(argument));
            match groups.iter_mut().find(|(known, _)| known == heading) {
                Some((_, lines)) => lines.push(line),
                None => groups.push((heading.to_string(), vec![line])),
            }
        }
        for (heading, lines) in groups {
            self.group(&heading, &lines);
        }
        if let Some(examples) = command.get_after_help().map(ToString::to_string) {
            self.text += &format!("\n{}:\n", self.speaker.say(&say::help_examples()));
            for line in examples.lines() {
                self.text += &format!("  {line}\n");
            }
        }
        if command.has_subcommands() {
            let words = [&["tukipont".to_string()], path].concat().join(" ");
            let more = format!("{words} {} --help", self.speaker.say(&say::help_command()));
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
        if command.has_subcommands() {
            words.push(self.speaker.say(&say::help_command()));
        }
        words.push(format!("[{}]", self.speaker.say(&say::help_flags())));
        words.join(" ")
    }

    /// An argument's help with the values that it may have.
    fn help(&self, argument: &Arg) -> String {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values = argument.get_possible_values();
        // A flag without a value has two in clap's eyes.
        if values.is_empty() || argument.is_hide_possible_values_set() || !argument.get_action().takes_values() {
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
        if lines.is_empty() {
            return;
        }
        self.text += &format!("\n{heading}:\n");
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
