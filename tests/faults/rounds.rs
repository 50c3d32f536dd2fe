//! How many rounds a test goes, and the chance that it goes by.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::time::Duration;

/// So many rounds: TUKIPONT_LONG is a factor that makes a short run longer, up to the length that is aimed at.
pub fn rounds(short: usize, long: usize) -> usize {
    let factor = std::env::var("TUKIPONT_LONG").map_or(1, |text| text.parse().expect("TUKIPONT_LONG: a whole number"));
    (short * factor).clamp(short, long)
}

/// Random numbers (splitmix64), other ones in every run; a test that fails tells the seed that brings them back.
pub struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    pub fn new() -> Self {
        let seed = match std::env::var("TUKIPONT_SEED") {
            Ok(text) => text.parse().expect("TUKIPONT_SEED: a whole number"),
            Err(_) => RandomState::new().hash_one(0),
        };
        Self { seed, state: seed }
    }

    pub fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end as u64) as usize
    }

    /// True so many times out of so many.
    pub fn hits(&mut self, times: usize, out_of: usize) -> bool {
        self.below(out_of) < times
    }

    /// A moment in this part of a time: `0.0..1.5` reaches from its beginning to half of it past its end.
    pub fn moment(&mut self, time: Duration, part: Range<f64>) -> Duration {
        let fraction = self.number() as f64 / u64::MAX as f64;
        time.mul_f64(part.start + (part.end - part.start) * fraction)
    }
}

impl Drop for Chance {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("TUKIPONT_SEED={} repeats these random numbers", self.seed);
        }
    }
}
