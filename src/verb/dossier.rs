//! `dossier`: everything that the file holds about one person, for the person who asks (GDPR, article 15).

use super::Verb;
use super::erase::mentions;
use crate::call::Call;
use crate::error::Result;
use crate::exchange::{handover, join};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::keeping::history;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::record::{Naming, Noun};
use crate::table::{self, Format, Heading, Table, put_or_print};
use crate::value::{Form, answer};
use crate::version::show::Place;
use clap::{Arg, ArgMatches};
use rusqlite::types::Value;
use std::collections::BTreeMap;
use std::io::Write;

/// The verb.
pub const VERB: Verb = Verb {
    name: "dossier",
    about: "Tell everything that the file holds about one {noun}: for whoever asks about themselves",
    applies: |noun| noun.has_personal() && noun.naming != Naming::Unnamed,
    build: |noun, command| {
        let format = Arg::new("format").long("format").value_name("FORMAT").value_parser(["text", "json"]);
        command
            .arg(super::key(noun))
            .arg(format.help("Format: as text or as JSON"))
            .args(table::output_flags())
            .after_help("tukipont {command} dossier {row} --format json -o dossier.json")
    },
    run,
};

/// A part of the dossier: its key in JSON, its title, and its table.
type Part = (String, Text, Table);

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let key = matches.get_one::<String>("key").map(String::as_str).unwrap_or_default();
    let row = network.find_once(noun, key, Reach::Whole)?;
    let is_json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    let parts = network.at_one_moment(|| parts(call, &network, noun, row, !is_json))?;
    let mut output = Vec::new();
    match is_json {
        true => json(&parts, &mut output)?,
        false => text(call, &parts, &mut output)?,
    }
    put_or_print(call, matches, &output, say::dossier_written)
}

/// All parts: what the person is, was, does, and where else the name stands.
fn parts(call: &Call, network: &Network, noun: &'static Noun, row: i64, for_people: bool) -> Result<Vec<Part>> {
    let rows = network.notices()?.meant_by(noun.name, row);
    let mut now = Table::of_noun(noun);
    now.single = rows.len() == 1;
    for row in &rows {
        if let Some(row) = network.row(noun, *row)? {
            now.push_row(noun, &row);
        }
    }
    let own: Vec<Place> = rows.iter().map(|row| (noun.name, *row)).collect();
    let mut parts = vec![
        (noun.name.to_string(), say::dossier_now(), now),
        ("history".to_string(), say::dossier_history(), history::table_of(call, network, noun, &rows, for_people)?),
    ];
    // A noun may refer to people in several of its columns.
    let mut referrers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (other, column) in network.referrers(noun)? {
        referrers.entry(other).or_default().push(column);
    }
    for (other, columns) in referrers {
        let other = nouns::named(other)?;
        let marks = vec!["?"; rows.len()].join(", ");
        let each: Vec<String> =
            columns.iter().map(|column| format!("{}.\"{column}\" IN ({marks})", other.name)).collect();
        let ids = columns.iter().flat_map(|_| rows.iter().map(|row| Value::Integer(*row)));
        let mut query = Query::default();
        query.and(format!("({})", each.join(" OR ")), ids.collect::<Vec<_>>());
        let mut table = Table::of_noun(other);
        network.rows(other, &query, |row| {
            table.push_row(other, &row);
            Ok(())
        })?;
        table.put_names(network, call.speaker.language)?;
        parts.push((other.name.to_string(), say::dossier_of(say::Noun(other.name)), table));
        let mut table = Table::of_noun(other);
        for column in columns {
            for row in network.once_referred(other, column, &rows)? {
                table.push_row(other, &row);
            }
        }
        table.put_names(network, call.speaker.language)?;
        parts.push((format!("{}_before", other.name), say::dossier_once(say::Noun(other.name)), table));
    }
    let decisions = network.decisions()?.into_iter().filter(|decision| {
        decision.noun.name == noun.name && (rows.contains(&decision.low) || rows.contains(&decision.high))
    });
    let joins = join::table_of(call, network, decisions.collect())?;
    parts.push(("join".to_string(), say::dossier_joins(), joins));
    parts.push(("mentions".to_string(), say::dossier_mentions(), mentioned(call, network, noun, &rows)?));
    parts.push((
        "handovers".to_string(),
        say::dossier_handovers(),
        handover::table_of(call, network, network.handovers_with(&own)?)?,
    ));
    Ok(parts)
}

/// Where the name, the address or the number stands in other rows, with the text.
fn mentioned(call: &Call, network: &Network, noun: &'static Noun, rows: &[i64]) -> Result<Table> {
    let headings = [
        ("noun", say::kind_of_record(), Form::Text),
        ("code", say::code(), Form::Text),
        ("field", say::field(), Form::Text),
        ("text", say::text(), Form::Text),
        ("earlier", say::earlier(), Form::Answer),
    ];
    let headings = headings.map(|(key, text, form)| Heading::new(key, text, form));
    let mut table = Table { headings: headings.into(), ..Table::default() };
    for mention in mentions(network, noun, rows)? {
        let other = nouns::named(mention.noun)?;
        table.headings[0].words.insert(other.name.to_string(), call.speaker.noun(other.name).0);
        let code = network.called_once(other, mention.id)?;
        let earlier = mention.is_earlier.then(|| answer(true).to_string());
        let cells = [other.name.to_string(), code, mention.column, mention.text];
        table.rows.push(cells.map(Some).into_iter().chain([earlier]).collect());
    }
    Ok(table)
}

/// One object with a list a part.
fn json(parts: &[Part], output: &mut Vec<u8>) -> Result<()> {
    let object: serde_json::Map<_, _> = parts.iter().map(|(key, _, table)| (key.clone(), table.objects())).collect();
    serde_json::to_writer_pretty(&mut *output, &object)?;
    Ok(output.write_all(b"\n")?)
}

/// A title a part, and below it the table, one field a line: rows here are wide and few.
fn text(call: &Call, parts: &[Part], output: &mut Vec<u8>) -> Result<()> {
    for (place, (_, title, table)) in parts.iter().enumerate() {
        if place > 0 {
            writeln!(output)?;
        }
        writeln!(output, "# {}", call.speaker.say(title))?;
        match table.rows.is_empty() {
            true => writeln!(output, "{}", call.speaker.say(&say::no_rows()))?,
            false => table.render(Format::Plain, call, output)?,
        }
    }
    Ok(())
}
