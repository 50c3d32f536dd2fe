//! Measures the import of many sessions beside `sqlite3 .import`, with one index and with our two, in one run.
//!
//! `cargo bench --bench import [-- ROWS [ROUNDS]]`; it measures only, and needs `sqlite3` on the path.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const POINTS: u64 = 3_000;
const MENTORS: u64 = 5_000;
const MODES: [&str; 8] = ["service-point", "phone", "chat", "video", "home", "outreach", "course", "remote"];
const TOPICS: [&str; 10] =
    ["banking", "content", "e-services", "email", "equipment", "health", "internet", "messaging", "office", "safety"];
const AGES: [&str; 5] = ["18-29", "30-44", "45-59", "60-74", "75-plus"];

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let rows = numbers.first().copied().unwrap_or(1_000_000);
    let rounds = numbers.get(1).copied().unwrap_or(3);
    let folder = tempfile::tempdir().expect("a folder for the measurement");
    let at = |name: &str| folder.path().join(name);
    write(&at("points.csv"), "code,name,kind,status", POINTS, |row| format!("P{row},Point {row},staffed,open"));
    write(&at("people.csv"), "code,name,kind,status", MENTORS, |row| format!("M{row},Mentor {row},employee,active"));
    let headings = "date,point,mentor,mode,kind,topics,minutes,attendances,returning,tally,outcome,note,sender_id";
    let mut chance = Chance(7);
    write(&at("sessions.csv"), headings, rows, |row| session(row, &mut chance));
    ours(&at("empty.db"), &["init", &path(&at("empty.db")), "--site", "S", "--name", "Bench", "--country", "none"]);
    ours(&at("empty.db"), &["point", "import", &path(&at("points.csv"))]);
    ours(&at("empty.db"), &["person", "import", &path(&at("people.csv"))]);
    println!("{rows} sessions, {} MB", fs::metadata(at("sessions.csv")).map_or(0, |file| file.len() / 1_000_000));
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    for round in 1..=rounds {
        fs::copy(at("empty.db"), at("ours.db")).expect("room for a copy");
        let mine = ours(&at("ours.db"), &["session", "import", &path(&at("sessions.csv")), "--sender", "bench"]);
        let one = theirs(&at("one.db"), headings, &at("sessions.csv"), &["point, date"]);
        let two = theirs(&at("two.db"), headings, &at("sessions.csv"), &["point, date", "date"]);
        let ratio = |theirs: Duration| mine.as_secs_f64() / theirs.as_secs_f64();
        println!(
            "round {round}: ours {mine:.2?}; .import with one index {one:.2?}, ratio {:.2}; with two {two:.2?}, ratio {:.2}",
            ratio(one),
            ratio(two)
        );
        all.iter_mut().zip([mine, one, two]).for_each(|(all, time)| all.push(time));
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64()
    };
    let [mine, one, two] = all.each_mut().map(median);
    println!("medians: {:.2} of one index (aim 0.50), {:.2} of two (aim 0.40)", mine / one, mine / two);
    let again = ours(&at("ours.db"), &["session", "import", &path(&at("sessions.csv")), "--sender", "bench"]);
    println!("the same sheet again: {again:.2?}");
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

/// How long our program takes for these words.
fn ours(db: &Path, words: &[&str]) -> Duration {
    let begin = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
    let done = command.arg("--db").arg(db).args(words).stderr(Stdio::null()).status().expect("our program runs");
    assert!(done.success(), "{words:?}");
    begin.elapsed()
}

/// How long sqlite3 takes to take the sheet in as it is: texts, nothing checked, nothing looked up.
fn theirs(db: &Path, headings: &str, sheet: &Path, indexes: &[&str]) -> Duration {
    let _ = fs::remove_file(db);
    let columns = headings.replace("returning", "\"returning\"").replace(',', " TEXT, ");
    let mut script = format!("CREATE TABLE session ({columns} TEXT);\n");
    for (number, columns) in indexes.iter().enumerate() {
        let _ = writeln!(script, "CREATE INDEX session_{number} ON session ({columns});");
    }
    let begin = Instant::now();
    let mut command = Command::new("sqlite3");
    let import = format!(".import --csv --skip 1 \"{}\" session", path(sheet));
    let done = command.arg(db).arg(script).arg(import).stdout(Stdio::null()).status().expect("sqlite3 is installed");
    assert!(done.success());
    begin.elapsed()
}

fn write(file: &Path, headings: &str, rows: u64, mut row: impl FnMut(u64) -> String) {
    let mut text = format!("{headings}\n");
    for number in 0..rows {
        text.push_str(&row(number));
        text.push('\n');
    }
    fs::write(file, text).expect("room for a sheet");
}

/// Random numbers that are the same in every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

/// A made-up session: busy points, one in seven a group, whose ages are almost never the same twice.
fn session(row: u64, chance: &mut Chance) -> String {
    let busy = chance.below(POINTS).min(chance.below(POINTS));
    let group = chance.below(7) == 0;
    let attendances = if group { 3 + chance.below(18) } else { 1 };
    let mut ages = [0; 5];
    (0..attendances).for_each(|_| ages[chance.below(5) as usize] += 1);
    let bands = AGES.iter().zip(ages).filter(|(_, count)| *count > 0);
    let mut tally: Vec<String> = bands.map(|(age, count)| format!("age:{age}={count}")).collect();
    if !group {
        tally.push(format!("sex:{}", chance.of(&["female", "male"])));
    }
    let date = format!("20{}-{:02}-{:02}", 23 + chance.below(3), 1 + chance.below(12), 1 + chance.below(28));
    let topics = [chance.of(&TOPICS), chance.of(&TOPICS)].join(" ");
    let note = if chance.below(5) == 0 { "asked about prescriptions and the pension portal" } else { "" };
    format!(
        "{date},P{busy},M{busy},{},{},{topics},{},{attendances},{},{},{},{note},S{row}",
        chance.of(&MODES),
        if group { "group" } else { "individual" },
        chance.of(&[15, 30, 45, 60, 90, 120]),
        chance.below(attendances + 1),
        tally.join(" "),
        chance.of(&["alone", "with-help", "done-for"]),
    )
}
