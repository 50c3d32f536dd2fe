//! Counts per band without persons: a group session's ages, sexes, work statuses.

use super::CategoryCode;
use crate::error::Refusal;
use crate::locale::say;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Counts per category, `age:60-74=3 sex:female=2`; where `=1` is meant it may be left out.
///
/// A tally stays a tally: nothing here knows which woman was how old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally(BTreeMap<CategoryCode, u32>);

impl Tally {
    /// The categories with their counts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&CategoryCode, u32)> {
        self.0.iter().map(|(code, count)| (code, *count))
    }

    /// The sum over each list of bands.
    pub fn sums(&self) -> BTreeMap<&str, u64> {
        let mut sums = BTreeMap::new();
        for (code, count) in self.iter() {
            *sums.entry(code.list()).or_default() += u64::from(count);
        }
        sums
    }
}

impl FromStr for Tally {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refuse = || Refusal::data(say::not_a_tally(text)).hint(say::not_a_tally_hint());
        let mut bands = BTreeMap::new();
        for part in text.split([' ', ',', ';']).filter(|part| !part.is_empty()) {
            let (code, count) = part.split_once('=').unwrap_or((part, "1"));
            let count: u32 = count.parse().map_err(|_| refuse())?;
            // Nobody in a band is what leaving the band out says already.
            if count > 0 && bands.insert(code.parse()?, count).is_some() {
                return Err(refuse());
            }
        }
        match bands.is_empty() {
            true => Err(refuse()),
            false => Ok(Self(bands)),
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (code, count)) in self.iter().enumerate() {
            write!(f, "{}{code}={count}", if place > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}

super::one_text_form!(Tally);
