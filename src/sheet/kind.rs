//! What a file is that is no sheet of separated values, by its first bytes and whatever its name says.

/// So many bytes are looked at.
pub const LONGEST: usize = 64;

/// The beginnings of files that people send for sheets.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"\xD0\xCF\x11\xE0", "workbook"),
    (b"SQLite format 3\0", "database"),
    (b"tukipont handover", "handover"),
    (b"age-encryption.org/", "encrypted"),
    (b"%PDF", "document"),
    (b"{\\rtf", "document"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"\x1F\x8B", "archive"),
    (b"7z\xBC\xAF", "archive"),
    (b"Rar!", "archive"),
];

/// The beginnings of texts that are none of cells, in small letters.
const TEXTS: &[&str] = &["<!doctype", "<html", "<?xml", "{\"", "[{"];

/// The first files in the archive that a workbook is.
const OF_WORKBOOKS: &[&[u8]] =
    &[b"[Content_Types].xml", b"_rels/", b"xl/", b"docProps/", b"mimetypeapplication/vnd.oasis"];

/// The beginning of one that is not Excel's.
const OF_OTHERS: &[u8] = b"mimetype";

/// Where the name of the first file begins in an archive (APPNOTE 6.3, local file header).
const NAME: usize = 30;

/// Whether a workbook is one of Excel's since 2007 (.xlsx).
pub fn is_xlsx(start: &[u8]) -> bool {
    of(start) == Some("workbook")
        && start.starts_with(b"PK")
        && !start.get(NAME..).unwrap_or_default().starts_with(OF_OTHERS)
}

/// What a file is, where it is no text.
pub fn of(start: &[u8]) -> Option<&'static str> {
    if start.starts_with(b"PK\x03\x04") {
        let name = start.get(NAME..).unwrap_or_default();
        let is_workbook = OF_WORKBOOKS.iter().any(|first| name.starts_with(first));
        return Some(if is_workbook { "workbook" } else { "archive" });
    }
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start().to_ascii_lowercase();
    if TEXTS.iter().any(|beginning| text.starts_with(beginning.as_bytes())) {
        return Some("document");
    }
    BEGINNINGS.iter().find(|(beginning, _)| start.starts_with(beginning)).map(|(_, kind)| *kind)
}
