//! `undo`: takes a command back, wherever nobody has changed since what it did.

use super::history::{headings, rows_heading, rows_of, stamp};
use crate::call::Call;
use crate::cli::{Special, flag};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::backup::copies;
use crate::locale::say;
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, moment};
use crate::version::log::Command as Logged;
use clap::{Arg, ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "undo", build, run };

/// So many commands are listed where nobody asks for another number.
const LAST: usize = 20;

/// So many rows that were left are told one by one.
const FEW: usize = 20;

fn build(command: Command) -> Command {
    let number = Arg::new("number").value_name("N").value_parser(clap::value_parser!(u32).range(1..));
    let command = table::flags(
        command
            .about("Take back the last command, or an earlier one; what has changed since is named and left")
            .after_help("tukipont undo\ntukipont undo --list\ntukipont undo 3 --dry-run")
            .arg(number.help("Number: of a command in the list; else the last one"))
            .arg(
                flag("list")
                    .help("List: the last commands, by their numbers")
                    .conflicts_with_all(["number", "dry_run"]),
            )
            .arg(flag("dry_run").long("dry-run").help("Dry run: tell what would come back, and leave it")),
    );
    // Whoever says how a list is to look, and forgets to ask for it, wants nothing taken back.
    command.mut_args(|argument| match argument.get_id().as_str() {
        "format" | "fields" | "sort" | "limit" => argument.requires("list"),
        _ => argument,
    })
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    if matches.get_flag("list") {
        return list(call, matches);
    }
    let number = matches.get_one::<u32>("number").copied().unwrap_or(1);
    let network = call.write()?;
    let command = wanted(&network, number)?;
    let dry = matches.get_flag("dry_run");
    network.begin_bulk("undo", "", dry)?;
    let undone = network.undo(&command);
    network.end_bulk(undone.as_ref().is_ok_and(|undone| !undone.is_nothing()) && !dry)?;
    let undone = undone?;
    for (noun, code, reason) in undone.left.iter().take(FEW) {
        call.say(&say::left_alone(say::Noun(noun), code, reason.clone()))?;
    }
    if undone.left.len() > FEW {
        call.say(&say::more_left((undone.left.len() - FEW) as i64))?;
    }
    if !undone.elsewhere.is_empty() {
        call.say(&say::left_elsewhere(
            undone.elsewhere.iter().map(|(noun, count)| (*noun, *count)).collect::<Vec<_>>(),
        ))?;
    }
    if undone.is_nothing() {
        let refusal = Refusal::data(say::nothing_to_undo_of(command.words()));
        return Err(refusal.hint(say::nothing_to_undo_hint()).into());
    }
    let counts: Vec<(&'static str, i64)> = undone.rows.into_iter().collect();
    let told = match counts.is_empty() {
        true => say::undone_setting(command.words()),
        false => say::undone(command.words(), counts),
    };
    match dry {
        true => call.say(&told).and_then(|()| call.say(&say::dry_run())),
        false => call.done(told),
    }
}

/// The command that is to be taken back: so many back from now.
fn wanted(network: &Network, number: u32) -> Result<Logged> {
    let mut last = network.commands(true, number as usize)?;
    if last.len() < number as usize {
        let message = match last.is_empty() {
            true => say::nothing_to_undo(),
            false => say::no_such_command(i64::from(number)),
        };
        return Err(Refusal::not_found(message).hint(say::nothing_to_undo_hint()).into());
    }
    let command = last.swap_remove(number as usize - 1);
    if !command.is_final() {
        return Ok(command);
    }
    let kept = copies(&network.path)?.into_iter().rev();
    let kept =
        kept.filter(|copy| copy.before.as_ref() == Some(&command.verb)).find(|copy| copy.made == moment(command.clock));
    let hint = match kept {
        Some(copy) => {
            let file = copy.path.display().to_string();
            // What is erased is erased from every copy too.
            if network.all_erased()?.is_empty() { say::copy_kept(file) } else { say::copy_kept_without(file) }
        }
        None if ["erase", "retain"].contains(&command.verb.as_str()) => say::cannot_undo_no_copy(),
        None => say::no_copy_kept(),
    };
    Err(Refusal::data(say::cannot_undo(command.words())).hint(hint).into())
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let view = View::of(matches);
    let number = Heading::new("number", say::number(), Form::Number);
    let headings = [number].into_iter().chain(headings(call)).chain([rows_heading()]);
    let mut table = Table { headings: headings.collect(), ..Table::default() };
    for (place, command) in network.commands(true, view.limit.unwrap_or(LAST))?.iter().enumerate() {
        let (rows, words) = rows_of(call, command);
        table.headings[4].words.extend(words);
        let number = [Some((place + 1).to_string())].into_iter();
        table.rows.push(number.chain(stamp(command, command.clock)).chain([rows]).collect());
    }
    table.print(call, &view)
}
