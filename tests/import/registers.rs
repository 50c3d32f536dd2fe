//! Registers of places as their keepers publish them: hours by weekday, joined and coded cells, rows that nobody can read.

use super::run::Place;

/// The traps of a national register, in a few made-up lines.
const REGISTER: &str = "\u{feff}\"nr\",\"name\",\"street\",\"more\",\"town_code\",\"town\",\"lat\",\"lon\",\"mail\",\"tel\",\"mo\",\"tu\",\"sa\",\"roaming\",\"label\"\n\
    \"1\",\"Maison Exemple\",\"1 Rue de l'Essai\",,\"99001\",\"Exempleville\",46.1060711578546,5.8260084241619,\"contact@example.org\",\"04 00 00 00 00\",\"09:00 - 12:00 / 13:30 - 17:00\",\"09:00-12:00/13:30-17:00\",\"-\",\"Non\",\"Opened 01/09/2020\"\n\
    \"2\",\"Bus Exemple\",,,\"99002\",\"Essai-sur-Mer\",,,,\"0590 00 00 00\",,\"9h-12h 14h-16h30\",,\"Oui\",\n\
    \"3\",\"Heures Doubles\",\"2 Rue\nde l'Essai\",\"Étage 1\",\"99001\",\"Exempleville\",,,,,\"09:00 - 17:00 / 09:00 - 16:00\",,,\"Non\",\"Opened 13/13/2020\"\n\
    \"4\",\"Courrier Double\",,,,,,,\"a@example.org - b@example.org\",,,,,\"Non\",\n\
    \"5\",\"Fermée\",,,,,,,,,,,,\"Closed\",\n";

const MAPPING: &str = r#"
sender = "example.org"
noun = "point"
id = "nr"
empty = ["-"]
country = "fr"
days = "day-first"
[columns]
name = "name"
kind = "roaming"
status = { value = "open" }
area = "town_code"
address = { template = "{street} {more}" }
latitude = "lat"
longitude = "lon"
opened = { column = "label", after = "Opened " }
phone = "tel"
email = "mail"
[columns.opening_hours]
Mo = "mo"
Tu = ["tu"]
Sa = "sa"
[values.kind]
Oui = "mobile"
Non = "staffed"
[only]
roaming = ["Oui", "Non"]
[create.area]
name = "town"
kind = { value = "municipality" }
"#;

fn place() -> Place {
    let place = Place::new("none");
    place.sheet("map.toml", MAPPING);
    place.sheet("a.csv", REGISTER);
    place
}

#[test]
fn a_register_becomes_points_and_what_cannot_be_read_is_put_aside() {
    let place = place();
    let told = place.refused("point import a.csv --map map.toml");
    for fault in [
        "a.csv:4: mo: 09:00 - 17:00 / 09:00 - 16:00: `09:00 - 17:00 / 09:00 - 16:00` are no opening hours of a day",
        "a.csv:4: label: Opened 13/13/2020: `13/13/2020` is not a day of the calendar",
        "a.csv:6: mail: a@example.org - b@example.org: `a@example.org - b@example.org` is not an e-mail address",
        "error: `a.csv` was not taken; faults: 3; nothing was changed",
    ] {
        assert!(told.contains(fault), "{fault}\n{told}");
    }
    let told = place.done("point import a.csv --map map.toml --rejects bad.csv");
    assert!(told.contains("a.csv:4: mo:") && told.contains("rows that were not taken: 2"), "{told}");
    assert!(told.contains("rows that the mapping leaves out: 1\n"), "{told}");
    assert!(told.ends_with("points: 2 new, 0 changed, 0 same\n"), "{told}");
    let fields = "name,kind,area,address,latitude,opened,opening_hours,phone,email";
    let rows = place.run(&format!("point list --sort name --format csv --fields {fields}")).out;
    let rows: Vec<&str> = rows.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "Bus Exemple,mobile,99002,,,,\"Tu 09:00-12:00,14:00-16:30\",+590590000000,",
            "Maison Exemple,staffed,99001,1 Rue de l'Essai,46106071,2020-09-01,\"Mo-Tu 09:00-12:00,13:30-17:00\",+33400000000,contact@example.org",
        ]
    );
    // What was put aside stands there as it came, with the reason; mended, it is taken.
    let bad = std::fs::read_to_string(place.path("bad.csv")).expect("the rejects");
    assert!(
        bad.starts_with("nr,name,street,") && bad.lines().next().is_some_and(|line| line.ends_with(",#why")),
        "{bad}"
    );
    assert!(
        bad.contains("\"2 Rue\nde l'Essai\"") && bad.contains("mail: `a@example.org - b@example.org` is not"),
        "{bad}"
    );
    let mended =
        bad.replace(" / 09:00 - 16:00,", ",").replace("Opened 13/13/2020", "").replace(" - b@example.org,", ",");
    place.sheet("bad.csv", mended);
    assert_eq!(place.done("point import bad.csv --map map.toml"), "points: 2 new, 0 changed, 0 same\n");
    // Nothing that is there is written over, unless somebody says so.
    assert_eq!(place.run("point import a.csv --map map.toml --rejects bad.csv").code, 1);
    let told = place.done("point import a.csv --map map.toml --rejects bad.csv --force");
    assert!(told.ends_with("points: 0 new, 0 changed, 2 same\n"), "{told}");
}

#[test]
fn a_dry_run_writes_no_rejects() {
    let place = place();
    let told = place.done("point import a.csv --map map.toml --rejects bad.csv --dry-run");
    assert!(told.contains("rows that would not be taken: 2") && told.contains("points: 2 new"), "{told}");
    assert!(!place.path("bad.csv").exists());
    assert_eq!(place.export("point").lines().count(), 1);
}

#[test]
fn a_fault_that_is_no_row_s_puts_nothing_aside() {
    let place = place();
    place.sheet("map.toml", MAPPING.replace("\"lat\"", "\"latt\""));
    let told = place.refused("point import a.csv --map map.toml --rejects bad.csv");
    assert!(told.contains("there is no column `latt` in the sheet") && !place.path("bad.csv").exists(), "{told}");
    // Nor does a sheet that cannot be read from a line on.
    place.sheet("map.toml", MAPPING);
    for rest in [&b"\"6\",\"Never closed\n"[..], b"\"6\",\"\xFF\"\n"] {
        place.sheet("c.csv", [REGISTER.as_bytes(), rest].concat());
        let told = place.refused("point import c.csv --map map.toml --rejects bad.csv");
        assert!(told.contains("nothing was changed") && !place.path("bad.csv").exists(), "{told}");
    }
    assert_eq!(place.export("point").lines().count(), 1);
    place.sheet("map.toml", MAPPING.replace("Mo = \"mo\"", "Monday = \"mo\""));
    assert!(place.refused("point import a.csv --map map.toml").contains("`Monday`"));
}

#[test]
fn a_sheet_of_one_s_own_columns_is_mended_and_read_once_more() {
    let place = Place::small();
    place.sheet("a.csv", "name,status,phone\nMinta Egy,active,+36300000001\nMinta Kettő,aktive,06\n");
    let told = place.done("person import a.csv --rejects bad.csv");
    assert!(told.contains("people: 1 new"), "{told}");
    let bad = std::fs::read_to_string(place.path("bad.csv")).expect("the rejects");
    place.sheet("bad.csv", bad.replace("aktive,06,", "active,+36300000002,"));
    assert_eq!(place.done("person import bad.csv"), "people: 1 new, 0 changed, 0 same\n");
}
