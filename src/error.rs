//! What goes wrong, in words that name the record and the next step, and the exit codes.

use crate::locale::say::{self, Text};
use std::fmt;

/// The result of whatever may be refused or fail.
pub type Result<T, E = anyhow::Error> = std::result::Result<T, E>;

/// The exit codes, as the README lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All that was asked for was done.
    Done = 0,
    /// Something failed on the way: a full disk, a file that is no network file.
    Failed = 1,
    /// The command line could not be understood.
    Usage = 2,
    /// The row that was named is not there, or several answer to the name.
    NotFound = 3,
    /// The data was refused, or `check` found faults.
    Data = 4,
    /// Somebody else is writing to the file.
    Busy = 5,
}

/// A refusal: what is wrong, the next step, and the exit code.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What is wrong; names the record, file or value.
    pub message: Text,
    /// The next step.
    pub hint: Option<Text>,
    /// What the program exits with.
    pub exit: Exit,
}

impl Refusal {
    /// Data that breaks a rule.
    pub fn data(message: Text) -> Self {
        Self { message, hint: None, exit: Exit::Data }
    }

    /// A row that is not there, or is one of several.
    pub fn not_found(message: Text) -> Self {
        Self { message, hint: None, exit: Exit::NotFound }
    }

    /// A command line that does not say enough.
    pub fn usage(message: Text) -> Self {
        Self { message, hint: None, exit: Exit::Usage }
    }

    /// Something outside the data: the disk, the file, the system.
    pub fn failed(message: Text) -> Self {
        Self { message, hint: None, exit: Exit::Failed }
    }

    /// The same, with the next step.
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }
}

impl fmt::Display for Refusal {
    /// Only the key: words belong to the printer, which knows the reader's language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.key)
    }
}

impl std::error::Error for Refusal {}

/// Everything is told, and no error; only the exit code is left.
#[derive(Clone, Copy, Debug)]
pub struct Told(pub Exit);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 as u8)
    }
}

impl std::error::Error for Told {}

/// One fault of a sheet: where it stands, what stands there, and why it cannot be taken.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The mapping file, where the fault stands in it.
    pub mapping: Option<String>,
    /// The line of the file, counted from 1; 0 where the whole file is meant.
    pub line: u64,
    /// The heading of the column, as the file has it.
    pub column: String,
    /// The cell as it stands.
    pub value: String,
    /// Why it cannot be taken, and the next step.
    pub refusal: Refusal,
}

/// Says in which column a refusal arose; sheets show it beside the line.
#[derive(Clone, Debug)]
pub struct AtColumn(pub String);

impl fmt::Display for AtColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// All faults of a sheet at once.
#[derive(Clone, Debug)]
pub struct Faults {
    /// The file, as the user named it.
    pub file: String,
    /// The faults, in the order of their lines.
    pub faults: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
    /// Whether all are kept, since something is done with each.
    pub keeps_all: bool,
}

/// The most faults of a sheet that are told one by one: nobody reads thousands.
pub const MOST_FAULTS: usize = 1000;

impl Faults {
    /// The faults of a file, none of them told yet.
    pub fn of(file: &str, faults: Vec<Fault>) -> Self {
        Self { file: file.to_string(), faults, more: 0, keeps_all: false }
    }

    /// One more fault.
    pub fn push(&mut self, mut fault: Fault) {
        match (self.is_full(), self.keeps_all) {
            (false, _) => self.faults.push(fault),
            // It is not told, but for why its row is put aside.
            (true, true) => {
                fault.refusal.hint = None;
                fault.value = String::new();
                self.faults.push(fault);
            }
            (true, false) => self.more += 1,
        }
    }

    /// Whether there are as many as anybody reads.
    pub fn is_full(&self) -> bool {
        self.faults.len() >= MOST_FAULTS
    }

    /// Refuses the file where it has faults.
    ///
    /// # Errors
    /// All faults, in the order of their lines.
    pub fn refuse(mut self) -> Result<()> {
        if self.faults.is_empty() {
            return Ok(());
        }
        self.faults.sort_by_key(|fault| (fault.mapping.is_none(), fault.line));
        Err(self.into())
    }

    /// The mapping, where it is that which must be mended, and not the sheet.
    pub fn mapping(&self) -> Option<&str> {
        let are_its_own = self.faults.iter().all(|fault| fault.mapping.is_some());
        self.faults.first().filter(|_| are_its_own)?.mapping.as_deref()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.faults.len() + self.more)
    }
}

impl std::error::Error for Faults {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.line, self.column, self.refusal)
    }
}

impl std::error::Error for Fault {}

/// Puts an error of the database or the system into the form of a refusal.
///
/// Errors that are refusals already come back as they are.
pub fn refusal(error: &anyhow::Error) -> Refusal {
    if let Some(refusal) = error.chain().find_map(|cause| cause.downcast_ref::<Refusal>()) {
        return refusal.clone();
    }
    if let Some(error) = error.chain().find_map(|cause| cause.downcast_ref::<rusqlite::Error>()) {
        return database(error);
    }
    if let Some(error) = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>()) {
        return system(error);
    }
    Refusal::failed(say::failed(format!("{error:#}")))
}

/// The database's own errors, in words.
fn database(error: &rusqlite::Error) -> Refusal {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Refusal { message: say::file_busy(), hint: Some(say::file_busy_hint()), exit: Exit::Busy }
        }
        Some(ErrorCode::DiskFull) => Refusal::failed(say::disk_full()).hint(say::disk_full_hint()),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => {
            Refusal::failed(say::file_not_writable()).hint(say::file_not_writable_hint())
        }
        Some(ErrorCode::NotADatabase) => Refusal::failed(say::not_a_database()).hint(say::not_a_network_hint()),
        Some(ErrorCode::DatabaseCorrupt) => {
            Refusal::failed(say::file_damaged(error.to_string())).hint(say::file_damaged_hint())
        }
        Some(ErrorCode::SystemIoFailure) => {
            Refusal::failed(say::file_unreachable(error.to_string())).hint(say::file_unreachable_hint())
        }
        _ => Refusal::failed(say::failed(error.to_string())),
    }
}

/// The system's own errors, in words.
fn system(error: &std::io::Error) -> Refusal {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            Refusal::failed(say::file_not_writable()).hint(say::file_not_writable_hint())
        }
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            Refusal::failed(say::disk_full()).hint(say::disk_full_hint())
        }
        std::io::ErrorKind::FileTooLarge => {
            Refusal::failed(say::file_unreachable(error.to_string())).hint(say::file_unreachable_hint())
        }
        _ => Refusal::failed(say::failed(error.to_string())),
    }
}

/// Whether the reader of our output has gone away, which is no fault.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
