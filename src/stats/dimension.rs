//! What figures are divided by: the members of a dimension, and how a session falls among them.

use crate::error::Result;
use crate::table::Heading;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use std::collections::HashMap;

/// A member of a dimension by its number; `UNKNOWN` stands for sessions that do not say.
pub type Member = u32;

/// The member of what is not known; it comes last.
pub const UNKNOWN: Member = Member::MAX;

/// The member of attendances that no band of a tally counts, in machine formats.
pub const NOT_STATED: &str = "not-stated";

/// How the figures of a session are divided among members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Split {
    /// All of them fall to one member.
    Whole,
    /// All of them fall to each of several: the sums are of mentions.
    Each,
    /// Its attendances are divided by its tally of this list; nothing else can be.
    Tally(String),
}

/// One of the things that figures are divided by.
///
/// Each stored value is turned into a member once and remembered, so that a session costs a look-up and no text.
/// Packed sessions, which hold small numbers in place of stored values, can be led through the same sources.
pub struct Dimension {
    /// Its column in the table.
    pub heading: Heading,
    /// How sessions are divided.
    pub split: Split,
    /// Where members come from: the first source that is not empty counts.
    sources: Vec<Source>,
    /// The codes of the members, by their numbers.
    codes: Vec<String>,
    numbers: HashMap<String, Member>,
}

/// A column of sessions, and the members that its values stand for.
struct Source {
    /// The column's place in the scan.
    place: usize,
    ids: HashMap<i64, Member>,
    texts: HashMap<String, Member>,
    /// What a text that has not been met stands for.
    meaning: fn(&str) -> Option<String>,
}

impl Dimension {
    /// A dimension without members.
    pub fn new(heading: Heading) -> Self {
        Self { heading, split: Split::Whole, sources: vec![], codes: vec![], numbers: HashMap::new() }
    }

    /// Adds a column whose values are ids, and the member that each stands for.
    pub fn take_ids(&mut self, place: usize, ids: HashMap<i64, Member>) {
        self.sources.push(Source { place, ids, texts: HashMap::new(), meaning: |_| None });
    }

    /// Adds a column whose values are texts, or codes written out in a text: the members that some stand for, and
    /// what the others mean.
    pub fn take_texts(&mut self, place: usize, texts: HashMap<String, Member>, meaning: fn(&str) -> Option<String>) {
        self.sources.push(Source { place, ids: HashMap::new(), texts, meaning });
    }

    /// The number of the member with this code.
    pub fn number(&mut self, code: String) -> Member {
        *self.numbers.entry(code).or_insert_with_key(|code| {
            self.codes.push(code.clone());
            (self.codes.len() - 1) as Member
        })
    }

    /// The one member that a session falls to.
    ///
    /// # Errors
    /// Only where the database hands over a text that is none.
    pub fn member(&mut self, row: &Row<'_>) -> Result<Member> {
        for source in 0..self.sources.len() {
            match row.get_ref(self.sources[source].place)? {
                ValueRef::Integer(id) => return Ok(self.sources[source].ids.get(&id).copied().unwrap_or(UNKNOWN)),
                ValueRef::Text(text) => return Ok(self.member_of(std::str::from_utf8(text)?)),
                _ => {}
            }
        }
        Ok(UNKNOWN)
    }

    /// The member that a text stands for, or one of the codes in it.
    pub fn member_of(&mut self, text: &str) -> Member {
        let Some(source) = self.sources.first() else { return UNKNOWN };
        if let Some(member) = source.texts.get(text) {
            return *member;
        }
        let member = match (source.texts.get(&text.to_ascii_lowercase()), (source.meaning)(text)) {
            (Some(member), _) => *member,
            (None, Some(code)) => self.number(code),
            (None, None) => UNKNOWN,
        };
        if let Some(source) = self.sources.first_mut() {
            source.texts.insert(text.to_string(), member);
        }
        member
    }

    /// The text that holds a session's codes or bands.
    ///
    /// # Errors
    /// Only where the database hands over a text that is none.
    pub fn text<'r>(&self, row: &'r Row<'_>) -> Result<&'r str> {
        let Some(source) = self.sources.first() else { return Ok("") };
        Ok(row.get_ref(source.place)?.as_str_or_null()?.unwrap_or_default())
    }

    /// How a tally divides a session's attendances among the bands of the list; what it leaves over is not stated.
    pub fn parts(&mut self, tally: &str, attendances: u64, parts: &mut Vec<(Member, u64)>) {
        let mut left = attendances;
        parts.clear();
        for band in tally.split(' ') {
            let Some((band, count)) = band.split_once('=') else { continue };
            let Some((list, code)) = band.split_once(':') else { continue };
            let Some(count) = count.parse().ok().filter(|_| self.is_divided_by(list)) else { continue };
            parts.push((self.member_of(code), count));
            left = left.saturating_sub(count);
        }
        if left > 0 {
            parts.push((UNKNOWN, left));
        }
    }

    fn is_divided_by(&self, list: &str) -> bool {
        matches!(&self.split, Split::Tally(own) if own.eq_ignore_ascii_case(list))
    }

    /// The members in the order of their codes: the place of each, by its number.
    pub fn order(&self) -> Vec<Member> {
        let mut sorted: Vec<usize> = (0..self.codes.len()).collect();
        sorted.sort_by(|a, b| self.codes[*a].cmp(&self.codes[*b]));
        let mut places = vec![0; sorted.len()];
        sorted.into_iter().enumerate().for_each(|(place, number)| places[number] = place as Member);
        places
    }

    /// What machine formats hold for a member.
    pub fn code(&self, member: Member) -> Option<String> {
        let unknown = matches!(self.split, Split::Tally(_)).then(|| NOT_STATED.to_string());
        self.codes.get(member as usize).cloned().or(unknown)
    }
}
