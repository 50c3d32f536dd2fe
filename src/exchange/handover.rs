//! `handover`: a slice of the network in one small file, from the desk where it was typed to those who gather it.

use super::gap::missing;
use super::{flags, take_in};
use crate::call::Call;
use crate::cli::{Special, flag};
use crate::error::{Refusal, Result};
use crate::file::choose::Scope;
use crate::file::envelope;
use crate::file::foreign::{Foreign, refused};
use crate::file::handover::{Direction, Handover};
use crate::file::names::Reach;
use crate::file::spool::Spool;
use crate::file::{Network, id};
use crate::locale::say;
use crate::nouns;
use crate::table::{self, Heading, Table, View, put_with};
use crate::value::{Day, Form, answer, moment};
use crate::version::log::words_of_counts;
use clap::{Arg, ArgMatches, Command};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The command.
pub const COMMAND: Special = Special { name: "handover", build, run };

fn build(command: Command) -> Command {
    let path = || clap::value_parser!(PathBuf);
    let file = || {
        let file = Arg::new("file").value_name("FILE").required(true).value_parser(path());
        file.help("File: the hand-over, or - for standard input")
    };
    let text = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    command
        .about("Make, receive and look into hand-overs: a slice of the network in one small file")
        .subcommand_required(true)
        .subcommand(
            Command::new("create")
                .about("Make a hand-over: of an area, of a point, or of everything")
                .after_help(
                    "tukipont handover create -o november.handover --point MINTA-1 --since last --for county\n\
                     tukipont handover create -o everything.handover",
                )
                .arg(
                    text("output", "FILE")
                        .short('o')
                        .required(true)
                        .value_parser(path())
                        .help("Output: the file to write, or - for standard output"),
                )
                .arg(
                    text("area", "AREA")
                        .conflicts_with("point")
                        .help("Area: only the rows of points in it and in all below it"),
                )
                .arg(text("point", "POINT").help("Point: only the rows of this point"))
                .arg(text("since", "WHEN").help(
                    "Since: last, for what is new since the last hand-over like this one, or a day; else everything",
                ))
                .arg(text("for", "NAME").help("For: who is to have it; the next one for the same goes on from here"))
                .arg(flag("people").help("People: with names, phones, addresses and notes"))
                .arg(flag("force").help("Force: put the new file in place of an older one")),
        )
        .subcommand(
            Command::new("receive")
                .about("Take a hand-over in: all rows or none")
                .after_help(
                    "tukipont handover receive november.handover\n\
                     tukipont handover receive november.handover --dry-run",
                )
                .arg(file())
                .args(flags()),
        )
        .subcommand(
            Command::new("inspect")
                .about("Tell who made a hand-over, when, what is in it, and whether it is whole")
                .after_help("tukipont handover inspect november.handover")
                .arg(file())
                .arg(table::format_flag()),
        )
        .subcommand(table::flags(
            Command::new("list")
                .about("List what was sent and received")
                .after_help("tukipont handover list --format csv"),
        ))
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("create", matches)) => create(call, matches),
        Some(("receive", matches)) => receive(call, matches),
        Some(("inspect", matches)) => inspect(call, matches),
        Some(("list", matches)) => list(call, matches),
        _ => Ok(()),
    }
}

fn create(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let Some(output) = matches.get_one::<PathBuf>("output") else { return Ok(()) };
    if output.as_os_str() == "-" && call.streams.terminal.output {
        return Err(Refusal::usage(say::no_text_for_a_terminal()).hint(say::no_text_for_a_terminal_hint()).into());
    }
    let network = call.write()?;
    let find = |noun: &str, typed: &str| network.find(nouns::named(noun)?, typed, Reach::Whole).map(|row| row.id);
    let scope = match (text("area"), text("point")) {
        (Some(area), _) => Scope::Area(find("area", area)?),
        (_, Some(point)) => Scope::Point(find("point", point)?),
        _ => Scope::All,
    };
    let mut handover = Handover {
        id: network.new_handover()?,
        direction: Direction::Sent,
        clock: network.clock,
        site: network.site()?.to_string(),
        recipient: text("for").map(str::to_string),
        area: if let Scope::Area(area) = scope { Some(area) } else { None },
        point: if let Scope::Point(point) = scope { Some(point) } else { None },
        since: None,
        people: matches.get_flag("people"),
        rows: None,
        digest: None,
        received: None,
        turn: network.turn()?,
        until: Some(network.turn()?),
    };
    let mut since = None;
    handover.since = match text("since") {
        None => None,
        Some("last") => match network.last_like(&handover)? {
            Some(last) => Some(last.turn),
            None => {
                call.say(&say::handover_first())?;
                None
            }
        },
        Some(day) => {
            let day: Day = day.parse().map_err(|refusal: Refusal| refusal.hint(say::since_hint()))?;
            since = Some(day);
            Some(network.turn_before(call.beginning_of(day.0))?)
        }
    };
    let spool = Spool::beside(&network.path)?;
    let slice = spool.path("slice.db");
    let carried = network.write_slice(&slice, scope, &handover)?;
    let name = output.display().to_string();
    let digest = match name.as_str() {
        "-" => {
            let digest = envelope::seal(&slice, &mut call.streams.output)?;
            call.streams.output.flush()?;
            digest
        }
        _ => put_with(output, matches.get_flag("force"), &network.path, |to| envelope::seal(&slice, to))?,
    };
    let counts: Vec<(&'static str, i64)> = carried.rows.into_iter().collect();
    handover.rows = crate::version::log::counts_of(counts.iter().copied());
    handover.digest = Some(digest.to_vec());
    network.log_handover(&handover, &carried.remembered)?;
    call.say(&match (counts.is_empty(), since) {
        (false, _) => say::handover_made(name, counts),
        (true, None) => say::handover_made_empty(name),
        (true, Some(day)) => say::handover_made_empty_since(name, day),
    })?;
    match handover.people {
        true => call.say(&say::handover_with_people()),
        false => call.say(&say::handover_without_people()),
    }
}

/// Opens the hand-over on the line in a folder for that, and what it says of itself.
fn opened(call: &mut Call, matches: &ArgMatches, spool: Spool) -> Result<(Foreign, Handover)> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let name = file.display().to_string();
    let (foreign, digest) = match name.as_str() {
        "-" => envelope::open(&name, &mut call.streams.input, spool)?,
        _ => envelope::open(&name, input(&file)?, spool)?,
    };
    let mut handover = foreign.handover()?.ok_or_else(|| refused(say::handover_unsigned(&name)))?;
    handover.digest = Some(digest.to_vec());
    Ok((foreign, handover))
}

/// The file to read: an ordinary one, asked before it is opened, since a pipe would be waited for.
fn input(file: &Path) -> Result<impl Read> {
    let name = || file.display().to_string();
    let metadata = fs::metadata(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::failed(say::no_sheet(name())).hint(say::no_sheet_hint()).into(),
        _ => anyhow::Error::from(error),
    })?;
    match metadata.is_file() {
        true => Ok(File::open(file)?),
        false => Err(Refusal::failed(say::not_a_file(name())).hint(say::no_sheet_hint()).into()),
    }
}

fn receive(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.write()?;
    let (foreign, mut handover) = opened(call, matches, Spool::beside(&network.path)?)?;
    (handover.direction, handover.received) = (Direction::Received, Some(network.clock));
    let remembered = foreign.remembered()?;
    let log = || network.note_handover(&handover, &remembered);
    let gap = network.gap_before(&handover)?;
    let merged = take_in(call, &network, &foreign, "receive", matches, |_| log())?;
    if let Some(gap) = gap {
        call.say(&missing(call, &network, &gap)?)?;
    }
    // That somebody sent something is worth knowing, even where it brought nothing new.
    if merged.is_nothing() && !matches.get_flag("dry_run") && !network.knows_handover(handover.id)? {
        network.log_handover(&handover, &remembered)?;
    }
    Ok(())
}

fn inspect(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let spool = Spool::near(&call.path()?)?;
    let (foreign, handover) = opened(call, matches, spool)?;
    let mut table = Table { single: true, ..Table::default() };
    let mut row = Vec::new();
    let mut put = |heading: Heading, cell: Option<String>| {
        table.headings.push(heading);
        row.push(cell);
    };
    let heading = |key: &str, text: say::Text, form: Form| Heading::new(key, text, form);
    put(heading("site", say::site(), Form::Text), Some(handover.site.clone()));
    put(heading("network", say::network_name(), Form::Text), foreign.setting("name")?);
    put(heading("when", say::when(), Form::Moment), Some(moment(handover.clock)));
    put(heading("recipient", say::recipient(), Form::Text), handover.recipient.clone());
    put(Heading::of("area", "point", "area")?, foreign.code("area", handover.area)?);
    put(Heading::of("point", "session", "point")?, foreign.code("point", handover.point)?);
    put(
        heading("since_last", say::only_what_is_new(), Form::Answer),
        Some(answer(handover.since.is_some()).to_string()),
    );
    put(heading("people", say::people(), Form::Answer), Some(answer(handover.people).to_string()));
    let (rows, told) = words_of_counts(call, handover.rows.as_deref().unwrap_or_default());
    let mut counted = heading("rows", say::rows(), Form::Text);
    counted.words.extend(told);
    put(counted, rows);
    let digest = handover.digest.iter().flatten().map(|byte| format!("{byte:02x}")).collect();
    put(heading("digest", say::contents_digest(), Form::Text), Some(digest));
    // One that does not hold is refused before this.
    put(heading("digest_holds", say::digest_holds(), Form::Answer), Some(answer(true).to_string()));
    table.rows.push(row);
    table.print(call, &View::of(matches))
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let table = table_of(call, &network, network.handovers()?)?;
    table.print(call, &View::of(matches))?;
    network.gaps()?.iter().try_for_each(|gap| call.say(&missing(call, &network, gap)?))
}

/// Hand-overs as a table.
///
/// # Errors
/// Only those of the database.
pub fn table_of(call: &Call, network: &Network, handovers: Vec<Handover>) -> Result<Table> {
    let mut table = Table {
        headings: vec![
            Heading::new("id", say::id(), Form::Text),
            Heading::new("direction", say::direction_heading(), Form::Text),
            Heading::new("when", say::when(), Form::Moment),
            Heading::new("site", say::site(), Form::Text),
            Heading::new("recipient", say::recipient(), Form::Text),
            Heading::of("area", "point", "area")?,
            Heading::of("point", "session", "point")?,
            Heading::new("people", say::people(), Form::Answer),
            Heading::new("rows", say::rows(), Form::Text),
            Heading::new("received", say::received_when(), Form::Moment),
        ],
        ..Table::default()
    };
    for direction in [Direction::Sent, Direction::Received] {
        let words = call.speaker.say(&say::direction(direction.name()));
        table.headings[1].words.insert(direction.name().to_string(), words);
    }
    for handover in handovers {
        let (rows, told) = words_of_counts(call, handover.rows.as_deref().unwrap_or_default());
        table.headings[8].words.extend(told);
        table.rows.push(vec![
            Some(id::show(handover.id)),
            Some(handover.direction.name().to_string()),
            Some(moment(handover.clock)),
            Some(handover.site),
            handover.recipient,
            code(network, "area", handover.area)?,
            code(network, "point", handover.point)?,
            Some(answer(handover.people).to_string()),
            rows,
            handover.received.map(moment),
        ]);
    }
    Ok(table)
}

/// What a row that a hand-over is about is called.
///
/// # Errors
/// Only those of the database.
pub fn code(network: &Network, noun: &str, row: Option<i64>) -> Result<Option<String>> {
    row.map(|row| network.called_once(nouns::named(noun)?, row)).transpose()
}
