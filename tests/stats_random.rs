//! `stats activity` on random sessions: its figures are those of plain SQL, and its cells add up to the whole.

mod stats_world;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rusqlite::Connection;
use stats_world::World;

/// What a session is divided by, and the same in SQL.
const SQL: &[(&str, &str)] = &[
    ("month", "substr(date, 1, 7)"),
    ("quarter", "substr(date, 1, 4) || '-Q' || ((substr(date, 6, 2) + 2) / 3)"),
    ("half-year", "substr(date, 1, 4) || '-H' || ((substr(date, 6, 2) + 5) / 6)"),
    ("year", "substr(date, 1, 4)"),
    ("week", "strftime('%G-W%V', date)"),
    ("region", "(SELECT code FROM tier WHERE tier.id = place AND kind = 'region')"),
    ("county", "(SELECT code FROM tier WHERE tier.id = place AND kind = 'county')"),
    ("municipality", "(SELECT code FROM tier WHERE tier.id = place AND kind = 'municipality')"),
    ("area", "(SELECT code FROM area WHERE area.id = place)"),
    ("point", "(SELECT code FROM point WHERE point.id = s.point)"),
    ("mentor", "(SELECT code FROM person WHERE person.id = s.mentor)"),
    ("mode", "(SELECT substr(code, 6) FROM category WHERE category.id = s.mode)"),
    (
        "mode-class",
        "(SELECT substr(coalesce(b.code, a.code), 6) FROM category a LEFT JOIN category b ON b.id = a.coarser WHERE a.id = s.mode)",
    ),
    ("kind", "kind"),
    ("service", "(SELECT substr(code, 9) FROM category WHERE category.id = s.service)"),
    ("outcome", "(SELECT substr(code, 9) FROM category WHERE category.id = s.outcome)"),
    ("language", "language"),
];

/// Sessions with the place where each was, and every area with each that it lies in.
const PLACES: &str = "WITH RECURSIVE tier (id, code, kind, parent) AS (
        SELECT id, code, kind, parent FROM area UNION ALL
        SELECT tier.id, area.code, area.kind, area.parent FROM tier JOIN area ON area.id = tier.parent),
    s AS (SELECT *, coalesce(area, (SELECT area FROM point WHERE point.id = session.point)) AS place FROM session)";

/// A sum skips what is not known, and is unknown where all is; so is ours.
const COUNTS: &str = "count(*), sum(attendances), sum(\"returning\"), sum(attendances - \"returning\"), sum(minutes)";

/// A session, as places in the lists of `session_row`.
#[derive(Clone, Debug)]
struct Session {
    day: u32,
    point: usize,
    mentor: Option<usize>,
    area: Option<usize>,
    mode: usize,
    kind: usize,
    topics: Vec<&'static str>,
    service: Option<usize>,
    outcome: Option<usize>,
    language: Option<usize>,
    minutes: Option<u32>,
    attendances: u32,
    /// In tenths of the attendances.
    returning: Option<u32>,
    /// How many of the attendances are in each band; what is too much is left out.
    ages: [u32; 3],
}

fn session() -> impl Strategy<Value = Session> {
    let place = |count: usize| proptest::option::weighted(0.7, 0..count);
    let topics = subsequence(vec!["ai", "email", "equipment", "office", "safety"], 0..=4);
    let who = (0..900_u32, 0..3_usize, place(2), place(5), 0..5_usize, 0..3_usize, topics);
    let how = (place(2), place(2), place(2), proptest::option::of(0..1440_u32), 1..8_u32);
    let rest = (proptest::option::of(0..=10_u32), [0..4_u32, 0..4, 0..4]);
    (who, how, rest).prop_map(|(who, how, rest)| {
        let (day, point, mentor, area, mode, kind, topics) = who;
        let (service, outcome, language, minutes, attendances) = how;
        let (returning, ages) = rest;
        Session {
            day,
            point,
            mentor,
            area,
            mode,
            kind,
            topics,
            service,
            outcome,
            language,
            minutes,
            attendances,
            returning,
            ages,
        }
    })
}

/// The command that adds the session.
fn add(session: &Session) -> String {
    let from = |list: &[&'static str], place: usize| list[place];
    let day = chrono::NaiveDate::from_ymd_opt(2023, 12, 20).expect("a day") + chrono::Days::new(session.day.into());
    let mut words = format!(
        "session add -d {day} -p {} -m {} -k {} -n {}",
        from(&["P-1", "P-2", "P-3"], session.point),
        from(&["remote", "phone", "home", "course", "outreach"], session.mode),
        from(&["individual", "group", "one-off"], session.kind),
        session.attendances,
    );
    let mut flag = |name: &str, value: Option<String>| words.extend(value.map(|value| format!(" --{name} {value}")));
    let text = |list: &[&'static str], place: Option<usize>| place.map(|place| list[place].to_string());
    flag("mentor", text(&["A-1", "B-1"], session.mentor));
    flag("area", text(&["X", "R1", "C1", "M1", "D1"], session.area));
    flag("service", text(&["tax", "pension"], session.service));
    flag("outcome", text(&["alone", "not-solved"], session.outcome));
    flag("language", text(&["hu", "fi"], session.language));
    flag("topics", (!session.topics.is_empty()).then(|| session.topics.join(",")));
    flag("minutes", session.minutes.map(|minutes| minutes.to_string()));
    flag("returning", session.returning.map(|tenths| (session.attendances * tenths / 10).to_string()));
    let mut left = session.attendances;
    let bands = ["age:0-17", "age:30-44", "age:75-plus"].into_iter().zip(session.ages).map(|(band, count)| {
        let count = count.min(left);
        left -= count;
        format!("{band}={count}")
    });
    let bands: Vec<String> = bands.filter(|band| !band.ends_with("=0")).collect();
    flag("tally", (!bands.is_empty()).then(|| bands.join(",")));
    words
}

/// A network in which these sessions took place.
fn world(sessions: &[Session]) -> World {
    let world = World::new();
    let rows = [
        "area add X --name Ország --kind country",
        "area add R1 --name Régió --kind region --parent X",
        "area add C1 --name Megye --kind county --parent R1",
        "area add M1 --name Falu --kind municipality --parent C1",
        "area add M2 --name Város --kind municipality --parent R1",
        "area add D1 --name Rész --kind district --parent M1",
        "point add P-1 --name Egy --area M1",
        "point add P-2 --name Kettő --area M2",
        "point add P-3 --name Három",
        "person add A-1 --name Anna --status active",
        "person add B-1 --name Béla --status active",
    ];
    rows.iter().for_each(|row| world.must(row));
    sessions.iter().for_each(|session| world.must(&add(session)));
    world
}

/// What the program says, as rows.
fn told(world: &World, words: &str) -> Vec<Vec<String>> {
    let answer = world.run(&format!("stats show activity {words} --format tsv"));
    assert_eq!(answer.code, 0, "{words}: {}", answer.errors);
    answer.output.lines().skip(1).map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

/// What SQL says, as rows.
fn asked(world: &World, sql: &str) -> Vec<Vec<String>> {
    let connection = Connection::open(world.file()).expect("the file");
    let mut statement = connection.prepare(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
    let columns = statement.column_count();
    let cell = |value: rusqlite::types::Value| match value {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        _ => String::new(),
    };
    let rows = statement.query_map([], |row| (0..columns).map(|place| Ok(cell(row.get(place)?))).collect());
    rows.expect("rows").collect::<Result<_, _>>().expect("rows")
}

/// The order of the rows: by each column, what is unknown last.
fn order(columns: usize) -> String {
    let columns: Vec<String> = (1..=columns).map(|place| format!("{place} COLLATE BINARY NULLS LAST")).collect();
    columns.join(", ")
}

/// The sum of a column; an unknown figure adds nothing.
fn sum(rows: &[Vec<String>], column: usize) -> u64 {
    rows.iter().map(|row| row[column].parse().unwrap_or(0)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_those_of_plain_sql(sessions in vec(session(), 0..14), pairs in vec([0..SQL.len(), 0..SQL.len()], 4)) {
        let world = world(&sessions);
        let whole = &told(&world, "")[0];
        let alone = (0..SQL.len()).map(|place| vec![place]);
        let crossed = pairs.into_iter().filter(|[a, b]| a != b).map(|pair| pair.to_vec());
        for dimensions in alone.chain(crossed) {
            let names: Vec<&str> = dimensions.iter().map(|place| SQL[*place].0).collect();
            let fields: Vec<&str> = dimensions.iter().map(|place| SQL[*place].1).collect();
            let groups: Vec<String> = (1..=fields.len()).map(|place| place.to_string()).collect();
            let sql = format!("{PLACES} SELECT {}, {COUNTS} FROM s GROUP BY {} ORDER BY {}",
                fields.join(", "), groups.join(", "), order(fields.len()));
            let rows = told(&world, &format!("--by {}", names.join(",")));
            prop_assert_eq!(&rows, &asked(&world, &sql), "{:?}", names);
            for (column, total) in whole.iter().enumerate() {
                let cells = sum(&rows, fields.len() + column);
                prop_assert_eq!(cells, total.parse().unwrap_or(0), "{:?} {}", names, column);
            }
        }
    }

    #[test]
    fn topics_and_ages_are_those_of_plain_sql(sessions in vec(session(), 1..14)) {
        let world = world(&sessions);
        // Each word of a text is a row; a session without words has one row without.
        let topics = format!("{PLACES} SELECT value, {COUNTS} FROM s LEFT JOIN
            json_each('[\"' || replace(topics, ' ', '\",\"') || '\"]') GROUP BY 1 ORDER BY {}", order(1));
        prop_assert_eq!(told(&world, "--by topic"), asked(&world, &topics));
        let bands = "SELECT session.id, substr(value, 5, instr(value, '=') - 5) AS band,
            CAST(substr(value, instr(value, '=') + 1) AS INTEGER) AS people FROM session
            JOIN json_each('[\"' || replace(tally, ' ', '\",\"') || '\"]')";
        let every = format!("bands AS ({bands}), every AS (SELECT * FROM bands UNION ALL SELECT id, NULL,
            attendances - coalesce((SELECT sum(people) FROM bands WHERE bands.id = session.id), 0) FROM session)");
        let ages = format!("WITH {every} SELECT substr(date, 1, 4) AS year, coalesce(band, 'not-stated'), sum(people)
            FROM session JOIN every ON every.id = session.id GROUP BY year, band
            HAVING sum(people) > 0 ORDER BY year, band NULLS LAST");
        let rows = told(&world, "--by year,age");
        prop_assert_eq!(&rows, &asked(&world, &ages));
        prop_assert_eq!(sum(&rows, 2), told(&world, "")[0][1].parse::<u64>().unwrap_or(0));
        // A session counts once under each class of its topics, with each of its bands.
        let classes = format!("WITH {every}, mention AS (SELECT DISTINCT session.id,
                (SELECT substr(coalesce(b.code, a.code), 7) FROM category a LEFT JOIN category b ON b.id = a.coarser
                    WHERE a.code = 'topic:' || value) AS class
                FROM session LEFT JOIN json_each('[\"' || replace(topics, ' ', '\",\"') || '\"]'))
            SELECT class, coalesce(band, 'not-stated'), sum(people) FROM mention JOIN every ON every.id = mention.id
            GROUP BY class, band HAVING sum(people) > 0 ORDER BY class COLLATE BINARY NULLS LAST, band NULLS LAST");
        prop_assert_eq!(told(&world, "--by topic-class,age"), asked(&world, &classes));
    }

    #[test]
    fn a_span_and_an_area_choose_what_sql_would(
        sessions in vec(session(), 0..14), first in 0..900_u32, days in 0..400_u32, area in select(vec!["R1", "C1", "D1"]),
    ) {
        let world = world(&sessions);
        let from = chrono::NaiveDate::from_ymd_opt(2023, 12, 20).expect("a day") + chrono::Days::new(first.into());
        let to = from + chrono::Days::new(days.into());
        let sql = format!("{PLACES} SELECT count(*), coalesce(sum(attendances), 0) FROM s WHERE date BETWEEN '{from}' AND '{to}'
            AND place IN (SELECT id FROM tier WHERE code = '{area}')");
        let rows = told(&world, &format!("--from {from} --to {to} --area {area} --fields sessions,attendances"));
        prop_assert_eq!(rows, asked(&world, &sql));
    }
}
