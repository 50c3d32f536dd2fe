//! How a row is found by what people call it: its code, its name, or the beginning of either.

use super::{Network, Row, id};
use crate::error::{MOST_FAULTS, Refusal, Result};
use crate::locale::Language;
use crate::locale::say::{self, Noun as Word, Row as Shown};
use crate::record::{Naming, Noun};
use crate::value::code::APART;
use crate::value::fold;
use crate::value::near::nearest;
use crate::version::notice::What;
use rusqlite::OptionalExtension;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole code or the whole name: for commands that write, and for sheets.
    Whole,
    /// Also the beginning of a code or a name: for reading.
    Beginning,
}

/// A row by what it is called, for lists of several and for "did you mean".
#[derive(Clone, Debug)]
pub struct Called {
    /// The row's id.
    pub id: i64,
    /// Its code as it is typed: without its list, where the list is known.
    pub code: String,
    /// Its name, or its labels.
    pub names: Vec<String>,
    /// The column that each of them stands in.
    pub columns: Vec<&'static str>,
    /// Its kind, which tells rows of one name apart.
    pub kind: Option<String>,
}

/// How many rows a refusal names.
const SHOWN: usize = 5;

impl Network {
    /// The row that is called so; of rows that are joined, the one that stands for them.
    ///
    /// # Errors
    /// Where there is none (with what may have been meant), or there are several (with all of them).
    pub fn find(&self, noun: &'static Noun, typed: &str, reach: Reach) -> Result<Row> {
        let id = self.find_id(noun, None, typed, reach)?;
        let id = self.notices()?.stands_for(noun.name, id);
        self.row(noun, id)?.ok_or_else(|| self.not_found(noun, None, typed))
    }

    /// The id of the row that is called so, within a list of categories where one is given.
    ///
    /// A row that another stands for has its own id: what refers to it still does when they are parted again.
    ///
    /// # Errors
    /// As `find`.
    pub fn find_id(&self, noun: &'static Noun, list: Option<&str>, typed: &str, reach: Reach) -> Result<i64> {
        let typed = typed.trim();
        if noun.naming == Naming::Unnamed {
            return self.find_by_id(noun, typed, reach);
        }
        let notices = self.notices()?;
        // Rows that are joined are one.
        let one_of = |ids: &[i64]| match ids {
            [id] => Some(*id),
            [first, others @ ..] => {
                let meant = notices.stands_for(noun.name, *first);
                others.iter().all(|id| notices.stands_for(noun.name, *id) == meant).then_some(meant)
            }
            [] => None,
        };
        let coded = self.ids_of_code(noun, list, typed)?;
        if let Some(id) = one_of(&coded) {
            return Ok(id);
        }
        let rows = self.called(noun, list)?;
        let folded = fold(typed);
        let whole = |row: &&Called| row.names.iter().any(|name| fold(name) == folded);
        let begins = |row: &&Called| {
            fold(&row.code).starts_with(&folded) || row.names.iter().any(|name| fold(name).starts_with(&folded))
        };
        let mut found: Vec<&Called> = match coded.is_empty() {
            true => rows.iter().filter(whole).collect(),
            false => rows.iter().filter(|row| coded.contains(&row.id)).collect(),
        };
        if found.is_empty() && reach == Reach::Beginning && !folded.is_empty() {
            found = rows.iter().filter(begins).collect();
        }
        match one_of(&found.iter().map(|row| row.id).collect::<Vec<_>>()) {
            Some(id) => Ok(id),
            None if found.is_empty() => Err(self.not_found(noun, list, typed)),
            None => Err(ambiguous(noun, typed, &found)),
        }
    }

    /// The id of the row with exactly this code, without regard to case; of several the lowest.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn id_of_code(&self, noun: &Noun, list: Option<&str>, code: &str) -> Result<Option<i64>> {
        Ok(self.ids_of_code(noun, list, code)?.first().copied())
    }

    /// The id of the row with exactly this code, where one has it.
    ///
    /// # Errors
    /// Where several have it, with all of them.
    pub fn only_one_of_code(&self, noun: &'static Noun, code: &str) -> Result<Option<i64>> {
        match self.ids_of_code(noun, None, code)?[..] {
            [] => Ok(None),
            [id] => Ok(Some(id)),
            _ => self.find_id(noun, None, code, Reach::Whole).map(Some),
        }
    }

    /// The ids of all rows with exactly this code, which may end in the beginning of the one's id that is meant.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn ids_of_code(&self, noun: &Noun, list: Option<&str>, code: &str) -> Result<Vec<i64>> {
        let code = match list {
            Some(list) if !code.contains(':') => Cow::Owned(format!("{list}:{code}")),
            _ => Cow::Borrowed(code),
        };
        if list.is_some_and(|list| code.split(':').next() != Some(list)) {
            return Ok(Vec::new());
        }
        let (code, (value, mask)) = match code.split_once(APART) {
            Some((code, beginning)) => match id::parse(beginning) {
                Some(meant) => (code, meant),
                None => return Ok(Vec::new()),
            },
            None => (&*code, (0, 0)),
        };
        let sql = format!("SELECT id FROM {} WHERE code = ? AND id & ? = ? ORDER BY id", noun.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map((code, mask, value), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// What all rows of a noun, or of one list of categories, are called.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn called(&self, noun: &Noun, list: Option<&str>) -> Result<Vec<Called>> {
        self.called_so(noun, list, "", "ORDER BY code")
    }

    /// What those rows are called of which a code or a name begins with exactly these letters.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn beginning(&self, noun: &Noun, list: Option<&str>, typed: &str, limit: usize) -> Result<Vec<Called>> {
        self.called_so(noun, list, typed, &format!("ORDER BY code LIMIT {limit}"))
    }

    fn called_so(&self, noun: &Noun, list: Option<&str>, begins: &str, tail: &str) -> Result<Vec<Called>> {
        let names: Vec<&'static str> = name_columns(noun).collect();
        let list = list.map(|list| format!("{list}:")).unwrap_or_default();
        let kind_place = 2 + names.len();
        let kind = noun.place("kind").map_or("NULL", |_| "kind");
        let columns: String = names.iter().chain([&kind]).map(|name| format!(", {name}")).collect();
        let begin = |text: &str| format!("substr({text}, 1, ?3) = ?4");
        let start = format!("substr(code, {})", list.len() + 1);
        let any: Vec<String> = [start.as_str()].iter().chain(&names).map(|text| begin(text)).collect();
        let sql = format!(
            "SELECT id, code{columns} FROM {} WHERE substr(code, 1, ?1) = ?2 AND ({}) {tail}",
            noun.name,
            any.join(" OR ")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let letters = |text: &str| text.chars().count() as i64;
        let notices = self.notices()?;
        let rows = statement.query_map((letters(&list), &list, letters(begins), begins), |row| {
            let (id, mut code): (i64, String) = (row.get(0)?, row.get(1)?);
            if notices.has(noun.name, id, What::Shared) {
                code = id::told_apart(&code, id);
            }
            let mut known: (Vec<&'static str>, Vec<String>) = Default::default();
            for (place, column) in names.iter().enumerate() {
                known.extend(row.get::<_, Option<String>>(2 + place)?.map(|name| (*column, name)));
            }
            Ok(Called {
                id,
                code: code[list.len()..].to_string(),
                columns: known.0,
                names: known.1,
                kind: row.get(kind_place)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The names of areas, or the labels of categories in a language, by their codes.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn words(
        &self,
        noun: &str,
        list: Option<&str>,
        codes: &BTreeSet<&str>,
        language: Language,
    ) -> Result<HashMap<String, String>> {
        let names = match name_columns(crate::nouns::named(noun)?).next() {
            Some("name") => "name".to_string(),
            _ => format!("coalesce(label_{}, label_en)", language.tag()),
        };
        let mut statement = self.connection.prepare_cached(&format!("SELECT {names} FROM {noun} WHERE code = ?"))?;
        let mut words = HashMap::new();
        for code in codes {
            let whole = list.map_or_else(|| (*code).to_string(), |list| format!("{list}:{code}"));
            let name: Option<Option<String>> = statement.query_row([whole], |row| row.get(0)).optional()?;
            words.extend(name.flatten().map(|name| ((*code).to_string(), name)));
        }
        Ok(words)
    }

    /// A row without a code, by its id as it is shown.
    fn find_by_id(&self, noun: &'static Noun, typed: &str, reach: Reach) -> Result<i64> {
        let Some((value, mask)) = id::parse(typed) else { return Err(self.not_found(noun, None, typed)) };
        let sql = format!("SELECT id FROM {} WHERE id & ?2 = ?1 LIMIT {}", noun.name, SHOWN + 1);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found: Vec<i64> = statement.query_map((value, mask), |row| row.get(0))?.collect::<Result<_, _>>()?;
        match found[..] {
            [] => Err(self.not_found(noun, None, typed)),
            [id] if reach == Reach::Beginning || mask == i64::MAX => Ok(id),
            [id] => Err(Refusal::not_found(say::whole_id_needed(Word(noun.name), typed))
                .hint(say::did_you_mean(id::show(id)))
                .into()),
            _ => {
                let shown: Vec<String> = found.iter().take(SHOWN).map(|id| id::show(*id)).collect();
                Err(Refusal::not_found(say::ambiguous(Word(noun.name), typed))
                    .hint(say::one_of(shown.join(", ")))
                    .into())
            }
        }
    }

    /// Begins to tell once more what may have been meant by names that are unknown.
    pub fn guess_again(&self) {
        self.guesses.set(0);
    }

    /// Nothing is called so; the hint has what may have been meant.
    fn not_found(&self, noun: &'static Noun, list: Option<&str>, typed: &str) -> anyhow::Error {
        let is_told = self.guesses.replace(self.guesses.get() + 1) < MOST_FAULTS;
        let rows = match noun.naming {
            // All names are looked at: nobody waits for that a million times, nor reads it.
            _ if !is_told => Vec::new(),
            Naming::Unnamed => Vec::new(),
            _ => self.called(noun, list).unwrap_or_default(),
        };
        let message = match list {
            Some(list) => say::no_category(list, typed),
            None => say::no_row(Word(noun.name), typed),
        };
        let refusal = Refusal::not_found(message);
        match nearest(&rows, |row| row.names.iter().chain([&row.code]).collect(), typed) {
            Some(row) => refusal.hint(say::did_you_mean(vec![told(noun, row)])).into(),
            None if list.is_some() && rows.len() <= 20 && !rows.is_empty() => {
                let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
                refusal.hint(say::possible_values(codes.join(", "))).into()
            }
            None => refusal.hint(say::list_them(noun.name)).into(),
        }
    }
}

/// The columns that say what a row is called, besides its code.
pub fn name_columns(noun: &Noun) -> impl Iterator<Item = &'static str> {
    ["name", "label_en", "label_hu", "label_fi"].into_iter().filter(|column| noun.place(column).is_some())
}

/// Several rows are called so.
fn ambiguous(noun: &Noun, typed: &str, found: &[&Called]) -> anyhow::Error {
    let mut shown: Vec<Shown> = found.iter().take(SHOWN).map(|row| told(noun, row)).collect();
    if found.len() > SHOWN {
        shown.push(Shown { noun: noun.name, code: "…".to_string(), names: Vec::new(), kind: None });
    }
    Refusal::not_found(say::ambiguous(Word(noun.name), typed)).hint(say::one_of(shown)).into()
}

/// A row as a text names it.
fn told(noun: &Noun, row: &Called) -> Shown {
    let names = row.columns.iter().copied().zip(row.names.iter().cloned()).collect();
    Shown { noun: noun.name, code: row.code.clone(), names, kind: row.kind.clone() }
}
