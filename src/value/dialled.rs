//! Telephone numbers as people write and dial them, told from other digits by their form.

/// Whether digits (each 0 to 9) are a whole telephone number.
///
/// Bit *n* of the cuts says that something stands before digit *n*; a number is split where its first group ends with
/// a slash or a bracket.
pub fn is_phone(digits: &[u8], cuts: u32, has_plus: bool, is_split: bool) -> bool {
    match digits {
        _ if has_plus => is_international(digits),
        [0, 0, number @ ..] => {
            // A country's code ends early; five digits that begin with 00 are rather a postcode of Helsinki.
            let is_parted = match cuts.trailing_zeros() {
                2..=4 | u32::BITS => true,
                5 => number.starts_with(&[3, 5, 8]),
                _ => number.starts_with(&[3, 6]),
            };
            is_parted && is_international(number)
        }
        [0, 6, number @ ..] if is_hungarian(number, cuts >> 2) => true,
        // Eight digits without a space are rather a day or a customer's number.
        [0, number @ ..] => is_finnish(number, cuts >> 1) && (cuts > 0 || digits.len() > 8),
        // The plus is often left out.
        [3, 6, number @ ..] if is_hungarian_mobile(number, cuts >> 2) => true,
        [3, 5, 8, number @ ..] if number.len() == 9 && is_finnish(number, cuts >> 3) => true,
        // `1/234-5678`, `(52) 123-456`: an area code without its 06 is told by what stands behind it.
        [1, ..] if is_split => cuts == 0b1_0010 && is_hungarian(digits, cuts),
        _ if is_split && cuts == 0b10_0100 && is_hungarian(digits, cuts) => true,
        _ => is_hungarian_mobile(digits, cuts),
    }
}

/// Whether digits are a number that begins with its country, as after `+`.
fn is_international(digits: &[u8]) -> bool {
    match digits {
        [3, 6, number @ ..] => is_hungarian(number.strip_prefix(&[0, 6]).unwrap_or(number), 0),
        [3, 5, 8, number @ ..] => is_finnish(number.strip_prefix(&[0]).unwrap_or(number), 0),
        [1..=9, ..] => (9..=15).contains(&digits.len()),
        _ => false,
    }
}

/// Whether digits are an area of Hungary and a whole number there, in groups as people part them.
///
/// The numbering plan of the authority, NMHH (<https://nmhh.hu/cikk/185491/Magyar_nemzeti_szamozasi_terv>): 1 is
/// Budapest, 20, 30, 31, 50 and 70 are mobile, 21 is of no place, all with seven digits of their own; other areas have
/// six; 40, 80, 90 and 91 are services.
fn is_hungarian(number: &[u8], cuts: u32) -> bool {
    let (area, own) = match number {
        [1, ..] => (1, 7),
        [2 | 3 | 5 | 7, 0, ..] | [2 | 3, 1, ..] => (2, 7),
        [2..=9, 2..=9, ..] => (2, 6),
        _ => return false,
    };
    // The number's own digits are whole, 3 4, 3 3, 3 2 2, 2 2 3 or 2 2 2: `06/2028 12345` is a month.
    let is_parted = matches!((cuts >> area) & !1, 0 | 0b1000 | 0b10_1000 | 0b1_0100) && (area == 1 || cuts & 0b10 == 0);
    is_parted && number.len() == area + own && number[area] != 0
}

/// Whether digits are a mobile number of Hungary without its 06, as in `30/123-4567`.
fn is_hungarian_mobile(number: &[u8], cuts: u32) -> bool {
    let is_mobile = matches!(number, [2 | 3 | 5 | 7, 0, ..] | [3, 1, ..]);
    is_mobile && is_hungarian(number, cuts) && (cuts < 2 || cuts & 0b1_0100 == 0b100)
}

/// Whether digits, without the 0 in front, are an area of Finland and a number there.
///
/// Regulation 32 of the authority, Traficom, on numbering: 4 and 50 are mobile, 13 to 19, 2, 3, 5, 6, 8 and 9 are
/// areas; 10, 20, 29, 30, 60, 70, 71, 73, 75 and 80 are services. The lengths are the usual ones.
fn is_finnish(number: &[u8], cuts: u32) -> bool {
    let cuts = cuts & !1;
    let area = match number {
        [4, ..] | [5, 0, ..] => {
            return (8..=10).contains(&number.len()) && (cuts == 0 || matches!(cuts.trailing_zeros(), 2 | 3));
        }
        [1, 3..=9, ..] => 2,
        [2, 1..=8, ..] | [3 | 5 | 6 | 8 | 9, 1..=9, ..] => 1,
        _ => return false,
    };
    // Three digits or more behind the area: `08-16 10-14` are opening hours, `05 2026` is a month.
    let near = cuts & ((1 << (area + 3)) - 2);
    let is_year = cuts & (1 << (area + 4)) != 0 && matches!(number[area..], [1, 9, ..] | [2, 0, ..]);
    (7..=9).contains(&number.len()) && (cuts == 0 || near == 1 << area) && !is_year
}
