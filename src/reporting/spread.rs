//! `report spread`: how answers to scales and numbers lie, and where one respondent stands among all others.

use super::form::{AskedOf, Form};
use super::missing::{form_flag, period_flag, text};
use super::question::Question;
use super::report::{Report, Status};
use super::submit::questions;
use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::disclosure::THRESHOLD;
use crate::table::{self, Heading, Table, View};
use crate::value::{Decimal, Form as Shape, Period, Reported};
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use rusqlite::types::Value;
use std::collections::{HashMap, HashSet};

/// The verb.
pub const VERB: Verb = Verb {
    name: "spread",
    about: "Tell how the answers of all who sent a {noun} lie, and where one of them stands among the others",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let beside = Arg::new("beside").long("beside").value_name("RESPONDENT");
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: only what lies within it; else all since the form began"))
                .arg(beside.help("Beside: one respondent's own answers stand beside those of all")),
        )
        .after_help("tukipont report spread --form network-assessment.1 --period 2026 --beside HU332")
    },
    run,
};

/// Who answered and for when; of an unsigned form, which submission it is.
type Source = (Option<i64>, Option<String>, Option<String>);

/// Who answered: a respondent, or a submission of an unsigned form.
type Who = (Option<i64>, Option<String>);

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let row = network.find(named(Form::NOUN)?, text(matches, "form").unwrap_or_default(), Reach::Whole)?;
    let (id, form) = (row.id, row.typed::<Form>()?);
    let span = matches.get_one::<Period>("span").map(Reported::from);
    let beside = match (text(matches, "beside"), form.asked_of.noun()) {
        (Some(code), Some(noun)) => Some(network.find_id(named(noun)?, None, code, Reach::Whole)?),
        _ => None,
    };
    let mut asked = questions(&network, &form.code.to_string())?;
    asked.retain(|question| question.kind.is_number());
    let counted = counted(&network, id, form.asked_of, span)?;
    let column = form.asked_of.noun().unwrap_or("point");
    let mut table = Table { headings: headings(call, &asked, beside.is_some()), ..Table::default() };
    let mut is_hidden = false;
    for question in &asked {
        let (mut all, own) = answers(&network, question, column, &counted, beside)?;
        all.sort_unstable();
        // Of a form that nobody signs, a few answers tell who gave them.
        let is_shown = form.asked_of != AskedOf::Anybody || all.len() as i64 >= THRESHOLD;
        is_hidden |= !is_shown;
        let shown = |value: Option<Decimal>| value.filter(|_| is_shown).map(|value| value.to_string());
        let sum: i64 = all.iter().map(|value| value.0).sum();
        let mean = (!all.is_empty()).then(|| Decimal((sum / all.len() as i64 + 5_000) / 10_000 * 10_000));
        let mut cells = vec![
            Some(question.code.key().to_string()),
            Some(if is_shown { all.len().to_string() } else { crate::stats::disclosure::HIDDEN.to_string() }),
            shown(all.first().copied()),
            shown(median(&all)),
            shown(all.last().copied()),
            shown(mean),
        ];
        cells.extend(beside.map(|_| own.map(|own| own.to_string())));
        table.rows.push(cells);
    }
    if is_hidden {
        table.notes.push(say::spread_is_hidden(THRESHOLD));
    }
    table.print(call, &View::of(matches))
}

/// The one in the middle; of an even number of values the mean of the two.
fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 1 => Some(sorted[middle]),
        _ => Some(Decimal((sorted[middle - 1].0 + sorted[middle].0) / 2)),
    }
}

/// The reports of a form that count, within a span where one is given.
fn counted(network: &Network, form: i64, asked_of: AskedOf, span: Option<Reported>) -> Result<HashSet<Source>> {
    let mut query = Query::default();
    query.and("report.form = ?", [Value::Integer(form)]);
    let respondent = asked_of.noun().unwrap_or("point");
    let mut counted = HashSet::new();
    let columns = [respondent, "period", "submission", "status"];
    network.scan(named(Report::NOUN)?, &columns, &query, |row| {
        let (who, period, submission): Source = (row.get(0)?, row.get(1)?, row.get(2)?);
        let status: String = row.get(3)?;
        let counts = <Status as clap::ValueEnum>::from_str(&status, false).is_ok_and(Status::counts);
        let lies_within = match (&period, span) {
            (Some(text), Some(span)) => text.parse::<Reported>().is_ok_and(|period| period.is_within(span)),
            (_, None) => true,
            (None, Some(_)) => false,
        };
        if counts && lies_within {
            counted.insert((who, period, submission));
        }
        Ok(())
    })?;
    Ok(counted)
}

/// The latest answer of everybody to a question, and that of one of them.
fn answers(
    network: &Network,
    question: &Question,
    column: &str,
    counted: &HashSet<Source>,
    beside: Option<i64>,
) -> Result<(Vec<Decimal>, Option<Decimal>)> {
    let id = network.new_id(named(Question::NOUN)?, Some(&question.code.to_string()))?;
    let mut query = Query::default();
    query.and("answer.question = ?", [Value::Integer(id)]);
    let mut latest: HashMap<Who, (Option<Reported>, Decimal)> = HashMap::new();
    network.scan(named("answer")?, &[column, "period", "submission", "value"], &query, |row| {
        let source: Source = (row.get(0)?, row.get(1)?, row.get(2)?);
        if !counted.contains(&source) {
            return Ok(());
        }
        let period = source.1.as_deref().and_then(|text| text.parse::<Reported>().ok());
        let value: Decimal = row.get::<_, String>(3)?.parse()?;
        let known = latest.entry((source.0, source.2)).or_insert((period, value));
        if known.0.map(|known| known.to) < period.map(|period| period.to) {
            *known = (period, value);
        }
        Ok(())
    })?;
    let own = latest.iter().find(|((who, _), _)| beside.is_some() && *who == beside).map(|(_, (_, value))| *value);
    Ok((latest.into_values().map(|(_, value)| value).collect(), own))
}

fn headings(call: &Call, asked: &[Question], is_beside: bool) -> Vec<Heading> {
    let mut question = Heading::new("question", say::asked_question(), Shape::Text);
    for asked in asked {
        question.words.extend(asked.label(call.speaker.language).map(|label| (asked.code.key().to_string(), label)));
    }
    let mut headings = vec![question];
    for (key, text) in [
        ("answered", say::answered()),
        ("least", say::least()),
        ("median", say::median()),
        ("most", say::most()),
        ("mean", say::mean()),
    ] {
        headings.push(Heading::new(key, text, Shape::Number));
    }
    if is_beside {
        headings.push(Heading::new("own", say::own_answer(), Shape::Number));
    }
    headings
}
