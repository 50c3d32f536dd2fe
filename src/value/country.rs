//! What sheets of a country have in common: how it dials, and in which code page its office programs write.

use crate::error::Refusal;
use crate::locale::say;

/// A country, as far as its sheets need it.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, in small letters.
    pub code: &'static str,
    /// Its country code (ITU-T E.164).
    pub calling: &'static str,
    /// What is dialled in place of it within the country (ITU, national numbering plans).
    pub trunk: &'static str,
    /// Numbers that are dialled alike and have another country code: how they begin, and that code.
    pub beyond: &'static [(&'static str, &'static str)],
    /// The code page of its office programs, by its name in the WHATWG encoding standard.
    pub code_page: &'static str,
    /// Whether `1.2.2026` can only be the first of February there.
    pub dotted_days: bool,
    /// Whether its office programs write that day as `01.02.26`.
    pub short_days: bool,
}

/// The overseas departments of France (ITU-T E.164, assigned country codes; ARCEP, plan de numérotation).
const OVERSEAS: &[(&str, &str)] = &[
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
    ("0697", "596"),
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
];

/// The countries that sheets are known to come from.
pub const COUNTRIES: &[Country] = &[
    Country {
        code: "hu",
        calling: "36",
        trunk: "06",
        beyond: &[],
        code_page: "windows-1250",
        dotted_days: true,
        short_days: false,
    },
    Country {
        code: "fi",
        calling: "358",
        trunk: "0",
        beyond: &[],
        code_page: "windows-1252",
        dotted_days: true,
        short_days: true,
    },
    Country {
        code: "fr",
        calling: "33",
        trunk: "0",
        beyond: OVERSEAS,
        code_page: "windows-1252",
        dotted_days: false,
        short_days: false,
    },
    Country {
        code: "gb",
        calling: "44",
        trunk: "0",
        beyond: &[],
        code_page: "windows-1252",
        dotted_days: false,
        short_days: false,
    },
];

impl Country {
    /// The country of a code; none where the network is of no country.
    pub fn of(code: &str) -> Option<&'static Self> {
        COUNTRIES.iter().find(|country| country.code == code)
    }

    /// A number that is dialled within the country, as it is dialled from everywhere; none where it is not one.
    pub fn dialled(&self, digits: &str) -> Option<String> {
        let rest = digits.strip_prefix(self.trunk)?;
        let beyond = self.beyond.iter().find(|(begins, _)| digits.starts_with(begins)).map(|(_, calling)| *calling);
        Some(format!("+{}{rest}", beyond.unwrap_or(self.calling)))
    }

    /// The country of a code that somebody has written down.
    ///
    /// # Errors
    /// Where it is none of those that are known.
    pub fn named(code: &str) -> Result<&'static Self, Refusal> {
        let codes: Vec<&str> = COUNTRIES.iter().map(|country| country.code).collect();
        let hint = say::possible_values(codes.join(", "));
        Self::of(&code.to_lowercase()).ok_or_else(|| Refusal::data(say::not_one_of(code)).hint(hint))
    }
}
