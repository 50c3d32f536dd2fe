//! The rows that sessions refer to: their codes, their words in the reader's language, what they stand under.

use crate::error::Result;
use crate::file::Network;
use crate::file::id::told_apart;
use crate::file::read::Query;
use crate::locale::Language;
use crate::nouns;
use crate::version::notice::What;
use std::collections::{HashMap, HashSet};

/// No tree of the domain is deeper; a longer way up is a circle.
const DEEPEST: usize = 64;

/// The rows of one noun, by their ids.
pub struct Register {
    rows: HashMap<i64, Entry>,
}

/// A row that sessions refer to.
#[derive(Clone)]
pub struct Entry {
    /// Its code; that of a category without its list.
    pub code: String,
    /// Its name or label, else its code.
    words: String,
    /// The tier, where the row is an area.
    pub kind: Option<String>,
    /// The row that it stands under: an area's parent, a category's coarser class, a point's area.
    pub above: Option<i64>,
}

impl Register {
    /// Reads the rows of a noun, or of one list of categories.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn read(network: &Network, noun: &str, list: Option<&str>, language: Language) -> Result<Self> {
        let label = match language {
            Language::En => "label_en",
            Language::Hu => "label_hu",
            Language::Fi => "label_fi",
        };
        let columns = match noun {
            "category" => ["id", "code", label, "label_en", "code", "coarser"],
            "area" => ["id", "code", "name", "name", "kind", "parent"],
            "point" => ["id", "code", "name", "name", "kind", "area"],
            _ => ["id", "code", "name", "name", "kind", "organisation"],
        };
        let beginning = list.map(|list| format!("{list}:")).unwrap_or_default();
        let mut rows = HashMap::new();
        let notices = network.notices()?;
        network.scan(nouns::named(noun)?, &columns, &Query::default(), |row| {
            let (id, code): (i64, String) = (row.get(0)?, row.get(1)?);
            if let Some(code) = code.strip_prefix(&beginning) {
                let words: Option<String> = row.get(2)?;
                let words = words.or(row.get(3)?).unwrap_or_else(|| code.to_string());
                let code = match notices.has(noun, id, What::Shared) {
                    true => told_apart(code, id),
                    false => code.to_string(),
                };
                let entry = Entry { code, words, kind: row.get(4)?, above: row.get(5)? };
                // Rows that it stands for are this one too.
                rows.extend(notices.meant_by(noun, id).into_iter().map(|id| (id, entry.clone())));
            }
            Ok(())
        })?;
        Ok(Self { rows })
    }

    /// Every row with its id.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Entry)> {
        self.rows.iter().map(|(id, entry)| (*id, entry))
    }

    /// The row and all that it stands under, from the bottom up.
    pub fn up(&self, id: i64) -> impl Iterator<Item = &Entry> {
        let above = |entry: &&Entry| self.rows.get(&entry.above?);
        std::iter::successors(self.rows.get(&id), above).take(DEEPEST)
    }

    /// The area of a tier in which another lies, or which it is.
    pub fn above(&self, id: i64, tier: &str) -> Option<&Entry> {
        self.up(id).find(|above| above.kind.as_deref() == Some(tier))
    }

    /// The county in which an area lies; where there are no counties, the region.
    pub fn county(&self, id: i64) -> Option<&Entry> {
        self.above(id, "county").or_else(|| self.above(id, "region"))
    }

    /// What people read for each code; where two rows have one name, their codes tell them apart.
    pub fn words(&self) -> HashMap<String, String> {
        let mut named: HashMap<&str, u32> = HashMap::new();
        let codes: HashSet<(&str, &str)> = self.rows.values().map(|entry| (&*entry.words, &*entry.code)).collect();
        codes.into_iter().for_each(|(words, _)| *named.entry(words).or_default() += 1);
        let words = self.rows.values().map(|entry| match named[entry.words.as_str()] {
            1 => (entry.code.clone(), entry.words.clone()),
            _ => (entry.code.clone(), format!("{} ({})", entry.words, entry.code)),
        });
        words.collect()
    }
}
