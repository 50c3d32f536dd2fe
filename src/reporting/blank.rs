//! `report blank`: a sheet with the questions of a form for one respondent and period, to be filled in and imported.

use super::answer::Answer;
use super::book::{Book, Sent};
use super::key::{Key, key_flags};
use super::missing::text;
use super::question::questions;
use super::report::Report;
use super::respondent::Respondent;
use super::version::asked_then;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say::{self, Noun as Word};
use crate::locale::{Language, Speaker};
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::sheet::COMMENT;
use crate::table::dialect::{self, Dialect};
use crate::table::{self, Heading, Table};
use crate::value::{Form, Reported};
use crate::verb::{Verb, blank};
use clap::ArgMatches;
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "blank",
    about: blank::VERB.about,
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let [output, force] = table::output_flags();
        let all = flag("all").conflicts_with_all(["point", "organisation", "person", "submission"]).requires("period");
        let all = all.help("All: a sheet for everybody who owes the form for the period, into a folder");
        command.args(key_flags()).arg(all).args([output.required(true), force, dialect::flag()]).after_help(
            "tukipont report blank --form monthly --point MINTA-1 --period 2026-10 -o empty.csv --dialect excel-hu\ntukipont report blank --form monthly --period 2026-10 --all -o to-send --dialect excel-hu",
        )
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let dialect = matches.get_one::<Dialect>("dialect").copied();
    let words = Words { dialect: dialect.map(Dialect::language), usual: call.speaker.language };
    if matches.get_flag("all") {
        return one_each(call, &network, words, matches);
    }
    let key = Key::new_of_line(&network, matches)?;
    match sheet(&network, words, &key)?.write(call, matches)? {
        Some((file, _)) => call.say(&say::blank_made(Word(Report::NOUN), file)),
        None => Ok(()),
    }
}

/// The language of a sheet: that of its dialect, else of whoever is to fill it in, else the reader's.
#[derive(Clone, Copy)]
struct Words {
    dialect: Option<Language>,
    usual: Language,
}

/// Writes a sheet for everybody who owes the form for the period and has not sent it, into a folder.
fn one_each(call: &mut Call, network: &Network, words: Words, matches: &ArgMatches) -> Result<()> {
    let folder = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let called = text(matches, "form").unwrap_or_default();
    let period = matches.get_one::<Reported>("period").copied();
    let form = asked_then(network, called, period)?;
    let book = Book::read(network, form.code.as_str(), text(matches, "area"))?;
    let Some(span) = period else { return Ok(()) };
    let is_sent = |sent: &Sent| sent.status.counts() && sent.period == period;
    let owes = |known: &&Respondent| book.owed(known, span).iter().any(|owed| owed.period == span);
    let open = book.respondents.iter().filter(owes).filter(|known| !book.sent(known).iter().any(is_sent));
    let open: Vec<&Respondent> = open.collect();
    if open.is_empty() {
        // Who owes months owes no quarter.
        return match book.respondents.iter().any(|known| owes(&known)) {
            true => call.say(&say::nothing_missing()),
            false => Err(Refusal::usage(say::nobody_owes_for(form.code.to_string(), span.to_string()))
                .hint(say::nobody_owes_for_hint(form.code.to_string()))
                .into()),
        };
    }
    if !folder.is_dir() {
        std::fs::create_dir(&folder)
            .map_err(|_| Refusal::failed(say::no_folder(folder.display().to_string())).hint(say::no_folder_hint()))?;
    }
    for known in &open {
        let respondent = Some((book.noun.name, known.code.clone()));
        let key = Key { form: form.code.to_string(), respondent, period, submission: None };
        let file = folder.join(format!("{}.csv", known.code));
        sheet(network, words, &key)?.write_to(call, matches, &file)?;
    }
    call.say(&say::blanks_made(open.len() as i64, folder.display().to_string()))
}

/// A sheet with the questions of a form, for one report.
fn sheet(network: &Network, words: Words, key: &Key) -> Result<Table> {
    // What would be refused when it comes back is not sent out.
    key.check(network)?;
    let noun = named(Answer::NOUN)?;
    let (column, called, own) = match (&key.respondent, &key.submission) {
        (Some((column, who)), _) => {
            let of = named(column)?;
            let row = network.find(of, who, Reach::Whole)?;
            let languages = of.place("languages").and_then(|place| row.cells[place].as_deref());
            (*column, row.called(of), languages.and_then(Language::first_of))
        }
        (None, Some(submission)) => ("submission", submission.clone(), None),
        (None, None) => return Err(Refusal::usage(say::one_respondent()).hint(say::one_respondent_hint()).into()),
    };
    let speaker = &Speaker::new(words.dialect.or(own).unwrap_or(words.usual));
    let mut table = Table::default();
    for name in ["question", column, "period", "value", "note"] {
        if let Some(place) = noun.place(name) {
            table.headings.push(Heading { form: Form::Text, ..Heading::field(noun, &noun.columns()[place]) });
        }
    }
    // For people: what import passes over.
    let comment = |text| format!("{COMMENT} {}", speaker.say(&text));
    for (key, told) in [
        ("#question", comment(say::asked_question())),
        ("#definition", comment(say::definition())),
        ("#possible", comment(say::possible_answers())),
    ] {
        table.headings.push(Heading::new(key, say::their_column(told), Form::Text));
    }
    for question in questions(network, &key.form)? {
        let period = key.period.map(|period| period.to_string());
        let (label, definition) = (question.label(speaker.language), question.definition(speaker.language));
        let possible = question.possible(network, speaker)?;
        let code = Some(question.code.to_string());
        table.rows.push(vec![code, Some(called.clone()), period, None, None, label, definition, possible]);
    }
    Ok(table)
}
