//! Answers of a form added up: who owes, who sent, and how much of what is owed was told of, for each line of a total.

use super::book::{Book, Sent};
use super::question::Kind;
use super::respondent::Respondent;
use super::schedule::Owed;
use super::selection::{covers, select};
use super::version::Asked;
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::nouns::named;
use crate::stats::disclosure::published;
use crate::value::{Decimal, Reported, answer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// One line of a total, of one question.
#[derive(Clone, Copy, Default)]
pub struct Line {
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
pub type Source = (usize, i64, Option<Reported>);

/// Answers of one respondent, by their report, each in the place of its question.
pub type Answers = HashMap<Source, Vec<Option<Decimal>>>;

/// The line of a total: its group, and the place of its question.
pub type Key = (Option<String>, usize);

/// What was added up.
#[derive(Default)]
pub struct Sums {
    /// The lines.
    pub lines: BTreeMap<Key, Line>,
    /// How many reports were passed over, since others tell of their days.
    pub passed_over: i64,
    /// How many periods that will be owed are not over.
    pub to_come: i64,
    /// Those who told of a longer time than the span, of which they told nothing else.
    pub coarser: HashSet<i64>,
}

/// A report that counts.
struct Counted<'a> {
    source: Source,
    /// What it is about; what is asked once tells of whatever span is looked at.
    period: Reported,
    /// Its answers, each in the place of its question; none where it answers none of them.
    answers: Option<&'a [Option<Decimal>]>,
}

/// The reports of a respondent that count.
fn counted<'a>(book: &Book, respondent: &Respondent, answers: Option<&'a Answers>, span: Reported) -> Vec<Counted<'a>> {
    let counts = book.sent(respondent).iter().filter(|sent| sent.status.counts());
    let sources = counts.map(|sent| (sent.version, sent.who, sent.period));
    let report = |source: Source| Counted {
        source,
        period: source.2.unwrap_or(span),
        answers: answers.and_then(|answers| answers.get(&source)).map(Vec::as_slice),
    };
    sources.map(report).collect()
}

impl Sums {
    /// Adds what is told below the table.
    pub fn count(&mut self, other: &Self) {
        self.passed_over += other.passed_over;
        self.to_come += other.to_come;
        self.coarser.extend(&other.coarser);
    }
}

/// Adds up the answers to questions for a span, a part of the whole that is looked at, each respondent in its group.
pub fn added_up(
    book: &Book,
    answers: &HashMap<i64, Answers>,
    asked: &[Asked],
    (span, whole): (Reported, Reported),
    today: NaiveDate,
    group_of: impl Fn(&Respondent) -> Option<String>,
) -> Sums {
    let mut sums = Sums::default();
    for respondent in &book.respondents {
        let counted = counted(book, respondent, answers.get(&respondent.id), whole);
        let within = counted.iter().map(|report| report.period).filter(|period| period.is_within(span));
        let mut sent: Vec<Reported> = within.collect();
        sent.sort_unstable();
        let mut owed = book.owed(respondent, span);
        // What is asked once is asked for the whole, and for no part of it.
        owed.retain(|owed| !owed.is_once || span == whole);
        // What is not over is not owed yet; who sent it already, did.
        let all = owed.len();
        owed.retain(|owed| owed.is_over(today) || covers(&sent, owed.period));
        sums.to_come += (all - owed.len()) as i64;
        let is_told = counted.iter().any(|report| report.period.is_within(span));
        if !is_told && counted.iter().any(|report| report.period.meets(span)) {
            sums.coarser.insert(respondent.id);
        }
        let group = group_of(respondent);
        let mut passed: HashSet<Source> = HashSet::new();
        for (place, asked) in asked.iter().enumerate() {
            // A version that does not ask it is not owed for it.
            let is_asked = |owed: &&Owed| asked.rows.iter().any(|(_, version)| *version == owed.version);
            let owed: Vec<Reported> = owed.iter().filter(is_asked).map(|owed| owed.period).collect();
            // What a report leaves open it does not tell: only those that answer this very question are chosen among.
            let given: Vec<(&Counted<'_>, Decimal)> =
                counted.iter().filter_map(|report| Some((report, report.answers?[place]?))).collect();
            let periods: Vec<Reported> = given.iter().map(|(report, _)| report.period).collect();
            let chosen = select(span, &periods, &owed);
            passed.extend(chosen.passed_over.iter().map(|place| given[*place].0.source));
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
            line.sum = Decimal(line.sum.0 + chosen.places.iter().map(|place| given[*place].1.0).sum::<i128>());
        }
        sums.passed_over += passed.len() as i64;
    }
    sums
}

impl Line {
    /// Its cells; for the public, small counts are hidden and all others rounded.
    pub fn cells(&self, asked: &Asked, publish: bool) -> Vec<Option<String>> {
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

/// The answers to questions for periods within a span, by who gave them; and how many are none that their question allows,
/// as two copies of a file can bring about where each made a form of one name.
///
/// # Errors
/// Only those of the database.
pub fn read_answers(
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
    let respondents: HashMap<i64, &Respondent> = book.respondents.iter().map(|known| (known.id, known)).collect();
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
        let Some(known) = respondents.get(&respondent) else { return Ok(()) };
        // Of points that are joined one may have the report, and another an answer that was given since.
        let is_its = |sent: &&Sent| (sent.version, sent.period) == (version, period) && sent.status.counts();
        let is_joined = who != respondent || book.sent(known).iter().any(|sent| sent.who != respondent);
        let who = match is_joined && !book.sent(known).iter().any(|sent| is_its(&sent) && sent.who == who) {
            true => book.sent(known).iter().find(is_its).map_or(who, |sent| sent.who),
            false => who,
        };
        let source = (version, who, period);
        let value: String = row.get(3)?;
        let value = match is_yes_no {
            true => Ok(Decimal::whole(i64::from(value == answer(true)))),
            false => value.parse::<Decimal>(),
        };
        match value {
            Ok(value) => {
                let own = answers.entry(respondent).or_default();
                own.entry(source).or_insert_with(|| vec![None; asked.len()])[place] = Some(value);
            }
            Err(_) => unreadable += i64::from(book.sent(known).iter().any(|sent| is_its(&sent))),
        }
        Ok(())
    })?;
    Ok((answers, unreadable))
}
