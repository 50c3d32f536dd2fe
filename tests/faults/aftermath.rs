//! What the next commands make of what a command has left that did not come to its end.
#![cfg(unix)]

use crate::content::{Content, is_sound};
use crate::desk::{Desk, words};
use std::fs;

/// Whether the command left half of its work, and what is needed to take it back.
pub fn has_hot_journal(desk: &Desk) -> bool {
    fs::metadata(desk.path("n.db-journal")).is_ok_and(|journal| journal.len() > 0)
}

/// What the file says once the next command has read it, and the next one that may write has opened it; said is what was before.
pub fn look_after(desk: &Desk, said: &str) -> Content {
    let next = desk.run(&["point", "list"]);
    assert!(next.status.success(), "{said}: {next:?}");
    assert!(!has_hot_journal(desk), "{said}: the journal was left");
    // It has nothing to write. Soon after the end, the mark might still be that of a command about to begin.
    let mut later = desk.command(&words("point edit K1 --name Minta"));
    let later = later.env("TUKIPONT_NOW", "2026-11-21T11:00:00Z").output().expect("the program");
    assert!(later.status.success(), "{said}: {later:?}");
    let file = desk.sql("n.db");
    assert!(is_sound(&file).expect("a verdict"), "{said}: the file is damaged");
    assert_eq!(desk.count("SELECT count(*) FROM busy"), 0, "{said}: the mark was left");
    Content::of(&file).expect("a content")
}
