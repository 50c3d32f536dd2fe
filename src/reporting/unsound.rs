//! What `check` tells of reports: what waits for somebody, and what two copies of a file can bring about between them.

use super::question::Question;
use super::report::{Report, Status};
use super::version::base;
use crate::check::Finding;
use crate::error::Result;
use crate::file::Network;
use crate::file::id;
use crate::file::read::Query;
use crate::locale::say::{self, Text};
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::{Day, Reported};
use crate::version::notice::Notices;
use rusqlite::Row;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What tells a report from all others: its form, who answered, the period and the submission.
type Key = (i64, [Option<i64>; 4], Option<String>, Option<String>);

/// The columns of a key behind the form.
const COLUMNS: [&str; 6] = ["point", "organisation", "area", "person", "period", "submission"];

/// A report, as far as it is looked at here.
struct Known {
    id: i64,
    status: Status,
    /// The command that last said what it says.
    command: i64,
    recheck: Option<Day>,
}

/// Tells of reports whose re-check is overdue, that lack what they need, or whose answers changed behind a lock, and of
/// answers that belong to none.
///
/// # Errors
/// Only those of the database.
pub fn reports(network: &Network, today: Day, findings: &mut Vec<Finding>) -> Result<()> {
    let (reports, questions) = (read_reports(network)?, read_questions(network)?);
    rechecks(network, &reports, today, findings)?;
    // Of points that are joined one may have the report, and another an answer that was given since.
    let notices = network.notices()?;
    let stands_for = |key: &Key| (key.0, standing_for(&notices, key.1), key.2.clone(), key.3.clone());
    let standing: HashMap<Key, Key> = reports.keys().map(|key| (stands_for(key), key.clone())).collect();
    let mut twice: HashMap<Key, Vec<i64>> = HashMap::new();
    for (key, known) in reports.iter().filter(|(_, known)| known.status.counts()) {
        twice.entry(stands_for(key)).or_default().push(known.id);
    }
    let mut twice: Vec<i64> = twice.into_values().filter(|ids| ids.len() > 1).flatten().collect();
    twice.sort_unstable();
    for id in twice {
        tell(network, id, findings, say::reported_twice)?;
    }
    let mut answered: HashMap<&Key, HashSet<i64>> = HashMap::new();
    let (mut alone, mut behind) = (BTreeMap::new(), HashSet::new());
    let turns = network.commands_in_turn()?;
    let columns: Vec<&str> = COLUMNS.into_iter().chain(["question", "id", "command"]).collect();
    network.scan(named("answer")?, &columns, &Query::default(), |row| {
        let question: i64 = row.get(6)?;
        let Some((form, ..)) = questions.get(&question) else { return Ok(()) };
        let key = key(*form, row, 0)?;
        let of = reports.get_key_value(&key).or_else(|| reports.get_key_value(standing.get(&stands_for(&key))?));
        match of {
            Some((key, known)) => {
                answered.entry(key).or_default().insert(question);
                // What this file came to know of after the lock, the lock has not seen, whenever it was said; what a
                // correction said, and what took one back, it allows.
                let turn = |command: i64| turns.get(&command).map_or(0, |(turn, _)| *turn);
                let command: i64 = row.get(8)?;
                let is_allowed = || turns.get(&command).is_some_and(|(_, verb)| ["correct", "undo"].contains(&&**verb));
                if known.status == Status::Locked && turn(command) > turn(known.command) && !is_allowed() {
                    behind.insert(known.id);
                }
            }
            None => {
                alone.entry(key).or_insert(row.get(7)?);
            }
        }
        Ok(())
    })?;
    let answer = named("answer")?;
    findings.extend(alone.into_values().map(|id| Finding::new(answer, &id::show(id), say::answer_without_report())));
    let needed = |form: i64| questions.iter().filter(move |(_, (of, is_required, _))| *of == form && *is_required);
    let nothing = HashSet::new();
    let mut known: Vec<(&Key, &Known)> = reports.iter().collect();
    known.sort_unstable_by_key(|(_, known)| known.id);
    for (key, known) in known {
        let given = answered.get(key).unwrap_or(&nothing);
        let mut lacking: Vec<&str> =
            needed(key.0).filter(|(id, _)| !given.contains(id)).map(|(_, (.., called))| called.as_str()).collect();
        lacking.sort_unstable();
        if known.status.counts() && !lacking.is_empty() {
            tell(network, known.id, findings, |words| say::answers_lack(words, lacking.join(", ")))?;
        }
        if behind.contains(&known.id) {
            tell(network, known.id, findings, say::changed_behind_lock)?;
        }
    }
    Ok(())
}

/// Adds a finding of a report, with what people call it.
fn tell(network: &Network, id: i64, findings: &mut Vec<Finding>, text: impl FnOnce(String) -> Text) -> Result<()> {
    let noun: &'static Noun = named(Report::NOUN)?;
    if let Some(row) = network.row(noun, id)? {
        findings.push(Finding::new(noun, &row.called(noun), text(row.typed::<Report>()?.words())));
    }
    Ok(())
}

/// Reports whose day of the next check is over, where nobody has reported since on any version of the form.
fn rechecks(network: &Network, reports: &HashMap<Key, Known>, today: Day, findings: &mut Vec<Finding>) -> Result<()> {
    let forms = bases_of_forms(network)?;
    let notices = network.notices()?;
    let of = |(form, who, ..): &Key| (forms.get(form).cloned().unwrap_or_default(), standing_for(&notices, *who));
    let ends = |(_, _, period, _): &Key| Some(period.as_ref()?.parse::<Reported>().ok()?.to);
    let mut latest = HashMap::new();
    for (key, _) in reports.iter().filter(|(_, known)| known.status.counts()) {
        let last = latest.entry(of(key)).or_insert(None);
        *last = ends(key).max(*last);
    }
    let is_due = |known: &Known| known.recheck.filter(|day| *day < today);
    let mut due: Vec<_> = reports.iter().filter_map(|(key, known)| Some((known.id, key, is_due(known)?))).collect();
    due.sort_unstable_by_key(|(id, ..)| *id);
    for (id, key, day) in due {
        if latest.get(&of(key)).is_none_or(|last| *last <= ends(key)) {
            tell(network, id, findings, |words| say::recheck_is_due(words, day))?;
        }
    }
    Ok(())
}

/// Those who stand for whoever answered.
fn standing_for(notices: &Notices, who: [Option<i64>; 4]) -> [Option<i64>; 4] {
    let mut nouns = COLUMNS.into_iter();
    who.map(|id| nouns.next().zip(id).map(|(noun, id)| notices.stands_for(noun, id)))
}

/// The key that the columns of a row make, from a place on.
fn key(form: i64, row: &Row<'_>, from: usize) -> Result<Key> {
    let who = [row.get(from)?, row.get(from + 1)?, row.get(from + 2)?, row.get(from + 3)?];
    Ok((form, who, row.get(from + 4)?, row.get(from + 5)?))
}

fn read_reports(network: &Network) -> Result<HashMap<Key, Known>> {
    let mut reports = HashMap::new();
    let columns: Vec<&str> = COLUMNS.into_iter().chain(["form", "id", "status", "command", "recheck"]).collect();
    network.scan(named(Report::NOUN)?, &columns, &Query::default(), |row| {
        let status = Status::of(&row.get::<_, String>(8)?);
        let recheck = row.get::<_, Option<String>>(10)?.and_then(|text| text.parse().ok());
        let known = Known { id: row.get(7)?, status, command: row.get(9)?, recheck };
        reports.insert(key(row.get(6)?, row, 0)?, known);
        Ok(())
    })?;
    Ok(reports)
}

/// The form of every question, whether it needs an answer, and what it is called there.
fn read_questions(network: &Network) -> Result<HashMap<i64, (i64, bool, String)>> {
    let mut questions = HashMap::new();
    network.scan(named(Question::NOUN)?, &["id", "form", "required", "code"], &Query::default(), |row| {
        let (code, required): (String, Option<String>) = (row.get(3)?, row.get(2)?);
        let called = format!("`{}`", code.split_once('/').map_or(code.as_str(), |(_, key)| key));
        questions.insert(row.get(0)?, (row.get(1)?, required.as_deref() == Some("yes"), called));
        Ok(())
    })?;
    Ok(questions)
}

/// What every form is called without its version.
fn bases_of_forms(network: &Network) -> Result<HashMap<i64, String>> {
    let mut forms = HashMap::new();
    network.scan(named("form")?, &["id", "code"], &Query::default(), |row| {
        forms.insert(row.get(0)?, base(&row.get::<_, String>(1)?).to_lowercase());
        Ok(())
    })?;
    Ok(forms)
}
