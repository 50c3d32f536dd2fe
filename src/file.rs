//! The network file: how it is made, opened, read and written.

pub mod backup;
pub mod bulk;
pub mod carried;
pub mod check;
pub mod choose;
pub mod codes;
pub mod command;
pub mod connect;
pub mod decide;
pub mod envelope;
pub mod filter;
pub mod foreign;
pub mod gap;
pub mod handover;
pub mod id;
pub mod mention;
pub mod names;
pub mod open;
pub mod place;
pub mod program;
pub mod read;
pub mod remember;
pub mod resolve;
pub mod rows;
pub mod scan;
pub mod sender;
pub mod setting;
pub mod slice;
pub mod spool;
mod stamp;
pub mod take;
pub mod tree;
pub mod write;

use crate::error::Refusal;
use crate::locale::say;
use crate::version::notice::Notices;
use crate::version::show::Effects;
use crate::version::store::{Knew, RowSql};
use rusqlite::Connection;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::rc::Rc;

/// Marks a file as ours in its header: the letters `TPNT`.
pub const APPLICATION_ID: i32 = 0x5450_4E54;

/// The schema's ordered steps; a file's `user_version` counts those it has.
pub const STEPS: &[&str] = &[
    include_str!("file/schema/001.sql"),
    include_str!("file/schema/002.sql"),
    include_str!("file/schema/003.sql"),
    include_str!("file/schema/004.sql"),
    include_str!("file/schema/005.sql"),
    include_str!("file/schema/006.sql"),
];

/// An open network file.
pub struct Network {
    /// The connection; only the rooms `file` and `record` speak SQL for records.
    pub connection: Connection,
    /// Where the file lies.
    pub path: PathBuf,
    /// The clock at the beginning of the command, in milliseconds since 1970 (UTC).
    pub clock: i64,
    random: RefCell<id::Random>,
    /// The last id given by the clock: those of one command follow each other.
    last: Cell<Option<i64>>,
    /// The running command, once a transaction has begun.
    command: Cell<Option<i64>>,
    /// The command that the running one takes back.
    pub(crate) undoes: Cell<Option<i64>>,
    /// Whose sheet the running command takes in, hashed.
    sender: Cell<Option<i64>>,
    /// The mark that the running bulk command has set.
    mark: Cell<Option<i64>>,
    /// How many bulk commands run, one within another.
    bulks: Cell<usize>,
    /// The fields that the running command has changed.
    fields: RefCell<BTreeSet<String>>,
    /// How many versions the running command has made, by their noun.
    written: RefCell<BTreeMap<&'static str, i64>>,
    /// What the running command has set moving.
    pub(crate) effects: RefCell<Effects>,
    /// What people must know of rows, once it is read.
    pub(crate) notices: RefCell<Option<Rc<Notices>>>,
    /// What reads and writes rows of each noun's table.
    pub(crate) row_sql: RefCell<HashMap<&'static str, Rc<RowSql>>>,
    /// The schema of the command that was asked for last.
    pub(crate) schema_of: Cell<Option<(i64, u32)>>,
    /// Which columns each schema knew.
    pub(crate) schemas: RefCell<HashMap<u32, Rc<Knew>>>,
    /// Whether any row of a noun was erased.
    pub(crate) erased: RefCell<HashMap<&'static str, bool>>,
    /// For how many unknown names it was looked what was meant.
    guesses: Cell<usize>,
    /// What the running command has looked up.
    remembered: RefCell<remember::Remembered>,
    references: RefCell<HashMap<&'static str, Rc<References>>>,
    referrers: OnceCell<Referrers>,
    site: OnceCell<String>,
    /// Whether some other program had left the file in WAL mode; it is switched back when it is opened, and told.
    pub was_wal: bool,
    /// The upgraded copy through which an older file is read; it goes when the network does.
    copy: Option<spool::Spool>,
}

/// The columns of a noun that refer to rows, each with the noun that it refers to.
pub type References = HashMap<String, &'static str>;

/// The columns that refer to the rows of each noun, each with its own noun.
pub type Referrers = HashMap<&'static str, Vec<(&'static str, String)>>;

/// A row: what it is, and the text forms of its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is, in every file that knows it.
    pub id: i64,
    /// Its fields, references as codes.
    pub cells: crate::record::Cells,
    /// Whether another row has its code, as a merge can bring about.
    pub shares_code: bool,
}

impl Row {
    /// What people call it: its code, with the beginning of its id where another row has the same, or its id in letters.
    pub fn called(&self, noun: &crate::record::Noun) -> String {
        match noun.code(&self.cells) {
            Some(code) if self.shares_code => id::told_apart(code, self.id),
            Some(code) => code.to_string(),
            None => id::show(self.id),
        }
    }

    /// What it is known by, where it has no code: the fields that tell it from all others.
    pub fn known_as(&self, noun: &crate::record::Noun) -> String {
        let cells = noun.known_by.iter().filter_map(|name| self.cells[noun.place(name)?].as_deref());
        cells.collect::<Vec<_>>().join(" ")
    }

    /// The row as its kind of record.
    ///
    /// # Errors
    /// Where a cell is no value of its column, as only a foreign hand can bring about.
    pub fn typed<R: crate::record::Record>(&self) -> crate::error::Result<R> {
        let noun = crate::nouns::named(R::NOUN)?;
        crate::record::from_cells(noun.columns(), &self.cells).map_err(|_| {
            let refusal = Refusal::failed(say::row_unreadable(say::Noun(noun.name), self.called(noun)));
            refusal.hint(say::row_unreadable_hint()).into()
        })
    }
}
