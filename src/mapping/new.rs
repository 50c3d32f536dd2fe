//! `mapping new`: a first mapping of somebody else's sheet, with its guesses said to be guesses.

use super::Mapping;
use crate::call::Call;
use crate::error::Result;
use crate::locale::say;
use crate::nouns::{self, NOUNS};
use crate::record::{Noun, Record};
use crate::sheet::conventions::{Conventions, sheet_flag};
use crate::sheet::guess;
use crate::sheet::input::Input;
use crate::table;
use crate::verb::Verb;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "new",
    about: "Look at a sheet and write a first {noun}, with its guesses said to be guesses",
    applies: |noun| noun.name == Mapping::NOUN,
    build: |_, command| {
        let noun = Arg::new("noun").value_name("NOUN").required(true).hide_possible_values(true);
        let noun = noun.value_parser(PossibleValuesParser::new(NOUNS.iter().map(|noun| noun.name)));
        let file = Arg::new("file").value_name("FILE").required(true).value_parser(clap::value_parser!(PathBuf));
        command
            .arg(noun.help("Noun: what the rows are"))
            .arg(file.help("File: the sheet"))
            .arg(sheet_flag())
            .args(table::output_flags())
            .after_help("tukipont {command} new point register.csv -o register.toml")
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let noun = nouns::named(matches.get_one::<String>("noun").map(String::as_str).unwrap_or_default())?;
    let conventions = Conventions::default().for_rows(noun, matches).in_country_of(&call.read()?)?;
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let sheet = Input::of_file(&file)?.open(&conventions)?;
    let text = guess::mapping(&call.speaker, noun, sheet)?;
    table::put_or_print(call, matches, text.as_bytes(), say::mapping_made)
}
