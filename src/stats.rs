//! `stats`: figures for funders and for oneself, one line a statistic.

mod activity;
pub mod by;
mod cells;
mod dimension;
pub mod disclosure;
mod measure;
mod period;
pub mod register;

use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::locale::say;
use crate::table::{self, Table, View};
use clap::{ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "stats", build, run };

/// A statistic: its own arguments, and the table that it comes to.
struct Statistic {
    /// Its name.
    name: &'static str,
    /// What it tells, in English.
    about: &'static str,
    /// Arguments that its help shows.
    example: &'static str,
    /// Adds its arguments.
    build: fn(Command) -> Command,
    /// Counts.
    table: fn(&mut Call, &ArgMatches) -> Result<Table>,
}

/// What stands for a statistic on the command line.
pub const BELOW: &str = "STATISTIC";

/// Every statistic.
static STATISTICS: &[Statistic] = &[activity::STATISTIC];

fn build(command: Command) -> Command {
    let each = |verb: Command, output: fn(Command) -> Command, ending: fn(&str) -> String| {
        STATISTICS.iter().fold(verb.subcommand_required(true), |verb, statistic| {
            // The records that are counted bring their own words along; here the statistic's are meant.
            let own = (statistic.build)(Command::new(statistic.name)).about(statistic.about);
            let line = format!("tukipont stats {} {} {}", verb.get_name(), statistic.name, statistic.example);
            verb.subcommand(output(own).after_help(line + &ending(statistic.name)))
        })
    };
    let show = Command::new("show").about("Show a statistic").subcommand_value_name(BELOW);
    let export = Command::new("export").about("Write a statistic to a sheet").subcommand_value_name(BELOW);
    command
        .about("Count what was done: tables for people, sheets for funders")
        .subcommand_required(true)
        .subcommand(each(show, table::flags, |_| String::new()))
        .subcommand(each(export, table::file_flags, |name| format!(" --output {name}.csv")))
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(()) };
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let Some(statistic) = STATISTICS.iter().find(|statistic| statistic.name == name) else { return Ok(()) };
    let table = (statistic.table)(call, matches)?;
    if verb == "show" {
        return table.print(call, &View::of(matches));
    }
    match table.write(call, matches)? {
        Some((file, _)) => call.say(&say::statistic_written(file)),
        None => Ok(()),
    }
}
