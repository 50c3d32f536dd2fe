//! The README keeps its word: its tour runs as it stands there, and its map names every room and noun.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README")
}

/// `TRYCMD=overwrite` writes the tour's output into a copy under the target folder, from which it is taken over by hand.
#[test]
fn the_tour_runs() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(folder.join("README.out")).expect("a folder for the tour");
    let copy = folder.join("README.md");
    fs::write(&copy, readme()).expect("a copy");
    trycmd::TestCases::new()
        .env("TUKIPONT_NOW", "2026-11-21T10:00:00Z")
        .env("TUKIPONT_DB", "network.db")
        .env("TUKIPONT_LANG", "en")
        .env("TUKIPONT_CONFIG", "")
        .case(copy);
}

#[test]
fn every_noun_has_a_script_and_a_place_on_the_map() {
    let readme = readme();
    let map = readme.split("## The map of the house").nth(1).expect("the map");
    for noun in &tukipont::nouns::NOUNS {
        assert!(map.contains(&format!("`{}`", noun.name)), "README.md: the map does not name the noun `{}`", noun.name);
        let script = root().join(format!("tests/cli/{}.trycmd", noun.name));
        assert!(script.exists(), "tests/cli/{}.trycmd is missing", noun.name);
    }
}

#[test]
fn every_noun_has_a_table_with_its_columns() {
    let schema = rusqlite::Connection::open_in_memory().expect("a database");
    for step in tukipont::file::STEPS {
        schema.execute_batch(step).expect("a schema step");
    }
    for noun in &tukipont::nouns::NOUNS {
        let mut statement = schema.prepare("SELECT name FROM pragma_table_xinfo(?)").expect("a query");
        let table: Vec<String> =
            statement.query_map([noun.name], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("names");
        let fields = noun.columns().iter().map(|column| column.name.clone());
        let stamp = ["clock", "digest", "command"].map(str::to_string);
        let expected: Vec<String> = ["id".to_string()].into_iter().chain(fields).chain(stamp).collect();
        assert_eq!(table, expected, "src/file/schema: the table of the noun `{}`", noun.name);
    }
}

#[test]
fn the_changelog_names_every_noun() {
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).expect("the changelog");
    for noun in &tukipont::nouns::NOUNS {
        // The plural of `category` begins as its singular does but for the last letter.
        let stem = noun.name.trim_end_matches('y');
        let told = changelog.contains(stem) || (noun.name == "person" && changelog.contains("people"));
        assert!(told, "CHANGELOG.md does not name the noun `{}`", noun.name);
    }
}

#[test]
fn the_map_names_every_room() {
    let readme = readme();
    let map = readme.split("## The map of the house").nth(1).expect("the map");
    for entry in fs::read_dir(root().join("src")).expect("src") {
        let entry = entry.expect("an entry");
        if entry.path().is_dir() {
            let room = entry.file_name().into_string().expect("a name in UTF-8");
            assert!(map.contains(&format!("`src/{room}/`")), "README.md: the map does not name the room `src/{room}/`");
        }
    }
}

#[test]
fn every_variable_and_exit_code_is_told() {
    let readme = readme();
    let mut variables = std::collections::BTreeSet::new();
    for entry in fs::read_dir(root().join("src")).expect("src") {
        let Ok(text) = fs::read_to_string(entry.expect("an entry").path()) else { continue };
        let names = text.split("\"TUKIPONT_").skip(1).filter_map(|rest| rest.split('"').next());
        variables.extend(names.map(|name| format!("TUKIPONT_{name}")));
    }
    assert!(variables.contains("TUKIPONT_DB"), "the search for variables finds none");
    for variable in variables {
        assert!(readme.contains(&format!("| {variable} |")), "README.md does not tell of {variable}");
    }
    for code in 0..=5 {
        assert!(readme.contains(&format!("\n| {code} | ")), "README.md does not tell of exit code {code}");
    }
}

#[test]
fn ci_calls_the_test_command_of_the_readme() {
    let script = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(readme().contains("\ncargo test "), "README.md names no test command");
    assert!(script.lines().any(|line| line.starts_with("cargo test")), ".ci/run does not call it");
}
