//! The encoding of a sheet: a mark at its beginning says it, else the text itself, else the country of the network.

use crate::error::Refusal;
use crate::locale::say;
use crate::value::country::Country;
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

/// How many bytes are looked at and decoded at once.
const PIECE: usize = 64 * 1024;

/// No letter and no mark is longer, in bytes.
const LONGEST_LETTER: usize = 4;

/// The byte that stands in no text in UTF-8: what cannot be decoded is told with its line, where lines are counted.
const NO_TEXT: u8 = 0xFF;

/// An encoding that was asked for, by any name that the WHATWG standard gives it: `windows-1250`, `latin2`, `utf-16le`.
///
/// # Errors
/// Where it has no such name.
pub fn named(name: &str) -> Result<&'static Encoding, Refusal> {
    let refuse = || Refusal::data(say::not_an_encoding(name)).hint(say::not_an_encoding_hint());
    Encoding::for_label(name.trim().as_bytes()).ok_or_else(refuse)
}

/// Why a text was read in an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The line, or the mapping, says so.
    Asked,
    /// A byte-order mark says so.
    Mark,
    /// It holds nothing but ASCII, which reads alike in all.
    Plain,
    /// The text is sound in it.
    Sound,
    /// The text is not sound in UTF-8, and office programs of the network's country write so.
    Country,
}

/// What was found of a text's encoding; it may still change while the text is read.
pub type Found = Arc<Mutex<(&'static Encoding, Why)>>;

/// Makes UTF-8 of what comes in another encoding.
pub struct Decoded {
    input: Box<dyn Read + Send>,
    asked: Option<&'static Encoding>,
    country: Option<&'static Country>,
    /// What was read last.
    piece: Vec<u8>,
    /// What was read and not decoded yet.
    raw: Vec<u8>,
    /// What was decoded and not asked for yet.
    ready: Vec<u8>,
    state: State,
    found: Found,
}

enum State {
    /// Nothing was read.
    New,
    /// Only ASCII has come so far.
    Plain,
    /// It is UTF-8 already.
    Passing,
    Decoding(Decoder),
    /// The last of it was decoded.
    Ended,
}

impl Decoded {
    /// Begins to decode an input, as asked for or as its text and the network's country tell.
    pub fn new(
        input: Box<dyn Read + Send>,
        asked: Option<&'static Encoding>,
        country: Option<&'static Country>,
    ) -> Self {
        let found = Arc::new(Mutex::new((UTF_8, Why::Plain)));
        let (piece, raw, ready) = (vec![0; PIECE], Vec::new(), Vec::new());
        Self { input, asked, country, piece, raw, ready, state: State::New, found }
    }

    /// What is found of its encoding, now and later.
    pub fn found(&self) -> Found {
        Arc::clone(&self.found)
    }

    fn decide(&mut self, encoding: &'static Encoding, why: Why) {
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = (encoding, why);
        self.state = match encoding == UTF_8 {
            true => State::Passing,
            false => State::Decoding(encoding.new_decoder_without_bom_handling()),
        };
    }

    /// Looks at what has come, and decides as soon as it tells.
    fn look(&mut self, is_end: bool) {
        if matches!(self.state, State::New) {
            if self.raw.len() < LONGEST_LETTER && !is_end {
                return;
            }
            self.state = State::Plain;
            if let Some((encoding, length)) = Encoding::for_bom(&self.raw) {
                self.raw.drain(..length);
                return self.decide(encoding, Why::Mark);
            }
            if let Some(encoding) = self.asked {
                return self.decide(encoding, Why::Asked);
            }
        }
        let special = &self.raw[plain(&self.raw)..];
        if !matches!(self.state, State::Plain) || special.is_empty() || (special.len() < LONGEST_LETTER && !is_end) {
            return;
        }
        let is_sound = match std::str::from_utf8(special) {
            Ok(_) => true,
            // The piece may end within a letter.
            Err(error) => error.valid_up_to() > 0 && error.error_len().is_none() && !is_end,
        };
        let code_page = self.country.and_then(|country| Encoding::for_label(country.code_page.as_bytes()));
        match code_page {
            Some(encoding) if !is_sound => self.decide(encoding, Why::Country),
            _ => self.decide(UTF_8, Why::Sound),
        }
    }

    fn decode(&mut self, is_end: bool) {
        let decoder = match &mut self.state {
            State::New | State::Ended => return,
            State::Plain => return self.ready.extend(self.raw.drain(..plain(&self.raw))),
            // What is no UTF-8 is told with its line by those who count lines.
            State::Passing => return self.ready.append(&mut self.raw),
            State::Decoding(decoder) => decoder,
        };
        // Made once: where nothing can be decoded, making it again for each letter takes hours.
        let (mut from, mut filled) = (0, self.ready.len());
        self.ready.resize(filled + 4 * self.raw.len() + 16, 0);
        loop {
            let (result, read, wrote) =
                decoder.decode_to_utf8_without_replacement(&self.raw[from..], &mut self.ready[filled..], is_end);
            (from, filled) = (from + read, filled + wrote);
            match result {
                DecoderResult::Malformed(..) => {
                    self.ready.resize(self.ready.len().max(filled + 1), 0);
                    self.ready[filled] = NO_TEXT;
                    filled += 1;
                }
                DecoderResult::OutputFull => self.ready.resize(filled + PIECE, 0),
                DecoderResult::InputEmpty => break,
            }
        }
        self.ready.truncate(filled);
        self.raw.clear();
    }
}

/// How many bytes at the beginning are ASCII.
fn plain(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len())
}

impl Read for Decoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() {
            let read = loop {
                match self.input.read(&mut self.piece) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            self.raw.extend_from_slice(&self.piece[..read]);
            let is_end = read == 0;
            self.look(is_end);
            self.decode(is_end);
            if is_end {
                // A decoder that has ended must not be asked again.
                self.state = State::Ended;
                break;
            }
        }
        let length = self.ready.len().min(buffer.len());
        buffer[..length].copy_from_slice(&self.ready[..length]);
        self.ready.drain(..length);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1250, WINDOWS_1252};
    use std::io::Cursor;

    /// Gives its bytes in pieces of this size.
    struct Slow(Cursor<Vec<u8>>, usize);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(buffer.len());
            self.0.read(&mut buffer[..most])
        }
    }

    fn read(bytes: &[u8], asked: Option<&str>, country: &str) -> (Vec<u8>, (&'static str, Why)) {
        let mut came = Vec::new();
        for piece in [1, 2, 3, 7, PIECE] {
            let asked = asked.map(|name| named(name).unwrap_or_else(|_| panic!("{name}")));
            let mut decoded =
                Decoded::new(Box::new(Slow(Cursor::new(bytes.to_vec()), piece)), asked, Country::of(country));
            let mut text = Vec::new();
            decoded.read_to_end(&mut text).expect("it reads");
            let (encoding, why) = *decoded.found.lock().expect("it is there");
            came.push((text, (encoding.name(), why)));
        }
        // However small the pieces.
        came.dedup();
        assert_eq!(came.len(), 1, "{came:?}");
        came.remove(0)
    }

    #[test]
    fn every_way_in_which_office_programs_write() {
        let text = "név;űrlap\r\nÁrvíztűrő tükörfúrógép;őszi";
        let in_code_page = WINDOWS_1250.encode(text).0.into_owned();
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, asked, country, name, why) in [
            (text.as_bytes().to_vec(), None, "hu", "UTF-8", Why::Sound),
            (marked(b"\xEF\xBB\xBF", text.as_bytes()), None, "", "UTF-8", Why::Mark),
            (in_code_page.clone(), None, "hu", "windows-1250", Why::Country),
            (in_code_page, Some("windows-1250"), "fi", "windows-1250", Why::Asked),
            (marked(b"\xFF\xFE", &utf_16), None, "", "UTF-16LE", Why::Mark),
            (marked(b"\xFE\xFF", &utf_16_be), None, "", "UTF-16BE", Why::Mark),
        ] {
            assert_eq!(read(&bytes, asked, country), (text.as_bytes().to_vec(), (name, why)), "{name}");
        }
        let finnish = "Käyttäjiä;Åbo";
        let bytes = WINDOWS_1252.encode(finnish).0.into_owned();
        assert_eq!(read(&bytes, None, "fi").0, finnish.as_bytes());
        // Without a country nothing is guessed: the reader of lines says which one is no text.
        assert_eq!(read(&bytes, None, "none").0, bytes);
        assert!(named("klingon").is_err());
    }

    #[test]
    fn what_is_no_letter_is_told_wherever_it_stands() {
        // Half a letter at the end, the second half of one without the first, and nothing else but such halves.
        let halves = [b"\xFF\xFE".as_slice(), &b"\x00\xDC".repeat(PIECE)].concat();
        for (bytes, expected) in [
            (b"\xFF\xFEa\0b".to_vec(), b"a\xFF".to_vec()),
            (b"\xFF\xFE\x00\xDCa\0".to_vec(), b"\xFFa".to_vec()),
            (b"\xFE\xFF\0a\xD8\x00".to_vec(), b"a\xFF".to_vec()),
            (halves, vec![NO_TEXT; PIECE]),
        ] {
            assert_eq!(read(&bytes, None, "").0, expected);
        }
    }
}
