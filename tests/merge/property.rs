//! Four files, edited at random and merged in any order: all come to the same, and nothing that was said is lost.

use crate::oracle;
use crate::world::{KINDS, Step, World};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// So many cases, times TUKIPONT_LONG where that is set.
const CASES: u32 = 24;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..4_usize, 0..KINDS + 2, any::<u32>(), any::<u32>()), 10..60)
}

/// How many times more than usual a long run does.
pub fn long() -> u32 {
    std::env::var("TUKIPONT_LONG").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1)
}

/// How far a run has come.
#[derive(Default)]
struct Sum {
    cases: usize,
    steps: u32,
    versions: i64,
    conflicts: i64,
    /// The kinds of steps that were done.
    done: BTreeSet<u8>,
}

impl Sum {
    /// Adds a case, and tells how far the run has come; `--nocapture` shows it.
    fn add(&mut self, world: &World) {
        let file = world.desks[0].look();
        let count = |of: &str| -> i64 {
            file.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).expect("a count")
        };
        self.cases += 1;
        self.steps += world.steps;
        self.versions += count("version");
        self.conflicts += count("notice WHERE what = 'conflict'");
        self.done.extend(&world.done);
        let Self { cases, steps, versions, conflicts, .. } = self;
        eprintln!("{cases} cases, {steps} steps, {versions} versions, {conflicts} open conflicts");
    }
}

fn config() -> ProptestConfig {
    let cases = CASES * long();
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 300, ..ProptestConfig::default() }
}

#[test]
fn all_files_come_to_the_same() {
    let sum = RefCell::new(Sum::default());
    let any_case = (steps(), any::<bool>(), any::<bool>());
    let run = TestRunner::new(config()).run(&any_case, |(steps, is_older, is_handed_over)| {
        let mut world = World::new(is_older);
        for step in steps {
            world.take(step);
        }
        match is_handed_over {
            true => world.hand_over(),
            false => world.merge(),
        }
        sum.borrow_mut().add(&world);
        come_to_the_same(&world)
    });
    run.expect("all files come to the same");
    let done = sum.into_inner().done;
    assert!((0..KINDS).all(|kind| done.contains(&kind)), "of all steps only these were ever done: {done:?}");
}

fn come_to_the_same(world: &World) -> Result<(), TestCaseError> {
    let first = world.desks[0].dump();
    for desk in &world.desks {
        oracle::check(desk);
        prop_assert_eq!(desk.dump(), first.clone());
        let known = desk.versions();
        let lost: Vec<_> = world.said.iter().filter(|name| !known.contains(*name)).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?}");
        for erased in &world.erased {
            prop_assert_eq!(desk.holds(erased), None, "{} was erased", erased);
        }
        let again = desk.run(&["merge", &world.desks[1].file().display().to_string()]);
        prop_assert!(again.err.contains("nothing new") || again.err.contains("itself"), "{}", again.err);
    }
    Ok(())
}
