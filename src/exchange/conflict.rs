//! `conflict`: rows whose versions disagree since files met, side by side, until somebody takes one.

use crate::call::Call;
use crate::cli::{Special, row_arguments};
use crate::error::{Refusal, Result};
use crate::file::names::Reach;
use crate::file::{Network, Row};
use crate::keeping::history::in_words;
use crate::locale::say;
use crate::nouns;
use crate::record::{Cells, Noun};
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, moment};
use crate::version::lineage::Lineage;
use crate::version::notice::What;
use clap::{Arg, ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "conflict", build, run };

fn build(command: Command) -> Command {
    let row = || row_arguments(|_| true).map(|argument| argument.required(true));
    let take = Arg::new("take").long("take").value_name("N").required(true);
    let take = take.value_parser(clap::value_parser!(u32).range(1..));
    command
        .about("Rows whose versions disagree since files met: list them, compare, take one")
        .subcommand_required(true)
        .subcommand(table::flags(
            Command::new("list").about("List rows with an open conflict").after_help("tukipont conflict list"),
        ))
        .subcommand(
            Command::new("show")
                .about("Show the versions of a row side by side")
                .after_help("tukipont conflict show point MINTA-1")
                .args(row())
                .arg(table::format_flag()),
        )
        .subcommand(
            Command::new("resolve")
                .about("Take one version of a row; the others stay in its history")
                .after_help("tukipont conflict resolve point MINTA-1 --take 2")
                .args(row())
                .arg(take.help("Take: the version of this number, as `conflict show` has it")),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("list", matches)) => list(call, matches),
        Some(("show", matches)) => show(call, matches),
        Some(("resolve", matches)) => resolve(call, matches),
        _ => Ok(()),
    }
}

/// A row with an open conflict, and what its heads say.
struct Open {
    noun: &'static Noun,
    row: Row,
    lineage: Lineage,
    /// What each head says, the winner's first; nothing where it deletes the row.
    heads: Vec<Option<Cells>>,
    /// What it said before each head that deletes it.
    deleted: Vec<Cells>,
}

impl Open {
    fn of(network: &Network, noun: &'static Noun, row: Row) -> Result<Option<Self>> {
        let Some(lineage) = network.lineage(noun, row.id)?.filter(Lineage::is_open) else { return Ok(None) };
        let heads = lineage.heads().map(|head| match head.deleted {
            true => Ok(None),
            false => network.told(noun, &lineage.content(noun, &head.digest)).map(Some),
        });
        let heads = heads.collect::<Result<_>>()?;
        let deleted = lineage.heads().filter(|head| head.deleted);
        let deleted = deleted.map(|head| network.told(noun, &lineage.content(noun, &head.digest)));
        let deleted = deleted.collect::<Result<_>>()?;
        Ok(Some(Self { noun, row, lineage, heads, deleted }))
    }

    /// The places of the columns in which the heads differ, and those that somebody changed while another deleted it.
    fn differences(&self) -> Vec<usize> {
        let live: Vec<&Cells> = self.heads.iter().flatten().chain(&self.deleted).collect();
        let differs = |place: &usize| live.iter().any(|cells| cells[*place] != live[0][*place]);
        (0..self.noun.columns().len()).filter(differs).collect()
    }
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let mut table = Table {
        headings: vec![
            Heading::new("noun", say::kind_of_record(), Form::Text),
            Heading::new("code", say::code(), Form::Text),
            Heading::new("versions", say::versions(), Form::Number),
            Heading::new("fields", say::fields(), Form::Text),
        ],
        ..Table::default()
    };
    for (name, id) in network.notices()?.all(What::Conflict) {
        let noun = nouns::named(name)?;
        let Some(row) = network.row(noun, id)? else { continue };
        let Some(open) = Open::of(&network, noun, row)? else { continue };
        if let Some((of, one, other)) = network.pair_of(noun, id)? {
            // Its own fields are ids: people decide on it with `join`.
            table.notes.push(say::conflict_of_pair(say::Noun(of.name), of.name, one, other));
        }
        let fields: Vec<&str> = open.differences().iter().map(|place| noun.columns()[*place].name.as_str()).collect();
        let told: Vec<String> =
            open.differences().iter().map(|place| call.speaker.field(name, &noun.columns()[*place])).collect();
        let is_deleted =
            open.heads.iter().any(Option::is_none).then(|| (REMOVED, call.speaker.say(&say::row_removed())));
        let key = fields.iter().copied().chain(is_deleted.as_ref().map(|(key, _)| *key)).collect::<Vec<_>>().join(" ");
        let words = told.into_iter().chain(is_deleted.map(|(_, words)| words)).collect::<Vec<_>>().join(", ");
        table.headings[0].words.insert(name.to_string(), call.speaker.noun(name).0);
        table.headings[3].words.insert(key.clone(), words);
        let cells = [name.to_string(), open.row.called(noun), open.heads.len().to_string(), key];
        table.rows.push(cells.map(Some).into());
    }
    table.print(call, &View::of(matches))
}

/// What scripts read where a version deletes the row.
const REMOVED: &str = "row-removed";

/// The row on the line, with its open conflict.
fn open(network: &Network, matches: &ArgMatches, reach: Reach) -> Result<Open> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let noun = nouns::named(text("noun"))?;
    // The row itself, though another may stand for it.
    let id = network.find_id(noun, None, text("code"), reach)?;
    let Some(row) = network.row(noun, id)? else { anyhow::bail!("no {} {id}", noun.name) };
    let called = row.called(noun);
    let none = || Refusal::not_found(say::no_conflict(say::Noun(noun.name), called)).hint(say::no_conflict_hint());
    Open::of(network, noun, row)?.ok_or_else(|| none().into())
}

fn show(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let open = open(&network, matches, Reach::Beginning)?;
    let view = View::of(matches);
    let for_people = view.format.unwrap_or_default().is_for_people();
    let mut table = Table { headings: vec![Heading::new("field", say::field(), Form::Text)], ..Table::default() };
    let numbers = 1..=open.heads.len() as i64;
    table.headings.extend(numbers.map(|number| match number {
        1 => Heading::new("1", say::version_shown(), Form::Text),
        number => Heading::new(&number.to_string(), say::version_beside(number), Form::Text),
    }));
    let mut stamps: [Vec<Option<String>>; 3] = ["when", "site", "command"].map(|key| vec![Some(key.to_string())]);
    for (text, key) in [(say::when(), "when"), (say::site(), "site"), (say::command(), "command")] {
        table.headings[0].words.insert(key.to_string(), call.speaker.say(&text));
    }
    for head in open.lineage.heads() {
        let command = network.command(head.command)?;
        let when = moment(head.clock);
        stamps[0].push(Some(if for_people { call.speaker.cell(Form::Moment, &when) } else { when }));
        stamps[1].push(command.as_ref().map(|command| command.site.clone()));
        stamps[2].push(command.map(|command| command.words()));
    }
    table.rows.extend(stamps);
    for place in open.differences() {
        let column = &open.noun.columns()[place];
        table.headings[0].words.insert(column.name.clone(), call.speaker.field(open.noun.name, column));
        let mut cells = vec![Some(column.name.clone())];
        for head in &open.heads {
            let cell = head.as_ref().and_then(|cells| cells[place].clone());
            cells.push(match cell {
                Some(cell) if for_people => Some(in_words(call, &network, open.noun, place, &cell)?),
                cell => cell,
            });
        }
        table.rows.push(cells);
    }
    if open.heads.iter().any(Option::is_none) {
        let removed = Some(REMOVED.to_string());
        let word = call.speaker.say(&say::row_removed());
        table.headings.iter_mut().for_each(|heading| {
            heading.words.insert(REMOVED.to_string(), word.clone());
        });
        let is_gone = open.heads.iter().map(|head| removed.clone().filter(|_| head.is_none()));
        table.rows.push([removed.clone()].into_iter().chain(is_gone).collect());
    }
    table.notes.push(say::take_one(open.noun.name, open.row.called(open.noun)));
    table.print(call, &view)
}

fn resolve(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.write()?;
    network.begin("resolve", "conflict")?;
    let open = open(&network, matches, Reach::Whole)?;
    let take = matches.get_one::<u32>("take").copied().unwrap_or(1);
    let (noun, called) = (open.noun, open.row.called(open.noun));
    if take as usize > open.heads.len() {
        let refusal = Refusal::not_found(say::no_such_version(i64::from(take), open.heads.len() as i64));
        return Err(refusal.hint(say::take_one(noun.name, called)).into());
    }
    network.resolve_conflict(noun, &open.row, open.lineage, take as usize - 1)?;
    network.commit()?;
    call.done(say::conflict_resolved(say::Noun(noun.name), called, i64::from(take)))
}
