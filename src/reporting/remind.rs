//! `report remind`: a list that a mail program takes, one line a respondent who is late, in the respondent's language.

use super::book::Book;
use super::leads::{Leads, lead_flag};
use super::missing::{Which, area_flag, form_flag, lacks, period_flag, span, text};
use super::report::Report;
use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::{Language, Speaker, say};
use crate::record::{Noun, Record};
use crate::table::{self, Heading, Table};
use crate::value::{Form, Period};
use crate::verb::Verb;
use clap::ArgMatches;
use std::collections::{BTreeMap, HashMap};

/// The verb.
pub const VERB: Verb = Verb {
    name: "remind",
    about: "Write a list of reminders for a mail program: address, name and text of everybody whose {noun} is late",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let command = command
            .arg(form_flag())
            .arg(period_flag("Period: only what lies within it; else all since the form began"))
            .arg(area_flag())
            .arg(lead_flag());
        table::file_flags(command).after_help("tukipont report remind --form monthly.1 -o reminders.csv")
    },
    run,
};

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let today = call.today();
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let Some(days) = span(&book, matches.get_one::<Period>("span"), today) else {
        return call.say(&say::nothing_owed(book.called()));
    };
    let contacts = contacts(&network, book.noun)?;
    let mut late: BTreeMap<&str, (i64, Vec<String>)> = BTreeMap::new();
    let mut lacks = lacks(&book, days, today, Which::Late);
    Leads::read(&network, today)?.keep(&network, &mut lacks, text(matches, "led"))?;
    for lack in lacks {
        let entry = late.entry(&lack.respondent.code).or_insert((lack.respondent.id, Vec::new()));
        let due = lack.owed.due.map(|due| due.to_string());
        entry.1.extend(lack.owed.named().map(|period| period.to_string()).or(due));
    }
    let headings = [("email", say::address()), ("name", say::name()), ("text", say::reminder_text())];
    let mut table = Table {
        headings: headings.map(|(key, label)| Heading::new(key, label, Form::Text)).into(),
        ..Table::default()
    };
    for (code, (id, periods)) in late {
        let (email, name, language) = contacts.get(&id).cloned().unwrap_or_default();
        let speaker = Speaker::new(language.unwrap_or(call.speaker.language));
        let called = name.clone().unwrap_or_else(|| code.to_string());
        let form = book.label(speaker.language);
        let words = speaker.say(&say::reminder(called.clone(), form, periods.join(", ")));
        table.rows.push(vec![email, Some(called), Some(words)]);
    }
    let without = table.rows.iter().filter(|row| row[0].is_none()).count() as i64;
    if without > 0 {
        table.notes.push(say::reminder_without_address(without));
    }
    match table.write(call, matches)? {
        Some((file, rows)) => call.say(&say::reminders_written(rows as i64, file)),
        None => Ok(()),
    }
}

/// An address, a name, and the language that a respondent helps in, where it is one of ours.
type Contact = (Option<String>, Option<String>, Option<Language>);

/// Where respondents are reached; areas have no address of their own.
fn contacts(network: &Network, noun: &'static Noun) -> Result<HashMap<i64, Contact>> {
    let has = |name: &str| noun.place(name).is_some();
    let columns = [
        "id",
        "name",
        if has("email") { "email" } else { "name" },
        if has("languages") { "languages" } else { "name" },
    ];
    let mut contacts = HashMap::new();
    network.scan(noun, &columns, &Query::default(), |row| {
        let text = |place| -> Result<Option<String>> { Ok(row.get(place)?) };
        let languages = text(3)?.filter(|_| has("languages")).unwrap_or_default();
        let language = Language::first_of(&languages);
        contacts.insert(row.get(0)?, (text(2)?.filter(|_| has("email")), text(1)?, language));
        Ok(())
    })?;
    Ok(contacts)
}
