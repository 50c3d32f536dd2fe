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

/// How many erasures of a noun's rows a desk knows of.
fn erased(desk: &Replica, noun: &str) -> i64 {
    let sql = "SELECT count(*) FROM erased WHERE noun = ?";
    desk.look().query_row(sql, [noun], |row| row.get(0)).expect("a count")
}

#[test]
fn a_slice_tells_of_the_erasures_that_its_reader_may_need() {
    let (village, county) = (Replica::first(), Replica::empty("B"));
    let note = |point: &str, note: &str| {
        let line = "session add --date 2026-03-01 --mode phone --kind individual --attendances 1";
        done(&village, &format!("{line} --point {point} --note {note}"));
        let list = done(&village, "session list --format csv --fields id,note").out;
        let line = list.lines().find(|line| line.ends_with(&format!(",{note}"))).expect("the session");
        line.split(',').next().expect("an id").to_string()
    };
    let [moved, kept, other, later] =
        [("P-1", "moved"), ("P-1", "kept"), ("P-2", "other"), ("P-1", "later")].map(|(point, word)| note(point, word));
    let flags = " --point P-1 --people --since last --for county";
    hand_over(&village, &county, flags);
    assert!(county.holds("moved").is_some());
    done(&village, "person add M-7 --name Távoli --status left");
    done(&village, "person erase M-7 --yes");
    done(&village, &format!("session edit {moved} --point P-2"));
    for session in [&moved, &kept, &other] {
        done(&village, &format!("session erase {session} --yes"));
    }
    hand_over(&village, &county, flags);
    // Those of the point, that of one which once was there, and everybody's.
    assert_eq!((erased(&county, "session"), erased(&county, "person")), (2, 1));
    for gone in ["moved", "kept"] {
        assert_eq!(county.holds(gone), None, "{gone} is still there");
    }
    // What was told once is not told again; somebody new is told of all within the scope, and all where all is sent.
    done(&village, &format!("session erase {later} --yes"));
    for (flags, expected) in [(flags, 1), (" --point P-1", 3), ("", 4)] {
        let reader = Replica::empty("D");
        hand_over(&village, &reader, flags);
        assert_eq!((erased(&reader, "session"), erased(&reader, "person")), (expected, 1), "{flags}");
    }
}

/// Ids travel in every hand-over: whoever has met a row could write that it was erased.
#[test]
fn nothing_is_erased_unasked_because_another_file_says_so() {
    let (a, b) = desks();
    done(&b, "backup");
    done(&a, "person erase M-1 --yes");
    let file = b.path("a.handover").display().to_string();
    done(&a, &format!("handover create -o {file}"));
    for line in [format!("merge {}", a.file().display()), format!("handover receive {file}")] {
        let refused = b.told(&line);
        assert_eq!(refused.code, 2, "{line}: {}", refused.err);
        assert!(refused.err.contains("people (1)") && refused.err.contains("--yes"), "{line}: {}", refused.err);
        let dry = done(&b, &format!("{line} --dry-run"));
        assert!(dry.err.contains("erased here too, as elsewhere: people (1)"), "{line}: {}", dry.err);
        assert_eq!(cell(&b, "person show M-1", "name"), "Kezdő");
    }
    // A row that only a copy beside the file holds is asked for too.
    let c = Replica::empty("C");
    std::fs::create_dir(c.path("network.db.backups")).expect("a folder");
    std::fs::copy(b.file(), c.path("network.db.backups/20260101T000000Z-by-hand.db")).expect("a copy");
    assert_eq!(c.told(&format!("merge {}", a.file().display())).code, 2);
    // Where nobody loses anything, nobody is asked.
    let d = Replica::empty("D");
    done(&d, &format!("merge {}", a.file().display()));
}

#[test]
fn an_erased_row_shows_the_same_whoever_hears_of_it_when() {
    let (a, c) = desks();
    let b = a.copy(1_000, 30);
    done(&b, "setting set site C");
    let session = done(&a, "session list --format csv --fields id").out;
    let session = session.lines().nth(1).expect("a session").to_string();
    // Two say the same without a note, one with an older program, which adds a note by an earlier clock; a third erases.
    done(&b, &format!("session edit {session} --attendances 2"));
    tell_as_older(&b);
    done(&b, &format!("session edit {session} --note Más"));
    tell_as_older(&b);
    done(&c, &format!("session erase {session} --yes"));
    done(&a, &format!("session edit {session} --attendances 2"));
    merge(&a, &c);
    for (desk, other) in [(&a, &b), (&c, &b), (&c, &a), (&b, &a), (&b, &c)] {
        merge(desk, other);
    }
    assert_eq!(a.dump(), b.dump());
    assert_eq!(a.dump(), c.dump());
}
