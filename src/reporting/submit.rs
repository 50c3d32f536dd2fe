//! `report submit`: answers and the report that they belong to, from the line or from a sheet, all or none.

use super::answer::Answer;
use super::filled::add_answers;
use super::form::{AskedOf, Form};
use super::missing::{form_flag, text};
use super::question::Question;
use super::report::{Report, Status};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::names::Reach;
use crate::file::write::Written;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Cells, Noun, Record};
use crate::value::{Day, Reported, YesNo};
use crate::verb::Verb;
use clap::{Arg, ArgAction, ArgMatches};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "submit",
    about: "Send a {noun}: its answers, and that it is complete",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        command
            .args(key_flags())
            .args(said_flags())
            .args(report_flags())
            .arg(flag("draft").help("Draft: keep the answers, and do not say yet that it is complete"))
            .after_help(
                "tukipont report submit --form monthly.1 --point MINTA-1 --period 2026-10 --answer sessions=9 --answer attendances=12\ntukipont report submit --form monthly.1 --point MINTA-1 --period 2026-10 --file october.csv",
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

/// The flags that say what was answered: on the line, or in a sheet.
fn said_flags() -> [Arg; 3] {
    let note = Arg::new("remark").long("note").value_name("KEY=TEXT").action(ArgAction::Append);
    let file = Arg::new("file").long("file").value_name("FILE").value_parser(clap::value_parser!(PathBuf));
    [
        answer_flag(),
        note.help("Note: the question's code on its form, and the evidence, or what the answer does not say"),
        file.help("File: a sheet with the answers, as report blank makes it"),
    ]
}

/// The flags that say more of the report itself, by the columns of its row.
fn report_flags() -> [Arg; 3] {
    let recheck = Arg::new("recheck").long("recheck").value_name("DAY").value_parser(clap::value_parser!(Day));
    [
        Arg::new("subject")
            .long("subject")
            .value_name("SUBJECT")
            .help("Subject: what such a sheet is about, by its noun and code, session:4hd1s8jrd27v0"),
        Arg::new("assessor")
            .long("assessor")
            .value_name("PERSON")
            .help("Assessor: who found out whether requirements are met"),
        recheck.help("Re-check: the day by which somebody has to look again"),
    ]
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
        let row = network.find(named(Form::NOUN)?, text(matches, "form").unwrap_or_default(), Reach::Whole)?;
        let form = row.typed::<Form>()?;
        let columns = ["point", "organisation", "area", "person"];
        let given = columns.iter().filter_map(|column| Some((*column, text(matches, column)?.to_string())));
        let given: Vec<_> = given.collect();
        if given.len() > 1 {
            return Err(Refusal::usage(say::one_respondent()).hint(say::one_respondent_hint()).into());
        }
        Ok(Self {
            form: form.code.to_string(),
            respondent: given.into_iter().next(),
            period: matches.get_one::<Reported>("period").copied(),
            submission: text(matches, "submission").map(str::to_string),
        })
    }

    /// The report on the line, with a submission of its own where nobody signs it and none is named.
    ///
    /// # Errors
    /// As [`Key::of_line`].
    pub fn new_of_line(network: &Network, matches: &ArgMatches) -> Result<Self> {
        let mut key = Self::of_line(network, matches)?;
        let form = network.find(named(Form::NOUN)?, &key.form, Reach::Whole)?.typed::<Form>()?;
        if form.asked_of == AskedOf::Anybody && key.submission.is_none() {
            key.submission = Some(crate::file::id::show(network.random_id()));
        }
        Ok(key)
    }

    /// The cells of its row, as far as they say which it is.
    ///
    /// # Errors
    /// Never, for the columns that the noun has.
    pub fn report(&self) -> Result<Cells> {
        Ok(self.cells(named(Report::NOUN)?, &[("form", Some(self.form.clone()))]))
    }

    /// Holds it to its form, before anything is written.
    ///
    /// # Errors
    /// Where the form takes no such period, or is not asked of this respondent.
    pub fn check(&self, network: &Network) -> Result<()> {
        let status = Some(Status::Draft.word());
        let cells = self.cells(named(Report::NOUN)?, &[("form", Some(self.form.clone())), ("status", status)]);
        network.settle(named(Report::NOUN)?, &cells).map(|_| ())
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

/// What is said of one question.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The answer; an empty one takes it away.
    pub value: Option<String>,
    /// The evidence, or what the answer does not say; an empty one takes it away.
    pub note: Option<String>,
}

/// Answers, by what their questions are called on the form.
#[derive(Default)]
pub struct Answers(pub BTreeMap<String, Given>);

impl Answers {
    /// Those on the line.
    ///
    /// # Errors
    /// Where one is not `KEY=VALUE`, or is given twice.
    pub fn of_line(matches: &ArgMatches) -> Result<Self> {
        let mut answers = Self::default();
        for flag in ["answer", "remark"] {
            for text in matches.try_get_many::<String>(flag).ok().flatten().into_iter().flatten() {
                let Some((key, said)) = text.split_once('=') else {
                    return Err(Refusal::usage(say::not_an_answer(text)).hint(say::not_an_answer_hint()).into());
                };
                let given = answers.0.entry(key.trim().to_lowercase()).or_default();
                let place = if flag == "answer" { &mut given.value } else { &mut given.note };
                if place.replace(said.trim().to_string()).is_some() {
                    return Err(Refusal::usage(say::answered_twice(key)).hint(say::answered_twice_hint()).into());
                }
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
        for (name, given) in &self.0 {
            let code = format!("{}/{name}", key.form);
            let at = |error: anyhow::Error| error.context(AtColumn(format!("answer {name}")));
            network.find(question, &code, Reach::Whole).map_err(at)?;
            let mut cells = key.answer(noun, &code, given.value.as_deref().unwrap_or_default(), "typed");
            let note = given.note.clone().filter(|note| !note.is_empty());
            let before = network.known_row(noun, &cells)?;
            changed += match (before, given.value.as_deref()) {
                (None, Some("")) => 0,
                (None, None) => return Err(at(Refusal::data(say::note_needs_answer(name)).into())),
                (Some(before), Some("")) => {
                    network.remove(noun, &before).map_err(at)?;
                    1
                }
                (None, Some(_)) => {
                    put(noun, &mut cells, "note", note);
                    network.add(noun, cells).map_err(at)?;
                    1
                }
                (Some(before), value) => {
                    let mut now = before.cells.clone();
                    if let Some(value) = value {
                        put(noun, &mut now, "value", Some(value.to_string()));
                        put(noun, &mut now, "source", Some("typed".to_string()));
                    }
                    if given.note.is_some() {
                        put(noun, &mut now, "note", note);
                    }
                    i64::from(network.replace(noun, &before, &now).map_err(at)? != Written::Same)
                }
            };
        }
        Ok(changed)
    }
}

/// Puts a text into a row's column.
fn put(noun: &Noun, cells: &mut Cells, column: &str, text: Option<String>) {
    if let Some(place) = noun.place(column) {
        cells[place] = text;
    }
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today().to_string();
    let network = call.write()?;
    network.begin("submit", Report::NOUN)?;
    let key = Key::new_of_line(&network, matches)?;
    let mut answers = Answers::of_line(matches)?;
    let status = if matches.get_flag("draft") { Status::Draft } else { Status::Submitted };
    // The report first: whatever is wrong with its period or its respondent is told before its answers.
    key.check(&network)?;
    if let Some(file) = matches.get_one::<PathBuf>("file") {
        add_answers(&network, file, &key, &mut answers)?;
    }
    let changed = answers.put(&network, &key)?;
    let settled = settle(&network, &key, status, &today)?;
    let described = describe(&network, &key, matches, changed > 0)?;
    if there(&network, &key)?.typed::<Report>()?.status.counts() {
        refuse_gaps(&network, &key)?;
    }
    if [settled, described] == [Written::Same, Written::Same] && changed == 0 {
        network.roll_back()?;
        return call.say(&say::report_same(key.words()));
    }
    network.commit()?;
    call.done(match status {
        Status::Draft => say::report_kept(key.words(), changed),
        _ => say::report_sent(key.words(), changed),
    })
}

/// The row of a report.
///
/// # Errors
/// Where there is none.
pub fn there(network: &Network, key: &Key) -> Result<Row> {
    let noun = named(Report::NOUN)?;
    let row = network.known_row(noun, &key.report()?)?;
    row.ok_or_else(|| Refusal::not_found(say::no_report()).hint(say::no_report_hint()).into())
}

/// Puts what the line says of the report itself into its row; one that was accepted is to be looked at once more where
/// answers have changed since.
fn describe(network: &Network, key: &Key, matches: &ArgMatches, is_changed: bool) -> Result<Written> {
    let (noun, row) = (named(Report::NOUN)?, there(network, key)?);
    let flags = report_flags();
    let names = flags.iter().map(|flag| flag.get_id().as_str());
    let given: Vec<(&str, String)> =
        names.filter_map(|name| Some((name, matches.get_raw(name)?.next()?.to_string_lossy().into_owned()))).collect();
    let mut now = noun.change(&row.cells, given.iter().map(|(name, text)| (*name, text.as_str())))?;
    if is_changed && row.typed::<Report>()?.status == Status::Accepted {
        put(noun, &mut now, "status", Some(Status::Submitted.word()));
    }
    network.replace(noun, &row, &now)
}

/// Makes the report's row, or says how far it has come now; one that was accepted or locked stays so.
///
/// # Errors
/// Where its form does not take it.
pub fn settle(network: &Network, key: &Key, status: Status, today: &str) -> Result<Written> {
    let noun = named(Report::NOUN)?;
    let sent = (status == Status::Submitted).then(|| today.to_string());
    let cells =
        key.cells(noun, &[("form", Some(key.form.clone())), ("status", Some(status.word())), ("submitted", sent)]);
    let Some(before) = network.known_row(noun, &cells)? else {
        network.insert(noun, network.known_id(noun, &cells)?, cells)?;
        return Ok(Written::New);
    };
    let had = before.typed::<Report>()?.status;
    // A draft takes back nothing that was sent.
    if had == status || matches!(had, Status::Accepted | Status::Locked) || (status == Status::Draft && had.counts()) {
        return Ok(Written::Same);
    }
    let mut now = before.cells.clone();
    for column in ["status", "submitted"] {
        put(noun, &mut now, column, noun.place(column).and_then(|place| cells[place].clone()));
    }
    if had == Status::Returned && status == Status::Submitted {
        // Why it was returned stands in its history.
        put(noun, &mut now, "reason", None);
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
    let asked = network.remembered(named(Question::NOUN)?, &key.form, || questions(network, &key.form))?;
    for question in asked.iter().filter(|question| question.required == Some(YesNo::Yes)) {
        let cells = key.cells(noun, &[("question", Some(question.code.to_string()))]);
        if !network.is_there(noun, network.known_id(noun, &cells)?)? && network.known_row(noun, &cells)?.is_none() {
            lacking.push(format!("`{}`", question.code.key()));
        }
    }
    match lacking.is_empty() {
        true => Ok(()),
        false => {
            Err(Refusal::data(say::answers_lack(key.words(), lacking.join(", "))).hint(say::answers_lack_hint()).into())
        }
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
