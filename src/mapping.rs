//! `mapping`: a first mapping file for somebody else's sheet, and whether one still fits a later sheet.

use crate::call::Call;
use crate::cli::Special;
use crate::error::{Exit, Refusal, Result, Told};
use crate::locale::say;
use crate::nouns::{self, NOUNS};
use crate::sheet::conventions::Conventions;
use crate::sheet::guess;
use crate::sheet::input::Input;
use crate::sheet::mapping::Mapping;
use crate::sheet::plan::Plan;
use crate::sheet::read::Sheet;
use crate::table;
use crate::value::country::Country;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// The command.
pub const COMMAND: Special = Special { name: "mapping", build, run };

fn build(command: Command) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(clap::value_parser!(PathBuf)).required(true)
    };
    let noun = Arg::new("noun").value_name("NOUN").required(true);
    let noun = noun.value_parser(PossibleValuesParser::new(NOUNS.iter().map(|noun| noun.name)));
    command
        .about("Mapping files, which say how somebody else's sheet reads: write a first one, check one")
        .subcommand_required(true)
        .subcommand(
            Command::new("new")
                .about("Look at a sheet and write a first mapping, with its guesses said to be guesses")
                .after_help("tukipont mapping new point register.csv -o register.toml")
                .arg(noun.hide_possible_values(true).help("Noun: what the rows are"))
                .arg(path("file", "FILE").help("File: the sheet"))
                .args(table::output_flags()),
        )
        .subcommand(
            Command::new("check")
                .about("Tell which columns a later sheet lacks, and which are new")
                .after_help("tukipont mapping check register.toml register.csv")
                .arg(path("map", "MAP").help("Mapping: the mapping file"))
                .arg(path("file", "FILE").help("File: the sheet")),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("new", matches)) => new(call, matches),
        Some(("check", matches)) => check(call, matches),
        _ => Ok(()),
    }
}

/// The sheet on the line, read as the network's country writes.
fn sheet(call: &mut Call, matches: &ArgMatches, mut conventions: Conventions) -> Result<Sheet> {
    if conventions.country.is_none() {
        conventions.country = call.read()?.setting("country")?.and_then(|country| Country::of(&country));
    }
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    Input::File(file).open(&conventions)
}

fn new(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let noun = nouns::named(matches.get_one::<String>("noun").map(String::as_str).unwrap_or_default())?;
    let sheet = sheet(call, matches, Conventions::default())?;
    let text = guess::mapping(&call.speaker, noun, sheet)?;
    match matches.get_one::<PathBuf>("output").filter(|output| output.as_os_str() != "-") {
        None => Ok(call.streams.output.write_all(text.as_bytes())?),
        Some(output) => {
            table::put(output, text.as_bytes(), matches.get_flag("force"), &call.path()?)?;
            call.say(&say::mapping_made(output.display().to_string()))
        }
    }
}

fn check(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let map = matches.get_one::<PathBuf>("map").cloned().unwrap_or_default();
    let map = Mapping::of_file(&map)?;
    let Some((_, noun)) = &map.noun else {
        return Err(Refusal::data(say::mapping_needs_noun(&map.file)).hint(say::mapping_needs_noun_hint()).into());
    };
    let noun = nouns::named(noun)?;
    let sheet = sheet(call, matches, map.conventions.clone())?;
    let known = map.theirs();
    let new: Vec<String> = sheet
        .headings
        .iter()
        .filter(|heading| !heading.is_empty() && !known.contains(*heading))
        .map(|heading| format!("`{heading}`"))
        .collect();
    let plan = Plan::of_mapping(&call.read()?, noun, &map, &sheet.headings, None);
    if !new.is_empty() {
        call.say(&say::mapping_new_columns(new.join(", ")))?;
    }
    match plan {
        Ok(_) => call.say(&say::mapping_fits(&map.file, &sheet.name)),
        Err(error) => {
            call.refuse(&error);
            Err(Told(Exit::Data).into())
        }
    }
}
