//! Sheets that are read at several desks: what they bring is known wherever they are read.

use super::*;

#[test]
fn the_same_register_read_at_two_desks_is_no_conflict() {
    let (a, b) = desks();
    for desk in [&a, &b] {
        register(desk, "name,status,phone\nNyilván Tartott,active,+36301234567\n");
    }
    let told = merge(&a, &b);
    assert!(!told.contains("conflict") && !told.contains("new: people"), "{told}");
    // An edit on top of the one is on top of the other too, even where the name stayed elsewhere.
    let code = done(&a, "person list --format csv --fields code,name").out;
    let code = code.lines().find(|line| line.contains("Nyilván")).and_then(|line| line.split(',').next()).expect("it");
    done(&a, &format!("person edit {code} --status paused"));
    assert!(!merge(&b, &a).contains("conflict"));
    assert!(!hand_over(&a, &b, "").contains("conflict"));
}
