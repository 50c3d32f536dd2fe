//! `mapping write`: a mapping that the network keeps, as a file that can be edited and sent.

use super::Mapping;
use crate::call::Call;
use crate::error::Result;
use crate::file::names::Reach;
use crate::locale::say;
use crate::record::{Noun, Record};
use crate::table;
use crate::verb::{Verb, key, named};
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "write",
    about: "Write a {noun} that the network keeps as a file",
    applies: |noun| noun.name == Mapping::NOUN,
    build: |noun, command| {
        command.arg(key(noun)).args(table::output_flags()).after_help("tukipont {command} write {row} -o {row}.toml")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let row = named(&network, noun, matches, Reach::Whole)?;
    let text = noun.place("content").and_then(|place| row.cells[place].clone()).unwrap_or_default() + "\n";
    table::put_or_print(call, matches, text.as_bytes(), say::mapping_written)
}
