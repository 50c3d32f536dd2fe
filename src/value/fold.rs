//! Text without accents and case, for finding what people type, and in the one form in which words are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents: `Kővágószőlős` becomes `kovagoszolos`.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The text with its letters composed and its apostrophes straight: `e` and an accent become `é`, `l’eau` `l'eau`.
pub fn composed(text: &str) -> String {
    text.nfc().map(|c| if matches!(c, '\u{2018}' | '\u{2019}' | '\u{2bc}') { '\'' } else { c }).collect()
}
