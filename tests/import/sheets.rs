//! Sheets as they come, and what is said of them.

use super::run::Place;

const MAPPING: &str = r#"
sender = "example.org"
noun = "session"
id = "nr"
empty = ["null", "{}"]
[columns]
date = { column = "held", cut = "day" }
point = "place"
mentor = "helper"
area = "town_code"
mode = "channel"
kind = { value = "individual" }
topics = { column = "themes", split = "," }
minutes = { column = "hours", unit = "hours" }
attendances = "people"
note = { template = "{town}: {remark}" }
[values.mode]
desk = "service-point"
[values.topics]
"b c" = "email"
[tally]
"age:0-17" = "young"
"age:old" = "old"
[create.point]
name = "place_name"
kind = { value = "staffed" }
status = { value = "open" }
[create.mentor]
name = { template = "Helper {helper}" }
kind = { value = "employee" }
status = { value = "active" }
[create.area]
name = "town"
kind = { value = "municipality" }
[[create.category]]
code = "age:old"
label_en = "old"
"#;

const SHEET: &str =
    "\u{feff}nr;held;place;place_name;helper;town_code;town;channel;themes;hours;people;young;old;remark
1;2022-03-16 11:43:48.281;s1;Library;h1;01007;Ambronay;desk;\"{internet,\"\"b c\"\"}\";1,5;2;0;2;\"two
lines\";null;{}
;;;;;;;;;;;;;
2;2022-03-17;s1;Library;h2;01007;Ambronay;phone;{};null;1;0;0;null
3;2022-03-17;s2;Library;h1;01008;Ambutrix;desk;safety;0.25;1;1
";

#[test]
fn a_strangers_sheet_through_a_mapping() {
    let place = Place::new("none");
    place.sheet("map.toml", MAPPING);
    place.sheet("a.csv", SHEET);
    let dry = place.done("session import a.csv --map map.toml --dry-run");
    assert!(dry.contains("sessions: 3 new, 0 changed, 0 same\ndry run: nothing was changed"), "{dry}");
    assert_eq!(place.export("session").lines().count(), 1);
    let told = place.done("session import a.csv --map map.toml");
    let made = ["areas made on the way: 2", "categories made on the way: 1", "points made on the way: 2"];
    made.iter().for_each(|made| assert!(told.contains(made), "{told}"));
    let rows = place.export("session");
    assert!(rows.contains(
        ",2022-03-16,BEK-P1,BEK-M1,01007,service-point,individual,email internet,,,,90,2,,age:old=2,,,,\"Ambronay: two\nlines\","
    ), "{rows}");
    assert!(rows.contains(",2022-03-17,BEK-P1,BEK-M2,01007,phone,individual,,,,,,1,,,,,,Ambronay:,"), "{rows}");
    assert!(rows.contains(",BEK-P2,BEK-M1,01008,service-point,individual,safety,,,,15,1,,age:0-17=1,"), "{rows}");
    assert_eq!(place.done("session import a.csv --map map.toml"), "sessions: 0 new, 0 changed, 3 same\n");
    place.sheet("a.csv", SHEET.replace("0.25;1;1", "0.25;3;1"));
    assert_eq!(place.done("session import a.csv --map map.toml"), "sessions: 0 new, 1 changed, 2 same\n");
}

#[test]
fn a_mapping_that_cannot_be_meant() {
    let place = Place::new("none");
    place.sheet("a.csv", SHEET);
    let broken = MAPPING.replace("empty =", "emty =").replace("cut = \"day\"", "cut = \"hour\"");
    place.sheet("map.toml", broken);
    let told = place.refused("session import a.csv --map map.toml");
    assert!(told.contains("map.toml:5: emty: there is no field `emty` (did you mean empty?)"), "{told}");
    assert!(told.contains("map.toml:7: cut: `hour` is not possible here (possible: day)"), "{told}");
    place.sheet("map.toml", MAPPING.replace("\"place\"", "\"plaice\"").replace("mentor =", "menton ="));
    let told = place.refused("session import a.csv --map map.toml");
    assert!(told.contains("map.toml:8: point: there is no field `plaice` (did you mean place?)"), "{told}");
    assert!(told.contains("map.toml:9: menton: there is no field `menton` (did you mean mentor?)"), "{told}");
    assert!(told.contains("create: there is no field `mentor`"), "{told}");
    place.sheet("map.toml", "sender = \n");
    assert!(place.refused("session import a.csv --map map.toml").starts_with("map.toml:1: not TOML"));
}

#[test]
fn every_fault_is_told_at_once_and_nothing_is_taken() {
    let place = Place::small();
    let told_of = |sheet: &str| {
        place.sheet("bad.csv", sheet);
        place.refused("session import bad.csv")
    };
    let head = "date,point,mode,kind,attendances,returning,minutes,topics,tally\n";
    let told = told_of(&format!(
        "{head}2022-02-30,P-1,phone,individual,1,,25:00,,\n\
         2022-03-01,P-1,phone,individual,1,,30,email,\n\
         2022-03-01,P-9,phone,individual,1,,,emial,\n\
         2022-03-01,P-1,phone,alone,1,,,,\n\
         2022-03-01,P-1,phone,group,2,3,,,\n\
         2022-03-01,P-1,phone,group,2,1,,,age:0-17=3\n\
         ,P-1,phone,individual,1,,,,\n"
    ));
    for fault in [
        "bad.csv:2: date: 2022-02-30: `2022-02-30` is not a day of the calendar (write",
        "bad.csv:2: minutes: 25:00: `25:00` is more than a day",
        "bad.csv:4: point: P-9: there is no point `P-9` (did you mean P-2 (School",
        "bad.csv:4: topics: emial: there is no `emial` in the list `topic` (did you mean email",
        "bad.csv:5: kind: alone: `alone` is not possible here (possible: individual, group, one-off)",
        "bad.csv:6: returning: 3: more returning (3) than attendances (2)",
        "bad.csv:7: tally: age:0-17=3: the tally of `age` adds up to more (3) than the attendances (2)",
        "bad.csv:8: date: date must have a value (session)",
        "error: `bad.csv` was not taken; faults: 8; nothing was changed",
    ] {
        assert!(told.contains(fault), "{fault}\n{told}");
    }
    assert_eq!(place.export("session").lines().count(), 1);
    assert!(
        told_of("date,pont\n1.1.2022,P-1\n")
            .contains("bad.csv:1: pont: there is no field `pont` (did you mean point?)")
    );
    let told = told_of("date,point\n2022-01-01,P-1\n");
    assert!(told.contains("mode must have a value") && told.contains("attendances must have a value"), "{told}");
    let told = told_of(&format!("{head}2022-03-01,P-1,phone,individual,1,,,,,surplus\n"));
    assert!(told.contains("bad.csv:2: surplus: a cell too many: the headings name 9 columns"), "{told}");
    let told = told_of(&format!("{head}2022-03-01,P-1,phone,individual,1,,,,\n2022-03-01,P-1,\"phone,x\ny\nz\n"));
    assert!(told.contains("bad.csv:3: phone,x: a quotation mark opens here and is never closed"), "{told}");
    let told = told_of(&format!("{head}\"2022-03-01\",\"P-1\",\"{}\"\n", "x".repeat(70_000)));
    assert!(told.contains("bad.csv:2: mode: xxx") && told.contains("longer than 65,536 bytes"), "{told}");
    place.sheet("bad.csv", b"date,point\n2022-01-01,P\xff\n");
    assert!(place.refused("session import bad.csv").contains("bad.csv:2: the text is not in UTF-8"));
    place.sheet("bad.csv", b"PK\x03\x04....");
    assert!(place.refused("session import bad.csv").contains("workbook"));
    place.sheet("bad.csv", b"\xff\xfed\0a\0");
    assert!(place.refused("session import bad.csv").contains("UTF-16"));
    assert!(told_of("").contains("the sheet is empty"));
    assert_eq!(place.run("session import nowhere.csv").code, 1);
    let left = place.run_with("session import -", &format!("{head}2022-03-01,P-1,phone,individual,1,,,,\n"));
    assert_eq!((left.code, left.err.as_str()), (0, "sessions: 1 new, 0 changed, 0 same\n"));
}

#[test]
fn codes_used_twice_and_empty_names() {
    let place = Place::small();
    place.sheet("bad.csv", "code,name,kind,status\nP-7,A,staffed,open\np-7,B,staffed,open\nP-8,,staffed,open\n");
    let told = place.refused("point import bad.csv");
    assert!(told.contains("bad.csv:3: p-7: the same row stands in line 2 already"), "{told}");
    assert!(told.contains("bad.csv:4: name: name must have a value (point)"), "{told}");
    assert!(!place.export("point").contains("P-7"));
}

#[test]
fn only_the_columns_of_the_sheet_are_touched() {
    let place = Place::small();
    place.done("point edit P-1 --postcode 5900 --address Street");
    place.sheet("some.csv", "code,postcode,website\nP-1,,https://example.org\nP-2,,\n");
    assert_eq!(place.done("point import some.csv"), "points: 0 new, 1 changed, 1 same\n");
    let points = place.export("point");
    assert!(
        points.contains("P-1,Library,staffed,open,,Street,,") && points.contains("https://example.org"),
        "{points}"
    );
}

#[test]
fn rows_without_an_id_count_once_however_often_they_come() {
    let place = Place::small();
    let head = "date,point,mode,kind,attendances\n";
    let row = "2022-03-01,P-1,phone,individual,1\n";
    place.sheet("a.csv", format!("{head}{row}{row}"));
    assert_eq!(place.done("session import a.csv"), "sessions: 2 new, 0 changed, 0 same\n");
    place.sheet("a.csv", format!("{head}{row}2022-03-02,P-2,phone,individual,1\n{row}{row}").replace(',', ";"));
    assert_eq!(place.done("session import a.csv"), "sessions: 2 new, 0 changed, 2 same\n");
    let rows = place.export("session");
    let id = rows.lines().nth(1).and_then(|line| line.split(',').next()).unwrap_or_default();
    place.done(&format!("session remove {id}"));
    let told = place.done("session import a.csv");
    assert!(told.contains("sessions that had been removed and are back: 1"), "{told}");
    assert_eq!(place.export("session"), rows);
}

#[test]
fn parents_may_stand_further_down_but_not_in_a_circle() {
    let place = Place::new("none");
    let head = "code,name,kind,parent\n";
    place.sheet("a.csv", format!("{head}c,C,municipality,b\nb,B,county,A land\na,A land,country,\n"));
    assert_eq!(place.done("area import a.csv"), "areas: 3 new, 0 changed, 0 same\n");
    place.sheet("b.csv", format!("{head}y,Y,county,x\nx,X,county,y\n"));
    assert!(place.refused("area import b.csv").contains("would stand under itself"));
    place.sheet("b.csv", format!("{head}a,A land,country,c\n"));
    assert!(place.refused("area import b.csv").contains("would stand under itself"));
}

#[test]
fn what_is_exported_comes_back_the_same() {
    let place = Place::new("hu");
    let lines = [
        "organisation add KVT --name Library --sector library --area Orosháza",
        "organisation add KVT-A --name Annex --parent KVT",
        "point add P-1 --name Pont --area Orosháza --host KVT --modes phone --latitude 46.5",
        "person add M-1 --name Minta --status active --languages hu --organisation KVT",
        "assignment add --person M-1 --role mentor --point P-1 --since 2026-01-01",
        "category add topic:chess --label-en Chess --coarser topic:culture",
        "session add --date 2026-01-01 --point P-1 --mode phone --kind one-off --attendances 2 --tally sex:female",
    ];
    lines.iter().for_each(|line| drop(place.done(line)));
    let words = ["tukipont", "--db", "network.db", "session", "add", "--date=2026-01-02", "--point=P-1"];
    let more = ["--mode=home", "--kind=group", "--attendances=3", "--note= a \"quoted\",\r\nlong = note "];
    let mut words: Vec<_> = words.iter().chain(&more).map(std::ffi::OsString::from).collect();
    words[2] = place.path("network.db").into_os_string();
    assert_eq!(place.words(words, "").code, 0);
    let copy = Place::new("none");
    for noun in ["area", "category", "organisation", "point", "person", "assignment", "session"] {
        let sheet = place.export(noun);
        copy.sheet("sheet.csv", &sheet);
        copy.done(&format!("{noun} import sheet.csv"));
        assert_eq!(copy.export(noun), sheet, "{noun}");
        let rows = copy.run(&format!("{noun} list --format ndjson")).out.lines().count();
        let again = copy.done(&format!("{noun} import sheet.csv"));
        assert!(again.ends_with(&format!(": 0 new, 0 changed, {rows} same\n")), "{again}");
        copy.sheet("other.csv", sheet.replacen(',', ";", 0));
    }
}
