//! Four desks with one file, and what people do at them, drawn by chance.

use crate::older::tell_as_older;
use crate::oracle;
use crate::replica::{Name, Replica};
use std::collections::BTreeSet;

/// So many kinds of steps there are; those above the last are merges too.
pub const KINDS: u8 = 24;

/// What somebody does: at which desk, what, and which of the rows and values there are.
pub type Step = (usize, u8, u32, u32);

/// Four desks, and all that was ever said at one of them.
pub struct World {
    pub desks: Vec<Replica>,
    pub said: BTreeSet<Name>,
    /// Whether the third desk still works with the older program.
    is_older: bool,
    /// Names and notes that somebody has erased somewhere.
    pub erased: Vec<String>,
    /// The kinds of steps that were done, and not refused.
    pub done: Vec<u8>,
    pub steps: u32,
}

impl World {
    pub fn new(is_older: bool) -> Self {
        let first = Replica::first();
        // A clone with its site code, one whose clock stands in 1970, one that stands still, one in 2096.
        let clone = first.copy(1_795_000_100, 45);
        let past = first.copy(1_000, 30);
        let future = first.copy(3_976_000_000, 0);
        past.told("setting set site C");
        future.told("setting set site D");
        if is_older {
            tell_as_older(&past);
        }
        let said = first.versions();
        Self { desks: vec![first, clone, past, future], said, is_older, erased: Vec::new(), done: Vec::new(), steps: 0 }
    }

    pub fn take(&mut self, (desk, kind, which, other): Step) {
        self.steps += 1;
        let number = self.steps;
        let here = &mut self.desks[desk];
        here.now += here.step;
        let here = &self.desks[desk];
        let pick = |sql: &str, which: u32| -> Option<String> {
            let file = here.look();
            let mut statement = file.prepare(sql).expect("a query");
            let all: Vec<String> =
                statement.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a text")).collect();
            let place = which as usize % all.len().max(1);
            all.into_iter().nth(place)
        };
        let code = |noun: &str, which: u32| {
            // Codes that several rows have are told apart by their ids, as the program tells them.
            pick(&format!("SELECT code FROM {noun} ORDER BY id"), which).map(|code| {
                let shown = here.run(&[noun, "list", "--format", "csv", "--fields", "code"]);
                let all: Vec<&str> = shown.out.lines().skip(1).collect();
                let place = which as usize % all.len().max(1);
                all.get(place).map_or(code, ToString::to_string)
            })
        };
        let session = |which: u32| {
            let shown = here.run(&["session", "list", "--format", "csv", "--fields", "id"]);
            let all: Vec<String> = shown.out.lines().skip(1).map(str::to_string).collect();
            let place = which as usize % all.len().max(1);
            all.into_iter().nth(place)
        };
        let mut words: Vec<String> = Vec::new();
        let mut say = |line: &str| words.extend(line.split(' ').map(str::to_string));
        match kind {
            0 => say(&format!("person add --name Név{number}x --status active --phone +3630{:07}", number)),
            1 => say(&format!("point add --name Pont{number} --area X-0{}", 1 + which % 2)),
            2 => {
                if let (Some(point), Some(person)) = (code("point", which), code("person", other)) {
                    let topic =
                        pick("SELECT substr(code, 7) FROM category WHERE code LIKE 'topic:%' ORDER BY id", other);
                    let more = match (which % 4, topic) {
                        (0, _) => format!(" --note jegyzet{number}x"),
                        (1, Some(topic)) => format!(" --note jegyzet{number}x --topics {topic}"),
                        (2, Some(topic)) => format!(" --topics {topic}"),
                        _ => String::new(),
                    };
                    say(&format!(
                        "session add --date 2026-02-0{} --point {point} --mentor {person} --mode phone --kind individual --attendances 1{more}",
                        1 + which % 9
                    ));
                }
            }
            3 => {
                if let Some(person) = code("person", which) {
                    let field = ["--name", "--phone", "--email", "--status"][other as usize % 4];
                    let value = ["Más", "+36307777777", "minta@example.org", "paused"][other as usize % 4];
                    let value = if other.is_multiple_of(4) { format!("{value}{number}") } else { value.to_string() };
                    say(&format!("person edit {person} {field} {value}"));
                }
            }
            4 => {
                if let Some(point) = code("point", which) {
                    let change = ["--name Új", "--area X-02", "--handover-days 7", "--clear host", "--status paused"];
                    say(&format!("point edit {point} {}", change[other as usize % 5]));
                }
            }
            5 => {
                if let Some(session) = session(which) {
                    let change = ["--minutes 30", "--minutes 45", "--note Más", "--clear note", "--attendances 2"];
                    say(&format!("session edit {session} {}", change[other as usize % 5]));
                }
            }
            6 => {
                let noun = ["person", "point", "organisation", "area"][other as usize % 4];
                if let Some(row) = code(noun, which) {
                    say(&format!("{noun} remove {row}"));
                }
            }
            7 => {
                if let Some(session) = session(which) {
                    say(&format!("session remove {session}"));
                }
            }
            8 => {
                let noun = ["person", "point", "organisation"][other as usize % 3];
                if let Some(row) = code(noun, which) {
                    say(&format!("{noun} rename {row} X-{}", number % 5));
                }
            }
            9 => say(&format!("undo {}", 1 + which % 3)),
            10 => say(&format!("organisation add --name Szerv{number} --parent O-1")),
            11 => {
                // A parent may come to stand under its own child, where two desks each move one.
                if let (Some(area), Some(parent)) = (code("area", which), code("area", other)) {
                    match which % 3 {
                        0 => say(&format!("area edit {area} --clear parent")),
                        _ => say(&format!("area edit {area} --parent {parent}")),
                    }
                }
            }
            12 => {
                // The same register, read at several desks.
                let sheet = format!("code,name,status\n,Nyilvántartott {},active\n", which % 3);
                std::fs::write(here.path("register.csv"), sheet).expect("a sheet");
                say("person import");
                words.push(here.path("register.csv").display().to_string());
                words.extend(["--sender".to_string(), "register".to_string()]);
            }
            13 => {
                let open = || here.run(&["conflict", "list", "--format", "csv", "--fields", "noun,code"]).out;
                let place = (desk + 1 + which as usize % 3) % 4;
                if open().lines().count() < 2 && !(self.is_older && [desk, place].contains(&OLDER)) {
                    // Two disagree, and one of them hears of it.
                    let from = &self.desks[place];
                    for desk in [here, from] {
                        desk.told(&format!("point edit P-1 --name Vita{}", desk.now));
                    }
                    let done = here.run(&["merge", &from.file().display().to_string(), "--no-backup", "--yes"]);
                    assert_eq!(done.code, 0, "{done:?}");
                }
                let open = open();
                let all: Vec<&str> = open.lines().skip(1).collect();
                if let Some((noun, row)) =
                    all.get(which as usize % all.len().max(1)).and_then(|line| line.split_once(','))
                {
                    say(&format!("conflict resolve {noun} {row} --take {}", 1 + other % 2));
                }
            }
            14 | 15 => {
                let noun = ["person", "point"][(which / 7) as usize % 2];
                let next = which.wrapping_add(1 + other % 2);
                if let (Some(one), Some(two)) = (code(noun, which), code(noun, next)) {
                    let line = match (kind, which % 3) {
                        (14, _) => format!("join {noun} {one} {two}"),
                        (_, 0 | 1) => format!("join {noun} {one} {two} --different"),
                        _ => format!("join undo {noun} {one} {two}"),
                    };
                    say(&line);
                }
            }
            16 => {
                if let Some(person) = code("person", which).filter(|_| other.is_multiple_of(2)) {
                    let shown = here.run(&["person", "list", "--format", "csv", "--fields", "code,name"]).out;
                    let name = shown.lines().find_map(|line| line.strip_prefix(&person)?.strip_prefix(','));
                    self.erased.extend(name.filter(|name| name.starts_with("Név")).map(str::to_string));
                    say(&format!("person erase {person} --yes"));
                }
            }
            17..=19 => {
                let place = (desk + 1 + which as usize % 3) % 4;
                let from = &self.desks[if self.is_older && place == OLDER { desk } else { place }];
                let file = here.path("slice.handover").display().to_string();
                let people = if other.is_multiple_of(3) { " --people" } else { "" };
                let scope = ["", " --point P-1", " --area X-02", " --since last", " --since last --point P-2"];
                let line = format!("handover create --force -o {file}{}{people}", scope[(other / 3) as usize % 5]);
                let made = from.told(&line);
                match made.code {
                    0 => {
                        say("handover receive --no-backup --yes");
                        words.push(file);
                    }
                    // The point or the area is no longer there.
                    code => assert_eq!(code, 3, "{line}: {made:?}"),
                }
            }
            20 => {
                let topic = format!("topic:t{}", which % 4);
                match other % 4 {
                    0 => say(&format!("category edit {topic} --label-hu Téma{number}")),
                    1 => say(&format!("category remove {topic}")),
                    _ => say(&format!("category add {topic} --label-en Topic{number}")),
                }
            }
            21 => {
                let setting = ["retention-session", "handover-days"][which as usize % 2];
                match other % 3 {
                    0 => say(&format!("setting clear {setting}")),
                    _ => say(&format!("setting set {setting} {}", 1 + number % 7)),
                }
            }
            22 => {
                if let Some(session) = session(which) {
                    let shown = here.run(&["session", "show", &session, "--format", "csv", "--fields", "note"]).out;
                    let note = shown.lines().nth(1).filter(|note| note.starts_with("jegyzet"));
                    self.erased.extend(note.map(str::to_string));
                    say(&format!("session erase {session} --yes"));
                }
            }
            _ => {
                let from = &self.desks[(desk + 1 + which as usize % 3) % 4];
                words = vec!["merge".into(), from.file().display().to_string(), "--no-backup".into(), "--yes".into()];
            }
        }
        let is_older = self.is_older && desk == OLDER;
        let needs_today = ["merge", "handover", "setting", "--handover-days"];
        let is_told = !is_older || !words.iter().any(|word| needs_today.contains(&word.as_str()));
        let done =
            (is_told && !words.is_empty()).then(|| here.run(&words.iter().map(String::as_str).collect::<Vec<_>>()));
        // What was sent with names is the sender's to delete.
        let _ = std::fs::remove_file(here.path("slice.handover"));
        let Some(done) = done else { return };
        // Rows may be gone, needed or erased already; what brings files together or sets something is always done.
        let may_be_refused = !["merge", "handover", "setting"].contains(&words[0].as_str());
        assert!(done.code == 0 || (may_be_refused && [3, 4].contains(&done.code)), "{words:?}: {done:?}");
        if done.code == 0 {
            self.done.push(kind);
        }
        if is_older {
            tell_as_older(here);
        } else {
            oracle::check(here);
        }
        let now = here.versions();
        self.said.extend(now);
    }

    /// Hands everything over to the first desk, and from there to all others.
    pub fn hand_over(&self) {
        let (hub, others) = self.desks.split_first().expect("desks");
        let ways = others.iter().map(|desk| (desk, hub)).chain(others.iter().map(|desk| (hub, desk)));
        for (from, to) in ways {
            let file = to.path("all.handover").display().to_string();
            for (desk, line) in [
                (from, format!("handover create --people -o {file}")),
                (to, format!("handover receive {file} --no-backup --yes")),
            ] {
                let done = desk.told(&line);
                assert_eq!(done.code, 0, "{line}: {}", done.err);
            }
            // What was sent with names is the sender's to delete.
            std::fs::remove_file(file).expect("the hand-over");
        }
    }

    /// Merges all into all until nobody learns anything.
    pub fn merge(&self) {
        for _ in 0..2 {
            for (place, desk) in self.desks.iter().enumerate() {
                for (other, from) in self.desks.iter().enumerate().filter(|(other, _)| *other != place) {
                    let done = desk.run(&["merge", &from.file().display().to_string(), "--no-backup", "--yes"]);
                    assert_eq!(done.code, 0, "{place} {other}: {}", done.err);
                }
            }
        }
    }
}

/// The desk with the older program.
const OLDER: usize = 2;
