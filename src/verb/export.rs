//! `export`: the rows that the filters ask for, as a sheet that `import` reads back.

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::Result;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::standard;
use crate::table::{self, Table};
use clap::ArgMatches;

/// What a standard is here.
const STANDARD: &str =
    "Standard: in the form of this public standard; open {nouns} only, unless --status says otherwise";

/// What is done where something is missing.
const COMPLETE_ONLY: &str = "Complete only: leave out and name what lacks something that the standard requires";

/// The verb.
pub const VERB: Verb = Verb {
    name: "export",
    about: "Write {nouns} to a sheet: all fields, in an order that never changes",
    applies: |_| true,
    build: |noun, command| {
        let command = table::file_flags(super::filters(noun, command));
        let Some(standard) = standard::flag(noun, STANDARD) else {
            return command.after_help("tukipont {command} export --output {command}.csv");
        };
        command
            .arg(standard.conflicts_with_all(["format", "dialect", "fields", "sort", "limit"]))
            .arg(flag("complete_only").long("complete-only").requires("standard").help(COMPLETE_ONLY))
            .after_help(
                "tukipont {command} export --output {command}.csv\ntukipont {command} export --standard mediation-numerique -o places.csv",
            )
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    if let Some(standard) = standard::named(matches) {
        return standard::export::export(call, noun, standard, matches);
    }
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
