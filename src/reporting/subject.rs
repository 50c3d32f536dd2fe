//! What a sheet that nobody signs is about: any row, by its noun and what it is called, `session:4hd1s8jrd27v0`.

use crate::error::{AtColumn, Refusal, Result};
use crate::file::names::Reach;
use crate::file::{Network, Row};
use crate::locale::say;
use crate::nouns::{NOUNS, named};
use crate::record::Noun;

/// The one text of a subject.
///
/// # Errors
/// Where it is not a noun and a row of it.
pub fn canonical(network: &Network, text: &str) -> Result<String> {
    let at = |error: anyhow::Error| error.context(AtColumn("subject".to_string()));
    let (noun, row) = row(network, text).map_err(at)?;
    Ok(format!("{}:{}", noun.name, row.called(noun)))
}

/// The area in which the subject lies, or which it is; none where it has none, or is no longer there.
///
/// # Errors
/// Those of the database.
pub fn area_of(network: &Network, text: &str) -> Result<Option<i64>> {
    let Ok((noun, row)) = row(network, text) else { return Ok(None) };
    let cell = |noun: &Noun, row: &Row, column: &str| noun.place(column).and_then(|place| row.cells[place].clone());
    let area = named("area")?;
    if noun.name == area.name {
        return Ok(Some(row.id));
    }
    if let Some(code) = cell(noun, &row, "area") {
        return network.id_of_code(area, None, &code);
    }
    // What took place at a point, or is somebody there, lies where that does.
    let Some(point) = cell(noun, &row, "point") else { return Ok(None) };
    let point_noun = named("point")?;
    let point = network.find(point_noun, &point, Reach::Whole)?;
    match cell(point_noun, &point, "area") {
        Some(code) => network.id_of_code(area, None, &code),
        None => Ok(None),
    }
}

fn row(network: &Network, text: &str) -> Result<(&'static Noun, Row)> {
    let wrong = || Refusal::data(say::not_a_subject(text)).hint(say::not_a_subject_hint());
    let (name, called) = text.split_once(':').ok_or_else(wrong)?;
    let noun = NOUNS.iter().find(|noun| noun.name.eq_ignore_ascii_case(name.trim())).ok_or_else(wrong)?;
    Ok((noun, network.find(noun, called.trim(), Reach::Whole)?))
}
