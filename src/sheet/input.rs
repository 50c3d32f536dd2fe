//! Where sheets come from: a file, a folder of them, or standard input.

use super::conventions::Conventions;
use super::read::Sheet;
use crate::error::{Refusal, Result};
use crate::locale::say;
use std::fs::{self, File};
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};

/// What the names of sheets in a folder end with.
#[cfg(not(feature = "workbook"))]
const ENDINGS: [&str; 4] = ["csv", "tsv", "tab", "txt"];
#[cfg(feature = "workbook")]
const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm"];

/// What sheets end with that cannot be read: they are refused by what they are, and not passed over.
const OTHERS: [&str; 6] = ["xlsx", "xlsm", "ods", "xls", "xlsb", "numbers"];

/// What the name of a file begins with that Excel keeps beside a workbook while it is open.
const OPEN_ELSEWHERE: &str = "~$";

/// Where a sheet comes from.
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, read to its end.
    Text(Vec<u8>),
}

impl Input {
    /// The file at a path, or the sheets of a folder, in the order of their names.
    ///
    /// # Errors
    /// Where there is nothing to read, or it is neither.
    pub fn at(path: &Path) -> Result<Vec<Self>> {
        let name = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|error| unreadable(&name, error))?;
        if metadata.is_file() {
            return Ok(vec![Self::File(path.to_path_buf())]);
        }
        if !metadata.is_dir() {
            return Err(no_file(&name));
        }
        let is_sheet = |path: &PathBuf| {
            let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
            let is_open = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(OPEN_ELSEWHERE));
            path.is_file()
                && !is_open
                && ending.is_some_and(|ending| ENDINGS.iter().chain(&OTHERS).any(|known| *known == ending))
        };
        let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
        let mut files: Vec<PathBuf> = entries.collect::<Result<_, _>>()?;
        files.retain(is_sheet);
        files.sort_unstable();
        match files.is_empty() {
            true => Err(Refusal::failed(say::no_sheets(name)).hint(say::no_sheets_hint(ENDINGS.join(", "))).into()),
            false => Ok(files.into_iter().map(Self::File).collect()),
        }
    }

    /// The file at a path; a pipe has no end, and a device never ends.
    ///
    /// # Errors
    /// Where there is none.
    pub fn of_file(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let metadata = fs::metadata(path).map_err(|error| unreadable(&name, error))?;
        if metadata.is_file() { Ok(Self::File(path.to_path_buf())) } else { Err(no_file(&name)) }
    }

    /// Whether it is a file, so that standard input is free for answers.
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// Its name, as the user gave it.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.display().to_string(),
            Self::Text(_) => "-".to_string(),
        }
    }

    /// Begins to read it, once more where it was read before.
    ///
    /// # Errors
    /// Where it cannot be read, or is no sheet.
    pub fn open(&self, conventions: &Conventions) -> Result<Sheet> {
        match self {
            Self::Text(text) => open("-", Cursor::new(text.clone()), conventions),
            Self::File(file) => {
                let input = File::open(file).map_err(|error| unreadable(&self.name(), error))?;
                open(&self.name(), input, conventions)
            }
        }
    }
}

/// Begins to read a sheet, or the sheet of a workbook that is meant.
fn open<R: Read + Seek + Send + 'static>(name: &str, input: R, conventions: &Conventions) -> Result<Sheet> {
    #[cfg(feature = "workbook")]
    let input = {
        use super::kind;
        let (mut input, mut start) = (input, Vec::new());
        input.by_ref().take(kind::LONGEST as u64).read_to_end(&mut start)?;
        if kind::is_xlsx(&start) {
            input.rewind()?;
            return super::workbook::open(name, input, conventions);
        }
        Cursor::new(start).chain(input)
    };
    Sheet::open(name, Box::new(input), conventions)
}

fn no_file(name: &str) -> anyhow::Error {
    Refusal::failed(say::not_a_file(name)).hint(say::no_sheet_hint()).into()
}

/// The error of a file that cannot be read, in words.
pub fn unreadable(name: &str, error: std::io::Error) -> anyhow::Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::failed(say::no_sheet(name)).hint(say::no_sheet_hint()).into(),
        _ => error.into(),
    }
}
