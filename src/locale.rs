//! The reader's language: texts, headings, dates and numbers, sorting.

pub mod refuse;
pub mod say;
pub mod tree;

use crate::record::Column;
use crate::value::Form;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use say::{Text, Value};
use std::cell::OnceCell;
use std::ffi::OsString;

/// The languages that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English
    En,
    /// magyar
    Hu,
    /// suomi
    Fi,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Hu, Self::Fi];

    /// The language of a call: `--lang`, else the environment's, else English.
    ///
    /// The arguments are looked at before they are parsed, since a refusal of the parser must be told in it too.
    pub fn of<'v>(arguments: &[OsString], variable: &impl Fn(&'v str) -> Option<&'v str>) -> Self {
        let mut words = arguments.iter().filter_map(|argument| argument.to_str());
        let mut flag = None;
        while let Some(word) = words.next() {
            match word.strip_prefix("--lang") {
                Some("") => flag = words.next(),
                Some(rest) if rest.starts_with('=') => flag = Some(&rest[1..]),
                _ => continue,
            }
        }
        let names = ["TUKIPONT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        flag.or_else(|| names.iter().find_map(|name| variable(name))).and_then(Self::named).unwrap_or(Self::En)
    }

    /// The language of a tag such as `hu` or `hu_HU.UTF-8`.
    pub fn named(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| tag.get(..2).is_some_and(|two| two.eq_ignore_ascii_case(language.tag())))
    }

    /// Its tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Hu => "hu",
            Self::Fi => "fi",
        }
    }

    /// Its catalogue.
    pub fn catalogue(self) -> &'static str {
        match self {
            Self::En => include_str!("locale/en.ftl"),
            Self::Hu => include_str!("locale/hu.ftl"),
            Self::Fi => include_str!("locale/fi.ftl"),
        }
    }
}

/// Puts texts into the reader's language; the catalogue is read at the first word.
pub struct Speaker {
    /// The reader's language.
    pub language: Language,
    bundle: OnceCell<FluentBundle<FluentResource>>,
}

impl Speaker {
    /// A speaker of this language.
    pub fn new(language: Language) -> Self {
        Self { language, bundle: OnceCell::new() }
    }

    /// A text in words.
    pub fn say(&self, text: &Text) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in &text.values {
            match value {
                Value::Word(word) => arguments.set(*name, word.clone()),
                Value::Count(count) => arguments.set(*name, *count),
                Value::Noun(noun) => {
                    let (one, many) = self.noun(noun);
                    arguments.set(*name, one);
                    arguments.set(format!("{name}s"), many);
                }
            }
        }
        // A test holds every catalogue to every key; the key alone still says more than nothing.
        self.find(text.key, None, Some(&arguments)).unwrap_or_else(|| text.key.to_string())
    }

    /// A noun in the singular and the plural.
    pub fn noun(&self, noun: &str) -> (String, String) {
        let one = self.find(noun, Some("one"), None).unwrap_or_else(|| noun.to_string());
        let many = self.find(noun, None, None).unwrap_or_else(|| plural(noun));
        (one, many)
    }

    /// The heading of a field.
    pub fn field(&self, noun: &str, column: &Column) -> String {
        let told = self.told_field(noun, &column.name);
        let told = told.unwrap_or_else(|| column.heading.clone());
        told.split(": ").next().unwrap_or_default().to_string()
    }

    /// A field's whole text, heading and help, where the catalogue has one.
    pub fn told_field(&self, noun: &str, column: &str) -> Option<String> {
        self.find(noun, Some(column), None).or_else(|| self.find("common", Some(column), None))
    }

    /// The words for a value of an enum.
    pub fn value(&self, noun: &str, column: &str, value: &str) -> String {
        let own = self.find(noun, Some(&format!("{column}-{value}")), None);
        own.or_else(|| self.find("value", Some(value), None)).unwrap_or_else(|| value.replace('-', " "))
    }

    /// A cell as people read it.
    pub fn cell(&self, form: Form, text: &str) -> String {
        match form {
            Form::Number => text.parse().map_or_else(|_| text.to_string(), |number| self.number(number)),
            Form::Day => self.day(text),
            Form::Share => text.parse().map_or_else(|_| text.to_string(), |tenths| self.percent(tenths)),
            Form::Coordinate => text.parse().map_or_else(|_| text.to_string(), |millionths| self.degrees(millionths)),
            _ => text.to_string(),
        }
    }

    /// A number with its thousands apart.
    fn number(&self, number: i64) -> String {
        let apart = if self.language == Language::En { ',' } else { '\u{a0}' };
        let digits = number.unsigned_abs().to_string();
        let mut shown = String::from(if number < 0 { "-" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            // Hungarian and Finnish leave four digits together; so does everybody who means a year.
            if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
                shown.push(apart);
            }
            shown.push(digit);
        }
        shown
    }

    /// A day, from its ISO form.
    fn day(&self, text: &str) -> String {
        let parts: Vec<&str> = text.split('-').collect();
        match (self.language, &parts[..]) {
            (Language::Hu, [year, month, day]) => format!("{year}. {month}. {day}."),
            (Language::Fi, [year, month, day]) => {
                format!("{}.{}.{year}", day.trim_start_matches('0'), month.trim_start_matches('0'))
            }
            _ => text.to_string(),
        }
    }

    /// A percentage, from tenths of a percent.
    fn percent(&self, tenths: u64) -> String {
        let (whole, tenth) = (tenths / 10, tenths % 10);
        match self.language {
            Language::En => format!("{whole}.{tenth}%"),
            Language::Hu => format!("{whole},{tenth}%"),
            Language::Fi => format!("{whole},{tenth}\u{a0}%"),
        }
    }

    /// Degrees, from millionths.
    fn degrees(&self, millionths: i64) -> String {
        let sign = if millionths < 0 { "-" } else { "" };
        let mark = if self.language == Language::En { '.' } else { ',' };
        let millionths = millionths.unsigned_abs();
        format!("{sign}{}{mark}{:06}", millionths / 1_000_000, millionths % 1_000_000)
    }

    /// Sorts names as readers of the language expect; `Pont 2` comes before `Pont 10`.
    pub fn collator(&self) -> Option<CollatorBorrowed<'static>> {
        let locale: icu_locale_core::Locale = self.language.tag().parse().ok()?;
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        Collator::try_new(preferences, options).ok()
    }

    /// A message of the catalogue, or an attribute of it.
    pub fn find(&self, key: &str, attribute: Option<&str>, arguments: Option<&FluentArgs>) -> Option<String> {
        let bundle = self.bundle.get_or_init(|| bundle(self.language));
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        Some(bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
    }
}

/// The English plural of a noun.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// The catalogue of a language, ready to speak.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // A test reads every catalogue; what can be read of a damaged one is still better than nothing.
    let resource = FluentResource::try_new(language.catalogue().to_string()).unwrap_or_else(|(resource, _)| resource);
    let tag: Option<unic_langid::LanguageIdentifier> = language.tag().parse().ok();
    let mut bundle = FluentBundle::new(tag.into_iter().collect());
    // Marks around inserted words would spoil what people copy from the screen.
    bundle.set_use_isolating(false);
    let _ = bundle.add_function("AZ", |words, _| {
        let word = match words.first() {
            Some(fluent_bundle::FluentValue::String(word)) => word.to_string(),
            Some(fluent_bundle::FluentValue::Number(number)) => number.as_string().into_owned(),
            _ => String::new(),
        };
        format!("{} {word}", article(&word)).into()
    });
    let _ = bundle.add_resource(resource);
    bundle
}

/// The Hungarian article before a word, a code or a number: az 1, az 5, a 10, az 1000, az alma, a pont.
fn article(word: &str) -> &'static str {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let first = word.chars().find(|c| c.is_alphanumeric()).map(|c| crate::value::fold(&c.to_string()));
    let vowel = match digits.as_str() {
        "" => first.is_some_and(|first| "aeiou".contains(&first)),
        // egy, egyezer, egymillió; öt, ötven, ötszáz
        digits => digits.starts_with('5') || (digits.starts_with('1') && digits.len() % 3 == 1),
    };
    if vowel { "az" } else { "a" }
}
