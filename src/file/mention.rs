//! Where free texts name somebody: what only a reader of every text can find.

use super::Network;
use crate::error::Result;
use crate::nouns;
use crate::record::Noun;
use crate::value::{Form, fold};
use crate::version::lineage::Lineage;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A name in fewer letters than these stands in too many texts that mean something else.
const SHORTEST: usize = 5;

/// A word of no more letters than these is a title or an initial, and may be left out where a name has others.
const TITLE: usize = 2;

/// So many other words may stand between those of a name.
const BETWEEN: usize = 2;

/// So many last digits of a telephone number are the same however it is dialled.
const DIALLED: usize = 8;

/// A text that names somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// What the row is.
    pub noun: &'static str,
    /// The row.
    pub id: i64,
    /// The column.
    pub column: String,
    /// What stands there.
    pub text: String,
    /// Whether only an earlier version says it.
    pub is_earlier: bool,
}

/// What somebody is known by: all names, addresses and numbers that any version of a row holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownBy {
    /// Names, each as its words, folded.
    names: BTreeSet<Vec<String>>,
    /// Addresses, folded.
    addresses: BTreeSet<String>,
    /// The last digits of telephone numbers.
    digits: BTreeSet<String>,
}

impl KnownBy {
    /// Adds what the personal fields of a row have held.
    pub fn add(&mut self, noun: &Noun, lineage: &Lineage) {
        for version in lineage.versions() {
            for (place, said) in version.says.iter().enumerate() {
                let Some(Value::Text(text)) = said.as_ref().filter(|_| noun.is_personal(place)) else { continue };
                match noun.columns()[place].name.as_str() {
                    "phone" => self.digits.extend(last_digits(text)),
                    "email" => self.addresses.extend(Some(fold(text)).filter(|text| text.len() >= SHORTEST)),
                    _ => self.add_name(words(text)),
                }
            }
        }
    }

    fn add_name(&mut self, mut words: Vec<String>) {
        let is_long = |word: &&String| word.chars().count() > TITLE;
        if words.iter().filter(is_long).count() > 1 {
            words.retain(|word| is_long(&word));
        }
        let forth = words.concat();
        if forth.chars().count() >= SHORTEST {
            // People write codes in one word, and either name first.
            let back = words.iter().rev().cloned().collect::<String>();
            self.names.extend([words, vec![forth], vec![back]]);
        }
    }

    /// Whether a text holds any of it.
    fn is_in(&self, text: &str) -> bool {
        let is_named = || {
            let words = words(text);
            self.names.iter().any(|name| is_named_in(name, &words))
        };
        let is_addressed = || {
            let folded = fold(text);
            self.addresses.iter().any(|address| folded.contains(address.as_str()))
        };
        let is_dialled = || {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            self.digits.iter().any(|known| digits.contains(known.as_str()))
        };
        (!self.names.is_empty() && is_named())
            || (!self.addresses.is_empty() && is_addressed())
            || (!self.digits.is_empty() && is_dialled())
    }
}

/// The words of a text, folded.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// Whether all words of a name stand near each other, in any order; the last of them may carry an ending.
fn is_named_in(name: &[String], words: &[String]) -> bool {
    let named_from = |start: usize| {
        let mut missing: Vec<&String> = name.iter().collect();
        for (step, word) in words[start..].iter().take(name.len() + BETWEEN).enumerate() {
            let found = missing.iter().position(|known| match missing.len() {
                1 if known.chars().count() > TITLE => word.starts_with(known.as_str()),
                _ => word == *known,
            });
            match found {
                Some(found) => missing.remove(found),
                None if step == 0 => return false,
                None => continue,
            };
            if missing.is_empty() {
                return true;
            }
        }
        false
    };
    (0..words.len()).any(named_from)
}

fn last_digits(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let start = digits.len().checked_sub(DIALLED)?;
    Some(digits[start..].to_string())
}

impl Network {
    /// All texts of other rows that name somebody, in what they say now and in what they have said; each once.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn mentions(&self, known: &KnownBy, own: &[(&'static str, i64)]) -> Result<Vec<Mention>> {
        let mut mentions: BTreeMap<(&'static str, i64, String, String), bool> = BTreeMap::new();
        for noun in nouns::NOUNS.iter() {
            let references = self.references(noun)?;
            let is_text = |name: &str| {
                let column = noun.place(name).map(|place| &noun.columns()[place]);
                column.is_some_and(|column| {
                    matches!(column.form, Form::Text | Form::Mixed) && !references.contains_key(name)
                })
            };
            let mut look = |id: i64, column: &str, text: &str, is_earlier: bool| {
                if !own.contains(&(noun.name, id)) && known.is_in(text) {
                    mentions.entry((noun.name, id, column.to_string(), text.to_string())).or_insert(is_earlier);
                }
                Ok(())
            };
            for column in noun.columns().iter().filter(|column| is_text(&column.name)) {
                let sql = format!("SELECT id, \"{0}\" FROM {1} WHERE \"{0}\" IS NOT NULL", column.name, noun.name);
                self.texts(&sql, &mut |id, text| look(id, &column.name, text, false))?;
            }
            for said in ["body", "personal"] {
                let sql = format!("SELECT id, {said} FROM version WHERE noun = '{}' AND {said} IS NOT NULL", noun.name);
                self.texts(&sql, &mut |id, text| {
                    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text)?;
                    let texts = fields.iter().filter(|(column, _)| is_text(column));
                    let mut texts = texts.filter_map(|(column, value)| Some((column, value.as_str()?)));
                    texts.try_for_each(|(column, text)| look(id, column, text, true))
                })?;
            }
        }
        let mentions = mentions.into_iter();
        Ok(mentions
            .map(|((noun, id, column, text), is_earlier)| Mention { noun, id, column, text, is_earlier })
            .collect())
    }

    fn texts(&self, sql: &str, visit: &mut dyn FnMut(i64, &str) -> Result<()>) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row.get(0)?, row.get_ref(1)?.as_str()?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known_by(name: &str) -> KnownBy {
        let mut known = KnownBy::default();
        known.add_name(words(name));
        known
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for (name, text) in [
            ("Titkos Tamás", "Tamás Titkos telefonált"),
            ("Titkos Tamas", "c/o TAMAS TITKOS"),
            ("Titkos Tamás", "TITKOS-TAMAS"),
            ("Titkos Tamás", "tamastitkos"),
            ("Titkos Tamás", "hívta Titkos Tamást"),
            ("Titkos Tamás", "Titkos (Kovács) dr. Tamás"),
            ("Dr. Kis Anna", "Kis Annának"),
            ("Nagy-Kovács Éva", "Éva, Nagy Kovács"),
            ("Titkosné", "titkosnéval"),
        ] {
            assert!(known_by(name).is_in(text), "{name}: {text}");
        }
    }

    #[test]
    fn other_words_are_no_name() {
        for (name, text) in [
            ("Kis Anna", "kisebb annak"),
            ("Kis Anna", "annak kisebb"),
            ("Titkos Tamás", "Tamás"),
            ("Titkos Tamás", "Tamás ma is hozott egy titkos dolgot"),
            ("Titkos", "ez nagyontitkos"),
            ("Ede", "Ede"),
        ] {
            assert!(!known_by(name).is_in(text), "{name}: {text}");
        }
    }
}
