//! Reports of months, quarters and years in one sheet, through the mappings of a programme that has such reports.

use super::run::{Left, Place};
use std::collections::BTreeMap;

/// What a made-up service sent: its code, the months of each report, and the count.
const SENT: [(&str, &[(&str, u32)]); 5] = [
    // Every month.
    (
        "S1",
        &[
            ("2023-04-01/P1M", 10),
            ("2023-05-01/P1M", 11),
            ("2023-06-01/P1M", 12),
            ("2023-07-01/P1M", 13),
            ("2023-08-01/P1M", 14),
            ("2023-09-01/P1M", 15),
            ("2023-10-01/P1M", 16),
            ("2023-11-01/P1M", 17),
            ("2023-12-01/P1M", 18),
            ("2024-01-01/P1M", 19),
            ("2024-02-01/P1M", 20),
            ("2024-03-01/P1M", 21),
        ],
    ),
    // Every quarter.
    ("S2", &[("2023-04-01/P3M", 100), ("2023-07-01/P3M", 101), ("2023-10-01/P3M", 102), ("2024-01-01/P3M", 103)]),
    // The year.
    ("S3", &[("2023-04-01/P1Y", 1000)]),
    // A part of it, one of them nought.
    ("S4", &[("2023-04-01/P1M", 5), ("2023-05-01/P1M", 0), ("2023-10-01/P3M", 7)]),
    // The same days twice: two months and the quarter that they lie in, and a whole quarter of months with its quarter.
    (
        "S5",
        &[
            ("2023-04-01/P1M", 1),
            ("2023-05-01/P1M", 2),
            ("2023-04-01/P3M", 40),
            ("2023-07-01/P1M", 50),
            ("2023-08-01/P1M", 60),
            ("2023-09-01/P1M", 70),
            ("2023-07-01/P3M", 900),
        ],
    ),
];

/// Worked out apart from the program, month by month: who reported, who only a part, how many months, and the sum.
fn expected() -> (usize, usize, usize, u32) {
    let months = |period: &str| {
        let (from, length) = period.split_once("/P").expect("a length");
        let parts: Vec<i32> = from.split('-').map(|part| part.parse().expect("a number")).collect();
        let first = parts[0] * 12 + parts[1] - 1;
        let length = match length {
            "1M" => 1,
            "3M" => 3,
            _ => 12,
        };
        first..first + length
    };
    let (mut partial, mut told, mut sum) = (0, 0, 0);
    for (_, reports) in SENT {
        // The reports that tell of each month, the finest last.
        let mut by_month: BTreeMap<i32, Vec<(i32, u32)>> = BTreeMap::new();
        for (period, count) in reports {
            let span = months(period);
            let length = span.end - span.start;
            span.for_each(|month| by_month.entry(month).or_default().push((length, *count)));
        }
        told += by_month.len();
        partial += usize::from(by_month.len() < 12);
        for (period, count) in reports {
            let span = months(period);
            let length = span.end - span.start;
            let finer = span.clone().all(|month| by_month[&month].iter().any(|(other, _)| *other < length));
            let coarser = by_month[&span.start].iter().filter(|(other, _)| *other > length);
            // A finer one counts where all of the coarser is told of as finely; here coarser ones are quarters.
            let whole = |start: i32| {
                let start = 2023 * 12 + 3 + (start - 2023 * 12 - 3).div_euclid(3) * 3;
                (start..start + 3)
                    .all(|month| by_month.get(&month).is_some_and(|told| told.iter().any(|(other, _)| *other == 1)))
            };
            let counts = if coarser.count() > 0 { whole(span.start) } else { !finer || length == 1 };
            sum += if counts { *count } else { 0 };
        }
    }
    (SENT.len(), partial, told, sum)
}

#[test]
fn months_quarters_and_years_add_up_once() {
    let place = Place::new("none");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/england");
    for map in ["services", "computers"] {
        let text = std::fs::read(root.join(format!("{map}.toml"))).expect("an example");
        place.sheet(&format!("{map}.toml"), text);
    }
    let services: String = (1..=7).map(|number| format!("S{number},Minta {number}\n")).collect();
    place.sheet("services.csv", format!("Authority code,Authority nice name\n{services}"));
    place.done("organisation import services.csv --map services.toml");
    let rows = SENT
        .iter()
        .flat_map(|(code, reports)| reports.iter().map(move |(period, count)| format!("{code},{period},{count}\n")));
    place.sheet("computers.csv", format!("Authority,Period,Count\n{}", rows.collect::<String>()));
    place.done("report import computers.csv --map computers.toml");
    let again = place.done("report import computers.csv --map computers.toml");
    assert_eq!(again, "answers: 0 new, 0 changed, 27 same\n");

    let (reporting, partial, months, sum) = expected();
    assert_eq!((reporting, partial, months, sum), (5, 2, 12 + 12 + 12 + 5 + 6, 186 + 406 + 1000 + 12 + 40 + 180));
    let total = place.run("report total --form computers.1 --period 2023-04-01/P1Y --format csv");
    let is = format!(
        "question,respondents,reporting,missing,partial,periods_sent,periods_owed,sum\n\
         uses,7,{reporting},2,{partial},{months},84,{sum}\n"
    );
    assert_eq!(total.out, is);
    assert!(total.err.contains("others tell of the same days: 3\n"), "{}", total.err);
    // A quarter of three months of which two were sent is two of three.
    let quarter = place.run("report total --form computers.1 --period 2023-04-01/P3M --by respondent --format csv");
    assert!(quarter.out.contains("S4,uses,1,1,0,1,2,3,5\n"), "{}", quarter.out);
    assert!(quarter.out.contains("S3,uses,1,0,1,0,0,3,\n"), "{}", quarter.out);
}

#[test]
fn what_is_filled_in_at_a_terminal_is_taken_back_whole_and_no_locked_report_is_asked_for() {
    let place = Place::small();
    place.done("form load monthly");
    let fill = "report fill --form monthly.1 --point P-1 --period 2026-07";
    let questions = place.run("question list --fields code --format csv").out.lines().count() - 1;
    let answers = "9\n".repeat(questions);
    let left = place.answered(fill, &answers);
    assert_eq!(left.code, 0, "{}", left.err);
    assert!(
        left.err.ends_with(&format!("sent the report monthly.1 P-1 2026-07; answers: {questions}\n")),
        "{}",
        left.err
    );
    // One version each: what was a draft for a moment never was one.
    assert_eq!(place.done("undo"), format!("took back `report fill`: answers ({questions}), reports (1)\n"));
    assert_eq!((place.export("answer").lines().count(), place.export("report").lines().count()), (1, 1));

    place.done("undo");
    place.done("report lock --form monthly.1 --point P-1 --period 2026-07");
    let left = place.answered(fill, &answers);
    let told = "error: the report monthly.1 P-1 2026-07 is locked\nhint: a coordinator corrects it with a reason: tukipont report correct\n";
    assert_eq!((left.code, left.err.as_str()), (4, told));
    // A period that the form does not take is told before the first question, too.
    let left = place.answered(&fill.replace("2026-07", "2026-H1"), &answers);
    assert!(left.err.starts_with("error: --period: the form `monthly.1` does not take"), "{}", left.err);
}

#[test]
fn an_answer_is_known_by_what_it_answers_whatever_id_its_sheet_has() {
    let place = Place::small();
    place.done("form load monthly");
    let rows = "monthly.1/sessions,P-1,2026-07,9\n{}monthly.1/attendances,P-1,2026-07,12\n";
    // An id of a row that stands nowhere, and one of the sender's own.
    let sheet = |one: &str, other: &str| format!("id,question,point,period,value\n{one},{}", rows.replace("{}", other));
    place.sheet("ours.csv", sheet("wb824y1v1v0v1", "bc6awdnc60081,"));
    place.sheet("theirs.csv", sheet("A1", "A2,"));
    let columns = ["question", "point", "period", "value"].map(|name| format!("{name} = \"{name}\"\n")).concat();
    let map = format!("noun = \"answer\"\nsender = \"county.example\"\nid = \"id\"\n[columns]\n{columns}");
    place.sheet("map.toml", map);
    let told = "reports made on the way: 1: `monthly.1 P-1 2026-07`\nanswers: 2 new, 0 changed, 0 same\n";
    assert_eq!(place.done("report import ours.csv"), told);
    assert_eq!(place.done("report import theirs.csv --map map.toml"), "answers: 0 new, 0 changed, 2 same\n");
    place.done("report submit --form monthly.1 --point P-1 --period 2026-07 --answer sessions=8");
    let values = place.run("answer list --fields value --sort value --format csv").out;
    assert_eq!(values, "value\n12\n8\n");
}

#[test]
fn an_answer_that_another_copy_changed_behind_a_lock_is_named() {
    let place = Place::small();
    place.done("form load monthly");
    let report = "--form monthly.1 --point P-1 --period 2025-10";
    place.done(&format!("report submit {report} --answer sessions=9 --answer attendances=12"));
    let other = place.copy();
    other.done("setting set site OTH");
    place.done(&format!("report lock {report}"));
    // The clock of the other one goes on.
    std::thread::sleep(std::time::Duration::from_millis(5));
    other.done(&format!("report submit {report} --answer attendances=500"));
    place.done(&format!("merge {}", other.path("network.db").display()));
    let told = |left: Left| left.out.matches("changed-behind-lock").count();
    assert_eq!(told(place.run("check --format csv")), 1);
    place.done(&format!("report correct {report} --answer attendances=12 --reason Minta"));
    assert_eq!(told(place.run("check --format csv")), 0);
}

#[test]
fn a_report_goes_with_its_answers_and_comes_back_with_them() {
    let place = Place::small();
    place.done("form load monthly");
    let report = "--form monthly.1 --point P-1 --period 2025-10";
    place.done(&format!("report submit {report} --answer sessions=9 --answer attendances=12"));
    let before = (place.export("report"), place.export("answer"));
    let listed = place.run("report list --fields id --format csv").out;
    let id = listed.lines().nth(1).expect("a report");
    place.done(&format!("report remove {id}"));
    assert_eq!((place.export("report").lines().count(), place.export("answer").lines().count()), (1, 1));
    place.done("undo");
    assert_eq!((place.export("report"), place.export("answer")), before);
}

#[test]
fn what_was_accepted_and_changes_is_looked_at_once_more_whichever_way_it_changes() {
    let place = Place::small();
    place.done("form load monthly");
    let report = "--form monthly.1 --point P-1 --period 2025-10";
    place.done(&format!("report submit {report} --answer sessions=9 --answer attendances=12"));
    let status = || place.run("report list --fields status --format csv").out;
    let sheet = |sessions: &str| {
        place.sheet(
            "again.csv",
            format!(
                "question,point,period,value\nmonthly.1/sessions,P-1,2025-10,{sessions}\nmonthly.1/attendances,P-1,2025-10,12\n"
            ),
        );
        place.done("report import again.csv");
    };
    place.done(&format!("report accept {report}"));
    sheet("9");
    assert_eq!(status(), "status\naccepted\n");
    sheet("8");
    assert_eq!(status(), "status\nsubmitted\n");
    // A report that was returned is not sent once more by a sheet that says the same.
    place.done(&format!("report return {report} --reason Minta"));
    sheet("8");
    assert_eq!(status(), "status\nreturned\n");
    sheet("7");
    assert_eq!(status(), "status\nsubmitted\n");
}

#[test]
fn an_answer_of_a_joined_point_belongs_to_the_report_of_the_other() {
    let place = Place::small();
    place.done("form load monthly");
    place.done(
        "report submit --form monthly.1 --point P-1 --period 2025-10 --answer sessions=9 --answer attendances=12",
    );
    place.done("join point P-1 P-2");
    place.done("report submit --form monthly.1 --point P-2 --period 2025-10 --answer events=3");
    let total = place.run("report total --form monthly --period 2025-10 --format csv").out;
    let sums: Vec<(&str, &str)> =
        total.lines().filter_map(|line| Some((line.split(',').next()?, line.rsplit(',').next()?))).collect();
    for expected in [("sessions", "9"), ("attendances", "12"), ("events", "3")] {
        assert!(sums.contains(&expected), "{total}");
    }
    assert_eq!(place.run("check --format csv").out.matches("answer-without-report").count(), 0);
}

#[test]
fn who_ends_it_in_the_middle_has_a_draft() {
    let place = Place::small();
    place.done("form load monthly");
    // The two that are needed are answered, and the rest is not asked any more.
    let left = place.answered("report fill --form monthly.1 --point P-1 --period 2026-07", "9\n12\n3\n");
    assert_eq!(left.code, 0, "{}", left.err);
    assert!(left.err.ends_with("kept a draft of the report monthly.1 P-1 2026-07; answers: 3\n"), "{}", left.err);
    assert_eq!(place.run("report list --fields status --format csv").out, "status\ndraft\n");
}

#[test]
fn what_was_said_elsewhere_before_a_lock_and_came_after_it_is_named() {
    let place = Place::small();
    place.done("form load monthly");
    let report = "--form monthly.1 --point P-1 --period 2025-10";
    place.done(&format!("report submit {report} --answer sessions=9 --answer attendances=12"));
    let other = place.copy();
    other.done("setting set site OTH");
    other.done(&format!("report submit {report} --answer attendances=500"));
    place.done(&format!("report lock {report}"));
    place.done(&format!("merge {}", other.path("network.db").display()));
    assert_eq!(place.run("check --format csv").out.matches("changed-behind-lock").count(), 1);
    // Two corrections with one reason are two corrections.
    for attendances in [12, 13] {
        place.done(&format!("report correct {report} --answer attendances={attendances} --reason Minta"));
        assert_eq!(place.run("check --format csv").out.matches("changed-behind-lock").count(), 0);
    }
}
