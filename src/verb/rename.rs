//! `rename`: another code for one row; what refers to it follows.

use super::Verb;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::names::Reach;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Naming, Noun};
use crate::value::Code;
use clap::{Arg, ArgMatches};

/// The verb.
pub const VERB: Verb = Verb {
    name: "rename",
    about: "Give one {noun} another code: what refers to it follows",
    applies: |noun| matches!(noun.naming, Naming::Made(_)),
    build: |noun, command| {
        let code = clap::value_parser!(Code);
        let to = Arg::new("to").value_name("NEW_CODE").required(true).value_parser(code).help("New code");
        command.arg(super::key(noun)).arg(to).after_help("tukipont {command} rename {row} {row}-B")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let to = matches.get_one::<Code>("to").map(ToString::to_string).unwrap_or_default();
    let network = call.write()?;
    network.begin("rename", noun.name)?;
    let row = super::named(&network, noun, matches, Reach::Whole)?;
    if network.is_erased(noun, row.id)? {
        let refusal = Refusal::data(say::was_erased(Word(noun.name), row.called(noun)));
        return Err(refusal.hint(say::was_erased_hint(noun.name)).into());
    }
    network.refuse_a_taken_code(noun, &to, row.id)?;
    let (from, mut cells) = (row.called(noun), row.cells.clone());
    if let Some(place) = noun.place("code") {
        cells[place] = Some(to.clone());
    }
    network.replace(noun, &row, &cells)?;
    network.commit()?;
    call.done(say::renamed(Word(noun.name), from, to))
}
