//! `report choices`: how often each answer was chosen, of how many who answered, by area and across another question.

use super::group::By;
use super::missing::{area_flag, form_flag, period_flag, text};
use super::question::Kind;
use super::report::Report;
use super::responses::{Response, Responses, Wanted, subject_flag};
use super::version::{Asked, differing};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Noun, Record};
use crate::stats::disclosure::{HIDDEN, THRESHOLD, published, share_as_shown};
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Decimal, Form, answer};
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The verb.
pub const VERB: Verb = Verb {
    name: "choices",
    about: "Count how often each answer of a {noun} was chosen, by area and across another question",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        let across = Arg::new("across").long("across").value_name("KEY");
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: only what lies within it; else all since the form began"))
                .arg(By::flag())
                .arg(across.help("Across: also a line for each answer to this question, as the target group"))
                .arg(area_flag())
                .arg(subject_flag())
                .arg(super::total::question_flag())
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5")),
        )
        .after_help("tukipont report choices --form needs --period 2026 --by municipality --across group")
    },
    run,
};

/// What a line is of: its group, the answer to the other question, and the place of its own.
type Line = (Option<String>, Option<String>, usize);

/// How many answered, and how often each answer was chosen.
#[derive(Default)]
struct Count {
    answered: i64,
    chosen: BTreeMap<String, i64>,
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let responses = Responses::read(&network, &Wanted::of(matches))?;
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    // What nobody signs is rounded whoever asks.
    let publish = matches.get_flag("publish") || !responses.is_signed();
    let by = By::of(matches, responses.form.asked_of, publish)?;
    let across = text(matches, "across").map(|key| place_of(&responses, key)).transpose()?;
    let only = text(matches, "question").map(|key| place_of(&responses, key)).transpose()?;
    let is_wanted = |place: usize| only.is_none_or(|only| only == place) && across != Some(place);
    let places: Vec<usize> = choosable(&responses).map(|(place, _)| place).filter(|place| is_wanted(*place)).collect();
    let counts = counted(&responses, &places, across, |response| by?.group_of_response(response, &areas));
    let headings = headings(call, &network, &responses, &areas, by, across)?;
    let mut table = Table { headings, ..Table::default() };
    let line = |group: Option<String>, other: Option<String>, cells: Vec<Option<String>>| {
        by.map(|_| group).into_iter().chain(across.map(|_| other)).chain(cells).collect()
    };
    let mut hidden: BTreeSet<usize> = BTreeSet::new();
    for ((group, other, place), count) in counts {
        // Where there are few, not even what they are crossed with is told: it is an answer of theirs too.
        if !responses.is_signed() && count.answered < THRESHOLD {
            hidden.insert(place);
            continue;
        }
        for cells in count.rows(&responses.asked[place], publish) {
            table.rows.push(line(group.clone(), other.clone(), cells));
        }
    }
    for place in &hidden {
        let few = || Some(HIDDEN.to_string());
        let cells = vec![Some(responses.asked[*place].called.clone()), None, few(), few(), None];
        table.rows.push(line(None, None, cells));
    }
    table.notes.extend(differing(&responses.asked));
    if !hidden.is_empty() {
        table.notes.push(say::spread_is_hidden(THRESHOLD));
    }
    if publish {
        table.notes.push(say::total_is_rounded());
        table.notes.push(say::shares_are_of_rounded());
    } else {
        table.notes.extend(responses.silent());
    }
    table.print(call, &View::of(matches))
}

/// Counts how often each answer was chosen, each response in its group and for each answer to the other question.
fn counted(
    responses: &Responses,
    places: &[usize],
    across: Option<usize>,
    group_of: impl Fn(&Response) -> Option<String>,
) -> BTreeMap<Line, Count> {
    let mut counts: BTreeMap<Line, Count> = BTreeMap::new();
    for response in &responses.given {
        let group = group_of(response);
        let crossed = across.map_or_else(|| vec![None], |place| chosen(response, place));
        for place in places.iter().filter(|place| response.answers.contains_key(place)) {
            for other in &crossed {
                let count = counts.entry((group.clone(), other.clone(), *place)).or_default();
                count.answered += 1;
                for choice in chosen(response, *place).into_iter().flatten() {
                    *count.chosen.entry(choice).or_default() += 1;
                }
            }
        }
    }
    counts
}

/// The questions whose answers are chosen among some that are given, with their places.
fn choosable(responses: &Responses) -> impl Iterator<Item = (usize, &Asked)> {
    let is_chosen = |asked: &Asked| matches!(asked.question.kind, Kind::YesNo | Kind::Choice | Kind::Choices);
    responses.asked.iter().enumerate().filter(move |(_, asked)| is_chosen(asked))
}

/// The place of the question that is called so, whose answers can be chosen.
fn place_of(responses: &Responses, key: &str) -> Result<usize> {
    let is_it =
        |asked: &Asked| asked.called.eq_ignore_ascii_case(key) || asked.question.code.key().eq_ignore_ascii_case(key);
    match choosable(responses).find(|(_, asked)| is_it(asked)) {
        Some((place, _)) => Ok(place),
        None => {
            let keys: Vec<&str> = choosable(responses).map(|(_, asked)| asked.called.as_str()).collect();
            Err(Refusal::usage(say::nothing_to_choose(key)).hint(say::possible_values(keys.join(", "))).into())
        }
    }
}

/// The answers that a response chose of a question, or one that is unknown.
fn chosen(response: &Response, place: usize) -> Vec<Option<String>> {
    match response.answers.get(&place) {
        Some(codes) => codes.split(' ').map(|code| Some(code.to_string())).collect(),
        None => vec![None],
    }
}

impl Count {
    /// Its rows, one for each answer that was chosen.
    fn rows(mut self, asked: &Asked, publish: bool) -> Vec<Vec<Option<String>>> {
        let question = Some(asked.called.clone());
        if asked.question.kind == Kind::YesNo {
            // Here nought is known.
            for is_so in [true, false] {
                self.chosen.entry(answer(is_so).to_string()).or_default();
            }
        }
        let figure = |count: i64| if publish { published(Decimal::whole(count)) } else { count.to_string() };
        let answered = figure(self.answered);
        let row = |(choice, count): (String, i64)| {
            let count = figure(count);
            let share = share_as_shown(&count, &answered);
            vec![question.clone(), Some(choice), Some(count), Some(answered.clone()), share]
        };
        self.chosen.into_iter().map(row).collect()
    }
}

fn headings(
    call: &Call,
    network: &Network,
    responses: &Responses,
    areas: &Register,
    by: Option<By>,
    across: Option<usize>,
) -> Result<Vec<Heading>> {
    let mut question = Heading::new("question", say::asked_question(), Form::Text);
    question.words.extend(responses.asked.iter().filter_map(|asked| asked.word(call.speaker.language)));
    let mut choice = Heading::new("answer", say::chosen_answer(), Form::Text);
    for (place, _) in choosable(responses) {
        choice.words.extend(words(call, network, responses, place)?);
    }
    let mut headings: Vec<Heading> = by.map(|by| by.heading(areas)).into_iter().collect();
    if let Some(place) = across {
        let label = &responses.asked[place];
        let called = label.question.label(call.speaker.language).unwrap_or_else(|| label.called.clone());
        let heading = Heading::new(label.question.code.key(), say::their_column(called), Form::Text);
        headings.push(Heading { words: words(call, network, responses, place)?, ..heading });
    }
    headings.extend([
        question,
        choice,
        Heading::new("count", say::times_chosen(), Form::Number),
        Heading::new("answered", say::answered(), Form::Number),
        Heading::new("share_per_mille", say::share_of_answers(), Form::Share),
    ]);
    Ok(headings)
}

/// What people read for the answers to a question.
fn words(call: &Call, network: &Network, responses: &Responses, place: usize) -> Result<HashMap<String, String>> {
    let question = &responses.asked[place].question;
    if question.kind == Kind::YesNo {
        let word = |is_so: bool| (answer(is_so).to_string(), call.speaker.cell(Form::Answer, answer(is_so)));
        return Ok([true, false].map(word).into());
    }
    let given = responses.given.iter().filter_map(|response| response.answers.get(&place));
    let codes: BTreeSet<&str> = given.flat_map(|codes| codes.split(' ')).collect();
    let list = question.list.as_ref().map(|list| list.as_str());
    network.words("category", list, &codes, call.speaker.language)
}
