//! The same sender's sheet again: what was changed here stays, what is gone is told, a correction counts once.

use crate::run::Place;

const MAP: &str = "sender = \"register.example\"\nnoun = \"point\"\nid = \"nr\"\n[columns]\nname = \"name\"\n\
                   kind = { value = \"staffed\" }\nstatus = { value = \"open\" }\nphone = \"phone\"\nemail = \"mail\"\n";

/// Points as a register sends them, each with a telephone and an e-mail.
fn register(rows: &[(u32, &str, &str, &str)]) -> String {
    let rows = rows.iter().map(|(nr, name, phone, mail)| format!("{nr},{name},{phone},{mail}\n"));
    rows.fold("nr,name,phone,mail\n".to_string(), |sheet, row| sheet + &row)
}

fn place() -> Place {
    let place = Place::new("none");
    place.sheet("map.toml", MAP);
    let first = [(1, "One", "+361111111", ""), (2, "Two", "+362222222", "two@example.org"), (3, "Three", "", "")];
    place.sheet("first.csv", register(&first));
    assert_eq!(place.done("point import first.csv --map map.toml"), "points: 3 new, 0 changed, 0 same\n");
    place
}

/// The fields of all points, by their names.
fn fields(place: &Place) -> String {
    place.run("point list --fields name,phone,email,address --sort name --format csv").out
}

#[test]
fn what_was_changed_here_stays_until_the_sender_says_something_new() {
    let place = place();
    place.done("point edit One --email one@example.org --address Street");
    place.done("point edit Two --phone +369999999");
    let told = place.done("point import first.csv --map map.toml");
    assert!(told.starts_with("values that were changed here and stay"), "{told}");
    assert!(told.ends_with(": 2\npoints: 0 new, 0 changed, 3 same\n"), "{told}");
    // Said once more, it is still nothing new.
    assert_eq!(place.done("point import first.csv --map map.toml"), told);
    let ours = "name,phone,email,address\nOne,+361111111,one@example.org,Street\nThree,,,\n\
                Two,+369999999,two@example.org,\n";
    assert_eq!(fields(&place), ours);

    let second = [(1, "One", "+361111112", ""), (2, "Two", "+362222223", ""), (3, "Three", "", "")];
    place.sheet("second.csv", register(&second));
    let told = place.done("point import second.csv --map map.toml");
    assert!(told.contains("Phone: +369999999 → +362222223; E-mail: two@example.org → –"), "{told}");
    assert!(told.ends_with("points: 0 new, 2 changed, 1 same\n"), "{told}");
    let both = "name,phone,email,address\nOne,+361111112,one@example.org,Street\nThree,,,\nTwo,+362222223,,\n";
    assert_eq!(fields(&place), both);

    // What the sender said before is theirs again where the new sheet was taken back; what is ours stays.
    place.done("undo");
    assert_eq!(fields(&place), ours);
    place.done("point import second.csv --map map.toml");
    assert_eq!(fields(&place), both);
}

#[test]
fn what_was_emptied_here_stays_empty() {
    let place = place();
    place.done("point edit Two --clear email");
    place.done("point import first.csv --map map.toml");
    assert!(fields(&place).contains("\nTwo,+362222222,,\n"), "{}", fields(&place));
}

#[test]
fn what_was_removed_here_stays_so_until_the_sender_says_something_new() {
    let place = place();
    place.done("point remove Three");
    let told = place.done("point import first.csv --map map.toml");
    assert_eq!(told, "points that were removed here and stay so: 1\npoints: 0 new, 0 changed, 2 same\n");
    place.sheet("second.csv", register(&[(3, "Third", "", "")]));
    let told = place.done("point import second.csv --map map.toml");
    assert!(told.starts_with("points that had been removed or taken back, and are back: 1\n"), "{told}");
}

#[test]
fn what_the_sender_no_longer_has_is_listed_and_removed() {
    let place = place();
    place.done("point add OWN --name Own --kind staffed --status open");
    place.sheet("less.csv", register(&[(1, "One", "+361111111", ""), (4, "Four", "", "")]));
    let left = place.run("point import less.csv --map map.toml --gone --format csv --dry-run");
    let names =
        |out: &str| out.lines().skip(1).map(|row| row.split(',').nth(1).unwrap_or_default().to_string()).collect();
    let mut gone: Vec<String> = names(&left.out);
    gone.sort();
    assert_eq!(gone, ["Three", "Two"]);
    assert!(left.err.contains("points that the sender no longer has: 2\n"), "{}", left.err);

    // One that others refer to stays, and says why.
    place.done("session add --date 2026-11-02 --point Two --mode phone --kind individual --attendances 1");
    let left = place.run("point import less.csv --map map.toml --gone=remove");
    assert_eq!(left.code, 0, "{}", left.err);
    assert!(left.err.contains(" stays: "), "{}", left.err);
    assert!(left.err.contains("points removed: 1\npoints: 1 new, 0 changed, 1 same\n"), "{}", left.err);
    assert_eq!(fields(&place).lines().skip(1).map(|row| &row[..3]).collect::<Vec<_>>(), ["Fou", "One", "Own", "Two"]);
    place.done("undo");
    assert_eq!(fields(&place).lines().skip(1).map(|row| &row[..3]).collect::<Vec<_>>(), ["One", "Own", "Thr", "Two"]);
}

#[test]
fn rows_that_are_put_aside_are_not_gone() {
    let place = place();
    place.sheet("bad.csv", register(&[(1, "One", "+361111111", ""), (2, "Two", "+362222222", "no address")]));
    let left = place.run("point import bad.csv --map map.toml --rejects out.csv --gone --format csv");
    assert!(left.err.contains("points that the sender no longer has: 1\n"), "{}", left.err);
    assert!(left.out.contains(",Three,") && !left.out.contains(",Two,"), "{}", left.out);
}

#[test]
fn somebody_elses_rows_are_never_gone() {
    let place = place();
    place.sheet("other.csv", register(&[(9, "Nine", "", "")]));
    let left = place.run("point import other.csv --map map.toml --sender other.example --gone");
    assert!(left.err.contains("nothing is gone"), "{}", left.err);
    place.sheet("own.csv", "code,name,kind,status\nA,Anywhere,staffed,open\n");
    let left = place.run("point import own.csv --gone");
    assert_eq!((left.code, left.err.contains("name the sender")), (2, true), "{}", left.err);
}

/// Sessions as a point sends them, without ids: days of November and minutes.
fn sessions(point: &str, mentor: &str, rows: &[(u32, u32)]) -> String {
    let head = "date,point,mentor,mode,kind,attendances,minutes\n".to_string();
    let rows =
        rows.iter().map(|(day, minutes)| format!("2026-11-{day:02},{point},{mentor},phone,individual,1,{minutes}\n"));
    rows.fold(head, |sheet, row| sheet + &row)
}

#[test]
fn a_corrected_row_without_an_id_is_one_new_and_one_gone() {
    let place = Place::small();
    place.sheet("sent.csv", sessions("P-1", "M-1", &[(2, 30), (3, 45), (5, 20)]));
    assert_eq!(place.done("session import sent.csv"), "sessions: 3 new, 0 changed, 0 same\n");
    // Other days, and other points on the same days, are nobody's corrections.
    place.sheet("later.csv", sessions("P-1", "M-1", &[(9, 30)]));
    place.sheet("other.csv", sessions("P-2", "M-1", &[(3, 30)]));
    for sheet in ["later", "other"] {
        let told = place.done(&format!("session import {sheet}.csv"));
        assert_eq!(told, "sessions: 1 new, 0 changed, 0 same\n", "{sheet}");
    }
    place.sheet("corrected.csv", sessions("P-1", "M-1", &[(2, 30), (3, 50), (5, 20)]));
    let told = place.done("session import corrected.csv");
    let is = "sessions of an earlier sheet, 2026-11-02 to 2026-11-05, that are not in this one: 1\n\
              import the sheet once more: --gone lists them, --gone=remove removes them\n\
              sessions: 1 new, 0 changed, 2 same\n";
    assert_eq!(told, is);
    let left = place.run("session import corrected.csv --gone=remove --format csv");
    assert!(left.out.contains(",2026-11-03,P-1,M-1,,") && left.out.contains(",45,"), "{}", left.out);
    assert!(left.err.ends_with("sessions removed: 1\nsessions: 0 new, 0 changed, 3 same\n"), "{}", left.err);
    assert_eq!(place.done("session import corrected.csv"), "sessions: 0 new, 0 changed, 3 same\n");
}

#[test]
fn a_decision_about_a_duplicate_is_remembered() {
    let place = place();
    place.done("join point One Two");
    let joined = place.run("point list --fields name --format csv").out;
    assert_eq!(joined, "name\nOne\nThree\n");
    let second = [(1, "One", "+361111111", ""), (2, "Two", "+362222223", "two@example.org"), (3, "Three", "", "")];
    place.sheet("second.csv", register(&second));
    for sheet in ["first", "second"] {
        place.done(&format!("point import {sheet}.csv --map map.toml"));
        assert_eq!(place.run("point list --fields name --format csv").out, joined, "{sheet}");
    }
}

#[test]
fn a_column_that_has_another_name_now_is_told_with_it() {
    let place = place();
    place.sheet("renamed.csv", "nr,place name,phone number,mail,town\n1,One,,,X\n");
    let told = place.refused("mapping check map.toml renamed.csv");
    let is = "columns of which the mapping makes nothing: `place name`, `phone number`, `town`\n\
              map.toml:5: name: there is no column `name` in the sheet (did you mean place name?)\n\
              map.toml:8: phone: there is no column `phone` in the sheet (did you mean phone number?)\n";
    assert!(told.starts_with(is), "{told}");
}

/// A register whose rows are known by our codes, not by ids of the sender's.
fn coded(rows: &[(&str, &str, &str)]) -> String {
    let rows = rows.iter().map(|(code, phone, mail)| format!("{code},Name {code},staffed,open,{phone},{mail}\n"));
    rows.fold("code,name,kind,status,phone,email\n".to_string(), |sheet, row| sheet + &row)
}

#[test]
fn a_row_without_an_id_that_is_put_aside_is_not_gone() {
    let place = Place::new("none");
    place.sheet("first.csv", coded(&[("K1", "", ""), ("K2", "", "")]));
    place.done("point import first.csv --sender county");
    place.sheet("bad.csv", coded(&[("K1", "", ""), ("K2", "", "no address")]));
    let left = place.run("point import bad.csv --sender county --rejects out.csv --gone=remove");
    assert!(left.err.contains("which rows are gone cannot be told"), "{}", left.err);
    assert_eq!(place.run("point list --fields code --format csv").out, "code\nK1\nK2\n");
}

#[test]
fn of_a_sheet_without_rows_nothing_is_gone() {
    let place = Place::small();
    place.sheet("sent.csv", sessions("P-1", "M-1", &[(2, 30), (3, 45)]));
    place.done("session import sent.csv --sender county");
    place.sheet("empty.csv", sessions("P-1", "M-1", &[]));
    let left = place.run("session import empty.csv --sender county --gone=remove");
    assert!(left.err.contains("sessions: 0 new, 0 changed, 0 same"), "{}", left.err);
    assert_eq!(place.run("session list --format csv").out.lines().count(), 3);
    let points = self::place();
    points.sheet("none.csv", register(&[]));
    let left = points.run("point import none.csv --map map.toml --gone=remove");
    assert!(left.err.contains("which rows are gone cannot be told"), "{}", left.err);
    assert_eq!(points.run("point list --format csv").out.lines().count(), 4);
}

#[test]
fn what_was_gone_and_is_there_again_is_back() {
    let place = place();
    place.done("point edit Two --address Street");
    place.sheet("none.csv", register(&[(1, "One", "+361111111", "")]));
    let left = place.run("point import none.csv --map map.toml --gone=remove --format csv");
    // What somebody here has changed is not removed because the sender has it no more.
    assert!(left.err.contains(" stays: it has been changed since\npoints removed: 1\n"), "{}", left.err);
    place.done("undo");
    place.sheet("less.csv", register(&[(1, "One", "+361111111", ""), (2, "Two", "+362222222", "two@example.org")]));
    place.done("point import less.csv --map map.toml --gone=remove");
    let told = place.done("point import first.csv --map map.toml");
    assert!(told.starts_with("points that had been removed or taken back, and are back: 1\n"), "{told}");
    assert!(fields(&place).contains("\nThree,,,\n"), "{}", fields(&place));
}

#[test]
fn what_was_taken_back_and_taken_again_is_the_senders() {
    let place = place();
    place.done("undo");
    place.done("point import first.csv --map map.toml");
    place.done("point edit Two --phone +369999999");
    place.done("point import first.csv --map map.toml");
    assert!(fields(&place).contains("\nTwo,+369999999,"), "{}", fields(&place));
}

#[test]
fn what_the_sender_says_as_it_was_here_is_theirs_too() {
    let place = Place::new("none");
    place.done("point add K1 --name Name --kind staffed --status open --phone +361111111");
    place.sheet("first.csv", "code,name,kind,status,phone\nK1,Name,staffed,open,+361111111\n");
    place.done("point import first.csv --sender county");
    place.done("point edit K1 --phone +369999999");
    let told = place.done("point import first.csv --sender county");
    assert!(told.ends_with(": 1\npoints: 0 new, 0 changed, 1 same\n"), "{told}");
    place.sheet("second.csv", "code,name,kind,status,phone\nK1,Name,staffed,open,+362222222\n");
    place.done("point import second.csv --sender county");
    assert!(place.run("point list --fields phone --format csv").out.contains("+362222222"));
}

#[test]
fn a_name_of_a_row_is_no_news_against_its_code() {
    let place = Place::new("none");
    let areas = "code,name,kind,parent\nR1,Region one,region,\nR2,Region two,region,\nC1,County,county,region one\n";
    place.sheet("areas.csv", areas);
    place.done("area import areas.csv --sender office");
    place.done("area edit C1 --parent R2");
    let told = place.done("area import areas.csv --sender office");
    assert!(told.ends_with(": 1\nareas: 0 new, 0 changed, 3 same\n"), "{told}");
    assert!(place.export("area").contains("C1,County,county,R2,"), "{}", place.export("area"));
}

#[test]
fn a_code_that_stays_is_taken_from_nobody() {
    let place = Place::new("none");
    place.sheet("map.toml", MAP.replace("name = \"name\"", "code = \"name\"\nname = \"name\""));
    place.sheet("first.csv", register(&[(1, "A", "", "")]));
    place.done("point import first.csv --map map.toml");
    place.done("point rename A B");
    place.done("point add A --name Another --kind staffed --status open");
    let told = place.done("point import first.csv --map map.toml");
    assert!(told.ends_with(": 1\npoints: 0 new, 0 changed, 1 same\n"), "{told}");
}

#[test]
fn rows_known_by_codes_are_followed_through_renaming_and_removal() {
    let place = Place::new("none");
    place.sheet("first.csv", coded(&[("K1", "", ""), ("K2", "", "")]));
    place.done("point import first.csv --sender county");
    place.done("point rename K1 K9");
    place.done("point remove K2");
    let told = place.done("point import first.csv --sender county");
    assert!(told.contains("were removed here and stay so: 1\n"), "{told}");
    assert!(told.ends_with("points: 0 new, 0 changed, 1 same\n"), "{told}");
    assert_eq!(place.run("point list --fields code --format csv").out, "code\nK9\n");
    // Taken back and done again, it is still removed here.
    place.done("undo 1");
    place.done("undo 1");
    let told = place.done("point import first.csv --sender county");
    assert!(told.contains("were removed here and stay so: 1\n"), "{told}");
}

#[test]
fn rows_that_a_mapping_leaves_out_are_not_gone() {
    let place = place();
    place.sheet("map.toml", format!("{MAP}[except]\nname = \"Two\"\n"));
    let left = place.run("point import first.csv --map map.toml --gone=remove");
    assert!(left.err.contains("rows that the mapping leaves out: 1\n"), "{}", left.err);
    assert_eq!(fields(&place).lines().count(), 4);
}

#[test]
fn a_row_that_was_typed_here_is_never_gone() {
    let place = Place::new("none");
    place.done("point add K1 --name Hand --kind staffed --status open");
    place.sheet("first.csv", coded(&[("K1", "", ""), ("K2", "", "")]));
    place.done("point import first.csv --sender county");
    place.sheet("other.csv", coded(&[("K2", "", "")]));
    let left = place.run("point import other.csv --sender county --gone=remove");
    assert!(left.err.contains("nothing is gone"), "{}", left.err);
}

#[test]
fn of_a_senders_sheet_without_ids_other_points_are_nobodys_corrections() {
    let place = Place::small();
    place.sheet("one.csv", sessions("P-1", "M-1", &[(2, 30)]));
    place.sheet("two.csv", sessions("P-2", "M-1", &[(2, 30)]));
    place.done("session import one.csv --sender county");
    assert_eq!(place.done("session import two.csv --sender county"), "sessions: 1 new, 0 changed, 0 same\n");
}

#[test]
fn a_decision_between_versions_stands_against_what_was_said_before() {
    let here = place();
    let there = here.copy();
    there.sheet("map.toml", MAP);
    let two = [(1, "One", "+361111111", ""), (2, "Two", "+365555555", "two@example.org"), (3, "Three", "", "")];
    for at in [&here, &there] {
        at.sheet("second.csv", register(&two));
    }
    there.done("point import second.csv --map map.toml");
    here.done("point edit Two --phone +369999999");
    std::fs::copy(there.path("network.db"), here.path("other.db")).expect("room for a copy");
    here.done(&format!("merge {}", here.path("other.db").display()));
    let code = here.run("point list --fields name,code --format csv").out;
    let code = code.lines().find_map(|row| row.strip_prefix("Two,")).expect("a row").to_string();
    let shown = here.run(&format!("conflict show point {code} --format csv")).out;
    let take = if shown.lines().any(|line| line.starts_with("phone") && line.contains(",+369999999,+365555555")) {
        1
    } else {
        2
    };
    here.done(&format!("conflict resolve point {code} --take {take}"));
    here.done("point import second.csv --map map.toml");
    assert!(fields(&here).contains("\nTwo,+369999999,"), "{shown}{}", fields(&here));
}

#[test]
fn a_row_without_an_id_leaves_what_was_changed_here() {
    let place = Place::small();
    place.sheet("sent.csv", sessions("P-1", "M-1", &[(2, 30), (3, 45)]));
    place.done("session import sent.csv");
    let rows = place.run("session list --format csv --fields id,minutes").out;
    let id = rows.lines().find_map(|row| row.strip_suffix(",45")).expect("a row").to_string();
    place.done(&format!("session edit {id} --minutes 50 --note Note"));
    let told = place.done("session import sent.csv");
    assert!(told.ends_with("of them: 1\nsessions: 0 new, 0 changed, 2 same\n"), "{told}");
    assert!(place.export("session").contains(",50,"), "{}", place.export("session"));
}

#[test]
fn a_month_is_covered_from_its_first_day_to_its_last() {
    let place = Place::small();
    let map = "sender = \"county\"\nid = \"nr\"\n[columns]\ndate = \"day\"\npoint = \"point\"\nmode = { value = \"phone\" }\n\
               kind = { value = \"individual\" }\nattendances = { value = \"1\" }\n";
    place.sheet("map.toml", map);
    place.sheet("sent.csv", "nr,day,point\n1,2026-09-01,P-1\n2,2026-09-02,P-1\n3,2026-09-03,P-1\n4,2026-09-09,P-2\n");
    place.done("session import sent.csv --map map.toml");
    place.sheet("less.csv", "nr,day,point\n1,2026-09-01,P-1\n2,2026-09-02,P-1\n");
    let left = place.run("session import less.csv --map map.toml --gone");
    assert!(left.err.contains("nothing is gone of 2026-09-01 to 2026-09-02; --period"), "{}", left.err);
    let left = place.run("session import less.csv --map map.toml --gone --period 2026-09 --format csv");
    assert!(left.out.contains(",2026-09-03,P-1,") && !left.out.contains("P-2"), "{}", left.out);
}
