//! A table: headings and rows, the one thing that is printed.

mod csv;
pub mod dialect;
mod json;
mod markdown;
mod put;
mod text;
mod view;
#[cfg(feature = "workbook")]
mod workbook;

pub use put::{put, put_or_print, put_with, refuse_output};
pub use view::{Format, View, file_flags, flags, format_flag, is_workbook, output_flags};

use crate::call::Call;
use crate::error::Result;
use crate::file::{Network, Row};
use crate::locale::format::harmless;
use crate::locale::say::{self, Text};
use crate::locale::{Language, Speaker};
use crate::record::{Column, Naming, Noun};
use crate::value::Form;
use clap::ArgMatches;
use std::collections::{BTreeSet, HashMap};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A table to be printed.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// One a column.
    pub headings: Vec<Heading>,
    /// The cells; `None` is unknown.
    pub rows: Vec<Vec<Option<String>>>,
    /// The row below all others, for people only: machine formats hold nothing twice.
    pub total: Option<Vec<Option<String>>>,
    /// One row, shown field by field.
    pub single: bool,
    /// What the reader must know of the figures; printed below, beside the data in machine formats.
    pub notes: Vec<Text>,
}

/// The heading of a column, and what its cells look like.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The key in CSV and JSON.
    pub key: String,
    /// What people read.
    pub label: Label,
    /// What its cells look like.
    pub form: Form,
    /// Words for the cells that have some, in the reader's language: labels of categories, say.
    /// Those of the empty text stand for what is unknown.
    pub words: HashMap<String, String>,
}

/// Where a heading's words come from.
#[derive(Clone, Debug)]
pub enum Label {
    /// A field of a noun.
    Field(&'static str, Box<Column>),
    /// A text of the program.
    Text(Text),
}

impl Heading {
    /// A heading with a text of the program.
    pub fn new(key: &str, label: Text, form: Form) -> Self {
        Self { key: key.to_string(), label: Label::Text(label), form, words: HashMap::new() }
    }

    /// A heading that is a field of a noun.
    pub fn field(noun: &Noun, column: &Column) -> Self {
        let label = Label::Field(noun.name, Box::new(column.clone()));
        Self { key: column.name.clone(), label, form: column.form, words: HashMap::new() }
    }

    /// A heading that is a field of a noun, under a key of its own.
    ///
    /// # Errors
    /// Where the noun has no such field, which only a mistake in the program can bring about.
    pub fn of(key: &str, noun: &str, column: &str) -> Result<Self> {
        let noun = crate::nouns::named(noun)?;
        let place = noun.place(column).ok_or_else(|| anyhow::anyhow!("{} has no field {column}", noun.name))?;
        Ok(Self { key: key.to_string(), ..Self::field(noun, &noun.columns()[place]) })
    }

    /// The words that people read.
    pub fn words(&self, speaker: &Speaker) -> String {
        match &self.label {
            Label::Field(noun, column) => speaker.field(noun, column),
            Label::Text(text) => speaker.say(text),
        }
    }

    /// A cell as people read it.
    pub fn cell(&self, speaker: &Speaker, cell: Option<&str>) -> String {
        let text = cell.unwrap_or_default();
        if let Some(words) = self.words.get(text) {
            return harmless(words);
        }
        match (&self.label, self.form) {
            _ if cell.is_none() => String::new(),
            (Label::Field(noun, column), Form::Choice) => speaker.value(noun, &column.name, text),
            (_, form) => speaker.cell(form, text),
        }
    }
}

impl Table {
    /// An empty table with a noun's columns; rows without a code show their id.
    pub fn of_noun(noun: &'static Noun) -> Self {
        let id = (noun.naming == Naming::Unnamed).then(|| Heading::new("id", say::id(), Form::Text));
        let fields = noun.columns().iter().map(|column| Heading::field(noun, column));
        Self { headings: id.into_iter().chain(fields).collect(), ..Self::default() }
    }

    /// Adds a row of the noun that the table was made for.
    pub fn push_row(&mut self, noun: &Noun, row: &Row) {
        let id = (noun.naming == Naming::Unnamed).then(|| Some(crate::file::id::show(row.id)));
        let mut cells: Vec<Option<String>> = id.into_iter().chain(row.cells.iter().cloned()).collect();
        if let (true, Some(place)) = (row.shares_code, noun.place("code")) {
            cells[place] = Some(row.called(noun));
        }
        self.rows.push(cells);
    }

    /// Gives areas and categories the names that people know them by, for formats that people read.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn put_names(&mut self, network: &Network, language: Language) -> Result<()> {
        for (place, heading) in self.headings.iter_mut().enumerate() {
            let Label::Field(noun, column) = &heading.label else { continue };
            let noun = crate::nouns::named(noun)?;
            let Some(target) = network.references(noun)?.get(&column.name).copied() else { continue };
            if crate::nouns::named(target)?.naming == Naming::Known {
                let codes: BTreeSet<&str> = self.rows.iter().filter_map(|row| row[place].as_deref()).collect();
                heading.words = network.words(target, noun.list_of(&column.name), &codes, language)?;
            }
        }
        Ok(())
    }

    /// The rows as JSON: one object a row.
    pub fn objects(&self) -> serde_json::Value {
        json::objects(self).collect()
    }

    /// Prints the table to standard output.
    ///
    /// # Errors
    /// Where a field is unknown, or the output cannot be written.
    pub fn print(self, call: &mut Call, view: &View) -> Result<()> {
        let usual = if call.plain { Format::Plain } else { Format::Table };
        let format = view.format.unwrap_or(usual);
        let table = self.viewed(view, format, &call.speaker)?;
        if table.rows.is_empty() && format.is_for_people() {
            call.say(&say::no_rows())?;
        } else {
            let mut output: Vec<u8> = Vec::new();
            table.render(format, call, &mut output)?;
            call.streams.output.write_all(&output)?;
            // Data first, then what is said of it, whichever stream is quicker.
            call.streams.output.flush()?;
        }
        let notes = table.notes;
        notes.iter().try_for_each(|note| call.say(note))
    }

    /// Writes the table to the file on the line, or prints it; gives the file's name and how many rows are in it.
    ///
    /// # Errors
    /// Where a field is unknown, the file is there already, or it cannot be written.
    pub fn write(self, call: &mut Call, matches: &ArgMatches) -> Result<Option<(String, usize)>> {
        let file = matches.get_one::<PathBuf>("output").filter(|file| file.as_os_str() != "-");
        match file {
            Some(file) => self.write_to(call, matches, file).map(Some),
            None => {
                let mut view = View::of(matches);
                view.format = view.format.or(Some(Format::Csv));
                self.print(call, &view)?;
                Ok(None)
            }
        }
    }

    /// Writes the table to a file; gives its name and how many rows are in it.
    ///
    /// # Errors
    /// As [`Table::write`].
    pub fn write_to(self, call: &mut Call, matches: &ArgMatches, file: &Path) -> Result<(String, usize)> {
        let view = View::of(matches);
        let format = Format::of_file(view.format, file);
        let table = self.viewed(&view, format, &call.speaker)?;
        let mut output = Vec::new();
        table.render(format, call, &mut output)?;
        put(file, &output, matches.get_flag("force"), &call.path()?)?;
        table.notes.iter().try_for_each(|note| call.say(note))?;
        Ok((file.display().to_string(), table.rows.len()))
    }

    /// Puts the table into a format, as it stands.
    ///
    /// # Errors
    /// Where a workbook cannot hold it, or the program was built without workbooks.
    pub fn render(&self, format: Format, call: &Call, output: &mut Vec<u8>) -> Result<()> {
        match format {
            Format::Table => text::columns(self, call, output),
            Format::Plain => text::lines(self, &call.speaker, output),
            Format::Markdown => markdown::write(self, &call.speaker, output),
            Format::Csv => csv::write(self, b',', output),
            Format::Tsv => csv::write(self, b'\t', output),
            Format::Excel(dialect) => dialect::write(self, dialect, output),
            Format::Workbook(dialect) => {
                let speaker = dialect.map(|dialect| Speaker::new(dialect.language()));
                write_workbook(&[self], speaker.as_ref().unwrap_or(&call.speaker), output)
            }
            Format::Json => json::array(self, output),
            Format::Ndjson => json::lines(self, output),
        }
    }
}

/// Writes tables as a workbook, a sheet each.
///
/// # Errors
/// Where a workbook cannot hold what they say.
#[cfg(feature = "workbook")]
pub fn write_workbook(tables: &[&Table], speaker: &Speaker, output: &mut Vec<u8>) -> Result<()> {
    workbook::write(tables, speaker, output)
}

/// Refuses to write a workbook.
///
/// # Errors
/// Always: the program was built without them.
#[cfg(not(feature = "workbook"))]
pub fn write_workbook(_: &[&Table], _: &Speaker, _: &mut Vec<u8>) -> Result<()> {
    use crate::error::Refusal;
    Err(Refusal::failed(say::workbook_not_built()).hint(say::workbook_not_written_hint()).into())
}
