//! Somebody is forgotten: entered, edited, noted, joined, handed over, copied and imported in any order, then erased; no
//! file of the network holds the name any more in any spelling, whatever arrives later, and no session is missing.

use crate::replica::{Replica, folder};
use crate::rounds::{Chance, rounds};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use tukipont::value::fold;

/// What stands in every name, address and code of the person, in letters that no folding changes but for their case; and
/// the digits of every number.
const MARKS: [&str; 2] = ["qzxwyk", "30987654"];

/// Somebody else's register, and their sheet of sessions.
const SHEETS: [(&str, &str); 4] = [
    ("person.csv", "Nr,Who,State,Call\n7,Dr. Qzxwyk Űrső,active,+36 30 987 6540\n"),
    (
        "person.toml",
        "sender = 'register'\nnoun = 'person'\nid = 'Nr'\n[columns]\nname = 'Who'\nstatus = 'State'\nphone = 'Call'\n",
    ),
    (
        "session.csv",
        "Nr,Day,Said\n1,2026-02-01,dr. qzxwyk urso: 06 30 987 6540\n2,2026-02-02,DR. QZXWYK ŰRSŐ elkérte\n3,2026-02-03,\n",
    ),
    (
        "session.toml",
        "sender = 'register'\nnoun = 'session'\nid = 'Nr'\n[columns]\ndate = 'Day'\nnote = 'Said'\n\
         point = { value = 'P-1' }\nmode = { value = 'phone' }\nkind = { value = 'individual' }\n\
         attendances = { value = '1' }\n",
    ),
];

/// What tells of everybody, or looks for somebody.
const TELLING: [&str; 14] = [
    "person list --format json",
    "person export --format csv",
    "session list --format json",
    "assignment list",
    "history --format json",
    "undo --list --limit 1000",
    "handover list",
    "join list --decided",
    "conflict list",
    "check",
    "mentor list",
    "stats show activity --by mentor",
    "person list --name qzxwyk",
    "person show Qzxwykné",
];

/// Two copies of a network, the first of which erases, and what people keep elsewhere.
struct World {
    desks: [Replica; 2],
    elsewhere: TempDir,
    handovers: Vec<String>,
    copies: Vec<String>,
    chance: Chance,
    steps: usize,
    /// What was done, for whoever looks into a failure.
    told: Vec<String>,
}

impl World {
    fn new() -> Self {
        let first = Replica::first();
        for words in [
            &["person", "add", "QZXWYK-1", "--name", "Qzxwykné Ágota", "--status", "active"][..],
            &[
                "person",
                "add",
                "Q-2",
                "--name",
                "QZXWYKNÉ ÁGOTA",
                "--status",
                "active",
                "--email",
                "qzxwyk@example.org",
            ],
            &["assignment", "add", "--person", "QZXWYK-1", "--role", "mentor", "--point", "P-1"],
        ] {
            assert_eq!(first.run(words).code, 0, "{words:?}");
        }
        let second = first.copy(1_795_500_000, 45);
        second.told("setting set site B");
        let elsewhere = folder();
        for (name, text) in SHEETS {
            fs::write(elsewhere.path().join(name), text).expect("a sheet");
        }
        let (chance, desks) = (Chance::new(), [first, second]);
        let mut world =
            Self { desks, elsewhere, handovers: vec![], copies: vec![], chance, steps: 0, told: Vec::new() };
        world.import(0);
        assert!(world.told.iter().all(|told| told.ends_with("(0)")), "{:#?}", world.told);
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.elsewhere.path().join(name)
    }

    /// Runs a command line, which is done or refused.
    fn run(&mut self, desk: usize, words: &[&str]) -> bool {
        self.desks[desk].now += self.desks[desk].step;
        let done = self.desks[desk].run(words);
        self.told.push(format!("{desk}: {} ({})", words.join(" "), done.code));
        assert!(matches!(done.code, 0 | 3 | 4), "{done:?}: {:#?}", self.told);
        done.code == 0
    }

    /// The codes that a query finds at a desk.
    fn codes(&self, desk: usize, sql: &str) -> Vec<String> {
        let file = self.desks[desk].look();
        let mut statement = file.prepare(sql).expect("a query");
        let codes = statement.query_map([], |row| row.get(0)).expect("rows");
        codes.map(|code| code.expect("a code")).collect()
    }

    /// The code of somebody whose name is known at a desk.
    fn somebody(&mut self, desk: usize) -> Option<String> {
        let codes = self.codes(desk, "SELECT code FROM person WHERE name LIKE '%qzxwyk%' ORDER BY id");
        (!codes.is_empty()).then(|| codes[self.chance.below(codes.len())].clone())
    }

    /// The first desk erases everybody, those too who were removed.
    fn erase_all(&mut self) {
        while let Some(person) = self.somebody(0) {
            assert!(self.run(0, &["person", "erase", &person, "--yes", "--notes"]), "{:#?}", self.told);
        }
        let removed = "SELECT body ->> 'code' FROM version WHERE noun = 'person' AND personal LIKE '%qzxwyk%'";
        while let Some(person) = self.codes(0, removed).first() {
            assert!(self.run(0, &["person", "erase", person, "--yes", "--notes"]), "{:#?}", self.told);
        }
    }

    /// The register and its sheet of sessions are read, for the first time or once more.
    fn import(&mut self, desk: usize) {
        for noun in ["person", "session"] {
            let [sheet, map] = ["csv", "toml"].map(|end| self.path(&format!("{noun}.{end}")).display().to_string());
            self.run(desk, &[noun, "import", &sheet, "--map", &map]);
        }
    }

    /// Somebody is edited, noted, joined, or given away.
    fn tell(&mut self, desk: usize) {
        self.steps += 1;
        let step = self.steps;
        let Some(person) = self.somebody(desk) else { return };
        let person = person.as_str();
        match self.chance.below(10) {
            0 => {
                let name = ["Őri-Qzxwykházy", "qzxwyk Ágota", "ŐRI-QZXWYKHÁZY"][step % 3];
                self.run(desk, &["person", "edit", person, "--name", &format!("{name} {step}")]);
            }
            1 => {
                let phone = format!("+36 30 987 654{}", step % 10);
                self.run(desk, &["person", "edit", person, "--phone", &phone]);
            }
            2 => {
                let address = format!("qzxwyk{step}@example.org");
                self.run(desk, &["person", "edit", person, "--email", &address]);
            }
            3 => {
                self.run(desk, &["person", "rename", person, &format!("QZXWYK-{step}")]);
            }
            4 => {
                let other = self.somebody(desk).expect("somebody");
                self.run(desk, &["join", "person", person, &other]);
            }
            5 => {
                let to = self.path(&format!("{step}.handover")).display().to_string();
                if self.run(desk, &["handover", "create", "-o", &to, "--people"]) {
                    self.handovers.push(to);
                }
            }
            6 => {
                let to = self.path(&format!("{step}.db")).display().to_string();
                if self.run(desk, &["backup", "-o", &to]) {
                    self.copies.push(to);
                }
            }
            7 => {
                self.run(desk, &["backup"]);
            }
            _ if self.chance.hits(1, 3) => {
                self.run(desk, &["person", "remove", person]);
            }
            _ => self.import(desk),
        }
    }

    /// A session and a note on it that names somebody in a spelling of its own, later another.
    fn note(&mut self, desk: usize) {
        let Some(person) = self.somebody(desk) else { return };
        let sql = "SELECT name FROM person WHERE code = ?";
        let name: String = self.desks[desk].look().query_row(sql, [&person], |row| row.get(0)).expect("a name");
        let name = [name.to_uppercase(), fold(&name), name][self.chance.below(3)].clone();
        let note = format!("kérte {name}, hívni kell");
        let words = "session add --date 2026-03-01 --point P-1 --mode phone --kind individual --attendances 1 --mentor";
        let words: Vec<&str> = words.split(' ').chain([person.as_str(), "--note", &note]).collect();
        self.run(desk, &words);
        let id = "SELECT id FROM session ORDER BY clock DESC LIMIT 1";
        let id: i64 = self.desks[desk].look().query_row(id, [], |row| row.get(0)).expect("a session");
        if self.chance.hits(1, 2) {
            self.run(desk, &["session", "edit", &tukipont::file::id::show(id), "--note", "más áll itt"]);
        }
    }

    /// The second desk goes on as if nothing had happened, and all that was given away comes back.
    fn bring_back(&mut self) {
        let pick = |files: &[String], chance: &mut Chance| {
            (!files.is_empty()).then(|| files[chance.below(files.len())].clone())
        };
        match self.chance.below(7) {
            0 => {
                if let Some(file) = pick(&self.handovers, &mut self.chance) {
                    self.run(0, &["handover", "receive", "--yes", &file]);
                }
            }
            1 => {
                if let Some(file) = pick(&self.copies, &mut self.chance) {
                    self.run(0, &["merge", "--yes", &file]);
                }
            }
            2 => {
                self.tell(1);
                let file = self.desks[1].file().display().to_string();
                self.run(0, &["merge", "--yes", &file]);
            }
            3 => {
                let file = self.path("late.handover").display().to_string();
                self.tell(1);
                self.run(1, &["handover", "create", "--force", "-o", &file, "--people"]);
                self.run(0, &["handover", "receive", "--yes", &file]);
            }
            4 => self.import(0),
            5 => {
                let number = (1 + self.chance.below(5)).to_string();
                self.run(0, &["undo", &number]);
            }
            _ => {
                let file = pick(&self.copies, &mut self.chance).unwrap_or("1".to_string());
                self.run(0, &["restore", &file, "--yes"]);
            }
        }
    }

    /// Whether something was taken back, so that sessions may go, and come with the next sheet.
    fn has_taken_back(&self) -> bool {
        self.told.iter().any(|told| told.contains(": undo") || told.contains(": restore"))
    }

    /// How many sessions the first desk counts.
    fn sessions(&self) -> i64 {
        let sql = "SELECT count(*) FROM session";
        self.desks[0].look().query_row(sql, [], |row| row.get(0)).expect("a count")
    }

    /// Nothing that lies at a desk holds the name: the file with its free pages, its copies, whatever is beside it.
    fn assert_forgotten(&self, desk: usize) {
        for mark in MARKS {
            assert_eq!(self.desks[desk].holds(mark), None, "{mark} is still at desk {desk}: {:#?}", self.told);
        }
    }

    /// Nothing that is told of the file or made of it does, either.
    fn assert_nothing_tells(&mut self, desk: usize) {
        let erased = self.codes(desk, "SELECT code FROM person WHERE code LIKE 'erased-%'");
        let of_each = |code: &String| [format!("person dossier {code}"), format!("history person {code}")];
        let lines = erased.iter().flat_map(of_each).chain(TELLING.map(str::to_string));
        for line in lines {
            let done = self.desks[desk].told(&line);
            assert!(matches!(done.code, 0 | 3 | 4), "{line}: {done:?}");
            // What was asked for may be repeated.
            let said = if line.to_lowercase().contains(MARKS[0]) { done.out } else { done.out + &done.err };
            let said = said.to_lowercase();
            assert!(MARKS.iter().all(|mark| !said.contains(mark)), "{line}: {said}: {:#?}", self.told);
        }
        for line in ["handover create --people --force -o", "backup --force -o"] {
            let made = self.desks[desk].path("made");
            let words: Vec<String> = line.split(' ').map(Into::into).chain([made.display().to_string()]).collect();
            assert!(self.run(desk, &words.iter().map(String::as_str).collect::<Vec<_>>()), "{line}");
            self.assert_forgotten(desk);
            fs::remove_file(made).expect("what was made");
        }
    }
}

#[test]
fn whoever_was_erased_is_nowhere() {
    let (rounds, mut arrivals) = (rounds(10, 1_000), 0);
    for _ in 0..rounds {
        let mut world = World::new();
        for _ in 0..4 + world.chance.below(12) {
            let desk = world.chance.below(2);
            match world.chance.below(5) {
                0 => world.note(desk),
                // The next time it takes that back in turn.
                2 => {
                    world.run(desk, &["undo"]);
                }
                1 => {
                    let other = world.desks[1 - desk].file().display().to_string();
                    world.run(desk, &["merge", "--yes", &other]);
                }
                _ => world.tell(desk),
            }
        }
        // Of a note that has not arrived yet nobody knows that it names somebody.
        let other = world.desks[1].file().display().to_string();
        world.run(0, &["merge", "--yes", &other]);
        let sessions = world.sessions();
        assert!(world.desks[0].holds(MARKS[0]).is_some(), "the search finds nothing");
        world.erase_all();
        world.assert_forgotten(0);
        assert_eq!(world.sessions(), sessions, "{:#?}", world.told);
        for _ in 0..2 + world.chance.below(8) {
            world.bring_back();
            world.assert_forgotten(0);
            assert!(world.has_taken_back() || world.sessions() == sessions, "{:#?}", world.told);
            arrivals += 1;
        }
        let first = world.desks[0].file().display().to_string();
        world.run(1, &["merge", "--yes", &first]);
        world.assert_forgotten(1);
        let desk = world.chance.below(2);
        world.assert_nothing_tells(desk);
    }
    println!("erased: {rounds} rounds, {arrivals} times something came back, the name never");
}
