//! What the file holds goes out into a sheet and comes back as it was: any text, in machine CSV and in Excel's dialects.

use super::run::Place;
use proptest::prelude::*;
use std::ffi::OsString;
use tukipont::locale::{Language, Speaker};
use tukipont::nouns;
use tukipont::record::Noun;
use tukipont::sheet::words::{Column, Words};

/// Texts that sheets are apt to spoil, and any others.
pub fn text() -> impl Strategy<Value = String> {
    let nasty = [
        "=1+1",
        "+36",
        "-5",
        "@here",
        "'quoted",
        "''",
        "\tTab",
        "\rReturn",
        "a;b",
        "a,b",
        "a\"b",
        "\"",
        "line\nbreak",
        "line\r\nbreak",
        " spaces ",
        "#no comment",
        "1,234",
        "2026-01-02",
        "\u{feff}mark",
        "null",
        "é",
        "👩‍👩‍👧",
        "'=x",
    ];
    prop_oneof![
        proptest::sample::select(nasty.to_vec()).prop_map(str::to_string),
        any::<String>(),
        "[=+@'\t\r-][ -~]{0,8}",
        "[ -~]{0,4}[;,\"\n\r][ -~]{0,4}",
    ]
}

/// Two networks with the same two points, in one of them sessions with these notes and persons with these names.
pub fn filled(texts: &[String]) -> (Place, Place) {
    let one = Place::small();
    let other = one.copy();
    let add = |words: Vec<OsString>| {
        let db = one.path("network.db").into_os_string();
        one.words(["tukipont".into(), "--db".into(), db].into_iter().chain(words).collect(), "").code
    };
    let common = "session add --date=2026-03-15 --point=P-1 --mode=phone --kind=individual --attendances=1";
    let mut taken = 0;
    for (number, text) in texts.iter().enumerate() {
        // What `add` refuses, the file cannot hold.
        let words = common.split(' ').map(OsString::from).chain([format!("--note={text}").into()]);
        taken += usize::from(add(words.collect()) == 0);
        let words = ["person", "add", "--status=active"].map(OsString::from).into_iter();
        add(words.chain([format!("--name={text}").into(), "--".into(), format!("M-{}", number + 10).into()]).collect());
    }
    assert!(taken > 0 || texts.iter().all(|text| text.trim().is_empty() || text.contains('\0')), "{texts:?}");
    (one, other)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_file_holds(texts in proptest::collection::vec(text(), 1..8)) {
        for dialect in ["", " --dialect excel-hu", " --dialect excel-fi"] {
            let (one, other) = filled(&texts);
            for noun in ["person", "session"] {
                let sheet = one.run(&format!("{noun} export{dialect}")).out;
                other.sheet("sheet.csv", &sheet);
                other.done(&format!("{noun} import sheet.csv"));
                prop_assert_eq!(other.export(noun), one.export(noun), "{}: {:?}", dialect, &sheet);
                prop_assert_eq!(&other.run(&format!("{noun} export{dialect}")).out, &sheet);
                // Once more, and nothing is new.
                let again = other.done(&format!("{noun} import sheet.csv"));
                prop_assert!(again.contains(" 0 new, 0 changed,"), "{}", again);
            }
        }
    }
}

#[test]
fn every_heading_and_every_value_is_understood_in_the_language_in_which_it_is_written() {
    for noun in nouns::NOUNS.iter() {
        let words = Words::of(noun);
        for speaker in Language::ALL.map(Speaker::new) {
            for (place, column) in noun.columns().iter().enumerate() {
                let heading = speaker.field(noun.name, column);
                assert_eq!(words.heading(&heading), Some(Column::Field(place)), "{} {heading}", noun.name);
                for choice in &column.choices {
                    let word = speaker.value(noun.name, &column.name, choice);
                    assert_eq!(words.value(place, &word), Some(&**choice), "{} {heading} {word}", noun.name);
                }
            }
        }
        assert_eq!(Words::dialect(noun, &headings(noun, Language::Hu)).map(|it| it.language()), Some(Language::Hu));
        assert_eq!(Words::dialect(noun, &headings(noun, Language::Fi)).map(|it| it.language()), Some(Language::Fi));
        assert_eq!(Words::dialect(noun, &headings(noun, Language::En)), None, "{}", noun.name);
    }
}

fn headings(noun: &Noun, language: Language) -> Vec<String> {
    let speaker = Speaker::new(language);
    noun.columns().iter().map(|column| speaker.field(noun.name, column)).collect()
}
