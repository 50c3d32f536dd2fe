//! A table: headings and rows, the one thing that is printed.

mod csv;
mod json;
mod markdown;
mod text;

use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::open::journal_of;
use crate::file::{Network, Row};
use crate::locale::format::harmless;
use crate::locale::say::{self, Text};
use crate::locale::{Language, Speaker};
use crate::record::{Column, Naming, Noun};
use crate::value::{Form, fold};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum};
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

/// The ways to print a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, in columns.
    #[default]
    Table,
    /// For screen readers: one field a line.
    Plain,
    /// Separated by commas, UTF-8, English keys.
    Csv,
    /// Separated by tabs.
    Tsv,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// A table for a page of text.
    Markdown,
}

/// What the line says of how a table is to look.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The format, where one is given.
    pub format: Option<Format>,
    /// The fields, where some are chosen.
    pub fields: Option<Vec<String>>,
    /// The fields to sort by; a hyphen in front turns the order round.
    pub sort: Option<Vec<String>>,
    /// How many rows at most.
    pub limit: Option<usize>,
}

/// The flag that chooses a format.
pub fn format_flag() -> Arg {
    let parser = clap::value_parser!(Format);
    Arg::new("format").long("format").value_name("FORMAT").value_parser(parser).help("Format: how it is printed")
}

/// The flags of every list.
pub fn flags(command: Command) -> Command {
    let list = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name("FIELD,...").value_delimiter(',').action(ArgAction::Append).help(help)
    };
    command
        .arg(format_flag())
        .arg(list("fields", "Fields: only these, in this order"))
        .arg(list("sort", "Sort: by these fields; a hyphen in front turns the order round").allow_hyphen_values(true))
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("NUMBER")
                .value_parser(clap::value_parser!(u32))
                .help("Limit: at most so many rows"),
        )
}

/// The flags of what writes a file.
pub fn file_flags(command: Command) -> Command {
    flags(command)
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Output: the file to write, whole or not at all; else standard output"),
        )
        .arg(crate::cli::flag("force").help("Force: put the new file in place of an older one"))
}

impl View {
    /// What the line says.
    pub fn of(matches: &ArgMatches) -> Self {
        let list = |name: &str| {
            let given = matches.try_get_many::<String>(name).ok().flatten()?;
            Some(given.map(|field| field.replace('-', "_")).collect::<Vec<_>>())
        };
        let sort = matches.try_get_many::<String>("sort").ok().flatten();
        Self {
            format: matches.try_get_one::<Format>("format").ok().flatten().copied(),
            fields: list("fields"),
            sort: sort.map(|given| given.cloned().collect()),
            limit: matches.try_get_one::<u32>("limit").ok().flatten().map(|limit| *limit as usize),
        }
    }
}

impl Format {
    /// Whether a person reads it, so that it is put into words.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Plain | Self::Markdown)
    }
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
        let noun = crate::cli::noun(noun)?;
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
    fn cell(&self, speaker: &Speaker, cell: Option<&str>) -> String {
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
        self.rows.push(id.into_iter().chain(row.cells.iter().cloned()).collect());
    }

    /// Gives areas and categories the names that people know them by, for formats that people read.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn put_names(&mut self, network: &Network, language: Language) -> Result<()> {
        for (place, heading) in self.headings.iter_mut().enumerate() {
            let Label::Field(noun, column) = &heading.label else { continue };
            let noun = crate::cli::noun(noun)?;
            let Some(target) = network.references(noun)?.get(&column.name).copied() else { continue };
            if crate::cli::noun(target)?.naming == Naming::Known {
                let codes: BTreeSet<&str> = self.rows.iter().filter_map(|row| row[place].as_deref()).collect();
                heading.words = network.words(target, noun.list_of(&column.name), &codes, language)?;
            }
        }
        Ok(())
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
        let mut view = View::of(matches);
        view.format = view.format.or(Some(Format::Csv));
        let file = matches.get_one::<PathBuf>("output").filter(|file| file.as_os_str() != "-");
        let Some(file) = file else {
            self.print(call, &view)?;
            return Ok(None);
        };
        let format = view.format.unwrap_or_default();
        let table = self.viewed(&view, format, &call.speaker)?;
        let mut output = Vec::new();
        table.render(format, call, &mut output)?;
        put(file, &output, matches.get_flag("force"), &call.path()?)?;
        table.notes.iter().try_for_each(|note| call.say(note))?;
        Ok(Some((file.display().to_string(), table.rows.len())))
    }

    fn render(&self, format: Format, call: &Call, output: &mut Vec<u8>) -> Result<()> {
        match format {
            Format::Table => text::columns(self, call, output),
            Format::Plain => text::lines(self, &call.speaker, output),
            Format::Markdown => markdown::write(self, &call.speaker, output),
            Format::Csv => csv::write(self, b',', output),
            Format::Tsv => csv::write(self, b'\t', output),
            Format::Json => json::array(self, output),
            Format::Ndjson => json::lines(self, output),
        }
    }

    /// The table with the fields, the order and the length that are asked for.
    fn viewed(mut self, view: &View, format: Format, speaker: &Speaker) -> Result<Self> {
        for field in view.sort.iter().flatten().rev() {
            let (field, turned) = match field.strip_prefix('-') {
                Some(field) => (field, true),
                None => (field.as_str(), false),
            };
            let place = self.place(&field.replace('-', "_"))?;
            let is_number = self.headings[place].form.is_number();
            let collator = (format.is_for_people() && !is_number).then(|| speaker.collator()).flatten();
            let order = |a: &Option<String>, b: &Option<String>| match (a, b) {
                (Some(a), Some(b)) if is_number => a.parse::<i64>().ok().cmp(&b.parse::<i64>().ok()),
                (Some(a), Some(b)) => collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b)),
                // The unknown comes last.
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            self.rows.sort_by(|a, b| {
                let order = order(&a[place], &b[place]);
                if turned { order.reverse() } else { order }
            });
        }
        if let Some(limit) = view.limit {
            self.rows.truncate(limit);
        }
        // Without the field that says what it is, a total could not be told from the other rows.
        let is_told = |fields: &Vec<String>| self.headings.first().is_some_and(|first| fields.contains(&first.key));
        if format.is_for_people() && !self.rows.is_empty() && view.fields.as_ref().is_none_or(is_told) {
            self.rows.extend(self.total.take());
        }
        if let Some(fields) = &view.fields {
            let places = fields.iter().map(|field| self.place(field)).collect::<Result<Vec<_>>>()?;
            self.headings = places.iter().map(|place| self.headings[*place].clone()).collect();
            for row in &mut self.rows {
                *row = places.iter().map(|place| row[*place].clone()).collect();
            }
        } else if format == Format::Table && !self.single {
            self.drop_empty_columns();
        }
        Ok(self)
    }

    /// What nothing is known of takes no room on the screen.
    fn drop_empty_columns(&mut self) {
        let says = |(place, heading): (usize, &Heading)| {
            heading.words.contains_key("") || self.rows.iter().any(|row| row[place].is_some())
        };
        let full: Vec<bool> = self.headings.iter().enumerate().map(says).collect();
        let mut keep = full.iter();
        self.headings.retain(|_| *keep.next().unwrap_or(&true));
        for row in &mut self.rows {
            let mut keep = full.iter();
            row.retain(|_| *keep.next().unwrap_or(&true));
        }
    }

    fn place(&self, field: &str) -> Result<usize> {
        self.headings.iter().position(|heading| heading.key == field).ok_or_else(|| {
            let keys: Vec<&str> = self.headings.iter().map(|heading| heading.key.as_str()).collect();
            let typed = fold(field);
            let near = keys.iter().find(|key| strsim::damerau_levenshtein(key, &typed) <= 2);
            let hint = match near {
                Some(near) => say::did_you_mean(*near),
                None => say::possible_values(keys.join(", ")),
            };
            Refusal::usage(say::no_field(field)).hint(hint).into()
        })
    }
}

/// Writes a file whole or not at all, readable by its owner only.
///
/// # Errors
/// Where something is there already and it may not be replaced, or the file is the network file itself.
pub fn put(file: &Path, bytes: &[u8], force: bool, network: &Path) -> Result<()> {
    let name = || file.display().to_string();
    if let Ok(there) = std::fs::symlink_metadata(file) {
        let same = |a: &Path, b: &Path| matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
        if same(file, network) || same(file, &journal_of(network)) {
            return Err(Refusal::failed(say::output_is_network(name())).hint(say::other_output()).into());
        }
        if there.is_symlink() {
            return Err(Refusal::failed(say::file_is_link(name())).hint(say::file_is_link_hint()).into());
        }
        if !there.is_file() {
            return Err(Refusal::failed(say::not_a_file(name())).hint(say::other_output()).into());
        }
        if !force {
            return Err(Refusal::failed(say::file_exists(name())).hint(say::use_force()).into());
        }
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Refusal::failed(say::no_folder(folder.display().to_string())).hint(say::no_folder_hint()).into());
    }
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    match force {
        true => temporary.persist(file).map_err(|error| error.error)?,
        // Somebody may have written there since we looked.
        false => temporary.persist_noclobber(file).map_err(|error| error.error)?,
    };
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}
