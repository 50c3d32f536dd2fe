//! Notices: what people must know of a row that its table does not tell. Few files have any.

use super::pair;
use super::show::Place;
use crate::error::Result;
use crate::file::Network;
use crate::nouns;
use crate::record::{Naming, Noun};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What there is to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Its versions disagree, and somebody has to decide.
    Conflict,
    /// It was deleted, but rows that are shown refer to it.
    Needed,
    /// Another row has the same code.
    Shared,
    /// Another row stands for it.
    Joined,
}

/// All of them, by the rows they are about.
#[derive(Default)]
pub struct Notices {
    of: BTreeMap<(&'static str, What, i64), Option<i64>>,
    /// The rows that each stands for, beside itself.
    stand: BTreeMap<Place, Vec<i64>>,
}

const NAMES: [(What, &str); 4] =
    [(What::Conflict, "conflict"), (What::Needed, "needed"), (What::Shared, "shared"), (What::Joined, "joined")];

impl What {
    /// What the file calls it.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(what, _)| *what == self).map_or("", |(_, name)| name)
    }
}

impl Notices {
    /// Whether there is such a notice of a row.
    pub fn has(&self, noun: &str, id: i64, what: What) -> bool {
        !self.of.is_empty() && self.ids(noun, what).any(|known| known == id)
    }

    /// The rows of a noun with such a notice.
    pub fn ids<'n>(&'n self, noun: &'n str, what: What) -> impl Iterator<Item = i64> + 'n {
        let of = self.of.range((noun_of(noun), what, i64::MIN)..=(noun_of(noun), what, i64::MAX));
        of.map(|((_, _, id), _)| *id)
    }

    /// All rows with such a notice.
    pub fn all(&self, what: What) -> impl Iterator<Item = Place> + '_ {
        self.of.keys().filter(move |(_, of, _)| *of == what).map(|(noun, _, id)| (*noun, *id))
    }

    /// The row that stands for this one: mostly itself.
    pub fn stands_for(&self, noun: &str, id: i64) -> i64 {
        if self.of.is_empty() {
            return id;
        }
        self.of.get(&(noun_of(noun), What::Joined, id)).copied().flatten().unwrap_or(id)
    }

    /// The row, and those that it stands for.
    pub fn meant_by(&self, noun: &str, id: i64) -> Vec<i64> {
        let others = self.stand.get(&(noun_of(noun), id)).into_iter().flatten();
        std::iter::once(id).chain(others.copied()).collect()
    }
}

/// The name of a noun, as long as the program runs.
fn noun_of(noun: &str) -> &'static str {
    nouns::named(noun).map_or("", |noun| noun.name)
}

impl Network {
    /// All notices; read once, and again after a change.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn notices(&self) -> Result<Rc<Notices>> {
        if let Some(notices) = &*self.notices.borrow() {
            return Ok(Rc::clone(notices));
        }
        let mut notices = Notices::default();
        let mut statement = self.connection.prepare_cached("SELECT noun, id, what, other FROM notice")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (noun, what): (String, String) = (row.get(0)?, row.get(2)?);
            let (id, other): (i64, Option<i64>) = (row.get(1)?, row.get(3)?);
            let Some((what, _)) = NAMES.iter().find(|(_, name)| *name == what) else { continue };
            let noun = noun_of(&noun);
            notices.of.insert((noun, *what, id), other);
            if let (What::Joined, Some(other)) = (what, other) {
                notices.stand.entry((noun, other)).or_default().push(id);
            }
        }
        let notices = Rc::new(notices);
        *self.notices.borrow_mut() = Some(Rc::clone(&notices));
        Ok(notices)
    }

    /// Puts a notice to a row.
    pub(super) fn note(&self, noun: &Noun, id: i64, what: What, other: Option<i64>) -> Result<()> {
        let sql = "INSERT INTO notice VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET other = excluded.other \
                   WHERE other IS NOT excluded.other";
        let changed = self.connection.prepare_cached(sql)?.execute((noun.name, id, what.name(), other))?;
        self.noticed(noun, what, changed)
    }

    /// Takes a notice off a row.
    pub(super) fn unnote(&self, noun: &Noun, id: i64, what: What) -> Result<()> {
        if !self.notices()?.has(noun.name, id, what) {
            return Ok(());
        }
        let sql = "DELETE FROM notice WHERE noun = ? AND id = ? AND what = ?";
        let changed = self.connection.prepare_cached(sql)?.execute((noun.name, id, what.name()))?;
        self.noticed(noun, what, changed)
    }

    fn noticed(&self, noun: &Noun, what: What, changed: usize) -> Result<()> {
        if changed > 0 {
            self.notices.take();
            self.forget_looked_up(noun);
            // A row that is shown only because others need it stands for no other.
            self.effects.borrow_mut().is_moved |= what == What::Needed;
        }
        Ok(())
    }

    /// Works out anew which rows of the codes that were got or lost have one code.
    pub(super) fn refresh_shared(&self) -> Result<()> {
        let codes = std::mem::take(&mut self.effects.borrow_mut().codes);
        let mut seen = BTreeSet::new();
        for (name, code) in codes {
            if !seen.insert((name, code.to_ascii_lowercase())) {
                continue;
            }
            let noun = nouns::named(name)?;
            let sql = format!("SELECT id FROM {name} WHERE code = ?");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let ids: Vec<i64> = statement.query_map([&code], |row| row.get(0))?.collect::<Result<_, _>>()?;
            let notices = self.notices()?;
            let (hidden, visible): (Vec<i64>, Vec<i64>) =
                ids.into_iter().partition(|id| notices.has(name, *id, What::Joined));
            let are_shared = visible.len() > 1;
            for id in visible {
                match are_shared {
                    true => self.note(noun, id, What::Shared, None)?,
                    false => self.unnote(noun, id, What::Shared)?,
                }
            }
            hidden.into_iter().try_for_each(|id| self.unnote(noun, id, What::Shared))?;
        }
        Ok(())
    }

    /// Works out anew which rows stand for others, where rows came or went or were joined.
    pub(super) fn refresh_joined(&self) -> Result<()> {
        if !std::mem::take(&mut self.effects.borrow_mut().is_moved) {
            return Ok(());
        }
        let notices = self.notices()?;
        let before: BTreeMap<Place, i64> =
            notices.all(What::Joined).map(|(noun, id)| ((noun, id), notices.stands_for(noun, id))).collect();
        let now = pair::joined(self, &notices)?;
        for ((name, id), _) in before.iter().filter(|(place, _)| !now.contains_key(*place)) {
            self.unnote(nouns::named(name)?, *id, What::Joined)?;
        }
        for ((name, id), other) in &now {
            self.note(nouns::named(name)?, *id, What::Joined, Some(*other))?;
        }
        // A row that is hidden shares its code with nobody.
        for place in before.keys().chain(now.keys()).filter(|place| before.get(*place) != now.get(*place)) {
            let code = self.code_in_table(place.0, place.1)?;
            self.effects.borrow_mut().codes.extend(code.map(|code| (place.0, code)));
        }
        Ok(())
    }

    fn code_in_table(&self, name: &'static str, id: i64) -> Result<Option<String>> {
        use rusqlite::OptionalExtension;
        if nouns::named(name)?.naming == Naming::Unnamed {
            return Ok(None);
        }
        let sql = format!("SELECT code FROM {name} WHERE id = ?");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }
}
