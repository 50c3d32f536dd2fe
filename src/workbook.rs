//! `workbook`: the whole network in one workbook, a sheet for each kind of record, for people who work in Excel.

use crate::call::Call;
use crate::cli::Special;
use crate::error::Refusal;
use crate::error::Result;
use crate::file::read::Query;
use crate::locale::{Speaker, say};
use crate::nouns::NOUNS;
use crate::table::dialect::{self, Dialect};
use crate::table::{self, Table};
use clap::{ArgMatches, Command};
use std::path::PathBuf;

/// The command.
pub const COMMAND: Special = Special { name: "workbook", build, run };

fn build(command: Command) -> Command {
    let [output, force] = table::output_flags();
    command
        .about("Write everything into one workbook (.xlsx): a sheet for each kind of record, which import reads back")
        .after_help("tukipont workbook -o network.xlsx\ntukipont workbook -o network.xlsx --dialect excel-hu")
        .args([output.required(true), force, dialect::flag()])
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let tables = network.at_one_moment(|| {
        let tables = NOUNS.iter().map(|noun| {
            let mut table = Table::of_noun(noun);
            network.rows(noun, &Query::default(), |row| {
                table.push_row(noun, &row);
                Ok(())
            })?;
            Ok(table)
        });
        tables.collect::<Result<Vec<Table>>>()
    })?;
    let speaker = matches.get_one::<Dialect>("dialect").map(|dialect| Speaker::new(dialect.language()));
    let mut bytes = Vec::new();
    let sheets: Vec<&Table> = tables.iter().collect();
    table::write_workbook(&sheets, speaker.as_ref().unwrap_or(&call.speaker), &mut bytes)?;
    let file = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    if file.as_os_str() == "-" {
        return Ok(call.streams.output.write_all(&bytes)?);
    }
    if !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        let refusal = Refusal::usage(say::workbook_ending(file.display().to_string()));
        return Err(refusal.hint(say::workbook_ending_hint()).into());
    }
    table::put(&file, &bytes, matches.get_flag("force"), &call.path()?)?;
    let counts: Vec<_> = NOUNS.iter().zip(&tables).map(|(noun, table)| (noun.name, table.rows.len() as i64)).collect();
    call.say(&say::workbook_written(file.display().to_string(), counts))
}
