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
