//! How people are assigned and released: what `mentor` and `lead` share.

use super::assignment::Assignment;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Row;
use crate::file::names::Reach;
use crate::locale::say;
use crate::nouns;
use crate::value::Day;
use clap::{Arg, ArgMatches};
use std::collections::BTreeSet;

/// The day for which a command answers.
pub fn as_of() -> Arg {
    day("as-of", "As of: how it was on this day; else today")
}

/// A flag that takes a day.
pub fn day(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name("DATE").value_parser(clap::value_parser!(Day)).help(help)
}

/// A day on the line, or else today.
pub fn day_of(call: &Call, matches: &ArgMatches, name: &str) -> Day {
    matches.get_one::<Day>(name).copied().unwrap_or_else(|| Day(call.today()))
}

/// A text on the line.
pub fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Adds an assignment, unless the same one holds already.
///
/// # Errors
/// Where a row is not there, or the assignment holds already.
pub fn add_assignment(
    call: &mut Call,
    office: &str,
    person: Option<&str>,
    place: &[(&str, &str)],
    since: Day,
) -> Result<()> {
    let noun = nouns::named("assignment")?;
    let since_text = since.to_string();
    let given = place.iter().copied().chain(person.map(|person| ("person", person)));
    let network = call.write()?;
    network.begin("assign", office)?;
    let (cells, _) = network.settle(noun, &noun.read(given.chain([("since", since_text.as_str())]))?)?;
    let same = network.all::<Assignment>()?.into_iter().find(|(row, other)| {
        let differs = |column: &str| noun.place(column).is_some_and(|place| row.cells[place] != cells[place]);
        other.until.is_none_or(|until| since <= until)
            && !["person", "role", "point", "area", "organisation"].into_iter().any(differs)
    });
    if let Some((row, _)) = same {
        return Err(Refusal::data(say::assigned_already(row.called(noun)))
            .hint(say::assigned_already_hint(row.called(noun)))
            .into());
    }
    let row = network.add(noun, cells)?;
    network.commit()?;
    let shown = |column: &str| noun.place(column).and_then(|place| row.cells[place].clone());
    let who = shown("person").or_else(|| shown("organisation")).unwrap_or_default();
    let place = shown("point").or_else(|| shown("area")).unwrap_or_default();
    call.done(say::assigned(who, place, since))
}

/// What an assignment is to, and which assignments are meant.
pub struct Place {
    /// The command that speaks of them: `mentor` or `lead`.
    pub office: &'static str,
    /// The column, and the flag that chooses one of several.
    pub column: &'static str,
    /// Whether an assignment is of the kind that is meant.
    pub is_meant: fn(&Assignment) -> bool,
}

/// Ends an assignment of somebody who has one of the kind that is meant, or has it at the place on the line.
///
/// Who it is comes as the noun, which is also the column, and the argument that names it.
///
/// # Errors
/// Where a row is not there, or none or several of the assignments are meant.
pub fn end_assignment(call: &mut Call, matches: &ArgMatches, who: (&str, &str), place: &Place) -> Result<()> {
    let until = day_of(call, matches, "until");
    let noun = nouns::named("assignment")?;
    let network = call.write()?;
    network.begin("release", place.office)?;
    let code = |name: &str, typed: &str| -> Result<String> {
        let noun = nouns::named(name)?;
        Ok(network.find(noun, typed, Reach::Whole)?.called(noun))
    };
    let whose = code(who.0, text(matches, who.1).unwrap_or_default())?;
    let wanted = text(matches, place.column).map(|typed| code(place.column, typed)).transpose()?;
    let cell = |row: &Row, column: &str| noun.place(column).and_then(|place| row.cells[place].clone());
    let mut open = network.all::<Assignment>()?;
    open.retain(|(row, assignment)| {
        // An organisation stands for itself only where no person does it for it.
        let is_theirs = cell(row, who.0).as_ref() == Some(&whose) && (who.0 == "person" || assignment.person.is_none());
        let is_there = wanted.is_none() || cell(row, place.column) == wanted;
        is_theirs && is_there && (place.is_meant)(assignment) && assignment.until.is_none_or(|end| until < end)
    });
    let places: BTreeSet<String> = open.iter().filter_map(|(row, _)| cell(row, place.column)).collect();
    if places.len() != 1 {
        let (several, named) = (!places.is_empty(), places.into_iter().collect::<Vec<_>>().join(", "));
        let (message, hint) = match (place.column, several) {
            ("point", false) => (say::not_assigned(whose), say::list_them("mentor")),
            ("point", true) => (say::several_assignments(whose), say::which_point(named)),
            (_, false) => (say::not_leading(whose), say::list_them("lead")),
            (_, true) => (say::several_areas(whose), say::which_area(named)),
        };
        return Err(Refusal::not_found(message).hint(hint).into());
    }
    let last = until.to_string();
    // Where the same was assigned twice by mistake, both end.
    for (row, _) in &open {
        network.replace(noun, row, &noun.change(&row.cells, [("until", last.as_str())])?)?;
    }
    network.commit()?;
    call.done(say::released(whose, places.into_iter().next().unwrap_or_default(), until))
}
