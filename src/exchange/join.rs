//! `join`: two rows for one thing become one, are held apart for good, or wait for a decision.

use super::candidates::{can_be_joined, candidates};
use super::lacking::{self, Filled};
use crate::call::Call;
use crate::cli::{Special, flag, row_arguments};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::record::Noun;
use crate::table::{self, Heading, Table, View};
use crate::value::Form;
use crate::version::pair::{Decision, Verdict};
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeMap;

/// The command.
pub const COMMAND: Special = Special { name: "join", build, run };

fn build(command: Command) -> Command {
    let arguments = || {
        let other = Arg::new("other").value_name("OTHER").help("Code or name: of the other row");
        row_arguments(nouns::NOUNS.iter().filter(|noun| can_be_joined(noun)))
            .into_iter()
            .chain([other])
            .map(|argument| argument.required(true))
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

/// Two rows of a noun, by the ids and the names that they had before anybody decided.
struct Two {
    noun: &'static Noun,
    rows: [i64; 2],
    /// The rows that stood for them.
    stood: [i64; 2],
    names: BTreeMap<i64, String>,
}

impl Two {
    fn of(network: &Network, noun: &'static Noun, rows: [i64; 2]) -> Result<Self> {
        let stood = standing(network, noun, rows)?;
        let called = |row: i64| Ok((row, own_name(network, noun, row)?));
        let names = rows.into_iter().chain(stood).map(called).collect::<Result<_>>()?;
        Ok(Self { noun, rows, stood, names })
    }

    /// A text on both.
    fn told(&self, text: fn(say::Noun, String, String) -> Text) -> Text {
        let [one, other] = self.rows.map(|row| self.names[&row].clone());
        text(say::Noun(self.noun.name), one, other)
    }
}

/// Decides on the two rows on the line, or takes the decision back.
fn decide(call: &mut Call, matches: &ArgMatches, verdict: Option<Verdict>) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let noun = nouns::named(text("noun"))?;
    let network = call.write()?;
    network.begin(if verdict.is_some() { "join" } else { "part" }, noun.name)?;
    let find = |typed: &str| network.find_id(noun, None, typed, Reach::Whole);
    let rows = [find(text("code"))?, find(text("other"))?];
    if rows[0] == rows[1] {
        return Err(Refusal::data(say::join_with_itself(say::Noun(noun.name))).hint(say::list_them(noun.name)).into());
    }
    let two = Two::of(&network, noun, rows)?;
    if verdict == Some(Verdict::Same) {
        refuse_if_held_apart(&network, &two)?;
    }
    if !network.decide(noun, (rows[0], rows[1]), verdict)? {
        let text = if verdict.is_some() { say::decided_already } else { say::not_decided };
        return Err(Refusal::data(two.told(text)).hint(say::decided_hint()).into());
    }
    network.settle_down()?;
    let [stands, other] = standing(&network, noun, rows)?;
    let done = match verdict {
        Some(Verdict::Same) => joined(call, &network, &two, stands)?,
        Some(Verdict::Different) if stands == other => {
            return Err(Refusal::data(two.told(say::one_through_others)).hint(say::decided_hint()).into());
        }
        Some(Verdict::Different) => {
            part(call, &network, &two)?;
            two.told(say::held_apart)
        }
        None if stands == other => {
            call.say(&two.told(say::one_through_others))?;
            two.told(say::join_undone)
        }
        None => {
            part(call, &network, &two)?;
            two.told(say::join_undone)
        }
    };
    network.commit()?;
    call.done(done)
}

/// Gives the row that stands for both now what it lacks, and tells it.
fn joined(call: &mut Call, network: &Network, two: &Two, stands: i64) -> Result<Text> {
    let noun = say::Noun(two.noun.name);
    // They may have been one by decisions on others.
    let was_one = two.stood[0] == two.stood[1];
    let pair = if was_one { two.rows } else { two.stood };
    let hidden = if pair[0] == stands { pair[1] } else { pair[0] };
    let filled = if was_one { Filled::default() } else { lacking::fill(call, network, two.noun, stands, hidden)? };
    let (stands, hidden) = (two.names[&stands].clone(), two.names[&hidden].clone());
    if !filled.kept.is_empty() {
        call.say(&say::join_differences(filled.kept.join(", "), &stands))?;
    }
    Ok(match filled.taken.is_empty() {
        true => say::joined(noun, stands, hidden),
        false => say::joined_with(noun, stands, hidden, filled.taken.join(", ")),
    })
}

/// Gives back what was taken over while both were one, and tells it.
fn part(call: &mut Call, network: &Network, two: &Two) -> Result<()> {
    if two.stood[0] != two.stood[1] {
        return Ok(());
    }
    for (row, other) in [(two.rows[0], two.rows[1]), (two.rows[1], two.rows[0])] {
        let fields = lacking::give_back(call, network, two.noun, row, other)?;
        if !fields.is_empty() {
            call.say(&say::given_back(say::Noun(two.noun.name), &two.names[&row], fields.join(", ")))?;
        }
    }
    Ok(())
}

/// The rows that stand for these two.
fn standing(network: &Network, noun: &Noun, rows: [i64; 2]) -> Result<[i64; 2]> {
    let notices = network.notices()?;
    Ok(rows.map(|row| notices.stands_for(noun.name, row)))
}

/// Refuses to join two rows where others for which they stand, or that stand for them, were held apart.
fn refuse_if_held_apart(network: &Network, two: &Two) -> Result<()> {
    let (noun, notices) = (two.noun, network.notices()?);
    let [ours, theirs] = two.stood.map(|row| notices.meant_by(noun.name, row));
    let apart = network.decisions()?.into_iter().find(|decision| {
        let pair = [decision.low, decision.high];
        let is_between = |one: i64, other: i64| ours.contains(&one) && theirs.contains(&other);
        decision.noun.name == noun.name
            && decision.verdict == Verdict::Different
            && !two.rows.iter().all(|row| pair.contains(row))
            && (is_between(pair[0], pair[1]) || is_between(pair[1], pair[0]))
    });
    let Some(apart) = apart else { return Ok(()) };
    let (one, other) = (own_name(network, noun, apart.low)?, own_name(network, noun, apart.high)?);
    let refusal = Refusal::data(say::were_held_apart(say::Noun(noun.name), &one, &other));
    Err(refusal.hint(say::were_held_apart_hint(noun.name, one, other)).into())
}

/// What a row is called by itself, though another may stand for it.
fn own_name(network: &Network, noun: &'static Noun, id: i64) -> Result<String> {
    Ok(network.row(noun, id)?.map_or_else(|| crate::file::id::show(id), |row| row.called(noun)))
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
