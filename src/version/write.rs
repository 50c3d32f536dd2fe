//! New versions on top of old ones: what a command makes of a row.

use super::digest::{Digest, Salt};
use super::lineage::Lineage;
use super::{Says, Seal, Version, erase};
use crate::error::Result;
use crate::file::Network;
use crate::file::command::SCHEMA;
use crate::file::program::Stamp;
use crate::file::write::Stored;
use crate::record::Noun;
use rusqlite::types::Value;

/// A new version of a row, before it has its stamp.
pub struct Draft {
    /// What the row is to say; nothing where it is to be deleted.
    pub says: Option<Stored>,
    /// The versions that it replaces; the first is what it was made of.
    pub over: Vec<Digest>,
}

impl Network {
    /// Puts drafts on top of a row's versions; of several the last is to show.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn put(&self, noun: &'static Noun, id: i64, lineage: Lineage, drafts: Vec<Draft>) -> Result<()> {
        let mut new: Vec<Version> = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let after = new.last().map_or(i64::MIN, |before: &Version| before.clock + 1);
            new.push(self.made(noun, id, &lineage, draft, after)?);
        }
        self.note_versions(noun, new.len() as i64);
        let mut versions = lineage.into_versions();
        if let [only] = &versions[..] {
            // So far it stood in its table alone.
            self.keep(noun, id, only)?;
        }
        for version in new {
            self.keep(noun, id, &version)?;
            versions.push(version);
        }
        match Lineage::of(noun, versions) {
            Some(lineage) => self.show(noun, id, &lineage),
            None => Ok(()),
        }
    }

    /// A draft with its stamp, by the running command.
    fn made(&self, noun: &Noun, id: i64, lineage: &Lineage, draft: Draft, after: i64) -> Result<Version> {
        let base = draft.over.first().copied().unwrap_or_default();
        let parents = lineage.versions().iter().filter(|version| draft.over.contains(&version.digest));
        // A clock that runs behind must not put a version before its own parents.
        let clock = parents.map(|parent| parent.clock + 1).chain([self.clock, after]).max().unwrap_or(self.clock);
        let deleted = draft.says.is_none();
        let (says, seal) = match draft.says {
            None => (vec![None; noun.columns().len()], Seal::Empty),
            Some(stored) => self.said(noun, id, lineage, &base, stored)?,
        };
        let mut parents = draft.over;
        parents.sort_unstable();
        parents.dedup();
        let command = self.command_id()?;
        let version =
            Version { digest: Digest::default(), clock, command, schema: SCHEMA, parents, deleted, says, seal };
        Ok(Version { digest: version.digest(noun, id), ..version })
    }

    /// What a new version says: all that is public, and of the personal fields those that are known here.
    ///
    /// What stayed elsewhere and is not changed here is not said again: it must come back unharmed.
    fn said(&self, noun: &Noun, id: i64, lineage: &Lineage, base: &Digest, stored: Stored) -> Result<(Says, Seal)> {
        let mut says: Says = stored
            .into_iter()
            .enumerate()
            .map(|(place, value)| {
                if !noun.is_personal(place) {
                    return Some(value);
                }
                let before = lineage.said(noun, base, place);
                let is_known = before.is_latest && before.value.is_some();
                let is_changed = before.value.unwrap_or(&Value::Null) != &value;
                Some(value).filter(|_| is_known || is_changed)
            })
            .collect();
        if self.is_erased(noun, id)? {
            erase::take_out(noun, id, &mut says);
        }
        let seal = self.seal(noun, &says);
        Ok((says, seal))
    }

    /// What stands for the personal fields of a new version.
    pub(crate) fn seal(&self, noun: &Noun, says: &Says) -> Seal {
        let mut personal = says.iter().enumerate().filter(|(place, _)| noun.is_personal(*place)).map(|(_, said)| said);
        match (noun.has_personal(), personal.clone().all(Option::is_none)) {
            (false, _) => Seal::Empty,
            (true, true) => Seal::Silent,
            (true, false) if personal.all(|said| *said == Some(Value::Null)) => Seal::Empty,
            (true, false) => Seal::Here(self.salt()),
        }
    }

    /// A new salt.
    fn salt(&self) -> Salt {
        let mut salt = Salt::default();
        salt[..8].copy_from_slice(&self.random().to_le_bytes());
        salt[8..].copy_from_slice(&self.random().to_le_bytes());
        salt
    }

    /// The first version of a row that nobody knew.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn put_first(&self, noun: &'static Noun, id: i64, stored: Stored) -> Result<()> {
        let stamp = Stamp { clock: self.clock, command: self.command_id()?, schema: SCHEMA };
        self.note_versions(noun, 1);
        self.put_only(noun, id, stored, &stamp)
    }

    /// The first version of a row that nobody knew, with this stamp.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn put_only(&self, noun: &'static Noun, id: i64, stored: Stored, stamp: &Stamp) -> Result<()> {
        let knew = self.knew(stamp.schema)?;
        let said = stored.into_iter().zip(&knew[noun.name]).map(|(value, knew)| knew.then_some(value));
        let mut says: Says = said.collect();
        let is_erased = self.is_erased(noun, id)?;
        if is_erased {
            erase::take_out(noun, id, &mut says);
        }
        let version = Version {
            digest: Digest::default(),
            clock: stamp.clock,
            command: stamp.command,
            schema: stamp.schema,
            parents: Vec::new(),
            deleted: false,
            seal: self.seal(noun, &says),
            says,
        };
        let version = Version { digest: version.digest(noun, id), ..version };
        if is_erased {
            // Its table cannot tell that nothing is said of the person.
            self.keep(noun, id, &version)?;
        }
        let stored: Stored = version.says.iter().map(|said| said.clone().unwrap_or(Value::Null)).collect();
        self.put_row(noun, id, None, &stored, &version, version.seal)
    }
}
