//! Which rows that tell of persons each hand-over held, so that whoever has it can be told of an erasure; and how that
//! outlasts the file itself.

use super::Network;
use super::handover::Handover;
use crate::error::Result;
use crate::nouns;
use crate::record::Naming;
use crate::version::show::Place;
use rusqlite::Connection;
use std::collections::HashSet;

/// The rows of a slice that tell of somebody: every person, and what has something in its personal fields.
pub(super) fn told_of(slice: &Connection) -> Result<Vec<Place>> {
    let mut told = Vec::new();
    for noun in nouns::NOUNS.iter().filter(|noun| noun.has_personal()) {
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
        told.extend(ids.map(|id| Ok((noun.name, id?))).collect::<Result<Vec<_>>>()?);
    }
    Ok(told)
}

/// What a file knows of its hand-overs.
pub struct Log {
    /// The commands that it had seen, each with when.
    turns: HashSet<(i64, i64)>,
    /// Its hand-overs, each with the rows that it told of.
    handovers: Vec<(Handover, Vec<Place>)>,
}

impl Network {
    /// Notes which rows a hand-over told of.
    pub(super) fn note_carried(&self, handover: i64, told: &[Place]) -> Result<()> {
        let mut note = self.connection.prepare("INSERT INTO carried VALUES (?, ?, ?)")?;
        told.iter().try_for_each(|(noun, row)| note.execute((handover, noun, row)).map(|_| ()))?;
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
