//! The command line: parsed by the plain tree; words come only when clap has something to say.

use super::refuse::OnLine;
use super::{help, say};
use crate::call::Call;
use crate::cli;
use crate::error::{Refusal, Result};
use clap::error::ErrorKind;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::Write;

/// Parses the command line; nothing comes back where help or the version was asked for, and told.
///
/// # Errors
/// Where clap refuses it, or no command is named.
pub fn parse(call: &mut Call, arguments: Vec<OsString>) -> Result<Option<ArgMatches>> {
    let on_line = |name: &str| arguments.iter().any(|word| word == name);
    let error = match cli::tree_for(&on_line).try_get_matches_from(&arguments) {
        Ok(matches) => return Ok(Some(matches)),
        Err(error) => error,
    };
    let line = Line::of(&arguments);
    let plain = call.plain || line.plain;
    match error.kind() {
        ErrorKind::DisplayVersion => writeln!(call.streams.output, "tukipont {}", env!("CARGO_PKG_VERSION"))?,
        ErrorKind::DisplayHelp => call.streams.output.write_all(help::page(call, &line.path, plain).as_bytes())?,
        // Who types the name alone asks what there is; who names a noun alone may be a script that lost its verb.
        ErrorKind::MissingSubcommand if arguments.len() < 2 => {
            call.streams.output.write_all(help::page(call, &line.path, plain).as_bytes())?;
        }
        ErrorKind::MissingSubcommand => {
            let page = help::page(call, &line.path, plain);
            writeln!(call.streams.errors, "{page}")?;
            return Err(Refusal::usage(say::command_missing()).into());
        }
        _ => return Err(anyhow::Error::from(error).context(OnLine(line.path.join(" ")))),
    }
    Ok(None)
}

/// What a command line names, as far as that can be seen without parsing it.
struct Line {
    path: Vec<String>,
    plain: bool,
}

impl Line {
    fn of(arguments: &[OsString]) -> Self {
        let root = cli::root();
        let takes_value = |word: &str| {
            let mut flags = root.get_arguments().filter(|argument| argument.get_action().takes_values());
            flags.any(|flag| flag.get_long() == word.strip_prefix("--"))
        };
        let words: Vec<_> = arguments.iter().skip(1).map(|argument| argument.to_string_lossy()).collect();
        let (mut path, mut here) = (Vec::new(), None::<Command>);
        let mut words_left = words.iter().take_while(|word| *word != "--");
        while let Some(word) = words_left.next() {
            if word.starts_with('-') {
                if takes_value(word) {
                    words_left.next();
                }
                continue;
            }
            let next = match &here {
                None => cli::names().find(|name| name == word).map(|name| cli::grow(Command::new(name), &|_| true)),
                Some(command) => command.find_subcommand(&**word).cloned(),
            };
            let Some(next) = next else { break };
            path.push(next.get_name().to_string());
            here = Some(next);
        }
        Self { path, plain: words.iter().any(|word| word == "--plain") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(line: &str) -> String {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        Line::of(&words).path.join(" ")
    }

    #[test]
    fn the_path_is_seen_through_flags() {
        assert_eq!(path("tukipont --db point area list --format csv"), "area list");
        assert_eq!(path("tukipont --db=x point --lang hu add area"), "point add");
        assert_eq!(path("tukipont -h setting set list"), "setting set");
        assert_eq!(path("tukipont nothing point"), "");
        assert_eq!(path("tukipont point -- add"), "point");
    }
}
