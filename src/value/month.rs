//! The names of months in the three languages, whole and as calendars and Excel shorten them.

use super::fold;

/// The names of each month, folded: English and Hungarian whole and short, and the Finnish stem.
///
/// They are those of Unicode CLDR and of Windows, from which Excel takes its own, and the Hungarian `szep`, which people write.
const NAMES: [(&[&str], &str); 12] = [
    (&["january", "jan", "januar"], "tammi"),
    (&["february", "feb", "februar", "febr"], "helmi"),
    (&["march", "mar", "marcius", "marc"], "maalis"),
    (&["april", "apr", "aprilis"], "huhti"),
    (&["may", "majus", "maj"], "touko"),
    (&["june", "jun", "junius"], "kesa"),
    (&["july", "jul", "julius"], "heina"),
    (&["august", "aug", "augusztus"], "elo"),
    (&["september", "sep", "sept", "szeptember", "szept", "szep"], "syys"),
    (&["october", "oct", "oktober", "okt"], "loka"),
    (&["november", "nov"], "marras"),
    (&["december", "dec"], "joulu"),
];

/// What Finnish puts behind the stem: `loka`, `lokak`, `lokakuu`, `lokakuuta`, `lokakuun`.
const FINNISH_ENDINGS: [&str; 5] = ["", "k", "kuu", "kuuta", "kuun"];

/// The number of a month by its name in any of the languages, from 1; whatever the case and the accents.
pub fn named(name: &str) -> Option<u32> {
    let name = fold(name);
    let is_finnish = |stem: &str| name.strip_prefix(stem).is_some_and(|ending| FINNISH_ENDINGS.contains(&ending));
    let place = NAMES.iter().position(|(names, stem)| names.contains(&name.as_str()) || is_finnish(stem));
    place.and_then(|place| u32::try_from(place + 1).ok())
}
