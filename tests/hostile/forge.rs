//! A forger's tools: the sound files, rows whose digests are right whatever they say, and envelopes sealed anew.

use rusqlite::{Connection, params};
use std::fs;
use std::path::{Path, PathBuf};
use tukipont::nouns;
use tukipont::version::digest::Digest;
use tukipont::version::store::says;
use tukipont::version::{Seal, Version};

/// The schema that the forger's program knows.
pub const SCHEMA: u32 = tukipont::file::command::SCHEMA;

/// A moment in the forger's clock.
pub const CLOCK: i64 = 1_795_000_000_000;

/// A file that may be written into whatever it says of itself.
pub fn open(path: &Path) -> Connection {
    let file = Connection::open(path).expect("a file");
    file.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").expect("a free hand");
    file
}

/// Puts bytes into an envelope, as it is described: a mark, the BLAKE3 digest, the length, and then what is inside.
pub fn seal(inside: &[u8]) -> Vec<u8> {
    let length = (inside.len() as u64).to_le_bytes();
    [b"tukipont handover 1\n".as_slice(), blake3::hash(inside).as_bytes(), &length, inside].concat()
}

/// How long an envelope is before what is inside.
pub const HEAD: usize = 20 + 32 + 8;

/// The id of the row of a noun that has this code.
pub fn id(file: &Connection, noun: &str, code: &str) -> i64 {
    let sql = format!("SELECT id FROM {noun} WHERE code = ?");
    file.query_row(&sql, [code], |row| row.get(0)).expect("a row of this code")
}

/// Any row of a noun that stands in its table alone: what it says there is believed.
pub fn alone(file: &Connection, noun: &str) -> i64 {
    let sql = format!("SELECT min(id) FROM {noun} WHERE id NOT IN (SELECT id FROM version WHERE noun = '{noun}')");
    file.query_row(&sql, [], |row| row.get(0)).expect("a row with one version")
}

/// The command that made most of the file.
pub fn command(file: &Connection) -> i64 {
    file.query_row("SELECT min(id) FROM command WHERE id > 0", [], |row| row.get(0)).expect("a command")
}

/// Says something else in a row's table, and gives it the digest of that.
pub fn rewrite(file: &Connection, noun: &str, id: i64, column: &str, value: impl rusqlite::ToSql) {
    let sql = format!("UPDATE {noun} SET \"{column}\" = ? WHERE id = ?");
    assert_eq!(file.execute(&sql, params![value, id]).expect("a forged cell"), 1, "{noun} {id}");
    stamp(file, noun, id);
}

/// Gives a row's table the digest of what it says.
pub fn stamp(file: &Connection, noun: &str, id: i64) {
    let table = nouns::named(noun).expect("a noun");
    let columns: String = table.columns().iter().map(|column| format!(", t.\"{}\"", column.name)).collect();
    let seal = if table.has_personal() { "seal" } else { "NULL" };
    let sql = format!(
        "SELECT t.clock, command, schema, {seal}{columns} FROM {noun} t JOIN command c ON c.id = command WHERE t.id = ?"
    );
    let version = file.query_row(&sql, [id], |row| {
        let seal: Seal = row.get(3)?;
        let places = 0..table.columns().len();
        let is_away = |place: &usize| table.is_personal(*place) && matches!(seal, Seal::Away(_));
        Ok(Version {
            digest: Digest::default(),
            clock: row.get(0)?,
            command: row.get(1)?,
            schema: row.get(2)?,
            parents: Vec::new(),
            deleted: false,
            says: places
                .map(|place| (!is_away(&place)).then(|| row.get(place + 4)).transpose())
                .collect::<Result<_, _>>()?,
            seal,
        })
    });
    let digest = version.expect("the row").digest(table, id);
    file.execute(&format!("UPDATE {noun} SET digest = ? WHERE id = ?"), params![digest.as_slice(), id])
        .expect("a stamp");
}

/// A version to be forged.
#[derive(Clone)]
pub struct Forged<'f> {
    pub noun: &'f str,
    pub id: i64,
    pub clock: i64,
    pub parents: Vec<Digest>,
    /// What it says in public, as JSON; none where it deletes.
    pub body: Option<String>,
    pub seal: Seal,
    pub personal: Option<String>,
}

impl<'f> Forged<'f> {
    /// A version of a row that says what its table does.
    pub fn of(file: &Connection, noun: &'f str, id: i64) -> Self {
        let table = nouns::named(noun).expect("a noun");
        let public = table.columns().iter().enumerate().filter(|(place, _)| !table.is_personal(*place));
        let fields: Vec<String> = public.map(|(_, column)| format!("'{0}', \"{0}\"", column.name)).collect();
        let sql = format!("SELECT json_object({}) FROM {noun} WHERE id = ?", fields.join(", "));
        let body: String = file.query_row(&sql, [id], |row| row.get(0)).expect("a body");
        // An empty field is left out, as the program does.
        let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&body).expect("fields");
        fields.retain(|_, value| !value.is_null());
        let body = serde_json::to_string(&fields).expect("a body");
        let seal = if table.has_personal() { Seal::Silent } else { Seal::Empty };
        Self { noun, id, clock: CLOCK, parents: Vec::new(), body: Some(body), seal, personal: None }
    }

    /// The same, but for one field.
    pub fn saying(mut self, field: &str, value: impl Into<serde_json::Value>) -> Self {
        let body = self.body.as_deref().expect("a body");
        let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).expect("fields");
        fields.insert(field.into(), value.into());
        self.body = Some(serde_json::to_string(&fields).expect("a body"));
        self
    }

    /// The digest of what it says, where a program can say it.
    pub fn digest(&self) -> Digest {
        let table = nouns::named(self.noun).expect("a noun");
        let knew = vec![true; table.columns().len()];
        let said = says(table, &knew, self.body.as_deref(), &self.seal, self.personal.as_deref());
        let version = Version {
            digest: Digest::default(),
            clock: self.clock,
            command: 0,
            schema: SCHEMA,
            parents: self.parents.clone(),
            deleted: self.body.is_none(),
            says: said.unwrap_or_else(|_| vec![None; table.columns().len()]),
            seal: self.seal,
        };
        version.digest(table, self.id)
    }

    /// Puts it into a file under its own digest.
    pub fn put(&self, file: &Connection) -> Digest {
        let digest = self.digest();
        self.put_as(file, digest);
        digest
    }

    /// Puts it into a file under this digest.
    pub fn put_as(&self, file: &Connection, digest: Digest) {
        let sql = "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let mut statement = file.prepare_cached(sql).expect("a query");
        let values = params![
            self.noun,
            self.id,
            digest.as_slice(),
            self.clock,
            command(file),
            self.parents.concat(),
            self.body.is_none(),
            self.body,
            self.seal,
            self.personal
        ];
        statement.execute(values).expect("a forged version");
    }
}

/// Takes what a row's table says into the versions that stand apart, so that others can stand beside it; gives its name.
pub fn part(file: &Connection, noun: &str, id: i64) -> Digest {
    let sql = format!("SELECT digest, clock FROM {noun} WHERE id = ?");
    let (digest, clock): (Digest, i64) = file.query_row(&sql, [id], |row| Ok((row.get(0)?, row.get(1)?))).expect("it");
    let first = Forged { clock, ..Forged::of(file, noun, id) };
    assert_eq!(first.digest(), digest, "the forger's own digest is not the program's");
    first.put_as(file, digest);
    digest
}

/// Copies a sound file or the network inside a sound hand-over, lets a forger at it, and gives what is to be sent.
pub fn forged(sound: &Path, to: &Path, forge: &dyn Fn(&Connection)) -> PathBuf {
    let is_handover = sound.extension().is_some_and(|ending| ending == "handover");
    let bytes = fs::read(sound).expect("a sound file");
    let inside = to.with_extension("db");
    fs::write(&inside, if is_handover { &bytes[HEAD..] } else { &bytes }).expect("a file to forge");
    let file = open(&inside);
    forge(&file);
    file.close().expect("no journal beside it");
    if !is_handover {
        return inside;
    }
    fs::write(to, seal(&fs::read(&inside).expect("what was forged"))).expect("a forged hand-over");
    fs::remove_file(inside).expect("what was forged");
    to.to_path_buf()
}
