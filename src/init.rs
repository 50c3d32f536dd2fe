//! `init`: a new network file with its country's areas and the starting categories.

use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::file::setting::{SETTINGS, Setting};
use crate::locale::say;
use crate::network::start;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// The command.
pub const COMMAND: Special = Special { name: "init", build, run };

/// What `--site` is, in English.
const SITE: &str = "Site: a short code for this copy of the file: each office has its own copy, and all codes made in \
    it begin with this one, so that no two offices make the same";

fn build(command: Command) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).required(true).help(help)
    };
    let site = text("site", "CODE", SITE);
    command
        .about("Make a new network file: areas and categories in it, nothing else")
        .after_help("tukipont init halo.db --site BEK07 --name \"Békés megyei hálózat\" --country hu")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help("File: else it lies in your data folder"),
        )
        .arg(site.value_parser(clap::value_parser!(crate::value::Code)))
        .arg(text("name", "NAME", "Name: of the network"))
        .arg(
            text("country", "COUNTRY", "Country: whose areas and services the file begins with")
                .value_parser(["hu", "fi", "none"]),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let path = match matches.get_one::<PathBuf>("file") {
        Some(file) => file.clone(),
        None => call.path()?,
    };
    let given = |setting: &'static Setting| Some((setting, matches.try_get_raw(setting.name).ok()??.next()?.to_str()?));
    let settings: Vec<(&Setting, &str)> = SETTINGS.iter().filter_map(given).collect();
    let made = call.create(&path, |network| start::fill(network, &settings))?;
    call.say(&say::network_made(path.display().to_string(), made.areas, made.categories))?;
    match matches.contains_id("file") {
        true => call.say(&say::network_made_hint()),
        // In its usual place it need not be named.
        false => Ok(()),
    }
}
