//! Decimals, answers of every kind and periods go out into sheets and come back as they were, and as Excel leaves them.

use super::round_trip::text;
use super::run::Place;
use proptest::prelude::*;

/// A question of each kind that sheets are apt to spoil.
const QUESTIONS: &str = "\
code,form,number,kind,least,list
visit.1/n,visit.1,1,number,-999999999999.999999,
visit.1/t,visit.1,2,text,,
visit.1/d,visit.1,3,date,,
visit.1/c,visit.1,4,choices,,topic
";

/// A network with a form and a point that is asked.
fn asked() -> Place {
    let place = Place::new("none");
    place.done("point add P-1 --name Pont");
    place.done("form add visit.1 --kind survey --asked-of point --periods P1M");
    place.sheet("questions.csv", QUESTIONS);
    place.done("question import questions.csv");
    place
}

/// Takes answers in, each of a month of its own: the key of the question and the answer.
fn answer(place: &Place, answers: &[(&str, &str)]) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["question", "point", "period", "value"]).expect("headings");
    for (number, (question, value)) in answers.iter().enumerate() {
        let period = format!("{}-{:02}", 2000 + number / 12, number % 12 + 1);
        writer.write_record([&format!("visit.1/{question}"), "P-1", &period, *value]).expect("a row");
    }
    place.sheet("answers.csv", writer.into_inner().expect("a sheet"));
    // What is refused, the file cannot hold; texts of chance may be blank.
    let code = place.run("answer import answers.csv --rejects rejects.csv --force").code;
    let is_sound = answers.iter().all(|(_, value)| !value.trim().is_empty() && !value.contains(char::is_control));
    assert!(code == 0 || (code == 4 && !is_sound), "{code}");
}

/// All answers and questions of a file, in its one form.
fn held(place: &Place) -> String {
    place.export("question") + &place.export("answer")
}

/// Sends what a file holds through sheets into another one, and back out of that.
pub fn goes_round(numbers: &[String], texts: &[String], ending: &str, flags: &str) {
    // An answer is known by what it answers: both files have to know one point.
    let one = asked();
    let other = one.copy();
    let bounds = numbers.iter().enumerate().map(|(at, least)| format!("visit.1/q{at},visit.1,9,number,\"{least}\",\n"));
    one.sheet("more.csv", format!("code,form,number,kind,least,list\n{}", bounds.collect::<String>()));
    one.done("question import more.csv");
    let numbers = numbers.iter().map(|number| ("n", number.as_str()));
    let texts = texts.iter().filter(|text| !text.contains('\0')).map(|text| ("t", text.as_str()));
    let others = [("d", "2026-10-05"), ("d", "2. 3. 2026"), ("c", "safety email"), ("c", "email")];
    let all: Vec<(&str, &str)> = numbers.chain(texts).chain(others).collect();
    answer(&one, &all);
    let taken = one.export("answer");
    let sound = |key: &str| all.iter().filter(|(of, value)| *of == key && !value.trim().is_empty()).count();
    assert_eq!(taken.matches("visit.1/n,").count(), sound("n"), "{taken}");

    for noun in ["question", "answer"] {
        let written = |place: &Place| {
            place.done(&format!("{noun} export -o sheet{ending} --force{flags}"));
            std::fs::read(place.path(&format!("sheet{ending}"))).expect("a sheet")
        };
        let sheet = written(&one);
        other.sheet(&format!("came{ending}"), &sheet);
        other.done(&format!("{noun} import came{ending}"));
        assert_eq!(other.export(noun), one.export(noun), "{noun}{flags}");
        assert!(written(&other) == sheet, "{noun}{flags}: the same bytes");
        let again = other.done(&format!("{noun} import came{ending}"));
        assert!(again.contains(" 0 new, 0 changed,"), "{again}");
    }
    assert_eq!(held(&other), held(&one));
}

/// Numbers with decimals and without, some below nought, some longer than a workbook's numbers are.
pub fn number() -> impl Strategy<Value = String> {
    prop_oneof!["-?[0-9]{1,3}", "-?[0-9]{1,12}[.,][0-9]{1,6}"]
}

/// Texts that look like numbers, behind a guard or not, and any others.
pub fn answer_text() -> impl Strategy<Value = String> {
    prop_oneof!["'{0,2}[-+]?[0-9]{1,3}[.,][0-9]{1,3}", "-?[0-9]{1,2}[.,][0-9]{1,2}[.,]?[0-9]{0,2}", text()]
}

/// The cases that must not be left to chance.
pub const NUMBERS: [&str; 6] = ["10.25", "-3.5", "-7", "0.000001", "-999999999999.999999", "123456789012.345"];
pub const TEXTS: [&str; 12] =
    ["10,25", "10.25", "-3,5", "-3.5", "'10,25", "''-3,5", "+1,5", "007", "1,2,3", "2026-10-05", "10.250", "-5"];

pub fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

#[test]
fn numbers_and_what_looks_like_them() {
    for flags in ["", " --dialect excel-hu", " --dialect excel-fi"] {
        goes_round(&owned(&NUMBERS), &owned(&TEXTS), ".csv", flags);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_answered(
        numbers in proptest::collection::vec(number(), 1..6),
        texts in proptest::collection::vec(answer_text(), 1..8),
    ) {
        for flags in [" --dialect excel-hu", " --dialect excel-fi"] {
            goes_round(&numbers, &texts, ".csv", flags);
        }
    }
}

#[test]
fn decimals_are_written_as_their_readers_do() {
    let place = asked();
    answer(
        &place,
        &[("n", "10.25"), ("n", "-3.5"), ("t", "10,25"), ("t", "-3,5"), ("d", "2026-10-05"), ("n", "1234567.5")],
    );
    let cells = |line: &str| {
        let out = place.run(line).out;
        out.lines().skip(1).map(|row| row.trim_end().to_string()).collect::<Vec<_>>()
    };
    for dialect in ["excel-hu", "excel-fi"] {
        let values = cells(&format!("answer export --dialect {dialect} --fields value --sort period"));
        assert_eq!(values, ["10,25", "-3,5", "'10,25", "'-3,5", "2026-10-05", "1234567,5"]);
        let least = cells(&format!("question export --dialect {dialect} --fields least --sort number --limit 1"));
        assert_eq!(least, ["-999999999999,999999"]);
    }
    assert_eq!(cells("answer export --fields value --sort period --limit 1"), ["10.25"]);
    let total = "report total --form visit.1 --period 2000";
    let sum = |more: &str| cells(&format!("{total} --fields question,sum {more}"))[0].clone();
    // 10.25 - 3.5 + 1234567.5
    assert_eq!(sum("--format csv"), "n,1234574.25");
    assert_eq!(sum("--dialect excel-hu"), "n;1234574,25");
    assert!(sum("--lang hu --format table").ends_with("1\u{a0}234\u{a0}574,25"), "{}", sum("--lang hu --format table"));
    assert!(sum("--lang fi --format table").ends_with("1\u{a0}234\u{a0}574,25"));
    assert!(sum("--lang en --format table").ends_with("1,234,574.25"));
    assert!(place.run(&format!("{total} --format json")).out.contains("\"sum\": 1234574.25"));
}

#[test]
fn a_sheet_that_excel_spoiled_tells_the_same_months() {
    for (typed, month) in
        [("Oct-26", "2026-10"), ("okt.26", "2026-10"), ("loka.26", "2026-10"), ("2026. jan.", "2026-01")]
    {
        let place = asked();
        place.sheet("a.csv", format!("question;point;period;value\nvisit.1/n;P-1;{typed};10,25\n"));
        assert!(place.done("report import a.csv").contains("answers: 1 new"), "{typed}");
        assert_eq!(
            place.run("answer list --fields period,value --format csv").out,
            format!("period,value\n{month},10.25\n")
        );
        // As it was before Excel had it: the same answer.
        place.sheet("b.csv", format!("question;point;period;value\nvisit.1/n;P-1;{month};10,25\n"));
        assert!(place.done("report import b.csv").contains("answers: 0 new, 0 changed, 1 same"), "{typed}");
    }
    let place = asked();
    place.sheet("a.csv", "question,point,period,value\nvisit.1/n,P-1,26-Oct,1\nvisit.1/n,P-1,2026-+1,1\n");
    let told = place.refused("answer import a.csv");
    assert!(told.contains("a.csv:2: period: 26-Oct: `26-Oct` is not a period (write 2026"), "{told}");
    assert!(told.contains("a.csv:3: period: 2026-+1: ") && told.contains("November 2026"), "{told}");
}
