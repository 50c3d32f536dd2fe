//! `retention`: what tells of a person and is no longer needed, and its erasure.

use super::erase::everywhere;
use crate::call::Call;
use crate::cli::{Special, flag};
use crate::error::Result;
use crate::file::Network;
use crate::locale::say;
use crate::nouns;
use crate::record::Noun;
use crate::table::{self, Heading, Table, View};
use crate::value::Form;
use crate::version::show::Place;
use chrono::{Months, NaiveDate};
use clap::{ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "retention", build, run };

fn build(command: Command) -> Command {
    command
        .about("Erase what tells of a person once it is no longer needed: by kind of record, in months")
        .subcommand_required(true)
        .subcommand(table::flags(
            Command::new("list").about("List the periods, and how much is due").after_help("tukipont retention list"),
        ))
        .subcommand(
            Command::new("run")
                .about("Erase what is due")
                .after_help("tukipont retention run --dry-run\ntukipont retention run --yes")
                .arg(flag("dry_run").long("dry-run").help("Dry run: tell what is due, and leave it"))
                .arg(flag("yes").help("Yes: do it without asking")),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("list", matches)) => list(call, matches),
        Some(("run", matches)) => erase(call, matches),
        _ => Ok(()),
    }
}

/// The nouns whose rows tell of persons.
fn kinds() -> impl Iterator<Item = &'static Noun> {
    nouns::NOUNS.iter().filter(|noun| noun.has_personal())
}

/// How many months a noun's personal fields are kept; none where nobody has said.
fn months(network: &Network, noun: &Noun) -> Result<Option<u32>> {
    let months = network.setting(&format!("retention-{}", noun.name))?;
    Ok(months.and_then(|months| months.parse().ok()))
}

/// The rows of a noun that are due, with the first day of the oldest.
fn due(call: &Call, network: &Network, noun: &Noun) -> Result<Vec<(i64, Option<String>)>> {
    let today: NaiveDate = call.today();
    match months(network, noun)?.and_then(|months| today.checked_sub_months(Months::new(months))) {
        Some(before) => network.due(noun, before),
        None => Ok(Vec::new()),
    }
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let mut table = Table {
        headings: vec![
            Heading::new("noun", say::kind_of_record(), Form::Text),
            Heading::new("fields", say::fields(), Form::Text),
            Heading::new("months", say::months(), Form::Number),
            Heading::new("due", say::due(), Form::Number),
            Heading::new("oldest", say::oldest(), Form::Day),
        ],
        ..Table::default()
    };
    for noun in kinds() {
        let due = due(call, &network, noun)?;
        table.headings[0].words.insert(noun.name.to_string(), call.speaker.noun(noun.name).0);
        let columns = noun.columns().iter().filter(|column| noun.personal.contains(&column.name.as_str()));
        let (names, words): (Vec<String>, Vec<String>) =
            columns.map(|column| (column.name.clone(), call.speaker.field(noun.name, column))).unzip();
        table.headings[1].words.insert(names.join(" "), words.join(", "));
        let months = months(&network, noun)?.map(|months| months.to_string());
        let count = months.as_ref().map(|_| due.len().to_string());
        let oldest = due.into_iter().filter_map(|(_, day)| day).min();
        table.rows.push(vec![Some(noun.name.to_string()), Some(names.join(" ")), months, count, oldest]);
    }
    if table.rows.iter().any(|row| row[2].is_none()) {
        table.notes.push(say::retention_unset());
    }
    table.print(call, &View::of(matches))
}

fn erase(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.write()?;
    let mut places: Vec<Place> = Vec::new();
    let mut counts: Vec<(&'static str, i64)> = Vec::new();
    for noun in kinds() {
        let before = places.len();
        places.extend(due(call, &network, noun)?.into_iter().map(|(row, _)| (noun.name, row)));
        if places.len() > before {
            counts.push((noun.name, (places.len() - before) as i64));
        }
    }
    if counts.is_empty() {
        return call.say(&say::nothing_due());
    }
    if matches.get_flag("dry_run") {
        call.say(&say::retention_due(counts))?;
        return call.say(&say::dry_run());
    }
    call.confirm(matches, &say::retention_question(counts.clone()))?;
    let (_, copies) = everywhere(call, &network, ("retain", ""), &places)?;
    call.say(&say::retained(counts))?;
    copies.tell(call)
}
