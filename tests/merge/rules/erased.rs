//! What was erased stays erased, whatever arrives and whoever asks.

use super::*;

#[test]
fn what_was_erased_stays_erased_whatever_arrives() {
    let (a, b) = desks();
    done(&b, "person edit M-1 --name Később --phone +36309999999");
    let id = cell(&a, "person show M-1", "name");
    assert_eq!(id, "Kezdő");
    done(&a, "person erase M-1 --yes");
    for (desk, other) in [(&a, &b), (&b, &a)] {
        merge(desk, other);
        for gone in ["Kezdő", "Később", "36301111111", "36309999999"] {
            assert_eq!(desk.holds(gone), None, "{gone} is still there");
        }
    }
}
