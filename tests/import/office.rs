//! Empty sheets that were filled in, opened and saved by LibreOffice, as people do who have it.

use super::left_out::left_out;
use super::run::Place;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How LibreOffice names its filter of separated values.
const CSV: &str = "csv:Text - txt - csv (StarCalc)";

/// A row as people type it: a day, the kind of the session, a duration or a number, a note. The points in other letters.
type Typed = [[&'static str; 4]; 3];

const HUNGARIAN: Typed = [
    ["2026. 03. 15.", "egyéni", "1:30", "árvíztűrő tükörfúró"],
    ["2026.3.16", "csoportos", "90", "két\nsor; \"idézve\""],
    ["2026-03-17", "eseti", "45,0", "'=1+1"],
];
const FINNISH: Typed = [
    ["15.3.2026", "henkilökohtainen", "1:30", "ääkköset Åbossa"],
    ["16.03.2026", "ryhmä", "90", "kaksi\nriviä; \"lainattu\""],
    ["2026-03-17", "ohimennen annettu", "45,0", "'=1+1"],
];

/// What the rows are, whatever they went through.
const EXPECTED: &str = "\
date,point,mode,kind,topics,minutes,attendances,tally,note
2026-03-15,P-1,phone,individual,email safety,90,2,age:60-74=1,NOTE 1
2026-03-16,P-1,phone,group,email safety,90,2,age:60-74=1,\"NOTE 2\"
2026-03-17,P-1,phone,one-off,email safety,45,2,age:60-74=1,=1+1
";

/// What a point is that was typed in Hungary.
const POINT: &str = "\
code,name,status,postcode,latitude,longitude,opened,phone,handover_days
7,\"Őrségi könyvtár; \"\"új\"\"\",open,9941,46876500,16500000,2018-08-01,+36300000000,30
";

/// A country with its dialect, its language to LibreOffice (MS-LCID), the rows that are typed there.
struct Country {
    code: &'static str,
    locale: &'static str,
    language: &'static str,
    typed: Typed,
}

const HU: Country = Country { code: "hu", locale: "hu-HU", language: "1038", typed: HUNGARIAN };
const FI: Country = Country { code: "fi", locale: "fi-FI", language: "1035", typed: FINNISH };

impl Country {
    fn place(&self) -> Place {
        let place = Place::new("none");
        place.done(&format!("setting set country {}", self.code));
        place.done("point add P-1 --name Könyvtár");
        place
    }

    fn expected(&self) -> String {
        let notes = [("NOTE 1", self.typed[0][3].to_string()), ("NOTE 2", self.typed[1][3].replace('"', "\"\""))];
        notes.iter().fold(EXPECTED.to_string(), |text, (word, note)| text.replace(word, note))
    }

    /// A sheet that holds these sessions.
    fn is_right(&self, sheet: impl AsRef<[u8]>, name: &str) {
        let place = self.place();
        place.sheet("a.csv", sheet);
        let told = place.done("session import a.csv");
        assert!(told.ends_with("sessions: 3 new, 0 changed, 0 same\n"), "{name}: {told}");
        let fields = "date,point,mode,kind,topics,minutes,attendances,tally,note";
        let rows = place.run(&format!("session list --format csv --sort date --fields {fields}")).out;
        assert_eq!(rows, self.expected(), "{name}");
    }

    /// The empty sheet, filled in.
    fn filled_in(&self) -> String {
        let place = self.place();
        place.done(&format!("session blank -o blank.csv --dialect excel-{}", self.code));
        let sheet = fs::read_to_string(place.path("blank.csv")).expect("a sheet");
        let row = |[day, kind, minutes, note]: &[&str; 4]| {
            let note = format!("\"{}\"", note.replace('"', "\"\""));
            let cells =
                [day, "könyvtár", "", "", "phone", kind, "email safety", "", "", "", minutes, "2", "", "age:60-74=1"];
            format!("{};;;;{note};\r\n", cells.join(";"))
        };
        sheet + &self.typed.iter().map(row).collect::<String>()
    }
}

/// LibreOffice with a profile of its own.
struct Office<'c> {
    country: &'c Country,
    folder: tempfile::TempDir,
}

impl<'c> Office<'c> {
    fn new(country: &'c Country) -> Option<Self> {
        let found = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            left_out("soffice");
            return None;
        }
        let office = Self { country, folder: tempfile::tempdir().expect("a folder") };
        let user = office.folder.path().join("profile").join("user");
        fs::create_dir_all(&user).expect("a folder");
        let settings = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
             <item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\">\
             <value>{}</value></prop></item></oor:items>",
            country.locale
        );
        fs::write(user.join("registrymodifications.xcu"), settings).expect("the settings");
        Some(office)
    }

    /// Opens files and saves them as something else, in a folder of this name.
    fn save(&self, files: &[PathBuf], filter: Option<&str>, kind: &str, name: &str) -> Vec<PathBuf> {
        let folder = self.folder.path().join(name);
        let mut command = Command::new("soffice");
        let profile = self.folder.path().join("profile");
        command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        command.args(["--headless", "--norestore"]).args(filter.map(|filter| format!("--infilter={filter}")));
        command.args(["--convert-to", kind, "--outdir"]).arg(&folder).args(files);
        let output = command.output().expect("soffice");
        let ending = kind.split(':').next().expect("a kind");
        let saved: Vec<PathBuf> =
            files.iter().map(|file| folder.join(file.file_name().expect("a name")).with_extension(ending)).collect();
        assert!(saved.iter().all(|file| file.exists()), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
        saved
    }

    /// Types these sheets into a book of this kind.
    fn book(&self, sheets: &[(&str, String)], kind: &str) -> Vec<PathBuf> {
        let path = |name: &str| self.folder.path().join(name).with_extension("csv");
        sheets.iter().for_each(|(name, text)| fs::write(path(name), text).expect("a sheet"));
        let files: Vec<PathBuf> = sheets.iter().map(|(name, _)| path(name)).collect();
        self.save(&files, Some(&format!("CSV:59,34,76,1,,{},false,true", self.country.language)), kind, "book")
    }

    /// Saves a book as separated values: delimiter and encoding by their numbers (LibreOffice, filter options for CSV).
    fn separated(&self, books: &[PathBuf], options: &str, name: &str) -> Vec<Vec<u8>> {
        let (form, how) = options.split_once(' ').expect("two parts");
        let kind = format!("{CSV}:{form},1,,{},{how}", self.country.language);
        self.save(books, None, &kind, name).iter().map(|file| fs::read(file).expect("a sheet")).collect()
    }
}

/// Keeps what LibreOffice wrote, where somebody asks for it; see `kept_sheets`.
fn keep(name: &str, sheet: &[u8]) {
    if std::env::var_os("TUKIPONT_KEEP").is_some() {
        fs::write(kept().join(name), sheet).expect("room for a sheet");
    }
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/office")
}

#[test]
fn a_sheet_that_libreoffice_saved_in_hungary() {
    let Some(office) = Office::new(&HU) else { return };
    let place = HU.place();
    place.done("point blank -o blank.csv --dialect excel-hu");
    let blank = fs::read_to_string(place.path("blank.csv")).expect("a sheet");
    let cells = "7;\"Őrségi könyvtár; \"\"új\"\"\";személyzettel;nyitva;;;9941;46,8765;16,5;;2018. 08. 01.;;;06 30 000 0000;;;;;;;30";
    let sheets = [("sessions", HU.filled_in()), ("points", format!("{blank}{cells}\r\n"))];
    let books = office.book(&sheets, "xlsx");
    for (options, name) in [("59,34,33 false,true", "windows-1250-semicolon"), ("9,34,65535 false,false", "utf-16-tab")]
    {
        let saved = office.separated(&books, options, name);
        keep(&format!("hu-{name}.csv"), &saved[0]);
        keep(&format!("hu-points-{name}.csv"), &saved[1]);
        HU.is_right(&saved[0], name);
        is_the_point(&saved[1], name);
    }
}

#[test]
fn a_sheet_that_libreoffice_saved_in_finland() {
    let Some(office) = Office::new(&FI) else { return };
    let books = office.book(&[("sessions", FI.filled_in())], "ods");
    for (options, name) in
        [("59,34,1 false,true", "windows-1252-semicolon"), ("44,34,76 true,true", "utf-8-comma-quoted")]
    {
        let saved = office.separated(&books, options, name);
        keep(&format!("fi-{name}.csv"), &saved[0]);
        FI.is_right(&saved[0], name);
    }
}

fn is_the_point(sheet: &[u8], name: &str) {
    let place = HU.place();
    place.sheet("a.csv", sheet);
    let told = place.done("point import a.csv");
    assert!(told.ends_with("points: 1 new, 0 changed, 0 same\n"), "{name}: {told}");
    let fields = POINT.lines().next().expect("headings");
    let rows = place.run(&format!("point list --format csv --fields {fields}")).out;
    let rows: Vec<&str> = rows.lines().filter(|row| !row.starts_with("P-1,")).collect();
    assert_eq!(rows.join("\n") + "\n", POINT, "{name}");
}

#[test]
fn a_report_that_libreoffice_saved() {
    for (country, decimal, number) in [(&HU, "10,25", "-3,5"), (&FI, "10,25", "-3,5")] {
        let Some(office) = Office::new(country) else { return };
        let place = country.place();
        place.done("form add visit.1 --kind survey --asked-of point --periods P1M");
        for (key, kind) in [("a", "number"), ("b", "number"), ("c", "date"), ("d", "text")] {
            place.done(&format!("question add visit.1/{key} --form visit.1 --number 1 --kind {kind}"));
        }
        let dialect = format!("--dialect excel-{}", country.code);
        place.done(&format!("report blank --form visit.1 --point P-1 --period 2025-10 -o blank.csv {dialect}"));
        let mut sheet = fs::read_to_string(place.path("blank.csv")).expect("a sheet");
        for (key, value) in [("a", decimal), ("b", number), ("c", "2025-10-05"), ("d", "\"két; szó\"")] {
            let row = format!("visit.1/{key};P-1;2025-10;");
            assert!(sheet.contains(&row), "{sheet}");
            sheet = sheet.replace(&row, &format!("{row}{value}"));
        }
        let books = office.book(&[("report", sheet)], "xlsx");
        let saved = office.separated(&books, "59,34,76 false,true", "report");
        place.sheet("sent.csv", &saved[0]);
        let text = String::from_utf8_lossy(&saved[0]).into_owned();
        assert!(place.done("report import sent.csv").contains("answers: 4 new"), "{text}");
        let out = place.run("answer list --fields question,period,value --sort question --format csv").out;
        let expected = [
            "question,period,value",
            "visit.1/a,2025-10,10.25",
            "visit.1/b,2025-10,-3.5",
            "visit.1/c,2025-10,2025-10-05",
            "visit.1/d,2025-10,két; szó\n",
        ];
        assert_eq!(out, expected.join("\n"), "{text}");
        // What the file writes, opened and saved there, is the same answers.
        place.done(&format!("answer export -o out.csv {dialect}"));
        let out = fs::read_to_string(place.path("out.csv")).expect("a sheet");
        let saved = office.separated(&office.book(&[("out", out)], "ods"), "59,34,76 false,true", "out");
        place.sheet("again.csv", &saved[0]);
        let told = place.done("answer import again.csv");
        assert!(told.contains("answers: 0 new, 0 changed, 4 same"), "{told}{}", String::from_utf8_lossy(&saved[0]));
    }
}

/// What LibreOffice 7.4 wrote, for systems that have none: TUKIPONT_KEEP=1 writes it anew.
#[test]
fn kept_sheets() {
    let mut sheets: Vec<PathBuf> =
        fs::read_dir(kept()).expect("the sheets").map(|entry| entry.expect("a sheet").path()).collect();
    sheets.sort();
    for sheet in &sheets {
        let name = sheet.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(sheet).expect("a sheet");
        match &name {
            name if name.starts_with("hu-points-") => is_the_point(&bytes, name),
            name if name.starts_with("hu-") => HU.is_right(bytes, name),
            name => FI.is_right(bytes, name),
        }
    }
    assert_eq!(sheets.len(), 6, "{sheets:?}");
}
