//! Puts texts into the reader's language, from its catalogue.

use super::say::{self, Row, Text, Value};
use super::{Language, format};
use crate::record::Column;
use crate::value::{Document, Form, answer};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use std::cell::OnceCell;
use std::rc::Rc;

/// Puts texts into the reader's language; the catalogue is read at the first word.
pub struct Speaker {
    /// The reader's language.
    pub language: Language,
    bundle: OnceCell<Rc<Bundle>>,
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
                Value::Word(word) => arguments.set(*name, format::harmless(word)),
                Value::Count(count) => arguments.set(*name, *count),
                Value::Day(day) => arguments.set(*name, format::day(self.language, day)),
                Value::Counts(counts) => {
                    arguments.set(*name, self.counts(counts));
                }
                Value::Rows(rows) => {
                    arguments.set(
                        *name,
                        rows.iter().map(|row| format::harmless(&self.row(row))).collect::<Vec<_>>().join(", "),
                    );
                }
                Value::Texts(texts) => {
                    arguments.set(*name, texts.iter().map(|text| self.say(text)).collect::<Vec<_>>().join(", "));
                }
                Value::Choices(noun, column, values) => {
                    let words: Vec<String> = values.iter().map(|value| self.value(noun, column, value)).collect();
                    arguments.set(*name, words.join(", "));
                }
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

    /// A row's code, and its name and kind in brackets.
    fn row(&self, row: &Row) -> String {
        let label = format!("label_{}", self.language.tag());
        let own = row.names.iter().find(|(column, _)| *column == label).or(row.names.first());
        let kind = row.kind.as_ref().map(|kind| self.value(row.noun, "kind", kind));
        let more: Vec<String> = own.map(|(_, name)| name.clone()).into_iter().chain(kind).collect();
        match more.is_empty() {
            true => row.code.clone(),
            false => format!("{} ({})", row.code, more.join(", ")),
        }
    }

    /// Counts of nouns: `sessions (3), assignments (1)`.
    pub fn counts(&self, counts: &[(&'static str, i64)]) -> String {
        let told = counts
            .iter()
            .map(|(noun, count)| format!("{} ({})", self.noun(noun).1, format::number(self.language, *count)));
        told.collect::<Vec<_>>().join(", ")
    }

    /// A noun in the singular and the plural.
    pub fn noun(&self, noun: &str) -> (String, String) {
        let one = self.named(noun, Some("one")).unwrap_or_else(|| noun.to_string());
        let many = self.named(noun, None).unwrap_or_else(|| plural(noun));
        (one, many)
    }

    /// The heading of a field.
    pub fn field(&self, noun: &str, column: &Column) -> String {
        let told = self.named(noun, Some(&column.name)).or_else(|| self.named("common", Some(&column.name)));
        match told {
            Some(told) => told.split(": ").next().unwrap_or_default().to_string(),
            None => column.heading.clone(),
        }
    }

    /// The words for a value of an enum.
    pub fn value(&self, noun: &str, column: &str, value: &str) -> String {
        let own = self.named(noun, Some(&format!("{column}-{value}")));
        own.or_else(|| self.named("value", Some(value))).unwrap_or_else(|| value.replace('-', " "))
    }

    /// The words for what code names: in English they stand in the code, and no catalogue need be read for them.
    fn named(&self, message: &str, attribute: Option<&str>) -> Option<String> {
        (self.language != Language::En).then(|| self.find(message, attribute, None)).flatten()
    }

    /// A cell as people read it.
    pub fn cell(&self, form: Form, text: &str) -> String {
        match (form, text.parse()) {
            (Form::Number, Ok(number)) => format::number(self.language, number),
            (Form::Share, Ok(tenths)) => format::percent(self.language, tenths),
            (Form::Decimal, _) => format::decimal(self.language, text),
            (Form::Coordinate, Ok(millionths)) => format::degrees(self.language, millionths),
            (Form::Day, _) => format::day(self.language, text),
            (Form::Moment, _) => format::moment(self.language, text),
            (Form::Document, _) => self.say(&say::lines(Document::lines(text) as i64)),
            (Form::Answer, _) => self.say(&if text == answer(true) { say::yes() } else { say::no() }),
            _ => format::harmless(text),
        }
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
        let bundle = self.bundle.get_or_init(|| {
            READ.with(|read| Rc::clone(read[self.language as usize].get_or_init(|| Rc::new(bundle(self.language)))))
        });
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
    match (noun, noun.strip_suffix('y')) {
        ("person", _) => "people".to_string(),
        (_, Some(stem)) => format!("{stem}ies"),
        (_, None) => format!("{noun}s"),
    }
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    /// The catalogues, each read once, however many speakers it has.
    static READ: [OnceCell<Rc<Bundle>>; Language::ALL.len()] = const { [const { OnceCell::new() }; Language::ALL.len()] };
}

/// The catalogue of a language, ready to speak.
fn bundle(language: Language) -> Bundle {
    // A test reads every catalogue; what can be read of a damaged one is still better than nothing.
    let resource = FluentResource::try_new(language.catalogue().to_string()).unwrap_or_else(|(resource, _)| resource);
    let tag: Option<unic_langid::LanguageIdentifier> = language.tag().parse().ok();
    let mut bundle = FluentBundle::new(tag.into_iter().collect());
    // Marks around inserted words would spoil what people copy from the screen.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| count(Language::En, value),
        Language::Hu => |value, _| count(Language::Hu, value),
        Language::Fi => |value, _| count(Language::Fi, value),
    }));
    // The article alone, so that the word itself may stand in backticks.
    let _ = bundle.add_function("AZ", |words, _| match words.first() {
        Some(FluentValue::String(word)) => format::article(word).into(),
        Some(FluentValue::Number(number)) => format::article(&number.as_string()).into(),
        _ => "a".into(),
    });
    let _ = bundle.add_resource(resource);
    bundle
}

/// A count as the reader writes it.
fn count(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(language, number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::say;

    #[test]
    fn counts_and_days_are_written_as_the_reader_does() {
        let text = say::attendances_out_of_range(12_345, 10_000);
        assert!(Speaker::new(Language::En).say(&text).contains("12,345"));
        assert!(Speaker::new(Language::Fi).say(&text).contains("12\u{a0}345"));
        let day = |text: &str| text.parse::<crate::value::Day>().unwrap_or_else(|_| panic!("{text}"));
        let text = say::ends_before_it_begins(day("2026-11-21"), day("2026-01-02"));
        assert!(Speaker::new(Language::Hu).say(&text).contains("2026. 01. 02."));
        assert_eq!(serde_json::to_value(&text).unwrap()["values"][0][1], "2026-11-21");
    }
}
