//! `lead`: who leads which area, and whom a point turns to, from its mentors up to the country.

use super::assign::{Place, add_assignment, as_of, day, day_of, end_assignment, text};
use super::assignment::{Assignment, Role};
use super::{Area, Organisation, Person};
use crate::call::Call;
use crate::cli::Special;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::network::area::Kind;
use crate::nouns;
use crate::table::{self, Heading, Table, View};
use clap::{Arg, ArgMatches, Command};
use std::collections::HashMap;

/// The command.
pub const COMMAND: Special = Special { name: "lead", build, run };

fn build(command: Command) -> Command {
    let person =
        || Arg::new("person").value_name("PERSON").required_unless_present("organisation").help("Person: code or name");
    let organisation = || {
        Arg::new("organisation")
            .long("organisation")
            .value_name("ORGANISATION")
            .conflicts_with("person")
            .help("Organisation: where it is the organisation itself that coordinates the area")
    };
    let area = || Arg::new("area").long("area").value_name("AREA").help("Area: code or name");
    command
        .about("Assign leads to areas, list them, and show whom a point turns to")
        .subcommand_required(true)
        .subcommand(
            Command::new("assign")
                .about("Assign a lead to an area: a county, a region, the country")
                .after_help(
                    "tukipont lead assign MINTA-M2 --area HU332 --since 2026-01-01\n\
                     tukipont lead assign --organisation MINTA-ONK --area HU",
                )
                .arg(person())
                .arg(organisation())
                .arg(area().required(true))
                .arg(day("since", "Since: the first day; else today")),
        )
        .subcommand(
            Command::new("release")
                .about("End a lead's assignment to an area")
                .after_help("tukipont lead release MINTA-M2 --area HU332 --until 2026-10-31")
                .arg(person())
                .arg(organisation())
                .arg(area())
                .arg(day("until", "Until: the last day; else today")),
        )
        .subcommand(table::flags(
            Command::new("list")
                .about("List leads with their areas")
                .after_help("tukipont lead list --format csv")
                .arg(as_of()),
        ))
        .subcommand(
            Command::new("chain")
                .about("Show whom a point turns to: its mentors, then every lead up to the country")
                .after_help("tukipont lead chain MINTA-1")
                .arg(Arg::new("point").value_name("POINT").required(true).help("Point: code or name"))
                .arg(as_of())
                .arg(table::format_flag()),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    match matches.subcommand() {
        Some(("assign", matches)) => assign(call, matches),
        Some(("release", matches)) => release(call, matches),
        Some(("list", matches)) => list(call, matches),
        Some(("chain", matches)) => chain(call, matches),
        _ => Ok(()),
    }
}

fn assign(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let since = day_of(call, matches, "since");
    let noun = nouns::named("area")?;
    let network = call.read()?;
    if let Some(person) = text(matches, "person") {
        refuse_an_organisation(&network, person)?;
    }
    let area = network.find(noun, text(matches, "area").unwrap_or_default(), Reach::Whole)?;
    drop(network);
    let area: Area = crate::record::from_cells(noun.columns(), &area.cells)?;
    let role = match area.kind {
        Kind::County => "county-lead",
        Kind::Region => "regional-lead",
        Kind::Country => "coordinator",
        Kind::Municipality | Kind::District => {
            return Err(Refusal::data(say::no_lead_here(area.code.as_str())).hint(say::no_lead_here_hint()).into());
        }
    };
    let mut place = vec![("role", role), ("area", area.code.as_str())];
    place.extend(text(matches, "organisation").map(|organisation| ("organisation", organisation)));
    add_assignment(call, COMMAND.name, text(matches, "person"), &place, since)
}

fn release(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let place = Place { office: COMMAND.name, column: "area", is_meant: is_lead };
    match text(matches, "person") {
        Some(person) => {
            refuse_an_organisation(&call.read()?, person)?;
            end_assignment(call, matches, ("person", "person"), &place)
        }
        None => end_assignment(call, matches, ("organisation", "organisation"), &place),
    }
}

/// Whether an assignment makes somebody the lead of an area.
fn is_lead(assignment: &Assignment) -> bool {
    assignment.area.is_some() && assignment.role != Role::Mentor
}

/// An organisation in a person's place has a flag of its own.
fn refuse_an_organisation(network: &Network, typed: &str) -> Result<()> {
    let (person, organisation) = (nouns::named("person")?, nouns::named("organisation")?);
    if network.find_id(person, None, typed, Reach::Whole).is_ok() {
        return Ok(());
    }
    match network.find(organisation, typed, Reach::Whole) {
        Ok(row) => Err(Refusal::not_found(say::no_row(say::Noun(person.name), typed))
            .hint(say::organisation_meant(row.called(organisation)))
            .into()),
        Err(_) => Ok(()),
    }
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let day = day_of(call, matches, "as-of");
    let network = call.read()?;
    let everybody = Everybody::of(&network)?;
    let mut table = Table { headings: headings()?, ..Table::default() };
    let mut leads: Vec<Assignment> =
        network.all()?.into_iter().map(|(_, lead)| lead).filter(|lead: &Assignment| lead.holds_on(day)).collect();
    leads.retain(is_lead);
    leads.sort_by(|a, b| (&a.area, &a.person).cmp(&(&b.area, &b.person)));
    table.rows = leads.iter().map(|lead| everybody.row(lead, lead.area.as_deref())).collect::<Result<_>>()?;
    table.put_names(&network, call.speaker.language)?;
    table.print(call, &View::of(matches))
}

fn chain(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let day = day_of(call, matches, "as-of");
    let network = call.read()?;
    let everybody = Everybody::of(&network)?;
    let noun = nouns::named("point")?;
    let point = network.find(noun, text(matches, "point").unwrap_or_default(), Reach::Beginning)?;
    let (code, area) = (point.called(noun), noun.place("area").and_then(|place| point.cells[place].clone()));
    let assignments: Vec<Assignment> =
        network.all()?.into_iter().map(|(_, a)| a).filter(|a: &Assignment| a.holds_on(day)).collect();
    let mut table = Table { headings: headings()?, ..Table::default() };
    for mentor in assignments.iter().filter(|assignment| assignment.point.as_ref() == Some(&code)) {
        table.rows.push(everybody.row(mentor, area.as_deref())?);
    }
    if table.rows.is_empty() {
        table.notes.push(say::point_without_mentor(&code));
    }
    if area.is_none() {
        table.notes.push(say::point_without_area(&code));
    }
    for area in everybody.areas_above(area) {
        for lead in assignments.iter().filter(|assignment| assignment.area.as_ref() == Some(&area)) {
            table.rows.push(everybody.row(lead, Some(&area))?);
        }
    }
    table.put_names(&network, call.speaker.language)?;
    table.print(call, &View::of(matches))
}

fn headings() -> Result<Vec<Heading>> {
    Ok(vec![
        Heading::of("role", "assignment", "role")?,
        Heading::of("area", "assignment", "area")?,
        Heading::of("code", "person", "code")?,
        Heading::of("name", "person", "name")?,
        Heading::of("email", "person", "email")?,
        Heading::of("phone", "person", "phone")?,
        Heading::of("since", "assignment", "since")?,
        Heading::of("until", "assignment", "until")?,
    ])
}

/// Everybody who can be assigned, and the areas, by code.
struct Everybody {
    people: HashMap<String, Person>,
    organisations: HashMap<String, Organisation>,
    parents: HashMap<String, Option<String>>,
}

impl Everybody {
    fn of(network: &Network) -> Result<Self> {
        let people = network.all::<Person>()?.into_iter();
        let organisations = network.all::<Organisation>()?.into_iter();
        let areas = network.all::<Area>()?.into_iter();
        Ok(Self {
            people: people.filter_map(|(_, person)| Some((person.code.as_ref()?.to_string(), person))).collect(),
            organisations: organisations.filter_map(|(_, one)| Some((one.code.as_ref()?.to_string(), one))).collect(),
            parents: areas.map(|(_, area)| (area.code.to_string(), area.parent)).collect(),
        })
    }

    /// An area and all that it stands under, from the bottom up, however many tiers the country has.
    fn areas_above(&self, start: Option<String>) -> Vec<String> {
        let mut way: Vec<String> = Vec::new();
        let mut next = start;
        while let Some(area) = next.filter(|area| !way.contains(area)) {
            next = self.parents.get(&area).cloned().flatten();
            way.push(area);
        }
        way
    }

    /// A line about an assignment: the role, the area, and who it is.
    fn row(&self, assignment: &Assignment, area: Option<&str>) -> Result<Vec<Option<String>>> {
        let noun = nouns::named("assignment")?;
        let cells = crate::record::cells_of(assignment)?;
        let shown = |column: &str| noun.place(column).and_then(|place| cells[place].clone());
        let code = assignment.person.clone().or_else(|| assignment.organisation.clone());
        let person = assignment.person.as_ref().and_then(|code| self.people.get(code));
        let organisation = assignment.organisation.as_ref().and_then(|code| self.organisations.get(code));
        let (name, email, phone) = match (person, organisation) {
            (Some(person), _) => (person.name.clone(), person.email.as_ref(), person.phone.as_ref()),
            (None, Some(one)) => (Some(one.name.clone()), one.email.as_ref(), one.phone.as_ref()),
            (None, None) => (None, None, None),
        };
        let (email, phone) = (email.map(ToString::to_string), phone.map(ToString::to_string));
        let area = area.map(str::to_string);
        Ok(vec![shown("role"), area, code, name, email, phone, shown("since"), shown("until")])
    }
}
