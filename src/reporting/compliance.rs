//! `report compliance`: which requirements are met where, who found that out, and what has to be looked at again.

use super::form::Kind as OfForm;
use super::group::By;
use super::missing::{area_flag, form_flag, period_flag};
use super::question::Kind;
use super::report::Report;
use super::respondent::Respondent;
use super::responses::{Response, Responses, Wanted};
use super::version::differing;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::disclosure::{published, share_as_shown};
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Day, Decimal, Form, Reported, answer};
use crate::verb::Verb;
use clap::ArgMatches;
use std::collections::{BTreeMap, HashMap};

/// The verb.
pub const VERB: Verb = Verb {
    name: "compliance",
    about: "Tell which requirements of a {noun} are met where, who found that out, and what is to be looked at again",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: only what lies within it; else all since the form began"))
                .arg(By::flag())
                .arg(area_flag())
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5"))
                .arg(flag("unmet").help("Unmet: only those who do not meet all, were not looked at, or are overdue")),
        )
        .after_help("tukipont report compliance --form point-requirements --by county")
    },
    run,
};

/// What was found out of one respondent.
struct Finding<'r> {
    respondent: &'r Respondent,
    /// The report, where there is one.
    report: Option<Report>,
    met: usize,
    /// The requirements that are not met, and those of which nothing is known.
    unmet: Vec<&'r str>,
    open: usize,
    is_overdue: bool,
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = Day(call.today());
    let network = call.read()?;
    let responses = Responses::read(&network, &Wanted::of(matches))?;
    if responses.form.kind != OfForm::Requirements || !responses.is_signed() {
        let refusal = Refusal::usage(say::no_requirements(responses.form.code.to_string()));
        return Err(refusal.hint(say::no_requirements_hint()).into());
    }
    let publish = matches.get_flag("publish");
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    let mut findings = findings(&network, &responses, today)?;
    let by = By::of(matches, responses.form.asked_of, publish)?.filter(|by| *by != By::Respondent);
    // A share of areas is one of all that were assessed.
    if matches.get_flag("unmet") && by.is_none() {
        findings.retain(|found| !found.is_compliant() || found.is_overdue);
    }
    let mut table = match by {
        None => of_each(&responses, &findings, &areas)?,
        Some(by) => of_areas(by, &findings, &areas, publish),
    };
    table.notes.extend(differing(&responses.asked));
    if publish && by.is_some() {
        table.notes.push(say::total_is_rounded());
        table.notes.push(say::shares_are_of_rounded());
    }
    table.print(call, &View::of(matches))
}

/// What was found out of everybody who is asked.
fn findings<'r>(network: &Network, responses: &'r Responses, today: Day) -> Result<Vec<Finding<'r>>> {
    let requirements: Vec<(usize, &str)> = responses
        .asked
        .iter()
        .enumerate()
        .filter(|(_, asked)| asked.question.kind == Kind::YesNo)
        .map(|(place, asked)| (place, asked.called.as_str()))
        .collect();
    let given = responses.given.iter().filter_map(|response| Some((response.respondent.as_ref()?.id, response)));
    let given: HashMap<i64, &Response> = given.collect();
    let noun = named(Report::NOUN)?;
    let mut findings = Vec::new();
    for respondent in &responses.respondents {
        let response = given.get(&respondent.id);
        let row = response.map(|response| network.row(noun, response.report)).transpose()?.flatten();
        let report = row.map(|row| row.typed::<Report>()).transpose()?;
        let told = |place| response.and_then(|response| response.answers.get(&place)).map(String::as_str);
        let of = |is: Option<&str>| -> Vec<&str> {
            requirements.iter().filter(|(place, _)| told(*place) == is).map(|(_, called)| *called).collect()
        };
        findings.push(Finding {
            met: of(Some(answer(true))).len(),
            unmet: of(Some(answer(false))),
            open: of(None).len(),
            is_overdue: report.as_ref().and_then(|report| report.recheck).is_some_and(|recheck| recheck < today),
            respondent,
            report,
        });
    }
    Ok(findings)
}

impl Finding<'_> {
    /// Whether all requirements are known to be met.
    fn is_compliant(&self) -> bool {
        self.unmet.is_empty() && self.open == 0 && self.met > 0
    }
}

/// A line for everybody.
fn of_each(responses: &Responses, findings: &[Finding<'_>], areas: &Register) -> Result<Table> {
    let noun = responses.form.asked_of.noun().unwrap_or_default();
    let mut county = Heading::new("county", say::county(), Form::Text);
    county.words = areas.words();
    let headings = vec![
        Heading::of("respondent", Report::NOUN, noun)?,
        Heading::new("name", say::name(), Form::Text),
        county,
        Heading::of("period", Report::NOUN, "period")?,
        Heading::of("assessor", Report::NOUN, "assessor")?,
        Heading::new("met", say::requirements_met(), Form::Number),
        Heading::new("open", say::requirements_open(), Form::Number),
        Heading::new("unmet", say::requirements_unmet(), Form::Text),
        Heading::of("recheck", Report::NOUN, "recheck")?,
        Heading::new("overdue", say::is_overdue(), Form::Answer),
    ];
    let rows = findings.iter().map(|found| {
        let report = found.report.as_ref();
        vec![
            Some(found.respondent.code.clone()),
            found.respondent.name.clone(),
            found.respondent.county(areas),
            report.and_then(|report| report.period).map(|period: Reported| period.to_string()),
            report.and_then(|report| report.assessor.clone()),
            report.map(|_| found.met.to_string()),
            report.map(|_| found.open.to_string()),
            Some(found.unmet.join(" ")).filter(|unmet| !unmet.is_empty()),
            report.and_then(|report| report.recheck).map(|day| day.to_string()),
            report.map(|_| answer(found.is_overdue).to_string()),
        ]
    });
    Ok(Table { rows: rows.collect(), headings, ..Table::default() })
}

/// A line for every area.
fn of_areas(by: By, findings: &[Finding<'_>], areas: &Register, publish: bool) -> Table {
    let mut lines: BTreeMap<Option<String>, [i64; 5]> = BTreeMap::new();
    for found in findings {
        let line = lines.entry(by.group_of(found.respondent, areas)).or_default();
        let is_assessed = found.report.is_some();
        let counts = [true, is_assessed, found.is_compliant(), is_assessed && !found.is_compliant(), found.is_overdue];
        line.iter_mut().zip(counts).for_each(|(sum, one)| *sum += i64::from(one));
    }
    let counted = [
        ("asked", say::respondents()),
        ("assessed", say::assessed()),
        ("compliant", say::compliant()),
        ("not_compliant", say::not_compliant()),
        ("overdue", say::is_overdue()),
    ];
    let counted = counted.map(|(key, text)| Heading::new(key, text, Form::Number));
    let share = Heading::new("compliant_per_mille", say::compliant_of_assessed(), Form::Share);
    let rows = lines.into_iter().map(|(area, counts)| {
        let counts = counts.map(|count| if publish { published(Decimal::whole(count)) } else { count.to_string() });
        let share = share_as_shown(&counts[2], &counts[1]);
        let counts = counts.map(Some);
        std::iter::once(area).chain(counts).chain([share]).collect()
    });
    Table {
        rows: rows.collect(),
        headings: [by.heading(areas)].into_iter().chain(counted).chain([share]).collect(),
        ..Table::default()
    }
}
