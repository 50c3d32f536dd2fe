//! `remove`: one row, where no other refers to it.

use super::Verb;
use crate::call::Call;
use crate::error::Result;
use crate::file::names::Reach;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "remove",
    about: "Remove one {noun}: its history stays in the file",
    applies: |_| true,
    build: |noun, command| command.arg(super::key(noun)).after_help("tukipont {command} remove {row}"),
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.write()?;
    network.begin("remove", noun.name)?;
    let row = super::named(&network, noun, matches, Reach::Whole)?;
    network.remove(noun, &row)?;
    network.commit()?;
    call.done(say::removed(Word(noun.name), row.called(noun)))
}
