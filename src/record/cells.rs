//! A row's cells to its typed struct and back, through serde.

use super::{Cells, Column};
use crate::error::Result;
use serde::Serialize;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};

/// A row's cells, made by serde: each field's one text form.
///
/// # Errors
/// Only where the record is no struct with named fields.
pub fn cells_of<R: Serialize>(record: &R) -> Result<Cells> {
    let serde_json::Value::Object(fields) = serde_json::to_value(record)? else {
        anyhow::bail!("a record must be a struct with named fields");
    };
    Ok(fields
        .into_iter()
        .map(|(_, value)| match value {
            serde_json::Value::Null => None,
            serde_json::Value::String(text) => Some(text),
            other => Some(other.to_string()),
        })
        .collect())
}

/// The typed row of these cells.
///
/// # Errors
/// Where a cell is no value of its column, as only a foreign hand can bring about.
pub fn from_cells<R: DeserializeOwned>(columns: &[Column], cells: &Cells) -> Result<R> {
    let known = columns.iter().zip(cells).filter_map(|(column, cell)| Some((column.name.as_str(), cell.as_deref()?)));
    let fields = known.map(|(name, text)| (name, CellText(text)));
    Ok(R::deserialize(MapDeserializer::new(fields))?)
}

/// A cell's text, from which every field's type reads itself; what is unknown is left out of the row.
struct CellText<'de>(&'de str);

impl<'de> Deserializer<'de> for CellText<'de> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for CellText<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}
