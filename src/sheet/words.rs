//! What headings and values are called in the three languages, for sheets that people fill in by hand.

use super::COMMENT;
use crate::locale::say;
use crate::locale::{Language, Speaker};
use crate::record::{Naming, Noun};
use crate::table::dialect::Dialect;
use crate::value::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The words for a noun's fields and for the values of its enums; looked up where somebody uses them.
pub struct Words {
    noun: &'static Noun,
    told: OnceLock<Told>,
}

/// The words, folded.
#[derive(Default)]
struct Told {
    /// The column of a heading; none where two columns are called so.
    headings: HashMap<String, Option<Column>>,
    /// The value of a word, for each column that has possible values.
    values: HashMap<usize, HashMap<String, Option<String>>>,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A field, by its place.
    Field(usize),
    /// The id of a row without a code.
    Id,
}

impl Words {
    /// The words for a noun's fields and values.
    pub fn of(noun: &'static Noun) -> Self {
        Self { noun, told: OnceLock::new() }
    }

    fn told(&self) -> &Told {
        self.told.get_or_init(|| Told::of(self.noun))
    }

    /// The dialect in which a sheet's headings are written: as Excel's sheets in one language have them, and for the rest
    /// names of our own, which somebody may have put in place of a few.
    pub fn dialect(noun: &Noun, headings: &[String]) -> Option<Dialect> {
        // A row that is put aside says why in a column more.
        let says_nothing = |heading: &&String| heading.is_empty() || heading.starts_with(COMMENT);
        let headings: Vec<&String> = headings.iter().filter(|heading| !says_nothing(heading)).collect();
        let is_name = |heading: &&String| key(heading) == "id" || noun.place(&key(heading)).is_some();
        let mut others: Vec<String> = headings.iter().filter(|it| !is_name(it)).map(|it| folded(it)).collect();
        // Names of our own are in no dialect, and no catalogue need be read for them.
        if others.is_empty() {
            return None;
        }
        let words = |language: Language| -> Vec<String> {
            let speaker = Speaker::new(language);
            let fields = noun.columns().iter().map(|column| speaker.field(noun.name, column));
            fields.chain([speaker.say(&say::id())]).map(|words| folded(&words)).collect()
        };
        let english = words(Language::En);
        others.retain(|heading| !english.contains(heading));
        let is_in = |dialect: &Dialect| {
            let known = words(dialect.language());
            !others.is_empty() && others.iter().all(|heading| known.contains(heading))
        };
        [Dialect::ExcelHu, Dialect::ExcelFi].into_iter().find(is_in)
    }

    /// Whether two headings are one, however they are written.
    pub fn is_alike(one: &str, other: &str) -> bool {
        folded(one) == folded(other)
    }

    /// The column that a heading means: by its name, in any case and with any of the signs between words, or by what it is
    /// called in one of the languages.
    pub fn heading(&self, heading: &str) -> Option<Column> {
        let (noun, key) = (self.noun, key(heading));
        match noun.place(&key) {
            Some(place) => Some(Column::Field(place)),
            None if key == "id" && noun.naming == Naming::Unnamed => Some(Column::Id),
            None => self.told().headings.get(&folded(heading)).copied().flatten(),
        }
    }

    /// What the fields are called: by their names, and in all languages.
    pub fn all(&self) -> Vec<String> {
        let names = self.noun.columns().iter().map(|column| column.name.clone());
        let words = Language::ALL.iter().flat_map(|language| self.fields(*language));
        names.chain(words).collect()
    }

    /// What the fields are called in a language, in the order of their columns; in English, as files write them.
    fn fields(&self, language: Language) -> Vec<String> {
        let speaker = Speaker::new(language);
        let columns = self.noun.columns().iter();
        match language {
            Language::En => columns.map(|column| column.name.clone()).collect(),
            _ => columns.map(|column| speaker.field(self.noun.name, column)).collect(),
        }
    }

    /// How headings would read in the language that most of them are in: those of fields that have none in it yet. And
    /// whether some are in another.
    pub fn in_one_language(&self, headings: &[String]) -> (Vec<String>, bool) {
        let fields = Language::ALL.map(|language| self.fields(language));
        let given = |words: &String| headings.iter().any(|heading| folded(heading) == folded(words));
        let most = fields.iter().rev().max_by_key(|fields| fields.iter().filter(|words| given(words)).count());
        let most = most.cloned().unwrap_or_default();
        let known = headings.iter().filter(|heading| self.heading(heading).is_some()).count();
        let is_mixed = most.iter().filter(|words| given(words)).count() < known;
        (most.into_iter().filter(|words| !given(words)).collect(), is_mixed)
    }

    /// The value that a word means in a column.
    pub fn value(&self, place: usize, word: &str) -> Option<&str> {
        if self.noun.columns()[place].choices.is_empty() {
            return None;
        }
        self.told().values.get(&place)?.get(&folded(word))?.as_deref()
    }
}

impl Told {
    fn of(noun: &Noun) -> Self {
        let mut told = Self::default();
        for speaker in Language::ALL.map(Speaker::new) {
            if noun.naming == Naming::Unnamed {
                put(&mut told.headings, &speaker.say(&say::id()), Column::Id);
            }
            for (place, column) in noun.columns().iter().enumerate() {
                put(&mut told.headings, &speaker.field(noun.name, column), Column::Field(place));
                let values = told.values.entry(place).or_default();
                for choice in &column.choices {
                    put(values, &speaker.value(noun.name, &column.name, choice), choice.clone());
                }
            }
        }
        told
    }
}

/// A heading as a name of our own is written.
fn key(heading: &str) -> String {
    fold(heading.trim()).replace([' ', '-'], "_")
}

/// A text as it is compared: without case, accents and doubled spaces.
fn folded(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Notes what a word means; a word that means two things means neither.
fn put<T: PartialEq>(words: &mut HashMap<String, Option<T>>, word: &str, meaning: T) {
    match words.get_mut(&folded(word)) {
        Some(known) => {
            known.take_if(|known| *known != meaning);
        }
        None => {
            words.insert(folded(word), Some(meaning));
        }
    }
}
