//! `import`: rows of a sheet, our own or somebody else's, all or none.

mod told;

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Exit, Faults, Refusal, Result, Told};
use crate::file::Network;
use crate::file::place::is_one;
use crate::locale::say;
use crate::record::Noun;
use crate::sheet::beside::Beside;
use crate::sheet::conventions::{Conventions, sheet_flag};
use crate::sheet::done::Done;
use crate::sheet::explain::explain;
use crate::sheet::gone::Wanted as OfGone;
use crate::sheet::input::Input;
use crate::sheet::intake;
use crate::sheet::mapping::Mapping;
use crate::sheet::plan::Plan;
use crate::sheet::progress::Progress;
use crate::sheet::read::Sheet;
use crate::sheet::rejects::Rejects;
use crate::sheet::words::Words;
use crate::standard::{self, Standard};
use crate::table::{self, View};
use crate::value::Period;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use std::io::Read;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use told::{list_gone, put_aside, report, tell_choice};

/// The verb.
pub const VERB: Verb =
    Verb { name: "import", about: "Take {nouns} in from a sheet: all rows or none", applies: |_| true, build, run };

/// What a mapping is, and the smallest one.
const MAP: &str = "Mapping: a TOML file that says how the sheet reads; the smallest has two lines: [columns] and \
                   name = \"their heading\"; examples in the README, \"Somebody else's sheet\"";

/// What a standard is here.
const STANDARD: &str =
    "Standard: the sheet is in the form of this public standard, whose mapping comes with the program";

/// How the sheet is written, where it does not show it by itself.
const CONVENTIONS: [(&str, &str, &str); 5] = [
    ("encoding", "NAME", "Encoding: of the sheet, as windows-1250; else its own mark, UTF-8, or the country's"),
    ("delimiter", "SIGN", "Delimiter: what stands between cells: , ; | or tab; else what the first row shows"),
    ("days", "ORDER", "Days: what comes first in 1/2/2026: day-first or month-first"),
    ("decimal", "SIGN", "Decimal: what stands before decimals: comma or point"),
    ("dialect", "DIALECT", "Dialect: excel-hu or excel-fi, where the headings do not show it"),
];

fn build(noun: &'static Noun, command: Command) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(clap::value_parser!(PathBuf))
    };
    let standard = standard::flag(noun, STANDARD).map(|flag| flag.conflicts_with_all(["map", "dialect"]));
    command
        .args(standard)
        .arg(path("file", "FILE").required(true).help("File: the sheet, a folder of sheets, or - for standard input"))
        .arg(path("map", "MAP").long("map").help(MAP))
        .arg(Arg::new("sender").long("sender").value_name("NAME").help("Sender: whose ids the sheet holds"))
        .args(CONVENTIONS.map(|(name, value, help)| Arg::new(name).long(name).value_name(value).help(help)))
        .arg(sheet_flag())
        .arg(path("rejects", "FILE").long("rejects").help("Rejects: rows with faults go into this file, all others are taken"))
        .arg(flag("force").requires("rejects").help("Force: put the new file in place of an older one"))
        .arg(gone_flag())
        .args(noun.date.map(|_| covers_flag()))
        .arg(flag("explain").help("Explain: tell what is found of the sheet and why, and take nothing"))
        .arg(table::format_flag())
        .arg(flag("dry_run").long("dry-run").help("Dry run: do it all, tell what would change, and take it back"))
        .after_help(
            "tukipont {command} import sheet.csv --explain\ntukipont {command} import sheet.csv --dry-run\ntukipont {command} import sheet.csv --map sheet.toml",
        )
}

/// What is to become of rows that the sender no longer has.
fn gone_flag() -> Arg {
    Arg::new("gone")
        .long("gone")
        .value_name("WHAT")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("list")
        .value_parser(clap::value_parser!(OfGone))
        .conflicts_with("explain")
        .help("Gone: list the rows that the sender no longer has, or remove them")
}

/// Which days a sheet tells of.
fn covers_flag() -> Arg {
    Arg::new("covers")
        .long("period")
        .value_name("PERIOD")
        .requires("gone")
        .value_parser(clap::value_parser!(Period))
        .help("Period: the days that the sheet covers; else from its first to its last")
}

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let inputs = inputs(call, matches)?;
    let network = call.write()?;
    let standard = standard::named(matches);
    let map = match (standard, matches.get_one::<PathBuf>("map")) {
        (Some(standard), _) => Some(standard.mapping()?),
        (None, map) => map.map(|map| Mapping::of_line(&network, map)).transpose()?,
    };
    let conventions = conventions(&network, noun, map.as_ref(), matches)?;
    let beside = (inputs.len() > 1).then(|| Arc::new(Mutex::new(Beside::default())));
    let wanted = Wanted { noun, map, standard, conventions, beside, matches };
    if let [input] = &inputs[..] {
        return wanted.take(call, &network, input);
    }
    if let Some(flag) = ["explain", "rejects", "gone"].into_iter().find(|flag| is_given(matches, flag)) {
        return Err(Refusal::usage(say::one_file_only(flag)).hint(say::one_file_only_hint()).into());
    }
    network.enter_bulk(&format!("{} import", noun.name), matches.get_flag("dry_run"))?;
    let refused = wanted.take_each(call, &network, &inputs);
    network.leave_bulk()?;
    let refused = refused?;
    call.say(&say::sheets_taken(inputs.len() as i64 - refused, refused))?;
    if refused > 0 { Err(Told(Exit::Data).into()) } else { Ok(()) }
}

/// Whether a flag is on the line.
fn is_given(matches: &ArgMatches, flag: &str) -> bool {
    matches.value_source(flag) == Some(ValueSource::CommandLine)
}

/// What the line asks for, whatever sheets there are.
struct Wanted<'m> {
    noun: &'static Noun,
    map: Option<Mapping>,
    standard: Option<&'static Standard>,
    conventions: Conventions,
    /// What the sheets before said, where there are several.
    beside: Option<Arc<Mutex<Beside>>>,
    matches: &'m ArgMatches,
}

impl Wanted<'_> {
    /// What the rows of a sheet are: a report's sheet may hold its answers, by its mapping or most of its headings.
    fn noun_of(&self, sheet: &Sheet) -> Result<&'static Noun> {
        let Some(other) = self.noun.sheet else { return Ok(self.noun) };
        let other = crate::nouns::named(other)?;
        let known = |noun| {
            let words = Words::of(noun);
            sheet.headings.iter().filter(|heading| words.heading(heading).is_some()).count()
        };
        Ok(match self.map.as_ref().map(|map| map.noun.as_ref()) {
            Some(Some((_, named))) if named == other.name => other,
            None if known(other) > known(self.noun) => other,
            _ => self.noun,
        })
    }

    /// Takes each sheet in by itself: what is wrong with one of them hinders no other. Gives how many were refused.
    fn take_each(&self, call: &mut Call, network: &Network, inputs: &[Input]) -> Result<i64> {
        let mut refused = 0;
        for input in inputs {
            call.say(&say::sheet_begins(input.name()))?;
            if let Err(error) = self.take(call, network, input) {
                call.refuse(&error);
                refused += 1;
            }
        }
        Ok(refused)
    }

    /// Takes one sheet in.
    fn take(&self, call: &mut Call, network: &Network, input: &Input) -> Result<()> {
        let matches = self.matches;
        let sender = matches.get_one::<String>("sender").map(String::as_str);
        let dry = matches.get_flag("dry_run");
        let output = matches.get_one::<PathBuf>("rejects").map(|output| (output.as_path(), matches.get_flag("force")));
        if let Some((output, force)) = output {
            if table::is_workbook(output) {
                return Err(Refusal::usage(say::rejects_are_csv()).hint(say::rejects_are_csv_hint()).into());
            }
            table::refuse_output(output, force, &network.path)?;
            if let Input::File(file) = input
                && is_one(output, file)
            {
                let refusal = Refusal::failed(say::output_is_input(output.display().to_string()));
                return Err(refusal.hint(say::other_output()).into());
            }
        }
        let (mut conventions, mut rejects) = (self.conventions.clone(), Rejects::default());
        let mut is_told = matches.get_flag("explain");
        loop {
            let mut sheet = input.open(&conventions)?;
            let noun = self.noun_of(&sheet)?;
            let (name, first_line) = (sheet.name.clone(), sheet.first_line);
            if let Some(typed) = &sheet.typed {
                conventions = conventions.of_workbook();
                if !std::mem::replace(&mut is_told, true) {
                    tell_choice(call, &name, &typed.choice)?;
                }
            }
            if self.map.is_none() && conventions.dialect.is_none() && sheet.typed.is_none() {
                conventions.dialect = Words::dialect(noun, &sheet.headings);
            }
            sheet.is_guarded = conventions.dialect.is_some();
            let plan = match &self.map {
                _ if let Some(standard) = self.standard => standard.plan(network, noun, &sheet, sender)?,
                Some(map) => Plan::of_mapping(network, noun, map, &sheet.headings, sender)?,
                None => Plan::of_headings(noun, &name, &sheet.headings, sender)
                    .map_err(|error| at_headings(error, first_line))?,
            };
            let gone = matches.get_one::<OfGone>("gone").copied();
            // Where rows are several senders', or nobody says whose, what is another's would be taken for gone.
            let of_several = plan.senders.is_some() || (plan.of_standard && sender.is_none());
            if gone.is_some() && (of_several || (plan.sender.is_empty() && noun.date.is_none())) {
                return Err(Refusal::usage(say::gone_needs_sender()).hint(say::gone_needs_sender_hint()).into());
            }
            let (skip, rejects_rows) = (rejects.lines.clone(), output.is_some());
            let period = matches.try_get_one::<Period>("covers").ok().flatten();
            let covers = period.map(|period| (period.from.to_string(), period.to.to_string()));
            let beside = self.beside.clone();
            let plan = Plan { conventions: conventions.clone(), skip, rejects_rows, gone, covers, beside, ..plan };
            if matches.get_flag("explain") {
                return explain(&call.speaker, noun, &plan, sheet)?.print(call, &View::of(matches));
            }
            let visible = call.streams.terminal.errors && !call.plain;
            // Rows that are put aside are written down before the others are there: nothing is in neither place.
            let beside = || match output {
                Some(output) => put_aside(call, &rejects, input.open(&conventions)?, output, dry),
                None => Ok(()),
            };
            match import(network, &plan, sheet, dry, &mut Progress::new(visible), beside) {
                Err(error) if call.may_ask && input.is_file() && ask(call, &error, &mut conventions)? => {}
                // What is left is taken by itself: a row may have named one of those that are not.
                Err(error) if output.is_some() => {
                    rejects.add(error.downcast::<Faults>()?).map_err(|faults| at_headings(faults.into(), first_line))?
                }
                done => {
                    let mut done = done.map_err(|error| at_headings(error, first_line))?;
                    if let Some(beside) = &self.beside {
                        beside
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .note(&name, std::mem::take(&mut done.said));
                    }
                    if let Some(standard) = self.standard {
                        standard.told(&plan, &done.untaken)?.iter().try_for_each(|text| call.say(text))?;
                    }
                    report(call, noun, &done, dry, gone.is_some())?;
                    return match (done.gone, gone) {
                        (Some(found), Some(_)) => list_gone(call, network, noun, found, &View::of(matches)),
                        (None, Some(_)) => call.say(&say::gone_not_known()),
                        (_, None) => Ok(()),
                    };
                }
            }
        }
    }
}

/// The same faults, those of the headings in the line where these stand.
fn at_headings(error: anyhow::Error, first_line: u64) -> anyhow::Error {
    match error.downcast::<Faults>() {
        Ok(mut faults) => {
            let of_headings = faults.faults.iter_mut().filter(|fault| fault.mapping.is_none() && fault.line == 1);
            of_headings.for_each(|fault| fault.line = first_line);
            faults.into()
        }
        Err(error) => error,
    }
}

/// How the sheet is written: as the line says, else the mapping, else as in the network's country.
fn conventions(network: &Network, noun: &Noun, map: Option<&Mapping>, matches: &ArgMatches) -> Result<Conventions> {
    let mut conventions = map.map(|map| map.conventions.clone()).unwrap_or_default();
    for (name, ..) in CONVENTIONS {
        if let Some(text) = matches.get_one::<String>(name) {
            conventions.set(name, text)?;
        }
    }
    conventions.for_rows(noun, matches).in_country_of(network)
}

/// Asks how the first cell reads that can be read in two ways; false where there is none, or nobody answers.
fn ask(call: &mut Call, error: &anyhow::Error, conventions: &mut Conventions) -> Result<bool> {
    let Some(faults) = error.downcast_ref::<Faults>() else { return Ok(false) };
    let two_ways = [("day_two_ways", "days", "day-first, month-first"), ("number_two_ways", "decimal", "comma, point")];
    for fault in &faults.faults {
        let message = &fault.refusal.message;
        let Some((_, name, answers)) = two_ways.iter().find(|(key, ..)| *key == message.key) else { continue };
        let question = format!("{} ({answers}):", call.speaker.say(message));
        while let Some(answer) = call.ask(&question)? {
            match conventions.set(name, &answer) {
                Ok(()) => return Ok(true),
                Err(refusal) => {
                    call.refuse(&refusal.into());
                }
            }
        }
        return Ok(false);
    }
    Ok(false)
}

/// Takes a sheet in as one command, or takes all of it back; what `beside` does is done before the rows are there.
///
/// # Errors
/// The faults of the sheet, or those of the database, and those of what is done beside it.
pub fn import(
    network: &Network,
    plan: &Plan,
    sheet: Sheet,
    dry: bool,
    progress: &mut Progress,
    beside: impl FnOnce() -> Result<()>,
) -> Result<Done> {
    network.begin_bulk("import", plan.noun.name, dry)?;
    if plan.senders.is_some() {
        // What somebody collected from several is nobody's own sheet.
        network.note_sender(&format!("{} and others", plan.sender))?;
    } else if !plan.sender.is_empty() {
        network.note_sender(&plan.sender)?;
    }
    let done = intake::take(network, plan, sheet, &mut |step, count| progress.tell(step, count));
    progress.end();
    let done = done.and_then(|done| beside().map(|()| done));
    let nothing = done.as_ref().is_ok_and(|done| done.changes() == 0);
    network.end_bulk(done.is_ok() && !dry && !nothing)?;
    done
}

/// The sheets on the line.
fn inputs(call: &mut Call, matches: &ArgMatches) -> Result<Vec<Input>> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    if file.as_os_str() != "-" {
        return Input::at(&file);
    }
    let mut all = Vec::new();
    call.streams.input.read_to_end(&mut all)?;
    Ok(vec![Input::Text(all)])
}
