//! What a row lacks and the one that it is joined with has: taken over with a join, given back when they are two again.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::record::Noun;
use crate::value::Form;
use crate::version::write::Draft;
use rusqlite::types::Value;

/// The fields that a join took over, and those in which both go on to differ, in the reader's words.
#[derive(Default)]
pub struct Filled {
    /// Taken over.
    pub taken: Vec<String>,
    /// Each keeps its own.
    pub kept: Vec<String>,
}

/// Gives the row that stands for both what it lacks and the other has.
///
/// # Errors
/// Only those of the database.
pub fn fill(call: &Call, network: &Network, noun: &'static Noun, stands: i64, hidden: i64) -> Result<Filled> {
    let mut filled = Filled::default();
    let (Some(mine), Some(theirs)) = (network.lineage(noun, stands)?, network.lineage(noun, hidden)?) else {
        return Ok(filled);
    };
    let base = mine.winner().digest;
    let (said, others) = (mine.content(noun, &base), theirs.content(noun, &theirs.winner().digest));
    let mut now = said.clone();
    for (place, column) in noun.columns().iter().enumerate().filter(|(_, column)| column.name != "code") {
        let is_one_of_them = [stands, hidden].iter().any(|id| others[place] == Value::Integer(*id));
        // What stayed elsewhere is not lacking.
        let is_lacking = said[place] == Value::Null && mine.said(noun, &base, place).is_latest;
        match &others[place] {
            Value::Null => {}
            other if *other == said[place] => {}
            // A day that is not there says something too: who has not left works on.
            other if is_lacking && !is_one_of_them && column.form != Form::Day => {
                now[place] = other.clone();
                filled.taken.push(call.speaker.field(noun.name, column));
            }
            _ if said[place] != Value::Null || (is_lacking && column.form == Form::Day) => {
                filled.kept.push(call.speaker.field(noun.name, column));
            }
            _ => {}
        }
    }
    if !filled.taken.is_empty() {
        network.note_fields(noun, |place| now[place] != said[place]);
        network.put(noun, stands, mine, vec![Draft { says: Some(now), over: vec![base] }])?;
    }
    Ok(filled)
}

/// Takes out of a row what a join once took over from the other, wherever both still say the same; tells which fields.
///
/// # Errors
/// Only those of the database.
pub fn give_back(call: &Call, network: &Network, noun: &'static Noun, row: i64, other: i64) -> Result<Vec<String>> {
    let (Some(mine), Some(theirs)) = (network.lineage(noun, row)?, network.lineage(noun, other)?) else {
        return Ok(Vec::new());
    };
    let base = mine.winner().digest;
    let (said, others) = (mine.content(noun, &base), theirs.content(noun, &theirs.winner().digest));
    let (mut now, mut told) = (said.clone(), Vec::new());
    for version in mine.versions() {
        let is_join = network.command(version.command)?.is_some_and(|command| command.verb == "join");
        let Some(parent) = version.parents.first().filter(|_| is_join) else { continue };
        let (before, after) = (mine.content(noun, parent), mine.content(noun, &version.digest));
        for (place, column) in noun.columns().iter().enumerate() {
            let is_from_there = before[place] == Value::Null && after[place] == others[place];
            if is_from_there && now[place] == others[place] && now[place] != Value::Null {
                now[place] = Value::Null;
                told.push(call.speaker.field(noun.name, column));
            }
        }
    }
    if !told.is_empty() {
        network.note_fields(noun, |place| now[place] != said[place]);
        network.put(noun, row, mine, vec![Draft { says: Some(now), over: vec![base] }])?;
    }
    Ok(told)
}
