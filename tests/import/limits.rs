//! Sheets beyond measure: refused in words, soon, and in little memory; and what can be read for none.
#![cfg(unix)]

use super::run::Place;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The most memory that a refusal takes, in kilobytes.
const MEMORY: u64 = 64 * 1024;

/// Nobody waits longer for one; a debug build may take its time.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });

/// What a sheet begins with, and a row of it.
const HEAD: &str = "date,point,mode,kind,attendances,note\n";
const ROW: &str = "2026-03-15,P-1,phone,individual,1,a note\n";

/// The refusal of one fault of `a.csv`.
fn refusal(fault: &str) -> String {
    let end = "was not taken; faults: 1; nothing was changed\nhint: mend the sheet and import it again\n";
    format!("a.csv{fault}\nerror: `a.csv` {end}")
}

/// What the program answers; within measure.
fn answer(place: &Place, line: &str) -> String {
    let begun = Instant::now();
    let errors = place.path("errors.txt");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
    command.current_dir(place.path("")).args(line.split(' ')).env("TUKIPONT_DB", "network.db");
    command.env("TUKIPONT_LANG", "en").env("TUKIPONT_CONFIG", "").stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = command.stderr(File::create(&errors).expect("room")).spawn().expect("the program");
    let mut memory = 0;
    while child.try_wait().expect("an end").is_none() {
        memory = memory_of(child.id()).unwrap_or(0).max(memory);
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("{line}: no answer after {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    println!("{line}: {:?}, {memory} kB", begun.elapsed());
    assert!(memory < MEMORY, "{line}: {memory} kB of memory");
    std::fs::read_to_string(errors).expect("text in UTF-8")
}

/// The most memory that a process has had so far, where the system tells.
fn memory_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}

/// Writes a sheet of pieces, each so many times.
fn sheet(place: &Place, pieces: &[(&str, usize)]) {
    let mut file = BufWriter::new(File::create(place.path("a.csv")).expect("room for a sheet"));
    for (piece, times) in pieces {
        (0..*times).for_each(|_| file.write_all(piece.as_bytes()).expect("room for a sheet"));
    }
    file.flush().expect("room for a sheet");
}

#[test]
fn what_is_too_much_is_refused_in_little_memory() {
    let place = Place::small();
    let kilobyte = "x".repeat(1024);
    let shown = "x".repeat(60);
    let long = "a cell is longer than 65,536 bytes (close the quotation mark, or double one that belongs to the text)";
    let wide = "more than 200 columns (is a line break missing?)";
    for (pieces, fault) in [
        // A cell of 100 MB, and one that has no end; told where it begins.
        (
            vec![
                (HEAD, 1),
                (ROW, 3),
                ("2026-03-15,P-1,phone,individual,1,\"", 1),
                (&*kilobyte, 100 * 1024),
                ("\"\n", 1),
            ],
            format!(":5: note: {shown}…: {long}"),
        ),
        (
            vec![(HEAD, 1), (ROW, 3), ("\"", 1), (ROW, 2_500_000)],
            format!(":5: date: 2026-03-15,P-1,phone,individual,1,a note: {long}"),
        ),
        (vec![("\"", 1), (&*kilobyte, 100 * 1024)], format!(":1: {shown}…: {long}")),
        (vec![(HEAD, 1), (ROW, 1), (",", 1_000_000), ("\n", 1)], format!(":3: {wide}")),
        (vec![("a,", 1_000_000), ("\n", 1), (ROW, 1)], format!(":1: {wide}")),
        (
            vec![(HEAD, 1), (ROW, 1), ("\0", 20_000), ("\n", 1)],
            ":3: the text is not in UTF-8 (save it as CSV UTF-8 and import that)".to_string(),
        ),
        (vec![], ": the sheet is empty".to_string()),
        (vec![("\u{feff}", 1)], ": the sheet is empty".to_string()),
        (vec![("\n", 100_000_000)], ": the sheet is empty".to_string()),
    ] {
        sheet(&place, &pieces);
        assert_eq!(answer(&place, "session import a.csv"), refusal(&fault));
    }
    sheet(&place, &[(HEAD, 1)]);
    assert_eq!(answer(&place, "session import a.csv"), "sessions: 0 new, 0 changed, 0 same\n");
    assert_eq!(place.export("session").lines().count(), 1);
}

#[test]
fn what_is_no_file_is_not_read() {
    let place = Place::small();
    let fifo = Command::new("mkfifo").arg(place.path("a.csv")).status();
    assert!(fifo.is_ok_and(|status| status.success()), "a fifo");
    std::fs::write(place.path("map.toml"), "[columns]\n").expect("room");
    std::fs::write(place.path("b.csv"), HEAD).expect("room");
    let mut lines = vec![
        "session import a.csv".to_string(),
        "session import b.csv --map a.csv".to_string(),
        "mapping new session a.csv".to_string(),
        "mapping check map.toml a.csv".to_string(),
        "mapping check a.csv b.csv".to_string(),
    ];
    if Path::new("/dev/zero").exists() {
        lines.extend(lines.clone().iter().map(|line| line.replace("a.csv", "/dev/zero")));
    }
    std::fs::write(place.path("map.toml"), "noun = \"session\"\n[columns]\n").expect("room");
    for line in lines {
        let told = answer(&place, &line);
        let name = if line.contains("/dev/zero") { "/dev/zero" } else { "a.csv" };
        assert!(told.starts_with(&format!("error: `{name}` is not an ordinary file\nhint: ")), "{line}: {told}");
    }
}

/// A mapping as long as a book is refused as soon as a short one.
#[test]
fn long_mappings() {
    let place = Place::small();
    let keys: String = (0..60_000).map(|number| format!("k{number} = \"x\"\n")).collect();
    std::fs::write(place.path("map.toml"), format!("sender = \"a\"\n[columns]\n{keys}")).expect("room");
    std::fs::write(place.path("a.csv"), HEAD).expect("room");
    let told = answer(&place, "session import a.csv --map map.toml");
    assert!(told.starts_with("map.toml:3: k0: there is no field `k0`"), "{}", &told[..200]);
    assert!(told.contains("faults: 60,000; nothing was changed"), "{}", &told[told.len() - 300..]);
}

/// Of a million faults a thousand are told, and all are counted.
#[test]
fn many_faults() {
    let place = Place::small();
    // Each row another unknown point: what may have been meant is not looked for a hundred thousand times.
    let rows: String = (0..20_000).map(|row| format!("2026-03-15,Q-{row},phone,individual,1,\n")).collect();
    std::fs::write(place.path("a.csv"), format!("{HEAD}{rows}")).expect("room");
    let told = answer(&place, "session import a.csv");
    assert_eq!(told.lines().count(), 1003, "{told}");
    assert!(told.contains("\n… and 19,000 more\nerror: `a.csv` was not taken; faults: 20,000;"), "{told}");
    // All are put aside in one go.
    let told = answer(&place, "session import a.csv --rejects r.csv");
    assert!(told.contains("\n… and 19,000 more\nrows that were not taken: 20,000, in `r.csv`\n"), "{told}");
    let aside = std::fs::read_to_string(place.path("r.csv")).expect("the rows");
    assert_eq!(aside.lines().count(), 20_001);
    let last = "2026-03-15,Q-19999,phone,individual,1,,point: there is no point `Q-19999`";
    assert_eq!(aside.lines().last(), Some(last));
}
