//! Damaged files: whatever stands in them, the program says what it can and ends.

use crate::desk::Desk;
use std::fs;

#[test]
fn damaged_files_are_told_and_never_panic() {
    let desk = Desk::new("hu");
    let whole = fs::read(desk.file()).expect("the file");
    for step in 0..60 {
        let mut bytes = whole.clone();
        let place = step * bytes.len() / 60;
        let end = (place + 512).min(bytes.len());
        bytes[place..end].iter_mut().for_each(|byte| *byte ^= 0x5a);
        bytes.truncate(bytes.len() - (step % 7) * 1000);
        fs::write(desk.path("damaged.db"), bytes).expect("a damaged file");
        for verb in [&["area", "list"][..], &["point", "add", "--name", "x"], &["check"]] {
            let done = desk.run(&[&["--db", "damaged.db"], verb].concat());
            assert!(matches!(done.status.code(), Some(0..=5)), "{step} {verb:?}: {done:?}");
        }
    }
}
