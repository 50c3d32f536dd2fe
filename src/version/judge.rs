//! What a version must be like to be believed: the rules that hold for every field, version and row by itself.

use super::arrive::{Arrival, LAST_CLOCK, Manifest};
use super::digest::Digest;
use super::store::says;
use super::{Seal, Version, pair, parents_of};
use crate::error::Result;
use crate::file::resolve::LONGEST_TEXT;
use crate::file::take::Rules;
use crate::file::{Network, id};
use crate::locale::say::{self, Text};
use crate::record::{Naming, Noun};
use crate::value::code::APART;
use rusqlite::Row;
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// Why a row is not believed.
pub type Verdict<T = ()> = Result<T, Text>;

/// Holds the rows of a noun to its rules.
pub(super) struct Judge<'n> {
    network: &'n Network,
    noun: &'static Noun,
    manifest: &'n Manifest,
    /// The noun that each column refers to.
    targets: Vec<Option<&'static str>>,
    rules: Rules<'n>,
    /// Texts that were judged already, by column: few are ever new.
    sound: Vec<HashSet<Box<str>>>,
    /// Cells that the rules looked at already.
    checked: HashSet<Vec<Option<String>>>,
}

impl<'n> Judge<'n> {
    pub(super) fn of(network: &'n Network, noun: &'static Noun, manifest: &'n Manifest) -> Result<Self> {
        let references = network.references(noun)?;
        let targets = noun.columns().iter().map(|column| references.get(&column.name).copied()).collect();
        let sound = vec![HashSet::new(); noun.columns().len()];
        let rules = Rules::of(network, noun)?;
        Ok(Self { network, noun, manifest, targets, rules, sound, checked: HashSet::new() })
    }

    /// The version that a row's table tells.
    pub(super) fn in_table(&mut self, row: &Row<'_>) -> Result<Verdict<Version>> {
        let id: i64 = row.get(0)?;
        let (command, seal): (i64, Seal) = (row.get(3)?, row.get(4)?);
        let Some(maker) = self.manifest.makers.get(&command) else { return Ok(Err(say::version_command())) };
        let knew = self.network.knew(maker.schema)?;
        let is_away = matches!(seal, Seal::Away(_));
        let mut said = Vec::with_capacity(self.noun.columns().len());
        for (place, knew) in knew[self.noun.name].iter().enumerate() {
            let value: Value = row.get(place + 5)?;
            let is_unsaid = !knew || (is_away && self.noun.is_personal(place));
            if is_unsaid && value != Value::Null {
                return Ok(Err(say::version_field(&self.noun.columns()[place].name)));
            }
            said.push((!is_unsaid).then_some(value));
        }
        let version = Version {
            digest: row.get(2)?,
            clock: row.get(1)?,
            command,
            schema: maker.schema,
            parents: Vec::new(),
            deleted: false,
            says: said,
            seal,
        };
        // A table cannot tell that nothing is said.
        if seal == Seal::Silent {
            return Ok(Err(say::version_digest()));
        }
        Ok(self.version(id, &version).map(|()| version))
    }

    /// A version that stands apart from its table.
    pub(super) fn apart(&mut self, row: &Row<'_>) -> Result<Verdict<Version>> {
        let id: i64 = row.get(0)?;
        let (command, seal): (i64, Seal) = (row.get(3)?, row.get(4)?);
        let Some(maker) = self.manifest.makers.get(&command) else { return Ok(Err(say::version_command())) };
        let parents = row.get_ref(5)?.as_blob()?;
        let (deleted, body, personal): (bool, Option<String>, Option<String>) = (row.get(6)?, row.get(7)?, row.get(8)?);
        if deleted != body.is_none()
            || personal.is_some() != matches!(seal, Seal::Here(_))
            || (deleted && seal != Seal::Empty)
            || !parents.len().is_multiple_of(16)
        {
            return Ok(Err(say::version_digest()));
        }
        let knew = self.network.knew(maker.schema)?;
        let Ok(says) = says(self.noun, &knew[self.noun.name], body.as_deref(), &seal, personal.as_deref()) else {
            return Ok(Err(say::version_digest()));
        };
        let version = Version {
            digest: row.get(2)?,
            clock: row.get(1)?,
            command,
            schema: maker.schema,
            parents: parents_of(parents),
            deleted,
            says,
            seal,
        };
        Ok(self.version(id, &version).map(|()| version))
    }

    /// What holds for every version by itself.
    fn version(&mut self, id: i64, version: &Version) -> Verdict {
        if id < 0 || version.clock < 1 {
            return Err(say::version_clock());
        }
        if !version.parents.is_sorted_by(|a, b| a < b) {
            return Err(say::version_parents());
        }
        if version.seal != Seal::Empty && !self.noun.has_personal() {
            return Err(say::version_digest());
        }
        let is_erased = self.manifest.erased.contains_key(&(self.noun.name, id));
        // With its code, what a row was erased to say no longer fits; all else is still sealed as it was.
        let has_lost_its_code = is_erased && !version.deleted && matches!(self.noun.naming, Naming::Made(_));
        if !has_lost_its_code && version.digest(self.noun, id) != version.digest {
            return Err(say::version_digest());
        }
        for place in 0..version.says.len() {
            if let Some(value) = &version.says[place] {
                self.field(place, value)?;
            }
        }
        if version.deleted {
            return Ok(());
        }
        if self.noun.name == pair::NOUN && !pair::is_one(id, &version.says) {
            return Err(say::version_field("noun"));
        }
        self.code(id, version, is_erased)
    }

    /// What holds for every field by itself.
    fn field(&mut self, place: usize, value: &Value) -> Verdict {
        let column = &self.noun.columns()[place];
        let wrong = || say::version_field(&column.name);
        let text = match (value, self.targets[place]) {
            // Personal fields may be empty: they may have stayed elsewhere.
            (Value::Null, _) if column.required && !self.noun.is_personal(place) => return Err(wrong()),
            (Value::Null, _) => return Ok(()),
            (Value::Integer(id), Some(target)) => {
                let is_there = self.manifest.has(target, *id);
                return if is_there { Ok(()) } else { Err(say::version_target(&column.name)) };
            }
            (Value::Integer(number), None) if column.form.is_number() => number.to_string(),
            (Value::Text(text), None) if !column.form.is_number() && text.len() <= LONGEST_TEXT => text.clone(),
            _ => return Err(wrong()),
        };
        if column.reader.is_none() && column.choices.is_empty() {
            return if text.is_empty() { Err(wrong()) } else { Ok(()) };
        }
        if self.sound[place].contains(text.as_str()) {
            return Ok(());
        }
        match column.read(&text) {
            Ok(read) if read == text => {
                self.sound[place].insert(text.into());
                Ok(())
            }
            _ => Err(wrong()),
        }
    }

    /// A code is a code, and where it is the row in every file, it is the row.
    fn code(&self, row: i64, version: &Version, is_erased: bool) -> Verdict {
        let Some(place) = self.noun.place("code") else { return Ok(()) };
        let is_sound = match (&version.says[place], self.noun.naming) {
            (Some(Value::Text(code)), _) if code.contains(APART) => false,
            (Some(Value::Text(code)), Naming::Known) => id::of_code(self.noun.name, code) == row,
            (Some(Value::Text(_)), Naming::Made(_)) => true,
            (Some(Value::Null), Naming::Made(_)) => is_erased,
            (_, Naming::Unnamed) => true,
            _ => false,
        };
        if is_sound { Ok(()) } else { Err(say::version_field("code")) }
    }

    /// What holds for all versions of a row together.
    pub(super) fn row(&mut self, arrival: &Arrival) -> Result<Verdict> {
        let clocks: HashMap<&Digest, i64> =
            arrival.versions.iter().map(|version| (&version.digest, version.clock)).collect();
        // Of makers whose clocks stand where they can, each version stands at most one beyond all others of its row.
        let last = LAST_CLOCK + arrival.versions.len() as i64;
        for version in &arrival.versions {
            if version.clock >= last {
                return Ok(Err(say::version_clock()));
            }
            let follows = |parent: &Digest| clocks.get(parent).is_some_and(|clock| *clock < version.clock);
            if !version.parents.iter().all(follows) || (version.deleted && version.parents.is_empty()) {
                return Ok(Err(say::version_parents()));
            }
            if !self.follows_the_rules(version)? {
                return Ok(Err(say::version_field(self.noun.checked.unwrap_or_default().join(", "))));
            }
        }
        Ok(Ok(()))
    }

    /// Whether a version keeps the rules that look at one row only. Those between rows are not asked here: a merge may
    /// break them, and `check` tells.
    fn follows_the_rules(&mut self, version: &Version) -> Result<bool> {
        let knew = self.network.knew(version.schema)?;
        // Who did not know a column could not keep its rules.
        if version.deleted || self.rules.places().is_empty() || knew[self.noun.name].contains(&false) {
            return Ok(true);
        }
        let text = |place: usize| match &version.says[place] {
            Some(Value::Integer(number)) => Some(number.to_string()),
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let cells: Vec<Option<String>> = self.rules.places().iter().map(|place| text(*place)).collect();
        if self.checked.contains(&cells) {
            return Ok(true);
        }
        let mut known = vec![None; version.says.len()];
        self.rules.places().iter().zip(&cells).for_each(|(place, cell)| known[*place].clone_from(cell));
        let is_sound = self.rules.check(&known).is_ok();
        if is_sound {
            self.checked.insert(cells);
        }
        Ok(is_sound)
    }
}
