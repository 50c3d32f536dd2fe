//! Somebody else's sheets, through a mapping.

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
    let made = ["areas made on the way: 2", "categories made on the way: 1: `age:old`", "points made on the way: 2"];
    made.iter().for_each(|made| assert!(told.contains(made), "{told}"));
    let rows = place.export("session");
    for row in [
        ",2022-03-16,POINT,MENTOR,01007,service-point,individual,email internet,,,,90,2,,age:old=2,,,,\"Ambronay: two\nlines\",",
        ",2022-03-17,POINT,OTHER,01007,phone,individual,,,,,,1,,,,,,Ambronay:,",
        ",2022-03-17,THIRD,MENTOR,01008,service-point,individual,safety,,,,15,1,,age:0-17=1,",
    ] {
        let names =
            [("POINT", "point", "s1"), ("THIRD", "point", "s2"), ("MENTOR", "person", "h1"), ("OTHER", "person", "h2")];
        let row =
            names.iter().fold(row.to_string(), |row, (word, noun, theirs)| row.replace(word, &called(noun, theirs)));
        assert!(rows.contains(&row), "{row}: {rows}");
    }
    assert_eq!(place.done("session import a.csv --map map.toml"), "sessions: 0 new, 0 changed, 3 same\n");
    place.sheet("a.csv", SHEET.replace("0.25;1;1", "0.25;3;1"));
    let told = place.done("session import a.csv --map map.toml");
    assert!(told.contains("`: Attendances: 1 → 3\n"), "{told}");
    assert!(told.ends_with("\nsessions: 0 new, 1 changed, 2 same\n"), "{told}");
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
    assert!(
        told.contains("map.toml:8: point: there is no column `plaice` in the sheet (did you mean place?)"),
        "{told}"
    );
    assert!(told.contains("map.toml:9: menton: there is no field `menton` (did you mean mentor?)"), "{told}");
    assert!(told.contains("create: there is no field `mentor`"), "{told}");
    place.sheet("map.toml", "sender = \n");
    assert!(place.refused("session import a.csv --map map.toml").starts_with("map.toml:1: not TOML"));
}

/// A mapping of a small sheet whose cells name points as somebody does.
const POINTS: &str = r#"
sender = "example.org"
[columns]
date = "day"
point = "where"
mode = { value = "phone" }
kind = { value = "individual" }
attendances = "people"
[create.point]
name = "where"
"#;

/// What a row is called that a register names only by an id of its own: the same wherever the register is read.
fn called(noun: &str, theirs: &str) -> String {
    let letter = if noun == "point" { "P" } else { "M" };
    let id = tukipont::file::id::of_sender(noun, "example.org", theirs);
    format!("{letter}-{}", &tukipont::file::id::show(id)[..8])
}

#[test]
fn what_is_there_already_is_found_before_anything_is_made() {
    let place = Place::small();
    place.done("point add P-3 --name Twin");
    place.done("point add P-4 --name twin");
    place.sheet("map.toml", POINTS);
    place
        .sheet("a.csv", "day,where,people\n2022-03-01,p-1,1\n2022-03-02,school,1\n2022-03-03,Saarijärven kirjasto,1\n");
    let told = place.done("session import a.csv --map map.toml");
    assert_eq!(told, "points made on the way: 1: `Saarijärven kirjasto`\nsessions: 3 new, 0 changed, 0 same\n");
    assert_eq!(place.done("session import a.csv --map map.toml"), "sessions: 0 new, 0 changed, 3 same\n");
    let rows = place.export("session");
    let made = called("point", "Saarijärven kirjasto");
    ["2022-03-01,P-1,", "2022-03-02,P-2,", &format!("2022-03-03,{made},")]
        .iter()
        .for_each(|row| assert!(rows.contains(row), "{rows}"));
    // Created with what `point add` fills in.
    let points = place.export("point");
    assert!(points.contains(&format!("{made},Saarijärven kirjasto,staffed,open,")), "{points}");
    // Known by the sender's word for it, though it is called otherwise now.
    place.done(&format!("point edit {made} --name Kirjasto"));
    place.done(&format!("point rename {made} K-1"));
    assert_eq!(place.done("session import a.csv --map map.toml"), "sessions: 0 new, 0 changed, 3 same\n");
    place.sheet("a.csv", "day,where,people\n2022-03-01,Twin,1\n");
    let told = place.refused("session import a.csv --map map.toml");
    assert!(told.contains("where: Twin: more than one point is called `Twin`"), "{told}");
}

#[test]
fn two_of_one_name_in_a_sheet_stay_two() {
    let place = Place::small();
    place.sheet("map.toml", POINTS.replace("name = \"where\"", "name = \"name\""));
    // The name of one is the sender's word for another.
    place.sheet("a.csv", "day,where,name,people\n2022-03-01,a,Hall,1\n2022-03-02,b,Hall,1\n2022-03-03,Hall,Third,1\n");
    let told = place.done("session import a.csv --map map.toml");
    assert_eq!(told, "points made on the way: 3: `Hall`, `Hall`, `Third`\nsessions: 3 new, 0 changed, 0 same\n");
    let rows = place.export("session");
    for (day, theirs) in [("01", "a"), ("02", "b"), ("03", "Hall")] {
        assert!(rows.contains(&format!("2022-03-{day},{},", called("point", theirs))), "{rows}");
    }
    let many: String = (0..9).map(|row| format!("2022-04-01,c{row},New,1\n")).collect();
    place.sheet("a.csv", format!("day,where,name,people\n{many}"));
    assert!(place.done("session import a.csv --map map.toml").starts_with("points made on the way: 9\n"));
}

#[test]
fn faults_of_a_mapping_are_told_as_its_own() {
    let place = Place::small();
    place.sheet("a.csv", "day,where,people\n2022-03-01,P-1,1\n");
    let told_of = |map: &str| {
        place.sheet("map.toml", map);
        place.refused("session import a.csv --map map.toml")
    };
    let told = told_of(&POINTS.replace("{ value = \"individual\" }", "\"individual\""));
    assert!(
        told.contains(
            "map.toml:7: kind: there is no column `individual` in the sheet (for a fixed value write \
             `kind = { value = \"individual\" }`)"
        ),
        "{told}"
    );
    assert!(told.contains("error: `map.toml` cannot be used; faults: 1; nothing was changed"), "{told}");
    assert!(told.contains("hint: mend the mapping and import the sheet again"), "{told}");
    let told = told_of(&POINTS.replace("{ value = \"phone\" }", "\"phone\""));
    assert!(told.contains("`mode = { value = \"phone\" }`"), "{told}");
    let told = told_of(&POINTS.replace("mode = { value = \"phone\" }\n", ""));
    assert!(
        told.starts_with("map.toml:3: no column is mapped to `mode` (every new row needs it (session): "),
        "{told}"
    );
    assert!(told.contains("faults: 1;") && told.contains("hint: mend the mapping"), "{told}");
    let told = told_of(&POINTS.replace("name = \"where\"", ""));
    assert!(told.starts_with("map.toml:9: create.point: no column is mapped to `name`"), "{told}");
    place.sheet("map.toml", b"sender = \"a\"\n# \xff\n");
    let told = place.refused("session import a.csv --map map.toml");
    assert!(told.starts_with("map.toml:2: the text is not in UTF-8"), "{told}");
    let left = place.run("session import a.csv --map .");
    assert_eq!(left.code, 1);
    assert!(left.err.starts_with("error: `.` is not an ordinary file\nhint: "), "{}", left.err);
}

#[test]
fn an_unknown_word_is_told_with_the_line_that_mends_it() {
    let place = Place::small();
    let map = r#"
sender = "example.org"
[columns]
date = "day"
point = "where"
mode = { value = "phone" }
kind = "how"
topics = { column = "themes", split = "," }
attendances = { value = "9" }
[tally]
"age:0-17" = "young"
"age:18-29" = "grown"
"#;
    place.sheet("map.toml", map);
    place
        .sheet("a.csv", "day;where;how;themes;young;grown\n2022-03-01;Nowhere;magányos;Omakanta,emial,two words;x;y\n");
    let told = place.refused("session import a.csv --map map.toml");
    for fault in [
        "where: Nowhere: there is no point `Nowhere` (`tukipont point list` shows what there is; with [create.point]",
        "(in the mapping: [values.kind] \"magányos\" = \"…\", possible: individual, group, one-off)",
        "(in the mapping: [values.topics] \"two words\" = \"…\")",
        "a.csv:2: young: x: `x` is not a whole number",
        "a.csv:2: grown: y: `y` is not a whole number",
        "hint: mend the sheet and import it again",
    ] {
        assert!(told.contains(fault), "{fault}\n{told}");
    }
    place.sheet("a.csv", "day;where;how;themes;young;grown\n2022-03-01;Libary;group;Omakanta;;\n");
    let told = place.refused("session import a.csv --map map.toml");
    assert!(told.contains("(did you mean P-1 (Library, staffed)? with [create.point] in the mapping"), "{told}");
    assert!(told.contains("[values.topics] \"Omakanta\" = \"…\""), "{told}");
}

#[test]
fn the_small_mapping_of_the_help_is_enough() {
    let place = Place::small();
    place.sheet("map.toml", "[columns]\nname = \"Nimi\"\n");
    place.sheet("a.csv", "Nimi\nKirjasto\n");
    let told = place.refused("point import a.csv --map map.toml");
    assert!(
        told.contains("no column is mapped to `kind`") && told.contains("no column is mapped to `status`"),
        "{told}"
    );
}

#[test]
fn every_example_is_a_mapping() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut read = 0;
    for room in std::fs::read_dir(folder).expect("the examples") {
        for file in std::fs::read_dir(room.expect("a room").path()).expect("a room") {
            let file = file.expect("a file").path();
            if file.extension().is_some_and(|end| end == "toml") {
                let text = std::fs::read_to_string(&file).expect("a text");
                let mapping = tukipont::sheet::mapping::Mapping::read(&file.display().to_string(), &text);
                assert!(mapping.is_ok_and(|mapping| !mapping.columns.is_empty()), "{}", file.display());
                read += 1;
            }
        }
    }
    assert!(read >= 4, "{read}");
}

#[test]
fn a_first_mapping_is_written_and_held_to_later_sheets() {
    let place = Place::new("hu");
    let text = "Név;Státusz;Telephon;\"Egy \"\"idézet\"\"\";Nap\nMinta Éva;aktív;06 30 000 0000;x;\nMinta Pál;aktív;;;2026-01-01\n";
    place.sheet("a.csv", text);
    place.done("mapping new person a.csv -o map.toml");
    assert_eq!(place.run("mapping new person a.csv -o map.toml").code, 1, "it is there already");
    let map = std::fs::read_to_string(place.path("map.toml")).expect("the mapping");
    for line in [
        "noun = \"person\"\n",
        "\nname = \"Név\"  # Minta Éva\n",
        "\nphone = \"Telephon\"  # a guess; 06 30 000 0000\n",
        "\n# left = \"…\"\n",
        "\nstatus = \"Státusz\"  # a guess; aktív\n",
        "\n#   \"Egy \\\"idézet\\\"\"  (x)\n",
        "\n#   \"Nap\"  (2026-01-01)\n",
    ] {
        assert!(map.contains(line), "{line}: {map}");
    }
    // Looked over by a person, it is a mapping.
    place.done("person import a.csv --map map.toml");
    let told = place.done("mapping check map.toml a.csv");
    assert!(told.contains("makes nothing: `Egy \"idézet\"`, `Nap`\n") && told.contains("fits"), "{told}");
    place.sheet("c.toml", map.replace("noun = \"person\"", "noun = \"persno\""));
    let told = place.refused("mapping check c.toml a.csv");
    assert!(told.contains(": noun: there is no field `persno` (did you mean person?)"), "{told}");
    place.sheet("b.csv", text.replace("Telephon", "Telefon"));
    let told = place.refused("mapping check map.toml b.csv");
    assert!(told.contains("there is no column `Telephon` in the sheet (did you mean Telefon?)"), "{told}");
    assert!(told.contains("makes nothing: `Telefon`, "), "{told}");
}

#[test]
fn one_column_is_cut_and_another_is_chosen_by_what_the_row_says() {
    let place = Place::small();
    place.sheet(
        "map.toml",
        r#"
sender = "example.org"
noun = "point"
id = "nr"
[columns]
name = { template = "{name} ({kind})" }
kind = { value = "staffed" }
status = { value = "open" }
postcode = { column = "place", before = " " }
address = { column = "place", after = " " }
website = { column = "about", after = "web: ", before = ";" }
phone = ["office", { column = "mobile", when = { public = ["yes", "y"] } }, { value = "+36 1 999 9999", when = { kind = "hall" } }]
[values.phone]
"none" = ""
[except]
kind = ["closed", "moved"]
"#,
    );
    let sheet = "nr,name,kind,place,about,office,mobile,public\n\
                 1,One,library,5900 Fő tér 1,x; web: one.example;y,+36 1 111 1111,+36 20 1111111,yes\n\
                 2,Two,library,5901 Fő tér 2,web: two.example,,+36 20 2222222,y\n\
                 3,Three,hall,5902 Fő tér 3,,none,+36 20 3333333,no\n\
                 4,Four,school,5903 Fő tér 4,,,+36 20 4444444,\n\
                 5,Five,closed,5904,,,,\n";
    place.sheet("a.csv", sheet);
    let told = place.done("point import a.csv --map map.toml");
    assert_eq!(told, "rows that the mapping leaves out: 1\npoints: 4 new, 0 changed, 0 same\n");
    let rows = place.run("point list --fields name,postcode,address,website,phone --sort name --format csv").out;
    let is = "name,postcode,address,website,phone\n\
              Four (school),5903,Fő tér 4,,\nLibrary,,,,\n\
              One (library),5900,Fő tér 1,one.example,+3611111111\nSchool,,,,\n\
              Three (hall),5902,Fő tér 3,,+3619999999\n\
              Two (library),5901,Fő tér 2,two.example,+36202222222\n";
    assert_eq!(rows, is);

    // A cell that does not hold what the value stands behind is no value.
    place.sheet("a.csv", "nr,name,kind,place,about,office,mobile,public\n6,Six,hall,5905,,,,\n");
    let told = place.refused("point import a.csv --map map.toml");
    assert!(
        told.starts_with("a.csv:2: place: 5905: `5905` does not hold ` `, behind which the value stands"),
        "{told}"
    );
}

#[test]
fn what_a_mapping_cannot_mean_is_told_at_its_line() {
    let place = Place::small();
    place.sheet("a.csv", "nr,name\n1,One\n");
    for (rule, said) in [
        ("name = []", "map.toml:2: name: "),
        ("name = [\"name\", 5.5]", "map.toml:2: name: `name` is written { }"),
        ("name = { column = \"name\", after = \"\" }", "map.toml:2: after: "),
        ("name = { column = \"name\", when = \"x\" }", "map.toml:2: when: `when` is written { }"),
        ("name = { column = \"name\", when = { other = \"x\" } }", "map.toml:2: name: there is no column `other`"),
        ("name = [\"nam\", \"neither\"]", "map.toml:2: name: there is no column `nam`"),
    ] {
        place.sheet("map.toml", format!("[columns]\n{rule}\n"));
        let told = place.refused("point import a.csv --map map.toml");
        assert!(told.starts_with(said), "{rule}: {told}");
    }
}

#[test]
fn a_sign_that_a_cell_lacks_says_nothing_where_another_rule_says_something() {
    let place = Place::small();
    place.sheet(
        "map.toml",
        "sender = \"x\"\nid = \"nr\"\n[columns]\nname = [{ column = \"label\", after = \"is \" }, \"label\"]\n\
         kind = [{ value = \"stafed\", when = { public = \"yes\" } }, { value = \"unstaffed\" }]\n\
         status = { value = \"open\" }\n",
    );
    place.sheet("a.csv", "nr,label,public\n1,it is One,no\n2,Two,\n");
    place.done("point import a.csv --map map.toml");
    let rows = place.run("point list --fields name,kind --sort name --format csv").out;
    assert!(rows.contains("One,unstaffed\n") && rows.contains("Two,unstaffed\n"), "{rows}");
    place.sheet("a.csv", "nr,label,public\n3,Three,yes\n");
    let told = place.refused("point import a.csv --map map.toml");
    assert!(told.starts_with("a.csv:2: kind: stafed: "), "{told}");
}
