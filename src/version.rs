//! What rows have said: every version of a row, which of them shows, and what follows for the tables.
//!
//! [`digest`] names a version by what it says, `lineage` works out of all versions of a row which one shows, `store`
//! reads and keeps them, `write` puts new ones on top, `show` makes the tables follow, and [`notice`] holds what people
//! must know of a row beside what it says.

pub mod arrive;
mod back;
pub mod changes;
pub mod digest;
mod erase;
mod gone;
pub mod judge;
pub mod lineage;
pub mod log;
pub mod merge;
pub mod notice;
pub mod pair;
mod resolve;
pub mod show;
pub mod store;
pub mod undo;
pub mod write;

use crate::error::Result;
use crate::record::Noun;
use digest::{Digest, Digester, Salt, Sealed, sealed};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use serde::{Serialize, Serializer};

/// What a version says of each column, in the noun's order: a value, that there is none, or nothing at all.
///
/// Nothing is said of a column that came with a later schema, of personal fields that stayed elsewhere, and by a version
/// that deletes: all that is inherited from the newest version before it that says something.
pub type Says = Vec<Option<Value>>;

/// One version of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its name: a hash of all that follows but clock and command.
    pub digest: Digest,
    /// When it was made, in milliseconds since 1970 by the clock of its maker, and always after its parents.
    pub clock: i64,
    /// The command that made it.
    pub command: i64,
    /// The schema of the program that made it: which columns it knew.
    pub schema: u32,
    /// The versions that it replaces, in the order of their digests.
    pub parents: Vec<Digest>,
    /// Whether it deletes the row.
    pub deleted: bool,
    /// What it says.
    pub says: Says,
    /// What stands for its personal fields.
    pub seal: Seal,
}

/// What stands for a version's personal fields in its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// It says that all of them are empty, or its noun has none.
    Empty,
    /// It says nothing of them.
    Silent,
    /// They stand beside it, under this salt.
    Here(Salt),
    /// They stayed elsewhere, or were erased; this is their digest.
    Away(Sealed),
}

impl Version {
    /// Names the version by what it says.
    pub fn digest(&self, noun: &Noun, id: i64) -> Digest {
        let mut digester = Digester::new(noun.name, id, &self.parents, self.deleted, self.schema);
        for place in noun.by_name().iter().filter(|place| !noun.is_personal(**place)) {
            if let Some(value) = &self.says[*place] {
                digester.field(&noun.columns()[*place].name, ValueRef::from(value));
            }
        }
        match self.sealed(noun) {
            Some(seal) => digester.seal(&seal),
            None if self.seal == Seal::Silent => digester.seal(&[]),
            None => {}
        }
        digester.finish()
    }

    /// The digest of its personal fields, where it says something of them.
    pub fn sealed(&self, noun: &Noun) -> Option<Sealed> {
        match &self.seal {
            Seal::Empty | Seal::Silent => None,
            Seal::Away(seal) => Some(*seal),
            Seal::Here(salt) => {
                let places = noun.by_name().iter().filter(|place| noun.is_personal(**place));
                let said = places.filter_map(|place| Some((*place, self.says[*place].as_ref()?)));
                Some(sealed(salt, said.map(|(place, value)| (&*noun.columns()[place].name, ValueRef::from(value)))))
            }
        }
    }

    /// What it says of its public columns, as JSON; none where it deletes.
    ///
    /// # Errors
    /// Never, for what a table can hold.
    pub fn body(&self, noun: &Noun) -> Result<Option<String>> {
        let public = |place: usize, value: &Value| !noun.is_personal(place) && *value != Value::Null;
        (!self.deleted).then(|| self.json(noun, public)).transpose()
    }

    /// What it says of its personal columns, as JSON; none where that stands elsewhere, or is nothing.
    ///
    /// # Errors
    /// Never, for what a table can hold.
    pub fn personal(&self, noun: &Noun) -> Result<Option<String>> {
        let is_here = matches!(self.seal, Seal::Here(_));
        is_here.then(|| self.json(noun, |place, _| noun.is_personal(place))).transpose()
    }

    fn json(&self, noun: &Noun, wanted: impl Fn(usize, &Value) -> bool) -> Result<String> {
        let said = noun.by_name().iter().filter_map(|place| Some((*place, self.says[*place].as_ref()?)));
        let fields = said.filter(|(place, value)| wanted(*place, value)).map(|(place, value)| {
            let value = match value {
                Value::Integer(number) => Field::Number(*number),
                Value::Text(text) => Field::Text(text),
                _ => Field::Empty,
            };
            (&noun.columns()[place].name, value)
        });
        let mut json = Vec::new();
        serde_json::Serializer::new(&mut json).collect_map(fields)?;
        Ok(String::from_utf8(json)?)
    }
}

/// What a version says of one column.
#[derive(Serialize)]
#[serde(untagged)]
enum Field<'v> {
    Number(i64),
    Text(&'v str),
    Empty,
}

impl ToSql for Seal {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Empty => ValueRef::Null,
            Self::Silent => ValueRef::Blob(&[]),
            Self::Here(salt) => ValueRef::Blob(salt),
            Self::Away(seal) => ValueRef::Blob(seal),
        }))
    }
}

impl FromSql for Seal {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let Some(bytes) = value.as_blob_or_null()? else { return Ok(Self::Empty) };
        match (bytes.len(), bytes.try_into(), bytes.try_into()) {
            (0, ..) => Ok(Self::Silent),
            (_, Ok(salt), _) => Ok(Self::Here(salt)),
            (_, _, Ok(seal)) => Ok(Self::Away(seal)),
            (size, ..) => Err(FromSqlError::InvalidBlobSize { expected_size: 16, blob_size: size }),
        }
    }
}

/// The digests that stand one after the other in a stored list of parents.
pub fn parents_of(bytes: &[u8]) -> Vec<Digest> {
    bytes.chunks_exact(16).filter_map(|digest| digest.try_into().ok()).collect()
}
