//! The rules of versions, worked out plainly and in one go: what a file has to show, whatever led to it.

use crate::replica::{NOUNS, Replica};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// A row of a noun.
type Place = (String, i64);

/// The text or number in each column; what is missing is empty.
type Fields = BTreeMap<String, Value>;

/// Columns that tell of a person.
fn personal(noun: &str) -> &'static [&'static str] {
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
    command: i64,
    pub schema: i64,
    pub parents: Vec<Vec<u8>>,
    deleted: bool,
    pub public: Fields,
    /// None where nothing is said, or it is not here.
    personal: Option<BTreeMap<String, Value>>,
    seal: Option<Vec<u8>>,
}

impl Version {
    /// What it says of a column: nothing, or a value, which may be empty.
    fn says(&self, noun: &str, column: &str) -> Option<Value> {
        if self.deleted {
            return None;
        }
        match personal(noun).contains(&column) {
            true => self.personal.as_ref()?.get(column).cloned(),
            false if column == "handover_days" && self.schema == 1 => None,
            false => Some(self.public.get(column).cloned().unwrap_or(Value::Null)),
        }
    }

    fn is_away(&self) -> bool {
        self.seal.as_ref().is_some_and(|seal| seal.len() == 32)
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
    columns: BTreeMap<String, Vec<String>>,
    references: BTreeMap<(String, String), String>,
    pub rows: BTreeMap<Place, Vec<Version>>,
    shown: BTreeMap<Place, (Fields, i64, Vec<u8>, i64)>,
    erased: BTreeSet<Place>,
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
        for noun in NOUNS {
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

/// A row's versions in groups that say the same, each with the groups that it replaces.
struct Groups<'v> {
    groups: Vec<(Vec<&'v Version>, BTreeSet<usize>)>,
}

impl<'v> Groups<'v> {
    fn of(noun: &str, versions: &'v [Version]) -> Self {
        let mut sorted: Vec<&Version> = versions.iter().collect();
        sorted.sort_by_key(|version| (version.clock, version.digest.clone()));
        let mut groups: Vec<(Vec<&Version>, BTreeSet<usize>)> = Vec::new();
        for version in sorted {
            let holds = |digest: &Vec<u8>, group: &(Vec<&Version>, _)| {
                group.0.iter().any(|member: &&Version| member.digest == *digest)
            };
            let above: BTreeSet<usize> = version
                .parents
                .iter()
                .filter_map(|parent| groups.iter().position(|group| holds(parent, group)))
                .collect();
            let fits = |group: &(Vec<&Version>, BTreeSet<usize>)| {
                let says_the_same =
                    group.1 == above && group.0[0].deleted == version.deleted && group.0[0].public == version.public;
                let known = |version: &&Version| version.personal.clone().filter(|_| !version.is_silent());
                let told = group.0.iter().find_map(known);
                says_the_same
                    && (personal(noun).is_empty()
                        || told.is_none()
                        || known(&version).is_none()
                        || told == known(&version))
            };
            match groups.iter_mut().find(|group| fits(group)) {
                Some(group) => group.0.push(version),
                None => groups.push((vec![version], above)),
            }
        }
        Self { groups }
    }

    /// The groups that none replaces, the winner first.
    fn heads(&self) -> Vec<usize> {
        let replaced: BTreeSet<usize> = self.groups.iter().flat_map(|group| group.1.iter().copied()).collect();
        let mut heads: Vec<usize> = (0..self.groups.len()).filter(|group| !replaced.contains(group)).collect();
        heads.sort_by_key(|group| {
            let first = self.groups[*group].0[0];
            (first.deleted, std::cmp::Reverse((first.clock, first.digest.clone())))
        });
        heads
    }

    /// What shows where this group does.
    fn content(&self, noun: &str, columns: &[String], group: usize) -> Fields {
        let mut before: BTreeSet<usize> = self.groups[group].1.clone();
        loop {
            let more: BTreeSet<usize> = before.iter().flat_map(|group| self.groups[*group].1.clone()).collect();
            if more.is_subset(&before) {
                break;
            }
            before.extend(more);
        }
        let mut older: Vec<&Version> = before.iter().flat_map(|group| self.groups[*group].0.clone()).collect();
        older.sort_by_key(|version| std::cmp::Reverse((version.clock, version.digest.clone())));
        let all: Vec<&Version> = self.groups[group].0.iter().copied().chain(older).collect();
        let value = |column: &String| {
            let said = all.iter().find_map(|version| version.says(noun, column));
            said.filter(|value| *value != Value::Null).map(|value| (column.clone(), value))
        };
        columns.iter().filter_map(value).collect()
    }
}

impl Version {
    fn is_silent(&self) -> bool {
        self.seal.as_ref().is_some_and(Vec::is_empty)
    }
}

/// Holds a file to what its versions say.
pub fn check(replica: &Replica) {
    let file = replica.look();
    let intact: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a verdict");
    assert_eq!(intact, "ok");
    let dangling = file.query_row("SELECT * FROM pragma_foreign_key_check", [], |_| Ok(())).optional();
    assert_eq!(dangling.expect("a verdict"), None, "a row refers to nothing");
    let known = Known::of(&file);
    let (mut live, mut gone) = (BTreeMap::new(), BTreeMap::new());
    let mut notices: BTreeSet<(String, i64, &'static str, Option<i64>)> = BTreeSet::new();
    for ((noun, id), versions) in &known.rows {
        for version in versions {
            let is_erased = known.erased.contains(&(noun.clone(), *id));
            assert!(is_erased || version.digest(noun, *id) == version.digest, "{noun} {id}: a digest does not fit");
            assert!(!is_erased || version.personal.iter().flatten().all(|(_, value)| *value == Value::Null));
        }
        let groups = Groups::of(noun, versions);
        let heads = groups.heads();
        let winner = groups.groups[heads[0]].0[0];
        let content = groups.content(noun, &known.columns[noun], heads[0]);
        let row = (content, winner.clock, winner.digest.clone(), winner.command);
        if winner.deleted {
            gone.insert((noun.clone(), *id), row);
            continue;
        }
        if heads.len() > 1 {
            notices.insert((noun.clone(), *id, "conflict", None));
        }
        live.insert((noun.clone(), *id), row);
    }
    // A deleted row is shown as long as a shown row needs it.
    loop {
        let mut wanted: BTreeSet<Place> = BTreeSet::new();
        for ((noun, _), (fields, ..)) in &live {
            for (column, value) in fields {
                let target = known.references.get(&(noun.clone(), column.clone()));
                if let (Some(target), Value::Integer(id)) = (target, value) {
                    wanted.insert((target.clone(), *id));
                }
            }
        }
        wanted.retain(|place| gone.contains_key(place));
        if wanted.is_empty() {
            break;
        }
        for place in wanted {
            notices.insert((place.0.clone(), place.1, "needed", None));
            let row = gone.remove(&place).expect("it is gone");
            live.insert(place, row);
        }
    }
    joined(&live, &mut notices);
    shared(&live, &mut notices);
    for (place, expected) in &live {
        assert_eq!(known.shown.get(place), Some(expected), "{place:?}");
    }
    for place in known.shown.keys() {
        assert!(live.contains_key(place), "{place:?} is shown, though nobody needs it");
    }
    assert_eq!(noticed(&file), notices);
    normal(&file, &known);
}

/// A row that its table tells stands nowhere else.
fn normal(file: &Connection, known: &Known) {
    let mut apart =
        file.prepare("SELECT noun, id FROM version GROUP BY noun, id HAVING count(*) = 1").expect("a query");
    let places = apart.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    for place in places {
        let place: Place = place.expect("a row");
        let version = &known.rows[&place][0];
        let tells_all = version.personal.as_ref().is_some_and(|told| told.len() == personal(&place.0).len());
        assert!(!tells_all && !version.is_away(), "{place:?} stands in two places");
    }
}

/// The rows that another stands for: of those that are joined the lowest that is not deleted, or the lowest.
fn joined(
    live: &BTreeMap<Place, (Fields, i64, Vec<u8>, i64)>,
    notices: &mut BTreeSet<(String, i64, &'static str, Option<i64>)>,
) {
    let mut groups: Vec<BTreeSet<Place>> = Vec::new();
    for ((noun, _), (fields, ..)) in live.iter().filter(|((noun, _), _)| noun == "pair") {
        assert_eq!(noun, "pair");
        let text = |name: &str| match &fields[name] {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        let number = |name: &str| match &fields[name] {
            Value::Integer(number) => *number,
            other => panic!("{other:?}"),
        };
        let pair = BTreeSet::from([(text("noun"), number("low")), (text("noun"), number("high"))]);
        if text("verdict") != "same" || !pair.iter().all(|place| live.contains_key(place)) {
            continue;
        }
        let (touched, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| !group.is_disjoint(&pair));
        groups = apart;
        groups.push(touched.into_iter().flatten().chain(pair).collect());
    }
    for group in groups {
        let is_needed = |place: &&Place| notices.contains(&(place.0.clone(), place.1, "needed", None));
        let first = group.iter().min_by_key(|place| (is_needed(place), place.1)).expect("two rows").clone();
        for place in group.into_iter().filter(|place| *place != first) {
            notices.insert((place.0, place.1, "joined", Some(first.1)));
        }
    }
}

/// The rows that share a code with another.
fn shared(
    live: &BTreeMap<Place, (Fields, i64, Vec<u8>, i64)>,
    notices: &mut BTreeSet<(String, i64, &'static str, Option<i64>)>,
) {
    let mut codes: BTreeMap<(String, String), Vec<i64>> = BTreeMap::new();
    for ((noun, id), (fields, ..)) in live {
        let is_hidden = notices.iter().any(|(of, row, what, _)| of == noun && row == id && *what == "joined");
        if let (Some(Value::Text(code)), false) = (fields.get("code"), is_hidden) {
            codes.entry((noun.clone(), code.to_ascii_lowercase())).or_default().push(*id);
        }
    }
    for ((noun, _), ids) in codes.into_iter().filter(|(_, ids)| ids.len() > 1) {
        notices.extend(ids.into_iter().map(|id| (noun.clone(), id, "shared", None)));
    }
}

fn noticed(file: &Connection) -> BTreeSet<(String, i64, &'static str, Option<i64>)> {
    let mut statement = file.prepare("SELECT noun, id, what, other FROM notice").expect("a query");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get(3)?)));
    rows.expect("rows")
        .map(|row| {
            let (noun, id, what, other) = row.expect("a notice");
            let what = ["conflict", "needed", "shared", "joined"].into_iter().find(|known| *known == what);
            (noun, id, what.expect("a kind of notice"), other)
        })
        .collect()
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
