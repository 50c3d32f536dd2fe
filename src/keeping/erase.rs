//! Erasing everywhere: the file, every version in it, and the copies that lie beside it.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::backup::copies;
use crate::file::open::{Access, Outside};
use crate::locale::say;
use crate::nouns;
use crate::record::Noun;
use crate::version::show::Place;
use std::path::PathBuf;

/// What became of an erasure in the copies of a file.
#[derive(Default)]
pub struct InCopies {
    /// How many copies held any of it.
    count: i64,
    /// Copies that could not be opened.
    failed: Vec<PathBuf>,
}

/// Erases what tells of a person from these rows of a noun, first in the copies, then in the file; gives how many rows
/// were not erased before.
///
/// # Errors
/// Only those of the database.
pub fn everywhere(
    call: &Call,
    network: &Network,
    verb: &str,
    noun: &'static Noun,
    rows: &[i64],
) -> Result<(i64, InCopies)> {
    let places: Vec<Place> = rows.iter().map(|row| (noun.name, *row)).collect();
    let copies = in_copies(call, network, &places)?;
    network.begin_bulk(verb, noun.name, false)?;
    let erased = erase(network, &places);
    network.end_bulk(erased.is_ok(), false)?;
    Ok((erased?, copies))
}

/// Erases rows from the copies of the file that lie beside it.
///
/// # Errors
/// Where their folder cannot be read.
pub fn in_copies(call: &Call, network: &Network, places: &[Place]) -> Result<InCopies> {
    let mut done = InCopies::default();
    for copy in copies(&network.path)? {
        let outside = Outside { keeps_copies: false, ..call.outside() };
        let erased = Network::open(&copy.path, Access::Write, outside).and_then(|copy| {
            copy.begin("erase", "")?;
            let erased = erase(&copy, places)?;
            if erased > 0 {
                copy.commit()?
            } else {
                copy.roll_back()?
            }
            Ok(erased)
        });
        match erased {
            Ok(erased) => done.count += i64::from(erased > 0),
            Err(_) => done.failed.push(copy.path),
        }
    }
    Ok(done)
}

fn erase(network: &Network, places: &[Place]) -> Result<i64> {
    let mut erased = 0;
    for (name, row) in places {
        let noun = nouns::named(name)?;
        if network.erase(noun, *row)? {
            erased += 1;
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
