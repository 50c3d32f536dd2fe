//! What a file holds, read by hand and not through the program: every version, and what each table shows.

use crate::replica::{NOUNS, nouns};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A row of a noun.
pub type Place = (String, i64);

/// The text or number in each column; what is missing is empty.
pub type Fields = BTreeMap<String, Value>;

/// Columns that tell of a person.
pub fn personal(noun: &str) -> &'static [&'static str] {
    match noun {
        "person" => &["email", "name", "phone"],
        "session" => &["note"],
        _ => &[],
    }
}

/// A version as it stands in the file, or in its row's table.
#[derive(Clone, Debug)]
pub struct Version {
    pub digest: Vec<u8>,
    pub clock: i64,
    pub command: i64,
    pub schema: i64,
    pub parents: Vec<Vec<u8>>,
    pub deleted: bool,
    pub public: Fields,
    /// None where nothing is said, or it is not here.
    pub personal: Option<BTreeMap<String, Value>>,
    pub seal: Option<Vec<u8>>,
}

impl Version {
    /// What it says of a column: nothing, or a value, which may be empty.
    pub fn says(&self, noun: &str, column: &str) -> Option<Value> {
        if self.deleted {
            return None;
        }
        match personal(noun).contains(&column) {
            true => self.personal.as_ref()?.get(column).cloned(),
            false if column == "handover_days" && self.schema == 1 => None,
            false => Some(self.public.get(column).cloned().unwrap_or(Value::Null)),
        }
    }

    pub fn is_away(&self) -> bool {
        self.seal.as_ref().is_some_and(|seal| seal.len() == 32)
    }

    pub fn is_silent(&self) -> bool {
        self.seal.as_ref().is_some_and(Vec::is_empty)
    }

    /// The digest as the file's own description has it.
    pub fn digest(&self, noun: &str, id: i64) -> Vec<u8> {
        let piece = |name: &str, kind: u8, bytes: &[u8]| {
            [name.as_bytes(), &[0, kind], &(bytes.len() as u64).to_le_bytes(), bytes].concat()
        };
        let field = |name: &str, value: &Value| match value {
            Value::Integer(number) => piece(name, 1, &number.to_le_bytes()),
            Value::Text(text) => piece(name, 2, text.as_bytes()),
            _ => piece(name, 0, &[]),
        };
        let mut bytes = [noun.as_bytes(), &[0], &id.to_le_bytes()].concat();
        bytes.extend((self.parents.len() as u64).to_le_bytes());
        bytes.extend(self.parents.concat());
        bytes.push(u8::from(self.deleted));
        bytes.extend((self.schema as u32).to_le_bytes());
        bytes.extend(self.public.iter().flat_map(|(name, value)| field(name, value)));
        match (&self.seal, &self.personal) {
            (Some(salt), Some(personal)) if salt.len() == 16 => {
                let fields = personal.iter().flat_map(|(name, value)| field(name, value));
                let sealed: Vec<u8> = salt.iter().copied().chain(fields).collect();
                bytes.extend(piece("", 3, blake3::hash(&sealed).as_bytes()));
            }
            (Some(seal), _) => bytes.extend(piece("", 3, seal)),
            (None, _) => {}
        }
        blake3::hash(&bytes).as_bytes()[..16].to_vec()
    }
}

/// All that a file knows, read by hand.
pub struct Known {
    pub columns: BTreeMap<String, Vec<String>>,
    pub references: BTreeMap<(String, String), String>,
    pub rows: BTreeMap<Place, Vec<Version>>,
    pub shown: BTreeMap<Place, (Fields, i64, Vec<u8>, i64)>,
    pub erased: BTreeSet<Place>,
}

impl Known {
    pub fn of(file: &Connection) -> Self {
        let mut known = Self {
            columns: BTreeMap::new(),
            references: BTreeMap::new(),
            rows: BTreeMap::new(),
            shown: BTreeMap::new(),
            erased: BTreeSet::new(),
        };
        known.apart(file);
        let mut erased = file.prepare("SELECT noun, id FROM erased").expect("a query");
        let erased = erased.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        known.erased = erased.map(|place| place.expect("a row")).collect();
        for noun in nouns(file) {
            known.table(file, noun);
        }
        known
    }

    fn apart(&mut self, file: &Connection) {
        let sql = "SELECT version.noun, version.id, digest, version.clock, command, schema, parents, deleted, body, \
                   seal, personal FROM version JOIN command ON command.id = command";
        let mut statement = file.prepare(sql).expect("a query");
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let cell = |place: usize| row.get::<_, Value>(place).expect("a cell");
            let blob = |place: usize| match cell(place) {
                Value::Blob(bytes) => Some(bytes),
                _ => None,
            };
            let number = |place: usize| match cell(place) {
                Value::Integer(number) => number,
                other => panic!("{other:?} is no number"),
            };
            let fields = |place: usize| match cell(place) {
                Value::Text(text) => Some(fields(&text)),
                _ => None,
            };
            let (noun, id): (String, i64) = (row.get(0).expect("a noun"), number(1));
            let seal = blob(9);
            let empty = seal.is_none().then(|| personal(&noun).iter().map(|name| (name.to_string(), Value::Null)));
            let version = Version {
                digest: blob(2).expect("a digest"),
                clock: number(3),
                command: number(4),
                schema: number(5),
                parents: blob(6).expect("parents").chunks(16).map(<[u8]>::to_vec).collect(),
                deleted: number(7) == 1,
                public: fields(8).unwrap_or_default(),
                personal: fields(10).or(empty.map(Iterator::collect)),
                seal,
            };
            self.rows.entry((noun, id)).or_default().push(version);
        }
    }

    fn table(&mut self, file: &Connection, noun: &str) {
        let mut statement = file.prepare("SELECT name FROM pragma_table_info(?)").expect("a query");
        let names: Vec<String> = statement
            .query_map([noun], |row| row.get(0))
            .expect("rows")
            .map(|name| name.expect("a name"))
            .filter(|name: &String| !["id", "clock", "digest", "command", "seal"].contains(&name.as_str()))
            .collect();
        let mut statement =
            file.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)").expect("a query");
        let pairs = statement.query_map([noun], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        for pair in pairs {
            let (column, target): (String, String) = pair.expect("a reference");
            if NOUNS.contains(&target.as_str()) {
                self.references.insert((noun.to_string(), column), target);
            }
        }
        let columns: String = names.iter().map(|name| format!(", \"{name}\"")).collect();
        let seal = if personal(noun).is_empty() { "NULL" } else { "seal" };
        let sql = format!(
            "SELECT {noun}.id, {noun}.clock, digest, command, schema, {seal}{} FROM {noun} \
             JOIN command ON command.id = {noun}.command",
            columns.replace(", \"", &format!(", {noun}.\""))
        );
        let mut statement = file.prepare(&sql).expect("a query");
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let id: i64 = row.get(0).expect("an id");
            let place = (noun.to_string(), id);
            let stamp: (i64, Vec<u8>, i64) =
                (row.get(1).expect("a clock"), row.get(2).expect("a digest"), row.get(3).expect("a command"));
            let cells = names.iter().enumerate().map(|(at, name)| (name.clone(), row.get(at + 6).expect("a cell")));
            let all: Fields = cells.filter(|(_, value): &(String, Value)| *value != Value::Null).collect();
            if !self.rows.contains_key(&place) {
                let seal: Option<Vec<u8>> = row.get(5).expect("a seal");
                let is_away = seal.as_ref().is_some_and(|seal| seal.len() == 32);
                let own = personal(noun);
                let said = own.iter().map(|name| (name.to_string(), all.get(*name).cloned().unwrap_or(Value::Null)));
                let version = Version {
                    digest: stamp.1.clone(),
                    clock: stamp.0,
                    command: stamp.2,
                    schema: row.get(4).expect("a schema"),
                    parents: Vec::new(),
                    deleted: false,
                    public: all.clone().into_iter().filter(|(name, _)| !own.contains(&name.as_str())).collect(),
                    personal: (!is_away).then(|| said.collect()),
                    seal,
                };
                self.rows.insert(place.clone(), vec![version]);
            }
            self.shown.insert(place, (all, stamp.0, stamp.1, stamp.2));
        }
        self.columns.insert(noun.to_string(), names);
    }
}

/// The fields of a JSON object, the empty ones too.
fn fields(text: &str) -> BTreeMap<String, Value> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).expect("an object");
    object
        .into_iter()
        .map(|(name, value)| {
            let value = match value {
                serde_json::Value::Number(number) => Value::Integer(number.as_i64().expect("a whole number")),
                serde_json::Value::String(text) => Value::Text(text),
                serde_json::Value::Null => Value::Null,
                other => panic!("{other} is no field"),
            };
            (name, value)
        })
        .collect()
}
