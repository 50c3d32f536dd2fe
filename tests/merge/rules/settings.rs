//! Settings of the network: the later decision holds, whoever hears of it in which order.

use super::*;

const SETTING: &str = "setting list --format csv --fields name,value";

fn value(desk: &Replica, name: &str) -> String {
    let list = done(desk, SETTING).out;
    let line = list.lines().skip(1).find_map(|line| line.strip_prefix(name)?.strip_prefix(','));
    line.expect("the setting").to_string()
}

#[test]
fn the_later_decision_holds_and_clearing_is_one() {
    let (mut a, mut b) = desks();
    done(&a, "setting set retention-person 24");
    let said = merge(&b, &a);
    assert!(said.contains("set elsewhere, and now here: retention-person to `24`"), "{said}");
    a.now += 1_000;
    b.now = a.now;
    done(&a, "setting set retention-person 6");
    merge(&b, &a);
    assert_eq!(value(&b, "retention-person"), "6");
    assert!(merge(&a, &b).contains("nothing new"));
    // One clock runs behind, and what is decided there is later all the same.
    b.now -= 1_000_000;
    done(&b, "setting clear retention-person");
    let said = hand_over(&b, &a, "");
    assert!(said.contains("cleared elsewhere, and now here: retention-person"), "{said}");
    assert_eq!(value(&a, "retention-person"), "");
    assert!(merge(&b, &a).contains("nothing new"), "what was cleared comes back");
    done(&b, "undo");
    merge(&a, &b);
    assert_eq!(value(&a, "retention-person"), "6");
}

#[test]
fn two_decisions_at_one_time_come_to_the_same() {
    let (mut a, mut b) = desks();
    (a.now, b.now) = (a.now + 1_000, a.now + 1_000);
    done(&a, "setting set handover-days 30");
    done(&b, "setting set handover-days 7");
    merge(&a, &b);
    merge(&b, &a);
    assert_eq!(value(&a, "handover-days"), value(&b, "handover-days"));
}

#[test]
fn what_a_file_began_with_gives_way_to_decisions_only() {
    let (mut county, village) = (Replica::empty("B"), Replica::first());
    done(&county, "setting set name Megye");
    let younger = village.copy(village.now + 1_000, 60);
    hand_over(&younger, &county, "");
    assert_eq!(value(&county, "name"), "Megye");
    county.now += 10;
    hand_over(&county, &younger, "");
    assert_eq!(value(&younger, "name"), "Megye");
}
