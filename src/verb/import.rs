//! `import`: rows of a sheet, our own or somebody else's, all or none.

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::sheet::intake::{self, Done, Step, Way};
use crate::sheet::mapping::Mapping;
use crate::sheet::plan::Plan;
use crate::sheet::read::Sheet;
use clap::{Arg, ArgMatches, Command};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The verb.
pub const VERB: Verb =
    Verb { name: "import", about: "Take {nouns} in from a sheet: all rows or none", applies: |_| true, build, run };

/// No bar is shown for what is done in this time.
const PATIENCE: Duration = Duration::from_millis(500);

fn build(_: &'static Noun, command: Command) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(clap::value_parser!(PathBuf))
    };
    command
        .arg(path("file", "FILE").required(true).help("File: the sheet, or - for standard input"))
        .arg(path("map", "MAP").long("map").help("Mapping: a TOML file that says how the sheet reads"))
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
    let done = import(&network, &plan, sheet, Way::Many, dry, &mut Progress::new(visible))?;
    report(call, noun, &done, dry)
}

/// Takes a sheet in as one command, or takes all of it back.
///
/// # Errors
/// The faults of the sheet, or those of the database.
pub fn import(
    network: &Network,
    plan: &Plan,
    sheet: Sheet,
    way: Way,
    dry: bool,
    progress: &mut Progress,
) -> Result<Done> {
    network.begin_bulk("import", plan.noun.name)?;
    let done = intake::take(network, plan, sheet, way, &mut |step, count| progress.tell(step, count));
    progress.end();
    let nothing = done.as_ref().is_ok_and(|done| done.changes() == 0);
    network.end_bulk(done.is_ok() && !dry && !nothing)?;
    done
}

fn report(call: &mut Call, noun: &Noun, done: &Done, dry: bool) -> Result<()> {
    for (made, count) in &done.made {
        call.say(&say::made_on_the_way(Word(made), *count))?;
    }
    let taken = done.taken;
    if taken.restored > 0 {
        call.say(&say::restored(Word(noun.name), taken.restored))?;
    }
    call.say(&say::imported(Word(noun.name), taken.new, taken.changed, taken.same))?;
    if dry { call.say(&say::dry_run()) } else { Ok(()) }
}

/// The mapping file on the line.
fn mapping(map: &Path) -> Result<Mapping> {
    let name = map.display().to_string();
    let text = std::fs::read(map).map_err(|error| unreadable(&name, error))?;
    match String::from_utf8(text) {
        Ok(text) => Mapping::read(&name, &text),
        Err(_) => Err(Refusal::data(say::not_utf8()).hint(say::not_utf8_hint()).into()),
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
        return Err(Refusal::failed(say::not_a_file(name)).into());
    }
    Sheet::open(&name, Box::new(input))
}

fn unreadable(name: &str, error: std::io::Error) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::failed(say::no_sheet(name)).hint(say::no_sheet_hint()).into(),
        _ => error.into(),
    }
}

/// A bar on a terminal, for what takes longer than half a second.
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    visible: bool,
}

impl Progress {
    /// A bar that is shown, if anybody sees it.
    pub fn new(visible: bool) -> Self {
        Self { bar: ProgressBar::hidden(), since: Instant::now(), visible }
    }

    fn tell(&mut self, step: Step, count: u64) {
        if self.visible && self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        match step {
            Step::Write(rows) => {
                self.bar.set_style(style("{bar:40} {pos}/{len}"));
                self.bar.set_length(rows);
                self.bar.set_position(0);
            }
            Step::Read if self.bar.position() == 0 => {
                self.bar.set_style(style("{spinner} {bytes}"));
                self.bar.inc(count);
            }
            Step::Read | Step::Written => self.bar.inc(count),
        }
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
