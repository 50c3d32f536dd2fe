//! `merge`: another whole network file, its versions put together with ours.

use super::{flags, take_in};
use crate::call::Call;
use crate::cli::Special;
use crate::error::{Refusal, Result};
use crate::file::foreign::Foreign;
use crate::file::spool::Spool;
use crate::locale::say;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// The command.
pub const COMMAND: Special = Special { name: "merge", build, run };

fn build(command: Command) -> Command {
    let file = Arg::new("file").value_name("FILE").required(true).value_parser(clap::value_parser!(PathBuf));
    command
        .about("Merge another whole network file into this one: no word that was typed is lost")
        .after_help("tukipont merge other.db\ntukipont merge other.db --dry-run")
        .arg(file.help("File: the other network file"))
        .args(flags())
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let Some(file) = matches.get_one::<PathBuf>("file") else { return Ok(()) };
    let own = call.path()?;
    if let (Ok(file), Ok(own)) = (file.canonicalize(), own.canonicalize())
        && file == own
    {
        let refusal = Refusal::failed(say::merge_with_itself(file.display().to_string()));
        return Err(refusal.hint(say::other_file_hint()).into());
    }
    let network = call.write()?;
    let foreign = Foreign::of_file(file, Spool::beside(&network.path)?)?;
    take_in(call, &network, &foreign, "merge", matches, |_| Ok(()))?;
    if matches.get_flag("dry_run") { Ok(()) } else { network.close_gaps(&foreign) }
}
