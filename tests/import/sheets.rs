//! Sheets as they come, and what is said of them.

use super::run::Place;

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
        "bad.csv:4: point: P-9: there is no point `P-9` (did you mean P-1 (Library",
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
        told_of("date,poin\n1.1.2022,P-1\n")
            .contains("bad.csv:1: poin: there is no field `poin` (did you mean point?)")
    );
    let told = told_of("date,point\n2022-01-01,P-1\n");
    assert!(
        told.starts_with("bad.csv:1: the sheet has no column `mode`, which every new row needs (session)"),
        "{told}"
    );
    assert!(told.contains("bad.csv:1: the sheet has no column `attendances`") && told.contains("faults: 3;"), "{told}");
    let told = told_of(&format!("{head}2022-03-01,P-1,phone,individual,1,,,,,surplus\n"));
    assert!(told.contains("bad.csv:2: surplus: a cell too many: the headings name 9 columns"), "{told}");
    let told = told_of(&format!("{head}2022-03-01,P-1,phone,individual,1,,,,\n2022-03-01,P-1,\"phone,x\ny\nz\n"));
    assert!(told.contains("bad.csv:3: phone,x: a quotation mark opens here and is never closed"), "{told}");
    let told = told_of(&format!("{head}\"2022-03-01\",\"P-1\",\"{}\"\n", "x".repeat(70_000)));
    assert!(told.contains("bad.csv:2: mode: xxx") && told.contains("longer than 65,536 bytes"), "{told}");
    place.sheet("bad.csv", b"date,point\n2022-01-01,P\xff\n");
    assert!(place.refused("session import bad.csv").contains("bad.csv:2: the text is not in UTF-8"));
    place.sheet("bad.csv", b"\xff\xfed\0a\0");
    assert!(place.refused("session import bad.csv").contains("`da`"));
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
    assert_eq!(
        place.done("point import some.csv"),
        "changed: point `P-1`: Postcode: 5900 → –; Website: – → https://example.org\n\
         points: 0 new, 1 changed, 1 same\n"
    );
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
    // It only says again what it had said, and somebody has removed it here.
    assert!(told.contains("sessions that were removed here and stay so: 1"), "{told}");
    assert_eq!(place.export("session").lines().count(), rows.lines().count() - 1);
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
        "person add M-1 --name Minta --languages hu --organisation KVT --status active",
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

#[test]
fn a_row_without_an_id_is_the_same_however_its_sheet_is_laid_out() {
    let place = Place::small();
    place.sheet(
        "a.csv",
        "date,point,mode,kind,attendances,topics,tally\n\
         2022-03-15,P-1,phone,individual,1,email safety,age:0-17 sex:female\n",
    );
    assert_eq!(place.done("session import a.csv"), "sessions: 1 new, 0 changed, 0 same\n");
    for same in [
        // columns in another order
        "kind,date,tally,point,attendances,topics,mode\n\
         individual,2022-03-15,age:0-17 sex:female,P-1,1,email safety,phone\n",
        // an empty column more
        "date,point,note,mode,kind,attendances,topics,tally\n\
         2022-03-15,P-1,,phone,individual,1,email safety,age:0-17 sex:female\n",
        // the point by its name, the mode in other letters
        "date,point,mode,kind,attendances,topics,tally\n\
         2022-03-15,library,PHONE,individual,1,email safety,age:0-17 sex:female\n",
        // numbers, days and lists written otherwise
        "date,point,mode,kind,attendances,topics,tally\n\
         15.3.2022,p-1,phone,individual,01,\"safety,email\",sex:female=1 age:0-17=01\n",
    ] {
        place.sheet("a.csv", same);
        assert_eq!(place.done("session import a.csv"), "sessions: 0 new, 0 changed, 1 same\n", "{same}");
    }
    place.sheet("a.csv", "date,point,mode,kind,attendances\n2022-03-01,P-1,phone,individual,1\n");
    assert_eq!(place.done("session import a.csv"), "sessions: 1 new, 0 changed, 0 same\n");
}

#[test]
fn a_dry_run_leaves_every_byte_as_it_is() {
    let place = Place::small();
    let head = "date,point,mode,kind,attendances,note\n";
    let rows = |count: usize| -> String {
        // So many that they do not fit in memory and are written before they are taken back.
        (0..count).map(|row| format!("2022-03-01,P-1,phone,individual,1,note {row} {}\n", "x".repeat(300))).collect()
    };
    place.sheet("few.csv", format!("{head}{}", rows(2)));
    place.sheet("many.csv", format!("{head}{}", rows(12_000)));
    place.sheet("bad.csv", format!("{head}2022-02-30,P-9,phone,individual,1,\n"));
    place.sheet("points.csv", "code,name,kind,status\nP-1,Other,staffed,open\nP-5,New,staffed,open\n");
    let bytes = || std::fs::read(place.path("network.db")).expect("the file");
    let before = bytes();
    for (line, code) in [
        ("session import few.csv --dry-run", 0),
        ("session import many.csv --dry-run", 0),
        ("session import bad.csv --dry-run", 4),
        ("point import points.csv --dry-run", 0),
    ] {
        assert_eq!(place.run(line).code, code, "{line}");
        assert!(bytes() == before, "{line}");
    }
}

#[test]
fn an_empty_cell_that_must_have_a_value_is_one_fault_of_new_and_known_rows() {
    let place = Place::small();
    place.done("session add --date 2026-01-01 --point P-1 --mode phone --kind individual --attendances 1");
    let id = place.export("session").lines().nth(1).and_then(|line| line.split(',').next()).expect("an id").to_string();
    let told_of = |noun: &str, sheet: String| {
        place.sheet("bad.csv", sheet);
        place.refused(&format!("{noun} import bad.csv"))
    };
    for id in [id.as_str(), ""] {
        let told = told_of("session", format!("id,date,point,mode,kind,attendances,note\n{id},,,,,,x\n"));
        for column in ["date", "point", "mode", "kind", "attendances"] {
            let fault = format!("bad.csv:2: {column}: {column} must have a value (session)");
            assert!(told.contains(&fault), "{fault}\n{told}");
        }
        assert!(told.contains("faults: 5;"), "{told}");
    }
    for code in ["P-1", "P-9"] {
        let told = told_of("point", format!("code,name,kind,status\n{code},,,\n"));
        for column in ["name", "kind", "status"] {
            assert!(told.contains(&format!("bad.csv:2: {column}: {column} must have a value (point)")), "{told}");
        }
    }
    let told = told_of("area", "code,name,kind\n,A,county\n".to_string());
    assert!(
        told.starts_with("bad.csv:2: code: code must have a value (area)") && told.contains("faults: 1;"),
        "{told}"
    );
    let told = told_of("area", "name\nA\nB\n".to_string());
    assert!(told.starts_with("bad.csv:1: the sheet has no column `code`") && told.contains("faults: 2;"), "{told}");
    // A sheet of rows that are there may have only some of the columns.
    place.sheet("some.csv", format!("id,note\n{id},hello\n"));
    let told = place.done("session import some.csv");
    assert!(told.ends_with("`: Note: – → hello\nsessions: 0 new, 1 changed, 0 same\n"), "{told}");
}

#[test]
fn a_row_with_one_fault_is_held_to_all_other_rules() {
    let place = Place::small();
    place.sheet(
        "bad.csv",
        "date,point,mode,kind,attendances,returning\n2022-02-30,P-9,phone,alone,1,3,surplus\n2022-03-01,P-1,,,0,1\n",
    );
    let told = place.refused("session import bad.csv");
    for fault in [
        "bad.csv:2: surplus: a cell too many",
        "bad.csv:2: date: 2022-02-30: ",
        "bad.csv:2: point: P-9: ",
        "bad.csv:2: kind: alone: ",
        "bad.csv:2: returning: 3: more returning (3) than attendances (1)",
        "bad.csv:3: mode: mode must have a value",
        "bad.csv:3: kind: kind must have a value",
        "bad.csv:3: attendances: 0: ",
        "faults: 8;",
    ] {
        assert!(told.contains(fault), "{fault}\n{told}");
    }
}

#[test]
fn somebody_else_s_headings_are_one_fault() {
    let place = Place::small();
    place.sheet("bad.csv", "Kelte;Hol;Ki;Hogyan;Alkalom;Hányan;Meddig\n");
    let told = place.refused("session import bad.csv");
    let first = told.lines().next().unwrap_or_default();
    assert!(first.starts_with("bad.csv:1: headings that are no fields (session): `Kelte`, `Hol`, `Ki`, "), "{told}");
    assert!(first.contains("--map FILE") && told.contains("faults: 1;"), "{told}");
}

#[test]
fn a_text_has_one_limit_wherever_it_comes_from() {
    let place = Place::small();
    let long = format!("--note={}", "x".repeat(70_000));
    let words = ["tukipont", "--db", "", "session", "add", "--date=2026-01-02", "--point=P-1", "--mode=phone"];
    let more = ["--kind=individual", "--attendances=1", long.as_str()];
    let mut words: Vec<_> = words.iter().chain(&more).map(std::ffi::OsString::from).collect();
    words[2] = place.path("network.db").into_os_string();
    let left = place.words(words, "");
    assert_eq!(left.code, 4);
    assert!(left.err.contains("--note: a text is longer than 65,536 bytes"), "{}", left.err);
    assert_eq!(place.export("session").lines().count(), 1);
}

#[test]
fn a_folder_is_taken_sheet_by_sheet() {
    let place = Place::small();
    let folder = place.path("sent");
    std::fs::create_dir(&folder).expect("a folder");
    let head = "date,point,mode,kind,attendances\n";
    for (name, text) in [
        ("a.csv", format!("{head}2026-03-01,P-1,phone,individual,1\n")),
        ("b.csv", format!("{head}2026-02-30,P-1,phone,individual,1\n")),
        ("c.TSV", format!("{head}2026-03-03,P-2,phone,individual,1\n").replace(',', "\t")),
        ("letter.docx", "no sheet".to_string()),
    ] {
        std::fs::write(folder.join(name), text).expect("a sheet");
    }
    let line = format!("session import {}", folder.display());
    let left = place.run(&line);
    assert_eq!(left.code, 4, "{}", left.err);
    assert!(left.err.contains("b.csv:2: date: 2026-02-30") && left.err.contains("nothing was changed"), "{}", left.err);
    assert!(left.err.ends_with("sheets taken: 2, refused: 1\n"), "{}", left.err);
    assert_eq!(place.export("session").lines().count(), 3);
    // Once more, and what was taken is known.
    std::fs::write(folder.join("b.csv"), format!("{head}2026-02-28,P-1,phone,individual,1\n")).expect("a sheet");
    let told = place.done(&line);
    assert!(told.matches("0 new, 0 changed, 1 same").count() == 2 && told.contains("1 new"), "{told}");
    assert_eq!(place.run(&format!("{line} --explain")).code, 2);
    let empty = place.path("empty");
    std::fs::create_dir(&empty).expect("a folder");
    assert_eq!(place.run(&format!("session import {}", empty.display())).code, 1);
}

/// A guard against formulas is taken off whatever stands between the cells, and from rows that were put aside too.
#[test]
fn guards_are_taken_off_wherever_the_headings_show_them() {
    let row = |sign: &str, day: &str| [day, "P-1", "phone", "egyéni", "1", "'=1+1"].join(sign) + "\n";
    for sign in [",", ";", "\t"] {
        let place = Place::small();
        let head = ["Dátum", "Pont", "Mód", "Fajta", "Részvétel", "Megjegyzés"].join(sign) + "\n";
        place.sheet("a.csv", format!("{head}{}{}", row(sign, "2026-03-15"), row(sign, "2026-02-30")));
        place.done("session import a.csv --rejects r.csv");
        let aside = std::fs::read_to_string(place.path("r.csv")).expect("the rows");
        assert!(aside.contains("'=1+1"), "{aside}");
        place.sheet("r.csv", aside.replace("2026-02-30", "2026-03-16"));
        place.done("session import r.csv");
        let rows = place.run("session list --format csv --sort date --fields date,note").out;
        assert_eq!(rows, "date,note\n2026-03-15,=1+1\n2026-03-16,=1+1\n", "{sign:?}");
    }
}
