//! Workbooks that were damaged, or made to do harm: each is refused in words, quickly, and nothing is taken.

use super::run::Place;
use super::workbooks::{archive, book};
use std::time::Instant;

/// How many times as far as usual.
fn long() -> usize {
    std::env::var("TUKIPONT_LONG").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Numbers that look like chance and are the same every time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// A small workbook of our own.
fn sound(place: &Place) -> Vec<u8> {
    place.sheet("s.csv", "date,point,mode,kind,attendances,note\n2026-03-15,P-1,phone,individual,1,one\n2026-03-16,P-2,course,group,8,two\n");
    place.done("session import s.csv");
    place.done("session export -o sound.xlsx");
    std::fs::read(place.path("sound.xlsx")).expect("it is there")
}

#[test]
fn flipped_cut_and_doubled_bytes_are_refused_or_read() {
    let place = Place::small();
    let sound = sound(&place);
    let mut chance = Chance(0x7u64.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    for round in 0..200 * long() {
        let mut bytes = sound.clone();
        match round % 4 {
            0 => bytes.truncate(chance.below(sound.len())),
            1 => {
                let (from, to) = (chance.below(sound.len()), chance.below(sound.len()));
                bytes.splice(from.min(to)..from.max(to), []);
            }
            _ => (0..1 + round % 8).for_each(|_| bytes[chance.below(sound.len())] ^= 1 << chance.below(8)),
        }
        place.sheet("bad.xlsx", &bytes);
        let left = place.run("session import bad.xlsx --dry-run");
        assert!([0, 4].contains(&left.code), "{round}: {} {}", left.code, left.err);
    }
}

/// The parts of an archive, as texts.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").to_string();
        parts.push((name, std::io::read_to_string(part).expect("text")));
    }
    parts
}

#[test]
fn parts_with_other_xml_are_refused_or_read() {
    let place = Place::small();
    let parts = parts(&sound(&place));
    let mut chance = Chance(0x1234_5678_9ABC_DEF1);
    let pieces = [
        "<",
        ">",
        "\"",
        "/",
        "<c r=\"A1\">",
        "</row>",
        "99999999999999999999",
        "-1",
        "&#0;",
        "&x;",
        "r=\"A0\"",
        "ZZZZZZZZ9",
        "<!--",
        "]]>",
        "",
        "é",
        "<v>",
        "t=\"s\"",
    ];
    for _ in 0..150 * long() {
        let mut parts = parts.clone();
        for _ in 0..1 + chance.below(3) {
            let at = chance.below(parts.len());
            let text = &mut parts[at].1;
            let mut place = chance.below(text.len());
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            let mut end = (place + chance.below(12)).min(text.len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.replace_range(place..end.max(place), pieces[chance.below(pieces.len())]);
        }
        place.sheet("bad.xlsx", archive(&parts));
        let left = place.run("session import bad.xlsx --dry-run");
        assert!([0, 4].contains(&left.code), "{} {}", left.code, left.err);
    }
}

#[test]
fn what_holds_too_much_is_refused_before_it_is_read() {
    let place = Place::small();
    let sound = parts(&book(&[("A", "<row><c><v>1</v></c></row>")], false));
    let with = |name: &str, text: String| {
        let mut parts: Vec<_> = sound.iter().filter(|(other, _)| other != name).cloned().collect();
        parts.push((name.to_string(), text));
        archive(&parts)
    };
    // Its texts, and what the archive says that they take.
    let texts = |size: u32| {
        let mut bytes = with("xl/sharedStrings.xml", format!("<sst>{}</sst>", "<si/>".repeat(100_000)));
        while let Some(at) = bytes.windows(4).position(|window| window == 500_011_u32.to_le_bytes()) {
            bytes[at..at + 4].copy_from_slice(&size.to_le_bytes());
        }
        bytes
    };
    let sst = |count: &str| format!("<?xml version=\"1.0\"?><!-- > --><x:sst a='>' uniqueCount=\"{count}\"></x:sst>");
    let styles =
        |length: usize| format!("<styleSheet><cellXfs><xf a=\"{}\"/></cellXfs></styleSheet>", "x".repeat(length));
    for (bytes, said) in [
        (texts(200 << 20), "holds more than can be read"),
        // Less than they do: no byte more is read.
        (texts(64), "cannot be read"),
        (with("xl/sharedStrings.xml", sst("18446744073709551615")), "cannot be read"),
        (with("xl/sharedStrings.xml", sst("99999999999")), "cannot be read"),
        (with("xl/styles.xml", styles(4000)), "holds more than can be read"),
        (with("xl/workbook.xml", "<workbook><sheets>".to_string()), "cannot be read"),
        (book(&[("A", "<row r=\"4000000000\"><c><v>1</v></c></row>")], false), "cannot be read"),
        (
            book(&[("A", "<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>")], false),
            "cannot be read",
        ),
        (book(&[("A", "<row><c r=\"GS1\"><v>1</v></c></row>")], false), "more than 200 columns"),
        (book(&[("A", &format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(70_000)))], false), "longer than"),
        (book(&[("A", "<row><c t=\"s\"><v>7</v></c></row>")], false), "cannot be read"),
    ] {
        place.sheet("bad.xlsx", bytes);
        let begin = Instant::now();
        let told = place.refused("session import bad.xlsx");
        assert!(told.contains(said), "{said}: {told}");
        assert!(begin.elapsed().as_secs() < 20, "{said}");
    }
}
