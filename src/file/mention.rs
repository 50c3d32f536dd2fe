//! Where free texts name somebody: what only a reader of every text can find.

use super::Network;
use crate::error::Result;
use crate::nouns;
use crate::record::Noun;
use crate::value::{Form, fold};
use crate::version::lineage::Lineage;
use rusqlite::types::Value;
use std::collections::BTreeSet;

/// A name in fewer letters than these stands in too many texts that mean something else.
const SHORTEST: usize = 5;

/// So many last digits of a telephone number are the same however it is dialled.
const DIALLED: usize = 8;

/// A text that names somebody: the noun, the row, the column; or that some earlier version does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// What the row is.
    pub noun: &'static str,
    /// The row.
    pub id: i64,
    /// The column; none where it is an earlier version that names somebody.
    pub column: Option<String>,
}

/// What somebody is known by: all names, addresses and numbers that any version of a row holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownBy {
    /// Names and addresses, folded.
    texts: BTreeSet<String>,
    /// The last digits of telephone numbers.
    digits: BTreeSet<String>,
}

impl KnownBy {
    /// What the personal fields of a row have held.
    pub fn of(noun: &Noun, lineage: &Lineage) -> Self {
        let mut known = Self::default();
        for version in lineage.versions() {
            for (place, said) in version.says.iter().enumerate() {
                let Some(Value::Text(text)) = said.as_ref().filter(|_| noun.is_personal(place)) else { continue };
                match noun.columns()[place].name.as_str() {
                    "phone" => known.digits.extend(last_digits(text)),
                    _ if text.chars().count() >= SHORTEST => {
                        known.texts.insert(fold(text));
                    }
                    _ => {}
                }
            }
        }
        known
    }

    /// Whether a text holds any of it.
    fn is_in(&self, text: &str) -> bool {
        if self.texts.is_empty() && self.digits.is_empty() {
            return false;
        }
        let folded = fold(text);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        self.texts.iter().any(|known| folded.contains(known.as_str()))
            || self.digits.iter().any(|known| digits.contains(known.as_str()))
    }
}

fn last_digits(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let start = digits.len().checked_sub(DIALLED)?;
    Some(digits[start..].to_string())
}

impl Network {
    /// All texts of other rows that name somebody, in what they say now and in what they have said.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn mentions(&self, known: &KnownBy, own: &[(&'static str, i64)]) -> Result<Vec<Mention>> {
        let mut mentions = BTreeSet::new();
        for noun in nouns::NOUNS.iter() {
            let references = self.references(noun)?;
            let texts = noun.columns().iter().filter(|column| {
                column.form == Form::Text && !references.contains_key(&column.name) && column.name != "code"
            });
            for column in texts {
                let sql = format!("SELECT id, \"{0}\" FROM {1} WHERE \"{0}\" IS NOT NULL", column.name, noun.name);
                self.texts(&sql, &mut |id, text| {
                    if known.is_in(text) {
                        mentions.insert(Mention { noun: noun.name, id, column: Some(column.name.clone()) });
                    }
                })?;
            }
            let sql = format!(
                "SELECT id, coalesce(body, '') || coalesce(personal, '') FROM version WHERE noun = '{}'",
                noun.name
            );
            self.texts(&sql, &mut |id, text| {
                if known.is_in(text) {
                    mentions.insert(Mention { noun: noun.name, id, column: None });
                }
            })?;
        }
        let now: BTreeSet<(&str, i64)> = mentions
            .iter()
            .filter(|mention| mention.column.is_some())
            .map(|mention| (mention.noun, mention.id))
            .collect();
        let is_told = |mention: &Mention| mention.column.is_none() && now.contains(&(mention.noun, mention.id));
        let is_own = |mention: &Mention| own.contains(&(mention.noun, mention.id));
        Ok(mentions.iter().filter(|mention| !is_told(mention) && !is_own(mention)).cloned().collect())
    }

    fn texts(&self, sql: &str, visit: &mut dyn FnMut(i64, &str)) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row.get(0)?, row.get_ref(1)?.as_str()?);
        }
        Ok(())
    }
}
