//! A row of a sheet is held to the rules of `add`, whichever way it is written.

use super::run::Place;
use proptest::prelude::*;
use tukipont::error::{Faults, Result};
use tukipont::file::Network;
use tukipont::file::connect::{Access, PATIENCE};
use tukipont::file::open::Outside;
use tukipont::file::read::Query;
use tukipont::record::{Cells, Naming, Noun};
use tukipont::sheet::conventions::Conventions;
use tukipont::sheet::done::Done;
use tukipont::sheet::plan::Plan;
use tukipont::sheet::progress::Progress;
use tukipont::sheet::read::Sheet;
use tukipont::verb::import::import;

/// Columns in an order that is not the noun's.
const COLUMNS: [(&str, &[&str]); 12] = [
    ("note", &["", "a, \"b\"", " c ", "Ő"]),
    ("date", &["2026-01-01", "13.2.2026", "2026. 03. 04.", "2026-02-30", "x"]),
    ("point", &["P-1", "p-2", "Library", "P-3"]),
    ("mentor", &["", "M-1", "minta maria", "nobody"]),
    ("mode", &["phone", "remote", "Phone", "fone"]),
    ("kind", &["individual", "group", "one-off", "Gruppe"]),
    ("topics", &["", "email", "safety email", "email,safety", "emial"]),
    ("minutes", &["", "30", "1:30", "25:00", "-1"]),
    ("attendances", &["1", "2", "12", "0", "1 000 000", "two"]),
    ("returning", &["", "0", "1", "3"]),
    ("tally", &["", "age:0-17", "age:0-17=2 sex:female", "age:0-17=9", "age:none=1"]),
    ("outcome", &["", "alone", "solved alone", "gone"]),
];

/// A row, mostly of sound cells.
fn row() -> impl Strategy<Value = Vec<&'static str>> {
    COLUMNS
        .map(|(_, cells)| prop_oneof![6 => Just(cells[0]), 3 => Just(cells[1]), 1 => proptest::sample::select(cells)])
        .to_vec()
}

/// The rows as a sheet, without the columns of these places.
fn sheet(rows: &[Vec<&str>], without: &[usize]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[&str]| {
        let cells = row.iter().enumerate().filter(|(place, _)| !without.contains(place)).map(|(_, cell)| cell);
        writer.write_record(cells).expect("a row");
    };
    write(&COLUMNS.map(|(name, _)| name));
    rows.iter().for_each(|row| write(row));
    String::from_utf8(writer.into_inner().expect("a sheet")).expect("text")
}

/// What was done, or the faults; then all rows, each with whether its digest is that of what it says.
type Came = (Result<Done, Vec<String>>, Vec<(i64, Cells, bool)>);

/// What one way of writing makes of a sheet: what was done or refused, and then all rows with their stamps.
fn taken(place: &Place, text: &str, noun: &'static Noun, seed: u64) -> Result<Came> {
    let outside =
        Outside { clock: 1_800_000_000_000, random: Box::new(move || seed), patience: PATIENCE, keeps_copies: false };
    let network = Network::open(&place.path("network.db"), Access::Write, outside)?;
    let sheet =
        Sheet::open("sheet", Box::new(std::io::Cursor::new(text.to_string().into_bytes())), &Conventions::default())?;
    let plan = Plan::of_headings(noun, "sheet", &sheet.headings, None)?;
    let done = import(&network, &plan, sheet, false, &mut Progress::new(false), || Ok(())).map_err(|error| {
        let faults = error.downcast::<Faults>().expect("faults");
        let mut told: Vec<String> = faults
            .faults
            .iter()
            .map(|fault| format!("{}:{}:{}:{:?}", fault.line, fault.column, fault.value, fault.refusal.message))
            .collect();
        told.sort();
        told
    });
    let mut rows = Vec::new();
    network.rows(noun, &Query::default(), |row| {
        let lineage = network.lineage(noun, row.id)?.expect("a row has a version");
        let holds = lineage.versions().iter().all(|version| version.digest == version.digest(noun, row.id));
        rows.push((row.id, row.cells, holds));
        Ok(())
    })?;
    Ok((done, rows))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_ways_of_writing_agree(rows in proptest::collection::vec(row(), 1..12), more in proptest::collection::vec(row(), 0..4), without in proptest::collection::vec(0..40_usize, 0..3)) {
        let many_at_once = tukipont::nouns::named("session").expect("a noun");
        // The same noun as if its rows had codes: they are taken one by one.
        let mut one_by_one = Noun::of::<tukipont::activity::Session>();
        one_by_one.naming = Naming::Made("S");
        let one_by_one: &'static Noun = Box::leak(Box::new(one_by_one));
        let one = Place::small();
        let many = one.copy();
        let all: Vec<_> = rows.iter().chain(&more).cloned().collect();
        for (seed, text) in [(1, sheet(&rows, &without)), (2, sheet(&all, &without))] {
            let expected = taken(&one, &text, one_by_one, seed).expect("one by one");
            prop_assert_eq!(taken(&many, &text, many_at_once, seed).expect("many"), expected);
        }
    }

    #[test]
    fn a_row_is_taken_where_add_would_take_it(row in row()) {
        let (added, imported) = (Place::small(), Place::small());
        let db = added.path("network.db").into_os_string();
        let given = COLUMNS.iter().zip(&row).filter(|(_, cell)| !cell.is_empty());
        let flags = given.map(|((name, _), cell)| format!("--{name}={cell}").into());
        let words = ["tukipont".into(), "--db".into(), db, "session".into(), "add".into()];
        let add = added.words(words.into_iter().chain(flags).collect(), "");
        imported.sheet("sheet.csv", sheet(&[row], &[]));
        let import = imported.run("session import sheet.csv");
        prop_assert_eq!(add.code == 0, import.code == 0, "{}\n{}", add.err, import.err);
        let rows = |place: &Place| place.run("session export --fields date,point,mentor,mode,kind,topics,minutes,attendances,returning,tally,outcome,note").out;
        prop_assert_eq!(rows(&added), rows(&imported));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_bring_the_reader_down(pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..60)) {
        let bytes: Vec<u8> = pieces.concat();
        if let Ok(mut sheet) = Sheet::open("sheet", Box::new(std::io::Cursor::new(bytes)), &Conventions::default()) {
            let mut lines = 1;
            while let Ok(batch) = sheet.batch() {
                for record in batch.records() {
                    prop_assert!(record.line > lines, "lines only grow");
                    lines = record.line;
                    let cells: usize = (0..=record.len()).map(|place| record.cell(place).len()).sum();
                    prop_assert!(cells <= 1000);
                }
                if batch.size == 0 {
                    break;
                }
            }
        }
    }
}

/// What sheets are made of, sound and not.
const PIECES: [&[u8]; 14] = [
    b"date",
    b"point",
    b",",
    b";",
    b"\t",
    b"|",
    b"\n",
    b"\r\n",
    b"\"",
    b"\"\"",
    b"\xff",
    b"\0",
    "Ő".as_bytes(),
    b"\xef\xbb\xbf",
];

#[test]
fn a_cell_is_read_as_its_flag_is() {
    let texts = [
        "",
        "1",
        "1 234",
        "2026-01-02",
        "x",
        "hu fi",
        "email",
        "age:0-17=2",
        "a@b.hu",
        "+36 30 123 4567",
        "1.5",
        "open",
    ];
    for noun in &tukipont::nouns::NOUNS {
        let example = noun.example_cells().expect("an example");
        for (place, column) in noun.columns().iter().enumerate() {
            for text in texts {
                let flag = noun.change(&example, [(column.name.as_str(), text)]);
                let flag = flag.ok().and_then(|cells| cells[place].clone());
                let cell = column.read(text).ok();
                // Clap takes no empty value for some types; a sheet's empty cell is never read as one.
                if !text.is_empty() {
                    assert_eq!(cell, flag, "{} {} {text:?}", noun.name, column.name);
                }
            }
        }
    }
}
