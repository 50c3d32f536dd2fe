//! Several commands at once: each waits for the other, and what waits too long says so.

use crate::desk::Desk;
use std::time::Instant;

#[test]
fn somebody_else_writes() {
    let desk = Desk::new("none");
    let other = desk.sql("n.db");
    other.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    let begun = Instant::now();
    // Not by `refused`: a process that reads a file and closes it gives up its own locks on it.
    let done = desk.run(&["point", "edit", "K1", "--name", "x"]);
    assert_eq!(done.status.code(), Some(5), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("somebody else is writing"), "{done:?}");
    assert!(begun.elapsed().as_secs() >= 9, "it gave up at once");
}
