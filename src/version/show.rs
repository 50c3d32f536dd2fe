//! How the tables follow from the versions: what shows, and what is kept because others need it.

use super::Seal;
use super::lineage::Lineage;
use super::notice::What;
use super::{Version, notice::Notices};
use crate::error::{Refusal, Result};
use crate::file::write::Stored;
use crate::file::{Network, id};
use crate::locale::say::{self, Noun as Word};
use crate::nouns;
use crate::record::Noun;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use std::collections::{BTreeSet, HashSet};

/// A row of a noun.
pub type Place = (&'static str, i64);

/// What the running command has set moving and what must follow before it ends.
#[derive(Default)]
pub struct Effects {
    /// Rows whose winner deletes them, or that are shown only because others need them, and may be needed no more.
    doubtful: BTreeSet<Place>,
    /// Rows that others refer to since this command, and that may not be shown.
    wanted: Vec<Place>,
    /// Those of them that are known to be shown.
    there: HashSet<Place>,
    /// Codes that a row has got or lost.
    pub(super) codes: BTreeSet<(&'static str, String)>,
    /// Whether rows came or went, so that other rows may stand for others.
    pub(crate) is_moved: bool,
}

impl Network {
    /// Makes a row's table show what its versions say.
    ///
    /// # Errors
    /// Only those of the database.
    pub(crate) fn show(&self, noun: &'static Noun, id: i64, lineage: &Lineage) -> Result<()> {
        let winner = lineage.winner();
        let before = self.in_table(noun, id)?.map(|row| row.stored);
        match lineage.is_open() {
            true => self.note(noun, id, What::Conflict, None)?,
            false => self.unnote(noun, id, What::Conflict)?,
        }
        if winner.deleted {
            if before.is_none() {
                // Nobody needs it; where somebody will, it is wanted then.
                return Ok(());
            }
            if self.referrers(noun)?.is_empty() {
                return self.take_out(noun, id, before.as_ref());
            }
            self.effects.borrow_mut().doubtful.insert((noun.name, id));
        } else {
            self.unnote(noun, id, What::Needed)?;
        }
        let now = lineage.content(noun, &winner.digest);
        self.put_row(noun, id, before.as_ref(), &now, winner, Seal::Empty)
    }

    /// Puts a row into its table, new or in place of what it showed.
    pub(super) fn put_row(
        &self,
        noun: &'static Noun,
        id: i64,
        before: Option<&Stored>,
        stored: &Stored,
        stamp: &Version,
        seal: Seal,
    ) -> Result<()> {
        self.follow_row(noun, before, Some(stored))?;
        let mut values = Vec::with_capacity(stored.len() + 5);
        values.push(Value::Integer(id));
        values.extend(stored.iter().cloned());
        values.extend([Value::Integer(stamp.clock), Value::Blob(stamp.digest.to_vec()), Value::Integer(stamp.command)]);
        values.extend(noun.has_personal().then(|| match seal {
            Seal::Here(salt) => Value::Blob(salt.to_vec()),
            Seal::Away(seal) => Value::Blob(seal.to_vec()),
            Seal::Empty | Seal::Silent => Value::Null,
        }));
        self.connection.prepare_cached(&self.row_sql(noun).write)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Takes a row out of its table.
    fn take_out(&self, noun: &'static Noun, id: i64, before: Option<&Stored>) -> Result<()> {
        self.follow_row(noun, before, None)?;
        self.connection.prepare_cached(&self.row_sql(noun).delete)?.execute([id])?;
        self.unnote(noun, id, What::Needed)?;
        self.unnote(noun, id, What::Shared)?;
        // What is usual here cannot be what is gone.
        self.forget_settings_of(noun, id)
    }

    /// Notes what follows from a row that says something else than before: codes and references, got and lost.
    fn follow_row(&self, noun: &'static Noun, before: Option<&Stored>, now: Option<&Stored>) -> Result<()> {
        self.forget_looked_up(noun);
        let references = self.references(noun)?;
        let notices = self.notices()?;
        let mut effects = self.effects.borrow_mut();
        effects.is_moved |= before.is_none() || now.is_none() || noun.name == super::pair::NOUN;
        for (place, column) in noun.columns().iter().enumerate() {
            let value = |stored: Option<&Stored>| stored.map_or(Value::Null, |stored| stored[place].clone());
            let (had, has) = (value(before), value(now));
            if had == has {
                continue;
            }
            if column.name == "code" {
                let codes = [had, has].into_iter().filter_map(|code| match code {
                    Value::Text(code) => Some((noun.name, code)),
                    _ => None,
                });
                effects.codes.extend(codes);
                continue;
            }
            let Some(target) = references.get(&column.name) else { continue };
            if let Value::Integer(id) = had
                && notices.has(target, id, What::Needed)
            {
                effects.doubtful.insert((target, id));
            }
            if let Value::Integer(id) = has
                && effects.there.insert((target, id))
            {
                effects.wanted.push((target, id));
            }
        }
        Ok(())
    }

    /// Brings the tables to rest before a command ends: rows that are needed are shown, those that nobody needs are not,
    /// and notices follow.
    ///
    /// # Errors
    /// Those of the database, and where a row refers to one that never was.
    pub(crate) fn settle_down(&self) -> Result<()> {
        loop {
            self.show_wanted()?;
            let doubtful = std::mem::take(&mut self.effects.borrow_mut().doubtful);
            if doubtful.is_empty() {
                break;
            }
            self.weigh(doubtful)?;
        }
        self.refresh_joined()?;
        self.refresh_shared()?;
        self.effects.take();
        Ok(())
    }

    /// Shows rows that others refer to, though they were deleted.
    fn show_wanted(&self) -> Result<()> {
        loop {
            let Some((name, id)) = self.effects.borrow_mut().wanted.pop() else { return Ok(()) };
            let noun = nouns::named(name)?;
            if self.is_there(noun, id)? {
                continue;
            }
            let Some(lineage) = self.lineage(noun, id)? else {
                let refusal = Refusal::data(say::refers_to_nothing(Word(name), id::show(id)));
                return Err(refusal.hint(say::refers_to_nothing_hint()).into());
            };
            self.note(noun, id, What::Needed, None)?;
            let winner = lineage.winner();
            self.put_row(noun, id, None, &lineage.content(noun, &winner.digest), winner, Seal::Empty)?;
        }
    }

    /// Keeps those of the deleted rows that rows which are shown refer to, and takes the others out.
    fn weigh(&self, doubtful: BTreeSet<Place>) -> Result<()> {
        // Needed rows may need one another, so all are weighed together.
        let notices: std::rc::Rc<Notices> = self.notices()?;
        let mut unsupported: BTreeSet<Place> = notices.all(What::Needed).chain(doubtful).collect();
        loop {
            let supported = self.referred_to(&unsupported)?;
            if supported.is_empty() {
                break;
            }
            for (name, id) in supported {
                unsupported.remove(&(name, id));
                self.note(nouns::named(name)?, id, What::Needed, None)?;
            }
        }
        for (name, id) in unsupported {
            let noun = nouns::named(name)?;
            let before = self.in_table(noun, id)?.map(|row| row.stored);
            self.take_out(noun, id, before.as_ref())?;
        }
        Ok(())
    }

    /// Those of these rows that rows beside them refer to.
    pub(crate) fn referred_to(&self, places: &BTreeSet<Place>) -> Result<BTreeSet<Place>> {
        let targets: BTreeSet<&'static str> = places.iter().map(|(name, _)| *name).collect();
        let mut found = BTreeSet::new();
        self.connection.execute_batch(
            "CREATE TEMP TABLE IF NOT EXISTS weighed (noun TEXT, id INTEGER, PRIMARY KEY (noun, id)) WITHOUT ROWID; \
             DELETE FROM temp.weighed",
        )?;
        let mut weigh = self.connection.prepare_cached("INSERT INTO temp.weighed VALUES (?, ?)")?;
        places.iter().try_for_each(|place| weigh.execute(*place).map(|_| ()))?;
        for target in targets {
            for (other, column) in self.referrers(nouns::named(target)?)? {
                let sql = format!(
                    "SELECT DISTINCT \"{column}\" FROM {other} \
                     WHERE \"{column}\" IN (SELECT id FROM temp.weighed WHERE noun = ?) \
                     AND id NOT IN (SELECT id FROM temp.weighed WHERE noun = '{other}')"
                );
                let mut statement = self.connection.prepare_cached(&sql)?;
                let ids = statement.query_map([target], |row| row.get::<_, i64>(0))?;
                for id in ids {
                    found.insert((target, id?));
                }
            }
        }
        Ok(found)
    }
}
