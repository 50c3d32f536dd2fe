//! Where versions stand: a row's only one in its table, all others in one place.

use super::digest::Digest;
use super::lineage::Lineage;
use super::{Says, Seal, Version, parents_of};
use crate::error::Result;
use crate::file::{Network, STEPS};
use crate::nouns;
use crate::record::Noun;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;
use std::rc::Rc;

/// For each noun that a schema has, which of today's columns it has.
pub type Knew = HashMap<&'static str, Vec<bool>>;

/// What reads, writes and deletes a row of a noun's table; made once.
pub struct RowSql {
    read: String,
    pub(super) write: String,
    pub(super) delete: String,
}

/// What a row's table says of it: its fields and its stamp.
pub(super) struct InTable {
    pub stored: Vec<Value>,
    pub clock: i64,
    pub digest: Digest,
    pub command: i64,
    seal: Seal,
}

impl Network {
    /// All versions of a row; none where it never was.
    ///
    /// # Errors
    /// Those of the database, and a version that the program never writes.
    pub fn lineage(&self, noun: &Noun, id: i64) -> Result<Option<Lineage>> {
        let versions = self.kept(noun, id)?;
        match versions.is_empty() {
            false => Ok(Lineage::of(noun, versions)),
            true => Ok(self.only(noun, id)?.and_then(|version| Lineage::of(noun, vec![version]))),
        }
    }

    /// The versions of a row that stand apart from its table.
    pub(super) fn kept(&self, noun: &Noun, id: i64) -> Result<Vec<Version>> {
        let sql = "SELECT digest, clock, command, parents, deleted, seal, body, personal FROM version \
                   WHERE noun = ? AND id = ?";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((noun.name, id))?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            versions.push(self.version(noun, row)?);
        }
        Ok(versions)
    }

    /// A version as it stands apart from its table.
    fn version(&self, noun: &Noun, row: &Row<'_>) -> Result<Version> {
        let command = row.get(2)?;
        let (deleted, seal): (bool, Seal) = (row.get(4)?, row.get(5)?);
        let (body, personal): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
        let schema = self.schema_of(command)?;
        Ok(Version {
            digest: row.get(0)?,
            clock: row.get(1)?,
            command,
            schema,
            parents: parents_of(row.get_ref(3)?.as_blob()?),
            deleted,
            says: says(noun, &self.knew(schema)?[noun.name], body.as_deref(), &seal, personal.as_deref())?,
            seal,
        })
    }

    /// The version of a row that has only one, as its table says it.
    fn only(&self, noun: &Noun, id: i64) -> Result<Option<Version>> {
        let Some(shown) = self.in_table(noun, id)? else { return Ok(None) };
        let schema = self.schema_of(shown.command)?;
        let knew = self.knew(schema)?;
        let says = shown.stored.into_iter().zip(&knew[noun.name]).enumerate().map(|(place, (value, knew))| {
            let is_away = noun.is_personal(place) && matches!(shown.seal, Seal::Away(_));
            Some(value).filter(|_| *knew && !is_away)
        });
        Ok(Some(Version {
            digest: shown.digest,
            clock: shown.clock,
            command: shown.command,
            schema,
            parents: Vec::new(),
            deleted: false,
            says: says.collect(),
            seal: shown.seal,
        }))
    }

    /// The digest of the version that a row's table shows, and what it shows.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn shown(&self, noun: &Noun, id: i64) -> Result<Option<(Digest, Vec<Value>)>> {
        Ok(self.in_table(noun, id)?.map(|row| (row.digest, row.stored)))
    }

    /// What a row's table says of it.
    pub(super) fn in_table(&self, noun: &Noun, id: i64) -> Result<Option<InTable>> {
        let count = noun.columns().len();
        let shown = self.connection.prepare_cached(&self.row_sql(noun).read)?.query_row([id], |row| {
            Ok(InTable {
                stored: (0..count).map(|place| row.get(place)).collect::<rusqlite::Result<_>>()?,
                clock: row.get(count)?,
                digest: row.get(count + 1)?,
                command: row.get(count + 2)?,
                seal: row.get(count + 3)?,
            })
        });
        Ok(shown.optional()?)
    }

    /// What reads and writes rows of a noun's table.
    pub(super) fn row_sql(&self, noun: &Noun) -> Rc<RowSql> {
        Rc::clone(self.row_sql.borrow_mut().entry(noun.name).or_insert_with(|| Rc::new(RowSql::of(noun))))
    }

    /// Keeps a version among the others of its row; of one that is kept already the lower stamp counts.
    pub(super) fn keep(&self, noun: &Noun, id: i64, version: &Version) -> Result<()> {
        let parents: Vec<u8> = version.parents.concat();
        let (body, personal) = (version.body(noun)?, version.personal(noun)?);
        let stamp = (version.clock, version.command);
        let sql = "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        let values = params![
            noun.name,
            id,
            version.digest,
            stamp.0,
            stamp.1,
            parents,
            version.deleted,
            body,
            version.seal,
            personal
        ];
        if self.connection.prepare_cached(sql)?.execute(values)? == 0 {
            let of = (noun.name, id, version.digest);
            let sql = "UPDATE version SET clock = ?4, command = ?5 \
                       WHERE noun = ?1 AND id = ?2 AND digest = ?3 AND (?4, ?5) < (clock, command)";
            self.connection.prepare_cached(sql)?.execute((of.0, of.1, of.2, stamp.0, stamp.1))?;
            // Of two files one may know what the other had to seal.
            let sql = "UPDATE version SET seal = ?4, personal = ?5 \
                       WHERE noun = ?1 AND id = ?2 AND digest = ?3 AND ?5 IS NOT NULL";
            self.connection.prepare_cached(sql)?.execute((of.0, of.1, of.2, version.seal, personal))?;
        }
        Ok(())
    }

    /// The schema that a command knew; rows that lie together are mostly of one command.
    fn schema_of(&self, command: i64) -> Result<u32> {
        if let Some((_, schema)) = self.schema_of.get().filter(|(last, _)| *last == command) {
            return Ok(schema);
        }
        let mut statement = self.connection.prepare_cached("SELECT schema FROM command WHERE id = ?")?;
        let schema = statement.query_row([command], |row| row.get(0))?;
        self.schema_of.set(Some((command, schema)));
        Ok(schema)
    }

    /// Which columns a schema has; asked of the schema's own steps.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn knew(&self, schema: u32) -> Result<Rc<Knew>> {
        if let Some(knew) = self.schemas.borrow().get(&schema) {
            return Ok(Rc::clone(knew));
        }
        let mut knew = Knew::new();
        if schema as usize >= STEPS.len() {
            knew.extend(nouns::versioned().map(|noun| (noun.name, vec![true; noun.columns().len()])));
        } else {
            let memory = Connection::open_in_memory()?;
            STEPS.iter().take(schema as usize).try_for_each(|step| memory.execute_batch(step))?;
            for noun in nouns::versioned() {
                let mut statement = memory.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?")?;
                let has = noun.columns().iter().map(|column| statement.exists((noun.name, &column.name)));
                knew.insert(noun.name, has.collect::<Result<_, _>>()?);
            }
        }
        let knew = Rc::new(knew);
        self.schemas.borrow_mut().insert(schema, Rc::clone(&knew));
        Ok(knew)
    }
}

impl RowSql {
    fn of(noun: &Noun) -> Self {
        let names = noun.columns().iter().map(|column| format!("\"{}\"", column.name));
        let mut names: Vec<String> = names.chain(["clock", "digest", "command"].map(str::to_string)).collect();
        let columns = names.join(", ");
        let seal = if noun.has_personal() { "seal" } else { "NULL" };
        let read = format!("SELECT {columns}, {seal} FROM {} WHERE id = ?", noun.name);
        names.extend(noun.has_personal().then(|| seal.to_string()));
        let (columns, marks) = (names.join(", "), ", ?".repeat(names.len()));
        let sets: Vec<String> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
        let write = format!(
            "INSERT INTO {} (id, {columns}) VALUES (?{marks}) ON CONFLICT (id) DO UPDATE SET {}",
            noun.name,
            sets.join(", ")
        );
        Self { read, write, delete: format!("DELETE FROM {} WHERE id = ?", noun.name) }
    }
}

/// What a version says of each column, from the two places where it stands.
///
/// # Errors
/// Where either is not what the program writes.
pub fn says(noun: &Noun, knew: &[bool], body: Option<&str>, seal: &Seal, personal: Option<&str>) -> Result<Says> {
    let mut says: Says = match body {
        // It deletes, and says nothing else.
        None => return Ok(vec![None; noun.columns().len()]),
        Some(_) => (0..noun.columns().len())
            .map(|place| {
                let is_said = !noun.is_personal(place) || *seal == Seal::Empty;
                (knew[place] && is_said).then_some(Value::Null)
            })
            .collect(),
    };
    for (text, is_personal) in [(body, false), (personal, true)] {
        let Some(text) = text else { continue };
        let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text)?;
        for (name, value) in fields {
            let place = noun.place(&name).filter(|place| noun.is_personal(*place) == is_personal && knew[*place]);
            let place = place.ok_or_else(|| anyhow::anyhow!("{} has no {name}", noun.name))?;
            says[place] = Some(match value {
                serde_json::Value::Null => Value::Null,
                serde_json::Value::String(text) => Value::Text(text),
                serde_json::Value::Number(number) => {
                    Value::Integer(number.as_i64().ok_or_else(|| anyhow::anyhow!("{name} is no whole number"))?)
                }
                _ => anyhow::bail!("{name} is no field"),
            });
        }
    }
    Ok(says)
}
