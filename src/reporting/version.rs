//! The versions of a form, and which of their questions ask the same: only what asks the same is added up.

use super::form::Form;
use super::question::{Kind, Question, questions};
use super::report::Status;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::locale::Language;
use crate::locale::say::{self, Text};
use crate::nouns::named;
use crate::record::Record;
use crate::value::{Decimal, Reported};
use rusqlite::types::Value;

/// A form with its row.
pub struct Version {
    /// The row.
    pub id: i64,
    /// The form.
    pub form: Form,
}

/// A question, in all the versions of a form that ask the same.
pub struct Asked {
    /// As the newest of them has it.
    pub question: Question,
    /// What it is called: by itself, and with its form where another version asks something else under the same name.
    pub called: String,
    /// Its rows, each with the place of its version.
    pub rows: Vec<(i64, usize)>,
}

impl Asked {
    /// Whether no other version asks something else under its name.
    fn is_alone(&self) -> bool {
        self.called == self.question.code.key()
    }

    /// What it is called in tables for machines, and what people read in a language.
    pub fn word(&self, language: Language) -> Option<(String, String)> {
        let label = self.question.label(language)?;
        Some((self.called.clone(), if self.is_alone() { label } else { format!("{label} ({})", self.called) }))
    }
}

/// A form's name without its version, `monthly` of `monthly.2`.
pub fn base(code: &str) -> &str {
    code.rsplit_once('.').map_or(code, |(name, _)| name)
}

/// The place of a version among the others of its form, 2 of `monthly.2`.
fn number(code: &str) -> Decimal {
    code.rsplit_once('.').and_then(|(_, version)| version.parse().ok()).unwrap_or_default()
}

/// The form that is called so, or all versions of one where the version is left out; the newest first.
///
/// # Errors
/// Where there is none, or its versions are asked of others.
pub fn versions(network: &Network, called: &str) -> Result<Vec<Version>> {
    let noun = named(Form::NOUN)?;
    if network.id_of_code(noun, None, called)?.is_some() {
        let row = network.find(noun, called, Reach::Whole)?;
        return Ok(vec![Version { id: row.id, form: row.typed()? }]);
    }
    let mut versions = Vec::new();
    network.rows(noun, &Query::default(), |row| {
        let form = row.typed::<Form>()?;
        if base(form.code.as_str()).eq_ignore_ascii_case(called) {
            versions.push(Version { id: row.id, form });
        }
        Ok(())
    })?;
    versions.sort_by_key(|version| std::cmp::Reverse(number(version.form.code.as_str())));
    let Some(newest) = versions.first() else {
        // Told as any other code that nothing has.
        let row = network.find(noun, called, Reach::Whole)?;
        return Ok(vec![Version { id: row.id, form: row.typed()? }]);
    };
    match versions.iter().find(|version| version.form.asked_of != newest.form.asked_of) {
        None => Ok(versions),
        Some(other) => {
            let codes = (newest.form.code.to_string(), other.form.code.to_string());
            Err(Refusal::usage(say::versions_of_others(codes.0, codes.1)).hint(say::versions_of_others_hint()).into())
        }
    }
}

/// The form that is called so; where the version is left out, the newest that is asked in a period.
///
/// # Errors
/// As [`versions`].
pub fn asked_then(network: &Network, called: &str, period: Option<Reported>) -> Result<Form> {
    let mut versions = versions(network, called)?;
    let is_asked = |version: &Version| {
        let (since, until) = (version.form.since, version.form.until);
        period.is_none_or(|period| {
            since.is_none_or(|since| since.0 <= period.to) && until.is_none_or(|until| period.from <= until.0)
        })
    };
    let takes = |version: &Version| period.is_none_or(|period| version.form.takes(Some(period)));
    let place = versions.iter().position(|version| is_asked(version) && takes(version));
    let place = place.or_else(|| versions.iter().position(is_asked)).unwrap_or_default();
    Ok(versions.swap_remove(place).form)
}

/// The questions of versions of a form, those that ask the same as one.
///
/// # Errors
/// Those of the database.
pub fn asked(network: &Network, versions: &[Version]) -> Result<Vec<Asked>> {
    let noun = named(Question::NOUN)?;
    let mut asked: Vec<Asked> = Vec::new();
    for (version, known) in versions.iter().enumerate() {
        for question in questions(network, known.form.code.as_str())? {
            let id = network.new_id(noun, Some(&question.code.to_string()))?;
            let key = question.code.key().to_string();
            let same_key = |asked: &&mut Asked| asked.question.code.key() == key;
            let known: Vec<&mut Asked> = asked.iter_mut().filter(same_key).collect();
            if let Some(known) = known.into_iter().find(|known| known.question.asks_the_same(&question)) {
                known.rows.push((id, version));
                continue;
            }
            asked.push(Asked { called: key, rows: vec![(id, version)], question });
        }
    }
    let keys: Vec<String> = asked.iter().map(|asked| asked.called.clone()).collect();
    for (place, asked) in asked.iter_mut().enumerate() {
        if keys.iter().enumerate().any(|(other, key)| other != place && *key == keys[place]) {
            asked.called = asked.question.code.to_string();
        }
    }
    Ok(asked)
}

/// What is to be told of questions that do not ask the same in all versions.
pub fn differing(asked: &[Asked]) -> Vec<Text> {
    let mut keys: Vec<&str> =
        asked.iter().filter(|asked| !asked.is_alone()).map(|asked| asked.question.code.key()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(say::versions_differ).collect()
}

/// The other versions of a form of which reports that count lie within a span.
///
/// # Errors
/// Those of the database.
pub fn reported_otherwise(network: &Network, version: &Version, span: Reported) -> Result<Vec<String>> {
    let all = match versions(network, base(version.form.code.as_str())) {
        Ok(all) => all,
        // Versions that are asked of others are another form.
        Err(error) if error.is::<Refusal>() => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut others = Vec::new();
    for other in all.iter().rev().filter(|other| other.id != version.id) {
        let mut query = Query::default();
        query.and("report.form = ?", [Value::Integer(other.id)]);
        let mut is_reported = false;
        network.scan(named("report")?, &["period", "status"], &query, |row| {
            let (period, status): (Option<String>, String) = (row.get(0)?, row.get(1)?);
            let period = period.and_then(|text| text.parse::<Reported>().ok());
            is_reported |= Status::of(&status).counts() && period.is_none_or(|period| period.is_within(span));
            Ok(())
        })?;
        if is_reported {
            others.push(other.form.code.to_string());
        }
    }
    Ok(others)
}

impl Question {
    /// Whether an answer to it and one to a question of another version can stand beside one another: both are of one kind
    /// and list, a scale has the same steps, and the definition (of questions without any, the label) is the same in every
    /// language in which both have one.
    fn asks_the_same(&self, other: &Self) -> bool {
        let steps = |question: &Self| match question.kind {
            Kind::Scale => (question.least, question.most),
            _ => (None, None),
        };
        let list = |question: &Self| question.list.as_ref().map(ToString::to_string);
        let is_defined = |question: &Self| question.definitions().into_iter().any(Option::is_some);
        let texts = |question| match is_defined(self) || is_defined(other) {
            true => Self::definitions(question),
            false => Self::labels(question),
        };
        let differ = |(one, other): (&Option<String>, &Option<String>)| {
            one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one != other)
        };
        (self.kind, steps(self), list(self)) == (other.kind, steps(other), list(other))
            && !texts(self).into_iter().zip(texts(other)).any(differ)
    }
}
