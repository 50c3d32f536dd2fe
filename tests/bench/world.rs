//! What the measurements share: a made-up network with many sessions, and programs that are timed from outside.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub const POINTS: u64 = 3_000;
pub const MENTORS: u64 = 5_000;
pub const MODES: [&str; 8] = ["service-point", "phone", "chat", "video", "home", "outreach", "course", "remote"];
pub const TOPICS: [&str; 10] =
    ["banking", "content", "e-services", "email", "equipment", "health", "internet", "messaging", "office", "safety"];
pub const AGES: [&str; 5] = ["18-29", "30-44", "45-59", "60-74", "75-plus"];

/// The headings of the sheet of sessions.
pub const HEADINGS: &str =
    "date,point,mentor,mode,kind,topics,minutes,attendances,returning,tally,outcome,note,sender_id";

/// A network with points and mentors and no sessions.
pub fn network(file: &Path, folder: &Path) {
    let at = |name: &str| folder.join(name);
    write(&at("points.csv"), "code,name,kind,status", POINTS, |row| format!("P{row},Point {row},staffed,open"));
    write(&at("people.csv"), "code,name,kind,status", MENTORS, |row| format!("M{row},Mentor {row},employee,active"));
    ours(file, &["init", &path(file), "--site", "S", "--name", "Bench", "--country", "none"]);
    ours(file, &["point", "import", &path(&at("points.csv"))]);
    ours(file, &["person", "import", &path(&at("people.csv"))]);
}

/// A sheet with this many sessions, each with an id of the sender's that begins so.
pub fn sessions(sheet: &Path, rows: u64, letter: &str, chance: &mut Chance) {
    write(sheet, HEADINGS, rows, |row| session(&format!("{letter}{row}"), chance));
}

/// The middle one of several times, in seconds.
pub fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// The numbers on the command line, and else these.
pub fn numbers<const N: usize>(usual: [u64; N]) -> [u64; N] {
    let given: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    std::array::from_fn(|place| given.get(place).copied().unwrap_or(usual[place]))
}

pub fn path(path: &Path) -> String {
    path.display().to_string()
}

/// How long our program takes for these words.
pub fn ours(db: &Path, words: &[&str]) -> Duration {
    let begin = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tukipont"));
    let done = command.arg("--db").arg(db).args(words).stderr(Stdio::null()).status().expect("our program runs");
    assert!(done.success(), "{words:?}");
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
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

/// A made-up session: busy points, one in seven a group, whose ages are almost never the same twice.
fn session(id: &str, chance: &mut Chance) -> String {
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
        "{date},P{busy},M{busy},{},{},{topics},{},{attendances},{},{},{},{note},{id}",
        chance.of(&MODES),
        if group { "group" } else { "individual" },
        chance.of(&[15, 30, 45, 60, 90, 120]),
        chance.below(attendances + 1),
        tally.join(" "),
        chance.of(&["alone", "with-help", "done-for"]),
    )
}
