//! `doctor`: what the program is, what it works on, where each setting comes from, and what lies about.

use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::file::backup::{copies, unfinished};
use crate::file::place::{JOURNALS, beside};
use crate::file::setting::SETTINGS;
use crate::file::{Network, STEPS};
use crate::locale::say::{self, Text};
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, answer};
use clap::{ArgMatches, Command};
use std::fs;
use std::path::{Path, PathBuf};

/// The command.
pub const COMMAND: Special = Special { name: "doctor", build, run };

fn build(command: Command) -> Command {
    table::flags(
        command
            .about("Tell what the program works on: versions, paths, settings and where each comes from, leftovers")
            .after_help("tukipont doctor\ntukipont doctor --format json"),
    )
}

/// What is told.
struct Line {
    /// What scripts call it.
    key: String,
    /// What people call it.
    text: Text,
    /// How it is.
    value: Option<String>,
    /// What says so.
    from: &'static str,
}

impl Line {
    fn new(key: &str, text: Text, value: impl ToString) -> Self {
        Self { key: key.to_string(), text, value: Some(value.to_string()), from: "" }
    }

    fn from(self, from: &'static str) -> Self {
        Self { from, ..self }
    }
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let (path, path_from) = call.path_with_source()?;
    let config = crate::config::path(&call.variables).filter(|config| config.exists());
    let config_from = if call.variables.contains_key("TUKIPONT_CONFIG") { "TUKIPONT_CONFIG" } else { "" };
    let config = Line {
        value: config.map(|config| config.display().to_string()),
        ..Line::new("config", say::config_file(), "").from(config_from)
    };
    let mut lines = vec![
        Line::new("program", say::program_version(), env!("CARGO_PKG_VERSION")),
        Line::new("schema", say::schema_known(), STEPS.len()),
        Line::new("sqlite", say::sqlite_version(), rusqlite::version()),
        Line::new("language", say::language(), call.speaker.language.tag()).from(call.sources.language),
        Line::new("plain", say::plainly(), answer(call.plain)).from(call.sources.plain),
        config,
        Line::new("file", say::network_file(), path.display()).from(path_from),
    ];
    // Whatever is wrong with the file is told as the last thing, after all that can be told without it.
    let opened = call.read();
    if let Ok(network) = &opened {
        of_file(network, &path, &mut lines)?;
    }
    let left = leftovers(&path)?.into_iter();
    lines.extend(left.map(|leftover| Line::new("leftover", say::leftover(), leftover.display())));
    let mut table = Table {
        headings: vec![
            Heading::new("what", say::what(), Form::Text),
            Heading::new("value", say::value(), Form::Text),
            Heading::new("from", say::comes_from(), Form::Text),
        ],
        ..Table::default()
    };
    for answer in [answer(true), answer(false)] {
        table.headings[1].words.insert(answer.to_string(), call.speaker.cell(Form::Answer, answer));
    }
    for line in lines {
        table.headings[0].words.insert(line.key.clone(), call.speaker.say(&line.text));
        let from = Some(line.from.to_string()).filter(|from| !from.is_empty());
        table.rows.push(vec![Some(line.key), line.value, from]);
    }
    table.print(call, &View::of(matches))?;
    opened.map(|_| ())
}

/// What the file tells of itself.
fn of_file(network: &Network, path: &Path, lines: &mut Vec<Line>) -> Result<()> {
    let number = |sql: &str| network.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let schema = number("SELECT user_version FROM pragma_user_version")?;
    lines.extend([
        Line::new("bytes", say::bytes(), fs::metadata(path).map_or(0, |file| file.len())),
        Line::new("file_schema", say::schema_of_file(), schema),
        Line::new("commands", say::commands_in_log(), number("SELECT count(*) FROM command")?),
        Line::new("copies", say::copies_beside(), copies(path)?.len()),
    ]);
    for setting in SETTINGS {
        let value = network.setting(setting.name)?;
        let from = if value.is_some() { "tukipont setting" } else { "" };
        let line = Line::new(&format!("setting {}", setting.name), say::setting_named(setting.name), "").from(from);
        lines.push(Line { value, ..line });
    }
    Ok(())
}

/// What an interrupted command, another program or `restore` has left beside the file and among its copies.
///
/// # Errors
/// Where the folder cannot be read.
pub fn leftovers(file: &Path) -> Result<Vec<PathBuf>> {
    let beside = JOURNALS.into_iter().chain(["-shm"]).map(|ending| beside(file, ending));
    let mut found: Vec<PathBuf> = beside.filter(|path| path.exists()).collect();
    found.extend(unfinished(file)?);
    found.sort();
    Ok(found)
}
