//! Where ids come from: hashes of what everybody knows, the clock, or chance; and how an id is shown.

use super::{Network, Row};
use crate::error::Result;
use crate::record::{Cells, Naming, Noun};
use crate::value::code::APART;
use crate::version::digest::Digester;
use rusqlite::types::{Value, ValueRef};

/// A source of random numbers; tests hand in their own.
pub type Random = Box<dyn FnMut() -> u64>;

/// The first millisecond of ids made by the clock, 2026-01-01 (UTC); 41 bits from here last until 2095.
const FIRST_MILLISECOND: i64 = 1_767_225_600_000;

/// Crockford's base 32, without the letters that are misread.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The id of what is known by these words in every file, 63 bits of their BLAKE3 hash.
pub fn hashed<'a>(words: impl IntoIterator<Item = &'a [u8]>) -> i64 {
    let mut hasher = blake3::Hasher::new();
    for word in words {
        // The length keeps `ab c` and `a bc` apart.
        hasher.update(&(word.len() as u64).to_le_bytes());
        hasher.update(word);
    }
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    i64::from_le_bytes(bytes) & i64::MAX
}

/// The id of a row of a noun whose codes are the same in every file.
pub fn of_code(noun: &str, code: &str) -> i64 {
    hashed([b"code", noun.as_bytes(), code.to_lowercase().as_bytes()])
}

/// The id of a row that a sender knows by an id of their own.
pub fn of_sender(noun: &str, sender: &str, their_id: &str) -> i64 {
    hashed([b"sender", noun.as_bytes(), sender.as_bytes(), their_id.as_bytes()])
}

/// An id as people read it: Crockford base 32, the changing end first.
pub fn show(id: i64) -> String {
    (0..13).map(|place| DIGITS[(id >> (place * 5) & 31) as usize] as char).collect()
}

/// What stands before an id where it is published beside others' ids.
const PUBLISHED: &str = "tukipont-";

/// An id as it is published: nobody else's ids look so.
pub fn published(id: i64) -> String {
    format!("{PUBLISHED}{}", show(id))
}

/// The id that was published so.
pub fn of_published(text: &str) -> Option<i64> {
    parse(text.strip_prefix(PUBLISHED)?).filter(|(_, mask)| *mask == i64::MAX).map(|(id, _)| id)
}

/// A code that several rows have, told apart by the beginning of the row's id.
pub fn told_apart(code: &str, id: i64) -> String {
    format!("{code}{APART}{}", &show(id)[..4])
}

/// The ids that begin as these letters do: the value of the letters and a mask of the bits they fix.
pub fn parse(text: &str) -> Option<(i64, i64)> {
    if text.is_empty() || text.len() > 13 {
        return None;
    }
    let (mut value, mut mask) = (0_i64, 0_i64);
    for (place, letter) in text.to_ascii_lowercase().bytes().enumerate() {
        let letter = match letter {
            b'o' => b'0',
            b'i' | b'l' => b'1',
            other => other,
        };
        let digit = DIGITS.iter().position(|known| *known == letter)? as i64;
        value |= digit << (place * 5);
        mask |= 31 << (place * 5);
    }
    (value >= 0).then_some((value, mask & i64::MAX))
}

/// The id of a row that is known by what it says in some columns: their names, each with its stored value.
pub fn of_columns<'v>(noun: &str, columns: impl IntoIterator<Item = (&'v str, ValueRef<'v>)>) -> i64 {
    let mut digester = Digester::new(noun, 0, &[], false, 0);
    columns.into_iter().for_each(|(name, value)| digester.field(name, value));
    hashed([b"known".as_slice(), &digester.finish()])
}

impl Network {
    /// The id of the row that is known by what these cells say.
    ///
    /// # Errors
    /// Where they name a row that is not there.
    pub fn known_id(&self, noun: &'static Noun, cells: &Cells) -> Result<i64> {
        let mut values = Vec::with_capacity(noun.known_by.len());
        for name in noun.known_by {
            let Some(place) = noun.place(name) else { continue };
            values.push((*name, self.resolve_column(noun, place, cells[place].as_deref())?.1));
        }
        Ok(of_columns(noun.name, values.iter().map(|(name, value)| (*name, ValueRef::from(value)))))
    }

    /// The row that is known by what these cells say, or that was before a row that they name was joined with another.
    ///
    /// # Errors
    /// Where they name a row that is not there.
    pub fn known_row(&self, noun: &'static Noun, cells: &Cells) -> Result<Option<Row>> {
        let (references, notices) = (self.references(noun)?, self.notices()?);
        let mut keys: Vec<Vec<(&str, Value)>> = vec![Vec::new()];
        for name in noun.known_by {
            let Some(place) = noun.place(name) else { continue };
            let value = self.resolve_column(noun, place, cells[place].as_deref())?.1;
            let mut meant = vec![value.clone()];
            if let (Value::Integer(id), Some(target)) = (value, references.get(*name)) {
                let others = notices.meant_by(target, notices.stands_for(target, id)).into_iter();
                meant.extend(others.filter(|other| *other != id).map(Value::Integer));
            }
            let with = |key: &Vec<_>, value: &Value| key.iter().cloned().chain([(*name, value.clone())]).collect();
            keys = meant.iter().flat_map(|value| keys.iter().map(|key| with(key, value))).collect();
        }
        for key in keys {
            let id = of_columns(noun.name, key.iter().map(|(name, value)| (*name, ValueRef::from(value))));
            if let Some(row) = self.row(noun, id)? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// An id for a new row that no other file can know.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn new_id(&self, noun: &Noun, code: Option<&str>) -> Result<i64> {
        match (noun.naming, code) {
            (Naming::Known, Some(code)) => Ok(of_code(noun.name, code)),
            (Naming::Unnamed, _) => self.free_id(noun, Self::clock_id),
            _ => self.free_id(noun, Self::random_id),
        }
    }

    /// 64 random bits.
    pub fn random(&self) -> u64 {
        self.random.borrow_mut()()
    }

    /// 63 random bits.
    pub fn random_id(&self) -> i64 {
        (self.random() & i64::MAX as u64) as i64
    }

    /// 41 bits of milliseconds and 22 random; those of one command one after the other.
    pub fn clock_id(&self) -> i64 {
        let since = self.clock - FIRST_MILLISECOND;
        let id = match self.last.get() {
            Some(last) => last + 1,
            None if (0..1 << 41).contains(&since) => since << 22 | (self.random_id() & ((1 << 22) - 1)),
            // A clock that is years off would put rows where others' rows belong.
            None => self.random_id(),
        };
        self.last.set(Some(id));
        id
    }

    /// The first id of this kind that no row has or had.
    fn free_id(&self, noun: &Noun, draw: fn(&Self) -> i64) -> Result<i64> {
        loop {
            let id = draw(self);
            // Nor one that a row had which is gone.
            if !self.is_there(noun, id)? && !self.has_versions(noun, id)? {
                return Ok(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_as_shown() {
        for id in [0, 1, 31, 32, 4_611_686_018_427_387_904, i64::MAX] {
            assert_eq!(parse(&show(id)), Some((id, i64::MAX)), "{id}");
        }
        assert_eq!(parse("u"), None, "u is no digit of Crockford's");
        assert_eq!(parse("1"), Some((1, 31)));
    }

    #[test]
    fn words_keep_their_borders() {
        assert_ne!(hashed([b"ab".as_slice(), b"c"]), hashed([b"a".as_slice(), b"bc"]));
    }
}
