//! Whatever stands in names, headings, cells and on the line: nothing of it steers a terminal, and exports hold all of it.

use super::run::{Place, steers};
use std::ffi::OsString;
use tukipont::call::Terminal;

/// A title for the window, red letters by the one sign and by the two, a turn of the direction of writing.
const NASTY: &str = "\u{1b}]0;title\u{7}\u{9b}31m\u{1b}[31m\u{202e}\u{2066}\u{7f}\u{8}x";

/// Runs words before a terminal; no byte of what comes out steers it.
fn look(place: &Place, words: &[&str]) -> String {
    let db = place.path("network.db").into_os_string();
    for plain in [false, true] {
        let flag: &[&str] = if plain { &["--plain"] } else { &[] };
        let line = ["tukipont".into(), "--db".into(), db.clone()].into_iter();
        let line: Vec<OsString> = line.chain(words.iter().chain(flag).map(OsString::from)).collect();
        let terminal = Terminal { input: false, output: true, errors: true };
        let left = place.words_at(line, "", terminal);
        assert!(!left.out.is_empty() || !left.err.is_empty(), "{words:?}");
        assert!(!steers(&left.out), "{words:?}: {:?}", left.out);
        assert!(!steers(&left.err), "{words:?}: {:?}", left.err);
        if plain {
            return left.out + &left.err;
        }
    }
    String::new()
}

#[test]
fn nothing_steers_a_terminal() {
    let place = Place::small();
    // Windows has no such names.
    let name = if cfg!(windows) { "sheet".to_string() } else { format!("sheet{NASTY}\n\r") };
    let path = |ending: &str| place.path(&name).display().to_string() + ending;
    let (sheet, map, aside) = (path(".csv"), path(".toml"), path(".aside"));
    let write = |file: &str, text: String| std::fs::write(file, text).expect("room");
    let head = "date,point,mode,kind,attendances,note";
    let sheets = [
        // Headings, cells, too many cells, an open quote, no text at all.
        format!("date,{NASTY},point{NASTY}\n2026-03-15,x\n"),
        format!("{NASTY},{NASTY}\n"),
        format!("{head}\n{NASTY},{NASTY},{NASTY},{NASTY},{NASTY},{NASTY},{NASTY}\n"),
        format!("{head}\n2026-03-15,P-1{NASTY},phone,individual,1,{NASTY}\n"),
        format!("{head}\n2026-03-15,P-1,phone,individual,1,\"{NASTY}\n"),
        format!("{head}\n{NASTY}\0\n"),
        format!("date;point;mode;kind;attendances;{NASTY}\n2026-03-15;P-1;phone;individual;1;{NASTY}\n"),
    ];
    for text in sheets {
        write(&sheet, text);
        let _ = std::fs::remove_file(&aside);
        look(&place, &["session", "import", &sheet]);
        look(&place, &["session", "import", &sheet, "--explain"]);
        look(&place, &["session", "import", &sheet, "--rejects", &aside, "--dry-run"]);
        look(&place, &["session", "import", &sheet, "--rejects", &aside, "--force"]);
        look(&place, &["session", "import", &sheet, "--rejects", &aside]);
        look(&place, &["mapping", "new", "session", &sheet]);
    }
    let quoted = NASTY.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect::<String>();
    for text in [
        format!("\"{quoted}\" = 1\nsender = \"a\"\n[columns]\n\"{quoted}\" = \"{quoted}\"\npoint = \"{quoted}\"\n"),
        format!(
            "noun = \"{quoted}\"\nencoding = \"{quoted}\"\ndays = \"{quoted}\"\n[columns]\ndate = {{ \"{quoted}\" = 1 }}\n"
        ),
        format!(
            "sender = \"{quoted}\"\nnoun = \"session\"\n[only]\n\"{quoted}\" = \"{quoted}\"\n[create.\"{quoted}\"]\na = \"{quoted}\"\n"
        ),
        format!("# \u{202e}\n{NASTY}"),
        String::new(),
    ] {
        write(&map, text);
        look(&place, &["session", "import", &sheet, "--map", &map]);
        look(&place, &["session", "import", &sheet, "--map", &map, "--explain"]);
        look(&place, &["mapping", "check", &map, &sheet]);
    }
    for flag in ["--encoding", "--delimiter", "--days", "--decimal", "--dialect", "--sender", "--map", NASTY] {
        look(&place, &["session", "import", &sheet, flag, NASTY]);
    }
    look(&place, &["session", "import", &path(".none")]);
    look(&place, &["session", "import", &path("\n.none/x.csv"), "--map", &path(".none")]);
    look(&place, &["mapping", "new", NASTY, &sheet]);
    look(&place, &["mapping", "new", "session", &sheet, "-o", &sheet]);
}

#[test]
fn what_was_taken_is_shown_harmlessly_and_exported_as_it_is() {
    let place = Place::small();
    place.sheet(
        "a.csv",
        format!("code,name,kind,status,address\nP-1,{NASTY}1,staffed,open,{NASTY}\nP-7,{NASTY}2,staffed,open,\n"),
    );
    let told = look(&place, &["point", "import", &place.path("a.csv").display().to_string(), "--dry-run"]);
    assert!(told.contains("changed: point `P-1`: Name: Library → "), "{told}");
    place.done("point import a.csv");
    look(&place, &["point", "list"]);
    look(&place, &["point", "show", "P-7"]);
    look(&place, &["point", "show", &NASTY[..NASTY.len() - 1]]);
    look(&place, &["history", "point", "P-1"]);
    let rows = place.export("point");
    assert!(rows.contains(&format!("P-1,{NASTY}1,")) && rows.contains(&format!("P-7,{NASTY}2,")), "{rows:?}");
}

/// A first mapping holds headings so that they are found again, and shows no terminal anything else.
#[test]
fn a_heading_that_steers_comes_back_out_of_a_mapping() {
    let place = Place::small();
    place.sheet("a.csv", format!("name{NASTY},kind,status\nHall,staffed,open\n"));
    place.done("mapping new point a.csv -o map.toml");
    let map = std::fs::read_to_string(place.path("map.toml")).expect("the mapping");
    let name = map.lines().find(|line| line.contains("]0;title")).expect("the heading");
    assert!(!steers(name), "{name:?}");
    let heading = &name[name.find('"').expect("it")..=name.rfind('"').expect("it")];
    place.sheet("map.toml", format!("[columns]\nkind = \"kind\"\nstatus = \"status\"\nname = {heading}\n"));
    place.done("point import a.csv --map map.toml");
}
