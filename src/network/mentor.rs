//! `mentor`: people who help at points, added, assigned and released.

use super::assign::{Place, add_assignment, as_of, day, day_of, end_assignment, text};
use super::assignment::{Assignment, Role};
use super::{Person, Point};
use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::nouns;
use crate::table::{self, Heading, Table, View};
use crate::value::Form;
use crate::verb;
use clap::{Arg, ArgMatches, Command};
use std::collections::HashMap;

/// The command.
pub const COMMAND: Special = Special { name: "mentor", build, run };

fn build(command: Command) -> Command {
    let add = Command::new("add")
        .after_help("tukipont mentor add MINTA-M1 --name \"Minta Mária\" --kind volunteer --skills \"email safety\"");
    let add = match nouns::named("person") {
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

fn point() -> Arg {
    Arg::new("point").long("point").value_name("POINT").help("Point: code or name")
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
    let noun = nouns::named("person")?;
    let mut given = verb::given(noun, matches);
    given.retain(|(column, _)| column != "status");
    given.push(("status".to_string(), "active".to_string()));
    let network = call.write()?;
    verb::add::add(call, noun, &network, given)
}

fn assign(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let since = day_of(call, matches, "since");
    let place = [("role", "mentor"), ("point", text(matches, "point").unwrap_or_default())];
    add_assignment(call, COMMAND.name, text(matches, "mentor"), &place, since)
}

fn release(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let place = Place { office: COMMAND.name, column: "point", is_meant: |assignment| assignment.role == Role::Mentor };
    end_assignment(call, matches, ("person", "mentor"), &place)
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let day = day_of(call, matches, "as-of");
    let network = call.read()?;
    let points = points_wanted(&network, matches)?;
    let assignments: Vec<Assignment> =
        network.all()?.into_iter().map(|(_, assignment)| assignment).filter(|a: &Assignment| a.holds_on(day)).collect();
    let mut table = Table { headings: headings()?, ..Table::default() };
    for (row, person) in network.all::<Person>()? {
        let code = row.called(nouns::named("person")?);
        let own: Vec<&Assignment> =
            assignments.iter().filter(|assignment| assignment.person.as_ref() == Some(&code)).collect();
        let mentoring: Vec<_> = own.iter().filter(|assignment| assignment.role == Role::Mentor).collect();
        let mut push = |assignment: Option<&&Assignment>, point: Option<&Point>| {
            let status = row.cells[nouns::named("person")?.place("status").unwrap_or_default()].clone();
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
    let noun = nouns::named("point")?;
    let mut filter = crate::file::filter::Filter::default();
    filter.given.extend(text(matches, "area").map(|area| ("area".to_string(), area.to_string())));
    let mut query = filter.query(network, noun)?;
    if let Some(point) = text(matches, "point") {
        let id = network.find_id(noun, None, point, Reach::Beginning)?;
        query.and("point.id = ?", [rusqlite::types::Value::Integer(network.notices()?.stands_for(noun.name, id))]);
    }
    let mut rows = HashMap::new();
    network.rows(noun, &query, |row| {
        let point: Point = crate::record::from_cells(noun.columns(), &row.cells)?;
        rows.insert(row.called(noun), point);
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
