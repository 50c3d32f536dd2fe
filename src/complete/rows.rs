//! Rows of the network file as candidates: their codes, and the names that begin as typed.

use super::{Candidate, LIMIT, Line};
use crate::call::usual_path;
use crate::file::Network;
use crate::file::connect::Access;
use crate::file::open::Outside;
use crate::file::setting::{SETTINGS, SettingForm};
use crate::nouns::{self, NOUNS};
use crate::record::{Naming, Noun, Record};
use crate::value::Form;
use crate::version::notice::What;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Duration;

/// Longer nobody waits at a TAB.
const PATIENCE: Duration = Duration::from_millis(100);

/// The rows of a noun, or of one list of categories.
pub fn of_noun(line: &Line, noun: &'static Noun, list: Option<&str>, typed: &str) -> Vec<Candidate> {
    let network = open(line);
    let read = |network: &Network| network.at_one_moment(|| Ok(found(network, noun, list, typed))).ok().flatten();
    network.as_ref().and_then(read).unwrap_or_default()
}

/// The rows of the noun that an earlier word on the line names; where it speaks of conflicts, those in conflict.
pub fn of_noun_on_line(line: &Line, typed: &str) -> Vec<Candidate> {
    let Some(noun) = noun_on(line) else { return Vec::new() };
    match line.words().iter().any(|word| word == "conflict") {
        true => in_conflict(line, noun).unwrap_or_default(),
        false => of_noun(line, noun, None, typed),
    }
}

/// The noun that an argument on the line names.
pub(super) fn noun_on(line: &Line) -> Option<&'static Noun> {
    line.words().iter().find_map(|word| NOUNS.iter().find(|noun| noun.name == word))
}

fn in_conflict(line: &Line, noun: &'static Noun) -> Option<Vec<Candidate>> {
    let network = open(line)?;
    let notices = network.notices().ok()?;
    let rows = notices.ids(noun.name, What::Conflict).filter_map(|id| network.row(noun, id).ok()?);
    Some(rows.map(|row| Candidate { value: row.called(noun), description: None }).collect())
}

/// The values of a noun's column: rows that it refers to, or codes of its list.
pub fn of_column(line: &Line, noun: &'static Noun, column: &str, typed: &str) -> Vec<Candidate> {
    of_open_column(line, noun, column, typed).unwrap_or_default()
}

/// The words of a list with commas between: the last of them is being typed.
pub fn listed<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Vec<Candidate> {
    let start = typed.rfind(',').map_or(0, |place| place + 1);
    names.map(|name| Candidate { value: format!("{}{name}", &typed[..start]), description: None }).collect()
}

/// The values that the setting on the line may have.
pub fn of_setting(line: &Line, typed: &str) -> Vec<Candidate> {
    let setting = SETTINGS.iter().find(|setting| line.words().iter().any(|word| word == setting.name));
    match setting.map(|setting| setting.form) {
        Some(SettingForm::Choice(choices)) => listed(typed, choices.iter().copied()),
        Some(SettingForm::Row(noun)) => {
            nouns::named(noun).map(|noun| of_noun(line, noun, None, typed)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn of_open_column(line: &Line, noun: &'static Noun, column: &str, typed: &str) -> Option<Vec<Candidate>> {
    let form = noun.columns()[noun.place(column)?].form;
    let list = noun.list_of(column);
    let network = open(line)?;
    let category = nouns::named("category").ok()?;
    match (network.references(noun).ok()?.get(column), form) {
        (Some(target), _) => found(&network, nouns::named(target).ok()?, list, typed),
        // Of several codes in one word, the last is being typed.
        (None, Form::Codes | Form::Tally) => {
            let start = typed.rfind([' ', ',', ';']).map_or(0, |place| place + 1);
            let mut candidates = found(&network, category, list, &typed[start..])?;
            for candidate in &mut candidates {
                candidate.value.insert_str(0, &typed[..start]);
            }
            Some(candidates)
        }
        (None, _) => None,
    }
}

/// Codes with their names beside them; names too, once something is typed.
fn found(network: &Network, noun: &'static Noun, list: Option<&str>, typed: &str) -> Option<Vec<Candidate>> {
    if noun.naming == Naming::Unnamed {
        return None;
    }
    let category = crate::network::Category::NOUN;
    let literal = network.beginning(noun, list, typed, LIMIT).ok()?;
    // Only where nothing begins as typed is every row looked at without accents and case.
    let rows = if literal.is_empty() { network.called(noun, list).ok()? } else { literal };
    let mut candidates = Vec::new();
    for row in rows {
        let name = row.names.first().cloned();
        // A category's labels are for reading; whoever types one types its code.
        if !typed.is_empty() && noun.name != category {
            candidates.extend(
                row.names.iter().map(|name| Candidate { value: name.clone(), description: Some(row.code.clone()) }),
            );
        }
        candidates.push(Candidate { value: row.code, description: name });
    }
    Some(candidates)
}

/// The path of the file that the line names.
pub(super) fn path(line: &Line) -> Option<PathBuf> {
    let named = line.value("--db").map(PathBuf::from).or_else(|| std::env::var_os("TUKIPONT_DB").map(PathBuf::from));
    named.filter(|path| path.as_os_str() != OsStr::new("")).or_else(|| usual_path().ok())
}

/// The file that the line names, to look and never to mend.
pub(super) fn open(line: &Line) -> Option<Network> {
    let path = path(line)?;
    if crate::file::place::journal_of(&path).exists() {
        return None;
    }
    let outside = Outside { clock: 0, random: Box::new(|| 0), patience: PATIENCE, keeps_copies: false };
    Network::open(&path, Access::Read, outside).ok()
}
