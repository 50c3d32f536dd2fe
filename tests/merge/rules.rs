//! Rules of merging that equal files alone do not show: what is kept, shown and told, one case each.

mod erased;
mod gaps;
mod heads;
mod home;
mod joins;
mod needed;
mod settings;
mod sheets;
mod silent;
mod slices;
mod undone;

use crate::older::tell_as_older;
use crate::oracle;
use crate::replica::{Done, Replica};

/// Two desks with the same file.
fn desks() -> (Replica, Replica) {
    let first = Replica::first();
    let other = first.copy(1_795_000_500, 60);
    assert_eq!(other.told("setting set site B").code, 0);
    (first, other)
}

fn done(desk: &Replica, line: &str) -> Done {
    let done = desk.told(line);
    assert_eq!(done.code, 0, "{line}: {}", done.err);
    done
}

/// Takes all in that the other desk has.
fn merge(desk: &Replica, other: &Replica) -> String {
    let done = desk.run(&["merge", &other.file().display().to_string(), "--no-backup", "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    oracle::check(desk);
    done.err
}

/// Hands over from one desk to the other.
fn hand_over(from: &Replica, to: &Replica, flags: &str) -> String {
    let file = to.path("a.handover").display().to_string();
    done(from, &format!("handover create --force -o {file}{flags}"));
    let done = done(to, &format!("handover receive {file} --no-backup --yes"));
    oracle::check(to);
    done.err
}

fn cell(desk: &Replica, line: &str, field: &str) -> String {
    let done = done(desk, &format!("{line} --format json"));
    let row: serde_json::Value = serde_json::from_str(&done.out).expect("a row");
    row[field].as_str().map_or_else(|| row[field].to_string(), str::to_string)
}

/// Reads a sheet of people from one and the same register.
fn register(desk: &Replica, sheet: &str) {
    let path = desk.path("register.csv");
    std::fs::write(&path, sheet).expect("a sheet");
    done(desk, &format!("person import {} --sender register", path.display()));
}
