//! Twenty thousand hostile sheets and mappings.

use crate::harm;
use crate::network::Target;
use crate::rounds::{Chance, rounds};
use crate::run::encoded;
use std::fs;
use std::path::PathBuf;

/// The most memory that all of it takes at once, in kilobytes.
const MEMORY: u64 = 64 * 1024;

const ENCODINGS: [&str; 6] = ["utf-8", "utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1250"];

/// How a sheet can be written; what it does not say by itself.
const CONVENTIONS: [&str; 8] = [
    "",
    "",
    "",
    " --days day-first --decimal comma",
    " --days month-first --decimal point",
    " --encoding utf-16le",
    " --delimiter ;",
    " --dialect excel-fi",
];

/// A stranger's sheet of sessions, and how it reads.
const STRANGE: &str = "nr;held;place;helper;town;channel;themes;hours;people;young;remark;mo\n\
    1;2022-03-16 11:43:48.281;s1;h1;01007;desk;\"{internet,\"\"b c\"\"}\";1,5;2;1;\"two\nlines\";9-12\n\
    2;2022-03-17;s1;h2;01007;phone;{};null;1;0;null;\n3;17.3.2022;s2;h1;01008;phone;safety;0.25;1;1;x;14:00-16:30\n";
const MAPPING: &str = r#"sender = "example.org"
noun = "session"
id = "nr"
empty = ["null", "{}"]
[columns]
date = { column = "held", cut = "day" }
point = "place"
mentor = "helper"
area = "town"
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
[only]
people = ["1", "2"]
[tally]
"age:0-17" = "young"
[create.point]
name = "place"
[create.point.opening_hours]
Mo = ["mo"]
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

/// Sound sheets of every noun, in every dialect.
fn sound(target: &Target) -> Vec<(&'static str, String)> {
    let mut sheets = Vec::new();
    for noun in tukipont::nouns::NOUNS.iter().map(|noun| noun.name) {
        for flag in ["", " --dialect excel-hu", " --dialect excel-fi"] {
            let sheet = target.place.run(&format!("{noun} export{flag}")).out;
            // Of the many usual categories and areas a few will do.
            sheets.push((noun, sheet.split_inclusive('\n').take(8).collect::<String>()));
            // A report's empty sheet has the questions of a form.
            let of_form = if noun == "report" { " --form visit.1 --point P-1 --period 2024" } else { "" };
            target.place.done(&format!("{noun} blank{of_form} -o blank.csv{flag}"));
            sheets.push((noun, fs::read_to_string(target.place.path("blank.csv")).expect("a sheet")));
            fs::remove_file(target.place.path("blank.csv")).expect("it");
        }
    }
    sheets
}

/// A hostile sheet of what was a sound one.
fn hostile(chance: &mut Chance, sheet: &str) -> Vec<u8> {
    // Some come to no harm.
    if chance.hits(1, 5) {
        return sheet.as_bytes().to_vec();
    }
    let is_of_letters = chance.hits(2, 3);
    let text = if is_of_letters { harm::to_text(chance, sheet) } else { sheet.to_string() };
    let encoding = ENCODINGS[chance.below(ENCODINGS.len())];
    // What a code page does not have is harm enough.
    let mut bytes = match encoding {
        "windows-1250" => encoding_rs::WINDOWS_1250.encode(&text).0.into_owned(),
        _ => encoded(&text, encoding),
    };
    if !is_of_letters || chance.hits(1, 4) {
        harm::to_bytes(chance, &mut bytes);
    }
    bytes
}

#[test]
fn hostile_sheets() {
    folders("");
}

#[test]
fn hostile_sheets_rehearsed() {
    folders(" --dry-run");
}

/// Folders of sheets, each by itself.
fn folders(dry: &str) {
    let (target, mut chance) = (Target::new(), Chance::new());
    let (sheets, (mut taken, mut refused)) = (sound(&target), (0, 0));
    let folder = sent(&target);
    for _ in 0..rounds(85, 8_500) {
        let noun = tukipont::nouns::NOUNS[chance.below(tukipont::nouns::NOUNS.len())].name;
        let of_noun: Vec<_> = sheets.iter().filter(|(of, _)| *of == noun || chance.hits(1, 50)).collect();
        for number in 0..100 {
            let (_, sheet) = of_noun[chance.below(of_noun.len())];
            let bytes = hostile(&mut chance, sheet);
            fs::write(folder.join(format!("{number:02}.csv")), bytes).expect("a sheet");
        }
        let how = CONVENTIONS[chance.below(CONVENTIONS.len())];
        let left = target.import(&format!("{noun} import {}{how}{dry}", folder.display()));
        let ends = left.err.rsplit_once("sheets taken: ").expect("an end").1.trim().replace(',', "");
        let (some, others) = ends.split_once(" refused: ").expect("both");
        taken += some.parse::<usize>().expect("a count");
        refused += others.parse::<usize>().expect("a count");
    }
    println!("sheets taken: {taken}, refused: {refused}");
    assert!(taken > refused / 20 && refused > taken / 20, "sheets taken: {taken}, refused: {refused}");
    within_measure();
}

/// Sheets one by one, with everything that can be asked of one.
#[test]
fn hostile_sheets_by_themselves() {
    let (target, mut chance) = (Target::new(), Chance::new());
    let sheets = sound(&target);
    for _ in 0..rounds(1_000, 100_000) {
        let (noun, sheet) = &sheets[chance.below(sheets.len())];
        target.place.sheet("a.csv", hostile(&mut chance, sheet));
        let how = CONVENTIONS[chance.below(CONVENTIONS.len())];
        match chance.below(4) {
            0 => drop(target.import(&format!("{noun} import a.csv --explain{how}"))),
            1 => drop(target.ask(&format!("mapping new {noun} a.csv"))),
            _ => put_aside(&target, noun, how),
        }
    }
    within_measure();
}

/// Takes what can be taken; what cannot comes back as a sheet that is refused again.
fn put_aside(target: &Target, noun: &str, how: &str) {
    let rejects = target.place.path("rejects.csv");
    let left = target.import(&format!("{noun} import a.csv --rejects rejects.csv{how}"));
    if rejects.exists() {
        assert!(left.code == 0 && left.err.contains("rows that were not taken: "), "{}", left.err);
        fs::remove_file(rejects).expect("it");
    } else {
        assert!(left.code == 4 || !left.err.contains("rows that were not taken: "), "{}", left.err);
    }
}

/// Mappings for a sound sheet, and hostile sheets for a sound mapping.
#[test]
fn hostile_mappings() {
    let (target, mut chance) = (Target::new(), Chance::new());
    let (folder, mut taken) = (sent(&target), 0);
    for number in 0..rounds(1_000, 100_000) {
        // Every other time the mapping, and sometimes both.
        let is_sound = number % 2 == 0;
        let mut map = if is_sound { MAPPING.to_string() } else { harm::to_text(&mut chance, MAPPING) }.into_bytes();
        if !is_sound && chance.hits(1, 4) {
            harm::to_bytes(&mut chance, &mut map);
        }
        target.place.sheet("map.toml", map);
        for number in 0..3 {
            let harmed = is_sound || chance.hits(1, 4);
            let sheet = if harmed { hostile(&mut chance, STRANGE) } else { STRANGE.as_bytes().to_vec() };
            fs::write(folder.join(format!("{number}.csv")), sheet).expect("a sheet");
        }
        let dry = if chance.hits(1, 2) { " --dry-run" } else { "" };
        let left = target.import(&format!("session import {} --map map.toml{dry}", folder.display()));
        taken += usize::from(!left.err.contains("sheets taken: 0,"));
        if chance.hits(1, 4) {
            fs::copy(folder.join("0.csv"), target.place.path("a.csv")).expect("a sheet");
            target.ask("mapping check map.toml a.csv");
            target.import("session import a.csv --map map.toml --explain");
        }
    }
    assert!(taken > 0);
    within_measure();
}

/// A folder for sheets beside the network.
fn sent(target: &Target) -> PathBuf {
    let folder = target.place.path("sent");
    fs::create_dir(&folder).expect("a folder");
    folder
}

/// The process has never had more memory than that, with the tests themselves.
fn within_measure() {
    if cfg!(target_os = "linux") {
        let status = fs::read_to_string("/proc/self/status").expect("the system tells");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the most memory");
        let most: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
        println!("at most {most} kB");
        assert!(most < MEMORY, "{most} kB of memory");
    }
}
