//! What a command has looked up is as it is in the file, whoever writes; a folder leaves nothing behind.

use super::run::Place;
use tukipont::file::Network;
use tukipont::file::connect::{Access, PATIENCE};
use tukipont::file::names::Reach;
use tukipont::file::open::Outside;
use tukipont::nouns::named;

#[test]
fn what_was_looked_up_is_forgotten_when_it_is_written() {
    let place = Place::small();
    let outside = Outside { clock: 1_800_000_000_000, random: Box::new(|| 1), patience: PATIENCE, keeps_copies: false };
    let network = Network::open(&place.path("network.db"), Access::Write, outside).expect("a network");
    let point = named("point").expect("a noun");
    let code = || network.look_up(point, None, "Library").map(|(_, code)| code).map_err(|error| error.to_string());
    network.begin("edit", "point").expect("a command");
    assert_eq!(code().as_deref(), Ok("P-1"));
    let row = network.find(point, "P-1", Reach::Whole).expect("a row");
    let (mut renamed, mut other) = (row.cells.clone(), row.cells.clone());
    renamed[point.place("code").expect("a column")] = Some("P-9".to_string());
    network.replace(point, &row, &renamed).expect("a new code");
    assert_eq!(code().as_deref(), Ok("P-9"), "the command sees what it has written itself");
    other[point.place("code").expect("a column")] = Some("P-8".to_string());
    network.add(point, other).expect("another of this name");
    assert!(code().is_err(), "now two are called so");
    network.roll_back().expect("taken back");
    assert_eq!(code().as_deref(), Ok("P-1"));

    network.begin("edit", "point").expect("a command");
    assert_eq!(code().as_deref(), Ok("P-1"));
    network.roll_back().expect("taken back");
    place.done("point rename P-1 P-7");
    network.begin("edit", "point").expect("a command");
    assert_eq!(code().as_deref(), Ok("P-7"), "somebody else wrote between two commands");
}

#[test]
fn a_folder_of_which_one_sheet_is_refused_leaves_no_mark() {
    let place = Place::small();
    place.done("form load monthly");
    std::fs::create_dir(place.path("sent.csv")).expect("a folder");
    let sheet =
        |point: &str, rest: &str| format!("question,point,period,value\nmonthly.1/sessions,{point},2026-01,3\n{rest}");
    let attendances = |point: &str| format!("monthly.1/attendances,{point},2026-01,4\n");
    place.sheet("sent.csv/1.csv", sheet("P-1", ""));
    place.sheet("sent.csv/2.csv", sheet("P-2", &attendances("P-2")));
    let left = place.run("report import sent.csv");
    assert!(left.err.contains("attendances"), "what the first one lacks is told: {}", left.err);
    let file = rusqlite::Connection::open(place.path("network.db")).expect("a file");
    let count = |sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a count");
    assert_eq!(count("SELECT count(*) FROM answer"), 2, "the second one is there, and nothing of the first");
    assert_eq!(count("SELECT count(*) FROM report"), 1);
    assert_eq!(count("SELECT count(*) FROM busy"), 0);
}
