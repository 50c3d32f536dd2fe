//! `show`: one row, field by field.

use super::Verb;
use crate::call::Call;
use crate::error::Result;
use crate::file::names::Reach;
use crate::locale::say;
use crate::record::Noun;
use crate::table::{self, Table};
use crate::version::notice::What;
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "show",
    about: "Show one {noun}: all its fields",
    applies: |_| true,
    build: |noun, command| {
        command.arg(super::key(noun)).arg(table::format_flag()).after_help("tukipont {command} show {row}")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let row = super::named(&network, noun, matches, Reach::Beginning)?;
    let mut table = Table::of_noun(noun);
    table.single = true;
    table.push_row(noun, &row);
    table.put_names(&network, call.speaker.language)?;
    let notices = network.notices()?;
    if notices.has(noun.name, row.id, What::Conflict) {
        table.notes.push(say::history_conflict(noun.name, row.called(noun)));
    }
    if notices.has(noun.name, row.id, What::Needed) {
        table.notes.push(say::deleted_but_needed());
    }
    table.print(call, &table::View::of(matches))
}
