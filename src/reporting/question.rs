//! A question of a form: what is asked, what an answer looks like, and from which figure of the log it can be filled.

use super::form::Form;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::locale::{Language, Speaker, say};
use crate::nouns::named;
use crate::record::{Naming, Record};
use crate::value::{Code, Count, Decimal, Form as Shape, QuestionCode, YesNo};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

/// A question of a form
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Question {
    /// Code: the form, a slash, and the question's own, monthly.2/visitors
    pub(crate) code: QuestionCode,
    /// Form: which it belongs to
    #[arg(long)]
    pub(crate) form: String,
    /// Number: its place on the form
    #[arg(long)]
    pub(crate) number: Count,
    /// English label
    #[arg(long)]
    pub(crate) label_en: Option<String>,
    /// Hungarian label
    #[arg(long)]
    pub(crate) label_hu: Option<String>,
    /// Finnish label
    #[arg(long)]
    pub(crate) label_fi: Option<String>,
    /// English definition: what counts and what does not
    #[arg(long)]
    definition_en: Option<String>,
    /// Hungarian definition
    #[arg(long)]
    definition_hu: Option<String>,
    /// Finnish definition
    #[arg(long)]
    definition_fi: Option<String>,
    /// Kind: what an answer looks like
    #[arg(long, value_enum)]
    pub(crate) kind: Kind,
    /// Required: whether a report without an answer is refused
    #[arg(long, value_enum)]
    pub(crate) required: Option<YesNo>,
    /// Least: the lowest answer that is possible
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) least: Option<Decimal>,
    /// Most: the highest answer that is possible
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) most: Option<Decimal>,
    /// List: of categories, whose codes can be chosen
    #[arg(long)]
    pub(crate) list: Option<Code>,
    /// Figure: of the activity log, from which it can be filled
    #[arg(long, value_enum)]
    pub(crate) figure: Option<Figure>,
}

/// What an answer looks like
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A whole number from nought
    Count,
    /// A number with decimals
    Number,
    /// An amount of money
    Money,
    /// Yes or no
    YesNo,
    /// A whole number between the least and the most
    Scale,
    /// A code of the list
    Choice,
    /// Codes of the list
    Choices,
    /// A text
    Text,
    /// A day
    Date,
}

/// A figure of the activity log
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// How many sessions there were
    Sessions,
    /// How many people were there, each time counted
    Attendances,
    /// How many of the attendances were first visits
    FirstVisits,
    /// How long the sessions lasted together
    Minutes,
}

impl Kind {
    /// Whether answers can be added up.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Number | Self::Money)
    }

    /// Whether answers are numbers.
    pub fn is_number(self) -> bool {
        self.adds_up() || self == Self::Scale
    }
}

impl Question {
    /// What people read in a language, else in English.
    pub fn label(&self, language: Language) -> Option<String> {
        language.choose(self.labels())
    }

    /// Its labels in English, Hungarian and Finnish.
    pub fn labels(&self) -> [&Option<String>; 3] {
        [&self.label_en, &self.label_hu, &self.label_fi]
    }

    /// Its definitions in English, Hungarian and Finnish.
    pub fn definitions(&self) -> [&Option<String>; 3] {
        [&self.definition_en, &self.definition_hu, &self.definition_fi]
    }

    /// What counts and what does not, in a language, else in English.
    pub fn definition(&self, language: Language) -> Option<String> {
        language.choose(self.definitions())
    }
}

/// The questions of a form in the order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn questions(network: &Network, form: &str) -> Result<Vec<Question>> {
    let noun = named(Question::NOUN)?;
    let id = network.find_id(named(Form::NOUN)?, None, form, Reach::Whole)?;
    let mut query = Query::default();
    query.and("question.form = ?", [Value::Integer(id)]);
    let mut questions = Vec::new();
    network.rows(noun, &query, |row| {
        questions.push(row.typed::<Question>()?);
        Ok(())
    })?;
    questions.sort_by_key(|question| question.number);
    Ok(questions)
}

impl Question {
    /// What people can answer, in words: the codes of a list with their labels, yes or no, the bounds, and whether an
    /// answer is needed; nothing where anything will do.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn possible(&self, network: &Network, speaker: &Speaker) -> Result<Option<String>> {
        let bound = |bound: Option<Decimal>| bound.map(|bound| speaker.cell(Shape::Decimal, &bound.to_string()));
        let values = match self.kind {
            Kind::YesNo => Some(speaker.say(&say::yes_or_no())),
            Kind::Choice | Kind::Choices => Some(self.choices(network, speaker.language)?),
            _ if self.least.is_none() && self.most.is_none() => None,
            _ => Some(
                [bound(self.least), bound(self.most)].map(|bound| bound.unwrap_or_else(|| "…".to_string())).join("–"),
            ),
        };
        let needed = (self.required == Some(YesNo::Yes)).then(|| speaker.say(&say::is_needed()));
        let all: Vec<String> = values.into_iter().chain(needed).collect();
        Ok(Some(all.join("; ")).filter(|all| !all.is_empty()))
    }

    /// The codes that can be chosen, each with its label.
    fn choices(&self, network: &Network, language: Language) -> Result<String> {
        let list = self.list.as_ref().map(Code::as_str);
        let categories = network.called(named("category")?, list)?;
        let codes = categories.iter().map(|category| category.code.as_str()).collect();
        let words = network.words("category", list, &codes, language)?;
        let told =
            |code: &&str| words.get(*code).map_or_else(|| (*code).to_string(), |label| format!("{code}: {label}"));
        Ok(codes.iter().map(told).collect::<Vec<_>>().join(", "))
    }
}

/// Refuses another question on a form that has answers, or another meaning of one: what was answered would say something
/// else.
///
/// # Errors
/// Then, with the way out.
pub fn refuse_a_change(network: &Network, form: &str, is_changed: bool) -> Result<()> {
    if !is_changed {
        return Ok(());
    }
    let id = network.find_id(named(Form::NOUN)?, None, form, Reach::Whole)?;
    let mut query = Query::default();
    query.and("answer.question IN (SELECT id FROM question WHERE form = ?)", [Value::Integer(id)]);
    match network.has_any(named("answer")?, &query)? {
        false => Ok(()),
        true => Err(Refusal::data(say::form_has_answers(form)).hint(say::form_has_answers_hint()).into()),
    }
}

impl Question {
    /// What an answer to it means, its words set aside.
    fn meaning(&self) -> (Kind, bool, Option<Decimal>, Option<Decimal>, Option<String>) {
        let is_required = self.required == Some(YesNo::Yes);
        (self.kind, is_required, self.least, self.most, self.list.as_ref().map(ToString::to_string))
    }

    /// Whether what counts is told otherwise than before; a definition in one more language changes nothing.
    fn is_redefined(&self, before: &Self) -> bool {
        before.definitions().into_iter().zip(self.definitions()).any(|(before, now)| before.is_some() && before != now)
    }
}

impl Record for Question {
    const NOUN: &'static str = "question";
    const NAMING: Naming = Naming::Known;
    const FOR_ALL: bool = true;
    const EXAMPLE: &'static [&'static str] = &[
        "monthly.1/visitors",
        "--form",
        "monthly.1",
        "--number",
        "1",
        "--label-en",
        "Visitors",
        "--kind",
        "count",
        "--required",
        "yes",
    ];

    fn check(&self, network: &Network) -> Result<()> {
        let at =
            |column: &str, refusal: Refusal| Err(anyhow::Error::from(refusal).context(AtColumn(column.to_string())));
        if !self.code.form().eq_ignore_ascii_case(&self.form) {
            let refusal = Refusal::data(say::question_of_another_form(self.code.to_string(), &self.form));
            return at("code", refusal.hint(say::question_of_another_form_hint(&self.form)));
        }
        network.find(named(Form::NOUN)?, &self.form, Reach::Whole)?;
        if self.least.zip(self.most).is_some_and(|(least, most)| least > most) {
            return at("most", Refusal::data(say::most_below_least()).hint(say::most_below_least_hint()));
        }
        let is_whole = |bound: Option<Decimal>| bound.is_some_and(|bound| bound.decimals() == 0);
        if self.kind == Kind::Scale && !(is_whole(self.least) && is_whole(self.most)) {
            return at("least", Refusal::data(say::scale_needs_bounds()).hint(say::scale_needs_bounds_hint()));
        }
        if matches!(self.kind, Kind::Choice | Kind::Choices) != self.list.is_some() {
            return at("list", Refusal::data(say::choice_needs_list()).hint(say::choice_needs_list_hint()));
        }
        if let Some(list) = &self.list {
            let mut of_list = Query::default();
            of_list.and("category.code LIKE ? || ':%'", [Value::Text(list.to_string())]);
            if !network.has_any(named("category")?, &of_list)? {
                let refusal = Refusal::data(say::no_such_list(list.as_str()));
                return at("list", refusal.hint(say::no_such_list_hint(list.as_str())));
            }
        }
        if self.figure.is_some() && self.kind != Kind::Count {
            return at("figure", Refusal::data(say::figure_is_a_count()).hint(say::figure_is_a_count_hint()));
        }
        let noun = named(Self::NOUN)?;
        let before = network.row(noun, network.new_id(noun, Some(&self.code.to_string()))?)?;
        let before = before.map(|row| row.typed::<Self>()).transpose()?;
        let is_changed = before.is_none_or(|before| before.meaning() != self.meaning() || self.is_redefined(&before));
        refuse_a_change(network, &self.form, is_changed)
    }
}
