//! `check`: what in the file does not hold together, or waits for somebody.

use crate::call::Call;
use crate::cli::Special;
use crate::error::{Exit, Result, Told};
use crate::file::Network;
use crate::keeping::silence::silent_points;
use crate::keeping::soundness::{gaps, meetings, rules, soundness};
use crate::locale::say::{self, Noun as Word, Text};
use crate::network::area::Kind;
use crate::network::assignment::Role;
use crate::network::point::Status;
use crate::network::{Area, Assignment, Person, Point};
use crate::nouns;
use crate::record::Noun;
use crate::reporting::unsound::reports;
use crate::table::{self, Heading, Table, View};
use crate::value::{Day, Form};
use clap::{ArgMatches, Command};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The command.
pub const COMMAND: Special = Special { name: "check", build, run };

fn build(command: Command) -> Command {
    let about = "Check the file: whether it is sound, what waits for a decision, and what in it does not hold together";
    table::flags(command.about(about).after_help("tukipont check --format csv"))
}

/// Something that is not as it should be.
pub struct Finding {
    noun: &'static str,
    code: String,
    what: Text,
}

/// What stands in place of a noun where the file itself is meant.
const FILE: &str = "file";

impl Finding {
    /// Of a row.
    pub fn new(noun: &Noun, code: &str, what: Text) -> Self {
        Self { noun: noun.name, code: code.to_string(), what }
    }

    /// Of the file itself.
    pub fn of_file(network: &Network, what: Text) -> Self {
        let name = network.path.file_name().unwrap_or_default();
        Self { noun: FILE, code: name.to_string_lossy().into_owned(), what }
    }
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let today = Day(call.today());
    let findings = network.at_one_moment(|| {
        let mut findings = Vec::new();
        soundness(&network, &mut findings)?;
        references(&network, &mut findings)?;
        rules(&network, &mut findings)?;
        meetings(&network, &mut findings)?;
        assignments(&network, today, &mut findings)?;
        sessions(&network, today, &mut findings)?;
        reports(&network, today, &mut findings)?;
        regions(&network, &mut findings)?;
        gaps(call, &network, &mut findings)?;
        silent_points(call, &network, &mut findings)?;
        Ok(findings)
    })?;
    if findings.is_empty() {
        return call.say(&say::check_sound());
    }
    let headings = ["noun", "code", "finding"].into_iter().zip([say::kind_of_record(), say::code(), say::finding()]);
    let mut table = Table {
        headings: headings.map(|(key, label)| Heading::new(key, label, Form::Text)).collect(),
        ..Table::default()
    };
    for finding in &findings {
        // The key is for scripts, the words are for people.
        let noun = match finding.noun {
            FILE => call.speaker.say(&say::file()),
            noun => call.speaker.noun(noun).0,
        };
        table.headings[0].words.insert(finding.noun.to_string(), noun);
        table.headings[2].words.insert(key(&finding.what), call.speaker.say(&finding.what));
        table.rows.push(vec![Some(finding.noun.to_string()), Some(finding.code.clone()), Some(key(&finding.what))]);
    }
    table.print(call, &View::of(matches))?;
    call.say(&say::check_found(findings.len() as i64))?;
    Err(Told(Exit::Data).into())
}

/// A finding's key as scripts read it.
fn key(text: &Text) -> String {
    let values = text.values.iter().map(|(_, value)| value.to_string());
    [text.key.replace('_', "-")].into_iter().chain(values).collect::<Vec<_>>().join(" ")
}

/// Every reference leads to a row, every code in a list or tally to a category.
fn references(network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    for (noun, id, target) in network.dangling()? {
        findings.push(Finding { noun, code: id, what: say::leads_nowhere(Word(target)) });
    }
    for (noun, id, code) in network.unknown_codes()? {
        findings.push(Finding { noun, code: id, what: say::unknown_category(code) });
    }
    Ok(())
}

/// People without a task or with one too many, open points without a mentor, closed ones with one.
fn assignments(network: &Network, today: Day, findings: &mut Vec<Finding>) -> Result<()> {
    let mut tasks: HashMap<String, Vec<Assignment>> = HashMap::new();
    let mut served = HashSet::new();
    for (_, assignment) in network.all::<Assignment>()? {
        if !assignment.holds_on(today) {
            continue;
        }
        served.extend(assignment.point.clone().filter(|_| assignment.role == Role::Mentor));
        if let Some(person) = &assignment.person {
            tasks.entry(person.clone()).or_default().push(assignment);
        }
    }
    let person = nouns::named("person")?;
    for (row, record) in network.all::<Person>()? {
        let code = row.called(person);
        let own = tasks.remove(&code).unwrap_or_default();
        match (record.works_on(today), own.is_empty()) {
            (true, true) => findings.push(Finding::new(person, &code, say::without_assignment())),
            (false, false) => findings.push(Finding::new(person, &code, say::left_but_assigned())),
            _ => {}
        }
        let twice = own.iter().enumerate().filter(|(place, one)| own[..*place].iter().any(|other| other.is_like(one)));
        findings.extend(twice.map(|(_, one)| Finding::new(person, &code, say::assigned_twice(one.place()))));
    }
    let point = nouns::named("point")?;
    for (row, record) in network.all::<Point>()? {
        let code = row.called(point);
        let is_served = served.contains(&code);
        if record.status == Status::Open && record.is_staffed() && !is_served {
            findings.push(Finding::new(point, &code, say::without_mentor()));
        }
        if record.status == Status::Closed && is_served {
            findings.push(Finding::new(point, &code, say::closed_with_mentor()));
        }
    }
    Ok(())
}

/// Sessions on days on which they cannot have been: by point, and by mode of support.
fn sessions(network: &Network, today: Day, findings: &mut Vec<Finding>) -> Result<()> {
    for (noun, code, count) in network.sessions_after(&today.to_string())? {
        findings.push(Finding { noun, code, what: say::sessions_in_future(count) });
    }
    for (noun, code, count) in network.sessions_while_not_open()? {
        findings.push(Finding { noun, code, what: say::sessions_while_not_open(count) });
    }
    for (noun, code, count) in network.sessions_in_old_categories()? {
        findings.push(Finding { noun, code, what: say::sessions_in_old_category(count) });
    }
    Ok(())
}

/// Where the setting says how many counties a region gathers, each region that does not; regions of one county apart.
fn regions(network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    let wanted = network.setting("counties-per-region")?.and_then(|number| number.parse::<usize>().ok());
    let Some(wanted) = wanted else { return Ok(()) };
    let mut counties: BTreeMap<String, usize> = BTreeMap::new();
    for (_, area) in network.all::<Area>()? {
        match area.kind {
            Kind::Region => {
                counties.entry(area.code.to_string()).or_default();
            }
            Kind::County => *counties.entry(area.parent.unwrap_or_default()).or_default() += 1,
            _ => {}
        }
    }
    for (code, count) in counties.into_iter().filter(|(_, count)| *count != wanted && *count != 1) {
        findings.push(Finding { noun: "area", code, what: say::region_of_counties(count as i64, wanted as i64) });
    }
    Ok(())
}
