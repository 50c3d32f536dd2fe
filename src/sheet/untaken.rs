//! What stands in a sheet and is not taken, so that it can be told.

use super::batch::Record;
use super::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// Cells that are not taken, or not all of them, by their columns' places.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Untaken {
    /// Columns with something in them that nothing is taken from.
    pub passed: BTreeSet<usize>,
    /// How many cells there are of which only the first entry is taken.
    pub behind: BTreeMap<usize, i64>,
    /// How many cells say something of a row that no cell names, so that it is not made.
    pub unnamed: BTreeMap<usize, i64>,
}

impl Untaken {
    /// Notes what of a row is not taken.
    pub(super) fn look_at(&mut self, plan: &Plan, record: &Record<'_>) {
        let has = |cell: &usize| !plan.empty.has(record.cell(*cell));
        self.passed.extend(plan.passed.iter().filter(|place| has(place)));
        for bound in plan.columns.iter().filter(|bound| bound.source.leaves_some(record)) {
            *self.behind.entry(bound.source.cells[0]).or_default() += 1;
        }
        for made in &plan.create {
            let named = plan.columns.iter().find(|bound| bound.place == made.place);
            if named.is_some_and(|bound| !bound.source.cells.iter().any(has)) {
                for cell in made.columns.iter().flat_map(|bound| &bound.source.cells).filter(|cell| has(cell)) {
                    *self.unnamed.entry(*cell).or_default() += 1;
                }
            }
        }
    }
}
