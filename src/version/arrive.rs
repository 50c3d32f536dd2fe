//! What arrives in a file from elsewhere: every row and version of it, held to the rules before anything is believed.

use super::digest::Digest;
use super::store::says;
use super::{Seal, Version, parents_of};
use crate::error::Result;
use crate::file::command::SCHEMA;
use crate::file::foreign::{Foreign, refused};
use crate::file::program::STAMP;
use crate::file::resolve::LONGEST_TEXT;
use crate::file::take::Rules;
use crate::file::{Network, id};
use crate::locale::say::{self, Noun as Word, Text};
use crate::nouns;
use crate::record::{Naming, Noun};
use crate::value::code::APART;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::Value;
use rusqlite::{Row, Rows, Statement};
use std::collections::{HashMap, HashSet};

/// No clock stands beyond this, 2200-01-01 in milliseconds since 1970.
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
}

/// What a file from elsewhere says of itself, as far as all of its rows need it.
pub struct Manifest {
    /// Its commands, by their ids.
    pub makers: HashMap<i64, Maker>,
    /// The rows whose personal fields were erased, with when.
    pub erased: HashMap<(&'static str, i64), i64>,
    /// The rows of nouns that others refer to.
    ids: HashMap<&'static str, HashSet<i64>>,
}

/// Why a row is refused.
type Verdict<T = ()> = Result<T, Text>;

impl Foreign {
    /// How many rows and versions it holds.
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
    /// Where the log holds what no program writes.
    pub fn manifest(&self, network: &Network) -> Result<Manifest> {
        let mut manifest = Manifest { makers: HashMap::new(), erased: HashMap::new(), ids: HashMap::new() };
        let log = || refused(say::foreign_log(&self.name));
        let sql = "SELECT id, clock, site, verb, noun, schema, rows, fields FROM command";
        self.each(sql, &mut |row| {
            let maker = Maker {
                clock: row.get(1)?,
                site: row.get(2)?,
                verb: row.get(3)?,
                noun: row.get(4)?,
                schema: row.get(5)?,
                rows: row.get(6)?,
                fields: row.get(7)?,
            };
            let id: i64 = row.get(0)?;
            if id < 0 || !maker.is_sound(id, self.schema) {
                return Err(log());
            }
            manifest.makers.insert(id, maker);
            Ok(())
        })?;
        self.each("SELECT noun, id, clock FROM erased", &mut |row| {
            let (name, id, clock): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let noun = nouns::NOUNS.iter().find(|noun| noun.name == name && noun.has_personal());
            let noun = noun.filter(|_| id >= 0 && is_clock(clock)).ok_or_else(log)?;
            manifest.erased.insert((noun.name, id), clock);
            Ok(())
        })?;
        for noun in nouns::NOUNS.iter() {
            if network.referrers(noun)?.is_empty() {
                continue;
            }
            let ids = manifest.ids.entry(noun.name).or_default();
            let sql = format!("SELECT id FROM {0} UNION SELECT id FROM version WHERE noun = '{0}'", noun.name);
            self.each(&sql, &mut |row| {
                ids.insert(row.get(0)?);
                Ok(())
            })?;
        }
        Ok(manifest)
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
        let mut judge = Judge::of(network, noun, manifest)?;
        let (mut tables, mut apart) = (Self::tables(self, noun)?, self.apart()?);
        let (mut tables, mut apart) = (tables.query([])?, apart.query([noun.name])?);
        let (mut shown, mut kept) = (next_id(&mut tables)?, next_id(&mut apart)?);
        while let Some(id) = [shown, kept].into_iter().flatten().min() {
            let mut arrival = Arrival { id, versions: Vec::new(), is_plain: kept != Some(id) };
            while kept == Some(id) {
                if let Some(row) = apart.get() {
                    arrival.versions.push(self.told(noun, id, judge.apart(row)?)?);
                }
                if arrival.versions.len() > MOST_VERSIONS {
                    let most = say::version_count(MOST_VERSIONS as i64);
                    return Err(self.refusal(noun, id, most));
                }
                kept = next_id(&mut apart)?;
            }
            if shown == Some(id) {
                // What the table of a row with more versions shows is worked out here, and not believed.
                if let Some(row) = tables.get().filter(|_| arrival.is_plain) {
                    arrival.versions.push(self.told(noun, id, judge.in_table(row)?)?);
                }
                shown = next_id(&mut tables)?;
            }
            self.told(noun, id, judge.row(&arrival)?)?;
            visit(arrival)?;
        }
        Ok(())
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

    fn each(&self, sql: &str, visit: &mut dyn FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row)?;
        }
        Ok(())
    }

    fn told<T>(&self, noun: &Noun, id: i64, verdict: Verdict<T>) -> Result<T> {
        verdict.map_err(|reason| self.refusal(noun, id, reason))
    }

    fn refusal(&self, noun: &Noun, row: i64, reason: Text) -> anyhow::Error {
        let text = say::foreign_row(&self.name, Word(noun.name), id::show(row), reason);
        refused(text)
    }
}

/// Goes on to the next row, and tells what it is.
fn next_id(rows: &mut Rows<'_>) -> Result<Option<i64>> {
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

fn is_clock(clock: i64) -> bool {
    (1..LAST_CLOCK).contains(&clock)
}

impl Maker {
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
    }
}

/// Holds the rows of a noun to its rules.
struct Judge<'n> {
    network: &'n Network,
    noun: &'static Noun,
    manifest: &'n Manifest,
    /// The noun that each column refers to.
    targets: Vec<Option<&'static str>>,
    rules: Rules<'n>,
    /// Texts that were judged already, by column: few are ever new.
    sound: Vec<HashSet<Box<str>>>,
    /// Cells that the rules looked at already.
    checked: HashSet<Vec<Option<String>>>,
}

impl<'n> Judge<'n> {
    fn of(network: &'n Network, noun: &'static Noun, manifest: &'n Manifest) -> Result<Self> {
        let references = network.references(noun)?;
        let targets = noun.columns().iter().map(|column| references.get(&column.name).copied()).collect();
        let sound = vec![HashSet::new(); noun.columns().len()];
        let rules = Rules::of(network, noun)?;
        Ok(Self { network, noun, manifest, targets, rules, sound, checked: HashSet::new() })
    }

    /// The version that a row's table tells.
    fn in_table(&mut self, row: &Row<'_>) -> Result<Verdict<Version>> {
        let id: i64 = row.get(0)?;
        let (command, seal): (i64, Seal) = (row.get(3)?, row.get(4)?);
        let Some(maker) = self.manifest.makers.get(&command) else { return Ok(Err(say::version_command())) };
        let knew = self.network.knew(maker.schema)?;
        let is_away = matches!(seal, Seal::Away(_));
        let mut said = Vec::with_capacity(self.noun.columns().len());
        for (place, knew) in knew[self.noun.name].iter().enumerate() {
            let value: Value = row.get(place + 5)?;
            let is_unsaid = !knew || (is_away && self.noun.is_personal(place));
            if is_unsaid && value != Value::Null {
                return Ok(Err(say::version_field(&self.noun.columns()[place].name)));
            }
            said.push((!is_unsaid).then_some(value));
        }
        let version = Version {
            digest: row.get(2)?,
            clock: row.get(1)?,
            command,
            schema: maker.schema,
            parents: Vec::new(),
            deleted: false,
            says: said,
            seal,
        };
        // A table cannot tell that nothing is said.
        if seal == Seal::Silent {
            return Ok(Err(say::version_digest()));
        }
        Ok(self.version(id, &version).map(|()| version))
    }

    /// A version that stands apart from its table.
    fn apart(&mut self, row: &Row<'_>) -> Result<Verdict<Version>> {
        let id: i64 = row.get(0)?;
        let (command, seal): (i64, Seal) = (row.get(3)?, row.get(4)?);
        let Some(maker) = self.manifest.makers.get(&command) else { return Ok(Err(say::version_command())) };
        let parents = row.get_ref(5)?.as_blob()?;
        let (deleted, body, personal): (bool, Option<String>, Option<String>) = (row.get(6)?, row.get(7)?, row.get(8)?);
        if deleted != body.is_none()
            || personal.is_some() != matches!(seal, Seal::Here(_))
            || (deleted && seal != Seal::Empty)
            || !parents.len().is_multiple_of(16)
        {
            return Ok(Err(say::version_digest()));
        }
        let knew = self.network.knew(maker.schema)?;
        let Ok(says) = says(self.noun, &knew[self.noun.name], body.as_deref(), &seal, personal.as_deref()) else {
            return Ok(Err(say::version_digest()));
        };
        let version = Version {
            digest: row.get(2)?,
            clock: row.get(1)?,
            command,
            schema: maker.schema,
            parents: parents_of(parents),
            deleted,
            says,
            seal,
        };
        Ok(self.version(id, &version).map(|()| version))
    }

    /// What holds for every version by itself.
    fn version(&mut self, id: i64, version: &Version) -> Verdict {
        if id < 0 || !is_clock(version.clock) {
            return Err(say::version_clock());
        }
        if !version.parents.is_sorted_by(|a, b| a < b) {
            return Err(say::version_parents());
        }
        let is_erased = self.manifest.erased.contains_key(&(self.noun.name, id));
        // What was erased can no longer be checked.
        if !is_erased && version.digest(self.noun, id) != version.digest {
            return Err(say::version_digest());
        }
        for place in 0..version.says.len() {
            if let Some(value) = &version.says[place] {
                self.field(place, value)?;
            }
        }
        if version.deleted { Ok(()) } else { self.code(id, version, is_erased) }
    }

    /// What holds for every field by itself.
    fn field(&mut self, place: usize, value: &Value) -> Verdict {
        let column = &self.noun.columns()[place];
        let wrong = || say::version_field(&column.name);
        let text = match (value, self.targets[place]) {
            // Personal fields may be empty: they may have stayed elsewhere.
            (Value::Null, _) if column.required && !self.noun.is_personal(place) => return Err(wrong()),
            (Value::Null, _) => return Ok(()),
            (Value::Integer(id), Some(target)) => {
                let is_there = self.manifest.ids.get(target).is_some_and(|ids| ids.contains(id));
                return if is_there { Ok(()) } else { Err(say::version_target(&column.name)) };
            }
            (Value::Integer(number), None) if column.form.is_number() => number.to_string(),
            (Value::Text(text), None) if !column.form.is_number() && text.len() <= LONGEST_TEXT => text.clone(),
            _ => return Err(wrong()),
        };
        if column.reader.is_none() && column.choices.is_empty() {
            return if text.is_empty() { Err(wrong()) } else { Ok(()) };
        }
        if self.sound[place].contains(text.as_str()) {
            return Ok(());
        }
        match column.read(&text) {
            Ok(read) if read == text => {
                self.sound[place].insert(text.into());
                Ok(())
            }
            _ => Err(wrong()),
        }
    }

    /// A code is a code, and where it is the row in every file, it is the row.
    fn code(&self, row: i64, version: &Version, is_erased: bool) -> Verdict {
        let Some(place) = self.noun.place("code") else { return Ok(()) };
        let is_sound = match (&version.says[place], self.noun.naming) {
            (Some(Value::Text(code)), Naming::Known) => id::of_code(self.noun.name, code) == row,
            (Some(Value::Text(code)), Naming::Made(_)) => !code.contains(APART),
            (Some(Value::Null), Naming::Made(_)) => is_erased,
            (_, Naming::Unnamed) => true,
            _ => false,
        };
        if is_sound { Ok(()) } else { Err(say::version_field("code")) }
    }

    /// What holds for all versions of a row together.
    fn row(&mut self, arrival: &Arrival) -> Result<Verdict> {
        let clocks: HashMap<&Digest, i64> =
            arrival.versions.iter().map(|version| (&version.digest, version.clock)).collect();
        for version in &arrival.versions {
            let follows = |parent: &Digest| clocks.get(parent).is_some_and(|clock| *clock < version.clock);
            if !version.parents.iter().all(follows) || (version.deleted && version.parents.is_empty()) {
                return Ok(Err(say::version_parents()));
            }
            if !self.follows_the_rules(version)? {
                return Ok(Err(say::version_field(self.noun.checked.unwrap_or_default().join(", "))));
            }
        }
        Ok(Ok(()))
    }

    /// Whether a version keeps the rules that look at one row only. Those between rows are not asked here: a merge may
    /// break them, and `check` tells.
    fn follows_the_rules(&mut self, version: &Version) -> Result<bool> {
        if version.deleted || self.rules.places().is_empty() || version.schema != SCHEMA {
            return Ok(true);
        }
        let text = |place: usize| match &version.says[place] {
            Some(Value::Integer(number)) => Some(number.to_string()),
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let cells: Vec<Option<String>> = self.rules.places().iter().map(|place| text(*place)).collect();
        if self.checked.contains(&cells) {
            return Ok(true);
        }
        let mut known = vec![None; version.says.len()];
        self.rules.places().iter().zip(&cells).for_each(|(place, cell)| known[*place].clone_from(cell));
        let is_sound = self.rules.check(&known).is_ok();
        if is_sound {
            self.checked.insert(cells);
        }
        Ok(is_sound)
    }
}
