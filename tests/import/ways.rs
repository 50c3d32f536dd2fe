//! The ways in which people write sheets: encodings, delimiters, days, numbers, headings; and what is no sheet at all.

use super::run::{Place, encoded};

/// A sheet of sessions as an office program of each country writes it, with what the network's country has to be.
const SHEETS: [(&str, &str, &str); 6] = [
    (
        "hu",
        ";",
        "Dátum;Pont;Mód;Fajta;Részvétel;Megjegyzés\r\n2026. 03. 15.;Könyvtár;phone;egyéni;1;árvíztűrő tükörfúró\r\n",
    ),
    ("hu", ",", "datum,pont,mod,fajta,reszvetel,megjegyzes\n2026.03.15,könyvtár,phone,EGYENI,1,árvíztűrő tükörfúró\n"),
    (
        "fi",
        ";",
        "Päivä;Piste;Tuen muoto;Laji;Osallistumiskerrat;Huomautus\r\n15.3.2026;Könyvtár;phone;henkilökohtainen;1,0;ääkköset Åbossa\r\n",
    ),
    (
        "fi",
        "\t",
        "PÄIVÄ\tPISTE\tTUEN  MUOTO\tLAJI\tOSALLISTUMISKERRAT\tHUOMAUTUS\n15.03.2026\tKönyvtár\tphone\thenkilökohtainen\t1\tääkköset Åbossa\n",
    ),
    ("none", "|", "Date|Point|Mode|Kind|Attendances|Note\n2026-03-15|Könyvtár|phone|individual|1|ääkköset Åbossa\n"),
    (
        "none",
        ";",
        "sep=;\r\ndate;point;mode;kind;attendances;note;;\r\n15/3/2026;Könyvtár;phone;individual;1;árvíztűrő tükörfúró;;\r\n;;;;;;;\r\n",
    ),
];

/// A network of a country with a point that has letters of both languages in its name.
fn place(country: &str) -> Place {
    let place = Place::new(country);
    place.done("point add P-1 --name Könyvtár");
    place
}

#[test]
fn every_encoding_delimiter_day_and_heading_comes_to_the_same() {
    let mut tried = 0;
    for (country, _, sheet) in SHEETS {
        let code_page = match country {
            "hu" => "windows-1250",
            "fi" => "windows-1252",
            _ => "utf-8",
        };
        for encoding in ["utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", code_page] {
            let place = place(country);
            place.sheet("a.csv", encoded(sheet, encoding));
            assert_eq!(
                place.done("session import a.csv"),
                "sessions: 1 new, 0 changed, 0 same\n",
                "{country}, {encoding}: {sheet}"
            );
            let note = if sheet.contains("Åbo") { "ääkköset Åbossa" } else { "árvíztűrő tükörfúró" };
            let row = place.run("session list --format csv --fields date,point,mode,kind,attendances,note").out;
            assert_eq!(row.lines().nth(1), Some(&*format!("2026-03-15,P-1,phone,individual,1,{note}")), "{encoding}");
            tried += 1;
        }
    }
    assert_eq!(tried, 30);
}

#[test]
fn what_can_be_read_in_two_ways_is_told_with_both() {
    let place = place("none");
    let head = "date,point,mode,kind,attendances\n";
    place.sheet("a.csv", format!("{head}1.2.2026,P-1,phone,individual,\"1,234\"\n"));
    let told = place.refused("session import a.csv");
    for fault in [
        "a.csv:2: date: 1.2.2026: `1.2.2026` can be read as 2026-02-01 or as 2026-01-02 (say which comes first: --days",
        "a.csv:2: attendances: 1,234: `1,234` can be read as 1234 or as 1.234 (say what stands before decimals: --decimal",
    ] {
        assert!(told.contains(fault), "{told}");
    }
    place.done("session import a.csv --days day-first --decimal point");
    let row = place.run("session list --format csv --fields date,attendances").out;
    assert_eq!(row.lines().nth(1), Some("2026-02-01,1234"));
    place.sheet("map.toml", "days = \"month-first\"\ndecimal = \"point\"\n[columns]\ndate = \"date\"\npoint = \"point\"\nmode = \"mode\"\nkind = \"kind\"\nattendances = \"attendances\"\n");
    place.done("session import a.csv --map map.toml");
    assert!(place.run("session list --format csv --fields date").out.contains("2026-01-02"));
    // Where somebody sits at the terminal, it is asked; an answer that is none is asked again.
    place.sheet("a.csv", format!("{head}3.4.2026,P-1,phone,individual,\"2,345\"\n"));
    let left = place.answered("session import a.csv", "first\nday-first\npoint\n");
    assert_eq!(left.code, 0, "{}", left.err);
    assert!(left.err.contains("2026-04-03") && left.err.contains("possible: day-first, month-first"), "{}", left.err);
    assert!(place.run("session list --format csv --fields date,attendances").out.contains("2026-04-03,2345"));
}

#[test]
fn numbers_of_the_country_are_dialled_from_anywhere() {
    let place = Place::new("hu");
    place.sheet("a.csv", "név;telefon;állapot\nMinta Éva;06 30 000 0000;aktív\nMinta Pál;(06-66) 000-000;aktív\n");
    place.done("person import a.csv");
    let out = place.run("person list --format csv --fields name,phone").out;
    assert!(out.contains("Minta Éva,+36300000000") && out.contains("Minta Pál,+3666000000"), "{out}");
    // A number of nowhere is refused, not guessed.
    let place = Place::new("none");
    place.sheet("a.csv", "name;phone;status\nMinta Éva;06 30 000 0000;active\n");
    assert!(place.refused("person import a.csv").contains("`06 30 000 0000`"));
    place.sheet("map.toml", "country = \"fr\"\n[columns]\nname = \"name\"\nphone = \"phone\"\nstatus = \"status\"\n");
    place.sheet("a.csv", "name;phone;status\nMinta Eve;03.80.00.00.00;active\n");
    place.done("person import a.csv --map map.toml");
    assert!(place.run("person list --format csv --fields phone").out.contains("+33380000000"));
}

#[test]
fn what_is_no_sheet_is_named_for_what_it_is() {
    let place = place("hu");
    let archive = |name: &[u8]| [&b"PK\x03\x04"[..], &[0; 26], name, b"...."].concat();
    for (bytes, kind) in [
        (archive(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "a workbook"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....".to_vec(), "a workbook"),
        (archive(b"photo.jpg"), "an archive"),
        (std::fs::read(place.path("network.db")).expect("it"), "a database"),
        (b"\x89PNG\r\n\x1a\n....".to_vec(), "an image"),
        (b"\xFF\xD8\xFF\xE0....".to_vec(), "an image"),
        (b"%PDF-1.7\n....".to_vec(), "a document"),
        (b"age-encryption.org/v1\n".to_vec(), "encrypted"),
        (b"\x1F\x8B\x08\0....".to_vec(), "an archive"),
        (b"\xEF\xBB\xBF<!DOCTYPE html>\n<table>".to_vec(), "a document"),
        (b"<?xml version=\"1.0\"?>\n<Workbook>".to_vec(), "a document"),
        (b"[{\"date\": \"2026-03-15\"}]\n".to_vec(), "a document"),
        (b"{\"rows\": []}".to_vec(), "a document"),
    ] {
        place.sheet("sheet.csv", bytes);
        let told = place.refused("session import sheet.csv");
        assert!(told.contains(&format!("this is {kind}")), "{kind}: {told}");
    }
    // One of Excel's since 2007 is read by a program that was built so; others say what reads it.
    place.sheet("sheet.csv", archive(b"[Content_Types].xml"));
    let told = place.refused("session import sheet.csv");
    let expected = match cfg!(feature = "workbook") {
        true => "this workbook cannot be read: ",
        false => {
            "this is a workbook, whatever its name says (save it as CSV UTF-8 and import that; a program built with `cargo install --path . --features workbook` reads it as it is)"
        }
    };
    assert!(told.contains(expected), "{told}");
}

#[cfg(not(feature = "workbook"))]
#[test]
fn a_program_without_workbooks_writes_nothing_that_is_called_one() {
    let place = place("hu");
    for line in ["session export -o a.xlsx", "person blank -o a.xlsx --dialect excel-hu", "workbook -o a.xlsx"] {
        let left = place.run(line);
        assert_eq!(left.code, 1, "{line}: {}", left.err);
        assert!(
            left.err.contains("built without workbooks") && left.err.contains("--features workbook"),
            "{}",
            left.err
        );
        assert!(!place.path("a.xlsx").exists(), "{line}");
    }
    place.done("session export -o a.xlsx --format csv");
}

#[test]
fn a_heading_that_means_two_columns_is_told() {
    let place = place("hu");
    place.sheet("a.csv", "date;Dátum;pont;mód;fajta;részvétel\n2026-03-15;2026-03-16;P-1;phone;egyéni;1\n");
    assert!(place.refused("session import a.csv").contains("the heading `Dátum` stands more than once"));
    place.sheet("a.csv", "date;pont;mód;fajta;részvétel;\n2026-03-15;P-1;phone;egyéni;1;stray\n");
    let told = place.refused("session import a.csv");
    assert!(told.contains("a.csv:2: stray: a cell without a heading"), "{told}");
}

#[test]
fn what_was_found_is_explained_and_nothing_is_taken() {
    let place = place("hu");
    place.sheet("a.csv", encoded(SHEETS[0].2, "windows-1250"));
    let told = place.run("session import a.csv --explain --format csv").out;
    for line in [
        "encoding,windows-1250,country,,",
        "delimiter,;,the-first-row,,",
        "dialect,excel-hu,,,",
        "rows,1,,,",
        "1 Dátum,date,its-name-in,2026. 03. 15.,2026-03-15",
        "4 Fajta,kind,its-name-in,egyéni,individual",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    place.sheet("map.toml", "[columns]\ndate = \"Dátum\"\n");
    let told = place.run("session import a.csv --map map.toml --explain --format csv").out;
    assert!(told.contains("2 Pont,,left-out,Könyvtár,") && told.contains("1 Dátum,date,mapped,"), "{told}");
    assert_eq!(place.export("session").lines().count(), 1);
}

/// An empty sheet goes out, is filled in, and comes back as it is, however often.
#[test]
fn a_blank_sheet_comes_back_filled_in() {
    for (country, dialect, words) in [
        ("hu", " --dialect excel-hu", ["phone", "egyéni"]),
        ("fi", " --dialect excel-fi", ["phone", "henkilökohtainen"]),
        ("none", "", ["phone", "individual"]),
    ] {
        // A report's empty sheet has the questions of a form.
        for noun in tukipont::nouns::NOUNS.iter().filter(|noun| noun.sheet.is_none()) {
            let place = place(country);
            place.done(&format!("{} blank -o blank.csv{dialect}", noun.name));
            let told = place.done(&format!("{} import blank.csv", noun.name));
            assert!(told.contains("passed over: 2\n") && told.contains(" 0 new, 0 changed, 0 same"), "{told}");
        }
        let place = place(country);
        place.done(&format!("session blank -o blank.csv{dialect}"));
        assert_eq!(place.run(&format!("session blank -o blank.csv{dialect}")).code, 1, "it is there already");
        let mut sheet = std::fs::read_to_string(place.path("blank.csv")).expect("the sheet");
        let (sign, end) = if dialect.is_empty() { (",", "\n") } else { (";", "\r\n") };
        assert!(sheet.contains(words[1]), "{sheet}");
        // Date, point, mentor, area, mode, kind, and five fields on the attendances.
        let cells = ["2026-03-15", "P-1", "", "", words[0], words[1], "", "", "", "", "", "2"];
        sheet += &format!("{}{}{end}", cells.join(sign), sign.repeat(7));
        place.sheet("blank.csv", sheet);
        let told = place.done("session import blank.csv");
        assert!(told.ends_with("sessions: 1 new, 0 changed, 0 same\n"), "{told}");
        let told = place.done("session import blank.csv");
        assert!(told.ends_with("sessions: 0 new, 0 changed, 1 same\n"), "{told}");
    }
}
