//! Texts that would steer a terminal, leave their place, or are no text: none reaches a screen as it is, none is lost.

use crate::answer::steers;
use crate::desk::{Case, Desk, End, case};
use crate::forge::{CLOCK, alone, command, forged, rewrite};
use crate::rounds::rounds;
use crate::sound;
use rusqlite::Connection;
use tukipont::nouns;

/// What an honest hand never types; a zero byte comes last, where it hides nothing from what stops at it.
const NASTY: [&str; 6] = [
    "\u{1b}[31mred\u{7}\u{1b}]0;title\u{7}",
    "\u{202e}gpj.exe\u{2066}\r\nerror: ok",
    "../../../etc/passwd",
    "=cmd|'/c calc'!A1",
    "{ $file } `rm` \\ | \" ' <script>",
    "a\u{1}\u{7f}\u{9b}31mb\0c",
];

const FORMATS: [&str; 7] = ["table", "plain", "csv", "tsv", "json", "ndjson", "markdown"];

/// The columns of a noun that take any text.
fn free(noun: &str) -> impl Iterator<Item = &'static str> {
    let columns = nouns::named(noun).expect("a noun").columns().iter();
    let is_free = |column: &&tukipont::record::Column| {
        column.reader.is_none() && column.choices.is_empty() && column.form == tukipont::value::Form::Text
    };
    columns.filter(is_free).map(|column| column.name.as_str())
}

/// Puts a text wherever any text may stand.
fn everywhere(file: &Connection, text: &str) {
    for (noun, columns) in [
        ("area", vec!["name"]),
        ("organisation", vec!["name", "website"]),
        ("point", vec!["name", "address", "postcode", "website"]),
        ("person", vec!["name"]),
        ("category", vec!["label_en", "label_hu", "label_fi"]),
        ("session", vec!["note", "sender_id"]),
        ("mapping", vec!["name"]),
    ] {
        let known: Vec<&str> = free(noun).collect();
        assert!(columns.iter().all(|column| known.contains(column)), "{noun}: {known:?}");
        let code = match noun {
            "person" => crate::forge::id(file, "person", "M1"),
            "point" => crate::forge::id(file, "point", "P1"),
            _ => alone(file, noun),
        };
        // The newest of what two files say of a row is what shows.
        file.execute(&format!("UPDATE {noun} SET clock = ? WHERE id = ?"), [CLOCK, code]).expect("a clock");
        columns.iter().for_each(|column| rewrite(file, noun, code, column, text));
    }
    file.execute("UPDATE setting SET value = ? WHERE name = 'name'", [text]).expect("a name of the network");
}

#[test]
fn texts_that_steer_a_terminal() {
    let mut desk = Desk::new();
    // All in one; in a long run also each by itself.
    let texts = std::iter::once(NASTY.concat()).chain(NASTY.map(str::to_string));
    for text in texts.take(rounds(1, 1 + NASTY.len())) {
        let forge = {
            let text = text.clone();
            move |file: &Connection| everywhere(file, &text)
        };
        let case = case(format!("{text:?}"), End::Taken, forge);
        desk.judge_file(&case);
        look_everywhere(&desk, &text);
        desk.judge_handover(&case);
        desk.clear();
        forged(&sound::file("sent.handover"), &desk.path("forged.handover"), &case.forge);
        inspect(&desk, "forged.handover");
    }
}

/// Asks for all that can be told, in every format: what people read steers nothing, what machines read says it all.
fn look_everywhere(desk: &Desk, text: &str) {
    for noun in ["area", "organisation", "point", "person", "category", "session"] {
        for format in FORMATS {
            let told = desk.done(&format!("{noun} list --format {format}"));
            let is_for_machines = ["csv", "tsv", "json", "ndjson"].contains(&format);
            assert!(is_for_machines || !steers(&told), "{noun} list --format {format}: {told:?}");
        }
        let column = if noun == "session" { "note" } else { "name" };
        let column = if noun == "category" { "label_en" } else { column };
        let json = desk.done(&format!("{noun} list --format json --fields {column}"));
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
        assert!(rows.iter().any(|row| row[column] == text), "{noun}: JSON lacks {text:?}");
        let told = desk.done(&format!("{noun} list --format csv --fields {column}"));
        let mut reader = csv::Reader::from_reader(told.as_bytes());
        assert!(reader.records().any(|row| &row.expect("CSV")[0] == text), "{noun}: CSV lacks {text:?}");
    }
    for line in [
        "point show P1",
        "person show M1",
        "person dossier M1",
        "lead chain P1",
        "lead list",
        "history",
        "history point P1",
        "history person M1",
        "conflict list",
        "conflict show point P2",
        "join list",
        "join list --decided",
        "stats show activity --by point,mentor,area,topic",
        "stats show activity --by county,mode --lang hu",
        "setting list",
        "handover list",
        "undo --list",
        "doctor",
        "check",
        "check --lang fi",
        "mentor list",
        "retention list",
    ] {
        let answer = desk.ask(line);
        assert!(matches!(answer.code, Some(0 | 4)), "{line}: {:?}: {}", answer.code, answer.err);
        assert!(!steers(&answer.out), "{line}: {:?}", answer.out);
    }
    // What is refused repeats what was typed, where no zero byte can stand, and what stands in the file.
    let text = &text.replace('\0', "");
    for words in [
        &["point", "show", text][..],
        &["person", "remove", "M1"],
        &["area", "remove", "V1"],
        &["point", "add", "P1", "--name", text],
    ] {
        desk.ask_by(&mut desk.command(words));
    }
}

/// What a hand-over says of itself.
fn inspect(desk: &Desk, file: &str) {
    for format in FORMATS {
        let answer = desk.ask(&format!("handover inspect {file} --format {format}"));
        assert!(matches!(answer.code, Some(0 | 4)), "{format}: {:?}: {}", answer.code, answer.err);
        let is_for_machines = ["csv", "tsv", "json", "ndjson"].contains(&format);
        assert!(is_for_machines || !steers(&answer.out), "{format}: {:?}", answer.out);
    }
}

/// Every column of every table that holds text, but for those that only what is running uses.
fn text_columns() -> Vec<(String, String)> {
    let file = crate::forge::open(&sound::file("sent.db"));
    let sql = "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c \
               WHERE t.schema = 'main' AND t.name NOT IN ('sqlite_schema', 'busy') AND c.type = 'TEXT'";
    let mut statement = file.prepare(sql).expect("a query");
    let columns = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("columns");
    columns.map(|column| column.expect("a column")).collect()
}

/// Bytes that are no text in one column of a row that is believed.
fn no_text(table: &str, column: &str) -> Case {
    // Notices are worked out anew, whom a hand-over told of is its maker's business, what a setting was is this copy's,
    // and nobody asks for what has a name that nobody knows.
    let is_ignored = ["notice", "carried"].contains(&table)
        || [("version", "noun"), ("setting", "name"), ("setting", "before")].contains(&(table, column));
    let end = if is_ignored { End::Either } else { End::Refused("`forged.") };
    let is_noun = nouns::named(table).is_ok();
    let (table, column) = (table.to_string(), column.to_string());
    case(format!("no text in {table}.{column}"), end, move |file| {
        let row = match (is_noun, table.as_str()) {
            (true, _) => format!("id = {}", alone(file, &table)),
            (_, "setting") => "name = 'counties-per-region'".to_string(),
            (_, "command") => format!("id = {}", command(file)),
            (_, "version") => {
                "personal IS NOT NULL AND clock = (SELECT max(clock) FROM version WHERE personal IS NOT NULL)"
                    .to_string()
            }
            _ => "true".to_string(),
        };
        let sql = format!("UPDATE {table} SET \"{column}\" = CAST(x'61ff62' AS TEXT) WHERE {row}");
        assert!(file.execute(&sql, []).expect("a forged text") > 0 || is_ignored, "{sql}");
    })
}

#[test]
fn texts_that_are_none() {
    let mut desk = Desk::new();
    let columns = text_columns();
    assert!(columns.len() > 60, "{columns:?}");
    for (table, column) in &columns {
        let case = no_text(table, column);
        match table.as_str() {
            // Of a whole file nobody asks what it has sent or received.
            "handover" => desk.judge_handover(&case),
            "version" | "command" | "session" => desk.judge(vec![case]),
            _ => desk.judge_file(&case),
        }
    }
}
