//! A word of a shell: what it means, how it is quoted, and how to quote another.

use std::mem::take;

/// What quoting is open at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    #[default]
    Bare,
    Single,
    Double,
}

/// What a backslash protects between double quotes.
pub(super) const IN_BASH: &str = "$`\"\\";
pub(super) const IN_ZSH: &str = "$`\"\\!";

/// A word, as typed and as meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub raw: String,
    pub value: String,
    /// The quoting that is open where the word ends.
    pub style: Style,
    /// Whether the word ends in a backslash that waits for its letter.
    pub escaping: bool,
    /// Whether the word is where a redirection leads.
    pub target: bool,
    /// Where in the value a `$` or `~` stands that the shell would replace.
    live: Vec<usize>,
}

impl Word {
    /// Reads a text as one word, whatever it holds.
    pub fn read(text: &str, protected: &str) -> Self {
        let mut word = Word::default();
        text.chars().for_each(|letter| word.push(letter, protected));
        word
    }

    pub fn push(&mut self, letter: char, protected: &str) {
        self.raw.push(letter);
        if take(&mut self.escaping) {
            if self.style == Style::Double && !protected.contains(letter) {
                self.value.push('\\');
            }
            return self.value.push(letter);
        }
        match (self.style, letter) {
            (Style::Bare | Style::Double, '\\') => self.escaping = true,
            (Style::Bare, '\'') => self.style = Style::Single,
            (Style::Bare, '"') => self.style = Style::Double,
            (Style::Single, '\'') | (Style::Double, '"') => self.style = Style::Bare,
            _ => {
                if (letter == '$' && self.style != Style::Single) || self.raw == "~" {
                    self.live.push(self.value.len());
                }
                self.value.push(letter);
            }
        }
    }

    /// The value with `~` and `$NAME` replaced; what `look` does not know stays.
    pub fn expanded(&self, look: impl Fn(&str) -> Option<String>) -> String {
        let mut whole = String::new();
        let mut done = 0;
        for &place in &self.live {
            // A sign inside a name, as in `${A$B}`, went with the name.
            if place < done {
                continue;
            }
            let rest = &self.value[place..];
            let (name, length) = name(rest);
            if let Some(meaning) = look(name) {
                whole += &self.value[done..place];
                whole += &meaning;
                done = place + length;
            }
        }
        whole + &self.value[done..]
    }
}

/// The name at the start of a text that begins with `$` or `~`, and the length of the whole.
fn name(text: &str) -> (&str, usize) {
    if text.starts_with('~') {
        return if text.len() == 1 || text.starts_with("~/") { ("~", 1) } else { ("", 1) };
    }
    if let Some((name, _)) = text.strip_prefix("${").and_then(|rest| rest.split_once('}')) {
        return (name, name.len() + 3);
    }
    let end = |letter: char| letter != '_' && !letter.is_ascii_alphanumeric();
    let name = &text[1..];
    let name = &name[..name.find(end).unwrap_or(name.len())];
    (name, name.len() + 1)
}

/// Writes a text so that a shell reads it as itself, inside the quoting given.
pub(super) fn quote(text: &str, style: Style) -> String {
    let mut quoted = String::new();
    for letter in text.chars() {
        match (style, letter) {
            (Style::Single, '\'') => quoted += r"'\''",
            // Between double quotes nothing keeps bash from reading `!` as its history.
            (Style::Double, '!') => quoted += r#""\!""#,
            (Style::Double, '$' | '`' | '"' | '\\') => quoted.extend(['\\', letter]),
            (Style::Bare, _) if letter.is_ascii() && !harmless(letter) => {
                quoted.extend(['\\', letter]);
            }
            _ => quoted.push(letter),
        }
    }
    quoted
}

fn harmless(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "_-./,:=@%+".contains(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn zsh_protects_its_history_with_a_backslash() {
        assert_eq!(Word::read(r#""Hei\! "#, IN_ZSH).value, "Hei! ");
        assert_eq!(Word::read(r#""Hei\! "#, IN_BASH).value, r"Hei\! ");
    }

    #[test]
    fn names_lead_where_the_shell_would_go() {
        let meaning = |text: &str| {
            Word::read(text, IN_BASH).expanded(|name| match name {
                "~" => Some("/users/liisa".into()),
                "DB" => Some("a b".into()),
                _ => None,
            })
        };
        assert_eq!(meaning("~/x"), "/users/liisa/x");
        assert_eq!(meaning("~"), "/users/liisa");
        assert_eq!(meaning("~anna/x"), "~anna/x");
        assert_eq!(meaning("'~/x'"), "~/x");
        assert_eq!(meaning("\"$DB\"/${DB}x$NONE$"), "a b/a bx$NONE$");
        assert_eq!(meaning("'$DB'\\$DB"), "$DB$DB");
        assert_eq!(Word::read("${A$B}c", IN_BASH).expanded(|_| Some("x".into())), "xc");
    }

    proptest! {
        #[test]
        fn no_word_is_too_strange(text in "[\\PC$~{}\"'\\\\]*") {
            for look in [|_: &str| None, |_: &str| Some("x".to_owned())] {
                Word::read(&text, IN_BASH).expanded(look);
            }
        }

        #[test]
        fn a_word_continues_in_its_own_style(typed in "\\PC*", rest in "\\PC+") {
            let word = Word::read(&typed, IN_BASH);
            prop_assume!(!word.escaping);
            let whole = Word::read(&(typed + &quote(&rest, word.style)), IN_BASH);
            prop_assert_eq!(whole.value, word.value + &rest);
            prop_assert_eq!(whole.style, word.style);
        }
    }
}
