//! Programs that a test needs and that may not be there.

use std::io::Write;

/// Says that a test was left out, or fails where none may be.
pub fn left_out(what: &str) {
    let required = std::env::var("TUKIPONT_SHELLS").is_ok_and(|wish| wish == "required");
    assert!(!required, "left out: {what} is not installed");
    // Not by a macro: the test runner would keep it to itself.
    let _ = writeln!(std::io::stderr(), "left out: {what} is not installed");
}
