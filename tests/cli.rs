//! Runs the scripts in tests/cli: what is typed, and the whole of what comes back.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes down what comes back now; the change is then read as a diff.

use std::path::Path;

#[test]
fn scripts() {
    // A script that has such a folder runs in a copy of it; git keeps no empty ones.
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli")).expect("the scripts") {
        let path = entry.expect("a script").path();
        if path.extension().is_some_and(|extension| extension == "trycmd") {
            std::fs::create_dir_all(path.with_extension("out")).expect("a folder beside the script");
        }
    }
    trycmd::TestCases::new()
        .env("TUKIPONT_NOW", "2026-11-21T10:00:00Z")
        .env("TUKIPONT_DB", "network.db")
        .env("TUKIPONT_LANG", "en")
        .env("TZ", "UTC")
        .env("TUKIPONT_CONFIG", "")
        .case("tests/cli/*.trycmd");
}
