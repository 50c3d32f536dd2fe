//! Between files: hand-overs, merges, and what people have to decide where two files met.

pub mod candidates;
pub mod conflict;
pub mod gap;
pub mod handover;
pub mod join;
mod lacking;
pub mod merge;

use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::foreign::Foreign;
use crate::keeping::erase::{InCopies, in_copies, not_erased};
use crate::locale::say;
use crate::sheet::progress::{Progress, Step};
use crate::version::merge::Merged;
use crate::version::show::Place;
use clap::{Arg, ArgMatches};
use std::path::{Path, PathBuf};

/// Counts by their nouns.
type Counts = Vec<(&'static str, i64)>;

/// The flags of what takes in a whole file.
fn flags() -> [Arg; 3] {
    [
        flag("yes").help("Yes: erase here too what was erased elsewhere, without asking"),
        flag("dry_run").long("dry-run").help("Dry run: do it all, tell what would change, and take it back"),
        flag("no_backup").long("no-backup").help("No backup: keep no copy of the file as it was before"),
    ]
}

/// Takes in all that a file from elsewhere holds, as one command; where it holds nothing new, nothing is written.
///
/// `also` writes what the command has to note besides, in the same transaction.
///
/// # Errors
/// Where a row of the file is one that no program writes, no copy could be kept, and those of the database.
fn take_in(
    call: &mut Call,
    network: &Network,
    foreign: &Foreign,
    verb: &str,
    matches: &ArgMatches,
    also: impl FnOnce(&Merged) -> Result<()>,
) -> Result<Merged> {
    let dry = matches.get_flag("dry_run");
    let visible = call.streams.terminal.errors && !call.plain;
    let mut progress = Progress::new(visible);
    let manifest = foreign.manifest(network)?;
    let rows = foreign.readable(foreign.rows().count())?;
    progress.tell(Step::Write(2 * rows), 0);
    let found = network.compare(foreign, &manifest, &mut |count| progress.tell(Step::Written, count));
    let found = found.inspect_err(|_| progress.end())?;
    if found.is_nothing() {
        progress.end();
        call.say(&say::merged_nothing(&foreign.name))?;
        return Ok(found);
    }
    let erased: Vec<Place> = manifest.erased.keys().copied().collect();
    let news = match found.erased {
        0 => Counts::new(),
        _ => not_erased(call, network, &erased).inspect_err(|_| progress.end())?,
    };
    if !news.is_empty() && !dry && !matches.get_flag("yes") {
        // Whoever knows a row can write that it was erased; it is for those to decide who lose it.
        progress.end();
        call.say(&say::would_erase(&foreign.name, news.clone()))?;
        call.confirm(matches, &say::would_erase_question())?;
    }
    let copy = match dry || matches.get_flag("no_backup") {
        true => None,
        false => Some(keep_copy(network, verb, None).inspect_err(|_| progress.end())?),
    };
    // First in the copies, the one just made among them: once it is erased here, nobody comes back to them.
    let in_copies = match dry || found.erased == 0 {
        true => InCopies::default(),
        false => in_copies(call, &network.path, &erased)?,
    };
    network.begin_bulk(verb, "", dry)?;
    let done = network.take_in(foreign, &manifest, &mut |count| progress.tell(Step::Written, count));
    let done = done.and_then(|merged| also(&merged).map(|()| merged));
    progress.end();
    network.end_bulk(done.is_ok() && !dry)?;
    let merged = done?;
    call.say(&if verb == "receive" { say::received(&foreign.name) } else { say::merged(&foreign.name) })?;
    report(call, &merged)?;
    if !news.is_empty() {
        call.say(&say::merged_erased(news.clone()))?;
    }
    if dry {
        return call.say(&say::dry_run()).map(|()| merged);
    }
    in_copies.tell(call)?;
    if let Some(copy) = copy {
        let copy = copy.display().to_string();
        call.say(&if news.is_empty() { say::copy_kept(copy) } else { say::copy_kept_without(copy) })?;
    }
    Ok(merged)
}

/// Keeps a copy of the file before something that is not taken back row by row; an older one may be spared, though others
/// go to make room.
///
/// # Errors
/// Where there is no room for it.
pub fn keep_copy(network: &Network, verb: &str, spared: Option<&Path>) -> Result<PathBuf> {
    network.keep_copy(verb, spared).map_err(|error| {
        let cause = crate::error::refusal(&error).message;
        Refusal::failed(say::copy_failed(cause)).hint(say::copy_failed_hint()).into()
    })
}

/// Tells what came of a file.
fn report(call: &mut Call, merged: &Merged) -> Result<()> {
    type Line = fn(Counts) -> say::Text;
    for (text, counts) in [
        (say::merged_new as Line, &merged.new),
        (say::merged_changed, &merged.changed),
        (say::merged_same, &merged.same),
    ] {
        if !counts.is_empty() {
            call.say(&text(counts.iter().map(|(noun, count)| (*noun, *count)).collect()))?;
        }
    }
    for (setting, decision) in &merged.settings {
        call.say(&match &decision.value {
            Some(value) => say::merged_setting(*setting, value),
            None => say::merged_setting_cleared(*setting),
        })?;
    }
    for (text, count) in
        [(say::merged_conflicts as fn(i64) -> say::Text, merged.conflicts), (say::merged_shared, merged.shared)]
    {
        if count > 0 {
            call.say(&text(count))?;
        }
    }
    if merged.is_twin { call.say(&say::merged_twin()) } else { Ok(()) }
}
