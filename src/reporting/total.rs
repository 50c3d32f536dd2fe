//! `report total`: what was reported, added up, with who owes, who sent and who is missing beside every sum.

use super::book::Book;
use super::group::By;
use super::missing::{area_flag, form_flag, period_flag, text};
use super::question::{Kind, Question};
use super::report::Report;
use super::respondent::Respondent;
use super::schedule::{Owed, grid};
use super::selection::{covers, select};
use super::version::{Asked, asked, base, differing, reported_otherwise};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::disclosure::published;
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Decimal, Form, Period, Periodicity, Reported, answer};
use crate::verb::Verb;
use chrono::NaiveDate;
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
                .arg(each_flag())
                .arg(area_flag())
                .arg(question_flag())
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5")),
        )
        .after_help(
            "tukipont report total --form monthly --period 2026-Q3 --by county\ntukipont report total --form monthly --period 2025/2026 --each P3M --question sessions",
        )
    },
    run,
};

/// The flag that asks for a line for each of the periods within the period.
fn each_flag() -> Arg {
    let each = Arg::new("each").long("each").value_name("PERIODICITY");
    each.value_parser(clap::value_parser!(Periodicity)).help("Each: a line for each such period, P1M, P3M, P6M or P1Y")
}

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

/// Which report an answer belongs to: the place of its form's version, who gave it, and the period.
///
/// Points that are joined are one respondent, and each may have reported before they were.
type Source = (usize, i64, Option<Reported>);

/// Answers of one respondent, by the place of the question and their report.
type Answers = HashMap<(usize, Source), Decimal>;

/// The line of a total: its group, and the place of its question.
type Key = (Option<String>, usize);

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today();
    let network = call.read()?;
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let Some(span) = matches.get_one::<Period>("span").map(Reported::from) else { return Ok(()) };
    let mut asked = asked(&network, &book.versions)?;
    asked.retain(|asked| asked.question.kind.adds_up() || asked.question.kind == Kind::YesNo);
    if let Some(key) = text(matches, "question") {
        let code = format!("{}/{key}", book.versions[0].form.code);
        if asked.iter().all(|asked| !asked.question.code.key().eq_ignore_ascii_case(key)) {
            network.find(named(Question::NOUN)?, &code, crate::file::names::Reach::Whole)?;
            return Err(Refusal::usage(say::does_not_add_up(key)).hint(say::does_not_add_up_hint(code)).into());
        }
        asked.retain(|asked| asked.question.code.key().eq_ignore_ascii_case(key));
    }
    let publish = matches.get_flag("publish");
    let by = By::of(matches, book.versions[0].form.asked_of, publish)?;
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    let (answers, unreadable) = read_answers(&network, &book, &asked, span)?;
    let each = matches.get_one::<Periodicity>("each").copied();
    if let Some(endless) = each.filter(|each| each.months().is_none()) {
        let refusal = Refusal::usage(say::not_a_periodicity(endless.as_str()));
        return Err(refusal.hint(say::possible_values("P1M, P3M, P6M, P1Y")).into());
    }
    let mut table = Table { headings: headings(call, &asked, each.is_some(), by, &areas)?, ..Table::default() };
    let mut sums = Sums::default();
    // What of the span lies in no whole period of this length stands in no line.
    for part in each.map_or_else(|| vec![span], |each| grid(each, Some(span.from), span)) {
        let added = added_up(&book, &answers, &asked, part, today, |who| by?.group_of(who, &areas));
        for ((group, place), line) in &added.lines {
            let period = each.map(|_| Some(part.to_string()));
            let line = line.cells(&asked[*place], publish);
            table.rows.push(period.into_iter().chain(by.map(|_| group.clone())).chain(line).collect());
        }
        sums.count(&added);
    }
    table.notes.push(say::total_is_of(book.called(), span.to_string()));
    table.notes.extend(differing(&asked));
    if let [version] = &book.versions[..]
        && let others @ [_, ..] = &reported_otherwise(&network, version, span)?[..]
    {
        table.notes.push(say::versions_reported(others.join(", "), base(version.form.code.as_str())));
    }
    let counted = [
        (sums.passed_over, say::total_passed_over(sums.passed_over)),
        (sums.coarser, say::total_coarser(sums.coarser)),
        (sums.to_come, say::total_to_come(sums.to_come)),
        (unreadable, say::total_unreadable(unreadable)),
    ];
    table.notes.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text));
    if publish {
        table.notes.push(say::total_is_rounded());
    }
    table.print(call, &View::of(matches))
}

/// What was added up.
#[derive(Default)]
struct Sums {
    lines: BTreeMap<Key, Line>,
    /// How many reports were passed over, since others tell of their days.
    passed_over: i64,
    /// How many periods that will be owed are not over.
    to_come: i64,
    /// How many respondents told of a longer time than the span, of which they told nothing else.
    coarser: i64,
}

impl Sums {
    /// Adds what is told below the table.
    fn count(&mut self, other: &Self) {
        self.passed_over += other.passed_over;
        self.to_come += other.to_come;
        // Who told of the year told of longer than each of its months.
        self.coarser = self.coarser.max(other.coarser);
    }
}

/// Adds up the answers to questions for a span, each respondent in its group.
fn added_up(
    book: &Book,
    answers: &HashMap<i64, Answers>,
    asked: &[Asked],
    span: Reported,
    today: NaiveDate,
    group_of: impl Fn(&Respondent) -> Option<String>,
) -> Sums {
    let mut sums = Sums::default();
    let nothing = Answers::new();
    for respondent in &book.respondents {
        let counted: Vec<(Source, Reported)> = book
            .sent(respondent)
            .iter()
            .filter(|sent| sent.status.counts())
            // What is asked once has no period: it tells of whatever span is looked at.
            .map(|sent| ((sent.version, sent.who, sent.period), sent.period.unwrap_or(span)))
            .collect();
        let mut sent: Vec<Reported> = counted.iter().map(|(_, period)| *period).collect();
        sent.sort_unstable();
        let mut owed = book.owed(respondent, span);
        // What is not over is not owed yet; who sent it already, did.
        let all = owed.len();
        owed.retain(|owed| owed.is_once || owed.period.to < today || covers(&sent, owed.period));
        sums.to_come += (all - owed.len()) as i64;
        let is_told = counted.iter().any(|(_, period)| period.is_within(span));
        sums.coarser += i64::from(!is_told && counted.iter().any(|(_, period)| period.meets(span)));
        let (group, own) = (group_of(respondent), answers.get(&respondent.id).unwrap_or(&nothing));
        let mut passed: HashSet<Source> = HashSet::new();
        for (place, asked) in asked.iter().enumerate() {
            // A version that does not ask it is not owed for it.
            let is_asked = |owed: &&Owed| asked.rows.iter().any(|(_, version)| *version == owed.version);
            let owed: Vec<Reported> = owed.iter().filter(is_asked).map(|owed| owed.period).collect();
            // What a report leaves open it does not tell: only those that answer this very question are chosen among.
            let given = counted.iter().filter_map(|(key, period)| Some((*key, *period, *own.get(&(place, *key))?)));
            let given: Vec<(Source, Reported, Decimal)> = given.collect();
            let periods: Vec<Reported> = given.iter().map(|(_, period, _)| *period).collect();
            let chosen = select(span, &periods, &owed);
            passed.extend(chosen.passed_over.iter().map(|place| given[*place].0));
            if owed.is_empty() && chosen.places.is_empty() {
                continue;
            }
            let line = sums.lines.entry((group.clone(), place)).or_default();
            line.respondents += 1;
            line.owed += owed.len() as i64;
            if chosen.places.is_empty() {
                continue;
            }
            let told: Vec<Reported> = chosen.places.iter().map(|place| periods[*place]).collect();
            let sent = owed.iter().filter(|period| covers(&told, **period)).count() as i64;
            line.reporting += 1;
            line.sent += sent;
            line.partial += i64::from(sent < owed.len() as i64);
            line.sum = Decimal(line.sum.0 + chosen.places.iter().map(|place| given[*place].2.0).sum::<i128>());
        }
        sums.passed_over += passed.len() as i64;
    }
    sums
}

impl Line {
    /// Its cells; for the public, small counts are hidden and all others rounded.
    fn cells(&self, asked: &Asked, publish: bool) -> Vec<Option<String>> {
        let figure = |figure: Decimal| if publish { published(figure) } else { figure.to_string() };
        let mut row = vec![Some(asked.called.clone())];
        let counts = [self.respondents, self.reporting, self.respondents - self.reporting, self.partial];
        row.extend(counts.map(|count| Some(figure(Decimal::whole(count)))));
        row.extend([self.sent, self.owed].map(|count| Some(figure(Decimal::whole(count)))));
        // Unknown is not nought.
        row.push((self.reporting > 0).then(|| figure(self.sum)));
        row
    }
}

fn headings(call: &Call, asked: &[Asked], is_each: bool, by: Option<By>, areas: &Register) -> Result<Vec<Heading>> {
    let mut headings = Vec::new();
    if is_each {
        headings.push(Heading::of("period", Report::NOUN, "period")?);
    }
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
    ] {
        headings.push(Heading::new(key, text, Form::Number));
    }
    headings.push(Heading::new("sum", say::sum(), Form::Decimal));
    Ok(headings)
}

/// The answers to questions for periods within a span, by who gave them; and how many are none that their question allows,
/// as two copies of a file can bring about where each made a form of one name.
fn read_answers(
    network: &Network,
    book: &Book,
    asked: &[Asked],
    span: Reported,
) -> Result<(HashMap<i64, Answers>, i64)> {
    let mut places = HashMap::new();
    for (place, asked) in asked.iter().enumerate() {
        let is_yes_no = asked.question.kind == Kind::YesNo;
        places.extend(asked.rows.iter().map(|(id, version)| (*id, (place, *version, is_yes_no))));
    }
    let mut query = Query::default();
    query.one_of("answer.question", places.keys().copied().map(Value::Integer));
    let mut sent: HashMap<i64, HashSet<Source>> = HashMap::new();
    for respondent in &book.respondents {
        let counted = book.sent(respondent).iter().filter(|sent| sent.status.counts());
        sent.insert(respondent.id, counted.map(|sent| (sent.version, sent.who, sent.period)).collect());
    }
    let (mut answers, mut unreadable): (HashMap<i64, Answers>, i64) = Default::default();
    let mut periods: HashMap<String, Option<Reported>> = HashMap::new();
    let notices = network.notices()?;
    let columns = ["question", book.noun.name, "period", "value"];
    network.scan(named("answer")?, &columns, &query, |row| {
        let (question, who): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        let Some((who, (place, version, is_yes_no))) = who.zip(places.get(&question).copied()) else { return Ok(()) };
        let period = match row.get::<_, Option<String>>(2)? {
            Some(text) => *periods.entry(text).or_insert_with_key(|text| text.parse().ok()),
            None => None,
        };
        if period.is_some_and(|period| !period.is_within(span)) {
            return Ok(());
        }
        let respondent = notices.stands_for(book.noun.name, who);
        let Some(sources) = sent.get(&respondent) else { return Ok(()) };
        // Of points that are joined one may have the report, and another an answer that was given since.
        let is_one = |source: &&Source| (source.0, source.2) == (version, period);
        let of = sources.get(&(version, who, period)).or_else(|| sources.iter().find(is_one));
        let Some(source) = of.copied() else { return Ok(()) };
        let value: String = row.get(3)?;
        let value = match is_yes_no {
            true => Ok(Decimal::whole(i64::from(value == answer(true)))),
            false => value.parse::<Decimal>(),
        };
        match value {
            Ok(value) => {
                answers.entry(respondent).or_default().insert((place, source), value);
            }
            Err(_) => unreadable += 1,
        }
        Ok(())
    })?;
    Ok((answers, unreadable))
}
