//! What a hand-over carries: the rows of an area or a point, or all, with every version and every row they refer to.

use super::Network;
use super::carried::remembered;
use super::choose::Scope;
use super::command::SCHEMA;
use super::connect::{Access, PATIENCE, connect};
use super::handover::Handover;
use super::place::private_file;
use super::setting::SETTINGS;
use super::{APPLICATION_ID, STEPS};
use crate::error::Result;
use crate::nouns;
use crate::record::Noun;
use crate::version::Seal;
use crate::version::digest::sealed;
use crate::version::log::counts_of;
use crate::version::show::Place;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use std::collections::BTreeMap;
use std::path::Path;

/// How many rows of each noun a hand-over carries, and which of them tell of persons.
pub struct Carried {
    /// How many rows of each noun.
    pub rows: BTreeMap<&'static str, i64>,
    /// Those of them that are remembered.
    pub remembered: Vec<Place>,
}

/// A hand-over being filled: a new network file, with the one that it is taken from beside it.
pub(super) struct Slice<'n> {
    pub(super) connection: Connection,
    pub(super) network: &'n Network,
    people: bool,
}

impl Network {
    /// Writes a slice of the file as a small network file to a place where nothing is.
    ///
    /// # Errors
    /// Those of the database and the disk.
    pub fn write_slice(&self, path: &Path, scope: Scope, handover: &Handover) -> Result<Carried> {
        drop(private_file(path)?);
        let connection = connect(path, Access::Write, PATIENCE)?;
        // It goes by mail: of thirty tables most are empty, and an empty one takes a page.
        connection.pragma_update(None, "page_size", 1024)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        STEPS.iter().try_for_each(|step| connection.execute_batch(step))?;
        connection.pragma_update(None, "user_version", SCHEMA)?;
        let from = self.connection.path().unwrap_or_default().to_string();
        connection.execute("ATTACH ? AS network", [from])?;
        connection.execute_batch(
            "PRAGMA foreign_keys = OFF; BEGIN; \
             CREATE TEMP TABLE chosen (noun TEXT, id INTEGER, UNIQUE (noun, id)); \
             CREATE TEMP TABLE within (id INTEGER PRIMARY KEY); \
             CREATE TEMP TABLE point_within (id INTEGER PRIMARY KEY); \
             CREATE TEMP TABLE organisation_within (id INTEGER PRIMARY KEY); \
             CREATE TEMP TABLE fresh (id INTEGER PRIMARY KEY); \
             CREATE TEMP TABLE fresh_area (id INTEGER PRIMARY KEY);",
        )?;
        let slice = Slice { connection, network: self, people: handover.people };
        slice.add_functions()?;
        slice.choose(scope, handover.since)?;
        if (scope, handover.since) != (Scope::All, None) {
            slice.close()?;
        }
        let carried = slice.fill(handover)?;
        slice.connection.execute_batch("COMMIT; DETACH network; VACUUM")?;
        Ok(carried)
    }
}

impl Slice<'_> {
    /// What stands for personal fields where they stay at home: `away(noun, seal, fields)`.
    fn add_functions(&self) -> Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        self.connection.create_scalar_function("away", 3, flags, |call| {
            let (noun, seal, fields): (String, Seal, Option<String>) = (call.get(0)?, call.get(1)?, call.get(2)?);
            let noun = nouns::named(&noun).map_err(|error| rusqlite::Error::UserFunctionError(error.into()))?;
            let away = match (seal, fields) {
                (Seal::Here(salt), Some(fields)) => {
                    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&fields)
                        .map_err(|error| rusqlite::Error::UserFunctionError(error.into()))?;
                    let names = noun.by_name().iter().map(|place| noun.columns()[*place].name.as_str());
                    let told = names.filter_map(|name| Some((name, fields.get(name)?)));
                    Seal::Away(sealed(
                        &salt,
                        told.map(|(name, value)| match value.as_str() {
                            Some(text) => (name, ValueRef::Text(text.as_bytes())),
                            None => (name, ValueRef::Null),
                        }),
                    ))
                }
                (seal, _) => seal,
            };
            Ok(away)
        })?;
        Ok(())
    }

    /// Copies what was chosen.
    fn fill(&self, handover: &Handover) -> Result<Carried> {
        let mut carried = Carried { rows: BTreeMap::new(), remembered: Vec::new() };
        for noun in nouns::versioned() {
            let (table, columns) = (noun.name, self.columns(noun));
            self.connection.execute(
                &format!(
                    "INSERT INTO main.{table} ({}) SELECT {} FROM network.{table} \
                     WHERE id IN (SELECT id FROM chosen WHERE noun = '{table}')",
                    columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", "),
                    columns.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", "),
                ),
                [],
            )?;
            let sql = "SELECT count(*) FROM chosen WHERE noun = ?";
            let count: i64 = self.connection.query_row(sql, [table], |row| row.get(0))?;
            if count > 0 {
                carried.rows.insert(table, count);
            }
        }
        let (seal, personal) = match self.people {
            true => ("seal", "personal"),
            false => ("away(v.noun, seal, personal)", "NULL"),
        };
        self.connection.execute(
            &format!(
                "INSERT INTO main.version SELECT v.noun, v.id, digest, clock, command, parents, deleted, body, {seal}, \
                 {personal} FROM network.version v JOIN chosen c ON c.noun = v.noun AND c.id = v.id"
            ),
            [],
        )?;
        for setting in SETTINGS.iter().filter(|setting| setting.travels || setting.name == "site") {
            let sql = "INSERT INTO main.setting (name, value, command, clock) \
                       SELECT name, value, command, clock FROM network.setting WHERE name = ?";
            self.connection.execute(sql, [setting.name])?;
        }
        let made: Vec<String> = nouns::versioned()
            .map(|noun| format!("SELECT command FROM main.{}", noun.name))
            .chain(["version", "setting"].map(|table| format!("SELECT command FROM main.{table}")))
            .collect();
        self.connection.execute(
            &format!(
                "INSERT INTO main.command SELECT id, clock, site, verb, noun, schema, rows, fields, 1, 0, sender \
                 FROM network.command WHERE id IN ({})",
                made.join(" UNION ")
            ),
            [],
        )?;
        // What is left of a row is told with what was taken out of it.
        self.connection.execute(
            "INSERT OR IGNORE INTO main.erased SELECT noun, id, clock, 0 FROM network.erased \
             WHERE (noun, id) IN (SELECT noun, id FROM chosen)",
            [],
        )?;
        self.sign(handover, &carried)?;
        carried.remembered = remembered(&self.connection)?;
        Ok(carried)
    }

    /// Says in the slice itself what it is.
    fn sign(&self, handover: &Handover, carried: &Carried) -> Result<()> {
        let rows = counts_of(carried.rows.iter().map(|(noun, count)| (*noun, *count)));
        // Of two tables of that name the first is the slice's own.
        Handover { rows, digest: None, received: None, ..handover.clone() }.put_into(&self.connection, 0)
    }

    /// The columns of a noun's table, each with what goes into the slice.
    fn columns(&self, noun: &Noun) -> Vec<(String, String)> {
        let personal = |name: &str| !self.people && noun.personal.contains(&name);
        let columns = noun.columns().iter().map(|column| {
            let name = format!("\"{}\"", column.name);
            let value = if personal(&column.name) { "NULL".to_string() } else { name.clone() };
            (name, value)
        });
        let stamp = ["id", "clock", "digest", "command"].map(|name| (name.to_string(), name.to_string()));
        let seal = noun.has_personal().then(|| {
            let fields: Vec<String> = noun.personal.iter().map(|name| format!("'{name}', \"{name}\"")).collect();
            let away = format!("away('{}', seal, json_object({}))", noun.name, fields.join(", "));
            ("seal".to_string(), if self.people { "seal".to_string() } else { away })
        });
        stamp.into_iter().chain(columns).chain(seal).collect()
    }
}
