//! `export`: the rows that the filters ask for, as a sheet that `import` reads back.

use super::Verb;
use crate::call::Call;
use crate::error::Result;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::table::{self, Table};
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "export",
    about: "Write {nouns} to a sheet: all fields, in an order that never changes",
    applies: |_| true,
    build: |noun, command| {
        table::file_flags(super::filters(noun, command)).after_help("tukipont {command} export --output {command}.csv")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let query = super::filter(noun, matches).query(&network, noun)?;
    let mut table = Table::of_noun(noun);
    network.rows(noun, &query, |row| {
        table.push_row(noun, &row);
        Ok(())
    })?;
    match table.write(call, matches)? {
        Some((file, rows)) => call.say(&say::exported(Word(noun.name), rows as i64, file)),
        None => Ok(()),
    }
}
