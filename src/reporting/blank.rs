//! `report blank`: a sheet with the questions of a form for one respondent and period, to be filled in and imported.

use super::answer::Answer;
use super::key::{Key, key_flags};
use super::question::questions;
use super::report::Report;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Noun as Word};
use crate::locale::{Language, Speaker};
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::sheet::COMMENT;
use crate::table::dialect::{self, Dialect};
use crate::table::{self, Heading, Table};
use crate::value::Form;
use crate::verb::{Verb, blank};
use clap::ArgMatches;

/// The verb.
pub const VERB: Verb = Verb {
    name: "blank",
    about: blank::VERB.about,
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let [output, force] = table::output_flags();
        command.args(key_flags()).args([output.required(true), force, dialect::flag()]).after_help(
            "tukipont report blank --form monthly.1 --point MINTA-1 --period 2026-10 -o empty.csv --dialect excel-hu",
        )
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let dialect = matches.get_one::<Dialect>("dialect").copied();
    let speaker = Speaker::new(dialect.map_or(Language::En, Dialect::language));
    let key = Key::of_line(&network, matches)?;
    let Some((column, who)) = key.respondent.clone() else {
        return Err(Refusal::usage(say::one_respondent()).hint(say::one_respondent_hint()).into());
    };
    // What would be refused when it comes back is not sent out.
    key.check(&network)?;
    let row = network.find(named(column)?, &who, crate::file::names::Reach::Whole)?;
    let noun = named(Answer::NOUN)?;
    let mut table = Table::default();
    for name in ["question", column, "period", "value", "note"] {
        if let Some(place) = noun.place(name) {
            table.headings.push(Heading { form: Form::Text, ..Heading::field(noun, &noun.columns()[place]) });
        }
    }
    // For people: what import passes over.
    let comment = |text| format!("{COMMENT} {}", speaker.say(&text));
    for (key, told) in [("#question", comment(say::asked_question())), ("#definition", comment(say::definition()))] {
        table.headings.push(Heading::new(key, say::their_column(told), Form::Text));
    }
    for question in questions(&network, &key.form)? {
        let period = key.period.map(|period| period.to_string());
        let label = question.label(speaker.language);
        let definition = question.definition(speaker.language);
        let called = Some(row.called(named(column)?));
        table.rows.push(vec![Some(question.code.to_string()), called, period, None, None, label, definition]);
    }
    match table.write(call, matches)? {
        Some((file, _)) => call.say(&say::blank_made(Word(Report::NOUN), file)),
        None => Ok(()),
    }
}
