//! What a row has to become where a command is taken back, if nobody has changed it since.

use super::Version;
use super::digest::Digest;
use super::lineage::Lineage;
use super::log::Command;
use super::write::Draft;
use crate::error::Result;
use crate::file::Network;
use crate::file::write::Stored;
use crate::record::Noun;
use std::collections::BTreeSet;

/// What a row has to become.
pub(super) enum Back {
    /// The command made it, or brought it back: it is to go, with these versions. Where it was gone before, others may
    /// have needed it, and it showed this.
    Gone(Vec<Digest>, Option<Stored>),
    /// The command changed it, or took it away: it is to say again what it said.
    Said(Vec<Draft>),
    /// Somebody has changed it since.
    Changed,
    /// Another file had said the same before.
    Elsewhere,
}

impl Network {
    /// What a row has to become where a command is taken back.
    pub(super) fn back(&self, noun: &Noun, lineage: &Lineage, command: i64) -> Result<Back> {
        let made: Vec<_> = lineage.versions().iter().filter(|version| version.command == command).collect();
        let over: Vec<Digest> = match &made[..] {
            [] => return Ok(Back::Changed),
            made if !made.iter().any(|version| lineage.is_first(&version.digest)) => return Ok(Back::Elsewhere),
            made if made.iter().all(|version| lineage.is_head(&version.digest)) => {
                made.iter().map(|version| version.digest).collect()
            }
            [only] if self.is_as_left(noun, lineage, only)? => vec![lineage.winner().digest],
            _ => return Ok(Back::Changed),
        };
        let parents: BTreeSet<&Digest> = made.iter().flat_map(|version| &version.parents).collect();
        if parents.is_empty() {
            return Ok(Back::Gone(over, None));
        }
        let mut before: Vec<_> =
            lineage.versions().iter().filter(|version| parents.contains(&version.digest)).collect();
        // The one that showed comes last, so that it shows again.
        before.sort_by_key(|version| (!version.deleted, version.clock, version.digest));
        let mut drafts: Vec<Draft> = Vec::new();
        for version in &before {
            let says = (!version.deleted).then(|| lineage.content(noun, &version.digest));
            if drafts.iter().all(|draft| draft.says != says) {
                drafts.push(Draft { says, over: over.clone() });
            }
        }
        Ok(match drafts.iter().all(|draft| draft.says.is_none()) {
            true => Back::Gone(over, before.last().map(|version| lineage.content(noun, &version.digest))),
            false => Back::Said(drafts),
        })
    }

    /// Whether a row says again what this version said, because what came after was taken back.
    fn is_as_left(&self, noun: &Noun, lineage: &Lineage, version: &Version) -> Result<bool> {
        let mut heads = lineage.heads();
        let (Some(head), None) = (heads.next(), heads.next()) else { return Ok(false) };
        let is_undone = self.command(head.command)?.is_some_and(|command| command.verb == "undo");
        let says_the_same = head.deleted == version.deleted
            && (head.deleted || lineage.content(noun, &head.digest) == lineage.content(noun, &version.digest));
        Ok(is_undone && says_the_same)
    }

    /// Whether rows that are older than a command refer to this one.
    pub(super) fn was_needed(&self, noun: &Noun, row: i64, command: &Command) -> Result<bool> {
        for (other, column) in self.referrers(noun)?.iter() {
            let sql = format!(
                "SELECT 1 FROM {other} t JOIN command c ON c.id = t.command WHERE t.\"{column}\" = ? AND c.turn < ?"
            );
            if self.connection.prepare_cached(&sql)?.exists((row, command.turn))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
