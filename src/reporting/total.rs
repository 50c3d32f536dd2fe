//! `report total`: what was reported, added up, with who owes, who sent and who is missing beside every sum.

use super::book::{Book, Owed};
use super::group::By;
use super::missing::{area_flag, form_flag, period_flag, text};
use super::question::{Kind, Question};
use super::report::Report;
use super::respondent::Respondent;
use super::selection::select;
use super::version::{Asked, asked, base, reported_otherwise};
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
use clap::{Arg, ArgMatches};
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The verb.
pub const VERB: Verb = Verb {
    name: "total",
    about: "Add up what was reported for a period: who owes, who sent and who is missing stand beside every sum",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: the reports that lie within it").required(true))
                .arg(By::flag())
                .arg(area_flag())
                .arg(question_flag())
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5")),
        )
        .after_help("tukipont report total --form monthly.1 --period 2026-Q3 --by county")
    },
    run,
};

/// The flag that names one question.
pub fn question_flag() -> Arg {
    let question = Arg::new("question").long("question").value_name("KEY");
    question.help("Question: only this one, by its code on the form")
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
    /// How many of the periods that are owed were told of.
    sent: i64,
    /// How many periods are owed.
    owed: i64,
    sum: Decimal,
}

/// Answers of one respondent, by the place of the question, the place of its form's version, and the period.
type Answers = HashMap<(usize, usize, Reported), Decimal>;

/// The line of a total: its group, and the place of its question.
type Key = (Option<String>, usize);

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let Some(span) = matches.get_one::<Period>("span").map(Reported::from) else { return Ok(()) };
    let (mut asked, mut notes) = asked(&network, &book.versions)?;
    asked.retain(|asked| asked.question.kind.adds_up() || asked.question.kind == Kind::YesNo);
    if let Some(key) = text(matches, "question") {
        let code = format!("{}/{key}", book.versions[0].form.code);
        if asked.iter().all(|asked| !asked.question.code.key().eq_ignore_ascii_case(key)) {
            network.find(named(Question::NOUN)?, &code, crate::file::names::Reach::Whole)?;
        }
        asked.retain(|asked| asked.question.code.key().eq_ignore_ascii_case(key));
    }
    let by = By::of(matches);
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    let (lines, passed_over) = added_up(&network, &book, &asked, span, |who| by?.group_of(who, &areas))?;
    let publish = matches.get_flag("publish");
    let rows = lines.into_iter().map(|((group, place), line)| {
        let mut row = line.cells(&asked[place], publish);
        if by.is_some() {
            row.insert(0, group);
        }
        row
    });
    let mut table = Table { rows: rows.collect(), headings: headings(call, &asked, by, &areas)?, ..Table::default() };
    table.notes.push(say::total_is_of(book.called(), span.to_string()));
    table.notes.append(&mut notes);
    if let [version] = &book.versions[..]
        && let others @ [_, ..] = &reported_otherwise(&network, version, span)?[..]
    {
        table.notes.push(say::versions_reported(others.join(", "), base(version.form.code.as_str())));
    }
    if passed_over > 0 {
        table.notes.push(say::total_passed_over(passed_over));
    }
    if publish {
        table.notes.push(say::total_is_rounded());
    }
    table.print(call, &View::of(matches))
}

/// Adds up the answers to questions for a span, each respondent in its group; and how many reports were passed over.
fn added_up(
    network: &Network,
    book: &Book,
    asked: &[Asked],
    span: Reported,
    group_of: impl Fn(&Respondent) -> Option<String>,
) -> Result<(BTreeMap<Key, Line>, i64)> {
    let answers = read_answers(network, book, asked, span)?;
    let (mut lines, mut passed_over): (BTreeMap<Key, Line>, i64) = Default::default();
    let nothing = Answers::new();
    for respondent in &book.respondents {
        let counted: Vec<(usize, Reported)> = book
            .sent(respondent)
            .iter()
            .filter(|sent| sent.status.counts())
            .filter_map(|sent| Some((sent.version, sent.period?)))
            .collect();
        let owed = book.owed(respondent, span);
        if owed.is_empty() && counted.iter().all(|(_, period)| !period.is_within(span)) {
            continue;
        }
        let (group, own) = (group_of(respondent), answers.get(&respondent.id).unwrap_or(&nothing));
        let mut passed: HashSet<(usize, Reported)> = HashSet::new();
        for (place, asked) in asked.iter().enumerate() {
            // A version that does not ask it is not owed for it.
            let is_asked = |owed: &&Owed| asked.rows.iter().any(|(_, version)| *version == owed.version);
            let owed: Vec<Reported> = owed.iter().filter(is_asked).map(|owed| owed.period).collect();
            // What a report leaves open it does not tell: only those that answer this very question are chosen among.
            let given = counted.iter().filter_map(|key| Some((*key, *own.get(&(place, key.0, key.1))?)));
            let given: Vec<((usize, Reported), Decimal)> = given.collect();
            let periods: Vec<Reported> = given.iter().map(|((_, period), _)| *period).collect();
            let chosen = select(span, &periods);
            passed.extend(chosen.passed_over.iter().map(|place| given[*place].0));
            if owed.is_empty() && chosen.places.is_empty() {
                continue;
            }
            let line = lines.entry((group.clone(), place)).or_default();
            line.respondents += 1;
            line.owed += owed.len() as i64;
            if chosen.places.is_empty() {
                continue;
            }
            let told: Vec<Reported> = chosen.places.iter().map(|place| periods[*place]).collect();
            let sent = owed.iter().filter(|period| is_covered(**period, &told)).count() as i64;
            line.reporting += 1;
            line.sent += sent;
            line.partial += i64::from(sent < owed.len() as i64);
            let sum = chosen.places.iter().fold(line.sum.0, |sum, place| sum.saturating_add(given[*place].1.0));
            line.sum = Decimal(sum);
        }
        passed_over += passed.len() as i64;
    }
    Ok((lines, passed_over))
}

impl Line {
    /// Its cells; for the public, small counts are hidden and all others rounded.
    fn cells(&self, asked: &Asked, publish: bool) -> Vec<Option<String>> {
        let figure = |figure: Decimal| if publish { published(figure) } else { figure.to_string() };
        let mut row = vec![Some(asked.called.clone())];
        let people = [self.respondents, self.reporting, self.respondents - self.reporting, self.partial];
        row.extend(people.map(|count| Some(figure(Decimal::whole(count)))));
        row.extend([self.sent, self.owed].map(|count| Some(count.to_string())));
        // Unknown is not nought.
        row.push((self.reporting > 0).then(|| figure(self.sum)));
        row
    }
}

/// Whether periods that share no day tell of all days of another.
fn is_covered(period: Reported, told: &[Reported]) -> bool {
    let common = |one: Reported| (one.to.min(period.to) - one.from.max(period.from)).num_days() + 1;
    told.iter().filter(|told| told.meets(period)).map(|told| common(*told)).sum::<i64>() == period.days()
}

fn headings(call: &Call, asked: &[Asked], by: Option<By>, areas: &Register) -> Result<Vec<Heading>> {
    let mut headings = Vec::new();
    headings.extend(by.map(|by| by.heading(areas)));
    let mut question = Heading::new("question", say::asked_question(), Form::Text);
    for asked in asked {
        question.words.extend(asked.word(call.speaker.language));
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

/// The answers to questions for periods within a span, by who gave them.
fn read_answers(network: &Network, book: &Book, asked: &[Asked], span: Reported) -> Result<HashMap<i64, Answers>> {
    let mut places = HashMap::new();
    for (place, asked) in asked.iter().enumerate() {
        let is_yes_no = asked.question.kind == Kind::YesNo;
        places.extend(asked.rows.iter().map(|(id, version)| (*id, (place, *version, is_yes_no))));
    }
    let mut query = Query::default();
    let marks = vec!["?"; places.len()].join(", ");
    query.and(format!("answer.question IN ({marks})"), places.keys().copied().map(Value::Integer));
    let (mut answers, mut periods): (HashMap<i64, Answers>, HashMap<String, Option<Reported>>) = Default::default();
    let notices = network.notices()?;
    let columns = ["question", book.noun.name, "period", "value"];
    network.scan(named("answer")?, &columns, &query, |row| {
        let (question, respondent): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        let (Some(respondent), Some(text)) = (respondent, row.get::<_, Option<String>>(2)?) else { return Ok(()) };
        let period = *periods.entry(text).or_insert_with_key(|text| text.parse().ok());
        let Some(period) = period.filter(|period| period.is_within(span)) else { return Ok(()) };
        let Some((place, version, is_yes_no)) = places.get(&question).copied() else { return Ok(()) };
        let value: String = row.get(3)?;
        let value = match is_yes_no {
            true => Decimal::whole(i64::from(value == answer(true))),
            false => value.parse()?,
        };
        let respondent = notices.stands_for(book.noun.name, respondent);
        answers.entry(respondent).or_default().insert((place, version, period), value);
        Ok(())
    })?;
    Ok(answers)
}
