//! How texts become what is stored: codes and names become ids, and every code is written as its row has it.

use super::Network;
use super::codes::Codes;
use super::names::Reach;
use super::write::Stored;
use crate::error::{AtColumn, Refusal, Result};
use crate::locale::say;
use crate::record::{Cells, Noun};
use crate::value::{Form, Tally};
use rusqlite::types::Value;

/// The longest text that a cell may hold, in bytes.
pub const LONGEST_TEXT: usize = 64 * 1024;

/// How a cell's codes become rows: the row's id, and its code as it is shown.
pub type LookUp<'l> = dyn FnMut(&'static Noun, Option<&str>, &str) -> Result<(i64, String)> + 'l;

impl Network {
    /// The row with canonical codes, and as it is stored.
    pub(super) fn resolve(&self, noun: &'static Noun, cells: &Cells) -> Result<(Cells, Stored)> {
        let columns = (0..cells.len()).map(|place| self.resolve_column(noun, place, cells[place].as_deref()));
        Ok(columns.collect::<Result<Vec<_>>>()?.into_iter().unzip())
    }

    /// One field with canonical codes, and as it is stored; a refusal names its column.
    pub(super) fn resolve_column(
        &self,
        noun: &'static Noun,
        place: usize,
        text: Option<&str>,
    ) -> Result<(Option<String>, Value)> {
        let Some(text) = text else { return Ok((None, Value::Null)) };
        let found = self.resolve_cell(noun, place, text, &mut |noun, list, text| self.look_up(noun, list, text));
        let (text, value) = found.map_err(|error| error.context(AtColumn(noun.columns()[place].name.clone())))?;
        Ok((Some(text), value))
    }

    /// A cell with canonical codes, and as it is stored; `look_up` finds the rows that it names.
    ///
    /// # Errors
    /// Where it names a row that is not there, or holds nothing.
    pub fn resolve_cell(
        &self,
        noun: &Noun,
        place: usize,
        text: &str,
        look_up: &mut LookUp<'_>,
    ) -> Result<(String, Value)> {
        if text.trim().is_empty() {
            return Err(Refusal::data(say::empty_value()).hint(say::empty_value_hint()).into());
        }
        if text.len() > LONGEST_TEXT {
            let refusal = Refusal::data(say::text_too_long(LONGEST_TEXT as i64));
            return Err(refusal.hint(say::text_too_long_hint()).into());
        }
        let column = &noun.columns()[place];
        let list = noun.list_of(&column.name);
        if let Some(target) = self.references(noun)?.get(&column.name) {
            let (id, code) = look_up(crate::nouns::named(target)?, list, text)?;
            return Ok((code, Value::Integer(id)));
        }
        let category = crate::nouns::named("category")?;
        let text = match (column.form, list) {
            (Form::Codes, Some(list)) => {
                let codes = text.split(' ').map(|code| Ok(look_up(category, Some(list), code)?.1));
                let codes = codes.collect::<Result<std::collections::BTreeSet<_>>>()?;
                codes.into_iter().collect::<Vec<_>>().join(" ")
            }
            (Form::Tally, _) => {
                let tally: Tally = text.parse()?;
                let bands = tally.iter().map(|(code, count)| {
                    let own = look_up(category, Some(code.list()), code.as_str())?.1;
                    Ok(format!("{}:{own}={count}", code.list()))
                });
                bands.collect::<Result<Vec<_>>>()?.join(" ")
            }
            _ => text.to_string(),
        };
        let value = match column.form.is_number() {
            true => Value::Integer(text.parse()?),
            false => Value::Text(text.clone()),
        };
        Ok((text, value))
    }

    /// The id and the code of the row that is called so.
    ///
    /// # Errors
    /// As `find_id`.
    pub fn look_up(&self, noun: &'static Noun, list: Option<&str>, text: &str) -> Result<(i64, String)> {
        let look = || {
            let id = self.find_id(noun, list, text, Reach::Whole)?;
            Ok((id, Codes::of(self, noun, list).code(id)?.unwrap_or_default()))
        };
        match list {
            None => Ok((*self.remembered(noun, text, look)?).clone()),
            // Within its list a category is called otherwise than without it.
            Some(_) => look(),
        }
    }
}
