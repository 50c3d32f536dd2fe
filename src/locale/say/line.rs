//! Texts: what is said of the line, of the user's own settings, and on pages of help.

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
}
