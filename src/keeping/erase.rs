//! Erasing everywhere: the file, every version in it, and the copies that lie beside it.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::backup::{copies, unfinished};
use crate::file::connect::Access;
use crate::file::open::Outside;
use crate::file::spool::remove_abandoned;
use crate::locale::say;
use crate::nouns;
use crate::version::show::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How many rows of each noun.
pub type Counts = BTreeMap<&'static str, i64>;

/// What became of an erasure in the copies of a file.
#[derive(Default)]
pub struct InCopies {
    /// How many copies held any of it.
    count: i64,
    /// Copies that could not be opened.
    failed: Vec<PathBuf>,
    /// What interrupted commands had left and is removed.
    removed: Vec<PathBuf>,
}

/// Erases what tells of a person from these rows, first in the copies, then in the file as one command; gives how many
/// rows of each noun were not erased before.
///
/// # Errors
/// Only those of the database.
pub fn everywhere(
    call: &Call,
    network: &Network,
    (verb, noun): (&str, &str),
    places: &[Place],
) -> Result<(Counts, InCopies)> {
    let copies = in_copies(call, &network.path, places)?;
    network.begin_bulk(verb, noun, false)?;
    let erased = erase(network, places);
    network.end_bulk(erased.is_ok())?;
    Ok((erased?, copies))
}

/// Those of these rows that the file or a copy beside it holds and was not told to erase, as counts by their nouns.
///
/// # Errors
/// Only those of the database.
pub fn not_erased(call: &Call, network: &Network, places: &[Place]) -> Result<Vec<(&'static str, i64)>> {
    let mut found = lacking(network, places)?;
    for copy in copies(&network.path)? {
        // One that cannot be opened is told where it is erased from.
        let held = open(call, &copy.path, Access::Read).and_then(|copy| lacking(&copy, places));
        found.extend(held.unwrap_or_default());
    }
    // What the file was told to erase is no news, whatever its copies hold.
    let mut counts = Counts::new();
    for (name, row) in found {
        if !network.is_erased(nouns::named(name)?, row)? {
            *counts.entry(name).or_default() += 1;
        }
    }
    Ok(counts.into_iter().collect())
}

/// The rows that a file holds and was not told to erase.
fn lacking(network: &Network, places: &[Place]) -> Result<BTreeSet<Place>> {
    let mut found = BTreeSet::new();
    for (name, row) in places {
        let noun = nouns::named(name)?;
        if !network.is_erased(noun, *row)? && network.lineage(noun, *row)?.is_some() {
            found.insert((noun.name, *row));
        }
    }
    Ok(found)
}

/// Opens a copy of a file; none is kept of that.
///
/// # Errors
/// As `Network::open`.
pub fn open(call: &Call, path: &Path, access: Access) -> Result<Network> {
    Network::open(path, access, Outside { keeps_copies: false, ..call.outside() })
}

/// Erases rows from the copies of a file that lie beside it.
///
/// # Errors
/// Where their folder cannot be read.
pub fn in_copies(call: &Call, file: &Path, places: &[Place]) -> Result<InCopies> {
    let mut done = InCopies::default();
    // What was never finished opens as nothing, and holds what had been written of it.
    (done.removed, done.failed) = unfinished(file)?.into_iter().partition(|path| remove_abandoned(path));
    for copy in copies(file)? {
        let erased = open(call, &copy.path, Access::Write).and_then(|copy| {
            let held = !lacking(&copy, places)?.is_empty();
            copy.begin_bulk("erase", "", false)?;
            let erased = erase(&copy, places);
            copy.end_bulk(erased.as_ref().is_ok_and(|erased| !erased.is_empty()))?;
            erased.map(|_| held)
        });
        match erased {
            Ok(held) => done.count += i64::from(held),
            Err(_) => done.failed.push(copy.path),
        }
    }
    Ok(done)
}

fn erase(network: &Network, places: &[Place]) -> Result<Counts> {
    let mut erased = Counts::new();
    for (name, row) in places {
        let noun = nouns::named(name)?;
        if network.erase(noun, *row)? {
            *erased.entry(noun.name).or_default() += 1;
            network.note_versions(noun, 1);
            network.note_fields(noun, |place| noun.is_personal(place));
        }
    }
    Ok(erased)
}

impl InCopies {
    /// Tells of the copies.
    ///
    /// # Errors
    /// Only those of the stream.
    pub fn tell(&self, call: &mut Call) -> Result<()> {
        if self.count > 0 {
            call.say(&say::erased_copies(self.count))?;
        }
        for left in &self.removed {
            call.say(&say::leftover_removed(left.display().to_string()))?;
        }
        self.failed.iter().try_for_each(|file| call.say(&say::copy_not_erased(file.display().to_string())))
    }
}
