//! `report submit`: answers and the report that they belong to, from the line or from a sheet, all or none.

use super::answer::Answer;
use super::form::Form;
use super::missing::{form_flag, text};
use super::question::Question;
use super::report::{Report, Status};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::write::Written;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Cells, Noun, Record};
use crate::value::{Reported, YesNo};
use crate::verb::Verb;
use clap::{Arg, ArgAction, ArgMatches};
use std::collections::BTreeMap;

/// The verb.
pub const VERB: Verb = Verb {
    name: "submit",
    about: "Send a {noun}: its answers, and that it is complete",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        command
            .args(key_flags())
            .arg(answer_flag())
            .arg(flag("draft").help("Draft: keep the answers, and do not say yet that it is complete"))
            .after_help(
                "tukipont report submit --form monthly.1 --point MINTA-1 --period 2026-10 --answer sessions=9 --answer attendances=12",
            )
    },
    run,
};

/// The flags that say which report is meant.
pub fn key_flags() -> Vec<Arg> {
    let named = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let period = clap::value_parser!(Reported);
    vec![
        form_flag(),
        named("point", "POINT", "Point: who answered"),
        named("organisation", "ORGANISATION", "Organisation: who answered"),
        named("area", "AREA", "Area: who answered"),
        named("person", "PERSON", "Person: who answered"),
        named(
            "period",
            "PERIOD",
            "Period: which it is about, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y or 2020-11-01/2021-10-31",
        )
        .value_parser(period),
        named("submission", "SUBMISSION", "Submission: what tells apart the sheets of a form that nobody signs"),
    ]
}

/// The flag that gives answers.
pub fn answer_flag() -> Arg {
    Arg::new("answer")
        .long("answer")
        .value_name("KEY=VALUE")
        .action(ArgAction::Append)
        .help("Answer: the question's code on its form, and the answer")
}

/// Which report is meant.
#[derive(Clone)]
pub struct Key {
    /// Its form.
    pub form: String,
    /// Who answers, by the column that names them, and what the line calls them.
    pub respondent: Option<(&'static str, String)>,
    /// The period.
    pub period: Option<Reported>,
    /// The sheet, of a form that nobody signs.
    pub submission: Option<String>,
}

impl Key {
    /// The report on the line.
    ///
    /// # Errors
    /// Where its form or its respondent is not there.
    pub fn of_line(network: &Network, matches: &ArgMatches) -> Result<Self> {
        let form = network.find(named(Form::NOUN)?, text(matches, "form").unwrap_or_default(), Reach::Whole)?;
        let columns = ["point", "organisation", "area", "person"];
        let given = columns.iter().filter_map(|column| Some((*column, text(matches, column)?.to_string())));
        let given: Vec<_> = given.collect();
        if given.len() > 1 {
            return Err(Refusal::usage(say::one_respondent()).into());
        }
        Ok(Self {
            form: form.typed::<Form>()?.code.to_string(),
            respondent: given.into_iter().next(),
            period: matches.get_one::<Reported>("period").copied(),
            submission: text(matches, "submission").map(str::to_string),
        })
    }

    /// The cells of its row, as far as they say which it is.
    ///
    /// # Errors
    /// Never, for the columns that the noun has.
    pub fn report(&self) -> Result<Cells> {
        Ok(self.cells(named(Report::NOUN)?, &[("form", Some(self.form.clone()))]))
    }

    /// A row of a noun with this key, and these fields.
    fn cells(&self, noun: &Noun, more: &[(&str, Option<String>)]) -> Cells {
        let mut cells: Cells = vec![None; noun.columns().len()];
        let key = [
            self.respondent.as_ref().map(|(column, name)| (*column, Some(name.clone()))),
            Some(("period", self.period.map(|period| period.to_string()))),
            Some(("submission", self.submission.clone())),
        ];
        for (name, text) in key.iter().flatten().chain(more) {
            if let Some(place) = noun.place(name) {
                cells[place].clone_from(text);
            }
        }
        cells
    }

    /// The row of an answer of it, to the question with this code.
    pub fn answer(&self, noun: &Noun, question: &str, value: &str, source: &str) -> Cells {
        let fields = [("question", question), ("value", value), ("source", source)];
        self.cells(noun, &fields.map(|(name, text)| (name, Some(text.to_string()))))
    }

    /// What people call it.
    pub fn words(&self) -> String {
        let respondent = self.respondent.as_ref().map(|(_, name)| name.clone());
        let period = self.period.map(|period| period.to_string());
        [Some(self.form.clone()), respondent, period, self.submission.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Answers, by what their questions are called on the form.
#[derive(Default)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// Those on the line.
    ///
    /// # Errors
    /// Where one is not `KEY=VALUE`, or is given twice.
    pub fn of_line(matches: &ArgMatches) -> Result<Self> {
        let mut answers = Self::default();
        for given in matches.get_many::<String>("answer").into_iter().flatten() {
            let Some((key, value)) = given.split_once('=') else {
                return Err(Refusal::usage(say::not_an_answer(given)).hint(say::not_an_answer_hint()).into());
            };
            if answers.0.insert(key.trim().to_lowercase(), value.trim().to_string()).is_some() {
                return Err(Refusal::usage(say::answered_twice(key)).into());
            }
        }
        Ok(answers)
    }

    /// Writes them as answers of a report; an empty one takes the answer away. Gives how many changed.
    ///
    /// # Errors
    /// Where a question is not on the form, or an answer is none that it allows.
    pub fn put(&self, network: &Network, key: &Key) -> Result<i64> {
        let (noun, question) = (named(Answer::NOUN)?, named(Question::NOUN)?);
        let mut changed = 0;
        for (name, value) in &self.0 {
            let code = format!("{}/{name}", key.form);
            let at = |error: anyhow::Error| error.context(AtColumn(format!("answer {name}")));
            network.find(question, &code, Reach::Whole).map_err(at)?;
            let cells = key.answer(noun, &code, value, "typed");
            let before = network.row(noun, network.known_id(noun, &cells)?)?;
            changed += match (before, value.is_empty()) {
                (None, true) => 0,
                (Some(before), true) => {
                    // A locked report loses no answer either.
                    noun.check(&before.cells, network).map_err(at)?;
                    network.remove(noun, &before)?;
                    1
                }
                (None, false) => {
                    network.add(noun, cells).map_err(at)?;
                    1
                }
                (Some(before), false) => {
                    let mut now = before.cells.clone();
                    for column in ["value", "source"] {
                        if let Some(place) = noun.place(column) {
                            now[place].clone_from(&cells[place]);
                        }
                    }
                    i64::from(network.replace(noun, &before, &now).map_err(at)? != Written::Same)
                }
            };
        }
        Ok(changed)
    }
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today();
    let network = call.write()?;
    network.begin("submit", Report::NOUN)?;
    let key = Key::of_line(&network, matches)?;
    let answers = Answers::of_line(matches)?;
    let status = if matches.get_flag("draft") { Status::Draft } else { Status::Submitted };
    // The report first: whatever is wrong with its period or its respondent is told before its answers.
    let written = settle(&network, &key, status, &today.to_string())?;
    let changed = answers.put(&network, &key)?;
    if status == Status::Submitted {
        refuse_gaps(&network, &key)?;
    }
    if written == Written::Same && changed == 0 {
        network.roll_back()?;
        return call.say(&say::report_same(key.words()));
    }
    network.commit()?;
    call.done(match status {
        Status::Draft => say::report_kept(key.words(), changed),
        _ => say::report_sent(key.words(), changed),
    })
}

/// Makes the report's row, or says how far it has come now; one that was accepted or locked stays so.
///
/// # Errors
/// Where its form does not take it.
pub fn settle(network: &Network, key: &Key, status: Status, today: &str) -> Result<Written> {
    let noun = named(Report::NOUN)?;
    let word = clap::ValueEnum::to_possible_value(&status).map(|value| value.get_name().to_string());
    let sent = (status == Status::Submitted).then(|| today.to_string());
    let cells = key.cells(noun, &[("form", Some(key.form.clone())), ("status", word.clone()), ("submitted", sent)]);
    let Some(before) = network.row(noun, network.known_id(noun, &cells)?)? else {
        network.add(noun, cells)?;
        return Ok(Written::New);
    };
    let had = before.typed::<Report>()?.status;
    // A draft takes back nothing that was sent.
    if had == status || matches!(had, Status::Accepted | Status::Locked) || (status == Status::Draft && had.counts()) {
        return Ok(Written::Same);
    }
    let mut now = before.cells.clone();
    for column in ["status", "submitted"] {
        if let Some(place) = noun.place(column) {
            now[place].clone_from(&cells[place]);
        }
    }
    network.replace(noun, &before, &now)
}

/// Refuses a report that lacks an answer to a question that requires one, with all of them.
///
/// # Errors
/// Then.
pub fn refuse_gaps(network: &Network, key: &Key) -> Result<()> {
    let noun = named(Answer::NOUN)?;
    let mut lacking = Vec::new();
    for question in questions(network, &key.form)? {
        if question.required != Some(YesNo::Yes) {
            continue;
        }
        let cells = key.cells(noun, &[("question", Some(question.code.to_string()))]);
        if network.row(noun, network.known_id(noun, &cells)?)?.is_none() {
            lacking.push(format!("`{}`", question.code.key()));
        }
    }
    match lacking.is_empty() {
        true => Ok(()),
        false => Err(Refusal::data(say::answers_lack(lacking.join(", "))).hint(say::answers_lack_hint()).into()),
    }
}

/// The questions of a form in the order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn questions(network: &Network, form: &str) -> Result<Vec<Question>> {
    let noun = named(Question::NOUN)?;
    let id = network.find_id(named(Form::NOUN)?, None, form, Reach::Whole)?;
    let mut query = crate::file::read::Query::default();
    query.and("question.form = ?", [rusqlite::types::Value::Integer(id)]);
    let mut questions = Vec::new();
    network.rows(noun, &query, |row| {
        questions.push(row.typed::<Question>()?);
        Ok(())
    })?;
    questions.sort_by_key(|question| question.number);
    Ok(questions)
}
