//! Bash: it hands over the raw line, and puts what it gets in place of a part of the last word.

use std::io::{self, Write};

use super::line::{Line, split};
use super::value::{Candidate, listed};
use super::word::{IN_BASH, Word, quote};

/// What bash says when it only wants to show what there is, on a second TAB.
const LISTING: &str = "63";

/// Answers with how to go on (`open`, `files` or nothing), then one candidate a line.
pub(super) fn answer(
    arguments: &[String],
    find: impl FnOnce(&Line) -> Vec<Candidate>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let [purpose, replaced, text] = arguments else {
        return Ok(());
    };
    let line = Line::new(split(text));
    if line.last().target {
        return writeln!(out, "files");
    }
    let Some(place) = Place::new(line.last(), replaced) else {
        return Ok(());
    };
    let found = find(&line);
    let open = matches!(&found[..], [only] if only.value.ends_with(['/', '=']));
    writeln!(out, "{}", if open { "open" } else { "" })?;
    let lines = if purpose == LISTING && found.len() > 1 {
        listed(&found)
    } else {
        found.iter().filter_map(|candidate| place.filled(&candidate.value)).collect()
    };
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// The part of the last word that bash will replace: from the last unquoted character of
/// COMP_WORDBREAKS, or from the quotation mark that is open.
struct Place<'a> {
    word: &'a Word,
    /// What stands before the part, unquoted.
    head: String,
    /// The part as typed, without a backslash that still waits for its letter.
    typed: &'a str,
}

impl<'a> Place<'a> {
    fn new(word: &'a Word, replaced: &'a str) -> Option<Self> {
        let head = Word::read(word.raw.strip_suffix(replaced)?, IN_BASH).value;
        let typed = if word.escaping { replaced.strip_suffix('\\')? } else { replaced };
        Some(Place { word, head, typed })
    }

    /// A candidate cut and quoted for this place. What was typed is kept letter by letter, so
    /// that the common beginning of several is never shorter than it.
    fn filled(&self, value: &str) -> Option<String> {
        let style = self.word.style;
        match value.strip_prefix(&self.word.value) {
            Some(rest) => Some(format!("{}{}", self.typed, quote(rest, style))),
            None => Some(quote(value.strip_prefix(&self.head)?, style)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(purpose: &str, replaced: &str, text: &str, values: &[&str]) -> String {
        let arguments = [purpose, replaced, text].map(str::to_owned);
        let candidate = |value: &&str| Candidate { value: value.to_string(), ..Default::default() };
        let mut out = Vec::new();
        answer(&arguments, |_| values.iter().map(candidate).collect(), &mut out).expect("a Vec takes all");
        String::from_utf8(out).expect("only text was written")
    }

    #[test]
    fn what_was_typed_stays() {
        let fill = |replaced, value| answered("9", replaced, &format!("t {replaced}"), &[value]);
        assert_eq!(fill("Kov", "Kovács Háza"), "\nKovács\\ Háza\n");
        assert_eq!(fill(r"Kovács\ H", "Kovács Háza"), "\nKovács\\ Háza\n");
        assert_eq!(fill(r"Kovács\", "Kovács Háza"), "\nKovács\\ Háza\n");
        assert_eq!(fill("kov", "Kovács Háza"), "\nKovács\\ Háza\n");
        assert_eq!(fill("data", "data/"), "open\ndata/\n");
    }

    #[test]
    fn the_part_before_a_break_is_left_out() {
        let fill = |replaced, text| answered("9", replaced, text, &["--point=Ä: k $"]);
        assert_eq!(fill("", "t --point="), "\nÄ:\\ k\\ \\$\n");
        assert_eq!(fill("\\ k", "t --point=Ä:\\ k"), "\n\\ k\\ \\$\n");
        assert_eq!(fill("Ä: k", "t --point='Ä: k"), "\nÄ: k $\n");
        assert_eq!(fill("Ä", "t --point=\"Ä"), "\nÄ: k \\$\n");
        // A folded match whose first half stays as it is would be another name.
        assert_eq!(fill("\\ k", "t --point=ä:\\ k"), "\n");
    }

    #[test]
    fn a_list_is_for_reading() {
        assert_eq!(answered("63", "a", "t a", &["a b", "a c"]), "\na b\na c\n");
        assert_eq!(answered("9", "a", "t a", &["a b", "a c"]), "\na\\ b\na\\ c\n");
        assert_eq!(answered("9", "fi", "t x >fi", &["file"]), "files\n");
        assert_eq!(answered("9", "other", "t a", &["a b"]), "");
    }
}
