//! `about`: what the program is, and the sources of what it carries.

use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::locale::say;
use clap::{ArgMatches, Command};
use std::io::Write;

/// The command.
pub const COMMAND: Special = Special { name: "about", build, run };

fn build(command: Command) -> Command {
    command.about("Tell what the program is and where its reference data comes from").after_help("tukipont about")
}

fn run(call: &mut Call, _matches: &ArgMatches) -> Result<()> {
    let text = say::about(env!("CARGO_PKG_VERSION"));
    let words = call.speaker.say(&text);
    Ok(writeln!(call.streams.output, "{words}")?)
}
