//! Texts: what is said of figures, and in the demo.

texts! {
    // statistics
    dimension(name);
    no_dimension(name);
    unknown_member();
    not_stated();
    total_row();
    measure(name);
    share_of(name, whole);
    no_share_of(name);
    tally_divides_attendances_only(list);
    tallies_do_not_cross(first, second, count);
    tallies_do_not_cross_hint();
    sum_of_mentions(sum, sum_attendances, sessions, attendances);
    sum_of_mentioned_attendances(sum, attendances);
    returning_not_told(sessions, attendances);
    minutes_not_told(sessions);
    statistic_written(file);
    // the demo
    demo_file();
    demo_points();
    demo_people();
    demo_sessions();
    demo_sheet();
    demo_figures();
    demo_done(files);
    demo_again_hint();
}
