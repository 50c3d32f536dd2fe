//! What the program says: one entry a text. Words come at the printer only.

use serde::Serialize;

/// A text with its values, the same in every language until it is printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Text {
    /// Its key in the catalogues.
    pub key: &'static str,
    /// Its values, by their names in the catalogues.
    pub values: Vec<(&'static str, Value)>,
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// What was typed, or is called so: never translated.
    Word(String),
    /// A count.
    Count(i64),
    /// A day, in its ISO form; people read it as their language writes it.
    Day(String),
    /// Counts of nouns, which are translated: `sessions (3), assignments (1)`.
    Counts(Vec<(&'static str, i64)>),
    /// A noun, which is translated; `$noun` is its singular, `$nouns` its plural.
    Noun(&'static str),
    /// Rows by what they are called, their labels and kinds in the reader's language.
    Rows(Vec<Row>),
    /// Other texts.
    Texts(Vec<Text>),
}

/// A row as a text names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its noun.
    pub noun: &'static str,
    /// Its code, as it is typed.
    pub code: String,
    /// Its name, or its labels, each with its column.
    pub names: Vec<(&'static str, String)>,
    /// Its kind, which tells rows of one name apart.
    pub kind: Option<String>,
}

impl std::fmt::Display for Value {
    /// As scripts read it: the same in every language.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(text) | Self::Day(text) => f.write_str(text),
            Self::Count(count) => write!(f, "{count}"),
            Self::Noun(noun) => f.write_str(noun),
            Self::Counts(counts) => {
                let told: Vec<String> = counts.iter().map(|(noun, count)| format!("{noun} {count}")).collect();
                f.write_str(&told.join(" "))
            }
            Self::Rows(rows) => f.write_str(&rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>().join(", ")),
            Self::Texts(texts) => f.write_str(&texts.iter().map(|text| text.key).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// A noun as a value of a text.
#[derive(Clone, Copy, Debug)]
pub struct Noun(pub &'static str);

impl From<Noun> for Value {
    fn from(noun: Noun) -> Self {
        Self::Noun(noun.0)
    }
}

impl From<Vec<Row>> for Value {
    fn from(rows: Vec<Row>) -> Self {
        Self::Rows(rows)
    }
}

impl From<Vec<Text>> for Value {
    fn from(texts: Vec<Text>) -> Self {
        Self::Texts(texts)
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Texts(vec![text])
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<crate::value::Day> for Value {
    fn from(day: crate::value::Day) -> Self {
        Self::Day(day.to_string())
    }
}

impl From<Vec<(&'static str, i64)>> for Value {
    fn from(counts: Vec<(&'static str, i64)>) -> Self {
        Self::Counts(counts)
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_string())
    }
}

impl From<String> for Value {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<&String> for Value {
    fn from(word: &String) -> Self {
        Self::Word(word.clone())
    }
}

/// Makes a function for each text, so that a wrong key or number of values does not compile.
macro_rules! texts {
    ($($key:ident($($value:ident),*);)*) => {
        $(
            #[doc = concat!("The text `", stringify!($key), "`.")]
            pub fn $key($($value: impl Into<Value>),*) -> Text {
                Text { key: stringify!($key), values: vec![$((stringify!($value), $value.into())),*] }
            }
        )*

        /// Every text with the names of its values, for the test that holds the catalogues to it.
        pub const TEXTS: &[(&str, &[&str])] = &[$((stringify!($key), &[$(stringify!($value)),*])),*];
    };
}

texts! {
    // how refusals begin
    error();
    hint();
    failed(error);
    // what the line says
    no_flag(flag);
    no_command(command);
    command_missing();
    arguments_missing(arguments);
    word_too_much(word);
    value_missing();
    value_too_much(value);
    given_twice();
    not_together(others);
    not_unicode();
    // the user's own settings
    config_unreadable(file, error);
    config_broken(file, line);
    config_broken_hint();
    // pages of help
    help_usage();
    help_command();
    help_statistic();
    help_statistics();
    help_flags();
    help_records();
    help_commands();
    help_arguments();
    help_fields();
    help_filters();
    help_filtering();
    help_output();
    help_everywhere();
    help_examples();
    help_more(command);
    help_values(values);
    help_required();
    help_list(list);
    help_else(value);
    help_else_today();
    help_else_setting(setting);
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
    // values
    empty_value();
    empty_value_hint();
    not_a_code(text);
    not_a_code_hint();
    not_a_category_code(text);
    not_a_category_code_hint();
    not_a_day(text);
    not_a_day_hint();
    ends_before_it_begins(since, until);
    ends_before_it_begins_hint();
    not_a_period(text);
    not_a_period_hint();
    not_a_number(text);
    not_a_number_hint();
    too_many_minutes(text);
    too_many_minutes_hint();
    too_many_days(text);
    too_many_days_hint();
    not_a_coordinate(text);
    not_a_coordinate_hint();
    not_opening_hours(text);
    not_opening_hours_hint();
    not_a_phone(text);
    not_a_phone_hint();
    not_an_email(text);
    not_an_email_hint();
    not_a_language(text);
    not_a_language_hint();
    not_a_tally(text);
    not_a_tally_hint();
    not_one_of(text);
    possible_values(values);
    // rows
    id();
    yes();
    no();
    about(version);
    no_rows();
    no_row(noun, text);
    no_category(list, text);
    no_field(field);
    did_you_mean(text);
    list_them(noun);
    one_of(rows);
    ambiguous(noun, text);
    whole_id_needed(noun, text);
    code_taken(noun, code);
    code_taken_hint(noun, code);
    row_needed(noun, code, rows);
    row_needed_hint();
    circle(noun, code, parent);
    circle_hint();
    setting_needed(name);
    setting_needed_hint(name);
    row_unreadable(noun, code);
    row_unreadable_hint();
    refers_to_nothing(noun, id);
    refers_to_nothing_hint();
    role_does_not_fit(role, area);
    role_does_not_fit_hint();
    role_of_a_point(role);
    must_have(noun, field);
    must_have_hint();
    missing(noun, fields);
    see_help(command);
    see_all();
    nobody_answers();
    nothing_to_change(noun);
    given_and_cleared(field);
    // what was done
    added(noun, code);
    added_with(noun, code, filled);
    changed(noun, code);
    nothing_changed(noun, code);
    removed(noun, code);
    renamed(noun, from, to);
    exported(noun, count, file);
    network_made(file, areas, categories);
    network_made_hint();
    // settings
    setting();
    value();
    travels();
    meaning();
    setting_set(name, value);
    setting_cleared(name);
    // rules of the domain
    coarser_of_another_list(list);
    assignment_needs_one_place();
    assignment_needs_one_place_hint();
    attendances_out_of_range(count, most);
    returning_above_attendances(returning, attendances);
    tally_above_attendances(list, sum, attendances);
    figures_hint();
    // sheets
    sheet_refused(file, count);
    sheet_refused_hint();
    mapping_refused(file, count);
    mapping_refused_hint();
    // mentors and leads
    assigned(who, place, since);
    assigned_already(id);
    assigned_already_hint(id);
    not_assigned(person);
    several_assignments(person);
    which_point(points);
    not_leading(who);
    several_areas(who);
    which_area(areas);
    released(who, place, until);
    organisation_meant(code);
    no_lead_here(area);
    no_lead_here_hint();
    point_without_mentor(point);
    point_without_area(point);
    point_name();
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
    // Import
    imported(noun, new, changed, same);
    guards_taken_off(count);
    mapping_begins(file);
    mapping_sender();
    mapping_id();
    mapping_guess();
    mapping_needed();
    mapping_left();
    mapping_made(file);
    mapping_needs_noun(file);
    mapping_needs_noun_hint();
    mapping_new_columns(headings);
    mapping_fits(map, file);
    comments_passed_over(count);
    blank_example();
    blank_possible();
    blank_made(noun, file);
    row_changed(noun, code, changes);
    more_rows_changed(count);
    left_out(count);
    rejected(count, file);
    rejected_dry(count);
    not_hours_of_a_day(text);
    not_hours_of_a_day_hint();
    explained();
    found();
    why();
    cell();
    read_as();
    encoding();
    delimiter();
    dialect();
    country();
    days_order();
    decimal_sign();
    column_called(number, heading);
    as_told();
    as_its_mark();
    as_plain();
    as_sound();
    as_country();
    as_the_first_row();
    told_where_two_ways();
    as_nameless();
    as_left_out();
    as_mapped(file);
    as_its_name();
    as_its_name_in(language);
    restored(noun, count);
    made_on_the_way(noun, count);
    made_by_name(noun, count, names);
    dry_run();
    more_faults(count);
    no_sheet(file);
    no_sheet_hint();
    no_sheets(file);
    no_sheets_hint(endings);
    one_file_only(flag);
    one_file_only_hint();
    sheet_begins(file);
    sheets_taken(count, refused);
    sheet_empty();
    sheet_is(kind);
    not_an_encoding(text);
    not_an_encoding_hint();
    day_two_ways(text, one, other);
    day_two_ways_hint();
    day_of_excel(text, day);
    day_of_excel_hint();
    number_two_ways(text, one, other);
    number_two_ways_hint();
    save_as_csv();
    not_utf8();
    not_utf8_hint();
    sheet_too_wide(most);
    sheet_too_wide_hint();
    cell_too_long(most);
    unclosed_quote();
    unclosed_quote_hint();
    text_too_long(most);
    text_too_long_hint();
    surplus_cell(count);
    surplus_cell_hint();
    nameless_cell();
    nameless_cell_hint();
    heading_twice(heading);
    unknown_headings(noun, headings);
    unknown_headings_hint();
    column_missing(column, noun);
    column_missing_hint();
    row_twice(line);
    row_twice_hint();
    not_toml(error);
    not_toml_hint();
    mapping_expects(key, form);
    mapping_one_origin(column);
    mapping_of_another_noun(named, noun);
    mapping_needs_sender();
    mapping_no_column(heading);
    mapping_fixed_value(column, value);
    mapping_not_mapped(column);
    mapping_not_mapped_hint(column, noun);
    mapping_value(column, text);
    mapping_value_of(column, text, values);
    mapping_value_near(column, text, near);
    mapping_create(column, noun);
    mapping_create_near(column, near);
    // history and undo
    done(done);
    when();
    site();
    command();
    rows();
    fields();
    field();
    before();
    after();
    number();
    by_the_program();
    row_removed();
    row_back();
    stayed_elsewhere();
    personal_erased();
    history_conflict(noun, code);
    undone(command, counts);
    undone_setting(command);
    left_alone(noun, code, reason);
    left_changed_since();
    left_refers_to_nothing();
    left_code_taken();
    left_needed(counts);
    left_elsewhere(counts);
    more_left(count);
    nothing_to_undo();
    nothing_to_undo_of(command);
    nothing_to_undo_hint();
    cannot_undo(command);
    cannot_undo_no_copy();
    no_such_command(number);
    no_copy_kept();
    // files from elsewhere
    foreign_is_wal(file);
    foreign_is_wal_hint();
    foreign_has_journal(file);
    foreign_has_journal_hint();
    foreign_schema(file);
    foreign_damaged(file);
    foreign_value(file);
    foreign_refused_hint();
    foreign_row(file, noun, id, reason);
    foreign_setting(file, setting);
    foreign_log(file);
    foreign_log_differs(file);
    version_value();
    version_digest();
    version_parents();
    version_clock();
    version_command();
    version_field(field);
    version_target(field);
    version_count(most);
    // between files
    merged(file);
    merged_new(counts);
    merged_changed(counts);
    merged_same(counts);
    merged_nothing(file);
    merged_setting(name, value);
    merged_setting_cleared(name);
    would_erase(file, counts);
    would_erase_question();
    merged_erased(counts);
    merged_conflicts(count);
    merged_shared(count);
    merged_twin();
    copy_kept(file);
    copy_kept_without(file);
    merge_with_itself(file);
    other_file_hint();
    copy_failed(cause);
    copy_failed_hint();
    versions();
    version_shown();
    version_beside(number);
    no_conflict(noun, code);
    no_conflict_hint();
    take_one(noun, code);
    conflict_of_pair(noun, name, code, other);
    no_such_version(number, count);
    conflict_resolved(noun, code, number);
    join_with_itself(noun);
    decided_already(noun, code, other);
    decided_hint();
    not_decided(noun, code, other);
    one_through_others(noun, code, other);
    were_held_apart(noun, code, other);
    were_held_apart_hint(noun, code, other);
    given_back(noun, code, fields);
    joined(noun, code, other);
    joined_with(noun, code, other, fields);
    join_differences(fields, code);
    held_apart(noun, code, other);
    join_undone(noun, code, other);
    other_code();
    name();
    other_name();
    score();
    reasons();
    reason(name);
    join_how();
    verdict();
    verdict_same();
    verdict_different();
    not_a_handover(file);
    handover_is_network();
    handover_is_encrypted(file);
    handover_damaged(file);
    handover_unsigned(file);
    handover_made(file, counts);
    handover_made_empty(file);
    handover_made_empty_since(file, day);
    handover_missing(site, command);
    handover_without_people();
    handover_with_people();
    handover_first();
    no_text_for_a_terminal();
    no_text_for_a_terminal_hint();
    since_hint();
    direction(name);
    direction_heading();
    recipient();
    people();
    contents_digest();
    digest_holds();
    network_name();
    received_when();
    only_what_is_new();
    network_is_handover();
    received(file);
    // privacy
    not_confirmed();
    not_confirmed_hint();
    yes_or_no();
    erase_question(noun, code);
    erased(noun, code);
    erased_already(noun, code);
    erased_notes(count);
    erased_copies(count);
    copy_not_erased(file);
    leftover_removed(file);
    mentioned(noun, code, field);
    mentioned_hint();
    mentioned_in_note_hint();
    mentioned_earlier_hint();
    told_by_handover(moment, who, people);
    nobody_named();
    was_erased(noun, code);
    was_erased_hint(noun);
    was_erased_leave_hint();
    note_may_hold(kinds);
    notes_may_hold(count, kinds, line);
    private_data(kind);
    months();
    due();
    oldest();
    retention_unset();
    retention_question(counts);
    retained(counts);
    nothing_due();
    earlier_version();
    earlier();
    retention_due(counts);
    dossier_written(file);
    dossier_now();
    dossier_history();
    dossier_of(noun);
    dossier_once(noun);
    dossier_joins();
    dossier_mentions();
    dossier_handovers();
    text();
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
