//! `list`: the rows that the filters ask for.

use super::Verb;
use crate::call::Call;
use crate::error::Result;
use crate::record::Noun;
use crate::table::{self, Table};
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "list",
    about: "List {nouns}: all, or those that the filters let through",
    applies: |_| true,
    build: |noun, command| {
        table::flags(super::filters(noun, command.args(super::text(noun))))
            .after_help("tukipont {command} list --format csv")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let view = table::View::of(matches);
    let table = network.at_one_moment(|| {
        let mut query = super::filter(noun, matches).query(&network, noun)?;
        // Where the table is sorted afterwards, the limit can only be taken afterwards.
        if view.sort.is_none() {
            query.limit = view.limit;
        }
        let mut table = Table::of_noun(noun);
        network.rows(noun, &query, |row| {
            table.push_row(noun, &row);
            Ok(())
        })?;
        table.put_names(&network, call.speaker.language)?;
        Ok(table)
    })?;
    table.print(call, &view)
}
