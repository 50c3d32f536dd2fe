//! The rounding rule for figures that leave the network: small counts are hidden, all others rounded to the nearest five.
//!
//! 0 is shown, 1 to 7 becomes `*`, everything else the nearest multiple of 5; totals are rounded by themselves, so that
//! nobody can take rounded parts from a total and come to a hidden one.

/// The least count that is published as a number.
pub const THRESHOLD: i64 = 8;

/// What stands in place of a count that is too small.
pub const HIDDEN: &str = "*";

/// A figure as it may be published, in the units of a whole one.
pub fn published(figure: i64) -> String {
    match figure.abs() {
        0 => "0".to_string(),
        size if size < THRESHOLD => HIDDEN.to_string(),
        size => (figure.signum() * ((size + 2) / 5 * 5)).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_hidden_and_others_rounded_to_five() {
        let cases = [
            (0, "0"),
            (1, "*"),
            (7, "*"),
            (8, "10"),
            (12, "10"),
            (13, "15"),
            (17, "15"),
            (18, "20"),
            (1_002, "1000"),
            (1_003, "1005"),
        ];
        for (figure, told) in cases {
            assert_eq!(published(figure), told, "{figure}");
        }
    }
}
