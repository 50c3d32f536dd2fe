//! mentor
use crate::cli::Special;
/// The command.
pub const COMMAND: Special = Special { name: "mentor", build: |c| c.about(""), run: |_, _| Ok(()) };
