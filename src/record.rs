//! What a kind of record says of itself, and what it gets for it: columns, parsing, checks.

mod cells;

use crate::error::{Refusal, Result};
use crate::file::rows::Rows;
use crate::file::take::Refused;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::value;
pub use cells::{cells_of, from_cells};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ffi::OsString;
use std::sync::OnceLock;

/// The text forms of a row's fields in the order of its columns; `None` is unknown.
///
/// One form serves the flag, the CSV cell and the SQL parameter.
pub type Cells = Vec<Option<String>>;

/// A row that goes along when another is removed, with its noun.
pub type Along = (&'static Noun, Row);

/// What came of what follows the rows of a sheet.
#[derive(Default)]
pub struct Followed {
    /// The rows that it refuses, by their places.
    pub refused: Vec<Refused>,
    /// The rows that were made for them, by their noun and what people call them.
    pub made: Vec<(&'static str, String)>,
}

/// How the rows of a noun get their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The code is the row in every file (area, category): its id is the code's hash, and it is never renamed.
    Known,
    /// The code is a handle that may change; where none is given, one is made: the site's code and this letter.
    Made(&'static str),
    /// No code: a row is shown by its id.
    Unnamed,
}

/// A kind of record: its fields, and what only it can say of itself.
///
/// The struct's doc comments are the English help; a field's text up to the first `: ` is its heading.
pub trait Record: clap::Args + Serialize + DeserializeOwned + 'static {
    /// The noun, which is also the table.
    const NOUN: &'static str;
    /// How rows are named.
    const NAMING: Naming;
    /// A row as `add` would be given it: the example in the help, and the base on which filters are read.
    const EXAMPLE: &'static [&'static str];
    /// Columns whose codes come from a list of categories, each with its list.
    const LISTS: &'static [(&'static str, &'static str)] = &[];
    /// The column that says when it happened, where the noun has one.
    const DATE: Option<&'static str> = None;
    /// All the columns that `check` looks at, where it looks at nothing else: its verdict on them can then be remembered,
    /// and new rows are taken in all at once. `None` where it looks at other rows.
    const CHECKED: Option<&'static [&'static str]> = None;
    /// The column without which a row of a sheet says nothing: a question that was left open is no fault.
    const SAYS: Option<&'static str> = None;
    /// The noun whose rows a sheet of this one holds, where it is another: a report's sheet holds its answers.
    const SHEET: Option<&'static str> = None;
    /// The columns that a row without a code is known by: what they say is the row, in every file, and never changes.
    const KNOWN_BY: &'static [&'static str] = &[];
    /// Columns whose one text form another row tells: [`Record::complete`] puts them into it.
    const COMPLETED: &'static [&'static str] = &[];
    /// What `add` fills in when it is not given: the clock's day, this file's usual point and mentor.
    const FILLS: &'static [(&'static str, Fill)] = &[];
    /// Columns that tell of a person: they stay at home unless asked for, and can be erased from every version.
    ///
    /// The table of a noun that has some has a column `seal` behind its stamp.
    const PERSONAL: &'static [&'static str] = &[];
    /// Whether all rows go along with every hand-over, wherever it goes: what is asked, everybody has to know.
    const FOR_ALL: bool = false;
    /// Columns for notes, where people write more than they should.
    const NOTES: &'static [&'static str] = &[];
    /// The column with the last day on which the personal ones were needed: the months of their retention begin then.
    const NEEDED_UNTIL: Option<&'static str> = None;
    /// Whether not every row may become anything: [`Record::check_change`] is asked.
    const IS_HELD: bool = false;

    /// Puts the fields that [`Record::COMPLETED`] names into their one form, before the rules are asked.
    fn complete(&mut self, _network: &Network) -> Result<()> {
        Ok(())
    }

    /// What else is to be written because rows of a sheet were taken in.
    ///
    /// # Errors
    /// Only those of the database.
    fn follow(_network: &Network, _noun: &'static Noun, _rows: &Rows) -> Result<Followed> {
        Ok(Followed::default())
    }

    /// The rows that go along when it is removed: without it they would say nothing.
    ///
    /// # Errors
    /// Only those of the database.
    fn along(&self, _network: &Network) -> Result<Vec<Along>> {
        Ok(Vec::new())
    }

    /// The rules between the fields of one row, and those that look at other rows.
    fn check(&self, _network: &Network) -> Result<()> {
        Ok(())
    }

    /// The rules of what this row, which is there, may become: another, or nothing where it is removed or taken back.
    fn check_change(&self, _to: Option<&Self>, _network: &Network) -> Result<()> {
        Ok(())
    }
}

/// Where `add` takes a value that was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The day on the clock.
    Today,
    /// A setting of this copy of the file.
    Setting(&'static str),
    /// This text.
    Text(&'static str),
}

/// A kind of record with its type set aside, so that every verb is written once.
pub struct Noun {
    /// The noun, which is also the table.
    pub name: &'static str,
    /// How rows are named.
    pub naming: Naming,
    /// A row as `add` would be given it.
    pub example: &'static [&'static str],
    /// Columns whose codes come from a list of categories.
    pub lists: &'static [(&'static str, &'static str)],
    /// The column that says when it happened.
    pub date: Option<&'static str>,
    /// The column without which a row of a sheet says nothing.
    pub says: Option<&'static str>,
    /// The noun whose rows a sheet of this one holds, where it is another.
    pub sheet: Option<&'static str>,
    /// The columns that a row without a code is known by.
    pub known_by: &'static [&'static str],
    /// Columns whose one text form another row tells.
    pub completed: &'static [&'static str],
    /// What `add` fills in when it is not given.
    pub fills: &'static [(&'static str, Fill)],
    /// The columns that `check` looks at, where it looks at nothing else.
    pub checked: Option<&'static [&'static str]>,
    /// Columns that tell of a person.
    pub personal: &'static [&'static str],
    /// Whether all rows go along with every hand-over.
    pub for_all: bool,
    /// Columns for notes.
    pub notes: &'static [&'static str],
    /// The column with the last day on which those were needed.
    pub needed_until: Option<&'static str>,
    /// Whether not every row may become anything.
    pub is_held: bool,
    augment: fn(Command) -> Command,
    parse: fn(&ArgMatches) -> Result<Cells>,
    update: fn(&[Column], &Cells, &mut ArgMatches) -> Result<Cells>,
    complete: fn(&[Column], &Cells, &Network) -> Result<Cells>,
    check: fn(&[Column], &Cells, &Network) -> Result<()>,
    check_change: fn(&[Column], &Cells, Option<&Cells>, &Network) -> Result<()>,
    along: fn(&[Column], &Cells, &Network) -> Result<Vec<Along>>,
    follow: fn(&Network, &'static Noun, &Rows) -> Result<Followed>,
    layout: OnceLock<Layout>,
}

/// A noun's columns, and what is asked of them for every row.
struct Layout {
    columns: Vec<Column>,
    by_name: Vec<usize>,
    personal: Vec<bool>,
}

/// A column: what a flag of `add` says of itself.
#[derive(Clone, Debug)]
pub struct Column {
    /// The name in SQL, CSV and JSON; with hyphens it is the flag.
    pub name: String,
    /// The heading in English.
    pub heading: String,
    /// What its texts look like.
    pub form: value::Form,
    /// Whether `add` needs it.
    pub required: bool,
    /// The values of an enum, as flags and files write them.
    pub choices: Vec<String>,
    /// Reads a text as a value of the column; none where any text will do.
    pub reader: Option<value::Reader>,
}

impl Noun {
    /// The noun of a record type.
    pub const fn of<R: Record>() -> Self {
        Self {
            name: R::NOUN,
            naming: R::NAMING,
            example: R::EXAMPLE,
            lists: R::LISTS,
            date: R::DATE,
            says: R::SAYS,
            sheet: R::SHEET,
            known_by: R::KNOWN_BY,
            completed: R::COMPLETED,
            fills: R::FILLS,
            checked: R::CHECKED,
            personal: R::PERSONAL,
            for_all: R::FOR_ALL,
            notes: R::NOTES,
            needed_until: R::NEEDED_UNTIL,
            is_held: R::IS_HELD,
            augment: R::augment_args,
            parse: |matches| cells_of(&R::from_arg_matches(matches)?),
            update: |columns, cells, matches| {
                let mut record: R = from_cells(columns, cells)?;
                record.update_from_arg_matches_mut(matches)?;
                cells_of(&record)
            },
            complete: |columns, cells, network| {
                let mut record: R = from_cells(columns, cells)?;
                record.complete(network)?;
                cells_of(&record)
            },
            check: |columns, cells, network| from_cells::<R>(columns, cells)?.check(network),
            along: |columns, cells, network| from_cells::<R>(columns, cells)?.along(network),
            check_change: |columns, cells, to, network| {
                let to: Option<R> = to.map(|cells| from_cells(columns, cells)).transpose()?;
                from_cells::<R>(columns, cells)?.check_change(to.as_ref(), network)
            },
            follow: R::follow,
            layout: OnceLock::new(),
        }
    }

    fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| {
            let columns: Vec<Column> = self.arguments().get_arguments().map(Column::of).collect();
            let mut by_name: Vec<usize> = (0..columns.len()).collect();
            by_name.sort_by(|a, b| columns[*a].name.cmp(&columns[*b].name));
            let personal = columns.iter().map(|column| self.personal.contains(&column.name.as_str())).collect();
            Layout { columns, by_name, personal }
        })
    }

    /// The columns, in the order of the struct's fields.
    pub fn columns(&self) -> &[Column] {
        &self.layout().columns
    }

    /// The places of the columns in the order of their names, which no later field disturbs.
    pub fn by_name(&self) -> &[usize] {
        &self.layout().by_name
    }

    /// Whether the column at this place tells of a person.
    pub fn is_personal(&self, place: usize) -> bool {
        self.layout().personal[place]
    }

    /// Whether any column tells of a person.
    pub fn has_personal(&self) -> bool {
        !self.personal.is_empty()
    }

    /// The place of a column, by its name.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns().iter().position(|known| known.name == column)
    }

    /// The list of categories that a column's codes come from.
    pub fn list_of(&self, column: &str) -> Option<&'static str> {
        self.lists.iter().find(|(name, _)| *name == column).map(|(_, list)| *list)
    }

    /// A bare command that holds the fields as arguments, as `add` has them.
    pub fn arguments(&self) -> Command {
        (self.augment)(Command::new(self.name).no_binary_name(true).disable_help_flag(true).disable_version_flag(true))
    }

    /// The fields as arguments of which none is required, for `edit`, `list` and prompts.
    pub fn optional_arguments(&self, command: Command) -> Command {
        (self.augment)(command).mut_args(|argument| argument.required(false).default_values(Vec::<&str>::new()))
    }

    /// The fields but the code as arguments of which none is required: what a row is changed or found by.
    pub fn fields(&self) -> Vec<Arg> {
        let command = self.optional_arguments(Command::new(self.name));
        command.get_arguments().filter(|argument| argument.get_id() != "code").cloned().collect()
    }

    /// The row that `add` would make of these texts, one for a column that has a value.
    ///
    /// # Errors
    /// A clap error that names the argument, as `add` would.
    pub fn read<'a>(&self, given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Cells> {
        let matches = self.arguments().try_get_matches_from(self.words(given))?;
        (self.parse)(&matches)
    }

    /// The row with these texts in place of what it had.
    ///
    /// # Errors
    /// A clap error that names the argument, as `edit` would.
    pub fn change<'a>(&self, cells: &Cells, given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Cells> {
        let command = self.optional_arguments(Command::new(self.name).no_binary_name(true));
        let mut matches = command.try_get_matches_from(self.words(given))?;
        (self.update)(self.columns(), cells, &mut matches)
    }

    /// The example row, which shares nothing with the file.
    ///
    /// # Errors
    /// Only where the example is no row; a test walks all nouns.
    pub fn example_cells(&self) -> Result<Cells> {
        (self.parse)(&self.arguments().try_get_matches_from(self.example)?)
    }

    /// A row with every field in its one form.
    ///
    /// # Errors
    /// Where a field has none.
    pub fn complete(&self, cells: Cells, network: &Network) -> Result<Cells> {
        if self.completed.is_empty() { Ok(cells) } else { (self.complete)(self.columns(), &cells, network) }
    }

    /// Holds a row to its noun's own rules.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken.
    pub fn check(&self, cells: &Cells, network: &Network) -> Result<()> {
        (self.check)(self.columns(), cells, network)
    }

    /// Holds a row that is there to what it may become: another, or nothing where it is removed or taken back.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken.
    pub fn check_change(&self, cells: &Cells, to: Option<&Cells>, network: &Network) -> Result<()> {
        if self.is_held { (self.check_change)(self.columns(), cells, to, network) } else { Ok(()) }
    }

    /// The rows that go along when one is removed.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn along(&self, cells: &Cells, network: &Network) -> Result<Vec<Along>> {
        if self.is_held { (self.along)(self.columns(), cells, network) } else { Ok(Vec::new()) }
    }

    /// What else is to be written because rows of a sheet were taken in.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn follow(&'static self, network: &Network, rows: &Rows) -> Result<Followed> {
        (self.follow)(network, self, rows)
    }

    /// What a row is called by: its code where it has one.
    pub fn code<'c>(&self, cells: &'c Cells) -> Option<&'c str> {
        match self.naming {
            Naming::Unnamed => None,
            _ => cells[self.place("code")?].as_deref(),
        }
    }

    /// The words of a command line that gives these texts.
    fn words<'a>(&self, given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<OsString> {
        let (mut flags, mut code) = (Vec::new(), None);
        for (column, text) in given {
            match column {
                "code" => code = Some(OsString::from(text)),
                _ => flags.push(OsString::from(format!("--{}={text}", column.replace('_', "-")))),
            }
        }
        if let Some(code) = code {
            flags.extend([OsString::from("--"), code]);
        }
        flags
    }
}

impl Column {
    fn of(argument: &Arg) -> Self {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let choices = argument.get_possible_values();
        Self {
            name: argument.get_id().to_string(),
            heading: help.split(": ").next().unwrap_or_default().to_string(),
            form: value::Form::of(argument),
            required: argument.is_required_set(),
            choices: choices.iter().map(|value| value.get_name().to_string()).collect(),
            reader: value::reader(argument),
        }
    }

    /// The one text form of what stands in a cell: the flag of `add` would have taken it.
    ///
    /// # Errors
    /// Where the flag would have refused it.
    pub fn read(&self, text: &str) -> Result<String, Refusal> {
        if !self.choices.is_empty() && !self.choices.iter().any(|choice| choice == text) {
            let hint = say::possible_values(self.choices.join(", "));
            return Err(Refusal::data(say::not_one_of(text)).hint(hint));
        }
        match self.reader {
            Some(reader) => reader(text),
            None => Ok(text.to_string()),
        }
    }

    /// The flag, without its hyphens in front.
    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_noun_says_of_columns_is_said_of_its_own() {
        for noun in crate::nouns::versioned() {
            let lists = noun.lists.iter().map(|(column, _)| *column);
            let fills = noun.fills.iter().map(|(column, _)| *column);
            let others = noun.checked.unwrap_or_default().iter().chain(&noun.date);
            let others = others
                .chain(noun.known_by)
                .chain(noun.completed)
                .chain(noun.personal)
                .chain(noun.notes)
                .chain(&noun.needed_until)
                .copied();
            for column in lists.chain(fills).chain(others) {
                assert!(noun.place(column).is_some(), "{} has no column `{column}`", noun.name);
            }
        }
    }
}
