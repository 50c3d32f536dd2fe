//! Makes the text of one of our columns out of the cells of a row.

use super::batch::Record;
use super::mapping::Unit;
use super::typed::Typed;
use super::week;
use crate::error::Refusal;
use crate::locale::say;
use crate::value::{Count, composed, fold, near};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Where a column's text comes from, bound to the places of their columns.
#[derive(Clone, Debug)]
pub struct Source {
    /// The places of the cells that its text is made of.
    pub cells: Vec<usize>,
    /// The places of all cells that it looks at: those, and the ones that it depends on.
    pub looks_at: Vec<usize>,
    /// What is made of them.
    pub shape: Shape,
    /// What may stand between the entries of a list.
    pub split: Option<String>,
    /// Whether what is not among the values is a fault.
    pub is_closed: bool,
    /// Whether a time stands behind the day.
    pub cut: bool,
    /// What stands before it in the cell.
    pub after: Option<String>,
    /// What stands behind it in the cell.
    pub before: Option<String>,
    /// What their numbers count.
    pub unit: Option<Unit>,
    /// Their values, and what we call them.
    pub values: HashMap<String, String>,
    /// The cells in which a row must say one of these, or nothing is made of it.
    pub when: Vec<(usize, Vec<String>)>,
}

/// What is made of the cells.
#[derive(Clone, Debug)]
pub enum Shape {
    /// The one cell's text.
    Cell,
    /// The one cell's text as it stands: free text, whose spaces are its own.
    Free,
    /// Always this.
    Value(String),
    /// Texts with cells between them.
    Template(Vec<Piece>),
    /// A count for each of these bands.
    Tally(Vec<String>),
    /// Opening hours for each of these weekdays, which may have several cells.
    Week(Vec<usize>),
    /// The first of these that says something.
    First(Vec<Source>),
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// The cell at this place of the source's.
    Cell(usize),
}

/// What a sheet writes where it has nothing to say.
#[derive(Clone, Debug, Default)]
pub struct Empty(pub Vec<String>);

impl Empty {
    /// Whether a cell says nothing.
    pub fn has(&self, cell: &str) -> bool {
        // Most cells that say nothing are empty; the others are worth a closer look.
        cell.is_empty() || {
            let cell = cell.trim();
            cell.is_empty() || self.0.iter().any(|empty| empty == cell)
        }
    }
}

impl Source {
    /// Our text of a row's cells; none where it is unknown.
    ///
    /// # Errors
    /// Which cells cannot be understood, and why.
    pub fn text(&self, record: &Record<'_>, empty: &Empty) -> Result<Option<String>, Vec<(usize, Refusal)>> {
        let cell = |place: usize| Some(record.cell(*self.cells.get(place)?)).filter(|cell| !empty.has(cell));
        if !self.when.iter().all(|(cell, values)| record.says(*cell, values)) {
            return Ok(None);
        }
        match &self.shape {
            Shape::First(sources) => {
                let mut lacking = Vec::new();
                for source in sources {
                    let place = |cell: usize| self.cells.iter().position(|known| *known == source.cells[cell]);
                    match source.text(record, empty) {
                        Ok(None) => {}
                        Ok(text) => return Ok(text),
                        Err(refused) => {
                            let here = |(cell, refusal)| (place(cell).unwrap_or_default(), refusal);
                            let refused: Vec<(usize, Refusal)> = refused.into_iter().map(here).collect();
                            // What stands behind a sign that is not there is nothing, as long as another says something.
                            if refused.iter().any(|(_, refusal)| refusal.message.key != "cell_lacks") {
                                return Err(refused);
                            }
                            lacking = refused;
                        }
                    }
                }
                if lacking.is_empty() { Ok(None) } else { Err(lacking) }
            }
            Shape::Value(value) => Ok(Some(value.clone())),
            Shape::Free => Ok(cell(0).map(str::to_string)),
            Shape::Cell => match cell(0) {
                Some(cell) => self.understand(cell.trim(), empty).map_err(|refusal| vec![(0, refusal)]),
                None => Ok(None),
            },
            Shape::Template(pieces) => {
                let text = |piece: &Piece| match piece {
                    Piece::Text(text) => text.clone(),
                    Piece::Cell(place) => cell(*place).unwrap_or_default().trim().to_string(),
                };
                let known = pieces.iter().any(|piece| matches!(piece, Piece::Cell(place) if cell(*place).is_some()));
                let joined: String = pieces.iter().map(text).collect();
                Ok(known.then(|| self.value(joined.trim())).flatten())
            }
            Shape::Tally(bands) => {
                let (mut tally, mut refused) = (Vec::new(), Vec::new());
                for (place, band) in bands.iter().enumerate() {
                    let Some(count) = cell(place) else { continue };
                    match count.trim().parse::<Count>() {
                        Ok(Count(0)) => {}
                        Ok(count) => tally.push(format!("{band}={count}")),
                        Err(refusal) => refused.push((place, refusal)),
                    }
                }
                if !refused.is_empty() {
                    return Err(refused);
                }
                Ok((!tally.is_empty()).then(|| tally.join(" ")))
            }
            Shape::Week(weekdays) => {
                let (mut days, mut refused): ([Vec<_>; 7], _) = (Default::default(), Vec::new());
                for (place, day) in weekdays.iter().enumerate() {
                    let Some(text) = cell(place).and_then(|cell| self.value(cell.trim())) else { continue };
                    match week::spans(&text) {
                        Ok(spans) => match week::join(&mut days[*day], spans) {
                            true => {}
                            false => refused.push((place, week::no_hours(&text))),
                        },
                        Err(refusal) => refused.push((place, refusal)),
                    }
                }
                if !refused.is_empty() {
                    return Err(refused);
                }
                Ok(week::week(&days))
            }
        }
    }

    /// Whether its one cell says how it is meant: behind a guard as text, in a workbook's format as a month.
    pub fn is_marked(&self, record: &Record<'_>, typed: &Typed) -> bool {
        match self.cells[..] {
            [cell] => record.is_behind_guard(cell) || typed.is_month(record.line, cell),
            _ => false,
        }
    }

    /// What a cell's text is in our words.
    fn understand(&self, text: &str, empty: &Empty) -> Result<Option<String>, Refusal> {
        if let Some(split) = &self.split {
            return self.list(text, split, empty);
        }
        let text = self.part(text)?;
        let text = if self.cut { day(text) } else { text };
        Ok(match (self.ours(text), self.unit) {
            (None, _) if self.is_closed => return Err(self.none_of_theirs(text)),
            (None, Some(unit)) => Some(counted(text, unit)),
            _ => self.value(text),
        })
    }

    /// Whether something stands behind what is taken of a cell.
    pub fn leaves_some(&self, record: &Record<'_>) -> bool {
        if let Shape::First(sources) = &self.shape {
            return sources.iter().any(|source| source.leaves_some(record));
        }
        let behind = |before: &String| Some(record.cell(*self.cells.first()?).contains(before.as_str()));
        self.before.as_ref().and_then(behind).unwrap_or(false)
    }

    /// What we call a value of theirs, whichever apostrophes and accents it is written with.
    fn ours(&self, text: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        self.values.get(text).or_else(|| self.values.get(&composed(text))).map(String::as_str)
    }

    /// The refusal of what is not among the values.
    fn none_of_theirs(&self, text: &str) -> Refusal {
        let mut known: Vec<(String, Reverse<&str>)> =
            self.values.keys().map(|theirs| (fold(theirs), Reverse(theirs.as_str()))).collect();
        known.sort_unstable();
        // Of words that differ in their accents one is enough.
        known.dedup_by(|one, other| one.0 == other.0);
        let known: Vec<&str> = known.into_iter().map(|(_, theirs)| theirs.0).collect();
        Refusal::data(say::not_one_of(text)).hint(near::hint(&known, text))
    }

    /// The part of a cell that is meant: behind the first of one sign, before the first of another after that.
    fn part<'t>(&self, text: &'t str) -> Result<&'t str, Refusal> {
        let rest = match &self.after {
            Some(after) => text
                .split_once(after.as_str())
                .map(|(_, rest)| rest)
                .ok_or_else(|| Refusal::data(say::cell_lacks(text, after)).hint(say::cell_lacks_hint()))?,
            None => text,
        };
        let part = self.before.as_ref().and_then(|before| rest.split_once(before.as_str()));
        Ok(part.map_or(rest, |(part, _)| part).trim())
    }

    /// Their value, as we call it; none where that is empty.
    fn value(&self, text: &str) -> Option<String> {
        let value = self.ours(text).unwrap_or(text);
        (!value.is_empty()).then(|| value.to_string())
    }

    /// The entries of a list such as `{a,"b c"}`, each as we call it.
    fn list(&self, text: &str, split: &str, empty: &Empty) -> Result<Option<String>, Refusal> {
        let braces = [('{', '}'), ('[', ']'), ('(', ')')];
        let inner = braces.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
        let (mut entries, mut quoted) = (vec![String::new()], false);
        for letter in inner.unwrap_or(text).chars() {
            match (letter, entries.last_mut()) {
                ('"', _) => quoted = !quoted,
                (letter, _) if split.contains(letter) && !quoted => entries.push(String::new()),
                (letter, Some(entry)) => entry.push(letter),
                _ => {}
            }
        }
        let mut codes = Vec::new();
        for entry in entries.iter().map(|entry| entry.trim()).filter(|entry| !empty.has(entry)) {
            match (self.ours(entry), entry.contains(char::is_whitespace)) {
                (Some(ours), _) => codes.push(ours),
                (None, _) if self.is_closed => return Err(self.none_of_theirs(entry)),
                // Joined with spaces it would fall apart into several codes.
                (None, true) => return Err(Refusal::data(say::not_a_code(entry)).hint(say::not_a_code_hint())),
                (None, false) => codes.push(entry),
            }
        }
        let codes = codes.join(" ");
        Ok((!codes.trim().is_empty()).then_some(codes))
    }
}

/// The day of a date with a time: `2022-03-16 11:43:48.281`, `2022-03-16T11:43`.
fn day(text: &str) -> &str {
    let is_time = |time: &str| time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    // The last space: `2018. 08. 01. 11:43` has others.
    match text.rsplit_once(['T', ' ']) {
        Some((day, time)) if is_time(time) => day.trim_end(),
        _ => text,
    }
}

/// A duration in whole minutes, degrees with their decimals; what is no number is left to the column's own type to
/// refuse.
fn counted(text: &str, unit: Unit) -> String {
    let minutes = match (unit, text.replace(',', ".").parse::<f64>()) {
        (Unit::Degrees, Ok(_)) if !text.contains(['.', ',']) => return format!("{text}.0"),
        (Unit::Hours, Ok(hours)) => hours * 60.0,
        (Unit::Seconds, Ok(seconds)) => seconds / 60.0,
        _ => return text.to_string(),
    };
    match (0.0..=1e6).contains(&minutes) {
        true => (minutes.round() as u64).to_string(),
        false => text.to_string(),
    }
}

/// The pieces of a template, and the headings that it names.
pub fn pieces(template: &str) -> (Vec<Piece>, Vec<String>) {
    let (mut pieces, mut headings) = (Vec::new(), Vec::new());
    let mut rest = template;
    while let Some((text, (heading, after))) =
        rest.split_once('{').and_then(|(text, rest)| Some((text, rest.split_once('}')?)))
    {
        pieces.extend([Piece::Text(text.to_string()), Piece::Cell(headings.len())]);
        headings.push(heading.to_string());
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_string()));
    (pieces, headings)
}
