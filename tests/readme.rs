//! The README keeps its word: its tour runs as it stands there, and its map names every room and noun.

#[cfg(unix)]
#[path = "shells/left_out.rs"]
mod left_out;

#[cfg(unix)]
use left_out::left_out;
use std::collections::BTreeSet;
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
        .env("TZ", "UTC")
        .env("TUKIPONT_CONFIG", "")
        .case(copy);
}

/// The README's first command: its figures are worked out here from the sheet, apart from the program.
#[test]
fn the_demo_leaves_the_figures_of_its_sheet() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let demo = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tukipont"));
        command.current_dir(&folder).env("TUKIPONT_LANG", "en").env("TZ", "UTC").env("TUKIPONT_CONFIG", "").arg("demo");
        command
    };
    let done = demo().output().expect("the program");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));

    let words =
        [("személyesen", "service-point"), ("telefonon", "phone"), ("házhoz menve", "home"), ("tanfolyam", "course")];
    let mut cells: std::collections::BTreeMap<(&str, &str), [u32; 5]> = Default::default();
    let sheet = fs::read_to_string(root().join("examples/demo/october.csv")).expect("the sheet");
    // The last one is the session that the demo types by hand.
    for line in sheet.lines().skip(1).chain(["2026. 10. 31.;;;telefonon;egyéni;1;;25"]) {
        let columns: Vec<&str> = line.split(';').collect();
        let mode = words.iter().find(|(theirs, _)| *theirs == columns[3]).expect("a mode").1;
        let kind = if columns[4] == "egyéni" { "individual" } else { "group" };
        let number = |place: usize| columns[place].parse::<u32>().ok();
        let people = number(5).expect("attendances");
        let cell = cells.entry((mode, kind)).or_default();
        let first_visits = number(6).map_or(0, |returning| people - returning);
        let figures = [1, people, number(6).unwrap_or(0), first_visits, number(7).unwrap_or(0)];
        cell.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
    }
    let mut expected = "county,mode,kind,sessions,attendances,returning,first_visits,minutes\n".to_string();
    for ((mode, kind), figures) in cells {
        expected += &format!("HU332,{mode},{kind},{}\n", figures.map(|figure| figure.to_string()).join(","));
    }
    assert_eq!(fs::read_to_string(folder.path().join("demo-activity.csv")).expect("the figures"), expected);

    let again = demo().output().expect("the program");
    assert_eq!(again.status.code(), Some(1), "the demo writes over nothing");
    assert!(String::from_utf8_lossy(&again.stderr).contains("hint: "), "{again:?}");
}

/// The README's pipe through age, word for word, with a key made for it: what arrives is what was sent, and nobody reads
/// it on the way.
#[test]
#[cfg(unix)]
fn the_pipe_through_age_runs() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bin = Path::new(env!("CARGO_BIN_EXE_tukipont")).parent().expect("its folder").display();
    let path = format!("{bin}:{}", std::env::var("PATH").unwrap_or_default());
    let bash = |file: &str, line: &str| {
        let mut bash = std::process::Command::new("bash");
        bash.args(["-o", "pipefail", "-c", line]).current_dir(&folder).env("PATH", &path).env("TUKIPONT_DB", file);
        bash.env("TUKIPONT_LANG", "en").env("TUKIPONT_CONFIG", "").stdin(std::process::Stdio::null());
        bash.output().expect("bash")
    };
    let done = |file: &str, line: &str| {
        let done = bash(file, line);
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("text")
    };
    if !bash("", "age --version && age-keygen --version").status.success() {
        return left_out("age");
    }
    let readme = readme();
    let line = |start: &str| readme.lines().find(|line| line.starts_with(start)).expect("a line of the pipe");
    let (send, receive) = (line("tukipont handover create -o - --people | age "), line("age --decrypt "));
    done("", "age-keygen -o key.txt && age-keygen -o other.txt");
    let recipient = done("", "age-keygen -y key.txt");
    let send = send.replace("age1...", recipient.trim());
    done("village.db", "tukipont init village.db --site V --name Village --country none");
    done("village.db", "tukipont person add M1 --name 'Minta Mária' --status active");
    done("county.db", "tukipont init county.db --site C --name County --country none");
    done("village.db", &send);

    let sent = fs::read(folder.path().join("november.age")).expect("what was sent");
    assert!(sent.starts_with(b"age-encryption") && !sent.windows(5).any(|window| window == b"Minta"));
    let county = || fs::read(folder.path().join("county.db")).expect("the county's file");
    let before = county();
    let other = bash("county.db", &receive.replace("key.txt", "other.txt"));
    assert!(!other.status.success(), "a stranger's key opened it");
    let plain = bash("county.db", "tukipont handover receive november.age");
    assert!(String::from_utf8_lossy(&plain.stderr).contains("is encrypted"), "{plain:?}");
    assert!(county() == before, "what could not be read changed the file");

    done("county.db", receive);
    assert_eq!(done("county.db", "tukipont person list --format csv --fields name"), "name\nMinta Mária\n");
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
    for noun in tukipont::nouns::versioned() {
        let mut statement = schema.prepare("SELECT name FROM pragma_table_xinfo(?)").expect("a query");
        let table: BTreeSet<String> =
            statement.query_map([noun.name], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("names");
        let fields = noun.columns().iter().map(|column| column.name.clone());
        // What tells of a person is sealed; later steps add their columns behind the stamp.
        let seal = if noun.has_personal() { Some("seal") } else { None };
        let stamp = ["id", "clock", "digest", "command"].into_iter().chain(seal).map(str::to_string);
        let expected: BTreeSet<String> = fields.chain(stamp).collect();
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
