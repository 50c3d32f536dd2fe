//! What is said of the questions of a report, on the line or in a sheet, and how it is written.

use super::answer::Answer;
use super::key::Key;
use super::question::Question;
use crate::call::Call;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::write::Written;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Cells, Noun, Record};
use crate::verb::warn_of_notes;
use clap::{Arg, ArgAction, ArgMatches};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The flag that gives answers.
pub fn answer_flag() -> Arg {
    Arg::new("answer")
        .long("answer")
        .value_name("KEY=VALUE")
        .action(ArgAction::Append)
        .help("Answer: the question's code on its form, and the answer")
}

/// The flags that say what was answered: on the line, or in a sheet.
pub fn said_flags() -> [Arg; 3] {
    let note = Arg::new("remark").long("note").value_name("KEY=TEXT").action(ArgAction::Append);
    let file = Arg::new("file").long("file").value_name("FILE").value_parser(clap::value_parser!(PathBuf));
    [
        answer_flag(),
        note.help("Note: the question's code on its form, and the evidence, or what the answer does not say"),
        file.help("File: a sheet with the answers, as report blank makes it"),
    ]
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

    /// Writes them as answers of a report; an empty one takes the answer away.
    ///
    /// # Errors
    /// Where a question is not on the form, or an answer is none that it allows.
    pub fn put(&self, network: &Network, key: &Key) -> Result<Put> {
        let (noun, question) = (named(Answer::NOUN)?, named(Question::NOUN)?);
        let mut all = Put::default();
        for (name, given) in &self.0 {
            let code = format!("{}/{name}", key.form);
            let at = |error: anyhow::Error| error.context(AtColumn(format!("answer {name}")));
            network.find(question, &code, Reach::Whole).map_err(at)?;
            let mut cells = key.answer(noun, &code, given.value.as_deref().unwrap_or_default(), "typed");
            let note = given.note.clone().filter(|note| !note.is_empty());
            let before = network.known_row(noun, &cells)?;
            let value = |cells: &Cells| noun.place("value").and_then(|place| cells[place].clone()).unwrap_or_default();
            match (before, given.value.as_deref()) {
                (None, Some("")) => {}
                (None, None) => {
                    let refusal = Refusal::data(say::note_needs_answer(name)).hint(say::note_needs_answer_hint());
                    return Err(at(refusal.into()));
                }
                (Some(before), Some("")) => {
                    network.remove(noun, &before).map_err(at)?;
                    all.count += 1;
                    all.replaced.push((name.clone(), value(&before.cells), String::new()));
                }
                (None, Some(_)) => {
                    put(noun, &mut cells, "note", note);
                    all.written.push(network.add(noun, cells).map_err(at)?.cells);
                    all.count += 1;
                }
                (Some(before), now) => {
                    let mut cells = before.cells.clone();
                    if let Some(now) = now {
                        put(noun, &mut cells, "value", Some(now.to_string()));
                        put(noun, &mut cells, "source", Some("typed".to_string()));
                    }
                    if given.note.is_some() {
                        put(noun, &mut cells, "note", note);
                    }
                    if network.replace(noun, &before, &cells).map_err(at)? != Written::Same {
                        all.count += 1;
                        let now = value(&cells);
                        all.replaced.extend(Some((name.clone(), value(&before.cells), now)).filter(|it| it.1 != it.2));
                        all.written.push(cells);
                    }
                }
            }
        }
        Ok(all)
    }
}

/// What became of answers that were written.
#[derive(Default)]
pub struct Put {
    /// How many changed.
    pub count: i64,
    /// The questions that had another answer before, that one, and what it is now.
    replaced: Vec<(String, String, String)>,
    /// The rows that were written.
    written: Vec<Cells>,
}

impl Put {
    /// Tells what stands in place of what, and of words that may tell of a person.
    ///
    /// # Errors
    /// Where nothing can be written to.
    pub fn tell(&self, call: &mut Call) -> Result<()> {
        for (name, before, now) in &self.replaced {
            call.say(&say::answer_replaced(name, before, now))?;
        }
        let noun = named(Answer::NOUN)?;
        self.written.iter().try_for_each(|cells| warn_of_notes(call, noun, cells))
    }
}

/// Puts a text into a row's column.
pub fn put(noun: &Noun, cells: &mut Cells, column: &str, text: Option<String>) {
    if let Some(place) = noun.place(column) {
        cells[place] = text;
    }
}
