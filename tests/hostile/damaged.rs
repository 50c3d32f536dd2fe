//! Hand-overs that came to harm on the way, and such as were sealed again after that: refused, or nothing breaks.

use crate::desk::{Desk, End};
use crate::forge::{HEAD, seal};
use crate::rounds::{Chance, rounds};
use crate::sound;
use std::fs;

const ANY: End = End::Refused("");

/// The envelope holds or it does not: of what came to harm nothing is taken.
#[test]
fn damaged_hand_overs_are_refused() {
    let mut desk = Desk::new();
    let whole = fs::read(sound::file("sent.handover")).expect("a sound hand-over");
    let mut chance = Chance::new();
    let cuts = (0..whole.len()).step_by(512).map(|end| whole[..end].to_vec());
    let cuts: Vec<Vec<u8>> = cuts.collect();
    let steps = (cuts.len() / rounds(40, cuts.len())).max(1);
    for bytes in cuts.iter().step_by(steps) {
        judge(&mut desk, bytes, "a cut");
    }
    for round in 0..rounds(110, 9_500) {
        let mut bytes = whole.clone();
        match chance.below(5) {
            0 => bytes.truncate(chance.below(whole.len())),
            1 => bytes.extend((0..=chance.below(2_000)).map(|_| chance.number() as u8)),
            2 => bytes.extend_from_slice(&whole),
            3 => {
                let head = chance.below(HEAD);
                bytes[head] ^= 1 << chance.below(8);
            }
            _ => flip(&mut bytes, &mut chance),
        }
        judge(&mut desk, &bytes, &format!("round {round}"));
    }
}

fn judge(desk: &mut Desk, bytes: &[u8], name: &str) {
    fs::write(desk.path("sent"), bytes).expect("what is sent");
    desk.judge_line("handover receive sent", name, ANY);
}

fn flip(bytes: &mut [u8], chance: &mut Chance) {
    for _ in 0..=chance.below(8) {
        let place = chance.below(bytes.len());
        bytes[place] ^= 1 << chance.below(8);
    }
}

/// What was sealed again after it came to harm must be noticed by what the rows say, or break nothing.
#[test]
fn damage_under_a_new_seal_breaks_nothing() {
    let mut desk = Desk::new();
    let whole = fs::read(sound::file("sent.handover")).expect("a sound hand-over");
    fs::write(desk.path("sent"), &whole).expect("what is sent");
    desk.judge_line("handover receive sent", "a sound one", End::Taken);
    let honest = desk.versions();
    let mut chance = Chance::new();
    for round in 0..rounds(100, 10_000) {
        desk.clear();
        let mut inside = whole[HEAD..].to_vec();
        match chance.below(8) {
            0 => inside.truncate(chance.below(whole.len() - HEAD)),
            1 => {
                let sector = chance.below(inside.len() / 512) * 512;
                inside[sector..sector + 512].fill_with(|| chance.number() as u8);
            }
            2 => {
                // One page in place of another.
                let pages = inside.len() / 1024;
                let (from, to) = (chance.below(pages) * 1024, (1 + chance.below(pages - 1)) * 1024);
                inside.copy_within(from..from + 1024, to);
            }
            _ => flip(&mut inside, &mut chance),
        }
        fs::write(desk.path("sent"), seal(&inside)).expect("what is sent");
        desk.judge_line("handover receive sent", &format!("round {round}"), End::Either);
        assert!(desk.versions().is_subset(&honest), "round {round}: a version that nobody has made");
    }
}
