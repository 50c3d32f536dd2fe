//! Stored values: how a room offers them, and which of them fit what is typed.

use std::cell::RefCell;
use std::ffi::OsStr;

use super::Line;
use crate::value::fold;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

/// No more are offered than this: they would only scroll by.
pub const LIMIT: usize = 200;

/// A value that may stand in the place of the word being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// What goes onto the line, unquoted.
    pub value: String,
    /// What tells it from its neighbours, shown beside it.
    pub description: Option<String>,
}

/// Finds stored values for a word on a line. It need not filter, though a large table should, by
/// the beginning without accents and case, literal ones first. It must be quick, change nothing,
/// and be silent on any fault.
pub trait Find: Fn(&Line, &str) -> Vec<Candidate> + Send + Sync + 'static {}
impl<F: Fn(&Line, &str) -> Vec<Candidate> + Send + Sync + 'static> Find for F {}

thread_local! {
    // clap's completers see one word only; the rest of the line reaches them here.
    static LINE: RefCell<Line> = RefCell::default();
}

/// Runs `work` so that the completers in it know the line.
pub(super) fn beside<T>(line: &Line, work: impl FnOnce() -> T) -> T {
    LINE.set(line.clone());
    work()
}

/// What an argument carries whose value is a stored thing: `#[arg(add = stored(points))]`.
pub fn stored(find: impl Find) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(typed) = typed.to_str() else {
            return Vec::new();
        };
        let found = LINE.with_borrow(|line| find(line, typed));
        fitting(found, typed).into_iter().map(CompletionCandidate::from).collect()
    })
}

impl From<Candidate> for CompletionCandidate {
    fn from(candidate: Candidate) -> Self {
        CompletionCandidate::new(candidate.value).help(candidate.description.map(Into::into))
    }
}

/// Those that begin as typed; if none does, the one that does so without accents and case.
///
/// A second folded match is not offered: shells put the common beginning of what they are given
/// in place of what was typed, and that may be shorter.
fn fitting(found: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let begins = |candidate: &Candidate| candidate.value.starts_with(typed);
    let (mut literal, others): (Vec<_>, Vec<_>) = found.into_iter().partition(begins);
    if !literal.is_empty() {
        literal.truncate(LIMIT);
        return literal;
    }
    let folded = fold(typed);
    let close = |candidate: &Candidate| fold(&candidate.value).starts_with(&folded);
    let mut others = others.into_iter().filter(close);
    let Some(first) = others.next() else {
        return Vec::new();
    };
    // Two things of one name are one match.
    if others.all(|other| other.value == first.value) { vec![first] } else { Vec::new() }
}

/// The lines of a list, descriptions beneath one another; the bare values if nothing is described.
pub(super) fn listed(found: &[Candidate]) -> Vec<String> {
    if !described(found) {
        return found.iter().map(|candidate| candidate.value.clone()).collect();
    }
    let width = found.iter().map(|candidate| candidate.value.chars().count()).max().unwrap_or(0);
    let line = |candidate: &Candidate| match &candidate.description {
        Some(description) => format!("{:width$}  {description}", candidate.value),
        None => candidate.value.clone(),
    };
    found.iter().map(line).collect()
}

pub(super) fn described(found: &[Candidate]) -> bool {
    found.iter().any(|candidate| candidate.description.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, values: &[&str]) -> Vec<String> {
        let found = values.iter().map(|value| Candidate { value: value.to_string(), ..Default::default() });
        fitting(found.collect(), typed).into_iter().map(|candidate| candidate.value).collect()
    }

    #[test]
    fn literal_matches_come_alone() {
        let values = ["Kővágó", "Kovács", "kovász", "Kovárd"];
        assert_eq!(fit("Kov", &values), ["Kovács", "Kovárd"]);
        assert_eq!(fit("", &values), values);
    }

    #[test]
    fn a_folded_match_counts_only_alone() {
        assert_eq!(fit("osk", &["Öskü", "Ozora"]), ["Öskü"]);
        assert_eq!(fit("O\u{308}S", &["Öskü", "Ozora"]), ["Öskü"]);
        assert!(fit("o", &["Öskü", "Ozora"]).is_empty());
        assert!(fit("x", &["Öskü"]).is_empty());
        assert_eq!(fit("osk", &["Öskü", "Öskü"]), ["Öskü"]);
    }

    #[test]
    fn the_list_ends() {
        let values: Vec<String> = (0..300).map(|number| format!("P-{number}")).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        assert_eq!(fit("P-", &values).len(), LIMIT);
    }

    #[test]
    fn descriptions_stand_beneath_one_another() {
        let told = |value: &str, description: Option<&str>| Candidate {
            value: value.into(),
            description: description.map(Into::into),
        };
        let found = [told("á", Some("one")), told("bbb", Some("two")), told("c", None)];
        assert_eq!(listed(&found), ["á    one", "bbb  two", "c"]);
        assert_eq!(listed(&found[2..]), ["c"]);
    }
}
