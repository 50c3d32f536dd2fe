//! Pairs: decisions that two rows are one thing, or that they are not.

use super::Says;
use super::notice::{Notices, What};
use super::show::Place;
use super::write::Draft;
use crate::error::Result;
use crate::file::{Network, id};
use crate::nouns;
use crate::record::{Naming, Noun, Record};
use crate::value::RowId;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The noun of decisions on pairs; it is versioned like any other, and has a command of its own.
pub const NOUN: &str = "pair";

/// A decision on two rows
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Pair {
    /// Noun: what the two rows are
    #[arg(long)]
    noun: String,
    /// Low: the lower of their ids
    #[arg(long)]
    low: RowId,
    /// High: the higher of their ids
    #[arg(long)]
    high: RowId,
    /// Verdict: whether they are one thing
    #[arg(long, value_enum)]
    verdict: Verdict,
}

/// Whether two rows are one thing
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They are one thing
    Same,
    /// They are two
    Different,
}

impl Record for Pair {
    const NOUN: &'static str = NOUN;
    const NAMING: Naming = Naming::Unnamed;
    const EXAMPLE: &'static [&'static str] = &["--noun", "person", "--low", "1", "--high", "2", "--verdict", "same"];
}

/// A decision that holds: on rows of which noun, which two, and what.
pub struct Decision {
    /// What the rows are.
    pub noun: &'static Noun,
    /// The lower of their ids.
    pub low: i64,
    /// The higher of their ids.
    pub high: i64,
    /// Whether they are one thing.
    pub verdict: Verdict,
}

impl Verdict {
    /// What the file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

impl Network {
    /// Decides on two rows of a noun, or takes the decision back; false where that is so already.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn decide(&self, noun: &'static Noun, rows: (i64, i64), verdict: Option<Verdict>) -> Result<bool> {
        let (low, high) = (rows.0.min(rows.1), rows.0.max(rows.1));
        let pair = nouns::named(NOUN)?;
        let id = id_of(noun.name, low, high);
        let stored = verdict.map(|verdict| {
            let (noun, verdict) = (noun.name.to_string(), verdict.name().to_string());
            vec![Value::Text(noun), Value::Integer(low), Value::Integer(high), Value::Text(verdict)]
        });
        self.note_fields(pair, |place| pair.columns()[place].name == "verdict");
        match (self.lineage(pair, id)?, stored) {
            (None, None) => Ok(false),
            (None, Some(stored)) => self.put_first(pair, id, stored).map(|()| true),
            (Some(lineage), says) => {
                let winner = lineage.winner();
                let said = (!winner.deleted).then(|| lineage.content(pair, &winner.digest));
                if said == says && !lineage.is_open() {
                    return Ok(false);
                }
                // Whatever others decided meanwhile is decided with it.
                let over = lineage.heads().map(|head| head.digest).collect();
                self.put(pair, id, lineage, vec![Draft { says, over }]).map(|()| true)
            }
        }
    }

    /// The rows that a pair decides on, as people call them, with their noun; nothing for a row of any other noun.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn pair_of(&self, noun: &Noun, id: i64) -> Result<Option<(&'static Noun, String, String)>> {
        if noun.name != NOUN {
            return Ok(None);
        }
        let sql = "SELECT noun, low, high FROM pair WHERE id = ?";
        let (of, low, high): (String, i64, i64) =
            self.connection.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let of = nouns::named(&of)?;
        Ok(Some((of, self.called_once(of, low)?, self.called_once(of, high)?)))
    }

    /// All decisions that hold.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn decisions(&self) -> Result<Vec<Decision>> {
        let mut statement =
            self.connection.prepare("SELECT noun, low, high, verdict FROM pair ORDER BY noun, low, high")?;
        let mut rows = statement.query([])?;
        let mut decisions = Vec::new();
        while let Some(row) = rows.next()? {
            let (noun, verdict): (String, String) = (row.get(0)?, row.get(3)?);
            let verdict = if verdict == Verdict::Same.name() { Verdict::Same } else { Verdict::Different };
            decisions.push(Decision { noun: nouns::named(&noun)?, low: row.get(1)?, high: row.get(2)?, verdict });
        }
        Ok(decisions)
    }
}

/// The id of the decision on two rows: the same in every file.
fn id_of(noun: &str, low: i64, high: i64) -> i64 {
    id::hashed([NOUN.as_bytes(), noun.as_bytes(), &low.to_le_bytes(), &high.to_le_bytes()])
}

/// Whether a decision that arrives is on two rows of a kind that can be joined, under the id that it has in every file.
pub(super) fn is_one(id: i64, says: &Says) -> bool {
    let [Some(Value::Text(noun)), Some(Value::Integer(low)), Some(Value::Integer(high)), _] = &says[..] else {
        return false;
    };
    let can_be_joined = |known: &Noun| known.name == noun && known.naming != Naming::Known;
    low < high && nouns::NOUNS.iter().any(can_be_joined) && id == id_of(noun, *low, *high)
}

/// The rows that another row stands for, each with that one: of all that are joined, the lowest id that is not deleted.
///
/// # Errors
/// Only those of the database.
pub(super) fn joined(network: &Network, notices: &Notices) -> Result<BTreeMap<Place, i64>> {
    let mut statement =
        network.connection.prepare_cached("SELECT noun, low, high FROM pair WHERE verdict = 'same' ORDER BY id")?;
    let mut rows = statement.query([])?;
    // Each row with the root of its tree; a root is its own.
    let mut roots: BTreeMap<Place, i64> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (name, low, high): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let Ok(noun) = nouns::named(&name) else { continue };
        let mut exists = network.connection.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?", noun.name))?;
        if !(exists.exists([low])? && exists.exists([high])?) {
            continue;
        }
        let (low, high) = (root(&mut roots, noun.name, low), root(&mut roots, noun.name, high));
        roots.insert((noun.name, high), low);
    }
    let places: Vec<Place> = roots.keys().copied().collect();
    let mut groups: BTreeMap<Place, Vec<i64>> = BTreeMap::new();
    for (name, id) in places {
        let root = root(&mut roots, name, id);
        groups.entry((name, root)).or_default().push(id);
    }
    let mut joined = BTreeMap::new();
    for ((name, _), ids) in groups {
        let first = ids.iter().copied().min_by_key(|id| (notices.has(name, *id, What::Needed), *id));
        let others = ids.iter().filter(|id| Some(**id) != first);
        joined.extend(others.filter_map(|id| Some(((name, *id), first?))));
    }
    Ok(joined)
}

fn root(roots: &mut BTreeMap<Place, i64>, noun: &'static str, id: i64) -> i64 {
    let mut here = id;
    loop {
        let above = *roots.entry((noun, here)).or_insert(here);
        if above == here {
            return here;
        }
        here = above;
    }
}
