//! Sums of reports of months, quarters, halves and years, each held to a count made apart.

use super::run::Place;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The periods of a year by their first month and their length, and what they are called.
fn periods() -> Vec<((u32, u32), String)> {
    let mut periods = vec![((0, 12), "2025".to_string())];
    periods.extend((0..2).map(|half| ((half * 6, 6), format!("2025-H{}", half + 1))));
    periods.extend((0..4).map(|quarter| ((quarter * 3, 3), format!("2025-Q{}", quarter + 1))));
    periods.extend((0..12).map(|month| ((month, 1), format!("2025-{:02}", month + 1))));
    periods
}

/// What was reported of some months: of how many, and their sum. The parts count where all are told of, else the whole.
fn told(sent: &BTreeMap<(u32, u32), u32>, (from, length): (u32, u32)) -> (u32, u32) {
    let part = match length {
        12 => 6,
        6 => 3,
        _ => 1,
    };
    let parts = match length {
        1 => (0, 0),
        _ => (0..length / part)
            .map(|at| told(sent, (from + at * part, part)))
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
    };
    match sent.get(&(from, length)) {
        Some(whole) if parts.0 < length => (length, *whole),
        _ => parts,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_sent_adds_up(sent in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.4, 0u32..50), 19), 3)) {
        let place = Place::new("none");
        place.done("form add visits.1 --kind report --asked-of point --periods P1M|P3M|P6M|P1Y");
        place.done("question add visits.1/n --form visits.1 --number 1 --kind count");
        let mut sheet = "question,point,period,value\n".to_string();
        let mut by_point = Vec::new();
        for (number, values) in sent.iter().enumerate() {
            place.done(&format!("point add P-{number} --name Pont"));
            let given: Vec<_> = periods().into_iter().zip(values).filter_map(|(period, value)| Some((period, (*value)?))).collect();
            sheet.extend(given.iter().map(|((_, name), value)| format!("visits.1/n,P-{number},{name},{value}\n")));
            by_point.push(given.into_iter().map(|((months, _), value)| (months, value)).collect::<BTreeMap<_, _>>());
        }
        place.sheet("sent.csv", &sheet);
        place.done("report import sent.csv");
        // Of the year, of its quarters, and of its months.
        for (flags, spans) in [("", vec![(0, 12)]), (" --each P3M", (0..4).map(|at| (at * 3, 3)).collect()), (" --each P1M", (0..12).map(|at| (at, 1)).collect())] {
            let told_by_program = place.run(&format!("report total --form visits --period 2025{flags} --format csv")).out;
            let lines: Vec<Vec<&str>> = told_by_program.lines().skip(1).map(|line| line.split(',').collect()).collect();
            for (line, span) in lines.iter().zip(&spans) {
                let figures = &line[line.len() - 6..];
                let told: Vec<(u32, u32)> = by_point.iter().map(|sent| told(sent, *span)).collect();
                let reporting = told.iter().filter(|(months, _)| *months > 0).count();
                let months: u32 = told.iter().map(|(months, _)| months).sum();
                let sum: u32 = told.iter().map(|(_, sum)| sum).sum();
                let partial = told.iter().filter(|(months, _)| (1..span.1).contains(months)).count();
                let expected = [
                    reporting.to_string(),
                    (3 - reporting).to_string(),
                    partial.to_string(),
                    months.to_string(),
                    (3 * span.1).to_string(),
                    if reporting > 0 { sum.to_string() } else { String::new() },
                ];
                prop_assert_eq!(figures.to_vec(), expected.iter().map(String::as_str).collect::<Vec<_>>(), "{} {:?} {}", flags, span, sheet);
            }
            prop_assert_eq!(lines.len(), spans.len());
        }
    }
}
