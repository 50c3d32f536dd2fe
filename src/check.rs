//! check
use crate::cli::Special;
/// The command.
pub const COMMAND: Special = Special { name: "check", build: |c| c.about(""), run: |_, _| Ok(()) };
