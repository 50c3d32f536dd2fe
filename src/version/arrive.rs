//! What arrives in a file from elsewhere: every row and version of it, held to the rules before anything is believed.

use super::Version;
use super::judge::{Judge, Verdict};
use crate::error::Result;
use crate::file::foreign::{Foreign, refused};
use crate::file::program::STAMP;
use crate::file::{Network, id};
use crate::locale::say::{self, Noun as Word, Text};
use crate::nouns;
use crate::record::Noun;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Connection, Row, Statement};
use std::collections::{HashMap, HashSet};

/// No maker's clock stands beyond this, 2200-01-01 in milliseconds since 1970.
pub const LAST_CLOCK: i64 = 7_258_118_400_000;

/// The most versions of one row: more are no history but an attack.
const MOST_VERSIONS: usize = 10_000;

/// A row that arrives, with all its versions.
pub struct Arrival {
    /// What it is.
    pub id: i64,
    /// Its versions, in no order.
    pub versions: Vec<Version>,
    /// Whether it stands in its table alone, and shows what its one version says.
    pub is_plain: bool,
}

/// A command of a file from elsewhere, as its log has it.
pub struct Maker {
    /// When it began.
    pub clock: i64,
    /// Where it was given.
    pub site: String,
    /// What was done.
    pub verb: String,
    /// To what.
    pub noun: String,
    /// Which columns it knew.
    pub schema: u32,
    /// How many rows it wrote.
    pub rows: Option<String>,
    /// The fields that it wrote.
    pub fields: Option<String>,
    /// Whose sheet it took in.
    pub sender: Option<i64>,
}

/// What a file says of itself, as far as all of its rows need it.
#[derive(Default)]
pub struct Manifest {
    /// Its commands, by their ids.
    pub makers: HashMap<i64, Maker>,
    /// The rows whose personal fields were erased, with when.
    pub erased: HashMap<(&'static str, i64), i64>,
    /// The rows of nouns that others refer to.
    ids: HashMap<&'static str, HashSet<i64>>,
}

/// The rows of a file, read to be judged: one from elsewhere, or one's own.
pub struct Rows<'c> {
    connection: &'c Connection,
}

impl Foreign {
    /// Its rows.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// Reads what all rows need to be judged.
    ///
    /// # Errors
    /// Where the log holds what no program writes.
    pub fn manifest(&self, network: &Network) -> Result<Manifest> {
        let manifest = self.readable(self.rows().manifest(network))?;
        let are_sound = manifest.makers.iter().all(|(id, maker)| *id >= 0 && maker.is_sound(*id, self.schema));
        if !are_sound || !manifest.erased.iter().all(|((_, id), clock)| *id >= 0 && is_clock(*clock)) {
            return Err(refused(say::foreign_log(&self.name)));
        }
        // One command with two stamps would give a row another name here than there.
        let mut known = network.own_rows().makers()?.into_iter();
        match known.all(|(id, known)| manifest.makers.get(&id).is_none_or(|theirs| theirs.is(&known))) {
            true => Ok(manifest),
            false => Err(refused(say::foreign_log_differs(&self.name))),
        }
    }

    /// Hands every row of a noun to a visitor, in the order of their ids, each judged.
    ///
    /// # Errors
    /// Where a row is one that no program writes, and those of the visitor.
    pub fn arrivals(
        &self,
        network: &Network,
        noun: &'static Noun,
        manifest: &Manifest,
        mut visit: impl FnMut(Arrival) -> Result<()>,
    ) -> Result<()> {
        let visited = self.rows().each(network, noun, manifest, |row, verdict| match verdict {
            Ok(arrival) => visit(arrival),
            Err(reason) => Err(refused(say::foreign_row(&self.name, Word(noun.name), id::show(row), reason))),
        });
        self.readable(visited)?
    }
}

impl Network {
    /// Its own rows.
    pub fn own_rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }
}

impl Rows<'_> {
    /// How many rows and versions there are.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn count(&self) -> Result<u64> {
        let mut count = 0;
        for table in nouns::versioned().map(|noun| noun.name).chain(["version"]) {
            let rows: i64 =
                self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            count += rows as u64;
        }
        Ok(count)
    }

    /// Reads what all rows need to be judged.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn manifest(&self, network: &Network) -> Result<Manifest> {
        let mut manifest = Manifest { makers: self.makers()?, ..Manifest::default() };
        self.read("SELECT noun, id, clock FROM erased", &mut |row| {
            let (name, id, clock): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let noun = nouns::NOUNS.iter().find(|noun| noun.name == name && noun.has_personal());
            // One of a noun that has nothing to erase is no program's, and its clock says so.
            manifest.erased.insert((noun.map_or("", |noun| noun.name), id), noun.map_or(0, |_| clock));
            Ok(())
        })?;
        for noun in nouns::NOUNS.iter() {
            if network.referrers(noun)?.is_empty() {
                continue;
            }
            let ids = manifest.ids.entry(noun.name).or_default();
            let sql = format!("SELECT id FROM {0} UNION SELECT id FROM version WHERE noun = '{0}'", noun.name);
            self.read(&sql, &mut |row| {
                ids.insert(row.get(0)?);
                Ok(())
            })?;
        }
        Ok(manifest)
    }

    /// Hands every row of a noun to a visitor, in the order of their ids, each with the verdict on it; gives what the
    /// visitor came to, for what goes wrong with it is no fault of the file that is read.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn each(
        &self,
        network: &Network,
        noun: &'static Noun,
        manifest: &Manifest,
        mut visit: impl FnMut(i64, Verdict<Arrival>) -> Result<()>,
    ) -> Result<Result<()>> {
        let mut judge = Judge::of(network, noun, manifest)?;
        let (mut tables, mut apart) = (self.tables(noun)?, self.apart()?);
        let (mut tables, mut apart) = (tables.query([])?, apart.query([noun.name])?);
        let (mut shown, mut kept) = (next_id(&mut tables)?, next_id(&mut apart)?);
        while let Some(id) = [shown, kept].into_iter().flatten().min() {
            let mut arrival = Arrival { id, versions: Vec::new(), is_plain: kept != Some(id) };
            let mut fault: Option<Text> = None;
            let mut take = |arrival: &mut Arrival, verdict: Verdict<Version>| match verdict {
                Ok(version) if arrival.versions.len() < MOST_VERSIONS => arrival.versions.push(version),
                Ok(_) => fault = Some(say::version_count(MOST_VERSIONS as i64)),
                Err(reason) => fault = Some(reason),
            };
            while kept == Some(id) {
                if let Some(row) = apart.get() {
                    take(&mut arrival, as_verdict(judge.apart(row))?);
                }
                kept = next_id(&mut apart)?;
            }
            if shown == Some(id) {
                // What the table of a row with more versions shows is worked out here, and not believed.
                if let Some(row) = tables.get().filter(|_| arrival.is_plain) {
                    take(&mut arrival, as_verdict(judge.in_table(row))?);
                }
                shown = next_id(&mut tables)?;
            }
            let verdict = match fault {
                Some(reason) => Err(reason),
                None => judge.row(&arrival)?.map(|()| arrival),
            };
            if let Err(error) = visit(id, verdict) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    /// Reads a noun's table: id, stamp, seal, and then the columns.
    fn tables(&self, noun: &Noun) -> Result<Statement<'_>> {
        let columns: String = noun.columns().iter().map(|column| format!(", \"{}\"", column.name)).collect();
        let seal = if noun.has_personal() { "seal" } else { "NULL" };
        let sql = format!("SELECT id, clock, digest, command, {seal}{columns} FROM {} ORDER BY id", noun.name);
        Ok(self.connection.prepare(&sql)?)
    }

    /// Reads the versions that stand apart from a noun's table.
    fn apart(&self) -> Result<Statement<'_>> {
        let sql = "SELECT id, clock, digest, command, seal, parents, deleted, body, personal FROM version \
                   WHERE noun = ? ORDER BY id, digest";
        Ok(self.connection.prepare(sql)?)
    }

    /// The commands of the log, by their ids.
    fn makers(&self) -> Result<HashMap<i64, Maker>> {
        let mut makers = HashMap::new();
        self.read("SELECT id, clock, site, verb, noun, schema, rows, fields, sender FROM command", &mut |row| {
            let maker = Maker {
                clock: row.get(1)?,
                site: row.get(2)?,
                verb: row.get(3)?,
                noun: row.get(4)?,
                schema: row.get(5)?,
                rows: row.get(6)?,
                fields: row.get(7)?,
                sender: row.get(8)?,
            };
            makers.insert(row.get(0)?, maker);
            Ok(())
        })?;
        Ok(makers)
    }

    fn read(&self, sql: &str, visit: &mut dyn FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row)?;
        }
        Ok(())
    }
}

impl Manifest {
    /// Whether a row that others may refer to is in the file.
    pub(super) fn has(&self, noun: &str, id: i64) -> bool {
        self.ids.get(noun).is_some_and(|ids| ids.contains(&id))
    }
}

/// Goes on to the next row, and tells what it is.
fn next_id(rows: &mut rusqlite::Rows<'_>) -> Result<Option<i64>> {
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// A value that is not what it should be, as text of other bytes than UTF-8, is a fault of its row and not of the database.
fn as_verdict<T>(read: Result<Verdict<T>>) -> Result<Verdict<T>> {
    read.or_else(|error| match error.downcast_ref::<rusqlite::Error>() {
        Some(fault) if fault.sqlite_error_code().is_none() => Ok(Err(say::version_value())),
        _ => Err(error),
    })
}

/// Whether a clock can have stood so.
fn is_clock(clock: i64) -> bool {
    (1..LAST_CLOCK).contains(&clock)
}

impl Maker {
    /// Whether two logs tell the same of a command; how much of it each file has seen may differ.
    fn is(&self, other: &Self) -> bool {
        (self.clock, self.schema) == (other.clock, other.schema)
            && (&self.site, &self.verb, &self.noun) == (&other.site, &other.verb, &other.noun)
            && self.sender == other.sender
    }

    /// Whether a program could have written this into the log.
    fn is_sound(&self, id: i64, schema: u32) -> bool {
        let is_word = |text: &str, most: usize, more: &str| {
            text.len() <= most && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        let is_list = |text: &Option<String>| text.as_ref().is_none_or(|text| is_word(text, 64 * 1024, "_-= "));
        let is_the_program = (self.clock, self.schema) == (STAMP.clock, STAMP.schema) && self.site.is_empty();
        (id != STAMP.command || is_the_program)
            && is_clock(self.clock)
            && (1..=schema.max(1)).contains(&self.schema)
            && is_word(&self.site, 64, "-._")
            && is_word(&self.verb, 32, "-")
            && is_word(&self.noun, 32, "-_")
            && is_list(&self.rows)
            && is_list(&self.fields)
            && self.sender.is_none_or(|sender| sender >= 0)
    }
}
