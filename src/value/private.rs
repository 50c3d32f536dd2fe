//! What in a free text may be somebody's private data, so that the program can warn; it never refuses for it.
//!
//! A warning that is often wrong is soon read by nobody: [`private_in`] says what is left out for that.

use super::dialled::is_phone;
use super::identity_number::{begins_with_henkilotunnus, is_identity_number};

/// What a text seems to hold that belongs in no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Private {
    /// A telephone number, with its country or as it is dialled within Hungary or Finland.
    Phone,
    /// An e-mail address.
    Email,
    /// An identity number of Hungary, Finland or Romania.
    IdentityNumber,
}

impl Private {
    /// What catalogues call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::IdentityNumber => "identity-number",
        }
    }
}

/// The fewest digits of a number worth looking at: a Finnish landline's.
const FEWEST: usize = 8;
/// The most digits of a telephone number: `00` and the 15 of E.164.
const MOST: usize = 17;

/// The kinds of private data that a text seems to hold, each once, in the order of [`Private`].
///
/// They are known by their form alone: names and addresses have none, and a telephone number without its area looks
/// like any number. Service numbers (Hungary's 80, Finland's 0800, 020, 029 …) are nobody's and left out, and so is
/// what may as well be a date, opening hours, an amount of money or part of a longer code.
pub fn private_in(text: &str) -> Vec<Private> {
    // Most notes end here: one pass without a look at anything else.
    let (digits, is_marked) = text.bytes().fold((0, false), |(digits, is_marked), byte| {
        (digits + usize::from(byte.is_ascii_digit()), is_marked | matches!(byte, b'@' | b'(' | b'['))
    });
    let (has_phone, has_number) = if digits < FEWEST { (false, false) } else { numbers_in(text) };
    let has_email = is_marked && has_email(text);
    let kinds = [(has_phone, Private::Phone), (has_email, Private::Email), (has_number, Private::IdentityNumber)];
    kinds.into_iter().filter_map(|(has, kind)| has.then_some(kind)).collect()
}

/// Whether a text has something@something.tld; `(at)`, `[at]`, Finland's `(a)` and Hungary's `(kukac)` are an `@`.
fn has_email(text: &str) -> bool {
    let marks = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'@' | b'(' | b'['));
    marks.map(|(at, mark)| (mark, &text[..at], &text[at + 1..])).any(|(mark, name, after)| {
        let word = after.bytes().take(6).position(|byte| matches!(byte, b')' | b']')).map_or("", |end| &after[..end]);
        let (name, host) = match mark {
            b'@' => (name, after),
            _ if ["at", "a", "kukac"].iter().any(|known| word.eq_ignore_ascii_case(known)) => {
                (name.trim_end(), after[word.len() + 1..].trim_start())
            }
            _ => return false,
        };
        let host = host.split(|c: char| !(c.is_alphanumeric() || ".-".contains(c))).next().unwrap_or_default();
        // Not the last part's whole: Hungarian hangs its endings on, `nev@pelda.hu-ra`.
        let is_top = |part: &str| part.chars().take(2).filter(|c| c.is_alphabetic()).count() == 2;
        name.ends_with(|c: char| c.is_alphanumeric() || "_-+".contains(c))
            && host.starts_with(char::is_alphanumeric)
            && host.split('.').skip(1).any(is_top)
    })
}

/// A row of digits in a text.
struct Run {
    start: usize,
    end: usize,
    /// Whether between it and the run before stands only what people put into one number.
    is_tied: bool,
    /// Whether it is part of a date, and so of nothing else.
    is_date: bool,
}

/// Whether a text has a telephone number, and whether it has an identity number.
fn numbers_in(text: &str) -> (bool, bool) {
    let runs = runs_in(text);
    let (mut has_phone, mut has_number) = (false, false);
    let mut at = 0;
    while at < runs.len() {
        // What has a check digit that fits is told as that, although a telephone number may have such digits.
        let number = identity_number_at(text, &runs[at..]);
        let phone = if number == 0 { phone_at(text, &runs[at..]) } else { 0 };
        (has_number, has_phone) = (has_number || number > 0, has_phone || phone > 0);
        at += number.max(phone).max(1);
    }
    (has_phone, has_number)
}

/// The runs of digits of a text, with its dates known.
fn runs_in(text: &str) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + ahead;
        let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_tied = runs.last().is_some_and(|last| !last.is_date && ties(&text[last.end..start]));
        runs.push(Run { start, end, is_tied, is_date: false });
        if let [.., first, second, third] = &mut runs[..]
            && is_date(text, [first, second, third])
        {
            (first.is_date, second.is_date, third.is_date) = (true, true, true);
        }
        at = end;
    }
    runs
}

/// Whether what stands between two runs of digits may stand within one number.
fn ties(between: &str) -> bool {
    // A full stop with more behind it ends something: a sentence, or a part of `2026. 11. 21.`.
    let is_short = between.len() < 10 && between.chars().count() <= 3 && (between == "." || !between.contains('.'));
    is_short && between.chars().all(|c| " \u{a0}\u{2009}\u{202f}-\u{2010}\u{2011}\u{2013}/.()".contains(c))
}

/// Whether three runs are a date, with the day or the year first; never with the month first.
fn is_date(text: &str, [first, month, last]: [&Run; 3]) -> bool {
    // The year of two digits is known by its full stops only: telephone numbers are written in pairs, too.
    let is_short = || text[first.end..month.start] == *"." && text[month.end..last.start] == *".";
    let value = |run: &Run| text[run.start..run.end].parse().unwrap_or(u32::MAX);
    let is_day = |run: &Run| (1..=31).contains(&value(run));
    let is_year = |run: &Run| (1800..2200).contains(&value(run));
    let is_form = match [first, month, last].map(|run| run.end - run.start) {
        [4, 1 | 2, 1 | 2] => is_year(first) && is_day(last),
        [1 | 2, 1 | 2, 4] => is_day(first) && is_year(last),
        [1 | 2, 1 | 2, 2] => is_short() && (is_day(first) || is_day(last)),
        _ => false,
    };
    is_form && month.is_tied && last.is_tied && (1..=12).contains(&value(month)) && !text[..first.start].ends_with('+')
}

/// How many runs, from the first on, are an identity number; 0 if they are none.
///
/// A check digit fits one number in ten by chance, so the number has to stand alone: all digits together, or parted as
/// its card has it (`123 456 789`, `1 900101 1234`) with no further digits around, and it is no amount of money.
fn identity_number_at(text: &str, runs: &[Run]) -> usize {
    let length = |at: usize| match runs.get(at) {
        Some(run) if !run.is_date && (at == 0 || run.is_tied) => run.end - run.start,
        _ => 0,
    };
    let between = |at: usize| &text[runs[at].end..runs[at + 1].start];
    let count = match [length(0), length(1), length(2), length(3)] {
        [6, ..] if begins_with_henkilotunnus(&text[runs[0].start..]) => {
            return if stands_alone(text, runs[0].start, text.len(), "") { 2 } else { 0 };
        }
        [9 | 10 | 11 | 13, ..] => 1,
        [3, 3, 3, 0] | [1, 6, 4, 0] if !runs[0].is_tied && between(0) == between(1) => 3,
        _ => return 0,
    };
    let (start, end) = (runs[0].start, runs[count - 1].end);
    let digits: Vec<u8> = text[start..end].bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    let is_number = is_identity_number(&digits) && stands_alone(text, start, end, "-.,:/") && !is_amount(&text[end..]);
    if is_number { count } else { 0 }
}

/// How many runs, from the first on, are a telephone number; 0 if they are none.
fn phone_at(text: &str, runs: &[Run]) -> usize {
    let has_plus = text[..runs[0].start].ends_with('+');
    let start = runs[0].start - usize::from(has_plus);
    let is_split = text[runs[0].end..].trim_start().starts_with(['/', ')']);
    let (mut digits, mut length, mut cuts) = ([0; MOST], 0, 0);
    for (at, run) in runs.iter().enumerate() {
        let more = run.end - run.start;
        // Only a country, Budapest, Helsinki and `(0)` are a single digit, and they stand in front.
        let is_part = !run.is_date && (at == 0 || run.is_tied) && (more > 1 || length < 5);
        if !is_part || length + more > MOST {
            break;
        }
        cuts |= 1 << length;
        for byte in text[run.start..run.end].bytes() {
            digits[length] = byte - b'0';
            length += 1;
        }
        if length >= FEWEST
            && is_phone(&digits[..length], cuts & !1, has_plus, is_split)
            && stands_alone(text, start, run.end, "-.:")
            && !is_amount(&text[run.end..])
        {
            return at + 1;
        }
    }
    0
}

/// Whether nothing around a part of a text makes it a part of something longer: a letter, or a mark and a digit.
fn stands_alone(text: &str, start: usize, end: usize, marks_behind: &str) -> bool {
    fn goes_on(mut around: impl Iterator<Item = char>, marks: &str) -> bool {
        around.next().is_some_and(|c| {
            let is_mark = marks.contains(c) && around.next().is_some_and(|c| c.is_ascii_digit());
            is_mark || c.is_alphanumeric() || "_+".contains(c)
        })
    }
    !goes_on(text[..start].chars().rev(), "-.,:/") && !goes_on(text[end..].chars(), marks_behind)
}

/// Whether a text behind a number makes it an amount of money.
fn is_amount(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_unit = matches!(word.as_str(), "ft" | "eft" | "mft" | "huf" | "eur" | "lei" | "ron" | "kr");
    is_unit || word.starts_with("forint") || word.starts_with("euro") || after.starts_with('€')
}

#[cfg(test)]
mod tests {
    use super::Private::{Email, IdentityNumber, Phone};
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    /// Every text of some rows, parted by `|`, holds just these.
    fn all_hold(rows: &[&str], kinds: &[Private]) {
        for text in rows.iter().flat_map(|row| row.split('|')) {
            assert_eq!(private_in(text), kinds, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_as_people_write_them() {
        let rows = [
            "Visszahívni: 06 30 123 4567.|06301234567|0630/123-4567|06 (20) 123-45-67|06-70-12-34-567|06.31.123.4567",
            "06-1-123-4567, este|061/234-5678|Tel.:06 1 / 234 5678|06\u{a0}52\u{a0}123\u{a0}456|06-99/123456",
            "30/123-4567 vagy 12-kor|a 70-1234567-es szám|30 123 45 67|301234567|hívja: (52) 123-456|1/234-5678",
            "+36 30 123 4567|(+36-1) 234 5678|0036 52 123 456|+36 (06) 30 123 4567|36301234567",
            "0652123456-on|Soita 040 123 4567 ma|0401234567:ään|p. 040-1234567|0400 123 456|050.123.4567|040/1234567",
            "09 1234567|(09) 123 4567|09-123 4567|013 123 456|091234567|klo 12.30 040 123 4567, 2 kertaa|040 1234567,1",
            "+358 40 123 4567|+358 (0)40-123 4567|+358\u{202f}9\u{202f}1234567|00358401234567|358 40 123 4567",
            "0457 123 4567|00358 40 1234567|040 123 4567/050 123 4567|Esimerkkitie 1, 00100 Helsinki, 09 123 4567",
            "2026-11-21 06 30 123 4567|+44 20 0000 0000|+40-264-000-000|+1 (555) 000-0000|0046 00 000 00 00",
        ];
        all_hold(&rows, &[Phone]);
    }

    #[test]
    fn addresses_as_people_write_them() {
        let rows = [
            "proba.panni@pelda.hu|a proba@pelda.hu-ra küldtük|Lähetetty: meri.malli@esimerkki.fi.|<őr_@példa.example>",
            "proba (at) pelda.hu|proba[at]pelda.hu|proba (KUKAC) pelda.hu|meri.malli(a)esimerkki.fi",
        ];
        all_hold(&rows, &[Email]);
        all_hold(&["@kirjasto|17 @ könyvtár|a@b|a@.hu|@b.hu|ez (a) könyv|(at) x.hu|lap [at] ott.|é@|(é|((a)"], &[]);
    }

    #[test]
    fn identity_numbers_as_people_write_them() {
        let rows = [
            "TAJ: 111 111 110|TAJ-száma 111-111-110.|(111111110)|2026-11-21 111 111 110|adóazonosító 8500000007",
            "1 000101 0002|1-000101-0002|39901010006-os|CNP 5990101000007|hetu 010199-9001|Hetu: 010199A9001, ok",
        ];
        all_hold(&rows, &[IdentityNumber]);
        let rows = [
            "111 111 110 Ft|111 111 110,50|2 111 111 110|111 111 110 222|111 (111 110)|12-111111110|111111110/2026",
            "111111111|8500000008|10001010003|5990101000008|010199-9002|1-010199-9001|012345-6789|x111111110",
        ];
        all_hold(&rows, &[]);
    }

    #[test]
    fn all_of_it_each_once() {
        all_hold(&["a@pelda.hu, 040 123 4567, 050 123 4567, 111 111 110, b@pelda.hu"], &[Phone, Email, IdentityNumber]);
    }

    #[test]
    fn what_is_no_private_data() {
        let rows = [
            "|Bemutattuk az ügyfélkaput.|12 000 Ft|1 200,50 euroa|100 000 000 Ft|+120 000 000 Ft|123 456 789 €",
            "1234 Budapest|H-4025 Debrecen|02100 Espoo|00530 Helsinki|00530 1234567890|2026. 11. 21. 10:00-12:00",
            "H-P 8-16|ma-pe 08-16 10-14|klo 08.00-16.00 ja 08.30–16.30|06:00-20:00|06.30-14.00 2026|Mo-Fr 08:00-16:00",
            "2026-11/2026-12|P1Y2M10DT2H30M|2026-W05|2025/2026|05/2026-123|06/2028 12345|06-11 2026 12",
            "ügyszám 123456|12/345678|2026/12345|2022/0682 252879|20/2021-4921|VN/12345/2026|06-09-123456|05 2026 123",
            "Y-tunnus 0123456-7|asiakas 02345678|kód 05112026|ISBN 978-0-00-000000-2|11700000-00000000-12345678",
            "06 80 123 456|+36 80 123 456|Kela 020 123 4567|0800 123 456|029 123 4567|+358 29 1234567|06.11.2026 12.30",
            "47.497912, 19.040235|+60.1699, +24.9384|192.168.100.200|10 20 30 40 50 60|3,14159265358",
        ];
        all_hold(&rows, &[]);
    }

    #[test]
    fn no_date_is_private_data() {
        const FORMS: &str = "%Y-%m-%d|%Y. %m. %d.|%Y.%m.%d.|%d.%m.%Y|%-d.%-m.%Y|%d/%m/%Y|%d.%m.%y|%Y%m%d";
        let first = NaiveDate::from_ymd_opt(2019, 1, 1);
        for date in first.into_iter().flat_map(|first| first.iter_days().take(11 * 366)) {
            for day in FORMS.split('|').map(|form| date.format(form)) {
                all_hold(&[&format!("{day} 10:30|{day} {day}|{day}-{day} 10.30-12.00 123 fő")], &[]);
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "([0-9]{0,6}[ @(\\[+./–é\u{a0}A-]{0,2}(at\\))?){0,9}") {
            let found = private_in(&text);
            prop_assert!(found.is_sorted() && found.len() <= 3);
        }
    }
}
