//! What versions changed, field by field.

use super::lineage::Lineage;
use super::{Seal, Version};
use crate::error::Result;
use crate::file::Network;
use crate::record::Noun;

/// What stands in place of a field where a version deletes the row.
pub const REMOVED: &str = "row-removed";
/// The same where a version brings it back.
pub const BACK: &str = "row-back";
/// The same where its personal fields stayed elsewhere.
pub const ELSEWHERE: &str = "stayed-elsewhere";
/// The same where they were erased.
pub const ERASED: &str = "personal-erased";

/// A change of a field: its name, what stood there before and after.
pub type Change = (String, Option<String>, Option<String>);

/// What the versions of a row say, each told by what it changed.
pub struct Told<'n> {
    /// The file.
    pub network: &'n Network,
    /// What the row is.
    pub noun: &'static Noun,
    /// Its versions.
    pub lineage: &'n Lineage,
    /// Whether its personal fields were erased.
    pub is_erased: bool,
}

impl Told<'_> {
    /// What a version changed, field by field.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn changes(&self, version: &Version) -> Result<Vec<Change>> {
        if version.deleted {
            return Ok(vec![(REMOVED.to_string(), None, None)]);
        }
        let content = |digest| self.network.told(self.noun, &self.lineage.content(self.noun, digest));
        // Where it put several together, it is told by what it made of the last of them.
        let mut parents = self.lineage.versions().iter().rev();
        let parent = parents.find(|before| version.parents.contains(&before.digest));
        let before = parent.map(|parent| content(&parent.digest)).transpose()?;
        let after = content(&version.digest)?;
        let is_back =
            self.lineage.versions().iter().any(|before| before.deleted && version.parents.contains(&before.digest));
        let mut changes: Vec<Change> = is_back.then(|| (BACK.to_string(), None, None)).into_iter().collect();
        for (place, column) in self.noun.columns().iter().enumerate() {
            let had = before.as_ref().and_then(|before| before[place].clone());
            if had != after[place] {
                changes.push((column.name.clone(), had, after[place].clone()));
            }
        }
        if matches!(version.seal, Seal::Away(_)) {
            changes.push((if self.is_erased { ERASED } else { ELSEWHERE }.to_string(), None, None));
        }
        Ok(changes)
    }
}

/// A row with what a command changed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What the row is called.
    pub code: String,
    /// The fields.
    pub changes: Vec<Change>,
}

impl Network {
    /// What the running command has changed of a noun's rows, of so many of them.
    ///
    /// # Errors
    /// Those of the database.
    pub fn changed_now(&self, noun: &'static Noun, most: usize) -> Result<Vec<Changed>> {
        let sql = "SELECT id FROM version WHERE command = ? AND noun = ? AND length(parents) > 0 ORDER BY id LIMIT ?";
        let mut statement = self.connection.prepare_cached(sql)?;
        let command = self.command_id()?;
        let ids = statement.query_map((command, noun.name, most as i64), |row| row.get(0))?;
        let ids: Vec<i64> = ids.collect::<Result<_, _>>()?;
        let mut changed = Vec::new();
        for id in ids {
            let Some(lineage) = self.lineage(noun, id)? else { continue };
            let told = Told { network: self, noun, lineage: &lineage, is_erased: self.is_erased(noun, id)? };
            let mut changes = Vec::new();
            for version in lineage.versions().iter().filter(|version| version.command == command) {
                changes.extend(told.changes(version)?);
            }
            // What came back is told by itself.
            if changes.iter().any(|(field, ..)| field == BACK) {
                continue;
            }
            // What is known by what it says is called so: an id tells nobody which answer it was.
            let code = match self.row(noun, id)?.map(|row| row.known_as(noun)) {
                Some(words) if !words.is_empty() => words,
                _ => self.called_once(noun, id)?,
            };
            changed.push(Changed { code, changes });
        }
        Ok(changed)
    }
}
