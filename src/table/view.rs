//! How a table is to look: its format, fields, order and length, from the flags of every list.

use super::dialect::{self, Dialect};
use super::{Heading, Table};
use crate::error::{Refusal, Result};
use crate::locale::{Speaker, say};
use crate::value::{Decimal, near};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum};
use std::path::{Path, PathBuf};

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
    /// A sheet for Excel, in one of its dialects.
    #[value(skip)]
    Excel(Dialect),
    /// A workbook, in the reader's language or a dialect's.
    #[value(skip)]
    Workbook(Option<Dialect>),
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
        .arg(dialect::flag().conflicts_with("format"))
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

/// The flags of what writes a table to a file.
pub fn file_flags(command: Command) -> Command {
    flags(command).args(output_flags())
}

/// The flags of what writes a file.
pub fn output_flags() -> [Arg; 2] {
    [
        Arg::new("output")
            .long("output")
            .short('o')
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("Output: the file to write, whole or not at all; else standard output"),
        crate::cli::flag("force").help("Force: put the new file in place of an older one"),
    ]
}

/// Whether a file is to be a workbook, by its name.
pub fn is_workbook(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// How large a number is, in millionths.
fn size(text: &str) -> Option<i128> {
    let whole = text.parse().ok().map(|number: i64| i128::from(number) * 1_000_000);
    whole.or_else(|| text.parse().ok().map(|number: Decimal| number.0))
}

impl View {
    /// What the line says.
    pub fn of(matches: &ArgMatches) -> Self {
        let list = |name: &str| {
            let given = matches.try_get_many::<String>(name).ok().flatten()?;
            Some(given.map(|field| field.replace('-', "_")).collect::<Vec<_>>())
        };
        let sort = matches.try_get_many::<String>("sort").ok().flatten();
        let dialect = matches.try_get_one::<Dialect>("dialect").ok().flatten();
        Self {
            format: match dialect {
                Some(dialect) => Some(Format::Excel(*dialect)),
                None => matches.try_get_one::<Format>("format").ok().flatten().copied(),
            },
            fields: list("fields"),
            sort: sort.map(|given| given.cloned().collect()),
            limit: matches.try_get_one::<u32>("limit").ok().flatten().map(|limit| *limit as usize),
        }
    }
}

impl Format {
    /// The format of a file: as the line says, else as the file's name does.
    pub fn of_file(given: Option<Self>, file: &Path) -> Self {
        match given {
            None if is_workbook(file) => Self::Workbook(None),
            Some(Self::Excel(dialect)) if is_workbook(file) => Self::Workbook(Some(dialect)),
            given => given.unwrap_or(Self::Csv),
        }
    }

    /// Whether a person reads it, so that it is put into words.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Plain | Self::Markdown)
    }
}

impl Table {
    /// The table with the fields, the order and the length that are asked for.
    pub(super) fn viewed(mut self, view: &View, format: Format, speaker: &Speaker) -> Result<Self> {
        for field in view.sort.iter().flatten().rev() {
            let (field, turned) = match field.strip_prefix('-') {
                Some(field) => (field, true),
                None => (field.as_str(), false),
            };
            let place = self.place(&field.replace('-', "_"))?;
            let is_number = self.headings[place].form.is_figure();
            let collator = (format.is_for_people() && !is_number).then(|| speaker.collator()).flatten();
            let order = |a: &Option<String>, b: &Option<String>| match (a, b) {
                (Some(a), Some(b)) if is_number => size(a).cmp(&size(b)),
                (Some(a), Some(b)) => collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b)),
                // The unknown comes last, whichever way round.
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            self.rows.sort_by(|a, b| match order(&a[place], &b[place]) {
                order if turned && a[place].is_some() == b[place].is_some() => order.reverse(),
                order => order,
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
            Refusal::usage(say::no_field(field)).hint(near::hint(&keys, field)).into()
        })
    }
}
