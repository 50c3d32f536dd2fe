//! The rules of versions, worked out plainly and in one go: what a file has to show, whatever led to it.

use crate::known::{Fields, Known, Place, Version, personal};
use crate::replica::Replica;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

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
