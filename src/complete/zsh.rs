//! Zsh: it hands over the raw words, and quotes what it gets by itself.

use std::io::{self, Write};

use super::line::Line;
use super::value::{Candidate, described, listed};
use super::word::{IN_ZSH, Word};

/// Answers with how to offer (`folded`, `described` or nothing), then a value, a tab and what to
/// show for it, one a line.
pub(super) fn answer(
    arguments: &[String],
    find: impl FnOnce(&Line) -> Vec<Candidate>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let line = Line::new(arguments.iter().map(|word| Word::read(word, IN_ZSH)).collect());
    let found = find(&line);
    // Zsh drops what does not begin as typed, unless it is told not to look.
    let folded = found.iter().any(|candidate| !candidate.value.starts_with(line.typed()));
    let how = match (folded, described(&found)) {
        (true, _) => "folded",
        (false, true) => "described",
        (false, false) => "",
    };
    writeln!(out, "{how}")?;
    let mut pairs = found.iter().zip(listed(&found));
    pairs.try_for_each(|(candidate, shown)| writeln!(out, "{}\t{shown}", candidate.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(typed: &str, found: &[(&str, Option<&str>)]) -> String {
        let arguments = ["t", "a\\ b", typed].map(str::to_owned);
        let candidate = |(value, description): &(&str, Option<&str>)| Candidate {
            value: value.to_string(),
            description: description.map(Into::into),
        };
        let find = |line: &Line| {
            assert_eq!(line.words(), ["t", "a b"]);
            found.iter().map(candidate).collect()
        };
        let mut out = Vec::new();
        answer(&arguments, find, &mut out).expect("a Vec takes all");
        String::from_utf8(out).expect("only text was written")
    }

    #[test]
    fn values_stand_unquoted_beside_what_is_shown() {
        assert_eq!(answered("\"a", &[("a $b", None)]), "\na $b\ta $b\n");
        assert_eq!(answered("'", &[("a b", Some("x")), ("c", None)]), "described\na b\ta b  x\nc\tc\n");
    }

    #[test]
    fn a_folded_match_is_told() {
        assert_eq!(answered("osk", &[("Öskü", None)]), "folded\nÖskü\tÖskü\n");
        assert_eq!(answered("x", &[]), "\n");
    }
}
