//! The program as the maker of rows: what comes with it is the same in every file.

use super::Network;
use crate::error::Result;

/// Who made a version, when, and with which schema.
pub struct Stamp {
    /// In milliseconds since 1970.
    pub clock: i64,
    /// The command.
    pub command: i64,
    /// Which columns it knew.
    pub schema: u32,
}

/// The stamp of every row that comes with the program. A release that changes one names the old version as its parent,
/// under a stamp of its own.
pub const STAMP: Stamp = Stamp { clock: 1_767_225_600_000, command: 0, schema: 1 };

impl Network {
    /// Puts the program into the log, as the command that brought what comes with it.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn log_the_program(&self) -> Result<()> {
        let sql = "INSERT INTO command (id, clock, site, verb, noun, schema, turn, own) VALUES (?, ?, '', 'init', '', ?, 0, 0)";
        self.connection.execute(sql, (STAMP.command, STAMP.clock, STAMP.schema))?;
        Ok(())
    }
}
