//! `report spread`: how answers to scales and numbers lie, and where one respondent or area stands beside all others.

use super::group::By;
use super::missing::{area_flag, form_flag, period_flag, text};
use super::report::Report;
use super::respondent::{Respondent, within};
use super::responses::{Response, Responses, Wanted, subject_flag};
use super::version::{Asked, differing};
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::disclosure::{HIDDEN, THRESHOLD, published};
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Decimal, Form};
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The verb.
pub const VERB: Verb = Verb {
    name: "spread",
    about: "Tell how the answers of all who sent a {noun} lie, and where one respondent or area stands beside all others",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let beside = Arg::new("beside").long("beside").value_name("RESPONDENT");
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: only what lies within it; else all since the form began"))
                .arg(By::flag())
                .arg(area_flag())
                .arg(subject_flag())
                .arg(beside.help("Beside: this respondent, or those in this area, beside all others")),
        )
        .after_help("tukipont report spread --form network-assessment --period 2026 --beside HU332")
    },
    run,
};

/// One respondent or area, to be set beside all others.
enum Beside {
    /// A respondent.
    Respondent(i64),
    /// An area, with those who lie in it.
    Area(HashSet<i64>),
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let responses = Responses::read(&network, &Wanted::of(matches))?;
    if text(matches, "beside").is_some() && !responses.is_signed() {
        return Err(Refusal::usage(say::nobody_beside()).hint(say::nobody_beside_hint()).into());
    }
    let beside = text(matches, "beside").map(|called| Beside::read(&network, &responses, called)).transpose()?;
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    let by = By::of(matches, responses.form.asked_of, false)?;
    let mut groups: BTreeMap<Option<String>, Vec<&Response>> = BTreeMap::new();
    for response in &responses.given {
        let group = by.and_then(|by| by.group_of_response(response, &areas));
        groups.entry(group).or_default().push(response);
    }
    if by.is_none() {
        groups.entry(None).or_default();
    }
    let mut table = Table { headings: headings(call, &responses, by, &areas, beside.is_some()), ..Table::default() };
    // Where one stands beside all others, these are the ones that are asked.
    let is_own = |known: &Respondent| beside.as_ref().is_some_and(|beside| beside.is(known));
    let others: Vec<&Respondent> =
        responses.respondents.iter().map(Rc::as_ref).filter(|known| !is_own(known)).collect();
    let numbers: Vec<(usize, &Asked)> =
        responses.asked.iter().enumerate().filter(|(_, asked)| asked.question.kind.is_number()).collect();
    let mut is_hidden = false;
    for ((group, given), (place, asked)) in groups.iter().flat_map(|group| numbers.iter().map(move |it| (group, *it))) {
        let is_of_group = |known: &&&Respondent| by.is_none_or(|by| by.group_of(known, &areas) == *group);
        let asked_of = others.iter().filter(is_of_group).count();
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for response in given {
            let Some(value) = response.answers.get(&place).and_then(|text| text.parse::<Decimal>().ok()) else {
                continue;
            };
            if response.respondent.as_deref().is_some_and(is_own) { own.push(value) } else { others.push(value) }
        }
        own.sort_unstable();
        others.sort_unstable();
        let (cells, few) = match responses.is_signed() {
            true => (signed(asked, asked_of, &others), false),
            false => unsigned(asked, &others),
        };
        is_hidden |= few;
        let own = beside.as_ref().map(|_| median(&own).map(|own| own.to_string()));
        table.rows.push(by.map(|_| group.clone()).into_iter().chain(cells).chain(own).collect());
    }
    table.notes.extend(differing(&responses.asked));
    table.notes.extend(responses.periods_differ());
    table.notes.extend(beside.map(|_| say::others_beside()));
    if is_hidden {
        table.notes.push(say::spread_is_hidden(THRESHOLD));
    }
    if !responses.is_signed() {
        table.notes.push(say::unsigned_is_rounded());
    }
    table.notes.extend(responses.silent());
    table.print(call, &View::of(matches))
}

/// The cells of a question of a form that is signed.
fn signed(asked: &Asked, asked_of: usize, sorted: &[Decimal]) -> Vec<Option<String>> {
    let shown = |value: Option<Decimal>| value.map(|value| value.to_string());
    vec![
        Some(asked.called.clone()),
        Some(asked_of.to_string()),
        Some(sorted.len().to_string()),
        shown(sorted.first().copied()),
        shown(median(sorted)),
        shown(sorted.last().copied()),
        shown(mean(sorted, 2)),
    ]
}

/// The cells of a question that nobody signs, and whether they are hidden: a few answers tell who gave them, and so would
/// the difference between two counts, two means, or the extremes of two of them.
fn unsigned(asked: &Asked, sorted: &[Decimal]) -> (Vec<Option<String>>, bool) {
    let count = sorted.len() as i64;
    let few = count < THRESHOLD;
    let shown = |value: Option<Decimal>| value.filter(|_| !few).map(|value| value.to_string());
    let answered = if few && count > 0 { HIDDEN.to_string() } else { published(Decimal::whole(count)) };
    (vec![Some(asked.called.clone()), Some(answered), shown(median(sorted)), shown(mean(sorted, 1))], few && count > 0)
}

impl Beside {
    /// The respondent that is called so, else those in the area that is.
    fn read(network: &Network, responses: &Responses, called: &str) -> Result<Self> {
        let respondent = responses.form.asked_of.noun().map(|name| -> Result<Self> {
            let id = network.find_id(named(name)?, None, called, Reach::Whole)?;
            Ok(Self::Respondent(network.notices()?.stands_for(name, id)))
        });
        match respondent {
            Some(Ok(respondent)) => Ok(respondent),
            // Points and organisations lie in areas.
            Some(Err(error)) => within(network, called).map(Self::Area).map_err(|_| error),
            None => within(network, called).map(Self::Area),
        }
    }

    fn is(&self, known: &Respondent) -> bool {
        match self {
            Self::Respondent(id) => known.id == *id,
            Self::Area(within) => known.area.is_some_and(|area| within.contains(&area)),
        }
    }
}

/// The one in the middle; of an even number of values the mean of the two.
fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 1 => Some(sorted[middle]),
        _ => mean(&sorted[middle - 1..=middle], 6),
    }
}

/// The mean with so many decimals, rounded half away from nought.
fn mean(values: &[Decimal], decimals: u32) -> Option<Decimal> {
    let count = i128::try_from(values.len()).ok().filter(|count| *count > 0)?;
    Some(Decimal::rounded(values.iter().map(|value| value.0).sum(), count, decimals))
}

fn headings(call: &Call, responses: &Responses, by: Option<By>, areas: &Register, is_beside: bool) -> Vec<Heading> {
    let mut question = Heading::new("question", say::asked_question(), Form::Text);
    question.words.extend(responses.asked.iter().filter_map(|asked| asked.word(call.speaker.language)));
    let figures = match responses.is_signed() {
        true => vec![
            ("asked", say::respondents()),
            ("answered", say::answered()),
            ("least", say::least()),
            ("median", say::median()),
            ("most", say::most()),
            ("mean", say::mean()),
        ],
        false => vec![("answered", say::answered()), ("median", say::median()), ("mean", say::mean())],
    };
    let own = is_beside.then(|| Heading::new("own", say::own_answer(), Form::Decimal));
    let figures = figures.into_iter().map(|(key, text)| Heading::new(key, text, Form::Decimal));
    by.map(|by| by.heading(areas)).into_iter().chain([question]).chain(figures).chain(own).collect()
}
