//! Points from which nothing has come: whoever has sent is not asked for more, whatever it was sent in.

use super::*;

/// The points that are said to have sent nothing.
fn silent(desk: &Replica) -> Vec<String> {
    let check = desk.told("check --format csv").out;
    let lines = check.lines().filter(|line| line.contains(",has-sent-nothing") || line.contains(",has-not-sent-since"));
    lines.map(|line| line.split(',').nth(1).expect("a code").to_string()).collect()
}

#[test]
fn what_came_with_everything_has_come() {
    let (village, mut county) = (Replica::first(), Replica::empty("B"));
    for line in ["point edit P-1 --handover-days 30", "point edit P-2 --handover-days 30"] {
        done(&village, line);
    }
    done(&county, "point add P-9 --name Odaát --handover-days 30");
    hand_over(&village, &county, " --since last");
    assert_eq!(silent(&county), ["P-9"]);
    county.now += 40 * 86_400;
    assert_eq!(silent(&county), ["P-1", "P-2", "P-9"]);
    // Of what has not changed nothing needs to be in it.
    hand_over(&village, &county, " --since last");
    assert_eq!(silent(&county), ["P-9"]);
    // What somebody else sends tells nothing of them.
    county.now += 40 * 86_400;
    hand_over(&Replica::empty("C"), &county, "");
    assert_eq!(silent(&county), ["P-1", "P-2", "P-9"]);
}

#[test]
fn in_its_own_file_a_point_has_sent_what_it_sent() {
    let mut village = Replica::first();
    for line in ["point edit P-1 --handover-days 30", "point edit P-2 --handover-days 30"] {
        done(&village, line);
    }
    let file = village.path("a.handover").display().to_string();
    assert_eq!(silent(&village), ["P-1", "P-2"]);
    done(&village, &format!("handover create --force -o {file} --point P-1"));
    assert_eq!(silent(&village), ["P-2"]);
    village.now += 40 * 86_400;
    assert_eq!(silent(&village), ["P-1", "P-2"]);
    // Whoever sits at a point sends its rows with everything else.
    done(&village, "setting set usual-point P-2");
    done(&village, &format!("handover create --force -o {file}"));
    assert_eq!(silent(&village), ["P-1"]);
}
