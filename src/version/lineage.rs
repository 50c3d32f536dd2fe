//! Which version of a row shows: a pure function of all its versions, in whatever order and how often they came.

use super::digest::Digest;
use super::{Seal, Version};
use crate::record::Noun;
use rusqlite::types::Value;
use std::collections::HashMap;

/// All versions of a row, and what follows from them.
///
/// Versions that say the same on top of the same are of one class, though their salts or schemas differ: the same
/// register read at two places is no conflict. A class that no version replaces is a head; more than one live head is an
/// open conflict. The winner shows: a live head before a deleted one, then the highest clock, then the highest digest.
pub struct Lineage {
    /// By clock, then digest: each stands after its parents.
    versions: Vec<Version>,
    classes: Vec<Class>,
    /// What stands for each head class, the winner first.
    heads: Vec<usize>,
}

/// Versions that say the same on top of the same.
struct Class {
    /// The first stands for all: of one thing said twice, the earlier counts.
    members: Vec<usize>,
    /// The classes of the versions that they replace.
    parents: Vec<usize>,
    /// A member whose personal fields are known here.
    known: Option<usize>,
    is_replaced: bool,
}

/// What the newest version that says anything of a column says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said<'l> {
    /// The value; none where no version says anything.
    pub value: Option<&'l Value>,
    /// Whether no newer version says something that stayed elsewhere.
    pub is_latest: bool,
}

impl Lineage {
    /// Works it out; none where there are no versions.
    pub fn of(noun: &Noun, mut versions: Vec<Version>) -> Option<Self> {
        versions.sort_unstable_by_key(|version| (version.clock, version.digest));
        let mut lineage = Self { versions, classes: Vec::new(), heads: Vec::new() };
        match lineage.versions.len() {
            0 => return None,
            // By far the most rows have one version.
            1 => lineage.classes.push(Class::of(0, Vec::new(), &lineage.versions[0])),
            _ => lineage.classify(noun),
        }
        let heads = lineage.classes.iter().filter(|class| !class.is_replaced).map(|class| class.members[0]);
        lineage.heads = heads.collect();
        let rank = |place: &usize| {
            let version = &lineage.versions[*place];
            (!version.deleted, version.clock, version.digest)
        };
        lineage.heads.sort_unstable_by_key(|place| std::cmp::Reverse(rank(place)));
        Some(lineage)
    }

    fn classify(&mut self, noun: &Noun) {
        let mut class_of: HashMap<Digest, usize> = HashMap::with_capacity(self.versions.len());
        let mut alike: HashMap<Vec<u8>, Vec<usize>> = HashMap::with_capacity(self.versions.len());
        for (place, version) in self.versions.iter().enumerate() {
            let mut parents: Vec<usize> =
                version.parents.iter().filter_map(|parent| class_of.get(parent).copied()).collect();
            parents.sort_unstable();
            parents.dedup();
            parents.iter().for_each(|parent| self.classes[*parent].is_replaced = true);
            let candidates = alike.entry(key(noun, version, &parents)).or_default();
            let fits = |class: &&usize| {
                let known = self.classes[**class].known;
                known.is_none_or(|known| !is_known(version) || same_personal(noun, &self.versions[known], version))
            };
            let class = match candidates.iter().find(fits).copied() {
                Some(class) => {
                    self.classes[class].members.push(place);
                    let known = is_known(version).then_some(place);
                    self.classes[class].known = self.classes[class].known.or(known);
                    class
                }
                None => {
                    self.classes.push(Class::of(place, parents, version));
                    candidates.push(self.classes.len() - 1);
                    self.classes.len() - 1
                }
            };
            class_of.insert(version.digest, class);
        }
    }

    /// All versions, each after its parents.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// All versions, to be put together with others.
    pub fn into_versions(self) -> Vec<Version> {
        self.versions
    }

    /// The versions that no other replaces, the winner first.
    pub fn heads(&self) -> impl Iterator<Item = &Version> {
        self.heads.iter().map(|place| &self.versions[*place])
    }

    /// The version that shows, or that deletes the row.
    pub fn winner(&self) -> &Version {
        // There is always one: a version that none replaces, since clocks run from parents to children.
        &self.versions[self.heads.first().copied().unwrap_or_default()]
    }

    /// Whether no other version replaces this one, or one that says the same.
    pub fn is_head(&self, digest: &Digest) -> bool {
        let place = self.versions.iter().position(|version| version.digest == *digest);
        let class = place.and_then(|place| self.classes.iter().find(|class| class.members.contains(&place)));
        class.is_some_and(|class| !class.is_replaced)
    }

    /// Whether the version of this digest was the first to say what it says.
    pub fn is_first(&self, digest: &Digest) -> bool {
        self.classes.iter().any(|class| self.versions[class.members[0]].digest == *digest)
    }

    /// Whether somebody has to decide: several versions stand beside each other, and at least one is live.
    pub fn is_open(&self) -> bool {
        self.heads.len() > 1 && !self.winner().deleted
    }

    /// What is said of a column in the version of this digest, or before it.
    pub fn said(&self, noun: &Noun, digest: &Digest, place: usize) -> Said<'_> {
        let Some(start) = self.versions.iter().position(|version| version.digest == *digest) else {
            return Said { value: None, is_latest: true };
        };
        if let Some(value) = &self.versions[start].says[place] {
            return Said { value: Some(value), is_latest: true };
        }
        let mut is_latest = true;
        for step in self.trail(start) {
            let version = &self.versions[step];
            if let Some(value) = &version.says[place] {
                return Said { value: Some(value), is_latest };
            }
            is_latest &= !(noun.is_personal(place) && matches!(version.seal, Seal::Away(_)));
        }
        Said { value: None, is_latest }
    }

    /// What shows where the version of this digest does: for each column the newest value that is known.
    pub fn content(&self, noun: &Noun, digest: &Digest) -> Vec<Value> {
        let value = |place| self.said(noun, digest, place).value.cloned().unwrap_or(Value::Null);
        (0..noun.columns().len()).map(value).collect()
    }

    /// Those of one class with a version, and then all that came before it, the newest first.
    fn trail(&self, start: usize) -> Vec<usize> {
        let own = self.classes.iter().position(|class| class.members.contains(&start)).unwrap_or_default();
        let (mut met, mut open, mut before) = (vec![false; self.classes.len()], vec![own], Vec::new());
        while let Some(class) = open.pop() {
            for parent in &self.classes[class].parents {
                if !std::mem::replace(&mut met[*parent], true) {
                    open.push(*parent);
                    before.extend_from_slice(&self.classes[*parent].members);
                }
            }
        }
        before.sort_unstable_by(|a, b| b.cmp(a));
        // A classmate that is known tells what another sealed.
        let mut trail = self.classes[own].members.clone();
        trail.sort_by_key(|member| matches!(self.versions[*member].seal, Seal::Away(_)));
        trail.extend(before);
        trail
    }
}

impl Class {
    fn of(member: usize, parents: Vec<usize>, version: &Version) -> Self {
        Self { members: vec![member], parents, known: is_known(version).then_some(member), is_replaced: false }
    }
}

/// Whether a version's personal fields are known here.
fn is_known(version: &Version) -> bool {
    matches!(version.seal, Seal::Empty | Seal::Here(_))
}

fn same_personal(noun: &Noun, one: &Version, other: &Version) -> bool {
    let mut places = (0..one.says.len()).filter(|place| noun.is_personal(*place));
    places.all(|place| one.says[place] == other.says[place])
}

/// What makes versions alike: the classes that they replace, whether they delete, and what they say in public. What a
/// version says nothing of is to it as if it were empty.
fn key(noun: &Noun, version: &Version, parents: &[usize]) -> Vec<u8> {
    let mut key = vec![u8::from(version.deleted)];
    key.extend((parents.len() as u64).to_le_bytes());
    parents.iter().for_each(|parent| key.extend((*parent as u64).to_le_bytes()));
    for (place, said) in version.says.iter().enumerate().filter(|(place, _)| !noun.is_personal(*place)) {
        let (kind, bytes) = match said {
            Some(Value::Integer(number)) => (1_u8, number.to_le_bytes().to_vec()),
            Some(Value::Text(text)) => (2, text.as_bytes().to_vec()),
            _ => continue,
        };
        key.extend((place as u32).to_le_bytes());
        key.push(kind);
        key.extend((bytes.len() as u64).to_le_bytes());
        key.extend(bytes);
    }
    key
}
