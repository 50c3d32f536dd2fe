//! The power is cut: what a command wrote is replayed on a disk that loses whatever was not made durable.
#![cfg(target_os = "linux")]

use crate::before::{Before, Files};
use crate::commands::NOW;
use crate::content::{Content, is_sound};
use crate::desk::{Desk, words};
use crate::disk::Disk;
use crate::rounds::{Chance, rounds};
use crate::trace::{self, Call};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// What commands did to the disk, and what the file said before the first and after each.
struct Story {
    before: Files,
    calls: Vec<Call>,
    /// How many calls there were when each command was acknowledged.
    ends: Vec<usize>,
    contents: Vec<Content>,
    /// The copy that is kept before the merge, and how many commands are done when it is needed.
    copy: String,
    merged: usize,
}

/// In how many cuts something went wrong.
#[derive(Debug, Default, PartialEq)]
struct Verdicts {
    damaged: usize,
    lost: usize,
    half_done: usize,
    /// A merge was begun before the copy of the file as it was had become durable.
    without_a_copy: usize,
}

/// No cut damages the file, takes an acknowledged row away, or leaves a half of a sheet.
#[test]
fn the_power_is_cut() {
    if !trace::is_possible() {
        return;
    }
    let story = Story::record();
    let mut chance = Chance::new();
    let cuts = rounds(150, 5_000);
    let verdicts = story.replay(cuts, |_| true, &mut chance);
    println!("power: {cuts} cuts over {} calls: {verdicts:?}", story.calls.len());
    assert_eq!(verdicts, Verdicts::default());
    // A disk that is deaf to syncs shows that the replay can tell.
    let verdicts = story.replay(cuts, |call| !matches!(call, Call::SyncFolder(_)), &mut chance);
    println!("power: {cuts} cuts, the folder's syncs unheard: {verdicts:?}");
    assert!(verdicts.lost > 0, "a journal that came back took nothing away: the replay has no teeth");
    let verdicts = story.replay(cuts, |call| !matches!(call, Call::Sync(_)), &mut chance);
    println!("power: {cuts} cuts, the files' syncs unheard: {verdicts:?}");
    assert!(verdicts.damaged > 0, "nothing was damaged: the replay has no teeth");
}

impl Story {
    /// Ten commands that add a point each, one that takes in three hundred sessions, and after that an undo and a merge.
    fn record() -> Self {
        let desk = Desk::new("none");
        desk.sheet("s.csv", 300);
        fs::copy(desk.file(), desk.path("other.db")).expect("a copy");
        desk.done("--db other.db session import s.csv");
        let content = || Content::of(&desk.sql("n.db")).expect("a content");
        let before = Before::of(&desk);
        let mut story = Self {
            before: before.files,
            calls: Vec::new(),
            ends: Vec::new(),
            contents: vec![content()],
            copy: String::new(),
            merged: 0,
        };
        let adds = (0..10).map(|point| format!("point add P{point} --name Minta"));
        for line in adds.chain(["session import s.csv", "undo", "merge other.db"].map(str::to_string)) {
            let mut command = desk.command(&words(&line));
            story.calls.extend(trace::record(command.env("TUKIPONT_NOW", NOW), desk.folder()));
            story.ends.push(story.calls.len());
            story.contents.push(content());
        }
        story.merged = story.ends.len();
        story.copy = desk.copies().pop().expect("the copy that was kept before the merge");
        story
    }

    /// Cuts the power so many times, at every boundary of two calls where there are enough cuts.
    fn replay(&self, cuts: usize, is_heard: fn(&Call) -> bool, chance: &mut Chance) -> Verdicts {
        let boundaries = self.calls.len() + 1;
        let mut at: Vec<usize> = match cuts < boundaries {
            true => (0..cuts).map(|cut| cut * boundaries / cuts).collect(),
            false => (0..cuts).map(|cut| cut % boundaries).collect(),
        };
        at.sort_unstable();
        let mut disk = Disk::with(&self.before);
        let mut verdicts = Verdicts::default();
        let mut done = 0;
        for at in at {
            self.calls[done..at].iter().filter(|call| is_heard(call)).for_each(|call| disk.call(call));
            done = at;
            self.judge(at, &disk.cut(chance), &mut verdicts);
        }
        verdicts
    }

    /// Opens what a cut left, and holds it to what had been acknowledged by then.
    fn judge(&self, at: usize, left: &Files, verdicts: &mut Verdicts) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("n.db.backups")).expect("the folder of copies");
        for (name, bytes) in left {
            fs::write(folder.path().join(name), bytes).expect("a file");
        }
        let acknowledged = self.ends.iter().filter(|end| **end <= at).count();
        match open(&folder.path().join("n.db")) {
            Ok(Some(content)) => match self.contents.iter().position(|known| *known == content) {
                Some(commands) => {
                    verdicts.lost += usize::from(commands < acknowledged);
                    verdicts.without_a_copy += usize::from(commands == self.merged && !self.has_copy(folder.path()));
                }
                None => verdicts.half_done += 1,
            },
            _ => verdicts.damaged += 1,
        }
    }

    /// Whether the copy that is kept before the merge is there and says what the file said then.
    fn has_copy(&self, folder: &Path) -> bool {
        let copy = open(&folder.join(&self.copy)).ok().flatten();
        copy.is_some_and(|copy| copy == self.contents[self.merged - 1])
    }
}

/// What a file says once SQLite has taken back what was not committed; nothing where it is not sound.
fn open(file: &Path) -> rusqlite::Result<Option<Content>> {
    let file = Connection::open(file)?;
    // The power is not cut again.
    file.execute_batch("PRAGMA synchronous = OFF")?;
    let content = Content::of(&file)?;
    Ok(is_sound(&file)?.then_some(content))
}
