//! The command tree: one line a noun, one line a command.

use crate::call::Call;
use crate::error::Result;
use crate::nouns::NOUNS;
use crate::record::Noun;
use crate::{about, check, completions, demo, exchange, init, keeping, network, setting, stats, verb, workbook};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;
use std::path::PathBuf;

/// A command that is no noun with the shared verbs.
pub struct Special {
    /// Its name.
    pub name: &'static str,
    /// Adds its arguments and subcommands, with their English help.
    pub build: fn(Command) -> Command,
    /// Runs it.
    pub run: fn(&mut Call, &ArgMatches) -> Result<()>,
}

/// Every command that is no noun.
pub static SPECIALS: &[Special] = &[
    init::COMMAND,
    demo::COMMAND,
    network::mentor::COMMAND,
    network::lead::COMMAND,
    check::COMMAND,
    exchange::handover::COMMAND,
    exchange::merge::COMMAND,
    exchange::conflict::COMMAND,
    exchange::join::COMMAND,
    keeping::history::COMMAND,
    keeping::undo::COMMAND,
    keeping::retention::COMMAND,
    keeping::backup::BACKUP,
    keeping::backup::RESTORE,
    keeping::doctor::COMMAND,
    stats::COMMAND,
    workbook::COMMAND,
    setting::COMMAND,
    about::COMMAND,
    completions::COMMAND,
];

/// The whole tree.
pub fn tree() -> Command {
    tree_for(&|_| true)
}

/// The tree with everything that is wanted by its name; the rest is there, with nothing below it.
///
/// What is not on the line need not be built: that is half of what a short command costs.
pub fn tree_for(wanted: &dyn Fn(&str) -> bool) -> Command {
    names().fold(root(), |tree, name| tree.subcommand(grow(Command::new(name), wanted)))
}

/// The program itself, with the flags that every command has.
pub fn root() -> Command {
    Command::new("tukipont")
        .about("Runs a digital-support network from one file")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .infer_long_args(false)
        .arg(
            Arg::new("db")
                .long("db")
                .value_name("FILE")
                .global(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Network file: the file to work on; else the one that the variable TUKIPONT_DB names, else that in your data folder"),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANGUAGE")
                .global(true)
                .value_parser(["en", "hu", "fi"])
                .help("Language of messages: else TUKIPONT_LANG, else the system's"),
        )
        .arg(flag("plain").global(true).help("Plain: for screen readers, one field a line, no boxes"))
        .arg(flag("no_input").long("no-input").global(true).help("No questions: fail where something is missing"))
        .arg(flag("help").short('h').global(true).action(ArgAction::Help).help("Help: on the command before it"))
        .arg(flag("version").short('V').action(ArgAction::Version).help("Version"))
}

/// A flag without a value.
pub fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// The arguments that name a row: its noun, one of these, and its code or name.
pub fn row_arguments(nouns: impl Iterator<Item = &'static Noun>) -> [Arg; 2] {
    let names = nouns.map(|noun| noun.name);
    let noun = Arg::new("noun").value_name("NOUN").value_parser(PossibleValuesParser::new(names));
    let noun = noun.hide_possible_values(true).requires("code").help("Noun: what kind of row");
    [noun, Arg::new("code").value_name("CODE").help("Code or name: which row")]
}

/// The names of all nouns and commands.
pub fn names() -> impl Iterator<Item = &'static str> {
    NOUNS.iter().map(|noun| noun.name).chain(SPECIALS.iter().map(|special| special.name))
}

/// Adds to a noun or command what it can do, where it is wanted.
pub fn grow(command: Command, wanted: &dyn Fn(&str) -> bool) -> Command {
    let name = command.get_name().to_string();
    if !wanted(&name) {
        return command;
    }
    match NOUNS.iter().find(|noun| noun.name == name) {
        Some(noun) => verb::grow(noun, command, wanted),
        None => match SPECIALS.iter().find(|special| special.name == name) {
            Some(special) => (special.build)(command),
            None => command,
        },
    }
}

/// Parses the command line and runs what it says.
///
/// # Errors
/// Whatever the command refuses or fails with.
pub fn dispatch(call: &mut Call, arguments: Vec<OsString>) -> Result<()> {
    let Some(matches) = crate::locale::line::parse(call, arguments)? else { return Ok(()) };
    call.take_flags(&matches)?;
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    if let Some(noun) = NOUNS.iter().find(|noun| noun.name == name) {
        return verb::run(call, noun, matches);
    }
    match SPECIALS.iter().find(|special| special.name == name) {
        Some(special) => (special.run)(call, matches),
        None => Ok(()),
    }
}
