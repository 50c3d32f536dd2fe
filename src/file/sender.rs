//! What a sender said before: which values of a row are theirs, which somebody here has changed, and which rows they sent.

use super::id;
use super::read::Query;
use super::rows::{BY_CODE, Rows};
use super::{Network, Row};
use crate::error::Result;
use crate::record::{Cells, Noun};
use crate::version::digest::Digest;
use crate::version::lineage::Lineage;
use crate::version::log::Command;
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// One value of a row, as far as one sender is concerned: where both differ, it is ours.
#[derive(Clone, Debug, Default, PartialEq)]
struct Heard {
    /// What it is.
    now: Option<Value>,
    /// What the sender said last; where it was what stood here already, nobody kept that, and it is what was replaced
    /// here first.
    theirs: Option<Value>,
    /// When they said it.
    said: i64,
}

/// What becomes of a row that was removed, where its sender has it.
pub(super) enum Removed {
    /// It stays so: the sender only says again what they had said.
    Stays,
    /// It comes back as it last was, with what the sender says now.
    Back(Row),
    /// It was never there, or was taken back: nothing is left of it.
    Gone,
}

/// The days that a sheet tells of, the first and the last.
pub type Days = (String, String);

impl Network {
    /// Notes whose sheet the running command takes in.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn note_sender(&self, sender: &str) -> Result<()> {
        let hashed = id::hashed([b"sender".as_slice(), sender.as_bytes()]);
        self.connection.execute("UPDATE command SET sender = ? WHERE id = ?", (hashed, self.command_id()?))?;
        self.sender.set(Some(hashed));
        Ok(())
    }

    /// Takes what the sender of the running command says over what a row had, but for values that were changed here
    /// since, where the sender has nothing new to say of them: these stay. Gives how many stay.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) fn keep_ours(&self, noun: &'static Noun, before: &Row, cells: &mut Cells) -> Result<i64> {
        let Some(sender) = self.sender.get().filter(|_| *cells != before.cells) else { return Ok(0) };
        let Some(lineage) = self.lineage(noun, before.id)? else { return Ok(0) };
        let heard = self.heard(noun, &lineage, sender)?;
        let mut kept = 0;
        for (place, heard) in heard.iter().enumerate().filter(|(_, heard)| heard.now != heard.theirs) {
            if cells[place] == before.cells[place] {
                continue;
            }
            // What cannot be resolved is told when the row is written.
            let Ok((_, said)) = self.resolve_column(noun, place, cells[place].as_deref()) else { continue };
            let said = Some(said).filter(|said| *said != Value::Null);
            // An empty cell is no news against what somebody has found out.
            let is_news = said.is_some() && said != heard.theirs && said != heard.now;
            if !is_news {
                cells[place].clone_from(&before.cells[place]);
                kept += i64::from(said != heard.now);
            }
        }
        Ok(kept)
    }

    /// What becomes of a row that is not there any more, where a sheet has it.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) fn removed(&self, noun: &'static Noun, id: i64, rows: &Rows, row: usize) -> Result<Removed> {
        let Some(lineage) = self.lineage(noun, id)? else { return Ok(Removed::Gone) };
        let (winner, sender) = (lineage.winner(), self.sender.get());
        // What was taken back is waited for; what somebody removed is not, nor what the same sender had no longer.
        let Some(removal) = self.removal(&lineage)? else { return Ok(Removed::Gone) };
        let had = self.told(noun, &lineage.content(noun, &winner.digest))?;
        let back = Removed::Back(Row { id, cells: had, shares_code: false });
        let Some(sender) = sender.filter(|sender| removal.sender != Some(*sender)) else { return Ok(back) };
        let heard = self.heard(noun, &lineage, sender)?;
        let theirs = heard.iter().map(|heard| heard.theirs.clone().or(heard.now.clone()).unwrap_or(Value::Null));
        let theirs = self.told(noun, &theirs.collect::<Vec<_>>())?;
        let mut said = rows.over(row, theirs.clone()).into_iter().enumerate();
        let is_same = |(place, text): (usize, Option<String>)| {
            text == theirs[place]
                || self.resolve_column(noun, place, text.as_deref()).is_ok_and(|(text, _)| text == theirs[place])
        };
        let was_told = heard.iter().any(|heard| heard.theirs.is_some());
        Ok(if was_told && said.all(is_same) { Removed::Stays } else { back })
    }

    /// The command that removed a row; none where what had made it was taken back.
    fn removal(&self, lineage: &Lineage) -> Result<Option<Command>> {
        let mut version = lineage.winner();
        loop {
            let maker = self.command(version.command)?;
            if maker.as_ref().is_none_or(|maker| maker.verb != "undo") {
                return Ok(maker.filter(|_| version.deleted));
            }
            // What was taken back had brought the row back: it is removed again as it was before that.
            let undone = lineage.versions().iter().filter(|other| version.parents.contains(&other.digest));
            let before: Vec<&Digest> = undone.flat_map(|undone| &undone.parents).collect();
            let removal = lineage.versions().iter().find(|other| other.deleted && before.contains(&&other.digest));
            match removal.filter(|removal| removal.digest != version.digest) {
                Some(removal) => version = removal,
                None => return Ok(None),
            }
        }
    }

    /// What a sender said of each value of a row, beside what it is.
    fn heard(&self, noun: &Noun, lineage: &Lineage, sender: i64) -> Result<Vec<Heard>> {
        let mut states: HashMap<Digest, Vec<Heard>> = HashMap::new();
        let winner = lineage.winner().digest;
        for version in lineage.versions() {
            let maker = self.command(version.command)?;
            let is_theirs = maker.as_ref().is_some_and(|maker| maker.sender == Some(sender));
            let is_undo = maker.is_some_and(|maker| maker.verb == "undo");
            let parents: Vec<Digest> = match is_undo {
                // It brings back what was before the versions that it takes back.
                true => {
                    let undone = lineage.versions().iter().filter(|other| version.parents.contains(&other.digest));
                    undone.flat_map(|undone| undone.parents.clone()).collect()
                }
                false => version.parents.clone(),
            };
            let before: Vec<&Vec<Heard>> = parents.iter().filter_map(|parent| states.get(parent)).collect();
            let content = lineage.content(noun, &version.digest).into_iter().enumerate();
            let state = content.map(|(place, value)| {
                let now = Some(value).filter(|value| *value != Value::Null);
                let same = before.iter().map(|state| &state[place]).find(|heard| heard.now == now);
                let latest = before.iter().map(|state| &state[place]).max_by_key(|heard| heard.said);
                let (theirs, said) = match (is_theirs, same) {
                    (true, None) => (now.clone(), version.clock),
                    (true, Some(same)) if same.theirs.is_none() => (now.clone(), version.clock),
                    (_, Some(_)) => latest.map(|heard| (heard.theirs.clone(), heard.said)).unwrap_or_default(),
                    // What nobody kept of them is what stood here before.
                    (false, None) => latest
                        .map_or((None, 0), |heard| (heard.theirs.clone().or_else(|| heard.now.clone()), heard.said)),
                };
                Heard { now, theirs, said }
            });
            states.insert(version.digest, state.collect());
        }
        Ok(states.remove(&winner).unwrap_or_default())
    }

    /// The rows of earlier sheets of one sender that are not among these any more: those of the days that these tell of,
    /// where the noun has days, or of the days that it covers, and of its points. Of a sheet without ids, or without a
    /// sender, those of its people only.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn gone(
        &self,
        noun: &'static Noun,
        rows: &Rows,
        is_by_cells: bool,
        covers: Option<&Days>,
    ) -> Result<(Vec<Row>, Option<Days>)> {
        let days = noun.date.and_then(|date| covers.cloned().or_else(|| rows.span(noun, date)));
        // Of a sheet that tells of no day nobody knows which rows it should hold.
        if noun.date.is_some() && days.is_none() {
            return Ok((Vec::new(), None));
        }
        let mut query = Query::default();
        query.and(
            format!(
                "{0}.id IN (SELECT id FROM {0} WHERE command IN sent \
                 AND id NOT IN (SELECT id FROM version WHERE noun = '{0}') UNION \
                 SELECT id FROM version WHERE noun = '{0}' AND command IN sent AND length(parents) = 0)",
                noun.name
            ),
            [],
        );
        self.connection
            .execute_batch("CREATE TEMP TABLE IF NOT EXISTS sent (id INTEGER PRIMARY KEY); DELETE FROM sent")?;
        self.connection.execute(
            "INSERT INTO sent SELECT id FROM command WHERE verb = 'import' AND noun = ?1 AND sender IS ?2 \
             AND (sender IS NOT NULL OR site = ?3) AND id <> ?4",
            (noun.name, self.sender.get(), self.site()?, self.command_id()?),
        )?;
        if let (Some(date), Some((first, last))) = (noun.date, &days) {
            let texts = [first, last].map(|day| Value::Text(day.clone()));
            query.and(format!("{}.\"{date}\" BETWEEN ? AND ?", noun.name), texts);
        }
        // Points send sheets of their own, whoever gathers them; people too, where they have no ids.
        let of_people = is_by_cells || self.sender.get().is_none();
        let references = self.references(noun)?;
        let is_scope = |target: &str| target == "point" || (of_people && target == "person");
        for (column, _) in references.iter().filter(|(_, target)| noun.date.is_some() && is_scope(target)) {
            let ids: Vec<i64> = rows.referred(noun, column).collect();
            if !ids.is_empty() {
                let column = format!("{}.\"{column}\"", noun.name);
                let condition = format!("({column} IS NULL OR {column} IN (SELECT value FROM json_each(?)))");
                query.and(condition, [Value::Text(serde_json::to_string(&ids)?)]);
            }
        }
        let here = self.ids_of(noun, rows)?;
        let mut gone = Vec::new();
        self.scan(noun, &["id"], &query, |row| {
            let id: i64 = row.get(0)?;
            gone.extend(Some(id).filter(|id| !here.contains(id)));
            Ok(())
        })?;
        gone.sort_unstable();
        let gone = gone.into_iter().filter_map(|id| self.row(noun, id).transpose());
        Ok((gone.collect::<Result<_>>()?, days))
    }

    /// Whether somebody here has changed a row since its sender said what it is.
    ///
    /// # Errors
    /// Those of the database.
    pub fn is_changed_here(&self, noun: &'static Noun, id: i64) -> Result<bool> {
        let Some(lineage) = self.lineage(noun, id)? else { return Ok(false) };
        match self.sender.get() {
            Some(sender) => Ok(self.heard(noun, &lineage, sender)?.iter().any(|heard| heard.now != heard.theirs)),
            None => Ok(lineage.versions().len() > 1),
        }
    }

    /// What rows of a sheet are in the file, those too that were known by their codes.
    fn ids_of(&self, noun: &'static Noun, rows: &Rows) -> Result<HashSet<i64>> {
        let mut ids: HashSet<i64> = rows.body.ids.iter().copied().collect();
        for row in (0..rows.len()).filter(|row| rows.body.ids[*row] == BY_CODE) {
            if let Some(code) = rows.text(noun, row, "code") {
                ids.extend(self.ids_of_code(noun, None, code)?);
            }
        }
        Ok(ids)
    }
}
