//! Which reports of one respondent add up: no day counts twice, as many days as can be are told of, and complete finer
//! reports win over a coarser one.

use crate::value::Reported;

/// Reports that were chosen for a span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Their places among those that were given, in the order of their days.
    pub places: Vec<usize>,
    /// Those that lie within the span and were passed over: coarser ones for finer, finer for coarser, or because they
    /// overlap with another.
    pub passed_over: Vec<usize>,
}

/// What is better of two selections, the first that differs: the days that they tell of, how many of their periods are
/// owed, how many reports there are.
type Worth = (i64, usize, usize);

/// Chooses among the reports that lie within a span those that share no day and together tell of the most days; of
/// selections that tell of equally many the one with the most periods that are owed, then the finest.
///
/// The periods that are owed stand in the order of their days. So months win over their quarter where all of them are there, else the quarter does; and of two years that overlap the
/// one counts that was asked for.
pub fn select(span: Reported, reports: &[Reported], owed: &[Reported]) -> Selection {
    let mut within: Vec<usize> = (0..reports.len()).filter(|place| reports[*place].is_within(span)).collect();
    within.sort_by_key(|place| (reports[*place].to, reports[*place].from, *place));
    // The best of the first so many, and whether the last of them is in it: what is chosen for its days (weighted
    // interval scheduling, Kleinberg and Tardos, Algorithm Design, 2006, section 6.1).
    let mut best: Vec<Worth> = vec![(0, 0, 0)];
    let mut takes: Vec<Option<usize>> = Vec::new();
    for (count, place) in within.iter().enumerate() {
        let report = reports[*place];
        let before = within[..count].partition_point(|other| reports[*other].to < report.from);
        let (days, asked, chosen) = best[before];
        let with = (days + report.days(), asked + usize::from(owed.binary_search(&report).is_ok()), chosen + 1);
        let is_better = with > best[count];
        best.push(if is_better { with } else { best[count] });
        takes.push(is_better.then_some(before));
    }
    let mut selection = Selection::default();
    let mut count = within.len();
    while count > 0 {
        match takes[count - 1] {
            Some(before) => {
                selection.places.push(within[count - 1]);
                selection.passed_over.extend(&within[before..count - 1]);
                count = before;
            }
            None => {
                selection.passed_over.push(within[count - 1]);
                count -= 1;
            }
        }
    }
    selection.places.reverse();
    selection.passed_over.sort_unstable();
    selection
}

/// Whether reports in the order of their days, some of which may overlap, together tell of every day of a period.
pub fn covers(sorted: &[Reported], period: Reported) -> bool {
    let mut next = period.from;
    for report in sorted {
        if report.from > next {
            return false;
        }
        if report.to >= next {
            match report.to.succ_opt().filter(|_| report.to < period.to) {
                Some(after) => next = after,
                None => return true,
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn read(text: &str) -> Reported {
        text.parse::<Reported>().unwrap_or_else(|_| panic!("{text}"))
    }

    fn chosen(span: &str, texts: &[&str]) -> (Vec<String>, i64) {
        let reports: Vec<Reported> = texts.iter().map(|text| read(text)).collect();
        let selection = select(read(span), &reports, &[]);
        assert_eq!(selection.places.len() + selection.passed_over.len(), {
            reports.iter().filter(|report| report.is_within(read(span))).count()
        });
        let days = selection.places.iter().map(|place| reports[*place].days()).sum();
        (selection.places.iter().map(|place| reports[*place].to_string()).collect(), days)
    }

    #[test]
    fn complete_finer_reports_win_over_the_coarser_one() {
        // Days by the calendar: the third quarter has 92, July and August 62, the year 2026 has 365.
        for (span, given, is, days) in [
            ("2026-Q3", &["2026-07", "2026-08", "2026-09"][..], &["2026-07", "2026-08", "2026-09"][..], 92),
            ("2026-Q3", &["2026-07", "2026-08"], &["2026-07", "2026-08"], 62),
            ("2026-Q3", &["2026-07", "2026-08", "2026-09", "2026-Q3"], &["2026-07", "2026-08", "2026-09"], 92),
            ("2026-Q3", &["2026-07", "2026-08", "2026-Q3"], &["2026-Q3"], 92),
            ("2026", &["2026", "2026-Q1", "2026-Q2"], &["2026"], 365),
            (
                "2026",
                &["2026-Q1", "2026-01", "2026-02", "2026-03", "2026-Q3", "2026-07"],
                &["2026-01", "2026-02", "2026-03", "2026-Q3"],
                182,
            ),
            (
                "2026",
                &["2026", "2026-H1", "2026-Q3", "2026-10", "2026-11", "2026-12"],
                &["2026-H1", "2026-Q3", "2026-10", "2026-11", "2026-12"],
                365,
            ),
            ("2026-Q3", &["2026"], &[], 0),
            // 92 days are more than 90.
            ("2026", &["2026-01-01/P3M", "2026-03-01/P3M"], &["2026-03-01/P3M"], 92),
            ("2026", &[], &[], 0),
        ] {
            let (places, counted) = chosen(span, given);
            assert_eq!(
                (places.iter().map(String::as_str).collect::<Vec<_>>(), counted),
                (is.to_vec(), days),
                "{span} {given:?}"
            );
        }
    }

    #[test]
    fn of_two_years_that_overlap_the_one_counts_that_is_owed() {
        let reports = [read("2024-11-01/P1Y"), read("2025"), read("2026-01")];
        let selection = select(read("2024/2026"), &reports, &[read("2025")]);
        assert_eq!((selection.places, selection.passed_over), (vec![1, 2], vec![0]));
    }

    #[test]
    fn a_selection_is_the_best_that_there_is() {
        // Every subset that shares no day is tried: small random cases, made the same in every run.
        let mut state = 7_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let first = read("2026").from;
        let on = |day: u64| first.checked_add_days(Days::new(day)).expect("a day");
        for _ in 0..500 {
            let reports: Vec<Reported> = (0..random(9))
                .map(|_| {
                    let from = random(40);
                    Reported { from: on(from), to: on(from + random(20)) }
                })
                .collect();
            let mut owed: Vec<Reported> = reports.iter().copied().filter(|_| random(3) == 0).collect();
            owed.sort_unstable();
            let worth = |places: &[usize]| {
                let of = |count: fn(&[Reported], Reported) -> i64| -> i64 {
                    places.iter().map(|place| count(&owed, reports[*place])).sum()
                };
                (of(|_, report| report.days()), of(|owed, report| i64::from(owed.contains(&report))), places.len())
            };
            let is_sound = |places: &[usize]| {
                places
                    .iter()
                    .all(|one| places.iter().all(|other| one == other || !reports[*one].meets(reports[*other])))
            };
            let subsets = (0..1_usize << reports.len())
                .map(|bits| (0..reports.len()).filter(|place| bits >> place & 1 == 1).collect::<Vec<_>>());
            let best = subsets.filter(|places| is_sound(places)).map(|places| worth(&places)).max();
            let chosen = select(read("2026"), &reports, &owed).places;
            assert!(is_sound(&chosen), "{reports:?}");
            assert_eq!(Some(worth(&chosen)), best, "{reports:?} {owed:?}");
        }
    }

    #[test]
    fn a_period_is_told_of_where_every_day_is() {
        for (reports, period, is) in [
            (&["2026-01", "2026-02", "2026-03"][..], "2026-Q1", true),
            (&["2026-01", "2026-03"], "2026-Q1", false),
            (&["2026"], "2026-Q1", true),
            (&["2026-Q2", "2026-Q3"], "2026-05-01/P3M", true),
            (&["2026-Q2"], "2026-05-01/P3M", false),
            (&[], "2026-05", false),
        ] {
            let mut read: Vec<Reported> = reports.iter().map(|text| read(text)).collect();
            read.sort_unstable();
            assert_eq!(covers(&read, super::tests::read(period)), is, "{reports:?} {period}");
        }
    }
}
