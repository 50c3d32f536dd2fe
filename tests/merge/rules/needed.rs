//! Rows that others need or that others stand for: what shows follows from other rows too.

use super::*;

#[test]
fn a_removed_row_is_shown_as_long_as_others_need_it() {
    let (a, b) = desks();
    done(&a, "point remove P-2");
    done(&b, "session add --date 2026-03-01 --point P-2 --mode phone --kind individual --attendances 1");
    merge(&a, &b);
    assert_eq!(cell(&a, "point show P-2", "name"), "Teleház");
    assert!(a.told("check").out.contains("P-2"), "it is listed");
    let session = done(&a, "session list --point P-2 --format csv --fields id").out;
    let session = session.lines().nth(1).expect("a session").to_string();
    done(&a, &format!("session remove {session}"));
    oracle::check(&a);
    assert_eq!(a.told("point show P-2").code, 3, "nobody needs it any more");
    done(&a, "undo");
    oracle::check(&a);
    assert_eq!(cell(&a, "point show P-2", "name"), "Teleház");
}
