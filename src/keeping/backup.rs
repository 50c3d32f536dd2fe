//! `backup` and `restore`: copies of the whole file, made by hand or before a merge, and put back.

use super::erase::{in_copies, open};
use crate::call::Call;
use crate::cli::{Special, flag};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::backup::{Copy, DAMAGED, copies};
use crate::file::carried::Log;
use crate::file::connect::Access;
use crate::file::open::Outside;
use crate::file::place::{JOURNALS, beside};
use crate::file::spool::Spool;
use crate::locale::say;
use crate::table::{self, Heading, Table, View};
use crate::value::Form;
use crate::version::show::Place;
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The command that makes a copy.
pub const BACKUP: Special = Special { name: "backup", build: build_backup, run: back_up };

/// The command that puts one back.
pub const RESTORE: Special = Special { name: "restore", build: build_restore, run: restore };

/// What the name of a copy says that somebody asked for.
const BY_HAND: &str = "by-hand";

fn build_backup(command: Command) -> Command {
    let output = Arg::new("output").long("output").short('o').value_name("FILE");
    table::flags(
        command
            .about("Make a copy of the whole file, or list the copies that there are")
            .after_help("tukipont backup\ntukipont backup -o stick.db\ntukipont backup --list")
            .arg(
                output
                    .value_parser(clap::value_parser!(PathBuf))
                    .help("Output: where the copy is to lie, or - for standard output; else in the folder of copies beside the file"),
            )
            .arg(flag("force").help("Force: put the new file in place of an older one"))
            .arg(flag("list").help("List: the copies beside the file, the oldest first")),
    )
}

fn build_restore(command: Command) -> Command {
    command
        .about("Put a copy in place of the file as it is now; of that a copy is kept first")
        .after_help("tukipont restore stick.db\ntukipont restore 2 --yes")
        .arg(
            Arg::new("copy")
                .value_name("COPY")
                .required(true)
                .help("Copy: a file, or its number in `tukipont backup --list`"),
        )
        .arg(flag("yes").help("Yes: do it without asking"))
}

fn back_up(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    if matches.get_flag("list") {
        return list(call, matches);
    }
    let network = call.read()?;
    let path = match matches.get_one::<PathBuf>("output") {
        None => network.copy_into_folder(BY_HAND)?,
        Some(output) if output.as_os_str() == "-" => {
            let spool = Spool::near(&network.path)?;
            let copy = spool.path("copy.db");
            network.copy_to(&copy, false)?;
            std::io::copy(&mut std::fs::File::open(copy)?, &mut call.streams.output)?;
            call.streams.output.flush()?;
            output.clone()
        }
        Some(output) => {
            let force = matches.get_flag("force");
            table::refuse_output(output, force, &network.path)?;
            network.copy_to(output, force)?;
            output.clone()
        }
    };
    call.say(&say::copy_made(path.display().to_string()))
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let mut table = Table {
        headings: vec![
            Heading::new("number", say::number(), Form::Number),
            Heading::new("when", say::when(), Form::Moment),
            Heading::new("before", say::before_what(), Form::Text),
            Heading::new("bytes", say::bytes(), Form::Number),
            Heading::new("file", say::file(), Form::Text),
        ],
        ..Table::default()
    };
    for (place, copy) in copies(&call.path()?)?.into_iter().enumerate() {
        let Copy { path, made, before, size } = copy;
        let cells = [Some((place + 1).to_string()), Some(made), before, Some(size.to_string())];
        table.rows.push(cells.into_iter().chain([Some(path.display().to_string())]).collect());
    }
    table.print(call, &View::of(matches))
}

/// The copy on the line: a number of the list, or a file.
fn copy_of(call: &Call, matches: &ArgMatches) -> Result<PathBuf> {
    let typed = matches.get_one::<String>("copy").cloned().unwrap_or_default();
    let Some(number) = typed.parse::<usize>().ok().filter(|_| !Path::new(&typed).exists()) else {
        return Ok(PathBuf::from(typed));
    };
    let copies = copies(&call.path()?)?;
    match number.checked_sub(1).and_then(|place| copies.into_iter().nth(place)) {
        Some(copy) => Ok(copy.path),
        None => Err(Refusal::not_found(say::no_such_copy(number as i64)).hint(say::no_such_copy_hint()).into()),
    }
}

fn restore(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let copy = copy_of(call, matches)?;
    let name = copy.display().to_string();
    let own = call.path()?;
    if let (Ok(copy), Ok(own)) = (copy.canonicalize(), own.canonicalize())
        && copy == own
    {
        return Err(Refusal::failed(say::merge_with_itself(name)).hint(say::other_file_hint()).into());
    }
    if !copy.exists() {
        return Err(Refusal::failed(say::no_sheet(name)).hint(say::copies_hint()).into());
    }
    let source = Network::open(&copy, Access::Read, call.outside())?;
    call.confirm(matches, &say::restore_question(&name))?;
    // Worked on apart, so that the copy stays what it is: what was erased since is erased from it first.
    let spool = Spool::beside(&own)?;
    let work = spool.path("restored.db");
    source.copy_to(&work, false)?;
    drop(source);
    let outside = Outside { keeps_copies: false, ..call.outside() };
    let restored = Network::open(&work, Access::Write, outside)?;
    restored.refuse_a_damaged_file(&name)?;
    let opened = unless_damaged(own.exists().then(|| call.write()).transpose())?;
    let sound = opened.as_ref().map(|network| network.refuse_a_damaged_file(&name)).transpose();
    let mut network = match (opened, unless_damaged(sound)?) {
        (Some(network), Some(())) => network,
        (damaged, _) => return restore_anew(call, &own, damaged, &restored, &name),
    };
    let (mine, theirs) = (network.site()?.to_string(), restored.site()?.to_string());
    let (kept, erased) = network.replace_by(&restored, |network| {
        let erased = remember(call, &own, Some(network), &restored)?;
        Ok((crate::exchange::keep_copy(network, "restore", Some(&copy))?, erased))
    })?;
    in_copies(call, &own, &erased)?.tell(call)?;
    call.say(&say::restored_from(name))?;
    if mine != theirs {
        call.say(&say::restored_site(theirs, mine))?;
    }
    call.say(&say::copy_kept(kept.display().to_string()))?;
    call.say(&say::restored_hint())
}

/// Puts a copy where no sound file is; what is there is set aside.
fn restore_anew(call: &mut Call, own: &Path, damaged: Option<Network>, restored: &Network, name: &str) -> Result<()> {
    let erased = remember(call, own, damaged.as_ref(), restored)?;
    drop(damaged);
    let aside = own.exists().then(|| set_aside(own)).transpose()?;
    restored.copy_to(own, false)?;
    in_copies(call, own, &erased)?.tell(call)?;
    call.say(&say::restored_anew(name))?;
    aside.map_or(Ok(()), |aside| call.say(&say::set_aside(aside.display().to_string())))
}

/// Hands on to a copy what must outlast the file that it comes in place of, as far as that and the copies beside it can be
/// read: who was erased, which are given, and which hand-overs there were.
fn remember(call: &Call, own: &Path, network: Option<&Network>, restored: &Network) -> Result<Vec<Place>> {
    let copies = copies(own)?.into_iter().filter_map(|copy| open(call, &copy.path, Access::Read).ok());
    let copies: Vec<Network> = copies.collect();
    let mut erased = BTreeMap::new();
    for one in copies.iter().chain(network) {
        erased.extend(one.all_erased().unwrap_or_default());
    }
    let logs: Vec<Log> = match network.and_then(|network| network.handover_log().ok()) {
        Some(log) => vec![log],
        None => copies.iter().filter_map(|copy| copy.handover_log().ok()).collect(),
    };
    restored.begin("restore", "")?;
    for ((noun, row), clock) in &erased {
        restored.erase_since(crate::nouns::named(noun)?, *row, *clock)?;
    }
    logs.iter().try_for_each(|log| restored.keep_handover_log(log))?;
    restored.commit()?;
    Ok(erased.into_keys().collect())
}

/// What was asked of a file; nothing where it is damaged.
fn unless_damaged<T>(asked: Result<Option<T>>) -> Result<Option<T>> {
    let damage = ["file_damaged", "foreign_damaged", "not_a_database", "not_a_network"];
    asked.or_else(
        |error| if damage.contains(&crate::error::refusal(&error).message.key) { Ok(None) } else { Err(error) },
    )
}

/// Gives a damaged file another name, its journal with it: nobody but an expert can say what is still in it.
fn set_aside(file: &Path) -> Result<PathBuf> {
    let named = |number: u32| beside(file, &format!("{DAMAGED}{number}"));
    let aside = (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1));
    for ending in JOURNALS {
        let journal = beside(file, ending);
        if journal.exists() {
            std::fs::rename(&journal, beside(&aside, ending))?;
        }
    }
    std::fs::rename(file, &aside)?;
    Ok(aside)
}
