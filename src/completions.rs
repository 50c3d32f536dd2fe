//! `completions`: prints the script that makes a shell ask the program at TAB.

use crate::call::Call;
use crate::cli::Special;
use crate::complete::Shell;
use crate::error::Result;
use clap::{Arg, ArgMatches, Command};
use std::io::Write;

/// The command.
pub const COMMAND: Special = Special { name: "completions", build, run };

fn build(command: Command) -> Command {
    command.about("Print the completion script of a shell").after_help("tukipont completions bash").arg(
        Arg::new("shell")
            .value_name("SHELL")
            .required(true)
            .value_parser(clap::value_parser!(Shell))
            .hide_possible_values(true)
            .help("Shell: bash or zsh"),
    )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let shell = matches.get_one::<Shell>("shell").copied();
    Ok(call.streams.output.write_all(shell.map(Shell::script).unwrap_or_default().as_bytes())?)
}
