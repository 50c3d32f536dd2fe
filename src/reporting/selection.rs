//! Which reports of one respondent add up: no day counts twice, and complete finer reports win over a coarser one.

use crate::value::Reported;
use chrono::Days;

/// Reports that were chosen for a span, by their places, in the order of their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Their places among those that were given.
    pub places: Vec<usize>,
    /// How many days of the span they tell of.
    pub days: i64,
    /// Coarser reports that were passed over for finer ones, or finer ones for a coarser.
    pub passed_over: Vec<usize>,
}

/// Chooses among the reports that lie within a span.
///
/// Of a report and finer ones within it, the finer ones count where they tell of all its days, else the coarser one does.
/// Of two that overlap otherwise the one that begins first counts.
pub fn select(span: Reported, reports: &[Reported]) -> Selection {
    let mut within: Vec<usize> = (0..reports.len()).filter(|place| reports[*place].is_within(span)).collect();
    // The coarser stands before what lies within it.
    within.sort_by_key(|place| (reports[*place].from, std::cmp::Reverse(reports[*place].to), *place));
    let mut selection = Selection::default();
    choose(reports, &within, &mut selection);
    selection.places.sort_by_key(|place| reports[*place].from);
    selection.days = selection.places.iter().map(|place| reports[*place].days()).sum();
    selection.passed_over.sort_unstable();
    selection
}

/// Chooses among reports in the order of their days, the coarser before what lies within it.
fn choose(reports: &[Reported], within: &[usize], selection: &mut Selection) {
    let mut at = 0;
    let mut free_from = None;
    while let Some(place) = within.get(at).copied() {
        let report = reports[place];
        let inner = within[at + 1..].iter().take_while(|other| reports[**other].is_within(report)).count();
        let inside = &within[at + 1..at + 1 + inner];
        at += 1 + inner;
        if free_from.is_some_and(|free| report.from < free) {
            selection.passed_over.extend([place].iter().chain(inside));
            continue;
        }
        let mut finer = Selection::default();
        choose(reports, inside, &mut finer);
        let days: i64 = finer.places.iter().map(|place| reports[*place].days()).sum();
        match days == report.days() {
            true => {
                selection.places.extend(finer.places);
                selection.passed_over.extend([place].into_iter().chain(finer.passed_over));
            }
            false => {
                selection.places.push(place);
                selection.passed_over.extend(inside);
            }
        }
        free_from = report.to.checked_add_days(Days::new(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(span: &str, texts: &[&str]) -> (Vec<String>, i64) {
        let read = |text: &&str| text.parse::<Reported>().unwrap_or_else(|_| panic!("{text}"));
        let reports: Vec<Reported> = texts.iter().map(read).collect();
        let selection = select(read(&span), &reports);
        assert_eq!(selection.places.len() + selection.passed_over.len(), {
            reports.iter().filter(|report| report.is_within(read(&span))).count()
        });
        (selection.places.iter().map(|place| reports[*place].to_string()).collect(), selection.days)
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
            ("2026", &["2026-01-01/P3M", "2026-03-01/P3M"], &["2026-Q1"], 90),
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
}
