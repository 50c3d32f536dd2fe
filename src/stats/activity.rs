//! `activity`: what was done, from the sessions: by when, where, by whom, how, about what, for whom.

use super::Statistic;
use super::by::{By, Columns, heading};
use super::cells::Cells;
use super::dimension::{Dimension, Split};
use super::measure::{ATTENDANCES, Figures, MEASURES, Measure, UNKNOWNS, share};
use crate::call::Call;
use crate::cli;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::filter::Filter;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::table::{Heading, Table};
use crate::value::Form;
use crate::verb;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

pub const STATISTIC: Statistic = Statistic {
    name: "activity",
    about: "Count sessions, attendances, first visits and minutes",
    example: "--by month,county --period 2026",
    build,
    table,
};

/// All that `--by` can name; a test holds it to the code.
const BY: &str = "By: month, quarter, half-year, year, week, region, county, municipality, area, point, mentor, mode, \
    mode-class, kind, topic, topic-class, service, device, reason, outcome, language, redirected-to, or a list that \
    tallies are made of, such as age, sex, work, target; several divide one after the other";

/// What stands for the members in the total row; no code has it.
const TOTAL: &str = "*";

fn build(command: Command) -> Command {
    let command = match nouns::named("session") {
        Ok(session) => verb::filters(session, command),
        Err(_) => command,
    };
    let list = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_delimiter(',').action(ArgAction::Append).help(help)
    };
    let measures = PossibleValuesParser::new(MEASURES.iter().map(|measure| flag(*measure)));
    command
        .arg(list("by", BY).value_name("DIMENSION,..."))
        .arg(
            list("share", "Share: each row's share of all that is counted, in machine formats in tenths of a percent")
                .value_name("MEASURE,...")
                .value_parser(measures),
        )
        .arg(cli::flag("unknown").help("Unknown: also what sessions do not say, so that the columns add up"))
}

fn table(call: &mut Call, matches: &ArgMatches) -> Result<Table> {
    let network = call.read()?;
    let cells = network.at_one_moment(|| count(call, &network, matches))?;
    let tallies = tallies(&cells.dimensions);
    let shares = shares(matches, &tallies)?;
    let measures: Vec<Measure> = match tallies.is_empty() {
        true => MEASURES.into_iter().chain(UNKNOWNS.into_iter().filter(|_| matches.get_flag("unknown"))).collect(),
        false => MEASURES.into_iter().filter(|measure| measure.name == ATTENDANCES).collect(),
    };
    let figures = |figures: Figures| -> Vec<Option<String>> {
        let counts = measures.iter().map(|measure| (measure.of)(&figures));
        let shares = shares.iter().map(|measure| share((measure.of)(&figures), (measure.of)(&cells.total)));
        counts.chain(shares).map(|figure| figure.map(|figure| figure.to_string())).collect()
    };
    let mut headings: Vec<Heading> = cells.dimensions.iter().map(|dimension| dimension.heading.clone()).collect();
    for (place, heading) in headings.iter_mut().enumerate() {
        let words = if place == 0 { call.speaker.say(&say::total_row()) } else { String::new() };
        heading.words.insert(TOTAL.to_string(), words);
    }
    for measure in &measures {
        headings.push(heading(measure.name, say::measure(flag(*measure)), Form::Number)?);
    }
    headings.extend(shares.iter().map(|of| {
        let whole = (of.of)(&cells.total).unwrap_or_default();
        Heading::new(&format!("{}_per_mille", of.name), say::share_of(flag(*of), whole as i64), Form::Share)
    }));
    let rows = cells.rows().into_iter().map(|(codes, cell)| codes.into_iter().chain(figures(cell)).collect()).collect();
    let labels = cells.dimensions.iter().map(|_| Some(TOTAL.to_string()));
    let total = (!cells.dimensions.is_empty()).then(|| labels.chain(figures(cells.total)).collect());
    Ok(Table { headings, rows, total, notes: notes(&cells, &tallies), ..Table::default() })
}

/// Counts the sessions that the line asks for, by what it names.
fn count(call: &Call, network: &Network, matches: &ArgMatches) -> Result<Cells> {
    let session = nouns::named("session")?;
    let mut by = By { network, speaker: &call.speaker, columns: Columns::default() };
    let mut dimensions: Vec<Dimension> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for name in matches.get_many::<String>("by").into_iter().flatten() {
        if !named.contains(&name.as_str()) {
            named.push(name);
            dimensions.push(by.named(name)?);
        }
    }
    let filter = Filter { in_one_go: true, ..verb::filter(session, matches) };
    if let [first, second, ..] = tallies(&dimensions)[..] {
        let mut crowds = filter.query(network, session)?;
        crowds.and("session.attendances <> 1", []);
        let crowds = network.count(session, &crowds)?;
        if crowds > 0 {
            // Nobody knows which of the women was how old, and nothing is split by chance.
            let refusal =
                Refusal::data(say::tallies_do_not_cross(say::dimension(first), say::dimension(second), crowds));
            return Err(refusal.hint(say::tallies_do_not_cross_hint()).into());
        }
    }
    Cells::count(network, &filter.query(network, session)?, dimensions, by.columns)
}

/// The lists whose tallies divide the attendances.
fn tallies(dimensions: &[Dimension]) -> Vec<&str> {
    let lists = dimensions.iter().map(|dimension| match &dimension.split {
        Split::Tally(list) => Some(list.as_str()),
        _ => None,
    });
    lists.flatten().collect()
}

/// The measures whose shares are asked for.
fn shares(matches: &ArgMatches, tallies: &[&str]) -> Result<Vec<Measure>> {
    let asked: Vec<&String> = matches.get_many("share").into_iter().flatten().collect();
    let is_asked = |measure: &Measure| asked.iter().any(|name| **name == flag(*measure));
    let shares: Vec<Measure> = MEASURES.into_iter().filter(is_asked).collect();
    match shares.iter().find(|measure| measure.name != ATTENDANCES) {
        Some(measure) if !tallies.is_empty() => {
            let refusal = Refusal::usage(say::tally_divides_attendances_only(labels(tallies)));
            Err(refusal.hint(say::no_share_of(flag(*measure))).into())
        }
        _ => Ok(shares),
    }
}

/// What the reader must know of the figures.
fn notes(cells: &Cells, tallies: &[&str]) -> Vec<Text> {
    let (sum, total) = (cells.sum(), cells.total);
    let mentions = cells.dimensions.iter().any(|dimension| dimension.split == Split::Each);
    let mut notes: Vec<Text> = Vec::new();
    if !tallies.is_empty() {
        notes.push(say::tally_divides_attendances_only(labels(tallies)));
    }
    let (summed, attendances) = (sum.attendances as i64, total.attendances as i64);
    match (mentions, tallies.is_empty()) {
        (false, _) => {}
        (true, true) => {
            notes.push(say::sum_of_mentions(sum.sessions as i64, summed, total.sessions as i64, attendances));
        }
        (true, false) => notes.push(say::sum_of_mentioned_attendances(summed, attendances)),
    }
    if tallies.is_empty() && total.silent_sessions > 0 {
        notes.push(say::returning_not_told(total.silent_sessions as i64, total.silent_attendances as i64));
    }
    if tallies.is_empty() && total.untimed_sessions > 0 {
        notes.push(say::minutes_not_told(total.untimed_sessions as i64));
    }
    notes
}

/// What people call the lists.
fn labels(tallies: &[&str]) -> Vec<Text> {
    tallies.iter().map(|list| say::dimension(*list)).collect()
}

/// What flags call a measure.
fn flag(measure: Measure) -> String {
    measure.name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_all_that_sessions_are_divided_by() {
        let told: Vec<&str> = BY.split([',', ' ', ':', ';']).collect();
        let missing = super::super::by::names().find(|name| !told.contains(name));
        assert_eq!(missing, None);
    }
}
