//! What was done before as candidates: commands to take back, copies to put back, those who get hand-overs, versions.

use super::rows::{self, noun_on, open, path};
use super::{Candidate, Line};
use crate::file::backup::copies;
use crate::mapping::Mapping;
use crate::nouns;
use crate::record::Record;
use crate::value::moment;
use clap_complete::engine::{PathCompleter, ValueCompleter};
use std::ffi::OsStr;

/// So many of the last commands are offered.
const LAST: usize = 20;

/// The commands that can be taken back, by their numbers.
pub fn commands(line: &Line, _: &str) -> Vec<Candidate> {
    let commands = open(line).and_then(|network| network.commands(true, LAST).ok()).unwrap_or_default();
    let numbered = commands.iter().enumerate();
    let told = numbered.map(|(place, command)| {
        let description = Some(format!("{}  {}", moment(command.clock), command.words()));
        Candidate { value: (place + 1).to_string(), description }
    });
    told.collect()
}

/// The copies that lie beside the file, by their numbers, and all other files.
pub fn copies_and_paths(line: &Line, typed: &str) -> Vec<Candidate> {
    let copies = path(line).and_then(|path| copies(&path).ok()).unwrap_or_default();
    let numbered = copies.into_iter().enumerate().map(|(place, copy)| {
        let why = copy.before.map(|before| format!("  {before}")).unwrap_or_default();
        Candidate { value: (place + 1).to_string(), description: Some(format!("{}{why}", copy.made)) }
    });
    numbered.chain(paths(typed)).collect()
}

/// The mappings that the network keeps, and all files.
pub fn mappings_and_paths(line: &Line, typed: &str) -> Vec<Candidate> {
    let kept = nouns::named(Mapping::NOUN).map(|noun| rows::of_noun(line, noun, None, typed)).unwrap_or_default();
    kept.into_iter().chain(paths(typed)).collect()
}

/// The files whose paths begin as typed.
fn paths(typed: &str) -> impl Iterator<Item = Candidate> {
    let paths = PathCompleter::file().complete(OsStr::new(typed)).into_iter();
    let paths = paths.filter_map(|path| Some(path.get_value().to_str()?.to_string()));
    paths.map(|value| Candidate { value, description: None })
}

/// Those to whom something was handed over before.
pub fn recipients(line: &Line, _: &str) -> Vec<Candidate> {
    let handovers = open(line).and_then(|network| network.handovers().ok()).unwrap_or_default();
    let mut names: Vec<String> = handovers.into_iter().filter_map(|handover| handover.recipient).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|value| Candidate { value, description: None }).collect()
}

/// The numbers of the versions of the row on the line.
pub fn heads(line: &Line, _: &str) -> Vec<Candidate> {
    let count = || {
        let (network, noun) = (open(line)?, noun_on(line)?);
        let typed = line.words().iter().skip_while(|word| *word != noun.name).nth(1)?;
        let [id] = network.ids_of_code(noun, None, typed).ok()?[..] else { return None };
        Some(network.lineage(noun, id).ok()??.heads().count())
    };
    let number = |place: usize| Candidate { value: place.to_string(), description: None };
    (1..=count().unwrap_or_default()).map(number).collect()
}
