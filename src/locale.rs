//! The reader's language: which it is, its texts, its help, its dates and numbers.

pub mod format;
pub mod help;
pub mod line;
pub mod refuse;
pub mod say;
mod speaker;
pub mod tree;

pub use speaker::Speaker;

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

    /// The first of ours among the codes of languages, `se hu en`.
    pub fn first_of(codes: &str) -> Option<Self> {
        codes.split(' ').find_map(|tag| Self::ALL.into_iter().find(|known| known.tag() == tag))
    }

    /// Of texts in English, Hungarian and Finnish the one in this language, else the English one.
    pub fn choose(self, [english, hungarian, finnish]: [&Option<String>; 3]) -> Option<String> {
        let own = match self {
            Self::En => english,
            Self::Hu => hungarian,
            Self::Fi => finnish,
        };
        own.as_ref().or(english.as_ref()).cloned()
    }

    /// The language of a call: `--lang`, else TUKIPONT_LANG, else the user's own, else the system's, else English.
    ///
    /// The arguments are looked at before they are parsed, since a refusal of the parser must be told in it too.
    pub fn of<V: AsRef<str>>(arguments: &[OsString], variable: &impl Fn(&str) -> Option<V>, own: Option<Self>) -> Self {
        Self::with_source(arguments, variable, own).0
    }

    /// The language of a call, and what says so: a flag, a variable, the user's own settings, or nothing.
    pub fn with_source<V: AsRef<str>>(
        arguments: &[OsString],
        variable: &impl Fn(&str) -> Option<V>,
        own: Option<Self>,
    ) -> (Self, &'static str) {
        let of = |name: &'static str| Some((Self::named(variable(name)?.as_ref())?, name));
        // The first variable that is set decides: LC_ALL=C asks for English, whatever LANG says.
        let system = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(|name| variable(name).is_some());
        let flagged = flagged(arguments).map(|language| (language, "--lang"));
        let own = own.map(|language| (language, "config.toml"));
        flagged.or_else(|| of("TUKIPONT_LANG")).or(own).or_else(|| of(system()?)).unwrap_or((Self::En, ""))
    }

    /// The language of a tag such as `hu` or `hu_HU.UTF-8`.
    pub fn named(tag: &str) -> Option<Self> {
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|known| language.eq_ignore_ascii_case(known.tag()))
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

/// The language that `--lang` asks for, the last one where it stands twice.
fn flagged(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str()).take_while(|word| *word != "--");
    let mut flag = None;
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => flag = words.next(),
            Some(rest) if rest.starts_with('=') => flag = Some(&rest[1..]),
            _ => continue,
        }
    }
    flag.and_then(Language::named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(line: &str, variables: &[(&str, &'static str)], own: Option<Language>) -> Language {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        Language::of(&words, &variable, own)
    }

    #[test]
    fn the_nearest_wish_wins() {
        let all = [("TUKIPONT_LANG", "fi"), ("LC_ALL", "hu_HU.UTF-8"), ("LANG", "en_GB")];
        assert_eq!(language("tukipont --lang hu point", &all, Some(Language::En)), Language::Hu);
        assert_eq!(language("tukipont --lang=en point", &all, Some(Language::Hu)), Language::En);
        assert_eq!(language("tukipont point", &all, Some(Language::En)), Language::Fi);
        assert_eq!(language("tukipont point", &all[1..], Some(Language::Fi)), Language::Fi);
        assert_eq!(language("tukipont point", &all[1..], None), Language::Hu);
        assert_eq!(language("tukipont point", &all[2..], None), Language::En);
        assert_eq!(language("tukipont setting set name -- --lang=hu", &[], None), Language::En);
    }

    #[test]
    fn the_system_asks_in_many_ways() {
        assert_eq!(language("tukipont", &[("LC_ALL", "C"), ("LANG", "hu_HU.UTF-8")], None), Language::En);
        assert_eq!(language("tukipont", &[("LC_MESSAGES", "fi_FI"), ("LANG", "hu_HU")], None), Language::Fi);
        assert_eq!(language("tukipont", &[("LANG", "HU")], None), Language::Hu);
        assert_eq!(language("tukipont", &[("LANG", "fil_PH.UTF-8")], None), Language::En, "Filipino is not Finnish");
        assert_eq!(language("tukipont", &[("TUKIPONT_LANG", "sv"), ("LANG", "fi_FI")], None), Language::Fi);
    }
}
