//! Files that hold other tables than they say, or are kept in another way: what is no table of ours is never asked.

use crate::desk::{Case, Desk, End, case};
use rusqlite::Connection;

/// A case of plain SQL.
fn sql(name: &str, end: End, sql: &'static str) -> Case {
    case(name, end, move |file| file.execute_batch(sql).expect("a forgery"))
}

/// A definition that says something else about the same pages.
fn redefined(name: &str, table: &'static str, from: &'static str, to: &'static str) -> Case {
    case(name, End::Refused("holds other tables"), move |file| {
        write_schema(file, "UPDATE sqlite_schema SET sql = replace(sql, ?2, ?3) WHERE name = ?1", [table, from, to]);
    })
}

fn write_schema<P: rusqlite::Params>(file: &Connection, sql: &str, values: P) {
    file.execute_batch("PRAGMA writable_schema = ON").expect("a free hand");
    assert!(file.execute(sql, values).expect("a forgery") > 0, "{sql}");
    file.execute_batch("PRAGMA writable_schema = OFF").expect("a hand");
}

#[test]
fn other_tables_than_ours() {
    let other = End::Refused("holds other tables");
    Desk::new().judge(vec![
        sql("a trigger", other, "CREATE TRIGGER t AFTER INSERT ON point BEGIN DELETE FROM person; END"),
        sql("a view", other, "CREATE VIEW v AS SELECT * FROM person"),
        sql("a view in place of a table", other, "DROP TABLE notice; CREATE VIEW notice AS SELECT noun, id, '', 0 FROM erased"),
        sql("one table more", other, "CREATE TABLE more (a)"),
        sql("one table less", other, "DROP TABLE notice"),
        sql("one index more", other, "CREATE INDEX more ON point (name)"),
        sql("one index less", other, "DROP INDEX point_code"),
        sql("an index over an expression", other, "CREATE INDEX more ON point (upper(name))"),
        sql("an index over a part", other, "CREATE INDEX more ON point (name) WHERE id > 0"),
        sql("a column that is computed", other, "ALTER TABLE point ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(name))"),
        sql("a column more", other, "ALTER TABLE point ADD COLUMN more TEXT"),
        sql("what ANALYZE leaves", other, "ANALYZE"),
        redefined("another type", "area", "population INTEGER", "population TEXT"),
        redefined("no longer strict", "area", ") STRICT", ")"),
        redefined("a CHECK less", "session", " CHECK (minutes BETWEEN 0 AND 1440)", ""),
        redefined("a DEFAULT", "session", "note TEXT", "note TEXT DEFAULT (load_extension('x'))"),
        redefined("another collation", "point", "COLLATE NOCASE", "COLLATE whatever"),
        case("a virtual table", End::Refused("`forged."), |file| {
            let sql = "INSERT INTO sqlite_schema VALUES ('table', 'more', 'more', 0, 'CREATE VIRTUAL TABLE more USING x')";
            write_schema(file, sql, []);
        }),
        case("a definition that cannot be read", End::Refused("is damaged"), |file| {
            write_schema(file, "UPDATE sqlite_schema SET sql = 'CREATE TABLE point (' WHERE name = 'point'", []);
        }),
        case("two tables on the same pages", End::Refused("is damaged"), |file| {
            let area = "(SELECT rootpage FROM sqlite_schema WHERE name = 'area')";
            write_schema(file, &format!("UPDATE sqlite_schema SET rootpage = {area} WHERE name = 'point'"), []);
        }),
        case("an index that knows a row which is not there", End::Either, |file| {
            let (page, text): (i64, String) = file
                .query_row("SELECT rootpage, sql FROM sqlite_schema WHERE name = 'area_code'", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .expect("an index");
            file.execute_batch("INSERT INTO area SELECT 7, 'X7', name, kind, NULL, 1, 1, 1, NULL, NULL, clock, digest, command FROM area LIMIT 1").expect("a row");
            write_schema(file, "DELETE FROM sqlite_schema WHERE name = 'area_code'", []);
            file.execute_batch("PRAGMA schema_version = 1000; DELETE FROM area WHERE id = 7").expect("a row less");
            let sql = "INSERT INTO sqlite_schema VALUES ('index', 'area_code', 'area', ?, ?)";
            write_schema(file, sql, (page, text));
            file.execute_batch("PRAGMA schema_version = 1001").expect("a new schema");
            let point = crate::forge::alone(file, "point");
            crate::forge::rewrite(file, "point", point, "area", 7);
        }),
    ]);
}

#[test]
fn kept_in_another_way() {
    Desk::new().judge(vec![
        sql("another program's mark", End::Refused("is not a network file"), "PRAGMA application_id = 1"),
        sql("a newer schema", End::Refused("was written by a newer version"), "PRAGMA user_version = 99"),
        sql("a schema that cannot be", End::Refused("is damaged"), "PRAGMA user_version = -1"),
        sql("no schema, it says", End::Refused("holds other tables"), "PRAGMA user_version = 0"),
        sql("an older schema, it says", End::Refused("holds other tables"), "PRAGMA user_version = 1"),
        sql("WAL mode", End::Refused("is in another journal mode"), "PRAGMA journal_mode = WAL"),
        sql(
            "the mark of a running command",
            End::Refused("was copied while"),
            "INSERT INTO busy VALUES ('x', 0, 'here')",
        ),
        sql("small pages", End::Taken, "PRAGMA page_size = 512; VACUUM"),
        sql("large pages", End::Taken, "PRAGMA page_size = 65536; VACUUM"),
        sql("a file that shrinks by itself", End::Taken, "PRAGMA auto_vacuum = FULL; VACUUM"),
    ]);
}
