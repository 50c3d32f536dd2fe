//! Merging: the versions of two files put together, whatever came first and however often.

use super::arrive::{Arrival, Manifest};
use super::digest::Digest;
use super::lineage::Lineage;
use super::notice::What;
use super::{Seal, Version};
use crate::error::Result;
use crate::file::Network;
use crate::file::decide::Decision;
use crate::file::foreign::Foreign;
use crate::nouns;
use crate::record::Noun;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashSet};

/// What came of a file from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Rows that were not known here, by their noun.
    pub new: BTreeMap<&'static str, i64>,
    /// Rows that say something else than before, or have learnt of more versions.
    pub changed: BTreeMap<&'static str, i64>,
    /// Rows that brought nothing new.
    pub same: BTreeMap<&'static str, i64>,
    /// Rows whose personal fields were erased elsewhere and are now erased here.
    pub erased: i64,
    /// Settings of the network that were decided later elsewhere.
    pub settings: BTreeMap<&'static str, Decision>,
    /// Conflicts that wait for somebody, those from before among them.
    pub conflicts: i64,
    /// Rows that share their code with another, those from before among them.
    pub shared: i64,
    /// Whether another copy of the file writes under the code of this one.
    pub is_twin: bool,
}

impl Merged {
    /// Whether anything is other than it was.
    pub fn is_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.erased == 0 && self.settings.is_empty()
    }
}

/// What a row that arrives would bring.
enum Lesson {
    Nothing,
    /// Nobody knows it here.
    New,
    /// Versions, or what was sealed here, or an earlier stamp.
    More(Vec<Version>),
}

impl Network {
    /// What a file from elsewhere would bring; nothing is written.
    ///
    /// # Errors
    /// Where a row of it is one that no program writes, and those of the database.
    pub fn compare(&self, foreign: &Foreign, manifest: &Manifest, progress: &mut dyn FnMut(u64)) -> Result<Merged> {
        // One look at the file for all rows: locking it for each would take longer than reading it.
        let _look = self.connection.unchecked_transaction()?;
        let mut merged = Merged { settings: self.later_settings(foreign)?, ..Merged::default() };
        for ((name, id), clock) in &manifest.erased {
            merged.erased += i64::from(self.erased_since(nouns::named(name)?, *id)?.is_none_or(|since| *clock < since));
        }
        for noun in nouns::versioned() {
            foreign.arrivals(self, noun, manifest, |mut arrival| {
                progress(1);
                if self.is_erased(noun, arrival.id)? || manifest.erased.contains_key(&(noun.name, arrival.id)) {
                    arrival.versions.iter_mut().for_each(|version| version.redact(noun, arrival.id));
                }
                let counts = match self.lesson(noun, &arrival)? {
                    Lesson::Nothing => &mut merged.same,
                    Lesson::New => &mut merged.new,
                    Lesson::More(_) => &mut merged.changed,
                };
                *counts.entry(noun.name).or_default() += 1;
                Ok(())
            })?;
        }
        Ok(merged)
    }

    /// Takes in all that a file from elsewhere holds, within the running command.
    ///
    /// # Errors
    /// As `compare`.
    pub fn take_in(&self, foreign: &Foreign, manifest: &Manifest, progress: &mut dyn FnMut(u64)) -> Result<Merged> {
        let mut merged = Merged::default();
        let later = self.later_settings(foreign)?;
        later.iter().try_for_each(|(setting, decision)| self.adopt(setting, decision))?;
        merged.settings = later;
        for ((name, id), clock) in &manifest.erased {
            merged.erased += i64::from(self.erase_since(nouns::named(name)?, *id, *clock)?);
        }
        let sql = "SELECT turn FROM command WHERE id = ?";
        let turn = self.connection.query_row(sql, [self.command_id()?], |row| row.get(0))?;
        let mut makers = Makers { network: self, manifest, turn, known: HashSet::new(), is_twin: false };
        for noun in nouns::versioned() {
            foreign.arrivals(self, noun, manifest, |mut arrival| {
                progress(1);
                if self.is_erased(noun, arrival.id)? {
                    arrival.versions.iter_mut().for_each(|version| version.redact(noun, arrival.id));
                }
                let counts = match self.lesson(noun, &arrival)? {
                    Lesson::Nothing => &mut merged.same,
                    Lesson::New => {
                        makers.log(&arrival.versions, &[])?;
                        self.put_together(noun, arrival.id, arrival.versions)?;
                        &mut merged.new
                    }
                    Lesson::More(mine) => {
                        makers.log(&arrival.versions, &mine)?;
                        self.put_together(noun, arrival.id, union(mine, arrival.versions))?;
                        &mut merged.changed
                    }
                };
                *counts.entry(noun.name).or_default() += 1;
                Ok(())
            })?;
        }
        for (noun, count) in merged.new.iter().chain(&merged.changed) {
            self.note_versions(nouns::named(noun)?, *count);
        }
        self.settle_down()?;
        merged.conflicts = self.notices()?.all(What::Conflict).count() as i64;
        merged.shared = self.notices()?.all(What::Shared).count() as i64;
        merged.is_twin = makers.is_twin;
        Ok(merged)
    }

    /// What a row that arrives would bring.
    fn lesson(&self, noun: &Noun, arrival: &Arrival) -> Result<Lesson> {
        if let (true, [theirs]) = (arrival.is_plain, &arrival.versions[..]) {
            // By far the most rows: they are new, or known as they are.
            let mine = self.stamp(noun, arrival.id)?;
            match mine {
                None if !self.has_versions(noun, arrival.id)? => return Ok(Lesson::New),
                Some(mine) if mine.0 == theirs.digest && !is_more(mine, theirs) => return Ok(Lesson::Nothing),
                _ => {}
            }
        }
        let Some(mine) = self.lineage(noun, arrival.id)? else { return Ok(Lesson::New) };
        let mine = mine.into_versions();
        let brings = |theirs: &Version| {
            let known = mine.iter().find(|version| version.digest == theirs.digest);
            known.is_none_or(|known| is_more(known.stamp(), theirs))
        };
        let is_nothing = !arrival.versions.iter().any(brings);
        Ok(if is_nothing { Lesson::Nothing } else { Lesson::More(mine) })
    }

    /// The stamp of a row in its table.
    fn stamp(&self, noun: &Noun, id: i64) -> Result<Option<(Digest, i64, i64, Seal)>> {
        let seal = if noun.has_personal() { "seal" } else { "NULL" };
        let sql = format!("SELECT digest, clock, command, {seal} FROM {} WHERE id = ?", noun.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let stamp = statement.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
        Ok(stamp.optional()?)
    }

    /// Whether a row has versions that stand apart from its table.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn has_versions(&self, noun: &Noun, id: i64) -> Result<bool> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM version WHERE noun = ? AND id = ?")?;
        Ok(statement.exists((noun.name, id))?)
    }

    /// Makes these all the versions of a row: one that its table can tell stands there alone, several stand apart.
    pub(super) fn put_together(&self, noun: &'static Noun, id: i64, versions: Vec<Version>) -> Result<()> {
        if let [only] = &versions[..]
            && only.is_told_by_its_table(noun)
        {
            let before = self.in_table(noun, id)?.map(|row| row.stored);
            let stored: Vec<Value> = only.says.iter().map(|said| said.clone().unwrap_or(Value::Null)).collect();
            return self.put_row(noun, id, before.as_ref(), &stored, only, only.seal);
        }
        versions.iter().try_for_each(|version| self.keep(noun, id, version))?;
        match Lineage::of(noun, versions) {
            Some(lineage) => self.show(noun, id, &lineage),
            None => Ok(()),
        }
    }
}

impl Version {
    /// What a row's table would tell of it beside its fields.
    fn stamp(&self) -> (Digest, i64, i64, Seal) {
        (self.digest, self.clock, self.command, self.seal)
    }

    /// Whether a row's table can tell all of this version, so that it need not stand apart.
    fn is_told_by_its_table(&self, noun: &Noun) -> bool {
        let mut personal = self.says.iter().enumerate().filter(|(place, _)| noun.is_personal(*place));
        let is_told = match self.seal {
            Seal::Empty | Seal::Away(_) => true,
            Seal::Silent => false,
            Seal::Here(_) => personal.all(|(_, said)| said.is_some()),
        };
        !self.deleted && self.parents.is_empty() && is_told
    }
}

/// Whether a version that is known brings something all the same: an earlier stamp, or what was sealed here.
fn is_more((_, clock, command, seal): (Digest, i64, i64, Seal), theirs: &Version) -> bool {
    // The table of a row with more versions tells nothing of their seals.
    let opens = matches!((seal, theirs.seal), (Seal::Away(_) | Seal::Empty, Seal::Here(_)));
    (theirs.clock, theirs.command) < (clock, command) || opens
}

/// The versions of two files; of one that both know the earlier stamp counts, and what is not sealed.
fn union(mut mine: Vec<Version>, theirs: Vec<Version>) -> Vec<Version> {
    for theirs in theirs {
        match mine.iter_mut().find(|version| version.digest == theirs.digest) {
            None => mine.push(theirs),
            Some(known) => {
                if (theirs.clock, theirs.command) < (known.clock, known.command) {
                    (known.clock, known.command, known.schema) = (theirs.clock, theirs.command, theirs.schema);
                }
                if matches!((known.seal, theirs.seal), (Seal::Away(_), Seal::Here(_))) {
                    (known.seal, known.says) = (theirs.seal, theirs.says);
                }
            }
        }
    }
    mine
}

/// The commands that made what arrives, on their way into the log.
struct Makers<'n> {
    network: &'n Network,
    manifest: &'n Manifest,
    /// How far this file has come with what arrives now.
    turn: i64,
    known: HashSet<i64>,
    /// Whether any of them was given under the code of this copy, and is not known here.
    is_twin: bool,
}

impl Makers<'_> {
    /// Notes who made the versions that are new here, or say more than before.
    fn log(&mut self, theirs: &[Version], mine: &[Version]) -> Result<()> {
        let is_known = |theirs: &Version| {
            let same = |mine: &&Version| mine.digest == theirs.digest && mine.command == theirs.command;
            mine.iter().find(same).is_some_and(|mine| !is_more(mine.stamp(), theirs))
        };
        for version in theirs.iter().filter(|theirs| !is_known(theirs)) {
            if !self.known.insert(version.command) {
                continue;
            }
            let Some(maker) = self.manifest.makers.get(&version.command) else { continue };
            // A command may arrive in parts: with each, it is new again for whoever is told next.
            let sql = "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) \
                       ON CONFLICT DO UPDATE SET turn = excluded.turn WHERE own = 0 AND turn > 0";
            let noted = self.network.connection.prepare_cached(sql)?.execute((
                version.command,
                maker.clock,
                &maker.site,
                &maker.verb,
                &maker.noun,
                maker.schema,
                &maker.rows,
                &maker.fields,
                self.turn,
                maker.sender,
            ))?;
            self.is_twin |= noted > 0 && maker.site == self.network.site()?;
        }
        Ok(())
    }
}
