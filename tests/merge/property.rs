//! Four files, edited at random and merged in any order: all come to the same, and nothing that was said is lost.

use crate::oracle;
use crate::world::{Step, World};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// So many cases, times TUKIPONT_LONG where that is set.
const CASES: u32 = 24;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..4_usize, 0..23_u8, any::<u32>(), any::<u32>()), 10..60)
}

/// How many times more than usual a long run does.
pub fn long() -> u32 {
    std::env::var("TUKIPONT_LONG").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1)
}

/// Tells how far a long run has come; `--nocapture` shows it.
fn tell(world: &World) {
    static TOTALS: [AtomicUsize; 4] = [const { AtomicUsize::new(0) }; 4];
    let file = world.desks[0].look();
    let count = |of: &str| {
        let count: i64 = file.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).expect("a count");
        count as usize
    };
    let counts = [1, world.steps as usize, count("version"), count("notice WHERE what = 'conflict'")];
    let so_far: Vec<usize> =
        TOTALS.iter().zip(counts).map(|(total, more)| total.fetch_add(more, Relaxed) + more).collect();
    eprintln!("{} cases, {} steps, {} versions, {} open conflicts", so_far[0], so_far[1], so_far[2], so_far[3]);
}

fn config() -> ProptestConfig {
    let cases = CASES * long();
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 300, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn all_files_come_to_the_same(steps in steps(), is_older in any::<bool>()) {
        let mut world = World::new(is_older);
        for step in steps {
            world.take(step);
        }
        world.come_together();
        let first = world.desks[0].dump();
        tell(&world);
        for desk in &world.desks {
            oracle::check(desk);
            prop_assert_eq!(desk.dump(), first.clone());
            let known = desk.versions();
            let lost: Vec<_> = world.said.iter().filter(|name| !known.contains(*name)).collect();
            prop_assert!(lost.is_empty(), "lost: {lost:?}");
            for name in &world.erased {
                prop_assert_eq!(desk.holds(name), None, "{} was erased", name);
            }
            let again = desk.run(&["merge", &world.desks[1].file().display().to_string()]);
            prop_assert!(again.err.contains("nothing new") || again.err.contains("itself"), "{}", again.err);
        }
    }
}
