//! `report due`, `missing` and `late`: which periods somebody owes and has not sent, until when, and whose lead that is.

use super::book::Book;
use super::leads::{Leads, lead_flag};
use super::occasion::EARLIEST;
use super::report::{Report, Status};
use super::respondent::Respondent;
use super::schedule::Owed;
use super::selection::covers;
use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::locale::say;
use crate::record::Record;
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, Period, Reported};
use crate::verb::Verb;
use chrono::{Days, NaiveDate};
use clap::{Arg, ArgMatches, Command};

/// What is not due for longer than this is not told by `due`.
const SOON: u64 = 31;

/// What is owed and was not sent.
pub const MISSING: Verb = Verb {
    name: "missing",
    about: "List who owes a {noun} for a period that is over, and has not sent it",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| build(command, "tukipont report missing --form monthly.1 --period 2026-Q3"),
    run: |call, _, matches| run(call, matches, Which::Missing),
};

/// What is missing and was due before today.
pub const LATE: Verb = Verb {
    name: "late",
    about: "List who owes a {noun} that was due, with the days since then",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| build(command, "tukipont report late --form monthly.1 --area HU332"),
    run: |call, _, matches| run(call, matches, Which::Late),
};

/// What is owed soon.
pub const DUE: Verb = Verb {
    name: "due",
    about: "List who owes a {noun} that is due within a month, with the days that are left",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| build(command, "tukipont report due --form monthly.1"),
    run: |call, _, matches| run(call, matches, Which::Due),
};

/// Which of the periods that are owed are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that are due soon.
    Due,
    /// Those that are over.
    Missing,
    /// Those that were due.
    Late,
}

fn build(command: Command, example: &'static str) -> Command {
    table::flags(
        command
            .arg(form_flag())
            .arg(period_flag("Period: only what lies within it; else all since the form began"))
            .arg(area_flag())
            .arg(lead_flag()),
    )
    .after_help(example)
}

/// The form on the line.
pub fn form_flag() -> Arg {
    Arg::new("form").long("form").value_name("FORM").required(true).help("Form: which was answered")
}

/// The period on the line.
pub fn period_flag(help: &'static str) -> Arg {
    Arg::new("span").long("period").value_name("PERIOD").value_parser(clap::value_parser!(Period)).help(help)
}

/// The area on the line.
pub fn area_flag() -> Arg {
    Arg::new("within").long("area").value_name("AREA").help("Area: with all that lies in it")
}

/// What a flag says, where the verb has it.
pub fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// A period that is owed and was not sent.
pub(super) struct Lack<'b> {
    /// Who owes it.
    pub respondent: &'b Respondent,
    /// What is owed.
    pub owed: Owed,
    /// How far it has come, where it was begun.
    status: Option<Status>,
}

fn run(call: &mut Call, matches: &ArgMatches, which: Which) -> Result<()> {
    let network = call.read()?;
    let today = call.today();
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let Some(span) = span(&book, matches.get_one::<Period>("span"), today) else {
        return call.say(&say::nothing_owed(book.called()));
    };
    let mut lacks = lacks(&book, span, today, which);
    let leads = Leads::read(&network, today)?;
    leads.keep(&network, &mut lacks, text(matches, "led"))?;
    let table = table_of(call, &network, &book, &lacks, &leads, today)?;
    if table.rows.is_empty() && View::of(matches).format.is_none() {
        return call.say(&say::nothing_missing());
    }
    table.print(call, &View::of(matches))
}

/// The days that are looked at: those of the period on the line, else from when the form began until a month from now.
pub(super) fn span(book: &Book, period: Option<&Period>, today: NaiveDate) -> Option<Reported> {
    match period {
        Some(period) => Some(Reported::from(period)),
        None => {
            let to = today.checked_add_days(Days::new(SOON))?;
            let from = book.begins().map_or_else(|| book.recently(today), Some)?.max(EARLIEST);
            (from <= to).then_some(Reported { from, to })
        }
    }
}

/// The periods within a span that are owed and were not sent.
pub(super) fn lacks(book: &Book, span: Reported, today: NaiveDate, which: Which) -> Vec<Lack<'_>> {
    let mut lacks = Vec::new();
    for respondent in &book.respondents {
        let sent = book.sent(respondent);
        // What is asked once has no period: it tells of whatever span is looked at.
        let mut counted: Vec<Reported> =
            sent.iter().filter(|sent| sent.status.counts()).map(|sent| sent.period.unwrap_or(span)).collect();
        counted.sort_unstable();
        for owed in book.owed(respondent, span) {
            let is_due = |is: fn(i64) -> bool| owed.due.is_some_and(|due| is((due - today).num_days()));
            let is_asked = match which {
                Which::Due => is_due(|days| (0..=SOON as i64).contains(&days)),
                Which::Missing => owed.is_over(today),
                Which::Late => is_due(|days| days < 0),
            };
            if is_asked && !covers(&counted, owed.period) {
                let begun = sent.iter().find(|sent| sent.period == owed.named());
                lacks.push(Lack { respondent, owed, status: begun.map(|sent| sent.status) });
            }
        }
    }
    lacks
}

fn table_of(
    call: &Call,
    network: &Network,
    book: &Book,
    lacks: &[Lack<'_>],
    leads: &Leads,
    today: NaiveDate,
) -> Result<Table> {
    let areas = Register::read(network, "area", None, call.speaker.language)?;
    let mut headings = vec![
        Heading::of("form", Report::NOUN, "form")?,
        Heading::of("period", Report::NOUN, "period")?,
        Heading::of("respondent", Report::NOUN, book.noun.name)?,
        Heading::new("name", say::name(), Form::Text),
        Heading::new("county", say::county(), Form::Text),
        Heading::new("lead", say::lead_of_area(), Form::Text),
        Heading::new("due", say::due_day(), Form::Day),
        Heading::new("days", say::days_left(), Form::Number),
        Heading::of("status", Report::NOUN, "status")?,
    ];
    let words = areas.words();
    headings[4].words = words;
    let rows = lacks.iter().map(|lack| {
        let lead = lack.respondent.area.and_then(|area| leads.of(area));
        let status = lack.status.and_then(|status| clap::ValueEnum::to_possible_value(&status));
        vec![
            Some(book.versions[lack.owed.version].form.code.to_string()),
            lack.owed.named().map(|period| period.to_string()),
            Some(lack.respondent.code.clone()),
            lack.respondent.name.clone(),
            lack.respondent.county(&areas),
            lead,
            lack.owed.due.map(|due| due.to_string()),
            lack.owed.due.map(|due| (due - today).num_days().to_string()),
            status.map(|status| status.get_name().to_string()),
        ]
    });
    Ok(Table { rows: rows.collect(), headings, ..Table::default() })
}
