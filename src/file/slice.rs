//! What a hand-over carries: the rows of an area or a point, or all, with every version and every row they refer to.

use super::Network;
use super::command::SCHEMA;
use super::handover::Handover;
use super::open::{Access, PATIENCE, connect, private_file};
use super::setting::SETTINGS;
use super::{APPLICATION_ID, STEPS};
use crate::error::Result;
use crate::nouns;
use crate::record::Noun;
use crate::version::Seal;
use crate::version::digest::sealed;
use crate::version::log::counts_of;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeMap;
use std::path::Path;

/// Which rows a hand-over is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those of the points of an area and of all below it.
    Area(i64),
    /// Those of one point.
    Point(i64),
}

/// How many rows of each noun a hand-over carries, and which of them tell of persons.
pub struct Carried {
    /// How many rows of each noun.
    pub rows: BTreeMap<&'static str, i64>,
    /// Persons among them.
    pub persons: Vec<i64>,
}

/// A hand-over being filled: a new network file, with the one that it is taken from beside it.
struct Slice<'n> {
    connection: Connection,
    network: &'n Network,
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
             CREATE TEMP TABLE chosen (noun TEXT, id INTEGER, PRIMARY KEY (noun, id)) WITHOUT ROWID; \
             CREATE TEMP TABLE within (id INTEGER PRIMARY KEY); \
             CREATE TEMP TABLE point_within (id INTEGER PRIMARY KEY); \
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

    /// Chooses the rows that belong to the scope, or once did, and that have changed since.
    fn choose(&self, scope: Scope, since: Option<i64>) -> Result<()> {
        let run = |sql: &str, values: &[i64]| self.connection.execute(sql, params_from_iter(values));
        match scope {
            Scope::All => {
                run("INSERT INTO point_within SELECT id FROM network.point", &[])?;
                run("INSERT OR IGNORE INTO point_within SELECT id FROM network.version WHERE noun = 'point'", &[])?;
            }
            Scope::Point(point) => {
                for point in self.network.notices()?.meant_by("point", point) {
                    run("INSERT INTO point_within VALUES (?)", &[point])?;
                }
            }
            Scope::Area(area) => {
                run(
                    "INSERT INTO within WITH RECURSIVE below (id) AS (VALUES (?) UNION \
                     SELECT area.id FROM network.area JOIN below ON area.parent = below.id) SELECT id FROM below",
                    &[area],
                )?;
                run("INSERT INTO point_within SELECT id FROM network.point WHERE area IN within", &[])?;
                run(
                    "INSERT OR IGNORE INTO point_within SELECT id FROM network.version \
                     WHERE noun = 'point' AND body ->> 'area' IN within",
                    &[],
                )?;
            }
        }
        run("INSERT INTO chosen SELECT 'point', id FROM point_within", &[])?;
        for noun in nouns::versioned().filter(|noun| noun.name != "point") {
            for (column, within) in self.belongs(noun, scope)? {
                let (table, name) = (noun.name, column.as_str());
                let (here, once) = match name {
                    "id" => ("1".to_string(), "1".to_string()),
                    _ => (format!("\"{name}\" IN {within}"), format!("body ->> '{name}' IN {within}")),
                };
                let chosen = format!("INSERT OR IGNORE INTO chosen SELECT '{table}', id FROM network");
                run(&format!("{chosen}.{table} WHERE {here}"), &[])?;
                run(&format!("{chosen}.version WHERE noun = '{table}' AND {once}"), &[])?;
            }
        }
        match since {
            None => Ok(()),
            Some(turn) => {
                // What they refer to may be new, though they are not.
                if scope != Scope::All {
                    self.close()?;
                }
                self.keep_what_is_fresh(turn)
            }
        }
    }

    /// The columns by which a noun's rows belong to a scope, each with the table of what is within; `id` stands for all.
    fn belongs(&self, noun: &Noun, scope: Scope) -> Result<Vec<(String, &'static str)>> {
        if scope == Scope::All {
            return Ok(vec![("id".to_string(), "")]);
        }
        let references = self.network.references(noun)?;
        let by = |target: &str, within: &'static str| {
            let columns = references.iter().filter(move |(_, of)| **of == target).map(|(column, _)| column.clone());
            columns.map(move |column| (column, within)).collect::<Vec<_>>()
        };
        let mut columns = by("point", "point_within");
        // What has a point belongs where the point does, wherever it took place.
        if matches!(scope, Scope::Area(_)) && (columns.is_empty() || noun.name == "assignment") {
            columns.extend(by("area", "within").into_iter().filter(|_| noun.name != "area"));
        }
        Ok(columns)
    }

    /// Drops from the chosen rows those of which nothing is new after a turn; a point that is new brings all its rows,
    /// and so do an area that is and two points that are joined since.
    fn keep_what_is_fresh(&self, turn: i64) -> Result<()> {
        self.connection.execute("INSERT INTO fresh SELECT id FROM network.command WHERE turn > ?", [turn])?;
        let mut is_fresh = vec![
            "EXISTS (SELECT 1 FROM network.version v WHERE v.noun = chosen.noun AND v.id = chosen.id AND v.command IN fresh)"
                .to_string(),
        ];
        for noun in nouns::versioned() {
            let table = noun.name;
            is_fresh.push(format!(
                "(noun = '{table}' AND EXISTS (SELECT 1 FROM network.{table} t WHERE t.id = chosen.id AND t.command IN fresh))"
            ));
        }
        let fresh = is_fresh.join(" OR ");
        self.connection.execute_batch(&format!(
            "INSERT INTO fresh_area WITH RECURSIVE below (id) AS (SELECT id FROM chosen WHERE noun = 'area' \
             AND id IN (SELECT id FROM network.area WHERE parent IN within) AND ({fresh}) UNION \
             SELECT area.id FROM network.area JOIN below ON area.parent = below.id) SELECT id FROM below; \
             DELETE FROM point_within WHERE id NOT IN (SELECT id FROM chosen WHERE noun = 'point' AND ({fresh})) \
             AND id NOT IN (SELECT id FROM network.point WHERE area IN fresh_area) \
             AND id NOT IN (SELECT low FROM network.pair WHERE noun = 'point' AND command IN fresh) \
             AND id NOT IN (SELECT high FROM network.pair WHERE noun = 'point' AND command IN fresh)"
        ))?;
        let mut is_of_fresh = vec![fresh];
        for noun in nouns::versioned() {
            let table = noun.name;
            for (column, target) in self.network.references(noun)?.iter() {
                let within = match *target {
                    "point" => "point_within",
                    "area" if table != "area" => "fresh_area",
                    _ => continue,
                };
                is_of_fresh.push(format!(
                    "(noun = '{table}' AND id IN (SELECT id FROM network.{table} WHERE \"{column}\" IN {within}))"
                ));
            }
        }
        let sql = format!("DELETE FROM chosen WHERE NOT ({})", is_of_fresh.join(" OR "));
        self.connection.execute(&sql, [])?;
        Ok(())
    }

    /// Adds every row that the chosen ones refer to, in whatever version, and those that they were joined with.
    fn close(&self) -> Result<()> {
        loop {
            let mut added = 0;
            for noun in nouns::versioned() {
                let table = noun.name;
                for (column, target) in self.network.references(noun)?.iter() {
                    added += self.connection.execute(
                        &format!(
                            "INSERT OR IGNORE INTO chosen SELECT DISTINCT '{target}', \"{column}\" FROM network.{table} \
                             WHERE id IN (SELECT id FROM chosen WHERE noun = '{table}') AND \"{column}\" IS NOT NULL"
                        ),
                        [],
                    )?;
                    added += self.connection.execute(
                        &format!(
                            "INSERT OR IGNORE INTO chosen SELECT DISTINCT '{target}', body ->> '{column}' \
                             FROM network.version v JOIN chosen c ON c.noun = v.noun AND c.id = v.id \
                             WHERE v.noun = '{table}' AND body ->> '{column}' IS NOT NULL"
                        ),
                        [],
                    )?;
                }
            }
            added += self.connection.execute(
                "INSERT OR IGNORE INTO chosen SELECT 'pair', pair.id FROM network.pair JOIN chosen c \
                 ON c.noun = pair.noun AND c.id IN (low, high)",
                [],
            )?;
            // A decision that was taken back stands in no table.
            added += self.connection.execute(
                "INSERT OR IGNORE INTO chosen SELECT 'pair', v.id FROM network.version v JOIN chosen c \
                 ON c.noun = body ->> 'noun' AND c.id IN (body ->> 'low', body ->> 'high') WHERE v.noun = 'pair'",
                [],
            )?;
            for end in ["low", "high"] {
                added += self.connection.execute(
                    &format!(
                        "INSERT OR IGNORE INTO chosen SELECT pair.noun, {end} FROM network.pair \
                         WHERE pair.id IN (SELECT id FROM chosen WHERE noun = 'pair')"
                    ),
                    [],
                )?;
            }
            if added == 0 {
                return Ok(());
            }
        }
    }

    /// Copies what was chosen.
    fn fill(&self, handover: &Handover) -> Result<Carried> {
        let mut carried = Carried { rows: BTreeMap::new(), persons: Vec::new() };
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
        let made: Vec<String> = nouns::versioned()
            .map(|noun| format!("SELECT command FROM main.{}", noun.name))
            .chain(["SELECT command FROM main.version".to_string()])
            .collect();
        self.connection.execute(
            &format!(
                "INSERT INTO main.command SELECT id, clock, site, verb, noun, schema, rows, fields, 1, 0 \
                 FROM network.command WHERE id IN ({})",
                made.join(" UNION ")
            ),
            [],
        )?;
        // An erasure is known by nothing else: it goes to everybody, whatever the slice.
        self.connection.execute("INSERT INTO main.erased SELECT * FROM network.erased", [])?;
        for setting in SETTINGS.iter().filter(|setting| setting.travels || setting.name == "site") {
            self.connection.execute(
                "INSERT INTO main.setting SELECT name, value, NULL, \
                 (SELECT id FROM main.command ORDER BY id LIMIT 1) FROM network.setting \
                 WHERE name = ? AND value IS NOT NULL AND EXISTS (SELECT 1 FROM main.command)",
                [setting.name],
            )?;
        }
        self.sign(handover, &carried)?;
        let mut persons = self.connection.prepare("SELECT id FROM chosen WHERE noun = 'person' ORDER BY id")?;
        carried.persons = persons.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(carried)
    }

    /// Says in the slice itself what it is.
    fn sign(&self, handover: &Handover, carried: &Carried) -> Result<()> {
        self.connection.execute(
            "INSERT INTO main.handover VALUES (?, 'sent', ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0)",
            (
                handover.id,
                handover.clock,
                &handover.site,
                &handover.recipient,
                handover.area,
                handover.point,
                handover.since,
                handover.people,
                counts_of(carried.rows.iter().map(|(noun, count)| (*noun, *count))),
            ),
        )?;
        Ok(())
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
