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
    /// A noun, which is translated; `$noun` is its singular, `$nouns` its plural.
    Noun(&'static str),
}

/// A noun as a value of a text.
#[derive(Clone, Copy, Debug)]
pub struct Noun(pub &'static str);

impl From<Noun> for Value {
    fn from(noun: Noun) -> Self {
        Self::Noun(noun.0)
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
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
    // the file
    no_file(file);
    no_file_hint();
    no_home();
    file_exists(file);
    file_exists_hint();
    use_force();
    file_is_link(file);
    file_is_link_hint();
    not_a_file(file);
    no_folder(folder);
    not_a_network(file);
    not_a_database();
    not_a_network_hint();
    file_newer(file, version, known);
    file_newer_hint();
    file_torn(file);
    file_torn_hint();
    file_busy();
    file_busy_hint();
    file_damaged(error);
    file_damaged_hint();
    file_not_writable();
    file_not_writable_hint();
    disk_full();
    disk_full_hint();
    journal_mode(mode);
    output_is_network(file);
    // values
    empty_value();
    not_a_code(text);
    not_a_code_hint();
    not_a_category_code(text);
    not_a_category_code_hint();
    not_a_day(text);
    not_a_day_hint();
    ends_before_it_begins(since, until);
    not_a_period(text);
    not_a_period_hint();
    not_a_number(text);
    not_a_number_hint();
    too_many_minutes(text);
    too_many_minutes_hint();
    not_a_coordinate(text);
    not_a_coordinate_hint();
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
    row_needed(noun, code, other, count);
    row_needed_hint();
    circle(noun, code, parent);
    must_have(noun, field);
    missing(noun, fields);
    see_help(command);
    nobody_answers();
    nothing_to_change(noun);
    // what was done
    added(noun, code);
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
    no_setting(name);
    setting_set(name, value);
    setting_cleared(name);
    // rules of the domain
    coarser_of_another_list(list);
    assignment_needs_one_place();
    assignment_needs_one_place_hint();
    attendances_out_of_range(count, most);
    returning_above_attendances(returning, attendances);
    tally_above_attendances(list, sum, attendances);
    // sheets
    sheet_refused(file, count);
    sheet_refused_hint();
    // Import
    imported(noun, new, changed, same);
    restored(noun, count);
    made_on_the_way(noun, count);
    dry_run();
    more_faults(count);
    no_sheet(file);
    no_sheet_hint();
    sheet_empty();
    sheet_is_workbook();
    sheet_is_utf16();
    sheet_is_database();
    save_as_csv();
    not_utf8();
    not_utf8_hint();
    sheet_too_wide(most);
    sheet_too_wide_hint();
    cell_too_long(most);
    unclosed_quote();
    unclosed_quote_hint();
    surplus_cell(count);
    surplus_cell_hint();
    heading_twice(heading);
    row_twice(line);
    row_twice_hint();
    not_toml(error);
    not_toml_hint();
    mapping_expects(key, form);
    mapping_one_origin(column);
    mapping_of_another_noun(named, noun);
    mapping_needs_sender();
}
