//! `mentor`: people who help at points, added, assigned and released.

use super::assignment::{Assignment, Role};
use super::{Person, Point};
use crate::call::Call;
use crate::cli::{self, Special};
use crate::error::{Refusal, Result};
use crate::file::names::Reach;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::table::{self, Heading, Table, View};
use crate::value::{Day, Form};
use crate::verb;
use clap::{Arg, ArgMatches, Command};
use std::collections::HashMap;

/// The command.
pub const COMMAND: Special = Special { name: "mentor", build, run };

fn build(command: Command) -> Command {
    let add = Command::new("add")
        .after_help("tukipont mentor add MINTA-M1 --name \"Minta Mária\" --kind volunteer --skills \"email safety\"");
    let add = match cli::noun("person") {
        Ok(noun) => noun.optional_arguments(add).mut_arg("status", |status| status.hide(true)),
        Err(_) => add,
    };
    // A person's fields bring its own words along; here the command's are meant.
    let add = add.about("Add a mentor: a person with status active");
    let mentor = || Arg::new("mentor").value_name("MENTOR").required(true).help("Mentor: code or name");
    command
        .about("Add mentors, assign them to points, and list who works where")
        .subcommand_required(true)
        .subcommand(add)
        .subcommand(table::flags(
            Command::new("list")
                .about("List mentors with their points: who has no point is listed too")
                .after_help("tukipont mentor list --area HU332 --as-of 2026-10-31")
                .arg(as_of())
                .arg(Arg::new("point").long("point").value_name("POINT").help("Point: only who works there"))
                .arg(Arg::new("area").long("area").value_name("AREA").help("Area: only who works there, or below it")),
        ))
        .subcommand(
            Command::new("assign")
                .about("Assign a mentor to a point")
                .after_help("tukipont mentor assign MINTA-M1 --point MINTA-1 --since 2026-01-01")
                .arg(mentor())
                .arg(point().required(true))
                .arg(day("since", "Since: the first day; else today")),
        )
        .subcommand(
            Command::new("release")
                .about("End a mentor's assignment to a point")
                .after_help("tukipont mentor release MINTA-M1 --until 2026-10-31")
                .arg(mentor())
                .arg(point())
                .arg(day("until", "Until: the last day; else today")),
        )
}

/// The day for which a command answers.
pub fn as_of() -> Arg {
    day("as-of", "As of: how it was on this day; else today")
}

/// A flag that takes a day.
pub fn day(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name("DATE").value_parser(clap::value_parser!(Day)).help(help)
}

fn point() -> Arg {
    Arg::new("point").long("point").value_name("POINT").help("Point: code or name")
}

/// A day on the line, or else today.
pub fn day_of(call: &Call, matches: &ArgMatches, name: &str) -> Day {
    matches.get_one::<Day>(name).copied().unwrap_or(Day(call.today))
}

/// A text on the line.
pub fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("add", matches)) => add(call, matches),
        Some(("list", matches)) => list(call, matches),
        Some(("assign", matches)) => assign(call, matches),
        Some(("release", matches)) => release(call, matches),
        _ => Ok(()),
    }
}

fn add(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let noun = cli::noun("person")?;
    let mut given = verb::given(noun, matches);
    given.retain(|(column, _)| column != "status");
    given.push(("status".to_string(), "active".to_string()));
    let network = call.write()?;
    verb::add::add(call, noun, &network, given)
}

fn assign(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let since = day_of(call, matches, "since");
    let place = [("role", "mentor"), ("point", text(matches, "point").unwrap_or_default())];
    add_assignment(call, text(matches, "mentor"), &place, since)
}

/// Adds an assignment, unless the same one holds already.
///
/// # Errors
/// Where a row is not there, or the assignment holds already.
pub fn add_assignment(call: &mut Call, person: Option<&str>, place: &[(&str, &str)], since: Day) -> Result<()> {
    let noun = cli::noun("assignment")?;
    let since_text = since.to_string();
    let given = place.iter().copied().chain(person.map(|person| ("person", person)));
    let network = call.write()?;
    let cells = network.settle(noun, &noun.read(given.chain([("since", since_text.as_str())]))?)?;
    let same = network.all::<Assignment>()?.into_iter().find(|(row, other)| {
        let differs = |column: &str| noun.place(column).is_some_and(|place| row.cells[place] != cells[place]);
        other.until.is_none_or(|until| since <= until)
            && !["person", "role", "point", "area", "organisation"].into_iter().any(differs)
    });
    if let Some((row, _)) = same {
        return Err(Refusal::data(say::assigned_already(verb::called(noun, &row)))
            .hint(say::assigned_already_hint(verb::called(noun, &row)))
            .into());
    }
    network.begin("assign", noun.name)?;
    let row = network.add(noun, cells)?;
    network.commit()?;
    let shown = |column: &str| noun.place(column).and_then(|place| row.cells[place].clone());
    let who = shown("person").or_else(|| shown("organisation")).unwrap_or_default();
    let place = shown("point").or_else(|| shown("area")).unwrap_or_default();
    call.say(&say::assigned(who, place, since))
}

fn release(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let place = Place { column: "point", is_meant: |assignment| assignment.role == Role::Mentor };
    end_assignment(call, matches, ("person", "mentor"), &place)
}

/// What an assignment is to, and which assignments are meant.
pub struct Place {
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
    let noun = cli::noun("assignment")?;
    let network = call.write()?;
    let code = |name: &str, typed: &str| -> Result<String> {
        let noun = cli::noun(name)?;
        Ok(verb::called(noun, &network.find(noun, typed, Reach::Whole)?))
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
    let [(row, _)] = &open[..] else {
        let places: Vec<String> = open.iter().filter_map(|(row, _)| cell(row, place.column)).collect();
        let places = places.join(", ");
        let (message, hint) = match (place.column, open.is_empty()) {
            ("point", true) => (say::not_assigned(whose), say::list_them("mentor")),
            ("point", false) => (say::several_assignments(whose), say::which_point(places)),
            (_, true) => (say::not_leading(whose), say::list_them("lead")),
            (_, false) => (say::several_areas(whose), say::which_area(places)),
        };
        return Err(Refusal::not_found(message).hint(hint).into());
    };
    let last = until.to_string();
    network.begin("release", noun.name)?;
    network.replace(noun, row.id, &noun.change(&row.cells, [("until", last.as_str())])?)?;
    network.commit()?;
    call.say(&say::released(whose, cell(row, place.column).unwrap_or_default(), until))
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let day = day_of(call, matches, "as-of");
    let network = call.read()?;
    let points = points_wanted(&network, matches)?;
    let assignments: Vec<Assignment> =
        network.all()?.into_iter().map(|(_, assignment)| assignment).filter(|a: &Assignment| a.holds_on(day)).collect();
    let mut table = Table { headings: headings()?, ..Table::default() };
    for (row, person) in network.all::<Person>()? {
        let code = verb::called(cli::noun("person")?, &row);
        let own: Vec<&Assignment> =
            assignments.iter().filter(|assignment| assignment.person.as_ref() == Some(&code)).collect();
        let mentoring: Vec<_> = own.iter().filter(|assignment| assignment.role == Role::Mentor).collect();
        let mut push = |assignment: Option<&&Assignment>, point: Option<&Point>| {
            let status = row.cells[cli::noun("person")?.place("status").unwrap_or_default()].clone();
            table.rows.push(vec![
                Some(code.clone()),
                person.name.clone(),
                status,
                assignment.and_then(|assignment| assignment.point.clone()),
                point.map(|point| point.name.clone()),
                point.and_then(|point| point.area.clone()),
                assignment.and_then(|assignment| assignment.since).map(|day| day.to_string()),
                assignment.and_then(|assignment| assignment.until).map(|day| day.to_string()),
            ]);
            Ok::<_, anyhow::Error>(())
        };
        for assignment in &mentoring {
            if let Some(point) = assignment.point.as_ref().and_then(|code| points.rows.get(code)) {
                push(Some(assignment), Some(point))?;
            }
        }
        // Nobody's mentor and nobody's lead: a mentor who waits for a point.
        if mentoring.is_empty() && own.is_empty() && !points.chosen && person.works_on(day) {
            push(None, None)?;
        }
    }
    table.rows.sort();
    table.put_names(&network, call.speaker.language)?;
    table.print(call, &View::of(matches))
}

/// The points that a list is about.
struct Points {
    rows: HashMap<String, Point>,
    /// Whether the line chose some; then who has none is not meant.
    chosen: bool,
}

fn points_wanted(network: &Network, matches: &ArgMatches) -> Result<Points> {
    let noun = cli::noun("point")?;
    let mut filter = crate::file::filter::Filter::default();
    filter.given.extend(text(matches, "area").map(|area| ("area".to_string(), area.to_string())));
    let mut query = filter.query(network, noun)?;
    if let Some(point) = text(matches, "point") {
        let id = network.find_id(noun, None, point, Reach::Beginning)?;
        query.and("point.id = ?", [rusqlite::types::Value::Integer(id)]);
    }
    let mut rows = HashMap::new();
    network.rows(noun, &query, |row| {
        let point: Point = crate::record::from_cells(noun.columns(), &row.cells)?;
        rows.insert(verb::called(noun, &row), point);
        Ok(())
    })?;
    Ok(Points { rows, chosen: !query.conditions.is_empty() })
}

fn headings() -> Result<Vec<Heading>> {
    Ok(vec![
        Heading::of("mentor", "session", "mentor")?,
        Heading::of("name", "person", "name")?,
        Heading::of("status", "person", "status")?,
        Heading::of("point", "assignment", "point")?,
        Heading::new("point_name", say::point_name(), Form::Text),
        Heading::of("area", "point", "area")?,
        Heading::of("since", "assignment", "since")?,
        Heading::of("until", "assignment", "until")?,
    ])
}
