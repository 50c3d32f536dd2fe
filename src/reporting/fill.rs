//! `report fill`: asks question by question at a terminal, and shows what was answered for the period before.

use super::answer::Answer;
use super::key::{Key, key_flags};
use super::question::{Question, questions};
use super::report::{Report, Status};
use super::said::{Answers, Given};
use super::submit::{describe, look_again, refuse_gaps, report_flags, settle};
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::Reported;
use crate::verb::Verb;
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "fill",
    about: "Answer a {noun} question by question at a terminal",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        command
            .args(key_flags())
            .args(report_flags())
            .after_help("tukipont report fill --form monthly.1 --point MINTA-1 --period 2026-10")
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    if !call.may_ask {
        return Err(Refusal::usage(say::nobody_to_ask()).hint(say::nobody_to_ask_hint()).into());
    }
    let today = call.today().to_string();
    let network = call.write()?;
    let key = Key::new_of_line(&network, matches)?;
    // Nobody answers twelve questions to be told then that none of it can be kept.
    key.check(&network)?;
    let report = named(Report::NOUN)?;
    let there = network.known_row(report, &key.report()?)?;
    let there = there.map(|there| there.typed::<Report>()).transpose()?;
    if let Some(there) = there.filter(|there| there.status == Status::Locked) {
        return Err(there.is_locked());
    }
    key.refuse_typing_over(&network)?;
    let asked = questions(&network, &key.form)?;
    call.say(&say::fill_begins(asked.len() as i64))?;
    let (mut answers, mut is_whole) = (Answers::default(), true);
    // Asked before anything is written: nobody else waits for who is thinking.
    'questions: for question in &asked {
        let now = answer_of(&network, &key, question)?;
        let before = match key.period.and_then(before) {
            Some(period) => answer_of(&network, &Key { period: Some(period), ..key.clone() }, question)?,
            None => None,
        };
        loop {
            let prompt = prompt(call, &network, question, now.as_deref(), before.as_deref())?;
            let Some(typed) = call.ask(&prompt)? else {
                // Who ends it here may not be done.
                is_whole = false;
                break 'questions;
            };
            match question.read(&network, &typed) {
                _ if typed.is_empty() => break,
                Ok(value) => {
                    let given = Given { value: Some(value), note: None };
                    answers.0.insert(question.code.key().to_string(), given);
                    break;
                }
                Err(error) => {
                    call.refuse(&error);
                }
            }
        }
    }
    network.begin("fill", Report::NOUN)?;
    let put = answers.put(&network, &key)?;
    // What is complete is sent; what is not is kept, and told.
    let gaps = refuse_gaps(&network, &key);
    let status = if gaps.is_ok() && is_whole { Status::Submitted } else { Status::Draft };
    settle(&network, &key, status, &today)?;
    describe(&network, &key, matches)?;
    if put.count > 0 {
        look_again(&network, &key)?;
    }
    network.commit()?;
    put.tell(call)?;
    match gaps {
        Ok(()) if is_whole => call.done(say::report_sent(key.words(), put.count)),
        Ok(()) => call.done(say::report_kept(key.words(), put.count)),
        Err(error) => {
            call.refuse(&error);
            call.done(say::report_kept(key.words(), put.count))
        }
    }
}

/// The period before one of whole months.
fn before(period: Reported) -> Option<Reported> {
    let months = period.months()?;
    Reported::lasting(period.from.checked_sub_months(chrono::Months::new(months))?, months)
}

/// What is answered to a question so far.
fn answer_of(network: &Network, key: &Key, question: &Question) -> Result<Option<String>> {
    let noun = named(Answer::NOUN)?;
    let cells = key.answer(noun, &question.code.to_string(), "", "typed");
    let row = network.known_row(noun, &cells)?;
    Ok(row.zip(noun.place("value")).and_then(|(row, place)| row.cells[place].clone()))
}

/// A question with its definition, what an answer looks like, and what was answered before.
fn prompt(
    call: &Call,
    network: &Network,
    question: &Question,
    now: Option<&str>,
    before: Option<&str>,
) -> Result<String> {
    let language = call.speaker.language;
    let label = question.label(language).unwrap_or_else(|| question.code.key().to_string());
    let definition = question.definition(language).map(|definition| format!(" ({definition})")).unwrap_or_default();
    let possible = question.possible(network, &call.speaker)?.map(|possible| format!(" [{possible}]"));
    let possible = possible.unwrap_or_default();
    let said = [now.map(say::answered_now), before.map(say::answered_before)].into_iter().flatten();
    let said: Vec<String> = said.map(|text| call.speaker.say(&text)).collect();
    let said = if said.is_empty() { String::new() } else { format!(" {{{}}}", said.join("; ")) };
    Ok(format!("{label}{definition}{possible}{said}:"))
}
