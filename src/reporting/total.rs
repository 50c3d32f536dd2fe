//! `report total`: what was reported, added up, with who owes, who sent and who is missing beside every sum.

use super::book::{Book, Respondent};
use super::missing::{area_flag, form_flag, period_flag, text};
use super::question::{Kind, Question};
use super::report::Report;
use super::selection::select;
use super::submit::questions;
use crate::call::Call;
use crate::cli::flag;
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::disclosure::published;
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Decimal, Form, Period, Reported, answer};
use crate::verb::Verb;
use clap::{Arg, ArgMatches, ValueEnum};
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The verb.
pub const VERB: Verb = Verb {
    name: "total",
    about: "Add up what was reported for a period: who owes, who sent and who is missing stand beside every sum",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let by = Arg::new("group").long("by").value_name("GROUP").value_parser(clap::value_parser!(By));
        let question = Arg::new("question").long("question").value_name("KEY");
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: the reports that lie within it").required(true))
                .arg(by.help("By: a line for each of these"))
                .arg(area_flag())
                .arg(question.help("Question: only this one, by its code on the form"))
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5")),
        )
        .after_help("tukipont report total --form monthly.1 --period 2026-Q3 --by county")
    },
    run,
};

/// What the lines of a total are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// Regions
    Region,
    /// Counties
    County,
    /// Municipalities
    Municipality,
    /// Those who answer
    Respondent,
}

/// One line of a total, of one question.
#[derive(Clone, Copy, Default)]
struct Line {
    /// Of how many it is asked.
    respondents: i64,
    /// How many of them sent an answer.
    reporting: i64,
    /// How many of these did not send all that they owe.
    partial: i64,
    /// How many periods were told of, of those that are owed.
    sent: i64,
    /// How many periods are owed.
    owed: i64,
    sum: Decimal,
    /// Whether anything was answered: unknown is not nought.
    is_known: bool,
}

/// Answers of one respondent, by question and period.
type Answers = HashMap<(i64, Reported), Decimal>;

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let span = matches.get_one::<Period>("span").map(Reported::from);
    let Some(span) = span else { return Ok(()) };
    let mut asked = questions(&network, &book.form.code.to_string())?;
    asked.retain(|question| question.kind.adds_up() || question.kind == Kind::YesNo);
    if let Some(key) = text(matches, "question") {
        let code = format!("{}/{key}", book.form.code);
        network.find(named(Question::NOUN)?, &code, crate::file::names::Reach::Whole)?;
        asked.retain(|question| question.code.key().eq_ignore_ascii_case(key));
    }
    let by = matches.get_one::<By>("group").copied();
    let publish = matches.get_flag("publish");
    let table = table_of(call, &network, &book, &asked, span, by, publish)?;
    table.print(call, &View::of(matches))
}

fn table_of(
    call: &Call,
    network: &Network,
    book: &Book,
    asked: &[Question],
    span: Reported,
    by: Option<By>,
    publish: bool,
) -> Result<Table> {
    let areas = Register::read(network, "area", None, call.speaker.language)?;
    let answers = read_answers(network, book, asked, span)?;
    let ids = ids_of(network, asked)?;
    let mut lines: BTreeMap<(Option<String>, usize), Line> = BTreeMap::new();
    let mut passed_over = 0;
    let nothing = Answers::new();
    for respondent in &book.respondents {
        let group = group_of(respondent, by, &areas);
        let counted: Vec<Reported> =
            book.sent(respondent).iter().filter(|sent| sent.status.counts()).filter_map(|sent| sent.period).collect();
        let owed = book.owed(respondent, span);
        let chosen = select(span, &counted);
        let told: Vec<Reported> = chosen.places.iter().map(|place| counted[*place]).collect();
        if owed.is_empty() && told.is_empty() {
            continue;
        }
        passed_over += chosen.passed_over.len() as i64;
        let covers = |period: &Reported| {
            let days: i64 =
                told.iter().filter(|report| report.meets(*period)).map(|report| common(*report, *period)).sum();
            days == period.days()
        };
        let sent = owed.iter().filter(|period| covers(period)).count() as i64;
        let own = answers.get(&respondent.id).unwrap_or(&nothing);
        for (place, id) in ids.iter().enumerate() {
            let line = lines.entry((group.clone(), place)).or_default();
            line.respondents += 1;
            line.owed += owed.len() as i64;
            let given: Vec<Decimal> = told.iter().filter_map(|report| own.get(&(*id, *report)).copied()).collect();
            if given.is_empty() {
                continue;
            }
            line.reporting += 1;
            line.sent += sent;
            line.partial += i64::from(sent < owed.len() as i64 || given.len() < told.len());
            line.is_known = true;
            line.sum = Decimal(given.iter().fold(line.sum.0, |sum, given| sum.saturating_add(given.0)));
        }
    }
    let mut table = Table { headings: headings(call, asked, by, &areas)?, ..Table::default() };
    for ((group, place), line) in lines {
        let count = |count: i64| if publish { published(count) } else { count.to_string() };
        let sum = match (publish, asked[place].kind) {
            (true, Kind::Count | Kind::YesNo) => published(line.sum.0 / 1_000_000),
            _ => line.sum.to_string(),
        };
        let mut row = vec![Some(asked[place].code.key().to_string())];
        row.extend(
            [line.respondents, line.reporting, line.respondents - line.reporting, line.partial]
                .map(|it| Some(count(it))),
        );
        row.extend([line.sent, line.owed].map(|it| Some(it.to_string())));
        row.push(line.is_known.then_some(sum));
        if by.is_some() {
            row.insert(0, group);
        }
        table.rows.push(row);
    }
    table.notes.push(say::total_is_of(book.form.code.to_string(), span.to_string()));
    if passed_over > 0 {
        table.notes.push(say::total_passed_over(passed_over));
    }
    if publish {
        table.notes.push(say::total_is_rounded());
    }
    Ok(table)
}

/// How many days two periods share.
fn common(one: Reported, other: Reported) -> i64 {
    (one.to.min(other.to) - one.from.max(other.from)).num_days() + 1
}

/// The line that a respondent belongs to.
fn group_of(respondent: &Respondent, by: Option<By>, areas: &Register) -> Option<String> {
    let tier = match by? {
        By::Respondent => return Some(respondent.code.clone()),
        By::Region => "region",
        By::County => "county",
        By::Municipality => "municipality",
    };
    let above = areas.up(respondent.area?).find(|area| area.kind.as_deref() == Some(tier));
    above.map(|area| area.code.clone())
}

fn headings(call: &Call, asked: &[Question], by: Option<By>, areas: &Register) -> Result<Vec<Heading>> {
    let mut headings = Vec::new();
    if let Some(by) = by {
        let mut group = match by {
            By::Respondent => Heading::new("respondent", say::respondent(), Form::Text),
            _ => Heading::new("area", say::area_of_respondents(), Form::Text),
        };
        if by != By::Respondent {
            group.words = areas.words();
        }
        headings.push(group);
    }
    let mut question = Heading::new("question", say::asked_question(), Form::Text);
    for asked in asked {
        question.words.extend(asked.label(call.speaker.language).map(|label| (asked.code.key().to_string(), label)));
    }
    headings.push(question);
    for (key, text) in [
        ("respondents", say::respondents()),
        ("reporting", say::reporting()),
        ("missing", say::not_reporting()),
        ("partial", say::partial()),
        ("periods_sent", say::periods_sent()),
        ("periods_owed", say::periods_owed()),
        ("sum", say::sum()),
    ] {
        headings.push(Heading::new(key, text, Form::Number));
    }
    Ok(headings)
}

/// The rows of questions.
fn ids_of(network: &Network, asked: &[Question]) -> Result<Vec<i64>> {
    let noun = named(Question::NOUN)?;
    asked.iter().map(|question| network.new_id(noun, Some(&question.code.to_string()))).collect()
}

/// The answers to questions for periods within a span, by who gave them.
fn read_answers(network: &Network, book: &Book, asked: &[Question], span: Reported) -> Result<HashMap<i64, Answers>> {
    let ids = ids_of(network, asked)?;
    let yes_no: HashSet<i64> =
        ids.iter().zip(asked).filter(|(_, question)| question.kind == Kind::YesNo).map(|(id, _)| *id).collect();
    let mut query = Query::default();
    let marks = vec!["?"; ids.len()].join(", ");
    query.and(format!("answer.question IN ({marks})"), ids.iter().copied().map(Value::Integer));
    let (mut answers, mut periods): (HashMap<i64, Answers>, HashMap<String, Option<Reported>>) = Default::default();
    let notices = network.notices()?;
    let columns = ["question", book.noun.name, "period", "value"];
    network.scan(named("answer")?, &columns, &query, |row| {
        let (question, respondent): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        let (Some(respondent), Some(text)) = (respondent, row.get::<_, Option<String>>(2)?) else { return Ok(()) };
        let period = *periods.entry(text).or_insert_with_key(|text| text.parse().ok());
        let Some(period) = period.filter(|period| period.is_within(span)) else { return Ok(()) };
        let value: String = row.get(3)?;
        let value = match yes_no.contains(&question) {
            true => Decimal::whole(i64::from(value == answer(true))),
            false => value.parse()?,
        };
        let respondent = notices.stands_for(book.noun.name, respondent);
        answers.entry(respondent).or_default().insert((question, period), value);
        Ok(())
    })?;
    Ok(answers)
}
