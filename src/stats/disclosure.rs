//! The rounding rule for figures that leave the network: small counts are hidden, all others rounded to the nearest five.
//!
//! 0 is shown, 1 to 7 becomes `*`, everything else the nearest multiple of 5; totals are rounded by themselves, so that
//! nobody can take rounded parts from a total and come to a hidden one.

use super::measure::share;
use crate::value::Decimal;

/// The least count that is published as a number.
pub const THRESHOLD: i64 = 8;

/// What stands in place of a count that is too small.
pub const HIDDEN: &str = "*";

/// A figure as it may be published; one with decimals becomes a whole one.
pub fn published(figure: Decimal) -> String {
    let one = Decimal::whole(1).0;
    match figure.0.abs() {
        0 => "0".to_string(),
        size if size < i128::from(THRESHOLD) * one => HIDDEN.to_string(),
        size => (figure.0.signum() * ((size + 5 * one / 2) / (5 * one) * 5)).to_string(),
    }
}

/// The share in tenths of a percent of one figure as it is shown in another; none where either is hidden or the whole is
/// nought.
pub fn share_as_shown(part: &str, whole: &str) -> Option<String> {
    share(part.parse().ok(), whole.parse().ok()).map(|share| share.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_hidden_and_others_rounded_to_five() {
        let cases = [
            ("0", "0"),
            ("0.5", "*"),
            ("1", "*"),
            ("7.99", "*"),
            ("8", "10"),
            ("12.49", "10"),
            ("12.5", "15"),
            ("17", "15"),
            ("18", "20"),
            ("1002", "1000"),
            ("1003", "1005"),
            ("-3", "*"),
            ("-18.2", "-20"),
        ];
        for (figure, told) in cases {
            let figure: Decimal = figure.parse().unwrap_or_else(|_| panic!("{figure}"));
            assert_eq!(published(figure), told, "{figure}");
        }
    }
}
