//! An older program: what a command of today wrote is told as the program would have told it that knew only the first
//! step of the schema.

use crate::known::Known;
use crate::replica::{Replica, nouns};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::BTreeMap;
use tukipont::file::{APPLICATION_ID, STEPS};

/// Makes a file one of the first schema, as if all that was written since had been written by its program.
pub fn tell_as_older(replica: &Replica) {
    let path = replica.path("older.db");
    let _ = std::fs::remove_file(&path);
    let file = replica.look();
    let names = renamed(&file);
    drop(file);
    let older = Connection::open(&path).expect("a new file");
    older.pragma_update(None, "application_id", APPLICATION_ID).expect("the database");
    older.execute_batch(STEPS[0]).expect("the first step");
    older.pragma_update(None, "user_version", 1).expect("the database");
    older.execute("ATTACH ? AS newer", [replica.file().display().to_string()]).expect("the file");
    older.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").expect("the database");
    for table in ["setting", "busy", "erased", "notice", "handover", "carried"].into_iter().chain(nouns(&older)) {
        let columns = columns(&older, table);
        let sql = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}");
        older.execute(&sql, []).expect(table);
    }
    older
        .execute_batch(
            "INSERT INTO main.command \
             SELECT id, clock, site, verb, noun, schema, rows, fields, turn, own FROM newer.command; UPDATE main.command SET schema = 1; \
             INSERT INTO main.version SELECT * FROM newer.version; \
             UPDATE main.version SET body = json_remove(body, '$.handover_days') WHERE noun = 'point'",
        )
        .expect("the database");
    for ((noun, id, digest), (new, parents)) in &names {
        let table = format!("UPDATE main.{noun} SET digest = ? WHERE id = ? AND digest = ?");
        older.execute(&table, (new, id, digest)).expect("the database");
        let sql = "UPDATE main.version SET digest = ?, parents = ? WHERE noun = ? AND id = ? AND digest = ?";
        older.execute(sql, (new, parents, noun, id, digest)).expect("the database");
    }
    older.execute_batch("COMMIT; DETACH newer").expect("the database");
    drop(older);
    std::fs::rename(path, replica.file()).expect("the file");
}

/// The names of versions by noun, row and digest, each with what the older program calls it and its parents.
type Names = BTreeMap<(String, i64, Vec<u8>), (Vec<u8>, Vec<u8>)>;

/// What the older program would have called each version.
fn renamed(file: &Connection) -> Names {
    let mut names = Names::new();
    for ((noun, id), mut versions) in Known::of(file).rows {
        versions.sort_by_key(|version| (version.clock, version.digest.clone()));
        let mut new: BTreeMap<Vec<u8>, Vec<u8>> = BTreeMap::new();
        for version in versions {
            let mut older = version.clone();
            if version.schema > 1 {
                older.schema = 1;
                older.public.remove("handover_days");
            }
            older.parents = version.parents.iter().map(|parent| new[parent].clone()).collect();
            older.parents.sort();
            // What it has told before it calls what it called it, though some of that was erased since.
            let is_told = version.schema == 1 && older.parents == version.parents;
            let digest = if is_told { version.digest.clone() } else { older.digest(&noun, id) };
            new.insert(version.digest.clone(), digest.clone());
            if digest != version.digest {
                names.insert((noun.clone(), id, version.digest), (digest, older.parents.concat()));
            }
        }
    }
    names
}

fn columns(file: &Connection, table: &str) -> String {
    let mut statement = file.prepare("SELECT name FROM pragma_table_info(?)").expect("a query");
    let names = statement.query_map([table], |row| row.get::<_, Value>(0)).expect("rows");
    let quoted = names.map(|name| match name.expect("a name") {
        Value::Text(name) => format!("\"{name}\""),
        other => panic!("{other:?}"),
    });
    quoted.collect::<Vec<_>>().join(", ")
}
