//! Whatever stands in a cell, of a new row or of one that is there: it is taken, or refused in words.

use super::run::Place;

#[test]
fn no_cell_brings_out_the_words_of_the_engine() {
    let place = Place::full();
    let cells = ["", " ", "x", "-1", "0", "99999999999999999999", "2026-02-30", "ő", "a:b", "a b", "=", "\"\""];
    for noun in &tukipont::nouns::NOUNS {
        let sheet = place.export(noun.name);
        let mut rows = csv::Reader::from_reader(sheet.as_bytes());
        let headings = rows.headers().expect("headings").clone();
        let row = rows.records().last().expect("a row").expect("a row");
        for (at, heading) in headings.iter().enumerate() {
            for cell in cells {
                // Once over the row that is there, once as a row of its own.
                for is_new in [false, true] {
                    let mut row: Vec<&str> = row.iter().collect();
                    row[at] = cell;
                    let own = row[0].to_string() + "-n";
                    match (is_new, heading, headings.get(0)) {
                        (true, "id" | "code", _) => continue,
                        (true, _, Some("id")) => row[0] = "",
                        (true, ..) => row[0] = &own,
                        _ => {}
                    }
                    let quoted: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
                    let lines = [headings.iter().collect::<Vec<_>>().join(","), quoted.join(",")];
                    place.sheet("one.csv", lines.join("\n"));
                    let left = place.run(&format!("{} import one.csv --dry-run", noun.name));
                    let what = format!("{} {heading} {cell:?} {}", noun.name, left.err);
                    assert!([0, 4].contains(&left.code), "{what}");
                    for raw in ["constraint", "deserial", "NULL", "missing field", "invalid ", "expected "] {
                        // Of a mapping the words are those of TOML.
                        assert!(heading == "content" || !left.err.contains(raw), "{what}");
                    }
                    if left.code == 4 {
                        assert!(left.err.starts_with("one.csv:"), "{what}");
                    }
                }
            }
        }
    }
}
