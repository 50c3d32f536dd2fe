//! A version's digest: what it says, so that two files can tell whether they say the same.

use rusqlite::types::ValueRef;

/// 16 bytes of a BLAKE3 hash over noun, id, parents, deletion, schema and body.
pub type Digest = [u8; 16];

/// What a digest is taken over, piece by piece.
pub struct Digester(Vec<u8>);

impl Digester {
    /// Begins with what comes before the body.
    pub fn new(noun: &str, id: i64, parents: &[u8], deleted: bool, schema: u32) -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(noun.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(&id.to_le_bytes());
        bytes.extend_from_slice(&(parents.len() as u64).to_le_bytes());
        bytes.extend_from_slice(parents);
        bytes.push(u8::from(deleted));
        bytes.extend_from_slice(&schema.to_le_bytes());
        Self(bytes)
    }

    /// Adds a field that has a value; the columns come in the order of the noun.
    pub fn field(&mut self, column: &str, value: ValueRef<'_>) {
        let mut piece = |kind: u8, bytes: &[u8]| {
            self.0.extend_from_slice(column.as_bytes());
            self.0.extend_from_slice(&[0, kind]);
            self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            self.0.extend_from_slice(bytes);
        };
        match value {
            ValueRef::Integer(number) => piece(1, &number.to_le_bytes()),
            ValueRef::Text(text) => piece(2, text),
            // The schema stores numbers and texts only, and an unknown field says nothing.
            _ => {}
        }
    }

    /// The digest.
    pub fn finish(self) -> Digest {
        let mut digest = Digest::default();
        digest.copy_from_slice(&blake3::hash(&self.0).as_bytes()[..16]);
        digest
    }
}
