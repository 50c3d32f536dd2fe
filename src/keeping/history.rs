//! `history`: who did what when, as a log, or field by field for one row.

use crate::call::Call;
use crate::cli::{Special, row_arguments};
use crate::error::Result;
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::nouns;
use crate::record::Noun;
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, moment};
use crate::version::changes::{BACK, ELSEWHERE, ERASED, REMOVED, Told};
use crate::version::log::{Command as Logged, counts_of, words_of_counts};
use clap::{ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "history", build, run };

/// So many commands are told where nobody asks for another number.
const LAST: usize = 20;

fn build(command: Command) -> Command {
    table::flags(
        command
            .about("Who changed what when: the log, or one row's history field by field")
            .after_help("tukipont history\ntukipont history point MINTA-1")
            .args(row_arguments(nouns::NOUNS.iter())),
    )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    match (text("noun"), text("code")) {
        (Some(noun), Some(code)) => of_row(call, &network, nouns::named(noun)?, code, matches),
        _ => log(call, &network, matches),
    }
}

/// The last commands, the newest first.
fn log(call: &mut Call, network: &Network, matches: &ArgMatches) -> Result<()> {
    let view = View::of(matches);
    let mut table = Table { headings: headings(call), ..Table::default() };
    table.headings.extend([rows_heading(), Heading::new("fields", say::fields(), Form::Text)]);
    for command in network.commands(false, view.limit.unwrap_or(LAST))? {
        let (rows, words) = rows_of(call, &command);
        table.headings[3].words.extend(words);
        let fields = Some(command.fields.clone()).filter(|fields| !fields.is_empty());
        table.rows.push(stamp(&command, command.clock).into_iter().chain([rows, fields]).collect());
    }
    table.print(call, &view)
}

/// The headings of a command's moment, its place and its words.
pub fn headings(call: &Call) -> Vec<Heading> {
    let mut site = Heading::new("site", say::site(), Form::Text);
    site.words.insert(String::new(), call.speaker.say(&say::by_the_program()));
    let when = Heading::new("when", say::when(), Form::Moment);
    vec![when, site, Heading::new("command", say::command(), Form::Text)]
}

/// A command's moment, its place and its words.
pub fn stamp(command: &Logged, clock: i64) -> Vec<Option<String>> {
    let site = Some(command.site.clone()).filter(|site| !site.is_empty());
    vec![Some(moment(clock)), site, Some(command.words())]
}

/// The heading of how many rows a command wrote.
pub(super) fn rows_heading() -> Heading {
    Heading::new("rows", say::rows(), Form::Text)
}

/// How many rows of which noun a command wrote, as scripts read it, and the words for that.
pub(super) fn rows_of(call: &Call, command: &Logged) -> (Option<String>, Option<(String, String)>) {
    let counts = counts_of(command.rows.iter().map(|(noun, count)| (noun.as_str(), *count)));
    words_of_counts(call, &counts.unwrap_or_default())
}

/// One row's history, the oldest version first.
fn of_row(call: &mut Call, network: &Network, noun: &'static Noun, code: &str, matches: &ArgMatches) -> Result<()> {
    let view = View::of(matches);
    let id = network.find_once(noun, code, Reach::Beginning)?;
    let mut table = table_of(call, network, noun, &[id], view.format.unwrap_or_default().is_for_people())?;
    if network.lineage(noun, id)?.is_some_and(|lineage| lineage.is_open()) {
        table.notes.push(say::history_conflict(noun.name, network.called_once(noun, id)?));
    }
    table.print(call, &view)
}

/// What each version of these rows changed, the oldest version first.
///
/// # Errors
/// Those of the database.
pub fn table_of(call: &Call, network: &Network, noun: &'static Noun, rows: &[i64], for_people: bool) -> Result<Table> {
    let mut table = Table { headings: headings(call), ..Table::default() };
    let fields = [("field", say::field()), ("before", say::before()), ("after", say::after())];
    table.headings.extend(fields.map(|(key, text)| Heading::new(key, text, Form::Text)));
    for column in noun.columns() {
        table.headings[3].words.insert(column.name.clone(), call.speaker.field(noun.name, column));
    }
    for (key, text) in [
        (REMOVED, say::row_removed()),
        (BACK, say::row_back()),
        (ELSEWHERE, say::stayed_elsewhere()),
        (ERASED, say::personal_erased()),
    ] {
        table.headings[3].words.insert(key.to_string(), call.speaker.say(&text));
    }
    for row in rows {
        let Some(lineage) = network.lineage(noun, *row)? else { continue };
        let told = Told { network, noun, lineage: &lineage, is_erased: network.is_erased(noun, *row)? };
        for version in lineage.versions() {
            let command = network.command(version.command)?;
            let stamp = command.map_or_else(|| vec![None; 3], |command| stamp(&command, version.clock));
            for (field, before, after) in told.changes(version)? {
                let word = |cell: Option<String>| match (cell, noun.place(&field)) {
                    (Some(cell), Some(place)) if for_people => in_words(call, network, noun, place, &cell).map(Some),
                    (cell, _) => Ok(cell),
                };
                let change = [Some(field.clone()), word(before)?, word(after)?];
                table.rows.push(stamp.iter().cloned().chain(change).collect());
            }
        }
    }
    Ok(table)
}

/// A cell in the reader's words.
pub fn in_words(call: &Call, network: &Network, noun: &Noun, place: usize, cell: &str) -> Result<String> {
    let column = &noun.columns()[place];
    let words = match network.references(noun)?.get(&column.name).copied() {
        Some(target @ ("area" | "category")) => {
            let codes = [cell].into_iter().collect();
            network.words(target, noun.list_of(&column.name), &codes, call.speaker.language)?.remove(cell)
        }
        _ => None,
    };
    Ok(words.unwrap_or_else(|| Heading::field(noun, column).cell(&call.speaker, Some(cell))))
}
