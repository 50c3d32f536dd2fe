//! Hand-overs that are lost on the way: nobody takes what came later for all there is.

use super::*;

const MONTHLY: &str = " --point P-1 --since last --for county";

/// Makes a hand-over and gives its file.
fn made(desk: &mut Replica, name: &str, flags: &str) -> String {
    let file = desk.path(name).display().to_string();
    desk.now += 86_400;
    done(desk, "session add --point P-1 --mode phone --kind individual --attendances 1");
    done(desk, &format!("handover create --force -o {file}{flags}"));
    file
}

fn received(desk: &Replica, file: &str) -> String {
    done(desk, &format!("handover receive {file} --no-backup")).err
}

/// Whether the last answer, the list and `check` all tell of a gap.
fn tells(desk: &Replica, said: &str) -> bool {
    let told = [said.to_string(), done(desk, "handover list").err, desk.told("check").out];
    let told = told.map(|told| told.contains("missing"));
    assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
    told[0]
}

#[test]
fn one_that_was_lost_is_told_until_it_is_made_up_for() {
    let (mut village, county) = (Replica::first(), Replica::empty("B"));
    let first = made(&mut village, "1", MONTHLY);
    let second = made(&mut village, "2", MONTHLY);
    let third = made(&mut village, "3", MONTHLY);
    assert!(!tells(&county, &received(&county, &first)));
    let said = received(&county, &third);
    assert!(
        said.contains("`A` is missing") && said.contains("create -o FILE --point P-1 --since 2026-11-19\n"),
        "{said}"
    );
    assert!(tells(&county, &said));
    let list = done(&county, "handover list --lang fi").err;
    assert!(list.contains("puuttuu aiempi siirto"), "{list}");
    // It was only late.
    let late = county.copy(village.now, 60);
    assert!(!tells(&late, &received(&late, &second)));
    // Or something else brings what was in it.
    let day = made(&mut village, "4", " --point P-1 --since 2026-11-19");
    let said = received(&county, &day);
    assert!(!tells(&county, &said), "{said}");
    assert!(!tells(&county, &received(&county, &made(&mut village, "5", MONTHLY))));
}

#[test]
fn a_receipt_that_was_taken_back_is_missed() {
    let (mut village, county) = (Replica::first(), Replica::empty("B"));
    received(&county, &made(&mut village, "1", MONTHLY));
    let before = county.copy(county.now, 60);
    received(&county, &made(&mut village, "2", MONTHLY));
    // The county works on with a copy from before the second.
    assert!(tells(&before, &received(&before, &made(&mut village, "3", MONTHLY))));
}

#[test]
fn a_whole_file_makes_up_for_what_was_lost() {
    let (mut village, county) = (Replica::first(), Replica::empty("B"));
    received(&county, &made(&mut village, "1", MONTHLY));
    made(&mut village, "2", MONTHLY);
    assert!(tells(&county, &received(&county, &made(&mut village, "3", MONTHLY))));
    assert!(!tells(&county, &merge(&county, &village)));
    assert!(!tells(&county, &received(&county, &made(&mut village, "4", MONTHLY))));
}

#[test]
fn two_recipients_who_are_not_told_apart_are_told() {
    let (mut village, county, centre) = (Replica::first(), Replica::empty("B"), Replica::empty("C"));
    let flags = " --since last";
    assert!(!tells(&county, &received(&county, &made(&mut village, "1", flags))));
    let said = received(&centre, &made(&mut village, "2", flags));
    assert!(said.contains("`A` is missing") && said.contains("create -o FILE\n"), "{said}");
    assert!(tells(&centre, &said));
    // Everything reaches as far as a point of it does, and more; a point does not reach as far as everything.
    assert!(!tells(&centre, &received(&centre, &made(&mut village, "3", ""))));
    assert!(!tells(&centre, &received(&centre, &made(&mut village, "4", " --point P-1 --since 2026-11-20"))));
    let other = Replica::empty("D");
    received(&other, &made(&mut village, "5", " --point P-1"));
    assert!(tells(&other, &received(&other, &made(&mut village, "6", flags))));
}
