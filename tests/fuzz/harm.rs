//! What happens to a text on its way, or is done to it.

use crate::rounds::Chance;

/// What is put into a text somewhere.
const PIECES: [&str; 32] = [
    "\"",
    "\"\"\"",
    "\";\"",
    ",",
    ";",
    "\t",
    "|",
    "\r",
    "\r\n",
    "\n\n",
    "\0",
    "\u{feff}",
    "\u{1b}]0;title\u{7}",
    "\u{9b}31m",
    "\u{202e}\u{2066}",
    "\u{2028}",
    "99999999999999999999999999",
    "-9223372036854775808",
    "1e308",
    "1.234,5",
    "1,234",
    "0,0000001",
    "31.12.9999",
    "0000-00-00",
    "1.2.2026",
    "43313",
    "=cmd|'/c calc'!A1",
    "'",
    "#",
    "[columns]",
    "{a,\"b",
    "=",
];

/// Does a text harm, letter by letter.
pub fn to_text(chance: &mut Chance, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=chance.below(3) {
        let at = chance.below(letters.len() + 1);
        match chance.below(12) {
            0..4 => insert(&mut letters, at, PIECES[chance.below(PIECES.len())].chars()),
            4 => insert(&mut letters, at, std::iter::repeat_n('ő', [300, 32_768, 70_000][chance.below(3)])),
            5 => insert(&mut letters, at, std::iter::repeat_n([',', ';', '\n', '"'][chance.below(4)], 260)),
            6 => {
                let (from, to) = ([',', ';', '\n'][chance.below(3)], [';', '\t', '|', '\r', '"'][chance.below(5)]);
                letters.iter_mut().filter(|letter| **letter == from).for_each(|letter| *letter = to);
            }
            // A cell, or what stands beside it, once more somewhere else.
            7..10 => {
                let piece = piece(chance, &letters);
                insert(&mut letters, at, piece.into_iter());
            }
            10 => letters.truncate(at),
            _ => drop(letters.drain(at..(at + chance.below(20)).min(letters.len()))),
        }
    }
    letters.into_iter().collect()
}

/// Does a file harm, byte by byte.
pub fn to_bytes(chance: &mut Chance, bytes: &mut Vec<u8>) {
    for _ in 0..=chance.below(2) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(8) {
            0..3 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            3 => bytes.truncate(at),
            4 => drop(bytes.splice(at..at, vec![0; 1 + chance.below(3)])),
            // Halves of letters in UTF-16, and their like in UTF-8.
            5 => drop(
                bytes.splice(at..at, [&[0xD8, 0x00][..], &[0x00, 0xDC], &[0xED, 0xA0, 0x80]][chance.below(3)].to_vec()),
            ),
            6 => {
                let random: Vec<u8> = (0..chance.below(400)).map(|_| chance.number() as u8).collect();
                bytes.splice(at..at, random);
            }
            7 if chance.hits(1, 10) => *bytes = (0..chance.below(5_000)).map(|_| chance.number() as u8).collect(),
            _ => {
                let from = chance.below(bytes.len() + 1);
                let piece = bytes[from..(from + chance.below(300)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

fn insert(letters: &mut Vec<char>, at: usize, piece: impl Iterator<Item = char>) {
    letters.splice(at..at, piece);
}

fn piece(chance: &mut Chance, letters: &[char]) -> Vec<char> {
    let from = chance.below(letters.len() + 1);
    letters[from..(from + chance.below(60)).min(letters.len())].to_vec()
}
