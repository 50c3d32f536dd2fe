//! Stamps of many first versions: digests, and salts for what tells of persons.

use super::command::SCHEMA;
use super::rows::{Body, Cell, Dictionary};
use crate::record::Noun;
use crate::version::Seal;
use crate::version::digest::{Digest, Digester, Salt, sealed};
use rusqlite::types::ValueRef;

/// Works out digests of first versions, row after row.
pub struct Stamper<'r> {
    noun: &'r Noun,
    columns: &'r [Dictionary],
    /// The given columns in the order of their names: digests are taken in that.
    by_name: Vec<usize>,
}

impl<'r> Stamper<'r> {
    /// One for rows of these columns.
    pub fn new(noun: &'r Noun, columns: &'r [Dictionary]) -> Self {
        let mut by_name: Vec<usize> = (0..columns.len()).collect();
        by_name.sort_by_key(|at| &noun.columns()[columns[*at].place].name);
        Self { noun, columns, by_name }
    }

    /// The stamp of a new row: a salt for its personal fields, where it has some, and its digest.
    pub fn stamp(&self, body: &Body, row: usize, secret: &[u64; 4]) -> (Digest, Seal) {
        let mut cells = body.cells(row, self.columns);
        let is_personal = |(column, number, _): Cell<'_>| number > 0 && self.noun.is_personal(column.place);
        let seal = match self.noun.has_personal() && cells.any(is_personal) {
            true => Seal::Here(salt(secret, body.ids[row])),
            false => Seal::Empty,
        };
        (self.digest(body, row, &seal), seal)
    }

    /// The digest of a row's first version, where this stands for its personal fields.
    pub fn digest(&self, body: &Body, row: usize, seal: &Seal) -> Digest {
        let cells: Vec<Cell<'_>> = body.cells(row, self.columns).collect();
        let mut digester = Digester::new(self.noun.name, body.ids[row], &[], false, SCHEMA);
        for at in &self.by_name {
            let (column, number, own) = cells[*at];
            if !self.noun.is_personal(column.place) {
                digester.field(&self.noun.columns()[column.place].name, column.value(number, own));
            }
        }
        if let Seal::Here(salt) = seal {
            let personal = self.noun.by_name().iter().filter(|place| self.noun.is_personal(**place));
            let fields = personal.map(|place| {
                let cell = cells.iter().find(|(column, ..)| column.place == *place);
                let value = cell.map_or(ValueRef::Null, |(column, number, own)| column.value(*number, own));
                (self.noun.columns()[*place].name.as_str(), value)
            });
            digester.seal(&sealed(salt, fields));
        }
        digester.finish()
    }
}

/// A salt for one of many rows: nobody guesses it who does not know the secret, which is kept nowhere.
fn salt(secret: &[u64; 4], id: i64) -> Salt {
    let mut hasher = blake3::Hasher::new();
    secret.iter().for_each(|part| {
        hasher.update(&part.to_le_bytes());
    });
    let mut salt = Salt::default();
    salt.copy_from_slice(&hasher.update(&id.to_le_bytes()).finalize().as_bytes()[..16]);
    salt
}
