//! `check`: what in the file does not hold together, or waits for somebody.

use crate::call::Call;
use crate::cli::{self, Special};
use crate::error::{Exit, Result, Told};
use crate::file::Network;
use crate::locale::say::{self, Noun as Word, Text};
use crate::network::area::Kind;
use crate::network::assignment::Role;
use crate::network::point::Status;
use crate::network::{Area, Assignment, Person, Point};
use crate::table::{self, Heading, Table, View};
use crate::value::{Day, Form};
use crate::verb;
use clap::{ArgMatches, Command};
use std::collections::{BTreeMap, HashSet};

/// The command.
pub const COMMAND: Special = Special { name: "check", build, run };

fn build(command: Command) -> Command {
    let about = "Check the file: references, people without a task, points without a mentor";
    table::flags(command.about(about).after_help("tukipont check --format csv"))
}

/// Something that is not as it should be.
struct Finding {
    noun: &'static str,
    code: String,
    what: Text,
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let today = Day(call.today);
    let mut findings = Vec::new();
    references(&network, &mut findings)?;
    assignments(&network, today, &mut findings)?;
    regions(&network, &mut findings)?;
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
        table.headings[0].words.insert(finding.noun.to_string(), call.speaker.noun(finding.noun).0);
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

/// People without a task, and open points without a mentor.
fn assignments(network: &Network, today: Day, findings: &mut Vec<Finding>) -> Result<()> {
    let mut busy = HashSet::new();
    let mut served = HashSet::new();
    for (_, assignment) in network.all::<Assignment>()? {
        if !assignment.holds_on(today) {
            continue;
        }
        busy.extend(assignment.person);
        served.extend(assignment.point.filter(|_| assignment.role == Role::Mentor));
    }
    let person = cli::noun("person")?;
    for (row, record) in network.all::<Person>()? {
        let code = verb::called(person, &row);
        if record.works_on(today) && !busy.contains(&code) {
            findings.push(Finding { noun: person.name, code, what: say::without_assignment() });
        }
    }
    let point = cli::noun("point")?;
    for (row, record) in network.all::<Point>()? {
        let code = verb::called(point, &row);
        if record.status == Status::Open && record.is_staffed() && !served.contains(&code) {
            findings.push(Finding { noun: point.name, code, what: say::without_mentor() });
        }
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
