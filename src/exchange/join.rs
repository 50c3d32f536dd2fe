//! `join`: two rows for one thing become one, are held apart for good, or wait for a decision.

use super::candidates::{can_be_joined, candidates};
use crate::call::Call;
use crate::cli::{Special, flag, row_arguments};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::nouns;
use crate::record::Noun;
use crate::table::{self, Heading, Table, View};
use crate::value::Form;
use crate::version::pair::{Decision, Verdict};
use crate::version::write::Draft;
use clap::{Arg, ArgMatches, Command};
use rusqlite::types::Value;

/// The command.
pub const COMMAND: Special = Special { name: "join", build, run };

fn build(command: Command) -> Command {
    let arguments = || {
        let other = Arg::new("other").value_name("OTHER").help("Code or name: of the other row");
        row_arguments(can_be_joined).into_iter().chain([other]).map(|argument| argument.required(true))
    };
    command
        .about("Join two rows for one thing, or remember that they are two; list likely ones")
        .after_help("tukipont join person MINTA-M1 MINTA-M2\ntukipont join person MINTA-M1 MINTA-M2 --different")
        .subcommand_negates_reqs(true)
        .args_conflicts_with_subcommands(true)
        .args(arguments())
        .arg(flag("different").help("Different: remember that they are not the same"))
        .subcommand(table::flags(
            Command::new("list")
                .about("List rows that may be one thing, the likeliest first")
                .after_help("tukipont join list\ntukipont join list --decided")
                .arg(flag("decided").help("Decided: the pairs on which somebody has decided")),
        ))
        .subcommand(
            Command::new("undo")
                .about("Take a decision on two rows back")
                .after_help("tukipont join undo person MINTA-M1 MINTA-M2")
                .args(arguments()),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("list", matches)) if matches.get_flag("decided") => decided(call, matches),
        Some(("list", matches)) => list(call, matches),
        Some(("undo", matches)) => decide(call, matches, None),
        _ if matches.get_flag("different") => decide(call, matches, Some(Verdict::Different)),
        _ => decide(call, matches, Some(Verdict::Same)),
    }
}

/// Decides on the two rows on the line, or takes the decision back.
fn decide(call: &mut Call, matches: &ArgMatches, verdict: Option<Verdict>) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let noun = nouns::named(text("noun"))?;
    let network = call.write()?;
    network.begin(if verdict.is_some() { "join" } else { "part" }, noun.name)?;
    let find = |typed: &str| network.find_id(noun, None, typed, Reach::Whole);
    let (one, other) = (find(text("code"))?, find(text("other"))?);
    if one == other {
        return Err(Refusal::data(say::join_with_itself(say::Noun(noun.name))).hint(say::list_them(noun.name)).into());
    }
    let (called, others) = (own_name(&network, noun, one)?, own_name(&network, noun, other)?);
    if !network.decide(noun, (one, other), verdict)? {
        let message = say::decided_already(say::Noun(noun.name), called, others);
        return Err(Refusal::data(message).hint(say::decided_already_hint()).into());
    }
    let done = match verdict {
        None => say::join_undone(say::Noun(noun.name), called, others),
        Some(Verdict::Different) => say::held_apart(say::Noun(noun.name), called, others),
        Some(Verdict::Same) => {
            network.settle_down()?;
            let stands = network.notices()?.stands_for(noun.name, one);
            let hidden = if stands == one { other } else { one };
            let (filled, kept) = fill_gaps(call, &network, noun, stands, hidden)?;
            if !kept.is_empty() {
                call.say(&say::join_differences(kept.join(", "), if stands == one { &called } else { &others }))?;
            }
            // By what they were called while they were two.
            let (stands, hidden) = if stands == one { (called, others) } else { (others, called) };
            match filled.is_empty() {
                true => say::joined(say::Noun(noun.name), stands, hidden),
                false => say::joined_with(say::Noun(noun.name), stands, hidden, filled.join(", ")),
            }
        }
    };
    network.commit()?;
    call.done(done)
}

/// What a row is called by itself, though another may stand for it.
fn own_name(network: &Network, noun: &'static Noun, id: i64) -> Result<String> {
    Ok(network.row(noun, id)?.map_or_else(|| crate::file::id::show(id), |row| row.called(noun)))
}

/// Gives the row that stands for both what it lacks and the other has; tells which fields, and in which both differ.
fn fill_gaps(
    call: &Call,
    network: &Network,
    noun: &'static Noun,
    stands: i64,
    hidden: i64,
) -> Result<(Vec<String>, Vec<String>)> {
    let (Some(mine), Some(theirs)) = (network.lineage(noun, stands)?, network.lineage(noun, hidden)?) else {
        return Ok(Default::default());
    };
    let base = mine.winner().digest;
    let (said, others) = (mine.content(noun, &base), theirs.content(noun, &theirs.winner().digest));
    let (mut now, mut filled, mut kept) = (said.clone(), Vec::new(), Vec::new());
    for (place, column) in noun.columns().iter().enumerate().filter(|(_, column)| column.name != "code") {
        let is_one_of_them = [stands, hidden].iter().any(|id| others[place] == Value::Integer(*id));
        match (&said[place], &others[place]) {
            (_, Value::Null) => {}
            // What stayed elsewhere is not lacking.
            (Value::Null, other) if mine.said(noun, &base, place).is_latest && !is_one_of_them => {
                now[place] = other.clone();
                filled.push(call.speaker.field(noun.name, column));
            }
            (own, other) if own != other && *own != Value::Null => kept.push(call.speaker.field(noun.name, column)),
            _ => {}
        }
    }
    if !filled.is_empty() {
        network.note_fields(noun, |place| now[place] != said[place]);
        network.put(noun, stands, mine, vec![Draft { says: Some(now), over: vec![base] }])?;
    }
    Ok((filled, kept))
}

/// The headings of pairs.
fn pair_headings() -> Vec<Heading> {
    vec![
        Heading::new("noun", say::kind_of_record(), Form::Text),
        Heading::new("code", say::code(), Form::Text),
        Heading::new("other", say::other_code(), Form::Text),
    ]
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let mut table = Table { headings: pair_headings(), ..Table::default() };
    table.headings.extend([
        Heading::new("score", say::score(), Form::Number),
        Heading::new("reasons", say::reasons(), Form::Text),
        Heading::new("name", say::name(), Form::Text),
        Heading::new("other_name", say::other_name(), Form::Text),
    ]);
    for noun in nouns::NOUNS.iter() {
        for pair in candidates(&network, noun)? {
            table.headings[0].words.insert(noun.name.to_string(), call.speaker.noun(noun.name).0);
            let key = pair.reasons.join(" ");
            let words: Vec<String> =
                pair.reasons.iter().map(|reason| call.speaker.say(&say::reason(*reason))).collect();
            table.headings[4].words.insert(key.clone(), words.join(", "));
            let (Some(one), Some(other)) = (network.row(noun, pair.low)?, network.row(noun, pair.high)?) else {
                continue;
            };
            let name = |row: &crate::file::Row| noun.place("name").and_then(|place| row.cells[place].clone());
            let cells = [noun.name.to_string(), one.called(noun), other.called(noun), pair.score.to_string(), key];
            table.rows.push(cells.map(Some).into_iter().chain([name(&one), name(&other)]).collect());
        }
    }
    if !table.rows.is_empty() {
        table.notes.push(say::join_how());
    }
    table.print(call, &View::of(matches))
}

fn decided(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let table = table_of(call, &network, network.decisions()?)?;
    table.print(call, &View::of(matches))
}

/// Decisions on two rows as a table.
///
/// # Errors
/// Only those of the database.
pub fn table_of(call: &Call, network: &Network, decisions: Vec<Decision>) -> Result<Table> {
    let mut table = Table { headings: pair_headings(), ..Table::default() };
    table.headings.push(Heading::new("verdict", say::verdict(), Form::Text));
    for (verdict, text) in [(Verdict::Same, say::verdict_same()), (Verdict::Different, say::verdict_different())] {
        table.headings[3].words.insert(verdict.name().to_string(), call.speaker.say(&text));
    }
    for decision in decisions {
        let noun = decision.noun;
        table.headings[0].words.insert(noun.name.to_string(), call.speaker.noun(noun.name).0);
        let rows = [decision.low, decision.high].map(|id| network.called_once(noun, id));
        let [one, other] = rows;
        table.rows.push(vec![
            Some(noun.name.to_string()),
            Some(one?),
            Some(other?),
            Some(decision.verdict.name().to_string()),
        ]);
    }
    Ok(table)
}
