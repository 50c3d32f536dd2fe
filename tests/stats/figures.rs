//! `stats activity` on six sessions worked out by hand, and on random sessions against plain SQL.

use crate::world::{Answer, World};

/// The sessions of the tests, and what they add up to:
///
/// | | date       | where            | attendances | returning | minutes | topics                     |
/// |-|------------|------------------|-------------|-----------|---------|----------------------------|
/// |1| 2025-12-31 | P-1, so M1 in C1 | 1           | 1         | 30      | email safety               |
/// |2| 2026-01-05 | P-1, so M1 in C1 | 1           | 0         | 45      | email                      |
/// |3| 2026-01-05 | P-2, so M2 in C2 | 10          | unknown   | 120     | equipment                  |
/// |4| 2026-02-10 | P-3, no area     | 1           | unknown   | unknown | none                       |
/// |5| 2026-02-11 | D1, a part of M1 | 2           | 1         | 60      | equipment messaging safety |
/// |6| 2026-04-01 | M1, not P-2's M2 | 1           | 0         | 10      | email                      |
///
/// Sessions 6; attendances 1+1+10+1+2+1 = 16; minutes 30+45+120+60+10 = 265, session 4 says none. Sessions 3 and 4,
/// with 11 attendances, do not say how many returned; of the other 5 attendances 2 were returning, so 3 first visits.
fn world() -> World {
    let world = World::new();
    let rows = [
        "area add R1 --name Alföld --kind region",
        "area add C1 --name Békés --kind county --parent R1",
        "area add C2 --name Csongrád --kind county --parent R1",
        "area add M1 --name Mintafalva --kind municipality --parent C1",
        "area add M2 --name Másfalva --kind municipality --parent C2",
        "area add D1 --name Óváros --kind district --parent M1",
        "point add P-1 --name Könyvtár --area M1",
        "point add P-2 --name Könyvtár --area M2",
        "point add P-3 --name Busz",
        "person add A-1 --name Anna --kind employee --status active",
        "person add B-1 --name Béla --status active",
        "session add -d 2025-12-31 -p P-1 --mentor A-1 -m phone -k individual -t email,safety --minutes 30 -n 1 \
         --returning 1 --tally age:60-74,sex:female --outcome alone",
        "session add -d 2026-01-05 -p P-1 --mentor A-1 -m service-point -k individual -t email --minutes 45 -n 1 \
         --returning 0 --tally age:75-plus,sex:female",
        "session add -d 2026-01-05 -p P-2 --mentor B-1 -m course -k group -t equipment --minutes 120 -n 10 \
         --tally age:60-74=6,sex:female=4,sex:male=3",
        "session add -d 2026-02-10 -p P-3 -m chat -k one-off -n 1",
        "session add -d 2026-02-11 -p P-3 --mentor B-1 --area D1 -m home -k individual -t safety,messaging,equipment \
         --minutes 60 -n 2 --returning 1 --tally age:75-plus=2",
        "session add -d 2026-04-01 -p P-2 --area M1 -m outreach -k one-off -t email --minutes 10 -n 1 --returning 0",
    ];
    rows.iter().for_each(|row| world.must(row));
    world
}

/// The rows of `stats show activity` in CSV, without the heading.
fn rows(world: &World, words: &str) -> Vec<String> {
    let answer = world.run(&format!("stats show activity {words} --format csv"));
    assert_eq!(answer.code, 0, "{words}: {}", answer.errors);
    answer.output.lines().skip(1).map(str::to_string).collect()
}

#[test]
fn the_four_counts_and_minutes_of_all() {
    let answer = world().run("stats show activity --format csv");
    assert_eq!(answer.output, "sessions,attendances,returning,first_visits,minutes\n6,16,2,3,265\n");
    assert!(answer.errors.contains("how many returned: 2 (attendances: 11)"), "{}", answer.errors);
    assert!(answer.errors.contains("how long they lasted: 1 "), "{}", answer.errors);
}

#[test]
fn periods_are_named_as_in_iso_8601() {
    let world = world();
    let months = ["2025-12,1,1,1,0,30", "2026-01,2,11,0,1,165", "2026-02,2,3,1,1,60", "2026-04,1,1,0,1,10"];
    assert_eq!(rows(&world, "--by month"), months);
    assert_eq!(rows(&world, "--by quarter"), ["2025-Q4,1,1,1,0,30", "2026-Q1,4,14,1,2,225", "2026-Q2,1,1,0,1,10"]);
    assert_eq!(rows(&world, "--by half-year"), ["2025-H2,1,1,1,0,30", "2026-H1,5,15,1,3,235"]);
    assert_eq!(rows(&world, "--by year"), ["2025,1,1,1,0,30", "2026,5,15,1,3,235"]);
    // The last day of 2025 is a Wednesday: its week is the first of 2026.
    let weeks = ["2026-W01,1,1,1,0,30", "2026-W02,2,11,0,1,165", "2026-W07,2,3,1,1,60", "2026-W14,1,1,0,1,10"];
    assert_eq!(rows(&world, "--by week"), weeks);
}

#[test]
fn a_session_belongs_to_its_own_area_or_else_to_its_points() {
    let world = world();
    // C1 has sessions 1, 2, 5 and 6: 5 attendances of which 2 return, 30+45+60+10 minutes.
    assert_eq!(rows(&world, "--by county"), ["C1,4,5,2,3,145", "C2,1,10,,,120", ",1,1,,,"]);
    assert_eq!(rows(&world, "--by region"), ["R1,5,15,2,3,265", ",1,1,,,"]);
    assert_eq!(rows(&world, "--by municipality"), ["M1,4,5,2,3,145", "M2,1,10,,,120", ",1,1,,,"]);
    assert_eq!(rows(&world, "--by area"), ["D1,1,2,1,1,60", "M1,3,3,1,2,85", "M2,1,10,,,120", ",1,1,,,"]);
}

#[test]
fn who_how_and_how_it_ended() {
    let world = world();
    assert_eq!(rows(&world, "--by mentor"), ["A-1,2,2,1,1,75", "B-1,2,12,1,1,180", ",2,2,0,1,10"]);
    assert_eq!(rows(&world, "--by kind"), ["group,1,10,,,120", "individual,3,4,2,2,135", "one-off,2,2,0,1,10"]);
    let classes = ["in-person,2,3,1,2,105", "outreach,1,1,0,1,10", "remote,2,2,1,0,30", "training,1,10,,,120"];
    assert_eq!(rows(&world, "--by mode-class"), classes);
    assert_eq!(rows(&world, "--by outcome"), ["alone,1,1,1,0,30", ",5,15,1,3,235"]);
    let crossed = ["2025,phone,1,1,1,0,30", "2026,chat,1,1,,,", "2026,course,1,10,,,120"];
    assert_eq!(rows(&world, "--by year,mode")[..3], crossed);
    assert_eq!(rows(&world, "--by year --by mode"), rows(&world, "--by year,mode,year"));
}

#[test]
fn a_session_counts_under_each_of_its_topics_and_the_sum_is_of_mentions() {
    let world = world();
    let answer = world.run("stats show activity --by topic --format csv");
    let expected = "topic,sessions,attendances,returning,first_visits,minutes\n\
        email,3,3,1,2,85\nequipment,2,12,1,1,180\nmessaging,1,2,1,1,60\nsafety,2,3,2,1,90\n,1,1,,,\n";
    assert_eq!(answer.output, expected);
    // 3+2+1+2+1 and 3+12+2+3+1
    assert!(answer.errors.contains("add up to 9 sessions and 21 attendances"), "{}", answer.errors);
    assert!(answer.errors.contains("in fact there are 6 sessions and 16 attendances"), "{}", answer.errors);
    // Safety and messaging are of one class: session 5 counts once under it.
    assert_eq!(rows(&world, "--by topic-class"), ["devices,2,12,1,1,180", "internet-use,4,5,2,3,145", ",1,1,,,"]);
    // A topic stands beside its own class only.
    let pairs = rows(&world, "--by topic-class,topic");
    assert_eq!(pairs[0], "devices,equipment,2,12,1,1,180");
    assert_eq!(pairs.len(), 5);
}

#[test]
fn tallies_divide_attendances_and_what_they_leave_over_is_not_stated() {
    let world = world();
    let answer = world.run("stats show activity --by age --format csv");
    // 1+6 and 1+2; of session 3 four are not stated, of 4 and 6 one each.
    assert_eq!(answer.output, "age,attendances\n60-74,7\n75-plus,3\nnot-stated,6\n");
    assert!(answer.errors.contains("only attendances"), "{}", answer.errors);
    assert_eq!(rows(&world, "--by sex"), ["female,6", "male,3", "not-stated,7"]);
    assert_eq!(rows(&world, "--by county,age")[..3], ["C1,60-74,1", "C1,75-plus,3", "C1,not-stated,1"]);
    // Session 5 has two old people and three topics.
    let topics = rows(&world, "--by age,topic");
    assert_eq!(topics[..2], ["60-74,email,1", "60-74,equipment,6"]);
    assert!(topics.contains(&"75-plus,messaging,2".to_string()));
    // Two of its topics are of one class, under which its two people count once, beside the one of session 2.
    let classes = ["devices,60-74,6", "devices,75-plus,2", "devices,not-stated,4", "internet-use,60-74,1"];
    let classes = [&classes[..], &["internet-use,75-plus,3", "internet-use,not-stated,1", ",not-stated,1"]].concat();
    assert_eq!(rows(&world, "--by topic-class,age"), classes);
}

#[test]
fn two_tallies_cross_only_where_every_session_has_one_attendance() {
    let world = world();
    let answer = world.run("stats show activity --by age,sex --format csv");
    assert_eq!((answer.code, answer.output.as_str()), (4, ""));
    assert!(answer.errors.contains("2 had more than one attendance"), "{}", answer.errors);
    assert!(answer.errors.contains("--attendances 1"), "{}", answer.errors);
    // Sessions 1, 2, 4 and 6.
    let expected = ["60-74,female,1", "75-plus,female,1", "not-stated,not-stated,2"];
    assert_eq!(rows(&world, "--by age,sex --attendances 1"), expected);
    assert_eq!(rows(&world, "--by age,sex --point P-1"), ["60-74,female,1", "75-plus,female,1"]);
}

#[test]
fn filters_are_those_of_sessions() {
    let world = world();
    assert_eq!(rows(&world, "--area C1"), ["4,5,2,3,145"]);
    assert_eq!(rows(&world, "--area R1"), ["5,15,2,3,265"]);
    assert_eq!(rows(&world, "--mode in-person"), ["2,3,1,2,105"]);
    assert_eq!(rows(&world, "--topics internet-use --by kind"), ["individual,3,4,2,2,135", "one-off,1,1,0,1,10"]);
    assert_eq!(rows(&world, "--period 2026-Q1"), ["4,14,1,2,225"]);
    assert_eq!(rows(&world, "--from 2026-02-10 --to 2026-02-10"), ["1,1,,,"]);
    assert_eq!(rows(&world, "--kind group --by county"), ["C2,1,10,,,120"]);
}

#[test]
fn shares_name_their_denominator() {
    let world = world();
    let answer = world.run("stats show activity --by county --share attendances --fields county,attendances_per_mille");
    assert!(answer.output.contains("Share of 16 attendances"), "{}", answer.output);
    assert!(answer.output.contains("31.3%"), "{}", answer.output);
    // 5/16, 10/16 and 1/16 in tenths of a percent.
    let shares = rows(&world, "--by county --share attendances --fields attendances_per_mille");
    assert_eq!(shares, ["313", "625", "63"]);
    // Of topics, the whole is what there is, not the mentions: 3 of 6 sessions.
    assert_eq!(rows(&world, "--by topic --share sessions --fields topic,sessions_per_mille")[0], "email,500");
    let refused = world.run("stats show activity --by age --share minutes");
    assert_eq!(refused.code, 2, "{}", refused.errors);
}

#[test]
fn what_sessions_do_not_say_can_stand_beside() {
    let world = world();
    // attendances = returning + first visits + unknown, in every row
    let expected = ["C1,4,5,2,3,145,0,0", "C2,1,10,,,120,10,0", ",1,1,,,,1,1"];
    assert_eq!(rows(&world, "--by county --unknown"), expected);
}

#[test]
fn people_read_names_a_word_for_the_unknown_and_a_total() {
    let world = world();
    let table = world.run("stats show activity --by point,service").output;
    assert!(table.contains("Könyvtár (P-1)") && table.contains("Könyvtár (P-2)"), "{table}");
    let last = table.lines().last().map(|line| line.split_whitespace().collect::<Vec<_>>());
    assert_eq!(last, Some(vec!["total", "6", "16", "2", "3", "265"]));
    assert!(table.contains("Busz") && table.contains("unknown"), "{table}");
    let words = |lang: &str| world.run(&format!("--lang {lang} stats show activity --by outcome --sort -sessions"));
    let (hungarian, finnish) = (words("hu").output, words("fi").output);
    assert!(hungarian.contains("önállóan megoldva") && hungarian.contains("ismeretlen"), "{hungarian}");
    assert!(finnish.contains("ratkesi itsenäisesti") && finnish.contains("tuntematon"), "{finnish}");
    assert!(finnish.trim_end().lines().last().is_some_and(|line| line.contains("yhteensä")), "{finnish}");
    let ages = world.run("--lang hu stats show activity --by age --format markdown").output;
    assert!(ages.contains("| nincs megadva | 6 |") && ages.contains("| összesen | 16 |"), "{ages}");
}

#[test]
fn machine_formats_are_the_same_in_every_language_and_hold_no_total() {
    let world = world();
    for format in ["csv", "tsv", "json", "ndjson"] {
        for by in ["--by county,topic", "--by age", "--by month,mode --share minutes", ""] {
            let told = ["en", "hu", "fi"]
                .map(|lang| world.run(&format!("--lang {lang} stats show activity {by} --format {format}")).output);
            assert!(told[0] == told[1] && told[1] == told[2], "{format} {by}");
            assert!(!told[0].contains("total") && !told[0].contains('*'), "{}", told[0]);
        }
    }
    let json = world.run("stats show activity --by outcome --format json").output;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json[1]["outcome"], serde_json::Value::Null);
    assert_eq!(json[1]["attendances"], 15);
}

#[test]
fn export_writes_the_same_bytes_whole_and_never_over_another_file() {
    let world = world();
    let file = world.folder.path().join("figures.csv");
    let words = format!("stats export activity --by month -o {}", file.display());
    assert!(world.run(&words).errors.contains("wrote the statistic to "));
    let written = std::fs::read_to_string(&file).expect("the file");
    assert_eq!(written, world.run("stats show activity --by month --format csv").output);
    assert_eq!(world.run(&words).code, 1);
    assert_eq!(world.run(&format!("{words} --force")).code, 0);
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), written);
}

#[test]
fn an_empty_network_has_nought_of_everything() {
    let world = World::new();
    assert_eq!(rows(&world, ""), ["0,0,0,0,0"]);
    assert_eq!(rows(&world, "--by month,age"), Vec::<String>::new());
    let Answer { code, output, errors } = world.run("stats show activity --by month");
    assert_eq!((code, output.as_str(), errors.as_str()), (0, "", "nothing found\n"));
}

#[test]
fn what_nothing_is_counted_by_is_refused() {
    let world = World::new();
    let answer = world.run("stats show activity --by mnth");
    assert_eq!((answer.code, answer.errors.contains("did you mean month?")), (2, true), "{}", answer.errors);
    // A list that fields have their codes from is no list of bands.
    assert_eq!(world.run("stats show activity --by sector").code, 2);
}
