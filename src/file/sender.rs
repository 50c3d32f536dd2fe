//! What a sender said before: which values of a row are theirs, which somebody here has changed, and which rows they sent.

use super::id;
use super::read::Query;
use super::rows::{BY_CODE, Rows};
use super::{Network, Row};
use crate::error::Result;
use crate::record::{Cells, Noun};
use crate::version::digest::Digest;
use crate::version::lineage::Lineage;
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// One value of a row, as far as one sender is concerned.
#[derive(Clone, Debug, Default, PartialEq)]
struct Heard {
    /// What it is.
    now: Option<Value>,
    /// What the sender said last.
    theirs: Option<Value>,
    /// Whether somebody else has changed it since.
    is_ours: bool,
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
        let theirs = self.told(noun, &values(&heard, |heard| &heard.theirs))?;
        let mut kept = 0;
        for place in (0..heard.len()).filter(|place| heard[*place].is_ours) {
            // An empty cell is no news against what somebody has found out.
            let is_news = cells[place].is_some() && cells[place] != theirs[place];
            if cells[place] != before.cells[place] && !is_news {
                cells[place].clone_from(&before.cells[place]);
                kept += 1;
            }
        }
        Ok(kept)
    }

    /// Whether a row that was removed here stays so, because its sender only says again what they had said.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) fn stays_removed(&self, noun: &'static Noun, id: i64, rows: &Rows, row: usize) -> Result<bool> {
        let Some(sender) = self.sender.get() else { return Ok(false) };
        let Some(lineage) = self.lineage(noun, id)? else { return Ok(false) };
        let winner = lineage.winner();
        let removal = self.command(winner.command)?;
        // What was taken back is waited for; what somebody removed is not.
        if !winner.deleted || removal.is_none_or(|command| command.verb == "undo") {
            return Ok(false);
        }
        let theirs = self.told(noun, &values(&self.heard(noun, &lineage, sender)?, |heard| &heard.theirs))?;
        let said = rows.over(row, theirs.clone());
        Ok(theirs.iter().any(Option::is_some) && said == theirs)
    }

    /// What a sender said of each value of a row, and whether somebody else has changed it since.
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
                let mut known = before.iter().map(|state| &state[place]);
                match (known.clone().find(|heard| heard.now == now), known.next_back()) {
                    (Some(as_before), _) => as_before.clone(),
                    (None, before) => Heard {
                        theirs: if is_theirs { now.clone() } else { before.and_then(|heard| heard.theirs.clone()) },
                        is_ours: !is_theirs && (now.is_some() || before.is_some()),
                        now,
                    },
                }
            });
            states.insert(version.digest, state.collect());
        }
        Ok(states.remove(&winner).unwrap_or_default())
    }

    /// The rows of earlier sheets of one sender that are not among these any more: those of the days that these tell of,
    /// where the noun has days. Of a sheet without a sender, those that were sent here of the same points and people.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn gone(&self, noun: &'static Noun, rows: &Rows) -> Result<(Vec<Row>, Option<Days>)> {
        let mut query = Query::default();
        query.and(
            format!(
                "{0}.id IN (SELECT id FROM {0} WHERE command IN sent UNION \
                 SELECT id FROM version WHERE noun = '{0}' AND command IN sent)",
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
        let days = noun.date.and_then(|date| rows.span(noun, date));
        if let (Some(date), Some((first, last))) = (noun.date, &days) {
            let texts = [first, last].map(|day| Value::Text(day.clone()));
            query.and(format!("{}.\"{date}\" BETWEEN ? AND ?", noun.name), texts);
        }
        if self.sender.get().is_none() {
            let references = self.references(noun)?;
            for (column, _) in references.iter().filter(|(_, target)| ["point", "person"].contains(target)) {
                let ids: Vec<i64> = rows.referred(noun, column).collect();
                if !ids.is_empty() {
                    let column = format!("{}.\"{column}\"", noun.name);
                    let condition = format!("({column} IS NULL OR {column} IN (SELECT value FROM json_each(?)))");
                    query.and(condition, [Value::Text(serde_json::to_string(&ids)?)]);
                }
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

/// One side of what was heard, as stored values.
fn values(heard: &[Heard], side: impl Fn(&Heard) -> &Option<Value>) -> Vec<Value> {
    heard.iter().map(|heard| side(heard).clone().unwrap_or(Value::Null)).collect()
}
