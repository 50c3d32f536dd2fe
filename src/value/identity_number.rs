//! Personal identity numbers that carry a check digit: Hungary's three, Finland's one, Romania's one.

use chrono::NaiveDate;

/// Whether these digits (each 0 to 9) are an identity number by their count and their check digit.
pub fn is_identity_number(digits: &[u8]) -> bool {
    match digits.len() {
        9 => is_taj(digits),
        10 => is_adoazonosito(digits),
        11 => is_szemelyi_azonosito(digits),
        13 => is_cnp(digits),
        _ => false,
    }
}

/// Társadalombiztosítási azonosító jel, Hungary's health insurance number: a serial number and a check digit.
///
/// Act XX of 1996, annex 2 (<https://njt.hu/jogszabaly/1996-20-00-00>): digits at odd places times 3, at even places
/// times 7, the sum modulo 10.
fn is_taj(digits: &[u8]) -> bool {
    // A row of zeros passes, yet is nobody's: it fills a form's empty cell.
    digits.iter().any(|digit| *digit != 0) && remainder(digits, &[3, 7, 3, 7, 3, 7, 3, 7], 10) == last(digits)
}

/// Adóazonosító jel, Hungary's tax number of a person: 8, days from 1867-01-01 to birth, three digits, a check digit.
///
/// Act XX of 1996, annex 1: each digit times its place, the sum modulo 11; a remainder of 10 is not given out.
fn is_adoazonosito(digits: &[u8]) -> bool {
    let [8, days @ .., _, _, _, _] = digits else { return false };
    let days = days.iter().fold(0, |number, digit| number * 10 + u32::from(*digit));
    // Born between 1900 and 2047: half of all five-digit numbers are no such day.
    (12_053..66_000).contains(&days) && remainder(digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9], 11) == last(digits)
}

/// Személyi azonosító, Hungary's number of the population register: sex and century, birth, serial, a check digit.
///
/// Act XX of 1996, annex 3: whoever was born before 1997 has each digit times its place, later the tenth place times
/// 1, the ninth times 2 and so on; the sum modulo 11; a remainder of 10 is not given out.
fn is_szemelyi_azonosito(digits: &[u8]) -> bool {
    // 5 to 8 are foreigners'. 3 and 4 once stood for births before 1900, too: nobody so old comes to a session.
    let century = match digits[0] {
        3 | 4 => 2000,
        1 | 2 | 5..=8 => 1900,
        _ => return false,
    };
    let Some(born) = born(century, &digits[1..7]) else { return false };
    let is_later = NaiveDate::from_ymd_opt(1997, 1, 1).is_some_and(|change| born >= change);
    let weights = if is_later { [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] } else { [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
    remainder(digits, &weights, 11) == last(digits)
}

/// Cod numeric personal, Romania's number of the population register, for mentors help people over the border too.
///
/// Emergency Ordinance 97/2005, article 6 (<http://www.cdep.ro/pls/legis/legis_pck.htp_act_text?idt=65141>), and its
/// norms, Government Decision 1375/2006, later 295/2021: sex and century, birth, county, serial, a check digit. That is
/// in general use the sum of the digits times those of the constant 279146358279, modulo 11; 10 is written as 1.
fn is_cnp(digits: &[u8]) -> bool {
    // 3 and 4 are of births before 1900; 7 and 8 are residents', of any century, and 2000 has every leap day.
    let century = match digits[0] {
        1 | 2 => 1900,
        5..=8 => 2000,
        _ => return false,
    };
    let check = match remainder(digits, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11) {
        10 => 1,
        check => check,
    };
    born(century, &digits[1..7]).is_some() && check == last(digits)
}

/// Whether a text begins with a henkilötunnus, Finland's code: `DDMMYY`, a sign of the century, `NNN`, a check.
///
/// Government Decree 128/2010, section 2, as amended by 690/2022
/// (<https://www.finlex.fi/fi/laki/alkup/2022/20220690>): the nine digits as one number modulo 31 choose the check.
pub fn begins_with_henkilotunnus(text: &str) -> bool {
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let mut digits = [0; 9];
    let (mut century, mut check) = (0, 0);
    let mut signs = text.chars();
    for place in 0..11 {
        let Some(sign) = signs.next() else { return false };
        match (place, sign.to_ascii_uppercase()) {
            // Some programs make a dash of the hyphen.
            (6, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | 'U'..='Y') => century = 1900,
            (6, 'A'..='F') => century = 2000,
            (6, '+') => century = 1800,
            (10, sign) if sign.is_ascii() => check = sign as u8,
            (0..=5 | 7..=9, '0'..='9') => digits[place - usize::from(place > 6)] = sign as u8 - b'0',
            _ => return false,
        }
    }
    let number = digits.iter().fold(0, |number, digit| number * 10 + usize::from(*digit));
    let [d1, d2, m1, m2, y1, y2, ..] = digits;
    born(century, &[y1, y2, m1, m2, d1, d2]).is_some()
        && CHECKS[number % 31] == check
        && !signs.next().is_some_and(char::is_alphanumeric)
}

/// The day of birth out of six digits, `YYMMDD`.
fn born(century: i32, digits: &[u8]) -> Option<NaiveDate> {
    let two = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    NaiveDate::from_ymd_opt(century + two(0) as i32, two(2), two(4))
}

/// The weighted sum of the digits before the last, modulo a number.
fn remainder(digits: &[u8], weights: &[u8], modulo: u32) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * u32::from(*weight)).sum::<u32>() % modulo
}

/// The check digit.
fn last(digits: &[u8]) -> u32 {
    digits.last().copied().map_or(0, u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_number(text: &str) -> bool {
        is_identity_number(&text.bytes().map(|byte| byte - b'0').collect::<Vec<u8>>())
    }

    /// Serial numbers of zero, births of 1900 and 2099, a county that is none: nobody has these.
    #[test]
    fn a_check_digit_is_worked_out_as_the_law_says() {
        for text in ["111111110", "8500000007", "10001010002", "39901010006", "5990101000007"] {
            assert!(is_number(text), "{text}");
            // Each of the other nine last digits is wrong.
            let (head, check) = text.split_at(text.len() - 1);
            let others = (0..=9).map(|digit| format!("{head}{digit}")).filter(|other| !other.ends_with(check));
            assert!(others.map(|other| is_number(&other)).all(|is| !is), "{text}");
        }
        // Romania writes a remainder of 10 as 1.
        assert!(is_number("5990101000201"));
    }

    #[test]
    fn births_that_never_were_are_no_numbers() {
        // 30 February, month 13, day 0: each with the check digit that its sum asks for.
        for text in ["10002300007", "10013010005", "10001000006", "8000010003", "8999990001", "000000000"] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn every_sign_of_a_century_is_known() {
        for sign in "+-YXWVUABCDEF–".chars() {
            assert!(begins_with_henkilotunnus(&format!("010199{sign}9001")), "{sign}");
            assert!(!begins_with_henkilotunnus(&format!("010199{sign}9002")), "{sign}");
        }
        // 29 February was in 2000, not in 1900; codes are written in small letters, too.
        assert!(begins_with_henkilotunnus("290200A900B, ja"));
        assert!(begins_with_henkilotunnus("290200a900b"));
        for text in ["290200-900B", "010199G9001", "010199A90", "010199A900é", "010199A9001x", "ö10199A9001", ""] {
            assert!(!begins_with_henkilotunnus(text), "{text}");
        }
    }
}
