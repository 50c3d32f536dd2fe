//! `import`: rows of a sheet, our own or somebody else's, all or none.

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Faults, Refusal, Result};
use crate::file::Network;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::sheet::intake::{self, Done};
use crate::sheet::mapping::Mapping;
use crate::sheet::plan::Plan;
use crate::sheet::progress::Progress;
use crate::sheet::read::Sheet;
use crate::sheet::{fault, in_mapping};
use clap::{Arg, ArgMatches, Command};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The verb.
pub const VERB: Verb =
    Verb { name: "import", about: "Take {nouns} in from a sheet: all rows or none", applies: |_| true, build, run };

/// So many rows that were made on the way are told by name.
const FEW: usize = 5;

/// What a mapping is, and the smallest one.
const MAP: &str = "Mapping: a TOML file that says how the sheet reads; the smallest has two lines: [columns] and \
                   name = \"their heading\"; examples in the README, \"Somebody else's sheet\"";

fn build(_: &'static Noun, command: Command) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(clap::value_parser!(PathBuf))
    };
    command
        .arg(path("file", "FILE").required(true).help("File: the sheet, or - for standard input"))
        .arg(path("map", "MAP").long("map").help(MAP))
        .arg(Arg::new("sender").long("sender").value_name("NAME").help("Sender: whose ids the sheet holds"))
        .arg(flag("dry_run").long("dry-run").help("Dry run: do it all, tell what would change, and take it back"))
        .after_help(
            "tukipont {command} import sheet.csv --dry-run\ntukipont {command} import sheet.csv --map sheet.toml",
        )
}

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let sender = matches.get_one::<String>("sender").map(String::as_str);
    let dry = matches.get_flag("dry_run");
    let map = matches.get_one::<PathBuf>("map").map(|map| mapping(map)).transpose()?;
    let sheet = sheet(call, matches)?;
    let network = call.write()?;
    let plan = match &map {
        Some(map) => Plan::of_mapping(&network, noun, map, &sheet.headings, sender)?,
        None => Plan::of_headings(noun, &sheet.name, &sheet.headings, sender)?,
    };
    let visible = call.streams.terminal.errors && !call.plain;
    let done = import(&network, &plan, sheet, dry, &mut Progress::new(visible))?;
    report(call, noun, &done, dry)
}

/// Takes a sheet in as one command, or takes all of it back.
///
/// # Errors
/// The faults of the sheet, or those of the database.
pub fn import(network: &Network, plan: &Plan, sheet: Sheet, dry: bool, progress: &mut Progress) -> Result<Done> {
    network.begin_bulk("import", plan.noun.name, dry)?;
    let done = intake::take(network, plan, sheet, &mut |step, count| progress.tell(step, count));
    progress.end();
    let nothing = done.as_ref().is_ok_and(|done| done.changes() == 0);
    network.end_bulk(done.is_ok() && !dry && !nothing, dry)?;
    done
}

fn report(call: &mut Call, noun: &Noun, done: &Done, dry: bool) -> Result<()> {
    for (made, names) in &done.made {
        let count = names.len() as i64;
        let shown: Vec<String> = names.iter().take(FEW).map(|name| format!("`{name}`")).collect();
        call.say(&match names.len() <= FEW {
            true => say::made_by_name(Word(made), count, shown.join(", ")),
            false => say::made_on_the_way(Word(made), count),
        })?;
    }
    let taken = done.taken;
    if taken.restored > 0 {
        call.say(&say::restored(Word(noun.name), taken.restored))?;
    }
    let private = &done.private;
    if private.count > 0 {
        let kinds = super::kinds_of(&private.kinds);
        call.say(&say::notes_may_hold(private.count, kinds, private.line as i64))?;
    }
    let told = say::imported(Word(noun.name), taken.new, taken.changed, taken.same);
    match (dry, done.changes()) {
        (true, _) => call.say(&told).and_then(|()| call.say(&say::dry_run())),
        (false, 0) => call.say(&told),
        (false, _) => call.done(told),
    }
}

/// The mapping file on the line.
fn mapping(map: &Path) -> Result<Mapping> {
    let name = map.display().to_string();
    if map.is_dir() {
        return Err(Refusal::failed(say::not_a_file(name)).hint(say::not_toml_hint()).into());
    }
    let text = std::fs::read(map).map_err(|error| unreadable(&name, error))?;
    match std::str::from_utf8(&text) {
        Ok(text) => Mapping::read(&name, text),
        Err(error) => {
            let line = 1 + text[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u64;
            let refusal = Refusal::data(say::not_utf8()).hint(say::not_toml_hint());
            Err(Faults::of(&name, vec![in_mapping(&name, fault(line, "", "", refusal))]).into())
        }
    }
}

/// The sheet on the line.
fn sheet(call: &mut Call, matches: &ArgMatches) -> Result<Sheet> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let name = file.display().to_string();
    if name == "-" {
        let mut all = Vec::new();
        call.streams.input.read_to_end(&mut all)?;
        return Sheet::open("-", Box::new(std::io::Cursor::new(all)));
    }
    let input = File::open(&file).map_err(|error| unreadable(&name, error))?;
    if !input.metadata()?.is_file() {
        return Err(Refusal::failed(say::not_a_file(name)).hint(say::no_sheet_hint()).into());
    }
    Sheet::open(&name, Box::new(input))
}

fn unreadable(name: &str, error: std::io::Error) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::failed(say::no_sheet(name)).hint(say::no_sheet_hint()).into(),
        _ => error.into(),
    }
}
