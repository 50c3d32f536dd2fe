//! Erasing everywhere: the file, every version in it, and the copies that lie beside it.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::backup::{copies, unfinished_copies};
use crate::file::connect::Access;
use crate::file::open::Outside;
use crate::locale::say;
use crate::nouns;
use crate::version::show::Place;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// How many rows of each noun.
pub type Counts = BTreeMap<&'static str, i64>;

/// What became of an erasure in the copies of a file.
#[derive(Default)]
pub struct InCopies {
    /// How many copies held any of it.
    count: i64,
    /// Copies that could not be opened.
    failed: Vec<PathBuf>,
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
    let copies = in_copies(call, network, places)?;
    network.begin_bulk(verb, noun, false)?;
    let erased = erase(network, places);
    network.end_bulk(erased.is_ok(), false)?;
    Ok((erased?, copies))
}

/// Erases rows from the copies of the file that lie beside it.
///
/// # Errors
/// Where their folder cannot be read.
pub fn in_copies(call: &Call, network: &Network, places: &[Place]) -> Result<InCopies> {
    // A copy that was never finished opens as nothing, and holds what had been written of it.
    let mut done = InCopies { failed: unfinished_copies(&network.path)?, ..InCopies::default() };
    for copy in copies(&network.path)? {
        let outside = Outside { keeps_copies: false, ..call.outside() };
        let erased = Network::open(&copy.path, Access::Write, outside).and_then(|copy| {
            copy.begin_bulk("erase", "", false)?;
            let erased = erase(&copy, places);
            copy.end_bulk(erased.as_ref().is_ok_and(|erased| !erased.is_empty()), false)?;
            erased
        });
        match erased {
            Ok(erased) => done.count += i64::from(!erased.is_empty()),
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
        self.failed.iter().try_for_each(|file| call.say(&say::copy_not_erased(file.display().to_string())))
    }
}
