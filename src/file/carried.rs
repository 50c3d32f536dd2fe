//! Which rows each hand-over held: those that tell of persons, so that whoever has it can be told of an erasure, and
//! points, of which somebody asks when they last sent anything; and how that outlasts the file itself.

use super::Network;
use super::handover::Handover;
use crate::error::Result;
use crate::nouns;
use crate::record::Naming;
use crate::version::show::Place;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// The rows of a slice that are remembered: every person and point, and what has something in its personal fields.
pub(super) fn remembered(slice: &Connection) -> Result<Vec<Place>> {
    let mut rows = Vec::new();
    for noun in nouns::NOUNS.iter().filter(|noun| noun.has_personal() || noun.name == "point") {
        let (here, once) = match noun.naming {
            Naming::Unnamed => {
                let holds: Vec<String> = noun.personal.iter().map(|name| format!("\"{name}\" IS NOT NULL")).collect();
                (holds.join(" OR "), "personal IS NOT NULL")
            }
            // Who has a name is told of by the code too.
            _ => ("true".to_string(), "true"),
        };
        let sql = format!(
            "SELECT id FROM main.{0} WHERE {here} UNION SELECT id FROM main.version WHERE noun = '{0}' AND {once}",
            noun.name
        );
        let mut statement = slice.prepare(&sql)?;
        let ids = statement.query_map([], |row| row.get(0))?;
        rows.extend(ids.map(|id| Ok((noun.name, id?))).collect::<Result<Vec<_>>>()?);
    }
    Ok(rows)
}

/// What a file knows of its hand-overs.
pub struct Log {
    /// The commands that it had seen, each with when.
    turns: HashSet<(i64, i64)>,
    /// Its hand-overs, each with the rows of it that are remembered.
    handovers: Vec<(Handover, Vec<Place>)>,
}

impl Network {
    /// Notes which rows of a hand-over are remembered.
    pub(super) fn note_carried(&self, handover: i64, rows: &[Place]) -> Result<()> {
        let mut note = self.connection.prepare("INSERT INTO carried VALUES (?, ?, ?)")?;
        rows.iter().try_for_each(|(noun, row)| note.execute((handover, noun, row)).map(|_| ()))?;
        Ok(())
    }

    /// The hand-overs that held any of these rows, the newest last.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn handovers_with(&self, places: &[Place]) -> Result<Vec<Handover>> {
        let mut held: HashSet<i64> = HashSet::new();
        let mut statement = self.connection.prepare("SELECT handover FROM carried WHERE noun = ? AND id = ?")?;
        for place in places {
            let handovers = statement.query_map(*place, |row| row.get(0))?;
            held.extend(handovers.collect::<Result<Vec<i64>, _>>()?);
        }
        Ok(self.handovers()?.into_iter().filter(|handover| held.contains(&handover.id)).collect())
    }

    /// The sites from which rows of a noun came, by those.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn carriers(&self, noun: &str) -> Result<HashMap<i64, Vec<String>>> {
        let sql = "SELECT DISTINCT carried.id, site FROM carried JOIN handover ON handover.id = handover \
                   WHERE noun = ? AND direction = 'received'";
        let mut carriers: HashMap<i64, Vec<String>> = HashMap::new();
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([noun])?;
        while let Some(row) = rows.next()? {
            carriers.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(carriers)
    }

    /// What the file knows of its hand-overs.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn handover_log(&self) -> Result<Log> {
        let mut statement = self.connection.prepare("SELECT noun, id FROM carried WHERE handover = ?")?;
        let mut told_by = |handover: i64| {
            let places = statement.query_map([handover], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            places
                .map(|place| place.map_err(Into::into).and_then(|(noun, row)| Ok((nouns::named(&noun)?.name, row))))
                .collect::<Result<Vec<Place>>>()
        };
        let handovers = self.handovers()?.into_iter();
        let handovers = handovers.map(|handover| Ok((handover.clone(), told_by(handover.id)?)));
        Ok(Log { turns: self.turns()?, handovers: handovers.collect::<Result<_>>()? })
    }

    /// Takes over what another state of the file knows of its hand-overs, within the running command.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn keep_handover_log(&self, log: &Log) -> Result<()> {
        // Both are one file up to here; what this one has seen since is new to whoever got a hand-over of the other.
        let mine = self.turns()?;
        let apart = mine.symmetric_difference(&log.turns).map(|(turn, _)| turn - 1).min();
        let together = apart.unwrap_or(i64::MAX).max(0);
        for (handover, told) in &log.handovers {
            self.note_handover_at(handover, handover.turn.min(together), told)?;
        }
        Ok(())
    }

    fn turns(&self) -> Result<HashSet<(i64, i64)>> {
        let mut statement = self.connection.prepare("SELECT turn, id FROM command")?;
        let turns = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(turns.collect::<Result<_, _>>()?)
    }
}
