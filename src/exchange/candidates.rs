//! Rows that may be one thing: by folded names, phones, e-mails and nearness, each pair with a score.

use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::record::{Naming, Noun};
use crate::value::fold;
use crate::value::near::likeness;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Two rows that may be one.
pub struct Candidate {
    /// The lower of their ids.
    pub low: i64,
    /// The higher of their ids.
    pub high: i64,
    /// How much speaks for it, from 0 to 100.
    pub score: i64,
    /// What speaks for it.
    pub reasons: Vec<&'static str>,
}

/// What speaks for two rows being one, and how much: of two reasons the one takes its part of what the other leaves.
const WEIGHTS: [(&str, f64); 6] =
    [("name", 0.6), ("similar-name", 0.4), ("phone", 0.5), ("email", 0.6), ("near", 0.4), ("area", 0.2)];

/// Pairs with less than this are not worth a look.
const LEAST: i64 = 50;

/// A word that so many rows have in their names tells nothing.
const COMMON: usize = 50;

/// So near to each other, in millionths of a degree, are some 200 m.
const NEAR: i64 = 2_000;

/// What is looked at of a row.
struct Features {
    id: i64,
    /// The words of its name, folded and sorted: the order of first and last names differs by country.
    words: Vec<String>,
    phone: Option<String>,
    email: Option<String>,
    area: Option<String>,
    place: Option<(i64, i64)>,
}

/// Whether rows of a noun can be joined: those of reference lists are the same in every file already.
pub fn can_be_joined(noun: &Noun) -> bool {
    noun.naming != Naming::Known
}

/// All pairs of a noun's rows that may be one and on which nobody has decided, the likeliest first.
///
/// # Errors
/// Only those of the database.
pub fn candidates(network: &Network, noun: &'static Noun) -> Result<Vec<Candidate>> {
    if noun.place("name").is_none() || !can_be_joined(noun) {
        return Ok(Vec::new());
    }
    let mut rows: Vec<Features> = Vec::new();
    network.rows(noun, &Query::default(), |row| {
        let cell = |name: &str| noun.place(name).and_then(|place| row.cells[place].clone());
        let mut words: Vec<String> =
            fold(&cell("name").unwrap_or_default()).split_whitespace().map(str::to_string).collect();
        words.sort_unstable();
        let degree = |name: &str| cell(name).and_then(|cell| cell.parse().ok());
        let place = degree("latitude").zip(degree("longitude"));
        let email = cell("email").map(|email| email.to_lowercase());
        rows.push(Features { id: row.id, words, phone: cell("phone"), email, area: cell("area"), place });
        Ok(())
    })?;
    let decided: BTreeSet<(i64, i64)> = network
        .decisions()?
        .into_iter()
        .filter(|decision| decision.noun.name == noun.name)
        .map(|decision| (decision.low, decision.high))
        .collect();
    let mut found: Vec<Candidate> = pairs(&rows)
        .into_iter()
        .filter_map(|(one, other)| compare(&rows[one], &rows[other]))
        .filter(|pair| pair.score >= LEAST && !decided.contains(&(pair.low, pair.high)))
        .collect();
    found.sort_by_key(|pair| (-pair.score, pair.low, pair.high));
    Ok(found)
}

/// The pairs worth a look: those with a phone, an e-mail, a place or a word that is not common in common.
fn pairs(rows: &[Features]) -> BTreeSet<(usize, usize)> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let words = row.words.iter().filter(|word| word.chars().count() > 2).map(|word| format!("word {word}"));
        let contacts = [&row.phone, &row.email].into_iter().flatten().map(|contact| format!("contact {contact}"));
        let whole = (!row.words.is_empty()).then(|| format!("name {}", row.words.join(" ")));
        let around = row.place.into_iter().flat_map(|(latitude, longitude)| {
            let cell = |degree: i64, step: i64| degree.div_euclid(NEAR) + step;
            (-1..=1).flat_map(move |north| {
                (-1..=1).map(move |east| format!("place {} {}", cell(latitude, north), cell(longitude, east)))
            })
        });
        for key in words.chain(contacts).chain(whole).chain(around) {
            blocks.entry(key).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for (key, block) in blocks {
        if key.starts_with("word") && block.len() > COMMON {
            continue;
        }
        for (place, one) in block.iter().enumerate() {
            pairs.extend(block[place + 1..].iter().map(|other| (*one, *other)));
        }
    }
    pairs
}

/// What speaks for two rows being one.
fn compare(one: &Features, other: &Features) -> Option<Candidate> {
    let same = |of: fn(&Features) -> &Option<String>| of(one).is_some() && of(one) == of(other);
    let (name, others) = (one.words.join(" "), other.words.join(" "));
    let is_named_so = !name.is_empty() && name == others;
    let is_near = |(a, b): ((i64, i64), (i64, i64))| (a.0 - b.0).abs() <= NEAR && (a.1 - b.1).abs() <= NEAR;
    let speaks: BTreeMap<&str, bool> = BTreeMap::from([
        ("name", is_named_so),
        ("similar-name", !is_named_so && likeness(&name, &others) > 0.9),
        ("phone", same(|row| &row.phone)),
        ("email", same(|row| &row.email)),
        ("near", one.place.zip(other.place).is_some_and(is_near)),
        ("area", same(|row| &row.area)),
    ]);
    let reasons: Vec<(&'static str, f64)> = WEIGHTS.into_iter().filter(|(reason, _)| speaks[reason]).collect();
    // Two that are called otherwise may share an office's phone or a house; the area alone says nothing.
    let is_named = speaks["name"] || speaks["similar-name"];
    if !is_named && reasons.iter().filter(|(reason, _)| *reason != "area").count() < 2 {
        return None;
    }
    let doubt: f64 = reasons.iter().map(|(_, weight)| 1.0 - weight).product();
    Some(Candidate {
        low: one.id.min(other.id),
        high: one.id.max(other.id),
        score: ((1.0 - doubt) * 100.0).round() as i64,
        reasons: reasons.into_iter().map(|(reason, _)| reason).collect(),
    })
}
