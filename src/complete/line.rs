//! A command line up to the cursor: the words that the program would get.

use std::mem::take;

use super::word::{IN_BASH, Style, Word};

/// The line up to the cursor.
#[derive(Clone, Debug, Default)]
pub struct Line {
    words: Vec<String>,
    last: Word,
}

impl Line {
    /// A line of these words, the last of them under the cursor.
    pub(super) fn new(mut words: Vec<Word>) -> Self {
        let last = words.pop().unwrap_or_default();
        Line { words: words.iter().map(|word| word.expanded(environment)).collect(), last }
    }

    /// The words before the one being typed, as the program would get them; its own name first.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The word being typed, as far as the cursor.
    pub fn typed(&self) -> &str {
        &self.last.value
    }

    /// The value given to a flag, as in `--db FILE` or `--db=FILE`.
    pub fn value(&self, flag: &str) -> Option<&str> {
        let mut words = self.words.iter().take_while(|word| *word != "--");
        let mut found = None;
        while let Some(word) = words.next() {
            if word == flag {
                found = words.next().map(String::as_str).or(found);
            } else if let Some(rest) = word.strip_prefix(flag) {
                found = rest.strip_prefix('=').or(found);
            }
        }
        found
    }

    pub(super) fn last(&self) -> &Word {
        &self.last
    }
}

/// Where a name behind `$` or `~` leads; of the shell's variables only the exported are seen.
fn environment(name: &str) -> Option<String> {
    match name {
        "~" => std::env::home_dir()?.into_os_string().into_string().ok(),
        _ => std::env::var(name).ok(),
    }
}

/// Splits one command into its words, as bash would, redirections left out; the last word is
/// under the cursor and may be empty.
pub(super) fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for letter in text.chars() {
        let plain = word.style == Style::Bare && !word.escaping;
        // `2>&1`, `>|` and `&>` are one sign, and blanks may follow it.
        let sign = word.target && word.raw.is_empty();
        match letter {
            '<' | '>' if plain => {
                let stream = word.raw == "&" || word.raw.chars().all(|letter| letter.is_ascii_digit());
                let before = take(&mut word);
                if !stream && !before.target {
                    words.push(before);
                }
                word.target = true;
            }
            '&' | '|' if plain && sign => {}
            ' ' | '\t' | '\n' if plain => {
                if !word.raw.is_empty() {
                    let before = take(&mut word);
                    if !before.target {
                        words.push(before);
                    }
                }
            }
            _ => word.push(letter, IN_BASH),
        }
    }
    words.push(word);
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::complete::word::quote;

    fn values(text: &str) -> Vec<String> {
        split(text).into_iter().map(|word| word.value).collect()
    }

    #[test]
    fn words_lose_their_quotes() {
        assert_eq!(values(r#"t a\ b "c d" 'e f' g"h i"j"#), ["t", "a b", "c d", "e f", "gh ij"]);
        assert_eq!(values(r#"t 'O'\''H' "a\"\$\x" \$"#), ["t", "O'H", r#"a"$\x"#, "$"]);
        assert_eq!(values("t  x "), ["t", "x", ""]);
        assert_eq!(values(""), [""]);
    }

    #[test]
    fn the_last_word_knows_how_it_ends() {
        let last = |text| split(text).pop().map(|word| (word.value, word.style, word.escaping));
        assert_eq!(last("t \"Kov"), Some(("Kov".into(), Style::Double, false)));
        assert_eq!(last("t 'Kovács H"), Some(("Kovács H".into(), Style::Single, false)));
        assert_eq!(last(r"t Kovács\"), Some(("Kovács".into(), Style::Bare, true)));
    }

    #[test]
    fn redirections_are_no_words() {
        assert_eq!(values("t 2>/dev/null a"), ["t", "a"]);
        assert_eq!(values("t > file a 2>&1 b"), ["t", "a", "b"]);
        assert_eq!(values("t a<in b &>out c"), ["t", "a", "b", "c"]);
        assert_eq!(values(r"t a\>b '<'"), ["t", "a>b", "<"]);
        let target = |text| split(text).pop().is_some_and(|word| word.target);
        assert!(target("t > ") && target("t >>fi") && !target("t > file "));
    }

    #[test]
    fn a_flag_is_found_in_both_forms() {
        let value = |text| Line::new(split(text)).value("--db").map(str::to_owned);
        assert_eq!(value("t --db 'a b' point "), Some("a b".into()));
        assert_eq!(value("t --db=c point "), Some("c".into()));
        assert_eq!(value("t --db=c --db d "), Some("d".into()));
        assert_eq!(value("t --dbx=c -- --db d "), None);
        assert_eq!(value("t --db c"), None, "c is still being typed");
    }

    /// A shell's text for a whole word in a style.
    fn closed(text: &str, style: Style) -> String {
        match style {
            Style::Bare => quote(text, style),
            Style::Single => format!("'{}'", quote(text, style)),
            Style::Double => format!("\"{}\"", quote(text, style)),
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_reads_as_itself(text in "\\PC+") {
            for style in [Style::Bare, Style::Single, Style::Double] {
                prop_assert_eq!(values(&closed(&text, style)), [text.clone()]);
            }
        }
    }
}
