//! What becomes of a report that was sent: returned with a reason, accepted, locked, and corrected after that.

use super::book::Book;
use super::key::{Key, key_flags, there};
use super::missing::text;
use super::report::{Report, Status};
use super::said::{Answers, answer_flag};
use super::submit::refuse_gaps;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result, refusal};
use crate::file::Network;
use crate::locale::say;
use crate::nouns::named;
use crate::record::Record;
use crate::value::Reported;
use crate::verb::Verb;
use clap::{Arg, ArgMatches, Command};

/// Sends a report back.
pub const RETURN: Verb = Verb {
    name: "return",
    about: "Return a {noun} to whoever sent it, with a reason",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        build(command).arg(reason_flag()).after_help(
            "tukipont report return --form monthly.1 --point MINTA-1 --period 2026-10 --reason \"more visitors than people\"",
        )
    },
    run: |call, _, matches| go(call, matches, Status::Returned),
};

/// Takes a report as it is.
pub const ACCEPT: Verb = Verb {
    name: "accept",
    about: "Accept a {noun} that was sent",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        build(command).arg(all_flag()).after_help(
            "tukipont report accept --form monthly.1 --point MINTA-1 --period 2026-10\ntukipont report accept --form monthly --period 2026-Q3 --all",
        )
    },
    run: |call, _, matches| go(call, matches, Status::Accepted),
};

/// Closes a report.
pub const LOCK: Verb = Verb {
    name: "lock",
    about: "Lock a {noun}: from then on only a correction with a reason changes it",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        build(command).arg(all_flag()).after_help(
            "tukipont report lock --form monthly.1 --point MINTA-1 --period 2026-10\ntukipont report lock --form monthly --period 2026-Q3 --all --area HU332",
        )
    },
    run: |call, _, matches| go(call, matches, Status::Locked),
};

/// Changes answers of a report that is locked.
pub const CORRECT: Verb = Verb {
    name: "correct",
    about: "Correct a locked {noun} with a reason: what was published before stays in its history",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        build(command).arg(reason_flag()).arg(answer_flag().required(true)).after_help(
            "tukipont report correct --form monthly.1 --point MINTA-1 --period 2026-10 --answer attendances=14 --reason \"counted twice\"",
        )
    },
    run: |call, _, matches| correct(call, matches),
};

fn build(command: Command) -> Command {
    command.args(key_flags())
}

/// The flag that takes all reports at once.
fn all_flag() -> Arg {
    flag("all")
        .conflicts_with_all(["point", "organisation", "person", "submission"])
        .requires("period")
        .help("All: every report that was sent for periods within the period, of those in the area where one is given")
}

fn reason_flag() -> Arg {
    Arg::new("reason")
        .long("reason")
        .value_name("REASON")
        .required(true)
        .help("Reason: why it was returned or corrected")
}

/// The reason on the line; spaces are none.
fn reason(matches: &ArgMatches) -> Option<String> {
    matches.get_one::<String>("reason").map(|reason| reason.trim().to_string()).filter(|reason| !reason.is_empty())
}

/// Takes a report from one status to the next.
fn go(call: &mut Call, matches: &ArgMatches, to: Status) -> Result<()> {
    let network = call.write()?;
    let verb = match to {
        Status::Returned => "return",
        Status::Accepted => "accept",
        _ => "lock",
    };
    network.begin(verb, Report::NOUN)?;
    let noun = named(Report::NOUN)?;
    if matches.try_get_one::<bool>("all").ok().flatten().is_some_and(|all| *all) {
        return go_all(call, &network, matches, to);
    }
    let key = Key::of_line(&network, matches)?;
    let row = there(&network, &key)?;
    let report = row.typed::<Report>()?;
    match report.status {
        Status::Locked => return Err(report.is_locked()),
        // The line has no flag that is called so.
        status => status.check_step(to).map_err(|error| refusal(&error))?,
    }
    let mut cells = row.cells.clone();
    let mut put = |name: &str, text: Option<String>| {
        if let Some(place) = noun.place(name) {
            cells[place] = text;
        }
    };
    put("status", Some(to.word()));
    if to == Status::Returned {
        put("reason", reason(matches));
    }
    network.replace(noun, &row, &cells)?;
    network.commit()?;
    call.done(say::report_is_now(key.words(), Status::told(&[to])))
}

/// Takes every report that can take it a step further; all others stay as they are.
fn go_all(call: &mut Call, network: &Network, matches: &ArgMatches, to: Status) -> Result<()> {
    let noun = named(Report::NOUN)?;
    let book = Book::read(network, text(matches, "form").unwrap_or_default(), text(matches, "area"))?;
    let span = matches.get_one::<Reported>("period").copied();
    let mut count = 0;
    for sent in book.respondents.iter().flat_map(|respondent| book.sent(respondent)) {
        let is_within = sent.period.is_none_or(|period| span.is_some_and(|span| period.is_within(span)));
        if !is_within || !to.after().contains(&sent.status) {
            continue;
        }
        let Some(row) = network.row(noun, sent.id)? else { continue };
        let mut cells = row.cells.clone();
        if let Some(place) = noun.place("status") {
            cells[place] = Some(to.word());
        }
        network.replace(noun, &row, &cells)?;
        count += 1;
    }
    if count == 0 {
        network.roll_back()?;
        return call.say(&say::no_report_to_take(Status::told(to.after())));
    }
    network.commit()?;
    call.done(say::reports_are_now(count, Status::told(&[to])))
}

fn correct(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.write()?;
    network.begin("correct", Report::NOUN)?;
    let key = Key::of_line(&network, matches)?;
    let noun = named(Report::NOUN)?;
    let row = there(&network, &key)?;
    if row.typed::<Report>()?.status != Status::Locked {
        return Err(Refusal::data(say::report_is_not_locked()).hint(say::report_is_not_locked_hint()).into());
    }
    let Some(reason) = reason(matches) else {
        return Err(Refusal::usage(say::needs_reason()).hint(say::needs_reason_hint()).into());
    };
    let put = Answers::of_line(matches)?.put(&network, &key)?;
    refuse_gaps(&network, &key)?;
    if put.count == 0 {
        network.roll_back()?;
        return call.say(&say::report_same(key.words()));
    }
    let mut cells = row.cells.clone();
    if let Some(place) = noun.place("reason") {
        cells[place] = Some(reason);
    }
    network.replace(noun, &row, &cells)?;
    network.commit()?;
    put.tell(call)?;
    call.done(say::report_corrected(key.words(), put.count))
}
