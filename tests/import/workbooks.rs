//! Workbooks in and out: typed cells stay what they are, every noun comes back as it was, faults name the workbook's rows.

use super::answers::{NUMBERS, TEXTS, answer_text, goes_round, number, owned};
use super::round_trip::{filled, text};
use super::run::Place;
use calamine::{Data, Reader, Xlsx, open_workbook};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use tukipont::nouns::NOUNS;
use zip::write::SimpleFileOptions;

/// A workbook made by hand: its sheets with their rows of XML, and whether its days are counted from 1904.
pub fn book(sheets: &[(&str, &str)], is_1904: bool) -> Vec<u8> {
    let schema = "http://schemas.openxmlformats.org";
    let (mut listed, mut related, mut parts) = (String::new(), String::new(), Vec::new());
    for (place, (name, rows)) in sheets.iter().enumerate() {
        let at = place + 1;
        let (name, state) = match name.strip_prefix('-') {
            Some(name) => (name, " state=\"hidden\""),
            None => (*name, ""),
        };
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>");
        related += &format!(
            "<Relationship Id=\"rId{at}\" Type=\"{schema}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
        let sheet =
            format!("<worksheet xmlns=\"{schema}/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let days = if is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let workbook = format!(
        "<workbook xmlns=\"{schema}/spreadsheetml/2006/main\" xmlns:r=\"{schema}/officeDocument/2006/relationships\">{days}<sheets>{listed}</sheets></workbook>"
    );
    let relationships =
        |inner: &str| format!("<Relationships xmlns=\"{schema}/package/2006/relationships\">{inner}</Relationships>");
    let root = format!(
        "<Relationship Id=\"rId1\" Type=\"{schema}/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
    );
    // Kinds of cells: plain, a day, a time, a duration, two of a month.
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-40E]yyyy\\.\\ mmmm;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/><xf numFmtId=\"17\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    parts.extend([
        ("[Content_Types].xml".to_string(), "<Types/>".to_string()),
        ("_rels/.rels".to_string(), relationships(&root)),
        ("xl/workbook.xml".to_string(), workbook),
        ("xl/_rels/workbook.xml.rels".to_string(), relationships(&related)),
        ("xl/styles.xml".to_string(), styles.to_string()),
    ]);
    parts.rotate_left(sheets.len());
    archive(&parts)
}

/// An archive of these parts.
pub fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A row of texts.
fn texts(row: u32, cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("<row r=\"{row}\">{}</row>", cells.iter().map(cell).collect::<String>())
}

/// The headings of a sheet of sessions, and what stands in every row of one.
const HEADINGS: [&str; 6] = ["date", "point", "mode", "kind", "attendances", "note"];

/// A row of a session with these cells for the day, the attendances and the note.
fn session(row: u32, date: &str, attendances: &str, note: &str) -> String {
    let rest = texts(row, &["P-1", "phone", "individual"]);
    let rest = rest.split_once('>').expect("a row").1.trim_end_matches("</row>");
    format!("<row r=\"{row}\">{date}{rest}{attendances}{note}</row>")
}

const DAY: &str = "<c s=\"1\"><v>46100</v></c>";
const ONE: &str = "<c><v>1</v></c>";

#[test]
fn every_noun_comes_back_as_it_was_in_every_language() {
    let place = Place::new("fi");
    place.sheet("orgs.csv", "code,name,kind\nO-1,=SUM(1),\n");
    place.sheet(
        "points.csv",
        "code,name,kind,status,latitude,longitude,opened\nP-1,'Library,staffed,open,47.273944,20.0,1899-12-31\nP-2,007,staffed,open,,,2024-02-29\n",
    );
    place.sheet("people.csv", "code,name,kind,status,phone\n0012,Minta Mária,volunteer,active,+36300000000\n");
    place.sheet("assignments.csv", "person,point,role,since\n0012,P-1,mentor,1900-02-28\n");
    place.sheet(
        "sessions.csv",
        "date,point,mode,kind,attendances,minutes,tally,note\n1900-03-01,P-1,phone,individual,1,90,age:0-17,\"=1+1\nline\"\n9999-12-31,P-2,course,group,1000000,,,@x\n",
    );
    for noun in ["point", "person"] {
        place.done(&format!("{noun} import {}.csv", if noun == "person" { "people" } else { "points" }));
    }
    place.run("assignment import assignments.csv");
    place.run("session import sessions.csv");
    for language in ["en", "hu", "fi"] {
        place.done(&format!("workbook -o all.xlsx --force --lang {language}"));
        for noun in &NOUNS {
            place.done(&format!("{} export -o one.xlsx --force --lang {language}", noun.name));
            let count = place.export(noun.name).lines().count() - 1;
            for file in ["one", "all"] {
                let told = place.done(&format!("{} import {file}.xlsx", noun.name));
                assert!(told.contains(": 0 new, 0 changed, "), "{} {language}: {told}", noun.name);
                assert!(noun.name == "session" || count == 0 || !told.contains("changed, 0 same"), "{told}");
            }
        }
    }
    // The same content, the same bytes.
    place.done("workbook -o again.xlsx --lang fi");
    let read = |name: &str| std::fs::read(place.path(name)).expect("it is there");
    assert!(read("again.xlsx") == read("all.xlsx"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(place.path("all.xlsx")).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert!(place.run("workbook -o all.xlsx").err.contains("all.xlsx"), "never over another unasked");
}

#[test]
fn days_are_days_numbers_are_numbers_and_the_rest_is_text() {
    let place = Place::small();
    place.sheet("more.csv", "code,name,kind,status,phone\n0012,=1+1,volunteer,active,+36300000000\n");
    place.done("person import more.csv");
    place.sheet("sessions.csv", "date,point,mode,kind,attendances,note\n2026-03-15,P-1,phone,individual,12,-5\n");
    place.run("session import sessions.csv");
    place.done("workbook -o all.xlsx");
    let mut book: Xlsx<_> = open_workbook(place.path("all.xlsx")).expect("a workbook");
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0, "{name}");
    }
    let mut cell = |sheet: &str, heading: &str| {
        let range = book.worksheet_range(sheet).expect("a sheet");
        let place = range.rows().next().expect("headings").iter().position(|cell| *cell == heading).expect("a heading");
        range.rows().skip(1).map(|row| row[place].clone()).collect::<Vec<Data>>()
    };
    assert!(cell("People", "Code").contains(&Data::String("0012".to_string())));
    assert!(cell("People", "Name").contains(&Data::String("=1+1".to_string())));
    assert!(cell("People", "Phone").contains(&Data::String("+36300000000".to_string())));
    let days = cell("Sessions", "Date");
    // 2026-03-15 is so many days after 1899-12-30.
    assert!(matches!(&days[..], [Data::DateTime(day)] if day.as_f64() == 46_096.0), "{days:?}");
    assert_eq!(cell("Sessions", "Attendances"), [Data::Float(12.0)]);
    assert_eq!(cell("Sessions", "Note"), [Data::String("-5".to_string())]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_file_holds(texts in proptest::collection::vec(text(), 1..8)) {
        let (one, other) = filled(&texts);
        for noun in ["person", "session"] {
            one.done(&format!("{noun} export -o sheet.xlsx --force"));
            other.sheet("sheet.xlsx", std::fs::read(one.path("sheet.xlsx")).expect("it is there"));
            other.done(&format!("{noun} import sheet.xlsx"));
            prop_assert_eq!(other.export(noun), one.export(noun));
            let again = other.done(&format!("{noun} import sheet.xlsx"));
            prop_assert!(again.contains(" 0 new, 0 changed,"), "{}", again);
        }
    }
}

#[test]
fn numbers_and_what_looks_like_them() {
    for flags in ["", " --dialect excel-hu", " --dialect excel-fi"] {
        goes_round(&owned(&NUMBERS), &owned(&TEXTS), ".xlsx", flags);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_answered(
        numbers in proptest::collection::vec(number(), 1..6),
        texts in proptest::collection::vec(answer_text(), 1..8),
    ) {
        goes_round(&numbers, &texts, ".xlsx", " --dialect excel-hu");
    }
}

#[test]
fn a_day_that_shows_month_and_year_is_a_month_where_a_period_is_meant() {
    let place = Place::new("none");
    place.done("point add P-1 --name Pont");
    place.done("form add visit.1 --kind survey --asked-of point --periods P1M");
    place.done("question add visit.1/n --form visit.1 --number 1 --kind number");
    place.done("question add visit.1/d --form visit.1 --number 2 --kind date");
    // 46296 is 2026-10-01, 46327 is 2026-11-01, 46372 is 2026-12-16.
    let row = |row: u32, question: &str, period: &str, value: &str| {
        let rest = texts(row, &[question, "P-1"]);
        format!("{}{period}{value}</row>", rest.trim_end_matches("</row>"))
    };
    let head = texts(1, &["question", "point", "period", "value"]);
    let decimal = "<c><v>10.25</v></c>";
    let rows = [
        head.clone(),
        row(2, "visit.1/n", "<c s=\"4\"><v>46296</v></c>", decimal),
        row(3, "visit.1/n", "<c s=\"5\"><v>46327</v></c>", "<c><v>-3.5</v></c>"),
        row(4, "visit.1/n", "<c s=\"4\"><v>46372</v></c>", "<c t=\"inlineStr\"><is><t>10,25</t></is></c>"),
        // Of the answer itself the day stays, whatever it shows.
        row(5, "visit.1/d", "<c s=\"4\"><v>46296</v></c>", "<c s=\"4\"><v>46300</v></c>"),
    ];
    place.sheet("a.xlsx", book(&[("Data", &rows.concat())], false));
    assert!(place.done("report import a.xlsx").contains("answers: 4 new"));
    let out = place.run("answer list --fields period,value --sort period --sort value --format csv").out;
    assert_eq!(out, "period,value\n2026-10,10.25\n2026-10,2026-10-05\n2026-11,-3.5\n2026-12,10.25\n");
    // The same day with a format of days is a day, and no month; seen beside the same number it is not taken for it.
    let rows = [
        head,
        row(2, "visit.1/n", "<c s=\"4\"><v>46296</v></c>", decimal),
        row(3, "visit.1/n", "<c s=\"1\"><v>46296</v></c>", decimal),
    ];
    place.sheet("b.xlsx", book(&[("Data", &rows.concat())], false));
    let told = place.refused("report import b.xlsx");
    assert!(told.contains("b.xlsx:3: ") && !told.contains("b.xlsx:2: "), "{told}");
    let out = place.run("answer import b.xlsx --explain --format csv").out;
    assert!(out.contains(",2026-10-01,2026-10\n"), "{out}");
}

#[test]
fn texts_that_xml_cannot_hold_come_back() {
    let texts: Vec<String> = [
        "\u{1}",
        "a\u{1f}b",
        "_x0041_",
        "_x005F_",
        "\u{fffe}",
        "\u{ffff}",
        "\u{7f}\u{85}",
        "a\r\nb\rc",
        "<&>\"]]>",
        "\u{fffd}",
    ]
    .map(str::to_string)
    .to_vec();
    let (one, other) = filled(&texts);
    one.done("session export -o sheet.xlsx");
    other.sheet("sheet.xlsx", std::fs::read(one.path("sheet.xlsx")).expect("it is there"));
    other.done("session import sheet.xlsx");
    assert_eq!(other.export("session"), one.export("session"));
    assert_eq!(one.export("session").matches("P-1").count(), texts.len());
}

#[test]
fn a_text_that_no_cell_can_hold_is_refused_and_nothing_is_written() {
    let place = Place::small();
    let sheet =
        |note: &str| format!("date,point,mode,kind,attendances,note\n2026-03-15,P-1,phone,individual,1,{note}\n");
    place.sheet("fits.csv", sheet(&"ő".repeat(32_767)));
    place.done("session import fits.csv");
    place.done("session export -o fits.xlsx");
    assert!(place.done("session import fits.xlsx").contains("0 new, 0 changed, 1 same"));
    place.sheet("long.csv", sheet(&"x".repeat(32_768)));
    place.done("session import long.csv");
    let told = place.refused("session export -o long.xlsx");
    assert!(told.contains(", Note: a cell of a workbook holds 32,767 letters, and this text is longer"), "{told}");
    assert!(!place.path("long.xlsx").exists());
}

#[test]
fn a_cell_is_what_its_type_says() {
    let place = Place::small();
    let rows = [
        texts(3, &HEADINGS),
        session(5, DAY, "<c><v>2</v></c>", "<c><v>36301234567</v></c>"),
        session(6, "<c s=\"1\"><v>46100.4375</v></c>", ONE, "<c t=\"inlineStr\"><is><t>0042\nline\nline</t></is></c>"),
        session(9, "<c><v>1.5</v></c>", "<c><v>1.5</v></c>", "<c t=\"b\"><v>1</v></c>"),
        session(10, "<c><v>46100</v></c>", "<c><v>1.234</v></c>", "<c><v>0.1</v></c>"),
        session(12, DAY, "<c t=\"e\"><f>A1</f><v>#REF!</v></c>", "<c t=\"str\"><f>A1</f><v>cached</v></c>"),
        session(13, "<c t=\"e\"><v>#N/A</v></c>", ONE, ""),
    ];
    place.sheet("a.xlsx", book(&[("Data", &rows.concat())], false));
    let told = place.refused("session import a.xlsx");
    for line in [
        "a.xlsx:6: date: 2026-03-19T10:30:00: ",
        "a.xlsx:9: date: 1.5: ",
        "a.xlsx:9: attendances: 1.5: ",
        "a.xlsx:10: date: 46100: `46100` is Excel's number for 2026-03-19",
        "a.xlsx:10: attendances: 1.234: ",
        "a.xlsx:12: attendances: #REF!: the formula in this cell has failed",
        "a.xlsx:13: date: #N/A: the formula in this cell has failed",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(!told.contains("a.xlsx:5"), "{told}");
    // A mapping cuts the time off; a sheet's own errors may stand in columns that it leaves out.
    place.sheet(
        "map.toml",
        "[columns]\ndate = { column = \"date\", cut = \"day\" }\npoint = \"point\"\nmode = \"mode\"\nkind = \"kind\"\nattendances = { value = \"1\" }\nnote = \"note\"\n",
    );
    place.done("session import a.xlsx --map map.toml --rejects bad.csv");
    let out = place.run("session list --format csv --fields date,attendances,note --sort note").out;
    assert_eq!(
        out,
        "date,attendances,note\n2026-03-19,1,\"0042\nline\nline\"\n2026-03-19,1,36301234567\n2026-03-19,1,cached\n"
    );
    let rejects = std::fs::read_to_string(place.path("bad.csv")).expect("rejects");
    assert!(rejects.contains("1.5,P-1,phone,individual,1.5,true,") && rejects.contains("#N/A,P-1"), "{rejects}");
}

#[test]
fn days_count_from_1900_or_1904_and_times_are_durations() {
    for (is_1904, serial, day) in [
        (false, 46_100, "2026-03-19"),
        (true, 44_638, "2026-03-19"),
        (false, 1, "1900-01-01"),
        (false, 59, "1900-02-28"),
        (false, 61, "1900-03-01"),
        (true, 0, "1904-01-01"),
        (false, 2_958_465, "9999-12-31"),
    ] {
        let place = Place::small();
        let heading = texts(1, &["date", "point", "mode", "kind", "attendances", "minutes"]);
        let day_cell = format!("<c s=\"1\"><v>{serial}</v></c>");
        let rows = [
            heading,
            session(2, &day_cell, ONE, "<c s=\"2\"><v>0.0625</v></c>"),
            session(3, &day_cell, ONE, "<c s=\"3\"><v>0.5</v></c>"),
        ];
        place.sheet("a.xlsx", book(&[("Data", &rows.concat())], is_1904));
        let left = place.run("session import a.xlsx");
        if day < "1904-01-02" && left.code == 4 {
            // Long ago: whether a session may be so old is the noun's to say, but it is read as this day.
            assert!(left.err.contains(day), "{}", left.err);
            continue;
        }
        assert_eq!(left.code, 0, "{serial}: {}", left.err);
        let out = place.run("session list --format csv --fields date,minutes --sort minutes").out;
        assert_eq!(out, format!("date,minutes\n{day},90\n{day},720\n"));
    }
}

#[test]
fn which_sheet_is_meant_is_said_or_refused() {
    let place = Place::small();
    let rows = [texts(1, &HEADINGS), session(2, DAY, ONE, "")].concat();
    let others = [texts(1, &["Név", "Ár"]), texts(2, &["alma", "3"])].concat();
    let told = |sheets: &[(&str, &str)], more: &str| {
        place.sheet("a.xlsx", book(sheets, false));
        let left = place.run(&format!("session import a.xlsx --dry-run{more}"));
        (left.code, left.err)
    };
    let taken = "sessions: 1 new, 0 changed, 0 same";
    // One that holds anything; the others are empty or hidden.
    let (_, err) = told(&[("A", ""), ("B", &rows), ("-C", &others)], "");
    assert!(err.contains(taken) && !err.contains("is read"), "{err}");
    // The one with the headings, and the one with the name.
    let (_, err) = told(&[("A", &others), ("B", &rows)], "");
    assert!(err.contains(taken) && err.contains("the sheet `B` is read; others that hold something: `A`"), "{err}");
    for name in ["Opastuskerrat", "segítségnyújtási alkalmak", "SESSION"] {
        let (_, err) = told(&[("A", &rows), (name, &rows)], "");
        assert!(err.contains(taken) && err.contains(&format!("the sheet `{name}` is read")), "{err}");
    }
    // Nothing is guessed.
    let (code, err) = told(&[("A", &rows), ("B", &rows)], "");
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("several sheets of this workbook may be meant: `A`, `B`") && err.contains("--sheet"), "{err}");
    let (_, err) = told(&[("A", &others), ("B", &rows)], " --sheet b");
    assert!(err.contains(taken) && !err.contains("is read"), "{err}");
    let (_, err) = told(&[("A", &others), ("-B", &rows)], " --sheet B");
    assert!(err.contains(taken), "{err}");
    let (code, err) = told(&[("A", &others), ("B", &rows)], " --sheet X");
    assert!(code == 4 && err.contains("no sheet `X`") && err.contains("`A`, `B`"), "{err}");
    let (_, err) = told(&[("A", ""), ("B", "")], "");
    assert!(err.contains("the sheet is empty"), "{err}");
    // A mapping names it too; so do the commands for mappings.
    place.sheet("a.xlsx", book(&[("A", &rows), ("B", &others)], false));
    place.sheet("map.toml", "noun = \"person\"\nsheet = \"B\"\n[columns]\nname = \"Név\"\nkind = { value = \"volunteer\" }\nstatus = { value = \"active\" }\n");
    place.done("person import a.xlsx --map map.toml");
    assert!(place.export("person").contains("alma"));
    assert!(place.done("mapping check map.toml a.xlsx").contains("`Ár`"));
    let out = place.run("mapping new person a.xlsx --sheet B").out;
    assert!(out.contains("\"Név\""), "{out}");
    let out = place.run("session import a.xlsx --explain --format csv").out;
    assert!(out.contains("sheet-of-workbook,A,its-headings,,\nother-sheets,B,,,\n"), "{out}");
}

#[test]
fn what_is_wrong_with_headings_is_told_where_they_stand() {
    let place = Place::small();
    place.sheet(
        "a.xlsx",
        book(&[("A", &[texts(4, &["date", "point", "point"]), texts(5, &["2026-01-01", "P-1", ""])].concat())], false),
    );
    let told = place.refused("session import a.xlsx");
    assert!(told.contains("a.xlsx:4: point: "), "{told}");
    place.sheet(
        "a.xlsx",
        book(&[("A", &[texts(4, &["date", "point"]), texts(5, &["2026-01-01", "P-1"])].concat())], false),
    );
    let told = place.refused("session import a.xlsx");
    assert!(told.contains("a.xlsx:4: ") && !told.contains("a.xlsx:1"), "{told}");
    // A folder takes them like any sheet, but not what Excel keeps beside an open one.
    std::fs::create_dir(place.path("sent.csv")).expect("a folder");
    place.sheet("sent.csv/~$a.xlsx", "open");
    place.sheet("sent.csv/a.xlsx", book(&[("A", &[texts(1, &HEADINGS), session(2, DAY, ONE, "")].concat())], false));
    let told = place.done("session import sent.csv");
    assert!(told.contains("sessions: 1 new"), "{told}");
}

#[test]
fn an_empty_workbook_to_fill_in_comes_back() {
    let place = Place::new("hu");
    for language in ["en", "hu", "fi"] {
        place.done(&format!("person blank -o blank.xlsx --force --lang {language}"));
        let told = place.done("person import blank.xlsx");
        assert!(told.contains("people: 0 new"), "{told}");
    }
    assert_eq!(place.run("person import blank.xlsx --rejects bad.xlsx").code, 2);
}

/// Made by LibreOffice 7.4 from a sheet of separated values: a blank row, a time, two formulas, a line break.
#[test]
fn a_workbook_of_libreoffice_is_read() {
    let place = Place::small();
    place.sheet("office.xlsx", include_bytes!("libreoffice.xlsx"));
    let told = place.refused("session import office.xlsx");
    assert!(told.starts_with("office.xlsx:6: attendances: #DIV/0!: the formula in this cell has failed"), "{told}");
    place.done("session import office.xlsx --rejects bad.csv");
    let out = place.run("session list --format csv --fields date,point,attendances,minutes,note --sort date").out;
    let expected = [
        "date,point,attendances,minutes,note",
        "2026-10-03,P-1,1,90,\"0036 1\nline\"",
        "2026-10-04,P-2,2,45,2",
        "2026-10-05,P-2,3,,36301234567\n",
    ];
    assert_eq!(out, expected.join("\n"));
}
