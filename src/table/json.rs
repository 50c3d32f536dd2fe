//! JSON: one object a row, English keys, `null` for what is unknown.

use super::Table;
use crate::error::Result;
use serde_json::{Map, Value};
use std::io::Write;

/// Writes one array; a single row is one object.
pub fn array(table: &Table, output: &mut Vec<u8>) -> Result<()> {
    let mut objects: Vec<Value> = objects(table).collect();
    let value = match (table.single, objects.len()) {
        (true, 1) => objects.remove(0),
        _ => Value::Array(objects),
    };
    serde_json::to_writer_pretty(&mut *output, &value)?;
    Ok(output.write_all(b"\n")?)
}

/// Writes one object a line.
pub fn lines(table: &Table, output: &mut Vec<u8>) -> Result<()> {
    for object in objects(table) {
        serde_json::to_writer(&mut *output, &object)?;
        output.write_all(b"\n")?;
    }
    Ok(())
}

/// The rows, one object each.
pub fn objects(table: &Table) -> impl Iterator<Item = Value> {
    table.rows.iter().map(|row| {
        let fields = table.headings.iter().zip(row).map(|(heading, cell)| {
            let number = || number(cell.as_deref().filter(|_| heading.form.is_figure())?);
            let value = match (number(), cell) {
                (Some(number), _) => number,
                (None, Some(text)) => Value::from(text.as_str()),
                (None, None) => Value::Null,
            };
            (heading.key.clone(), value)
        });
        Value::Object(fields.collect::<Map<_, _>>())
    })
}

/// A number to its last digit; none where the text is none, or JSON's readers would round it.
fn number(text: &str) -> Option<Value> {
    let whole = || text.parse::<i64>().ok().map(Value::from);
    let figures = || text.parse::<f64>().ok().filter(|number| number.to_string() == text).map(Value::from);
    whole().or_else(figures)
}
