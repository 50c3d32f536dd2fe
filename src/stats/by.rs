//! What `--by` can name, and how a session's fields lead to the members of each.

use super::dimension::{Dimension, Member, NOT_STATED, Split, UNKNOWN};
use super::period;
use super::register::Register;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::Speaker;
use crate::locale::say::{self, Text};
use crate::nouns;
use crate::table::Heading;
use crate::value::{Form, near};
use std::collections::HashMap;

/// What `--by` can name besides the lists that tallies are made of.
const NAMES: &[(&str, Way)] = &[
    ("month", Way::Time(period::month)),
    ("quarter", Way::Time(period::quarter)),
    ("half-year", Way::Time(period::half_year)),
    ("year", Way::Time(period::year)),
    ("week", Way::Time(period::week)),
    ("region", Way::Tier("region")),
    ("county", Way::Tier("county")),
    ("municipality", Way::Tier("municipality")),
    ("area", Way::Area),
    ("point", Way::Field("point")),
    ("mentor", Way::Field("mentor")),
    ("mode", Way::Field("mode")),
    ("mode-class", Way::Class("mode")),
    ("kind", Way::Field("kind")),
    ("topic", Way::Field("topics")),
    ("topic-class", Way::Class("topics")),
    ("service", Way::Field("service")),
    ("device", Way::Field("device")),
    ("reason", Way::Field("reason")),
    ("outcome", Way::Field("outcome")),
    ("language", Way::Field("language")),
    ("redirected-to", Way::Field("redirected_to")),
];

/// The names of what sessions are divided by, without the lists that tallies are made of.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

/// How a session's fields lead to a member.
#[derive(Clone, Copy)]
enum Way {
    /// The period of this length that the day lies in.
    Time(fn(&str) -> Option<String>),
    /// The area where it took place, else the point's.
    Area,
    /// The area of this kind that the area lies in, or is.
    Tier(&'static str),
    /// A field as it stands.
    Field(&'static str),
    /// The coarsest class of a field's category.
    Class(&'static str),
}

/// The columns that a scan reads; each stands there once.
#[derive(Default)]
pub struct Columns(pub Vec<String>);

impl Columns {
    /// The place of a column in the scan.
    pub fn place(&mut self, column: &str) -> usize {
        self.0.iter().position(|known| known == column).unwrap_or_else(|| {
            self.0.push(column.to_string());
            self.0.len() - 1
        })
    }
}

/// The heading of a dimension or a measure: that of the session's field where it is one, else this text.
///
/// # Errors
/// None that a user can bring about.
pub fn heading(name: &str, text: Text, form: Form) -> Result<Heading> {
    let (session, key) = (nouns::named("session")?, name.replace('-', "_"));
    let field = session.columns().iter().find(|column| column.name == key);
    Ok(field.map_or_else(|| Heading::new(&key, text, form), |column| Heading::field(session, column)))
}

/// Makes dimensions of what `--by` names.
pub struct By<'n> {
    /// Where codes and words are read.
    pub network: &'n Network,
    /// Who puts codes into words.
    pub speaker: &'n Speaker,
    /// What the dimensions made so far ask of the scan.
    pub columns: Columns,
}

impl By<'_> {
    /// The dimension of this name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn named(&mut self, name: &str) -> Result<Dimension> {
        let mut dimension = Dimension::new(heading(name, say::dimension(name), Form::Text)?);
        match NAMES.iter().find(|(known, _)| *known == name) {
            Some((_, Way::Time(meaning))) => {
                dimension.take_texts(self.columns.place("date"), HashMap::new(), *meaning);
            }
            Some((_, Way::Area)) => self.areas(&mut dimension, None)?,
            Some((_, Way::Tier(kind))) => self.areas(&mut dimension, Some(kind))?,
            Some((_, Way::Field(field))) => self.field(&mut dimension, field, Depth::Leaf)?,
            Some((_, Way::Class(field))) => self.field(&mut dimension, field, Depth::Class)?,
            None => self.tally(&mut dimension, name)?,
        }
        dimension.heading.words.insert(String::new(), self.speaker.say(&say::unknown_member()));
        Ok(dimension)
    }

    /// Members that are the areas where sessions took place, or the areas of one tier that these lie in.
    fn areas(&mut self, dimension: &mut Dimension, tier: Option<&str>) -> Result<()> {
        let (areas, points) = (self.read("area", None)?, self.read("point", None)?);
        let mut member = |area: i64| {
            let found = areas.up(area).find(|entry| tier.is_none_or(|kind| entry.kind.as_deref() == Some(kind)));
            found.map_or(UNKNOWN, |entry| dimension.number(entry.code.clone()))
        };
        let own = areas.iter().map(|(id, _)| (id, member(id))).collect();
        let of_points = points.iter().map(|(id, point)| (id, point.above.map_or(UNKNOWN, &mut member))).collect();
        dimension.heading.words = areas.words();
        dimension.take_ids(self.columns.place("area"), own);
        dimension.take_ids(self.columns.place("point"), of_points);
        Ok(())
    }

    /// Members that are the values of a field of sessions, or the coarsest classes of these.
    fn field(&mut self, dimension: &mut Dimension, field: &str, depth: Depth) -> Result<()> {
        let session = nouns::named("session")?;
        let place = self.columns.place(field);
        let list = session.list_of(field);
        match (self.network.references(session)?.get(field), list) {
            (Some(noun), _) => {
                let rows = self.read(noun, list)?;
                dimension.heading.words = rows.words();
                let ids = rows.iter().map(|(id, _)| (id, dimension.number(depth.code(&rows, id)))).collect();
                dimension.take_ids(place, ids);
            }
            (None, Some(list)) => {
                dimension.split = Split::Each;
                let rows = self.read("category", Some(list))?;
                take_codes(dimension, place, &rows, depth);
            }
            (None, None) => dimension.take_texts(place, HashMap::new(), |text| Some(text.to_string())),
        }
        Ok(())
    }

    /// Members that are the bands of a list that tallies are made of.
    fn tally(&mut self, dimension: &mut Dimension, list: &str) -> Result<()> {
        let bands = self.read("category", Some(list))?;
        // The lists that some field has its codes from are no bands.
        let is_of_a_field = nouns::NOUNS.iter().any(|noun| noun.lists.iter().any(|(_, known)| *known == list));
        if bands.iter().next().is_none() || is_of_a_field {
            return Err(no_dimension(list));
        }
        dimension.split = Split::Tally(list.to_string());
        take_codes(dimension, self.columns.place("tally"), &bands, Depth::Leaf);
        dimension.heading.words.insert(NOT_STATED.to_string(), self.speaker.say(&say::not_stated()));
        Ok(())
    }

    fn read(&self, noun: &str, list: Option<&str>) -> Result<Register> {
        Register::read(self.network, noun, list, self.speaker.language)
    }
}

/// Whether figures are divided by categories as they are recorded, or by the coarsest that these stand under.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Leaf,
    Class,
}

impl Depth {
    fn code(self, rows: &Register, id: i64) -> String {
        let mut up = rows.up(id);
        let entry = if self == Self::Class { up.last() } else { up.next() };
        entry.map(|entry| entry.code.clone()).unwrap_or_default()
    }
}

/// Members that are codes of categories, written out in a text.
fn take_codes(dimension: &mut Dimension, place: usize, rows: &Register, depth: Depth) {
    let mut texts: HashMap<String, Member> = HashMap::new();
    for (id, entry) in rows.iter() {
        let member = dimension.number(depth.code(rows, id));
        // Codes are compared without case.
        texts.insert(entry.code.to_ascii_lowercase(), member);
        texts.insert(entry.code.clone(), member);
    }
    dimension.heading.words = rows.words();
    dimension.take_texts(place, texts, |text| Some(text.to_string()));
}

/// Nothing is called so; the hint has what may have been meant.
fn no_dimension(name: &str) -> anyhow::Error {
    let tallied = ["age", "sex", "work", "target"];
    let names: Vec<&str> = names().chain(tallied).collect();
    Refusal::usage(say::no_dimension(name)).hint(near::hint(&names, name)).into()
}
