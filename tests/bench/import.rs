//! Measures the import of many sessions beside `sqlite3 .import`, with one index and with our two, in one run.
//!
//! `cargo bench --bench import [-- ROWS [ROUNDS]]`; it measures only, and needs `sqlite3` on the path.

mod world;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use world::{Chance, HEADINGS, median, network, numbers, ours, path, sessions};

fn main() {
    let [rows, rounds] = numbers([1_000_000, 3]);
    let folder = tempfile::tempdir().expect("a folder for the measurement");
    let at = |name: &str| folder.path().join(name);
    network(&at("empty.db"), folder.path());
    sessions(&at("sessions.csv"), rows, "S", &mut Chance(7));
    println!("{rows} sessions, {} MB", fs::metadata(at("sessions.csv")).map_or(0, |file| file.len() / 1_000_000));
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    for round in 1..=rounds {
        fs::copy(at("empty.db"), at("ours.db")).expect("room for a copy");
        let mine = ours(&at("ours.db"), &["session", "import", &path(&at("sessions.csv")), "--sender", "bench"]);
        let one = theirs(&at("one.db"), &at("sessions.csv"), &["point, date"]);
        let two = theirs(&at("two.db"), &at("sessions.csv"), &["point, date", "date"]);
        let ratio = |theirs: Duration| mine.as_secs_f64() / theirs.as_secs_f64();
        println!(
            "round {round}: ours {mine:.2?}; .import with one index {one:.2?}, ratio {:.2}; with two {two:.2?}, ratio {:.2}",
            ratio(one),
            ratio(two)
        );
        all.iter_mut().zip([mine, one, two]).for_each(|(all, time)| all.push(time));
    }
    let [mine, one, two] = all.each_mut().map(|times| median(times));
    println!("medians: {:.2} of one index (aim 0.50), {:.2} of two (aim 0.40)", mine / one, mine / two);
    let again = ours(&at("ours.db"), &["session", "import", &path(&at("sessions.csv")), "--sender", "bench"]);
    println!("the same sheet again: {again:.2?}");
}

/// How long sqlite3 takes to take the sheet in as it is: texts, nothing checked, nothing looked up.
fn theirs(db: &Path, sheet: &Path, indexes: &[&str]) -> Duration {
    let _ = fs::remove_file(db);
    let columns = HEADINGS.replace("returning", "\"returning\"").replace(',', " TEXT, ");
    let mut script = format!("CREATE TABLE session ({columns} TEXT);\n");
    for (number, columns) in indexes.iter().enumerate() {
        let _ = writeln!(script, "CREATE INDEX session_{number} ON session ({columns});");
    }
    let begin = Instant::now();
    let mut command = Command::new("sqlite3");
    let import = format!(".import --csv --skip 1 \"{}\" session", path(sheet));
    let done = command.arg(db).arg(script).arg(import).stdout(Stdio::null()).status().expect("sqlite3 is installed");
    assert!(done.success());
    begin.elapsed()
}
