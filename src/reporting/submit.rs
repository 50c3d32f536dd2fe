//! `report submit`: answers and the report that they belong to, from the line or from a sheet, all or none.

use super::answer::Answer;
use super::filled::add_answers;
use super::key::{Key, key_flags, there};
use super::question::{Question, questions};
use super::report::{Report, Status};
use super::said::{Answers, put, said_flags};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::write::Written;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::{Day, YesNo};
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "submit",
    about: "Send a {noun}: its answers, and that it is complete",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        command
            .args(key_flags())
            .args(said_flags())
            .args(report_flags())
            .arg(flag("draft").help("Draft: keep the answers, and do not say yet that it is complete"))
            .after_help(
                "tukipont report submit --form monthly.1 --point MINTA-1 --period 2026-10 --answer sessions=9 --answer attendances=12\ntukipont report submit --form monthly.1 --point MINTA-1 --period 2026-10 --file october.csv",
            )
    },
    run,
};

/// The flags that say more of the report itself, by the columns of its row.
pub fn report_flags() -> [Arg; 3] {
    let recheck = Arg::new("recheck").long("recheck").value_name("DAY").value_parser(clap::value_parser!(Day));
    [
        Arg::new("subject")
            .long("subject")
            .value_name("SUBJECT")
            .help("Subject: what such a sheet is about, by its noun and code, session:4hd1s8jrd27v0"),
        Arg::new("assessor")
            .long("assessor")
            .value_name("PERSON")
            .help("Assessor: who found out whether requirements are met"),
        recheck.help("Re-check: the day by which somebody has to look again"),
    ]
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today().to_string();
    let network = call.write()?;
    network.begin("submit", Report::NOUN)?;
    let key = Key::new_of_line(&network, matches)?;
    let mut answers = Answers::of_line(matches)?;
    let status = if matches.get_flag("draft") { Status::Draft } else { Status::Submitted };
    // The report first: whatever is wrong with its period or its respondent is told before its answers.
    key.check(&network)?;
    if let Some(file) = matches.get_one::<PathBuf>("file") {
        add_answers(&network, file, &key, &mut answers)?;
    }
    if !answers.0.is_empty() {
        key.refuse_typing_over(&network)?;
    }
    let put = answers.put(&network, &key)?;
    let settled = settle(&network, &key, status, &today)?;
    let described = describe(&network, &key, matches)?;
    if put.count > 0 {
        look_again(&network, &key)?;
    }
    // A draft takes back nothing that was sent.
    let now = there(&network, &key)?.typed::<Report>()?.status;
    if now.counts() {
        refuse_gaps(&network, &key)?;
    }
    if [settled, described] == [Written::Same, Written::Same] && put.count == 0 {
        network.roll_back()?;
        return call.say(&say::report_same(key.words()));
    }
    network.commit()?;
    put.tell(call)?;
    call.done(match now {
        Status::Draft | Status::Returned => say::report_kept(key.words(), put.count),
        _ => say::report_sent(key.words(), put.count),
    })
}

/// Puts what the line says of the report itself into its row.
///
/// # Errors
/// Where what the line says is none.
pub fn describe(network: &Network, key: &Key, matches: &ArgMatches) -> Result<Written> {
    let (noun, row) = (named(Report::NOUN)?, there(network, key)?);
    let flags = report_flags();
    let names = flags.iter().map(|flag| flag.get_id().as_str());
    let given: Vec<(&str, String)> =
        names.filter_map(|name| Some((name, matches.get_raw(name)?.next()?.to_string_lossy().into_owned()))).collect();
    let now = noun.change(&row.cells, given.iter().map(|(name, text)| (*name, text.as_str())))?;
    network.replace(noun, &row, &now)
}

/// Says of a report that was accepted, and whose answers changed, that it is to be looked at once more.
///
/// # Errors
/// Where there is no such report.
pub fn look_again(network: &Network, key: &Key) -> Result<()> {
    let (noun, row) = (named(Report::NOUN)?, there(network, key)?);
    if row.typed::<Report>()?.status != Status::Accepted {
        return Ok(());
    }
    let mut now = row.cells.clone();
    put(noun, &mut now, "status", Some(Status::Submitted.word()));
    network.replace(noun, &row, &now).map(|_| ())
}

/// Makes the report's row, or says how far it has come now; one that was accepted or locked stays so.
///
/// # Errors
/// Where its form does not take it.
pub fn settle(network: &Network, key: &Key, status: Status, today: &str) -> Result<Written> {
    let noun = named(Report::NOUN)?;
    let sent = (status == Status::Submitted).then(|| today.to_string());
    let cells =
        key.cells(noun, &[("form", Some(key.form.clone())), ("status", Some(status.word())), ("submitted", sent)]);
    let Some(before) = network.known_row(noun, &cells)? else {
        network.insert(noun, network.known_id(noun, &cells)?, cells)?;
        return Ok(Written::New);
    };
    let had = before.typed::<Report>()?.status;
    // A draft takes back nothing that was sent.
    if had == status || matches!(had, Status::Accepted | Status::Locked) || (status == Status::Draft && had.counts()) {
        return Ok(Written::Same);
    }
    let mut now = before.cells.clone();
    for column in ["status", "submitted"] {
        put(noun, &mut now, column, noun.place(column).and_then(|place| cells[place].clone()));
    }
    if had == Status::Returned && status == Status::Submitted {
        // Why it was returned stands in its history.
        put(noun, &mut now, "reason", None);
    }
    network.replace(noun, &before, &now)
}

/// Refuses a report that lacks an answer to a question that requires one, with all of them.
///
/// # Errors
/// Then.
pub fn refuse_gaps(network: &Network, key: &Key) -> Result<()> {
    let noun = named(Answer::NOUN)?;
    let mut lacking = Vec::new();
    let asked = network.remembered(named(Question::NOUN)?, &key.form, || questions(network, &key.form))?;
    for question in asked.iter().filter(|question| question.required == Some(YesNo::Yes)) {
        let cells = key.cells(noun, &[("question", Some(question.code.to_string()))]);
        if !network.is_there(noun, network.known_id(noun, &cells)?)? && network.known_row(noun, &cells)?.is_none() {
            lacking.push(format!("`{}`", question.code.key()));
        }
    }
    match lacking.is_empty() {
        true => Ok(()),
        false => {
            Err(Refusal::data(say::answers_lack(key.words(), lacking.join(", "))).hint(say::answers_lack_hint()).into())
        }
    }
}
