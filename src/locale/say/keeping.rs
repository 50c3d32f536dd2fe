//! Texts: what is said of the file, its copies, and whether it is sound.

texts! {
    // the file
    no_file(file);
    no_file_hint();
    no_home();
    file_exists(file);
    file_exists_hint();
    journal_of_another(file);
    journal_of_another_hint();
    use_force();
    file_is_link(file);
    file_is_link_hint();
    not_a_file(file);
    no_folder(folder);
    no_folder_hint();
    other_output();
    not_a_network(file);
    not_a_database();
    not_a_network_hint();
    file_newer(file, version, known);
    file_newer_hint();
    file_was_wal();
    file_torn(file);
    file_torn_hint();
    file_busy();
    file_busy_hint();
    file_damaged(error);
    file_damaged_hint();
    file_unreachable(error);
    file_unreachable_hint();
    file_not_writable();
    file_not_writable_hint();
    disk_full();
    disk_full_hint();
    journal_mode(mode);
    output_is_network(file);
    // check
    check_sound();
    check_found(count);
    kind_of_record();
    code();
    finding();
    leads_nowhere(noun);
    unknown_category(code);
    without_assignment();
    without_mentor();
    left_but_assigned();
    closed_with_mentor();
    assigned_twice(place);
    sessions_in_future(count);
    sessions_while_not_open(count);
    sessions_in_old_category(count);
    region_of_counties(count, wanted);
    // copies
    copy_made(file);
    before_what();
    bytes();
    file();
    no_such_copy(number);
    no_such_copy_hint();
    other_copy_hint();
    restore_question(file);
    restored_from(file);
    copies_hint();
    restored_site(site, before);
    restored_anew(file);
    restored_hint();
    set_aside(file);
    // the doctor
    what();
    comes_from();
    program_version();
    schema_known();
    sqlite_version();
    language();
    plainly();
    config_file();
    network_file();
    schema_of_file();
    commands_in_log();
    copies_beside();
    leftover();
    setting_named(name);
    // soundness
    pages_damaged(fault);
    left_over(file);
    shows_something_else();
    open_conflict();
    deleted_but_needed();
    shares_its_code();
    perhaps_the_same(code, score);
    has_sent_nothing();
    has_not_sent_since(day, days);
}
