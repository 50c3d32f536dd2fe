//! What a workbook may hold, and whether it is whole: a small archive can hold more than any machine has room for.

use crate::error::{Refusal, Result};
use crate::locale::say;
use std::io::{BufRead, BufReader, Read, Seek};
use zip::ZipArchive;

/// How many bytes all of its parts may have, as the archive declares them; `zip` reads no byte beyond that.
const MOST: u64 = 1 << 30;

/// How many the parts may have together that are held as a whole while a sheet is read: its texts above all.
const MOST_HELD: u64 = 128 << 20;

/// How many its styles may have, which are held once for each kind of cell.
const MOST_STYLES: u64 = 4 << 20;

/// The longest tag of its styles, for the same reason.
const LONGEST_TAG: usize = 2048;

/// How far the root of its texts may stand from their beginning.
const ROOT_WITHIN: u64 = 64 * 1024;

/// Refuses a workbook that declares more than may be held, and one whose parts are not what they were written as: who
/// reads cells stops at the last, and never comes to the sum at the end.
///
/// # Errors
/// Then, and where it is no archive.
pub fn refuse_unsound<R: Read + Seek>(input: R) -> Result<()> {
    let too_large = || Refusal::data(say::workbook_too_large((MOST >> 20) as i64)).hint(say::workbook_too_large_hint());
    let mut archive = ZipArchive::new(input).map_err(unreadable)?;
    let (mut all, mut held, mut parts) = (0_u64, 0_u64, Vec::new());
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(unreadable)?;
        let name = part.name().map_err(unreadable)?.replace('\\', "/").to_lowercase();
        all = all.saturating_add(part.size());
        // Sheets are read cell by cell.
        if !name.starts_with("xl/worksheets/sheet") {
            held = held.saturating_add(part.size());
        }
        if name.ends_with("styles.xml") && part.size() > MOST_STYLES {
            return Err(too_large().into());
        }
        parts.push((at, name));
    }
    if all > MOST || held > MOST_HELD {
        return Err(too_large().into());
    }
    for (at, name) in parts.iter().filter(|(_, name)| name.ends_with(".xml") || name.ends_with(".rels")) {
        if name.ends_with("styles.xml") && !has_short_tags(archive.by_index(*at).map_err(unreadable)?)? {
            return Err(too_large().into());
        }
        let mut part = archive.by_index(*at).map_err(unreadable)?;
        let size = part.size();
        if name.ends_with("sharedstrings.xml") && !promises_at_most(&mut part, size)? {
            return Err(unreadable("sharedStrings.xml").into());
        }
        std::io::copy(&mut part, &mut std::io::sink()).map_err(unreadable)?;
    }
    Ok(())
}

/// The refusal of a workbook that cannot be read.
pub fn unreadable(why: impl std::fmt::Display) -> Refusal {
    Refusal::data(say::workbook_unreadable(why.to_string())).hint(say::workbook_unreadable_hint())
}

/// Whether all tags of a part are as short as those that programs write.
fn has_short_tags(part: impl Read) -> Result<bool> {
    let (mut part, mut tag) = (BufReader::new(part), None);
    loop {
        let piece = part.fill_buf().map_err(unreadable)?;
        if piece.is_empty() {
            return Ok(true);
        }
        for byte in piece {
            tag = match (byte, tag) {
                (b'<', None) => Some(0),
                (b'>', _) => None,
                (_, Some(LONGEST_TAG)) => return Ok(false),
                (_, tag) => tag.map(|length| length + 1),
            };
        }
        let length = piece.len();
        part.consume(length);
    }
}

/// Whether the texts' root, `<sst uniqueCount="3">`, promises no more of them than there is room for: that many are
/// made room for at once.
fn promises_at_most(part: impl Read, size: u64) -> Result<bool> {
    let mut start = Vec::new();
    part.take(ROOT_WITHIN).read_to_end(&mut start).map_err(unreadable)?;
    let start = String::from_utf8_lossy(&start);
    let mut rest = start.trim_start_matches('\u{feff}').trim_start();
    // What may stand before the root: the declaration and comments.
    while let Some((begin, end)) =
        [("<?", "?>"), ("<!--", "-->")].into_iter().find(|(begin, _)| rest.starts_with(begin))
    {
        let Some((_, after)) = rest[begin.len()..].split_once(end) else { return Ok(false) };
        rest = after.trim_start();
    }
    let mut quote = None;
    let end = rest.find(|sign| match (sign, quote) {
        ('"' | '\'', None) => {
            quote = Some(sign);
            false
        }
        (sign, Some(open)) if sign == open => {
            quote = None;
            false
        }
        (sign, quote) => sign == '>' && quote.is_none(),
    });
    let Some(root) = end.map(|end| &rest[..end]).and_then(|root| root.strip_prefix('<')) else { return Ok(false) };
    let name = root.split(|sign: char| sign.is_whitespace() || sign == '/').next().unwrap_or_default();
    if name.rsplit(':').next() != Some("sst") {
        return Ok(false);
    }
    let counts = root.split("uniqueCount").skip(1);
    let digits = |text: &str| -> String {
        text.chars().skip_while(|sign| !sign.is_ascii_digit()).take_while(char::is_ascii_digit).collect()
    };
    // The shortest of them takes as many bytes as `<si/>`.
    Ok(counts
        .map(digits)
        .all(|count| count.is_empty() || count.parse::<u64>().is_ok_and(|count| count <= size / 5 + 1)))
}
