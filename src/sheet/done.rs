//! What came of a sheet that was taken in.

use super::beside::Said;
use super::gone::Gone;
use super::untaken::Untaken;
use crate::file::take::Taken;
use crate::value::private::{Private, private_in};
use crate::version::changes::Changed;
use std::collections::{BTreeMap, BTreeSet};

/// What came of a sheet.
#[derive(Debug, Default, PartialEq)]
pub struct Done {
    /// Its own rows.
    pub taken: Taken,
    /// What the rows that were made on the way are called, by their noun.
    pub made: BTreeMap<&'static str, Vec<String>>,
    /// Notes that seem to hold what belongs in none.
    pub private: PrivateNotes,
    /// How many cells stood behind a guard against formulas.
    pub guards: i64,
    /// How many rows the mapping leaves out.
    pub left_out: i64,
    /// How many rows only say something to people.
    pub comments: i64,
    /// What stands in the sheet and is not taken.
    pub untaken: Untaken,
    /// What changed of rows that were there, of the first of them.
    pub changed: Vec<Changed>,
    /// Rows of earlier sheets that this one does not hold any more, where that was asked.
    pub gone: Option<Gone>,
    /// What its rows say, where it is one of several.
    pub said: Said,
    /// Whether ids of a sender stand in the sheet, and nobody says whose they are.
    pub ids_unused: bool,
}

/// Notes that seem to hold somebody's private data.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PrivateNotes {
    /// How many there are.
    pub count: i64,
    /// The line of the first.
    pub line: u64,
    /// What they seem to hold.
    pub kinds: BTreeSet<Private>,
}

impl PrivateNotes {
    pub(super) fn look_at(&mut self, line: u64, note: &str) {
        let kinds = private_in(note);
        if !kinds.is_empty() {
            self.line = if self.count == 0 { line } else { self.line };
            self.count += 1;
            self.kinds.extend(kinds);
        }
    }
}

impl Done {
    /// How many rows are other than they were.
    pub fn changes(&self) -> i64 {
        let made: usize = self.made.values().map(Vec::len).sum();
        let removed = self.gone.as_ref().map_or(0, |gone| gone.removed);
        self.taken.new + self.taken.changed + self.taken.restored + removed + made as i64
    }
}
