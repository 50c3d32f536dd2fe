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
    for noun in &tukipont::cli::NOUNS {
        assert!(map.contains(&format!("`{}`", noun.name)), "README.md: the map does not name the noun `{}`", noun.name);
        let script = root().join(format!("tests/cli/{}.trycmd", noun.name));
        assert!(script.exists(), "tests/cli/{}.trycmd is missing", noun.name);
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
fn every_setting_variable_and_exit_code_is_told() {
    let readme = readme();
    for variable in ["TUKIPONT_DB", "TUKIPONT_LANG", "TUKIPONT_PLAIN", "TUKIPONT_NOW"] {
        assert!(readme.contains(&format!("| {variable} |")), "README.md does not tell of {variable}");
    }
    for code in 0..=5 {
        assert!(readme.contains(&format!("\n| {code} | ")), "README.md does not tell of exit code {code}");
    }
}

/// The scripts in completions/ are what `tukipont completions` prints, so a test of the one is a test of the other.
#[test]
fn ci_calls_the_test_command_of_the_readme() {
    let script = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(readme().contains("\ncargo test "), "README.md names no test command");
    assert!(script.lines().any(|line| line.starts_with("cargo test")), ".ci/run does not call it");
}
