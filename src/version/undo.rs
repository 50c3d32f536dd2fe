//! Undo: new versions that bring back what was, wherever nobody has changed it since.

use super::back::Back;
use super::digest::Digest;
use super::lineage::Lineage;
use super::log::Command;
use super::show::Place;
use super::write::Draft;
use crate::error::Result;
use crate::file::Network;
use crate::file::take::refusal_of;
use crate::file::write::Stored;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::record::{Naming, Noun};
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What came of taking a command back.
#[derive(Default)]
pub struct Undone {
    /// How many rows are as they were, by their noun.
    pub rows: BTreeMap<&'static str, i64>,
    /// Rows that were left as they are, each as people call it and with the reason.
    pub left: Vec<(&'static str, String, Text)>,
    /// How many rows another file had said before, by their noun: they are not this command's to take back.
    pub elsewhere: BTreeMap<&'static str, i64>,
    /// How many settings are as they were.
    pub settings: i64,
}

impl Undone {
    /// Whether nothing is as it was.
    pub fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.settings == 0
    }
}

/// Rows that are to go, each with the versions that go with it.
type Gone = BTreeMap<Place, Vec<Digest>>;

impl Network {
    /// Takes a command back, within the running one.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn undo(&self, command: &Command) -> Result<Undone> {
        self.undoes.set(Some(command.id));
        let undone = self.undo_each(command);
        self.undoes.set(None);
        undone
    }

    fn undo_each(&self, command: &Command) -> Result<Undone> {
        let mut undone = Undone { settings: self.undo_settings(command.id)?, ..Undone::default() };
        let mut gone = Gone::new();
        // What others refer to comes back before them.
        for noun in self.referred_first()? {
            let (mut waiting, elsewhere) = self.rows_of(noun, command)?;
            if elsewhere > 0 {
                *undone.elsewhere.entry(noun.name).or_default() += elsewhere;
            }
            loop {
                let before = waiting.len();
                waiting = self.take_back(noun, command, waiting, &mut gone, &mut undone)?;
                // Rows of one noun may refer to each other.
                if waiting.is_empty() || waiting.len() == before {
                    break;
                }
            }
            for row in waiting {
                undone.left.push((noun.name, self.called_once(noun, row)?, say::left_refers_to_nothing()));
            }
        }
        self.take_away(gone, &mut undone)?;
        Ok(undone)
    }

    /// Takes rows of a noun back; those that refer to rows which are not there wait.
    fn take_back(
        &self,
        noun: &'static Noun,
        command: &Command,
        rows: Vec<i64>,
        gone: &mut Gone,
        undone: &mut Undone,
    ) -> Result<Vec<i64>> {
        let mut waiting = Vec::new();
        let is_referred_to = !self.referrers(noun)?.is_empty();
        for row in rows {
            let Some(lineage) = self.lineage(noun, row)? else { continue };
            match self.back(noun, &lineage, command.id)? {
                Back::Changed => undone.left.push((noun.name, self.called_once(noun, row)?, say::left_changed_since())),
                Back::Elsewhere => *undone.elsewhere.entry(noun.name).or_default() += 1,
                _ if let Some(reason) = self.held(noun, &lineage)? => {
                    undone.left.push((noun.name, self.called_once(noun, row)?, reason));
                }
                Back::Gone(over, Some(shown)) if self.was_needed(noun, row, command)? => {
                    self.put(noun, row, lineage, vec![Draft { says: Some(shown), over }])?;
                    if let Some(lineage) = self.lineage(noun, row)? {
                        let over = vec![lineage.winner().digest];
                        self.remove_version(noun, row, lineage, over, undone)?;
                    }
                }
                // Whether others need it is weighed when all else is as it was.
                Back::Gone(over, _) if is_referred_to => {
                    gone.insert((noun.name, row), over);
                }
                Back::Gone(over, _) => self.remove_version(noun, row, lineage, over, undone)?,
                Back::Said(drafts) => {
                    let shows = drafts.last().and_then(|draft| draft.says.as_ref());
                    if let Some(stored) = shows {
                        if !self.refers_to_rows(noun, stored, command)? {
                            waiting.push(row);
                            continue;
                        }
                        if let Some(code) = self.taken_code(noun, row, stored)? {
                            undone.left.push((noun.name, code, say::left_code_taken()));
                            continue;
                        }
                        let said = lineage.content(noun, &lineage.winner().digest);
                        self.note_fields(noun, |place| said[place] != stored[place]);
                    }
                    self.put(noun, row, lineage, drafts)?;
                    *undone.rows.entry(noun.name).or_default() += 1;
                }
            }
        }
        Ok(waiting)
    }

    /// Takes away the rows that the command made, but for those that others need.
    fn take_away(&self, mut gone: Gone, undone: &mut Undone) -> Result<()> {
        loop {
            let needed = self.referred_to(&gone.keys().copied().collect())?;
            if needed.is_empty() {
                break;
            }
            for (name, row) in needed {
                gone.remove(&(name, row));
                let noun = nouns::named(name)?;
                let needed_by = match self.row(noun, row)? {
                    Some(found) => self.needed_by(noun, &found)?,
                    None => Vec::new(),
                };
                undone.left.push((name, self.called_once(noun, row)?, say::left_needed(needed_by)));
            }
        }
        for ((name, row), over) in gone {
            let noun = nouns::named(name)?;
            if let Some(lineage) = self.lineage(noun, row)? {
                self.remove_version(noun, row, lineage, over, undone)?;
            }
        }
        Ok(())
    }

    /// Why a row has to stay as it is, where its noun holds it.
    fn held(&self, noun: &'static Noun, lineage: &Lineage) -> Result<Option<Text>> {
        if !noun.is_held {
            return Ok(None);
        }
        let stands = self.told(noun, &lineage.content(noun, &lineage.winner().digest))?;
        match noun.check_change(&stands, None, self) {
            Ok(()) => Ok(None),
            Err(error) => Ok(Some(refusal_of(0, error)?.2.message)),
        }
    }

    fn remove_version(
        &self,
        noun: &'static Noun,
        row: i64,
        lineage: Lineage,
        over: Vec<Digest>,
        undone: &mut Undone,
    ) -> Result<()> {
        self.put(noun, row, lineage, vec![Draft { says: None, over }])?;
        *undone.rows.entry(noun.name).or_default() += 1;
        Ok(())
    }

    /// The rows of a noun of which a command made versions, and how many of its versions another file had made before.
    fn rows_of(&self, noun: &Noun, command: &Command) -> Result<(Vec<i64>, i64)> {
        let count = command.count(noun.name);
        if count == 0 {
            return Ok((Vec::new(), 0));
        }
        let sql = "SELECT id FROM version WHERE command = ? AND noun = ? ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows: Vec<i64> =
            statement.query_map((command.id, noun.name), |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut left = count - rows.len() as i64;
        rows.dedup();
        if left > 0 {
            // What was typed last has the highest id, mostly.
            let sql = format!("SELECT id FROM {} WHERE command = ? ORDER BY id DESC LIMIT ?", noun.name);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let known: BTreeSet<i64> = rows.iter().copied().collect();
            for id in statement.query_map((command.id, count), |row| row.get(0))? {
                let id = id?;
                if !known.contains(&id) {
                    rows.push(id);
                    left -= 1;
                }
            }
        }
        rows.sort_unstable();
        Ok((rows, left))
    }

    /// All nouns, each after those that it refers to.
    fn referred_first(&self) -> Result<Vec<&'static Noun>> {
        let mut left: Vec<&'static Noun> = nouns::versioned().collect();
        let mut order: Vec<&'static Noun> = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let mut next = 0;
            for (place, noun) in left.iter().enumerate() {
                let references = self.references(noun)?;
                let waits = |target: &&str| *target != noun.name && left.iter().any(|other| other.name == *target);
                if !references.values().any(waits) {
                    next = place;
                    break;
                }
            }
            order.push(left.remove(next));
        }
        Ok(order)
    }

    /// Whether all rows that a row refers to are there, as they were when the command was given.
    fn refers_to_rows(&self, noun: &Noun, stored: &Stored, command: &Command) -> Result<bool> {
        for (column, target) in self.references(noun)?.iter() {
            let Some(Value::Integer(id)) = noun.place(column).map(|place| &stored[place]) else { continue };
            let sql = format!("SELECT 1 FROM {target} WHERE id = ?");
            if self.connection.prepare_cached(&sql)?.exists([id])? {
                continue;
            }
            // One that was deleted before was shown all the same, because it was needed; so it will be again.
            let Some(lineage) = self.lineage(nouns::named(target)?, *id)? else { return Ok(false) };
            let deletion = self.command(lineage.winner().command)?;
            if deletion.is_none_or(|deletion| deletion.turn > command.turn) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The code that a row would have, where another row has got it since.
    fn taken_code(&self, noun: &Noun, row: i64, stored: &Stored) -> Result<Option<String>> {
        if !matches!(noun.naming, Naming::Made(_)) {
            return Ok(None);
        }
        let code = noun.place("code").map(|place| &stored[place]);
        let Some(Value::Text(code)) = code else { return Ok(None) };
        let has_it = self.ids_of_code(noun, None, code)?;
        let is_taken = !has_it.is_empty() && !has_it.contains(&row);
        Ok(is_taken.then(|| code.clone()))
    }
}
