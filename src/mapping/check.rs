//! `mapping check`: whether a mapping still fits a later sheet, and which columns are new.

use super::Mapping;
use crate::call::Call;
use crate::error::{Exit, Refusal, Result, Told};
use crate::locale::say;
use crate::nouns;
use crate::record::{Noun, Record};
use crate::sheet::conventions::sheet_flag;
use crate::sheet::input::Input;
use crate::sheet::mapping::Mapping as Read;
use crate::sheet::plan::Plan;
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "check",
    about: "Tell which columns a later sheet lacks, and which are new",
    applies: |noun| noun.name == Mapping::NOUN,
    build: |_, command| {
        let path = |name: &'static str, value: &'static str| {
            Arg::new(name).value_name(value).required(true).value_parser(clap::value_parser!(PathBuf))
        };
        command
            .arg(path("map", "MAP").help("Mapping: the file, or the code of one that the network keeps"))
            .arg(path("file", "FILE").help("File: the sheet"))
            .arg(sheet_flag())
            .after_help("tukipont {command} check register.toml register.csv")
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let network = call.read()?;
    let map = Read::of_line(&network, &path("map"))?;
    let Some((_, noun)) = &map.noun else {
        return Err(Refusal::data(say::mapping_needs_noun(&map.file)).hint(say::mapping_needs_noun_hint()).into());
    };
    let noun = nouns::named(noun)?;
    let conventions = map.conventions.clone().for_rows(noun, matches).in_country_of(&network)?;
    let sheet = Input::of_file(&path("file"))?.open(&conventions)?;
    let known = map.theirs();
    let is_new = |heading: &&String| !heading.is_empty() && !known.contains(*heading);
    let new: Vec<String> = sheet.headings.iter().filter(is_new).map(|heading| format!("`{heading}`")).collect();
    let plan = Plan::of_mapping(&network, noun, &map, &sheet.headings, None);
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
