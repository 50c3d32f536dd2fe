//! A version's digest: what it says, so that two files can tell whether they say the same.

use rusqlite::types::ValueRef;

/// 16 bytes of a BLAKE3 hash over noun, id, parents, deletion, schema, public fields and the seal of the personal ones.
pub type Digest = [u8; 16];

/// The BLAKE3 hash over a salt and personal fields: what stands for them in a version's digest, so that the version can
/// still be checked where they stayed at home.
pub type Sealed = [u8; 32];

/// What keeps a sealed name from being guessed; it stays where the name stays.
pub type Salt = [u8; 16];

/// What a digest is taken over, piece by piece.
pub struct Digester(Vec<u8>);

impl Digester {
    /// Begins with what comes before the fields.
    pub fn new(noun: &str, id: i64, parents: &[Digest], deleted: bool, schema: u32) -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(noun.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(&id.to_le_bytes());
        bytes.extend_from_slice(&(parents.len() as u64).to_le_bytes());
        parents.iter().for_each(|parent| bytes.extend_from_slice(parent));
        bytes.push(u8::from(deleted));
        bytes.extend_from_slice(&schema.to_le_bytes());
        Self(bytes)
    }

    /// Adds a field that has a value; the columns come in the order of their names.
    pub fn field(&mut self, column: &str, value: ValueRef<'_>) {
        match value {
            ValueRef::Integer(number) => self.piece(column, 1, &number.to_le_bytes()),
            ValueRef::Text(text) => self.piece(column, 2, text),
            // The schema stores numbers and texts only, and an empty field adds nothing.
            _ => {}
        }
    }

    /// Adds what stands for the personal fields: their seal, or nothing where the version says nothing of them.
    pub fn seal(&mut self, seal: &[u8]) {
        self.piece("", 3, seal);
    }

    fn piece(&mut self, column: &str, kind: u8, bytes: &[u8]) {
        self.0.extend_from_slice(column.as_bytes());
        self.0.extend_from_slice(&[0, kind]);
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    /// The digest.
    pub fn finish(self) -> Digest {
        let mut digest = Digest::default();
        digest.copy_from_slice(&blake3::hash(&self.0).as_bytes()[..16]);
        digest
    }
}

/// The seal of personal fields, in the order of their names; an empty one is said to be empty.
pub fn sealed<'v>(salt: &Salt, fields: impl IntoIterator<Item = (&'v str, ValueRef<'v>)>) -> Sealed {
    let mut digester = Digester(Vec::with_capacity(256));
    digester.0.extend_from_slice(salt);
    for (column, value) in fields {
        match value {
            ValueRef::Null => digester.piece(column, 0, &[]),
            value => digester.field(column, value),
        }
    }
    *blake3::hash(&digester.0).as_bytes()
}
