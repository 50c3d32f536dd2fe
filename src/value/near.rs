//! What was probably meant: the known name that is most like a typed one.

use super::fold;
use crate::locale::say::{self, Text};

/// How like two names are that still may be one meant for the other, between 0 and 1.
const ALIKE: f64 = 0.82;

/// No name is longer, in bytes: comparing two long texts letter by letter takes minutes.
pub const LONGEST: usize = 500;

/// How like a name is to a typed one, without regard to case and accents: 1 is the same, and below `ALIKE` nothing.
pub fn likeness(name: &str, typed: &str) -> f64 {
    if name.len().max(typed.len()) > LONGEST {
        return 0.0;
    }
    let (name, typed) = (fold(name), fold(typed));
    let slips = strsim::osa_distance(&name, &typed);
    // A slip in a short word weighs much in one measure and little in the other.
    let near = typed.chars().count() >= 4 && slips <= 2;
    let alike = strsim::jaro_winkler(&name, &typed);
    let likeness = alike.max(if near { 0.9 - slips as f64 / 100.0 + alike / 1000.0 } else { 0.0 });
    if likeness > ALIKE { likeness } else { 0.0 }
}

/// The item whose names are most like what was typed, if any are like it at all.
pub fn nearest<'i, T, N: AsRef<str>>(
    items: impl IntoIterator<Item = &'i T>,
    names: impl Fn(&'i T) -> Vec<N>,
    typed: &str,
) -> Option<&'i T> {
    let best = |item: &'i T| names(item).iter().map(|name| likeness(name.as_ref(), typed)).fold(0.0, f64::max);
    let rated = items.into_iter().map(|item| (best(item), item)).filter(|(likeness, _)| *likeness > 0.0);
    // Of equals the first.
    rated.reduce(|first, next| if next.0 > first.0 { next } else { first }).map(|(_, item)| item)
}

/// The hint for a name that is unknown: what was probably meant, or else all that is possible.
pub fn hint(known: &[&str], typed: &str) -> Text {
    match nearest(known, |name| vec![*name], typed) {
        Some(near) => say::did_you_mean(*near),
        None => say::possible_values(known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_seen_through() {
        let known = ["home", "phone", "video", "chat", "service-point"];
        for (typed, meant) in
            [("phon", "phone"), ("fone", "phone"), ("VIDEÓ", "video"), ("service point", "service-point")]
        {
            assert_eq!(nearest(&known, |name| vec![*name], typed), Some(&meant), "{typed}");
        }
        assert_eq!(nearest(&known, |name| vec![*name], "library"), None);
    }
}
