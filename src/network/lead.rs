//! lead
use crate::cli::Special;
/// The command.
pub const COMMAND: Special = Special { name: "lead", build: |c| c.about(""), run: |_, _| Ok(()) };
