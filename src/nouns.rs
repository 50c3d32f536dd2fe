//! Every kind of record, one line a noun.

use crate::error::Result;
use crate::record::Noun;
use crate::version::pair::Pair;
use crate::{activity, mapping, network, reporting};

/// Every kind of record.
pub static NOUNS: [Noun; 13] = [
    Noun::of::<network::Area>(),
    Noun::of::<network::Organisation>(),
    Noun::of::<network::Point>(),
    Noun::of::<network::Person>(),
    Noun::of::<network::Assignment>(),
    Noun::of::<network::Category>(),
    Noun::of::<activity::Session>(),
    Noun::of::<mapping::Mapping>(),
    Noun::of::<reporting::Form>(),
    Noun::of::<reporting::Question>(),
    Noun::of::<reporting::Deadline>(),
    Noun::of::<reporting::Report>(),
    Noun::of::<reporting::Answer>(),
];

/// Decisions on pairs of rows, which no noun's verbs are for.
static PAIR: Noun = Noun::of::<Pair>();

/// Everything that has versions: every kind of record, and what is decided on pairs of them.
pub fn versioned() -> impl Iterator<Item = &'static Noun> {
    NOUNS.iter().chain([&PAIR])
}

/// The noun of this name.
///
/// # Errors
/// Where there is none, which only a mistake in the program can bring about.
pub fn named(name: &str) -> Result<&'static Noun> {
    versioned().find(|noun| noun.name == name).ok_or_else(|| anyhow::anyhow!("no noun `{name}`"))
}
