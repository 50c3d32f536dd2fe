//! Runs the scripts in tests/cli: what is typed, and the whole of what comes back.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes down what comes back now; the change is then read as a diff.

#[test]
fn scripts() {
    trycmd::TestCases::new()
        .env("TUKIPONT_NOW", "2026-11-21T10:00:00Z")
        .env("TUKIPONT_DB", "network.db")
        .env("TUKIPONT_LANG", "en")
        .env("TUKIPONT_CONFIG", "")
        .case("tests/cli/*.trycmd");
}
