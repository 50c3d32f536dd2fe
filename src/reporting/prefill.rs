//! `report prefill`: what the sessions in the file say of a period, as a draft that somebody looks over and sends.

use super::answer::Answer;
use super::key::{Key, key_flags};
use super::question::{Figure, questions};
use super::report::{Report, Status};
use super::submit::settle;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::read::Query;
use crate::file::write::Written;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::Reported;
use crate::verb::Verb;
use clap::ArgMatches;
use rusqlite::types::Value;

/// The verb.
pub const VERB: Verb = Verb {
    name: "prefill",
    about: "Begin a {noun} with what the sessions of a point say of the period",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let is_needed = |name: &str| ["form", "point", "period"].contains(&name);
        let flags = key_flags().into_iter().filter(|flag| is_needed(flag.get_id().as_str()));
        command
            .args(flags.map(|flag| flag.required(true)))
            .after_help("tukipont report prefill --form monthly.1 --point MINTA-1 --period 2026-10")
    },
    run,
};

/// What the sessions of a point in a period come to; what one of them does not say is unknown of all.
#[derive(Default)]
struct Counted {
    sessions: i64,
    attendances: i64,
    returning: Option<i64>,
    minutes: Option<i64>,
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today().to_string();
    let network = call.write()?;
    network.begin("prefill", Report::NOUN)?;
    let key = Key::of_line(&network, matches)?;
    let (Some((_, point)), Some(period)) = (&key.respondent, key.period) else {
        return Err(Refusal::usage(say::one_respondent()).hint(say::one_respondent_hint()).into());
    };
    let report = named(Report::NOUN)?;
    let there = network.known_row(report, &key.report()?)?;
    let there = there.map(|there| there.typed::<Report>()).transpose()?;
    match there {
        Some(there) if there.status == Status::Locked => return Err(there.is_locked()),
        Some(there) if there.status.counts() => {
            return Err(Refusal::data(say::report_was_sent()).hint(say::report_was_sent_hint()).into());
        }
        _ => {}
    }
    settle(&network, &key, Status::Draft, &today)?;
    let counted = count(&network, point, period)?;
    let (noun, mut filled, mut unknown, mut kept) = (named(Answer::NOUN)?, 0, Vec::new(), Vec::new());
    for question in questions(&network, &key.form)? {
        let Some(figure) = question.figure else { continue };
        let called = format!("`{}`", question.code.key());
        // Where no session was written down, nobody knows whether there was none.
        let value = match figure {
            _ if counted.sessions == 0 => None,
            Figure::Sessions => Some(counted.sessions),
            Figure::Attendances => Some(counted.attendances),
            Figure::FirstVisits => counted.returning.map(|returning| counted.attendances - returning),
            Figure::Minutes => counted.minutes,
        };
        let text = value.map(|value| value.to_string()).unwrap_or_default();
        let cells = key.answer(noun, &question.code.to_string(), &text, "log");
        let before = network.known_row(noun, &cells)?;
        let source = |before: &Row| noun.place("source").and_then(|place| before.cells[place].clone());
        let is_ours = before.as_ref().is_some_and(|before| source(before).as_deref() == Some("log"));
        match before {
            // What was counted once and is unknown now must not stay.
            Some(before) if value.is_none() && is_ours => {
                network.remove(noun, &before)?;
                unknown.push(called);
            }
            None if value.is_none() => unknown.push(called),
            None => {
                network.add(noun, cells)?;
                filled += 1;
            }
            Some(before) if is_ours => {
                // A note that somebody wrote beside it stays.
                let mut now = before.cells.clone();
                if let Some(place) = noun.place("value") {
                    now[place].clone_from(&cells[place]);
                }
                filled += i64::from(network.replace(noun, &before, &now)? != Written::Same);
            }
            // What somebody typed stays.
            Some(_) => kept.push(called),
        }
    }
    network.commit()?;
    if !unknown.is_empty() {
        call.say(&say::prefill_unknown(unknown.join(", ")))?;
    }
    if !kept.is_empty() {
        call.say(&say::prefill_kept(kept.join(", ")))?;
    }
    let told = format!("tukipont session list --point {point} --period {}", period_on_line(period));
    call.say(&say::prefill_counted(counted.sessions, told))?;
    call.done(say::report_kept(key.words(), filled))
}

/// A period as `session list` takes it.
fn period_on_line(period: Reported) -> String {
    let text = period.to_string();
    if text.contains("/P") { format!("{}/{}", period.from, period.to) } else { text }
}

/// Counts the sessions of a point, and of all points that are joined with it.
fn count(network: &Network, point: &str, period: Reported) -> Result<Counted> {
    let id = network.find_id(named("point")?, None, point, crate::file::names::Reach::Whole)?;
    let notices = network.notices()?;
    let meant = notices.meant_by("point", notices.stands_for("point", id));
    let mut query = Query::default();
    query.one_of("session.point", meant.into_iter().map(Value::Integer));
    let days = [period.from, period.to].map(|day| Value::Text(day.to_string()));
    query.and("session.date BETWEEN ? AND ?", days);
    let mut counted = Counted { returning: Some(0), minutes: Some(0), ..Counted::default() };
    let columns = ["attendances", "returning", "minutes"];
    network.scan(named("session")?, &columns, &query, |row| {
        let (attendances, returning, minutes): (i64, Option<i64>, Option<i64>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        counted.sessions += 1;
        counted.attendances += attendances;
        counted.returning = counted.returning.zip(returning).map(|(sum, one)| sum + one);
        counted.minutes = counted.minutes.zip(minutes).map(|(sum, one)| sum + one);
        Ok(())
    })?;
    Ok(counted)
}
