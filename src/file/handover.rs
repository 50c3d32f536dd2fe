//! The log of hand-overs: what was sent to whom, and what was received.

use super::Network;
use super::carried::remembered;
use super::foreign::Foreign;
use crate::error::Result;
use crate::nouns;
use crate::version::arrive::LAST_CLOCK;
use crate::version::show::Place;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

/// Whether a hand-over went or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It was made here.
    Sent,
    /// It came from elsewhere.
    Received,
}

/// A hand-over as the log has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its id, the same where it was made and where it was received.
    pub id: i64,
    /// Whether it went or came.
    pub direction: Direction,
    /// When it was made, in milliseconds since 1970 by its maker's clock.
    pub clock: i64,
    /// The copy of the file that it was made in.
    pub site: String,
    /// For whom it was.
    pub recipient: Option<String>,
    /// The area whose rows it carries, where it carries those of one.
    pub area: Option<i64>,
    /// The point whose rows it carries, where it carries those of one.
    pub point: Option<i64>,
    /// What it begins after: the turn that the one before went up to.
    pub since: Option<i64>,
    /// Whether it carries what tells of persons.
    pub people: bool,
    /// How many rows of which noun it carries.
    pub rows: Option<String>,
    /// The digest of its contents.
    pub digest: Option<Vec<u8>>,
    /// When it was received, in milliseconds since 1970.
    pub received: Option<i64>,
    /// How far the file had come then.
    pub turn: i64,
    /// The turn of its maker's file up to which it reaches, where its maker says so.
    pub until: Option<i64>,
}

impl Direction {
    /// What the file calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Received => "received",
        }
    }
}

impl Handover {
    pub(super) const COLUMNS: &'static str =
        "id, direction, clock, site, recipient, area, point, since, people, rows, digest, received, turn, until";

    /// Notes it in a file that had come so far.
    pub(super) fn put_into(&self, connection: &Connection, turn: i64) -> Result<()> {
        let sql = format!("INSERT INTO handover ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", Self::COLUMNS);
        connection.execute(
            &sql,
            (
                self.id,
                self.direction.name(),
                self.clock,
                &self.site,
                &self.recipient,
                self.area,
                self.point,
                self.since,
                self.people,
                &self.rows,
                &self.digest,
                self.received,
                turn,
                self.until,
            ),
        )?;
        Ok(())
    }

    pub(super) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let direction: String = row.get(1)?;
        let direction = if direction == "sent" { Direction::Sent } else { Direction::Received };
        Ok(Self {
            id: row.get(0)?,
            direction,
            clock: row.get(2)?,
            site: row.get(3)?,
            recipient: row.get(4)?,
            area: row.get(5)?,
            point: row.get(6)?,
            since: row.get(7)?,
            people: row.get(8)?,
            rows: row.get(9)?,
            digest: row.get(10)?,
            received: row.get(11)?,
            turn: row.get(12)?,
            until: row.get(13)?,
        })
    }
}

impl Foreign {
    /// What a hand-over says of itself.
    ///
    /// # Errors
    /// Where it says what no program writes.
    pub fn handover(&self) -> Result<Option<Handover>> {
        let told: Vec<Handover> =
            self.readable(self.all(&format!("SELECT {} FROM handover LIMIT 2", Handover::COLUMNS), Handover::of))?;
        let [handover] = &told[..] else { return Ok(None) };
        let is_short = |text: &str, most: usize| text.len() <= most && text.chars().all(|c| !c.is_control());
        let is_sound = handover.id >= 0
            && (1..LAST_CLOCK).contains(&handover.clock)
            && is_short(&handover.site, 64)
            && handover.recipient.as_ref().is_none_or(|text| is_short(text, 200))
            && handover.rows.as_ref().is_none_or(|text| is_short(text, 1000));
        Ok(is_sound.then(|| handover.clone()))
    }

    /// A setting of the network that it was taken from.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM setting WHERE name = ?";
        let value = self.connection.query_row(sql, [name], |row| row.get(0)).optional();
        Ok(self.readable(value.map_err(Into::into))?.flatten())
    }

    /// What a row in it is called.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn code(&self, noun: &str, row: Option<i64>) -> Result<Option<String>> {
        let sql = format!("SELECT code FROM {} WHERE id = ?", nouns::named(noun)?.name);
        let code = row.map(|row| self.connection.query_row(&sql, [row], |row| row.get(0)).optional());
        Ok(self.readable(code.transpose().map_err(Into::into))?.flatten())
    }

    /// The rows in it that are remembered.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn remembered(&self) -> Result<Vec<Place>> {
        self.readable(remembered(&self.connection))
    }

    fn all<T>(&self, sql: &str, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Network {
    /// How far the file has come: the number of the last command that it knows.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn turn(&self) -> Result<i64> {
        Ok(self.connection.query_row("SELECT coalesce(max(turn), 0) FROM command", [], |row| row.get(0))?)
    }

    /// How far the file had come at some moment, by its own clock.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn turn_before(&self, moment: DateTime<Utc>) -> Result<i64> {
        let sql = "SELECT coalesce(min(turn), (SELECT max(turn) FROM command) + 1) - 1 FROM command \
                   WHERE clock >= ? AND turn > 0";
        Ok(self.connection.query_row(sql, [moment.timestamp_millis()], |row| row.get(0))?)
    }

    /// The last hand-over that was sent to the same recipient with the same rows.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn last_like(&self, handover: &Handover) -> Result<Option<Handover>> {
        let like = |other: &Handover| {
            other.direction == Direction::Sent
                && (&other.recipient, other.area, other.point, other.people)
                    == (&handover.recipient, handover.area, handover.point, handover.people)
        };
        Ok(self.handovers()?.into_iter().rev().find(like))
    }

    /// An id for a new hand-over.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn new_handover(&self) -> Result<i64> {
        loop {
            let id = self.random_id();
            if !self.knows_handover(id)? {
                return Ok(id);
            }
        }
    }

    /// Whether a hand-over is in the log.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn knows_handover(&self, id: i64) -> Result<bool> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM handover WHERE id = ?")?.exists([id])?)
    }

    /// Puts a hand-over into the log, as a transaction of its own.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn log_handover(&self, handover: &Handover, rows: &[Place]) -> Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        self.note_handover(handover, rows)?;
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    /// Puts a hand-over into the log, and which rows it told of; one that is there stays as it is.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn note_handover(&self, handover: &Handover, rows: &[Place]) -> Result<()> {
        // What others have written since it was made is new to whom it went.
        let turn = if handover.direction == Direction::Sent { handover.turn } else { self.turn()? };
        self.note_handover_at(handover, turn, rows)
    }

    /// The same, of one that the file had come so far for.
    pub(super) fn note_handover_at(&self, handover: &Handover, turn: i64, rows: &[Place]) -> Result<()> {
        if self.knows_handover(handover.id)? {
            return Ok(());
        }
        handover.put_into(&self.connection, turn)?;
        self.note_carried(handover.id, rows)
    }

    /// All hand-overs, the newest last.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn handovers(&self) -> Result<Vec<Handover>> {
        let sql = format!("SELECT {} FROM handover ORDER BY turn, clock, id", Handover::COLUMNS);
        let mut statement = self.connection.prepare(&sql)?;
        let handovers = statement.query_map([], Handover::of)?;
        Ok(handovers.collect::<Result<_, _>>()?)
    }
}
