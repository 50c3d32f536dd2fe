//! What a hand-over carries: a slice is whole, and what is new since the last one is all of it.

use super::*;

#[test]
fn since_last_carries_what_is_new_wherever_it_came_from() {
    let (mut village, county, centre) = (Replica::first(), Replica::empty("B"), Replica::empty("C"));
    // The village's clock runs behind: what it makes is older than what the county has sent, and new all the same.
    village.now -= 1_000_000;
    let file = county.path("to-centre.handover").display().to_string();
    let send = || done(&county, &format!("handover create --force -o {file} --since last --for centre")).err;
    hand_over(&village, &county, "");
    send();
    done(&village, "session add --date 2026-03-01 --point P-1 --mode phone --kind individual --attendances 7");
    hand_over(&village, &county, "");
    assert!(send().contains("sessions (1)"));
    done(&centre, &format!("handover receive {file} --no-backup --yes"));
    assert!(done(&centre, "session list --format csv --fields attendances").out.contains("7"));
    assert!(send().contains("nothing is new"));
    // A point that moves into the area brings all its sessions along.
    let area = || done(&county, &format!("handover create --force -o {file} --since last --for area --area X-02")).err;
    area();
    done(&county, "point edit P-1 --area X-02");
    assert!(area().contains("sessions (2)"));
}

#[test]
fn a_join_that_is_taken_back_is_taken_back_in_every_slice() {
    let (village, county) = (Replica::first(), Replica::empty("B"));
    done(&village, "person add M-2 --name Kezdő --status active --phone +36301111111");
    done(&village, "assignment add --person M-2 --role mentor --point P-1");
    let people = || done(&county, "person list --format csv --fields code").out.lines().count() - 1;
    done(&village, "join person M-1 M-2");
    hand_over(&village, &county, " --area X-01");
    assert_eq!(people(), 1);
    done(&village, "join undo person M-1 M-2");
    hand_over(&village, &county, " --area X-01");
    assert_eq!(people(), 2);
}

#[test]
fn since_last_carries_what_changed_of_what_its_rows_refer_to() {
    let (village, county) = (Replica::first(), Replica::empty("B"));
    let flags = " --area X-01 --since last --for county";
    hand_over(&village, &county, flags);
    done(&village, "person edit M-1 --status paused");
    hand_over(&village, &county, flags);
    assert_eq!(cell(&county, "person show M-1", "status"), "paused");
    // A decision on two of them is as new as they are old.
    done(&village, "person add M-2 --name Kezdő --status active --phone +36301111111");
    done(&village, "assignment add --person M-2 --role mentor --point P-1");
    hand_over(&village, &county, flags);
    done(&village, "join person M-1 M-2");
    hand_over(&village, &county, flags);
    assert_eq!(done(&county, "person list --format csv --fields code").out.lines().count(), 2);
}

#[test]
fn since_last_carries_names_that_were_sealed_before() {
    let (village, county, centre) = (Replica::first(), Replica::empty("B"), Replica::empty("C"));
    hand_over(&village, &county, "");
    hand_over(&county, &centre, " --people --since last --for centre");
    hand_over(&village, &county, " --people");
    hand_over(&county, &centre, " --people --since last --for centre");
    assert_eq!(cell(&centre, "person show M-1", "name"), "Kezdő");
}

#[test]
fn since_last_carries_all_of_an_area_and_of_a_point_that_are_new_to_the_scope() {
    let (village, county) = (Replica::first(), Replica::empty("B"));
    for line in [
        "area add X-03 --name Szomszéd --kind municipality",
        "organisation add O-3 --name Könyvtár --area X-03",
        "point add P-3 --name Olvasó --area X-03 --host O-3",
        "session add --date 2026-03-01 --point P-3 --mode phone --kind individual --attendances 1",
    ] {
        done(&village, line);
    }
    let sessions = || done(&county, "session list --format csv --fields point").out;
    let area = " --area X-01 --since last --for county";
    hand_over(&village, &county, area);
    assert!(!sessions().contains("P-3"), "{}", sessions());
    done(&village, "area edit X-03 --parent X-01");
    hand_over(&village, &county, area);
    assert!(sessions().contains("P-3"), "{}", sessions());
    // Of two points that are one now, the one brings what the other had.
    let centre = Replica::empty("C");
    let point = " --point P-1 --since last --for centre";
    hand_over(&village, &centre, point);
    done(&village, "join point P-1 P-3");
    hand_over(&village, &centre, point);
    assert_eq!(done(&centre, "session list --format csv --fields date").out.lines().count(), 3);
}

#[test]
fn a_slice_carries_the_categories_that_stand_as_codes_in_its_rows() {
    let (village, centre) = (Replica::first(), Replica::empty("C"));
    for line in [
        "category add topic:chess --label-en Chess",
        "category add topic:go --label-en Go",
        "category add age:0-18 --label-en Young",
        "category add age:0-5 --label-en Small --coarser age:0-18",
        "session add --date 2026-03-01 --point P-1 --mode phone --kind group --attendances 2 --topics chess --tally age:0-5=2",
        "session add --date 2026-03-02 --point P-1 --mode phone --kind group --attendances 2 --topics go",
    ] {
        done(&village, line);
    }
    let session = done(&village, "session list --from 2026-03-02 --format csv --fields id").out;
    done(&village, &format!("session edit {} --topics chess", session.lines().nth(1).expect("a session")));
    hand_over(&village, &centre, " --point P-1");
    let labels = done(&centre, "category list --format csv --fields label_en").out;
    for label in ["Chess", "Go", "Young", "Small"] {
        assert!(labels.contains(label), "{label}: {labels}");
    }
    assert!(!centre.told("check").out.contains("no list"), "{}", centre.told("check").out);
    // What changes of it later is as new as a row that is referred to.
    let flags = " --point P-1 --since last --for centre";
    hand_over(&village, &centre, flags);
    done(&village, "category edit topic:go --label-en Weiqi");
    hand_over(&village, &centre, flags);
    assert_eq!(cell(&centre, "category show topic:go", "label_en"), "Weiqi");
}

#[test]
fn an_area_carries_what_was_typed_at_points_that_are_joined() {
    let (village, centre) = (Replica::first(), Replica::empty("C"));
    done(&village, "area add X-03 --name Szomszéd --kind municipality");
    done(&village, "point add P-3 --name Könyvtár --area X-03");
    done(&village, "session add --date 2026-03-01 --point P-3 --mode phone --kind individual --attendances 7");
    done(&village, "join point P-1 P-3");
    hand_over(&village, &centre, " --area X-01");
    assert!(done(&centre, "session list --format csv --fields attendances").out.contains('7'));
}
