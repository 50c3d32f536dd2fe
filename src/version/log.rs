//! The log: who did what when, to how many rows and which fields.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::nouns;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

/// A command as the log has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its id, in every file that knows it.
    pub id: i64,
    /// When it began, in milliseconds since 1970 by its maker's clock.
    pub clock: i64,
    /// The copy of the file that it was given in; nothing where it came with the program.
    pub site: String,
    /// What was done: `add`, `import`.
    pub verb: String,
    /// To what.
    pub noun: String,
    /// How many versions it made of rows of each noun.
    pub rows: Vec<(String, i64)>,
    /// The fields that it wrote.
    pub fields: String,
    /// When this file learnt of it, counted in commands.
    pub turn: i64,
    /// Whose sheet it took in, hashed.
    pub sender: Option<i64>,
    /// Whether it was given in this copy of the file, or in the one that this was copied from.
    pub own: bool,
}

impl Command {
    /// What was typed, as far as the log knows.
    pub fn words(&self) -> String {
        match (self.verb.as_str(), self.noun.as_str()) {
            ("receive", _) => "handover receive".to_string(),
            ("retain", _) => "retention run".to_string(),
            ("join", noun) => format!("join {noun}"),
            ("part", noun) => format!("join undo {noun}"),
            (verb, "") => verb.to_string(),
            (verb, noun) => format!("{noun} {verb}"),
        }
    }

    /// How many rows of a noun it wrote.
    pub fn count(&self, noun: &str) -> i64 {
        self.rows.iter().find(|(name, _)| name == noun).map_or(0, |(_, count)| *count)
    }

    /// Whether it brought whole files together, or took something out for good: that is not taken back row by row.
    pub fn is_final(&self) -> bool {
        ["merge", "receive", "erase", "retain", "restore"].contains(&self.verb.as_str())
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let rows: String = row.get::<_, Option<String>>("rows")?.unwrap_or_default();
        let count =
            |part: &str| part.split_once('=').and_then(|(noun, count)| Some((noun.to_string(), count.parse().ok()?)));
        Ok(Self {
            id: row.get("id")?,
            clock: row.get("clock")?,
            site: row.get("site")?,
            verb: row.get("verb")?,
            noun: row.get("noun")?,
            rows: rows.split(' ').filter_map(count).collect(),
            fields: row.get::<_, Option<String>>("fields")?.unwrap_or_default(),
            turn: row.get("turn")?,
            sender: row.get("sender")?,
            own: row.get("own")?,
        })
    }
}

/// Counts per noun as the log writes them: `point=2 session=40`.
pub fn counts_of<'n>(counts: impl IntoIterator<Item = (&'n str, i64)>) -> Option<String> {
    let counts: Vec<String> = counts.into_iter().map(|(noun, count)| format!("{noun}={count}")).collect();
    Some(counts.join(" ")).filter(|text| !text.is_empty())
}

/// Counts per noun as the log writes them, and the words for them.
pub fn words_of_counts(call: &Call, counts: &str) -> (Option<String>, Option<(String, String)>) {
    let count = |part: &str| {
        let (noun, count) = part.split_once('=')?;
        Some((nouns::named(noun).ok()?.name, count.parse().ok()?))
    };
    let known: Vec<(&'static str, i64)> = counts.split(' ').filter_map(count).collect();
    let key = Some(counts.to_string()).filter(|counts| !counts.is_empty());
    (key.clone(), key.map(|key| (key, call.speaker.counts(&known))))
}

impl Network {
    /// The last commands, the newest first: those of this copy, or all that it knows of.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn commands(&self, own: bool, limit: usize) -> Result<Vec<Command>> {
        let condition = if own { "WHERE own = 1 AND verb <> 'init'" } else { "" };
        let sql = format!("SELECT * FROM command {condition} ORDER BY turn DESC, clock DESC, id LIMIT ?");
        self.log(&sql, [Value::Integer(limit as i64)])
    }

    /// The command with this id.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn command(&self, id: i64) -> Result<Option<Command>> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM command WHERE id = ?")?;
        Ok(statement.query_row([id], Command::of).optional()?)
    }

    fn log(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Command>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let commands = statement.query_map(params_from_iter(values), Command::of)?;
        Ok(commands.collect::<Result<_, _>>()?)
    }
}
