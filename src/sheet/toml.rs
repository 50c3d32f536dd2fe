//! Walks a TOML file by hand, so that every fault is told at once, each with its line.

use super::{fault, in_mapping};
use crate::error::{Fault, Faults, Refusal, Result};
use crate::locale::say::{self, Text};
use crate::value::fold;
use crate::value::near::LONGEST;
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use std::cell::OnceCell;

/// A value with its place in the file.
pub type Node<'t> = Spanned<DeValue<'t>>;

/// A walk through a file, and the faults met on it.
pub struct Walk<'t> {
    text: &'t str,
    /// Where its lines end, once somebody asks.
    ends: OnceCell<Vec<usize>>,
    faults: Faults,
}

impl<'t> Walk<'t> {
    /// Begins at the root.
    ///
    /// # Errors
    /// Where the file is no TOML.
    pub fn begin(file: &str, text: &'t str) -> Result<(Self, DeTable<'t>)> {
        let walk = Self { text, ends: OnceCell::new(), faults: Faults::of(file, Vec::new()) };
        match DeTable::parse(text) {
            Ok(root) => Ok((walk, root.into_inner())),
            Err(error) => {
                let line = error.span().map_or(0, |span| walk.line(span.start));
                let refusal = Refusal::data(say::not_toml(error.message())).hint(say::not_toml_hint());
                Err(Faults::of(file, vec![in_mapping(file, fault(line, "", "", refusal))]).into())
            }
        }
    }

    /// Refuses the file where faults were met.
    ///
    /// # Errors
    /// All of them.
    pub fn end(self) -> Result<()> {
        self.faults.refuse()
    }

    /// The line of a place in the file.
    pub fn line(&self, at: usize) -> u64 {
        let ends = self.ends.get_or_init(|| self.text.match_indices('\n').map(|(end, _)| end).collect());
        1 + ends.partition_point(|end| *end < at) as u64
    }

    /// Notes a fault at a place.
    pub fn refuse(&mut self, at: usize, key: &str, refusal: Refusal) {
        let fault: Fault = fault(self.line(at), key, "", refusal);
        self.faults.push(in_mapping(&self.faults.file, fault));
    }

    /// Refuses a key that means nothing here.
    pub fn unknown(&mut self, at: usize, key: &str, known: &[&str]) {
        self.refuse(at, key, unknown(key, known));
    }

    /// A table.
    pub fn table<'n>(&mut self, key: &str, node: &'n Node<'t>) -> Option<&'n DeTable<'t>> {
        self.expect(key, node, node.get_ref().as_table(), "{ }")
    }

    /// A text; numbers are read as they stand.
    pub fn text<'n>(&mut self, key: &str, node: &'n Node<'t>) -> Option<&'n str> {
        let text = match node.get_ref() {
            DeValue::String(text) => Some(&**text),
            DeValue::Integer(number) => Some(number.as_str()),
            _ => None,
        };
        self.expect(key, node, text, "\"…\"")
    }

    /// Several texts.
    pub fn texts(&mut self, key: &str, node: &Node<'t>) -> Vec<String> {
        let list = self.expect(key, node, node.get_ref().as_array(), "[\"…\", \"…\"]");
        let list: Vec<&Node<'t>> = list.into_iter().flat_map(|list| list.iter()).collect();
        list.into_iter().filter_map(|node| self.text(key, node).map(str::to_string)).collect()
    }

    /// A text, or several.
    pub fn one_or_more(&mut self, key: &str, node: &Node<'t>) -> Vec<String> {
        match node.get_ref().as_array() {
            Some(_) => self.texts(key, node),
            None => self.text(key, node).map(str::to_string).into_iter().collect(),
        }
    }

    /// Texts by texts.
    pub fn pairs(&mut self, key: &str, node: &Node<'t>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (name, node) in self.table(key, node).into_iter().flatten() {
            let name: &str = name.get_ref();
            pairs.extend(self.text(name, node).map(|text| (name.to_string(), text.to_string())));
        }
        pairs
    }

    fn expect<T>(&mut self, key: &str, node: &Node<'t>, found: Option<T>, form: &str) -> Option<T> {
        if found.is_none() {
            self.refuse(node.span().start, key, Refusal::data(say::mapping_expects(key, form)));
        }
        found
    }
}

/// The refusal of a name that is none of these.
pub fn unknown(name: &str, known: &[&str]) -> Refusal {
    Refusal::data(say::no_field(name)).hint(meant(name, known))
}

/// What may have been meant: the likest of these, or any of them.
pub fn meant(name: &str, known: &[&str]) -> Text {
    match likest(name, known) {
        Some(near) => say::did_you_mean(near),
        None => say::possible_values(known.join(", ")),
    }
}

/// The name that is most like this one, if any is.
pub fn likest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let typed = fold(name);
    let known = known.iter().filter(|known| known.len().max(name.len()) <= LONGEST);
    let likeness = known.map(|known| (strsim::jaro_winkler(&fold(known), &typed), *known));
    let best = likeness.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.82).then_some(best.1)
}
