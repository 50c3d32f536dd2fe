//! Whether a file is sound: its pages, every row's digest, the rules between rows, and what files that met have left.

use super::doctor::leftovers;
use crate::call::Call;
use crate::check::Finding;
use crate::error::{Result, refusal};
use crate::exchange::candidates::candidates;
use crate::exchange::gap::missing;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::record::Noun;
use crate::version::lineage::Lineage;
use crate::version::notice::What;

/// So many faults of the pages are told: one is enough to go back to a copy.
const FEW: usize = 10;

/// Everything that is not as a program has left it.
///
/// # Errors
/// Only those of the database.
pub fn soundness(network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    let mut statement = network.connection.prepare("SELECT * FROM pragma_integrity_check")?;
    let faults = statement.query_map([], |row| row.get::<_, String>(0))?;
    for fault in faults.take(FEW) {
        let fault = fault?;
        if fault != "ok" {
            findings.push(Finding::of_file(network, say::pages_damaged(fault)));
        }
    }
    for leftover in leftovers(&network.path)? {
        findings.push(Finding::of_file(network, say::left_over(leftover.display().to_string())));
    }
    let manifest = network.own_rows().manifest(network)?;
    for noun in nouns::versioned() {
        network.own_rows().each(network, noun, &manifest, |row, verdict| {
            let fault = match verdict {
                Err(reason) => Some(reason),
                // What stands in its table alone shows what it says.
                Ok(arrival) if arrival.is_plain => None,
                Ok(arrival) => misshown(network, noun, row, Lineage::of(noun, arrival.versions))?,
            };
            if let Some(reason) = fault {
                findings.push(Finding::new(noun, &network.called_once(noun, row)?, reason));
            }
            Ok(())
        })??;
    }
    Ok(())
}

/// What is wrong with a row's table, where it does not show what the row's versions say.
fn misshown(network: &Network, noun: &Noun, row: i64, lineage: Option<Lineage>) -> Result<Option<Text>> {
    let Some(lineage) = lineage else { return Ok(None) };
    let winner = lineage.winner();
    let shows = network.shown(noun, row)?;
    let is_shown_rightly = match (&shows, winner.deleted) {
        (None, true) => true,
        (Some(_), true) if !network.notices()?.has(noun.name, row, What::Needed) => false,
        (Some((digest, stored)), _) => *digest == winner.digest && *stored == lineage.content(noun, &winner.digest),
        (None, false) => false,
    };
    Ok((!is_shown_rightly).then(say::shows_something_else))
}

/// Rows that break a rule between rows, as a merge can bring about: those of sessions look at one row only.
///
/// # Errors
/// Only those of the database.
pub fn rules(network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    for noun in nouns::NOUNS.iter().filter(|noun| noun.checked.is_none()) {
        network.rows(noun, &Query::default(), |row| {
            if let Err(error) = noun.check(&row.cells, network) {
                findings.push(Finding::new(noun, &row.called(noun), refusal(&error).message));
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What waits for somebody since files met: conflicts, deleted rows that are needed, codes of several rows, and rows that
/// may be one.
///
/// # Errors
/// Only those of the database.
pub fn meetings(network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    let notices = network.notices()?;
    for (what, text) in [
        (What::Conflict, say::open_conflict as fn() -> Text),
        (What::Needed, say::deleted_but_needed),
        (What::Shared, say::shares_its_code),
    ] {
        for (name, row) in notices.all(what) {
            let noun = nouns::named(name)?;
            findings.push(Finding::new(noun, &network.called_once(noun, row)?, text()));
        }
    }
    for noun in nouns::NOUNS.iter() {
        for pair in candidates(network, noun)? {
            let other = network.called_once(noun, pair.low)?;
            let code = network.called_once(noun, pair.high)?;
            findings.push(Finding::new(noun, &code, say::perhaps_the_same(other, pair.score)));
        }
    }
    Ok(())
}

/// Hand-overs that were lost on the way here.
///
/// # Errors
/// Only those of the database.
pub fn gaps(call: &Call, network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    for gap in network.gaps()? {
        findings.push(Finding::of_file(network, missing(call, network, &gap)?));
    }
    Ok(())
}
