# What the program says, in English. What code names (nouns, verbs, fields) is English in the code itself.

## How refusals begin

error = error
hint = hint
failed = { $error }

## What the line says

no_flag = there is no flag `{ $flag }` here
no_command = there is no command `{ $command }` here
command_missing = a command is missing
arguments_missing = something is missing: { $arguments }
word_too_much = `{ $word }` is one word too many
value_missing = a value is missing
value_too_much = takes no value, or fewer values (`{ $value }`)
given_twice = may be given only once
not_together = cannot be given together with { $others }
not_unicode = the command line holds characters that are not Unicode text

## The user's own settings

config_unreadable = your settings `{ $file }` cannot be read: { $error }
config_broken = your settings `{ $file }` cannot be understood (line { $line })
config_broken_hint = it may hold two lines: language = "hu" (or "fi", "en") and plain = true

## Pages of help

help_usage = Usage
help_command = COMMAND
help_statistic = STATISTIC
help_statistics = Statistics
help_flags = flags
help_records = Records
help_commands = Commands
help_arguments = Arguments
help_fields = Fields
help_filters = Filters
help_filtering = Texts match where they contain what is given, upper or lower case, with accents or without; an area, with all areas below it; a class, with all that it takes in.
help_output = Output
help_everywhere = For every command
help_examples = Examples
help_more = More on each: { $command }
help_values = possible: { $values }
help_required = required
help_list = its codes: tukipont category list { $list }
help_else = else `{ $value }`
help_else_today = else today
help_else_setting = else the setting `{ $setting }`

## The file

no_file = there is no file `{ $file }`
no_file_hint = name one with --db FILE or TUKIPONT_DB; `tukipont init` makes a new one
no_home = this system has no folder for your data
file_exists = `{ $file }` is there already
file_exists_hint = choose another name; `init` never writes over a file
journal_of_another = `{ $file }` lies there, left by a command on another file of that name
journal_of_another_hint = move it away or choose another name; whoever opened the new file next would damage it
use_force = choose another name, or put the new file in its place with --force
file_is_link = `{ $file }` is a link
file_is_link_hint = name the file that it leads to
not_a_file = `{ $file }` is not an ordinary file
no_folder = there is no folder `{ $folder }`
no_folder_hint = make the folder first, or choose another one
other_output = choose another name for the output
not_a_network = `{ $file }` is not a network file
not_a_database = the file is not a database
not_a_network_hint = a network file is made by `tukipont init`; a sheet is read by `import`
file_newer = `{ $file }` was written by a newer version (schema { $version }; this one knows { $known })
file_newer_hint = install the newer version here too
file_was_wal = the file was in WAL mode, in which a copy of it can lack the newest rows; it is in DELETE mode again
file_torn = `{ $file }` was copied while a command was running, and is not whole
file_torn_hint = copy it again from where it is kept, together with the file whose name ends in -journal, if there is one
file_busy = somebody else is writing to the file
file_busy_hint = try again in a moment
file_damaged = the file is damaged: { $error }
file_damaged_hint = leave it as it is, and go on with a copy made earlier: tukipont backup --list, then tukipont restore
file_unreachable = the file could not be read or written: { $error }; nothing was changed
file_unreachable_hint = is the disk full, or the stick pulled out? put that right and repeat the command
file_not_writable = the file or its folder cannot be read or written
file_not_writable_hint = copy it to a folder that is yours, or ask for the right to write
disk_full = the disk is full; nothing was changed
disk_full_hint = make room and repeat the command
journal_mode = the file cannot be opened safely (journal mode { $mode })
output_is_network = `{ $file }` is the network file itself

## Values

empty_value = a value must not be empty
empty_value_hint = write something, or leave the field out; `edit --clear` empties a field
not_a_code = `{ $text }` is not a code
not_a_code_hint = a code has letters without accents, digits, and - . _
not_a_category_code = `{ $text }` is not the code of a category
not_a_category_code_hint = write the list, a colon and the code: age:60-74
not_a_day = `{ $text }` is not a day of the calendar
not_a_day_hint = write 2026-11-21, 2026. 11. 21. or 21.11.2026
ends_before_it_begins = it would end ({ $until }) before it begins ({ $since })
ends_before_it_begins_hint = change one of the two days
not_a_period = `{ $text }` is not a period
not_a_period_hint = write 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31 or 2023-04-01/P1M, or a month by its name: Nov-26, November 2026; years are 1900 to 2199
not_a_number = `{ $text }` is not a whole number
not_a_number_hint = write digits only; where it is unknown, leave it out
too_many_minutes = `{ $text }` is more than a day, or not a duration
too_many_minutes_hint = write minutes (90) or hours and minutes (1:30), at most 1440 minutes
too_many_days = `{ $text }` is not a number of days
too_many_days_hint = write a number from 1 to 366
not_a_coordinate = `{ $text }` is not a coordinate
not_a_coordinate_hint = write degrees (47.273944) or millionths of a degree (47273944)
not_opening_hours = `{ $text }` is not in the syntax of opening hours
not_opening_hours_hint = write Mo-Fr 09:00-17:00; Sa off, or 24/7; free words stand in quotation marks
not_a_phone = `{ $text }` is not a telephone number with its country
not_a_phone_hint = write +36 30 123 4567 or +358 40 123 4567
not_an_email = `{ $text }` is not an e-mail address
not_an_email_hint = write name@example.org
not_a_language = `{ $text }` is not a language
not_a_language_hint = write an ISO 639 code: hu, fi, sv, en
not_a_tally = `{ $text }` is not a tally
not_a_tally_hint = write each band once, with its count: age:60-74=3 sex:female=2
not_one_of = `{ $text }` is not possible here
possible_values = possible: { $values }

## Rows

id = Id
yes = yes
no = no
about = Tukipont { $version }: a digital-support network in one file.
    Areas of Hungary: Hungarian Central Statistical Office, gazetteer 2024, CC BY 4.0 ("Forrás: KSH"); coordinates from the package magyar 4.2.0, MIT.
    Areas of Finland: Statistics Finland, CC BY 4.0; population 2022; coordinates are the centroid of the largest polygon.
    The program itself: MIT licence. It sends nothing anywhere.
no_rows = nothing found
no_row = there is no { $noun } `{ $text }`
no_category = there is no `{ $text }` in the list `{ $list }`
no_field = there is no field `{ $field }`
did_you_mean = did you mean { $text }?
list_them = `tukipont { $noun } list` shows what there is
one_of = which one: { $rows }
ambiguous = more than one { $noun } is called `{ $text }`
whole_id_needed = `{ $text }` is only the beginning of the id of one { $noun }; a command that writes needs all of it
code_taken = { $noun } `{ $code }` is there already
code_taken_hint = choose another code, or change that row: tukipont { $noun } edit { $code }
row_needed = { $noun } `{ $code }` is still needed; rows that refer to it: { $rows }
row_needed_hint = change or remove those first; a point that closes keeps its history: edit --status closed
circle = { $noun } `{ $code }` would stand under itself (through `{ $parent }`)
circle_hint = choose a parent that does not stand below it
must_have = { $field } must have a value ({ $noun })
must_have_hint = give it a value, or leave it as it is
missing = something is missing: { $fields } ({ $noun })
see_help = tukipont { $command } --help
see_all = all commands: tukipont --help
nobody_answers = the input ended before all was answered
nothing_to_change = nothing to change was named ({ $noun })
given_and_cleared = `--{ $field }` is given and cleared at once

## What was done

added = added { $noun } `{ $code }`
changed = changed { $noun } `{ $code }`
nothing_changed = nothing changed: { $noun } `{ $code }` was like that already
lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
removed = removed { $noun } `{ $code }`
renamed = renamed { $noun } `{ $from }` to `{ $to }`
exported = wrote { $nouns } ({ $count }) to `{ $file }`
network_made = made `{ $file }`: areas ({ $areas }), categories ({ $categories })
network_made_hint = name it with --db FILE or TUKIPONT_DB; then: tukipont point add

## Settings

setting = Setting
value = Value
travels = Travels with the network
meaning = Meaning
setting_set = set { $name } to `{ $value }`
setting_cleared = cleared { $name }

## Rules of the domain

coarser_of_another_list = the coarser class must be of the same list (`{ $list }`)
assignment_needs_one_place = an assignment is to exactly one point, area or organisation
assignment_needs_one_place_hint = give one of --point, --area, --organisation
attendances_out_of_range = attendances must be from 1 to { $most } (given: { $count })
returning_above_attendances = more returning ({ $returning }) than attendances ({ $attendances })
tally_above_attendances = the tally of `{ $list }` adds up to more ({ $sum }) than the attendances ({ $attendances })
figures_hint = correct the figure, or the attendances; what is unknown is left out

## Sheets

sheet_refused = `{ $file }` was not taken; faults: { $count }; nothing was changed
sheet_refused_hint = mend the sheet and import it again
mapping_refused = `{ $file }` cannot be used; faults: { $count }; nothing was changed
mapping_refused_hint = mend the mapping and import the sheet again

## Mentors and leads

assigned = assigned `{ $who }` to `{ $place }` since { $since }
assigned_already = this assignment holds already (`{ $id }`)
assigned_already_hint = to change its days: tukipont assignment edit { $id }
not_assigned = `{ $person }` is not assigned to a point
several_assignments = `{ $person }` is assigned to more than one point
which_point = say which with --point: { $points }
not_leading = `{ $who }` leads no area
several_areas = `{ $who }` leads more than one area
which_area = say which with --area: { $areas }
released = released `{ $who }` from `{ $place }`; last day: { $until }
organisation_meant = `{ $code }` is an organisation: give it as --organisation { $code }
no_lead_here = areas like `{ $area }` have no lead
no_lead_here_hint = leads are assigned to a county, a region or the country; for anything else: tukipont assignment add
point_without_mentor = no mentor is assigned to `{ $point }`
point_without_area = `{ $point }` has no area, so no lead stands above it: tukipont point edit { $point } --area AREA
point_name = Name of the point

## Check

check_sound = nothing found: all is as it should be
check_found = findings: { $count }
kind_of_record = Record
code = Code
finding = Finding
leads_nowhere = refers to a row that is not there ({ $noun })
unknown_category = holds a code that no list has: `{ $code }`
without_assignment = works for the network without an assignment
without_mentor = open without a mentor
region_of_counties = gathers { $count } counties, not { $wanted }

## Statistics

dimension = { $name ->
    [month] Month
    [quarter] Quarter
    [half-year] Half-year
    [year] Year
    [week] Week
    [region] Region
    [county] County
    [municipality] Municipality
    [mode-class] Class of mode
    [topic] Topic
    [topic-class] Class of topic
    [age] Age
    [sex] Sex
    [work] Work status
    [target] Target group
   *[other] { $name }
    }
measure = { $name ->
    [sessions] Sessions
    [first-visits] First visits
    [returning-unknown] Attendances, returning unknown
    [minutes-unknown] Sessions, minutes unknown
   *[other] { $name }
    }
share_of = { $name ->
    [sessions] Share of { $whole } sessions
    [attendances] Share of { $whole } attendances
    [returning] Share of { $whole } returning
    [first-visits] Share of { $whole } first visits
    [minutes] Share of { $whole } minutes
   *[other] { $name } ({ $whole })
    }
no_dimension = nothing is counted by `{ $name }`
unknown_member = unknown
not_stated = not stated
total_row = total
no_share_of = leave out --share { $name }, or choose --share attendances
tally_divides_attendances_only = { $list }: only attendances are counted, since a tally does not tell whose minutes or visits they were
tallies_do_not_cross = { $first } and { $second } cannot be crossed: of the sessions chosen, { $count } had more than one attendance, and their tallies do not tell who was both
tallies_do_not_cross_hint = count by one of them, or only sessions with one person: --attendances 1
sum_of_mentions = a session counts under each of its topics: the rows add up to { $sum } sessions and { $sum_attendances } attendances, which are mentions; in fact there are { $sessions } sessions and { $attendances } attendances
sum_of_mentioned_attendances = a session counts under each of its topics: the rows add up to { $sum } mentions; in fact there are { $attendances } attendances
returning_not_told = sessions that do not say how many returned: { $sessions } (attendances: { $attendances }); these are neither returning nor first visits (--unknown shows where)
minutes_not_told = sessions that do not say how long they lasted: { $sessions } (--unknown shows where)
statistic_written = wrote the statistic to `{ $file }`

## The demo

demo_file = A network file: the areas of Hungary, and lists of topics, modes of support, age bands and so on
demo_points = Who keeps points, and where people are helped
demo_people = Who helps where, and whom a point turns to
demo_sessions = A session typed at the desk: the usual point and mentor are filled in
demo_sheet = A sheet that came by mail: looked at first, then taken; a second time it would count nothing twice
demo_figures = The month's figures, for people and for the funder
demo_done = left here: { $files }; look around with --db demo.db, for instance: tukipont --db demo.db session list
demo_again_hint = the demo writes over nothing: remove what it left, or run it in another folder
## Import

imported = { $nouns }: { $new } new, { $changed } changed, { $same } same
guards_taken_off = apostrophes taken off that kept texts from being formulas: { $count }
mapping_begins = A first mapping of { $file }: look at every line before it is used
mapping_sender = whose sheet this is, for instance example.org
mapping_id = their column that names a row
mapping_guess = a guess
mapping_needed = needed
mapping_left = Their columns of which nothing is made:
mapping_made = wrote a first mapping to `{ $file }`; look it over, then import with --map
mapping_written = wrote the mapping to `{ $file }`
mapping_kept = kept the mapping `{ $code }`
mapping_line = line { $line } of the mapping: { $reason }
mapping_and_file = `{ $code }` is a mapping that the network keeps, and a file as well
mapping_and_file_hint = for the file write ./{ $code }
mapping_in_conflict = of the mapping `{ $code }` two versions stand beside each other
mapping_in_conflict_hint = take one: tukipont conflict show mapping { $code }
output_is_input = `{ $file }` is the sheet that is being read
workbook_ending = `{ $file }` is not called a workbook
workbook_ending_hint = let the name end in .xlsx
their_column = { $heading }
no_mapping = there is neither a file nor a kept mapping `{ $file }`
no_mapping_hint = `tukipont mapping list` shows the mappings that are kept; `tukipont mapping new` writes a first one
mapping_needs_noun = `{ $file }` does not say what the rows are
mapping_needs_noun_hint = for instance: noun = "point"
mapping_new_columns = columns of which the mapping makes nothing: { $headings }
mapping_fits = `{ $map }` fits `{ $file }`
comments_passed_over = rows that begin with # and were passed over: { $count }
blank_example = example
blank_possible = possible
blank_made = wrote an empty sheet for { $nouns } to `{ $file }`
row_changed = changed: { $noun } `{ $code }`: { $changes }
more_rows_changed = and { $count } more: tukipont history NOUN CODE tells of each
cell_lacks = `{ $text }` does not hold `{ $sign }`, behind which the value stands
cell_lacks_hint = in the mapping, after = "…" says what stands before the value; of several rules in [ ] the first that says something counts
left_out = rows that the mapping leaves out: { $count }
rejected = rows that were not taken: { $count }, in `{ $file }`
rejected_dry = rows that would not be taken: { $count }
rejects_are_csv = rows with faults are written as CSV
rejects_are_csv_hint = give the file a name that ends in .csv
not_hours_of_a_day = `{ $text }` are no opening hours of a day
not_hours_of_a_day_hint = write 09:00-12:00 / 13:30-17:00 or 9h-12h; in a mapping, [values.opening_hours] says what is meant
explained = What
found = Found
why = Why
cell = First cell
read_as = Read as
encoding = Encoding
delimiter = Delimiter
dialect = Dialect
country = Country
days_order = Days
decimal_sign = Decimals
column_called = Column { $number }: { $heading }
sheet_of_workbook = Sheet of the workbook
other_sheets = Its other sheets
as_only_sheet = no other holds anything
as_its_headings = no other has these headings
as_workbook = a number in a workbook is one
as_told = somebody says so
as_its_mark = its first bytes say so
as_plain = plain letters read alike in all
as_sound = the text is sound in it
as_country = usual in the network's country
as_the_first_row = it cuts the first row into the most cells
told_where_two_ways = where a cell can be read in two ways, it is told
as_nameless = no heading: it must be empty
as_left_out = nothing is made of it
as_mapped = by { $file }
as_its_name = its name
as_its_name_in = its name ({ $language })
restored = { $nouns } that had been removed or taken back, and are back: { $count }
values_kept = values that were changed here and stay, since the sender says nothing new of them: { $count }
still_removed = { $nouns } that were removed here and stay so: { $count }
gone = { $nouns } that the sender no longer has: { $count }
gone_of_days = { $nouns } of an earlier sheet, { $first } to { $last }, that are not in this one: { $count }
gone_hint = import the sheet once more: --gone lists them, --gone=remove removes them
gone_not_known = which rows are gone cannot be told: rows without an id were put aside, or the sheet has no row
gone_left = the { $noun } `{ $code }` stays: { $reason }
gone_removed = { $nouns } removed: { $count }
nothing_gone = nothing is gone: all that earlier sheets held is in this one
nothing_gone_of_days = nothing is gone of { $first } to { $last }; --period says which days the sheet covers
ids_without_sender = the ids in the column `{ $heading }` are not used, since nobody says whose they are
ids_without_sender_hint = --sender NAME says so: then a corrected row is known again
gone_needs_sender = whose rows are meant is not said
gone_needs_sender_hint = name the sender: --sender NAME, or sender = "…" in a mapping; only rows that came from the same sender can be gone
made_on_the_way = { $nouns } made on the way: { $count }
made_by_name = { $nouns } made on the way: { $count }: { $names }
dry_run = dry run: nothing was changed
more_faults = … and { $count } more
no_sheet = there is no file `{ $file }` to read
no_sheet_hint = look at the folder and the spelling
no_sheets = there is no sheet in the folder `{ $file }`
no_sheets_hint = the names of sheets end with one of: { $endings }
one_file_only = `--{ $flag }` is for one sheet, and this is a folder
one_file_only_hint = name one of its files
sheet_begins = `{ $file }`:
sheets_taken = sheets taken: { $count }, refused: { $refused }
sheet_empty = the sheet is empty
sheet_is = { $kind ->
    [workbook] this is a workbook, whatever its name says
    [database] this is a database, not a sheet
    [handover] this is a hand-over: tukipont handover receive FILE
    [encrypted] this is encrypted
    [document] this is a document, not a sheet
    [image] this is an image, not a sheet
   *[archive] this is an archive: unpack it
    }
not_an_encoding = there is no encoding `{ $text }`
not_an_encoding_hint = for instance utf-8, windows-1250, windows-1252, utf-16le
day_two_ways = `{ $text }` can be read as { $one } or as { $other }
day_two_ways_hint = say which comes first: --days day-first or --days month-first, in a mapping days = "day-first"
day_of_excel = `{ $text }` is Excel's number for { $day }
day_of_excel_hint = format the column as a date, and save the sheet again
number_two_ways = `{ $text }` can be read as { $one } or as { $other }
number_two_ways_hint = say what stands before decimals: --decimal comma or --decimal point, in a mapping decimal = "comma"
save_as_csv = save it as CSV UTF-8 and import that
save_as_xlsx = save it as .xlsx, without a password, or as CSV UTF-8, and import that
workbook_not_built = this program was built without workbooks (.xlsx)
workbook_not_built_hint = save it as CSV UTF-8 and import that; a program built with `cargo install --path . --features workbook` reads it as it is
workbook_not_written_hint = a program built with `cargo install --path . --features workbook` writes them; for Excel there is --dialect excel-hu or excel-fi, into a file whose name ends in .csv
workbook_unreadable = this workbook cannot be read: { $error }
workbook_unreadable_hint = open it in an office program and save it again as .xlsx, or as CSV UTF-8
workbook_too_large = this workbook holds more than can be read at once ({ $most } MB)
workbook_too_large_hint = save the sheet as CSV UTF-8 and import that
workbook_several_sheets = several sheets of this workbook may be meant: { $sheets }
workbook_several_sheets_hint = name one: --sheet NAME, in a mapping sheet = "NAME"
workbook_no_sheet = this workbook has no sheet `{ $sheet }`
workbook_its_sheets = its sheets: { $sheets }
workbook_sheet_taken = `{ $file }`: the sheet `{ $sheet }` is read; others that hold something: { $others } (--sheet names one)
workbook_written = wrote `{ $file }`: { $counts }
too_many_rows_for_workbook = a sheet of a workbook holds { $most } rows, and these are { $count }
text_too_long_for_workbook = `{ $row }`, { $column }: a cell of a workbook holds { $most } letters, and this text is longer
as_csv_instead = CSV holds all of it: give the file a name that ends in .csv
cell_failed = the formula in this cell has failed
cell_failed_hint = mend the formula, or type what it is to say
not_utf8 = the text is not in UTF-8
not_utf8_hint = save it as CSV UTF-8 and import that
sheet_too_wide = more than { $most } columns
sheet_too_wide_hint = is a line break missing?
sheet_too_wide_in_workbook_hint = delete what stands to the right of the table
cell_too_long = a cell is longer than { $most } bytes
text_too_long = a text is longer than { $most } bytes
text_too_long_hint = shorten it
unclosed_quote = a quotation mark opens here and is never closed
unclosed_quote_hint = close the quotation mark, or double one that belongs to the text
surplus_cell = a cell too many: the headings name { $count } columns
surplus_cell_hint = if it means nothing, name it in the mapping: empty = ["…"]
nameless_cell = a cell without a heading
nameless_cell_hint = give the column a heading, or empty it
heading_twice = the heading `{ $heading }` stands more than once
unknown_headings = headings that are no fields ({ $noun }): { $headings }
unknown_headings_hint = somebody else's sheet needs a mapping: --map FILE, a TOML file that begins with [columns] and one line a field, name = "their heading"
headings_mixed = the headings mix languages, and some are no fields ({ $noun }): { $headings }
headings_in_language_hint = its other headings are, in one language: { $headings }; somebody else's sheet needs a mapping: --map FILE
column_missing = the sheet has no column `{ $column }`, which every new row needs ({ $noun })
column_missing_hint = add the column, or give the value in a mapping: --map FILE
row_twice = the same row stands in line { $line } already
row_twice_hint = leave one of them out
row_twice_otherwise = line { $line } is about the same, and says `{ $text }`
row_twice_otherwise_hint = leave the wrong one out
said_otherwise = the sheet `{ $file }` of this folder says `{ $text }`
said_otherwise_hint = that one was taken; if this one is right, import it by itself
not_toml = not TOML: { $error }
not_toml_hint = a mapping file is written in TOML: key = "value"
mapping_expects = `{ $key }` is written { $form }
mapping_one_origin = `{ $column }` needs exactly one of: column, value, template
mapping_of_a_cell = `{ $key }` says how a cell reads, and stands beside column = "…" only
mapping_of_another_noun = the mapping is for { $named }, not for { $noun }
mapping_needs_sender = whose ids these are must be said: sender = "…", or --sender
mapping_no_column = there is no column `{ $heading }` in the sheet
mapping_fixed_value = for a fixed value write `{ $column } = {"{"} value = "{ $value }" {"}"}`
mapping_not_mapped = no column is mapped to `{ $column }`
mapping_not_mapped_hint = every new row needs it ({ $noun }): `{ $column } = "their column"` or `{ $column } = {"{"} value = "…" {"}"}`
mapping_value = in the mapping: [values.{ $column }] "{ $text }" = "…"
mapping_value_of = in the mapping: [values.{ $column }] "{ $text }" = "…", possible: { $values }
mapping_value_near = did you mean { $near }? in the mapping: [values.{ $column }] "{ $text }" = "…"
mapping_create = `tukipont { $noun } list` shows what there is; with [create.{ $column }] in the mapping it is made
mapping_create_near = did you mean { $near }? with [create.{ $column }] in the mapping a new one is made

## What holds together

added_with = added { $noun } `{ $code }`; filled in: { $filled }
setting_needed = `{ $name }` must have a value
setting_needed_hint = change it: tukipont setting set { $name } VALUE
row_unreadable = { $noun } `{ $code }` holds what this program never writes
row_unreadable_hint = another program has changed the file; go back to a copy, or put the value right there
refers_to_nothing = a row refers to a { $noun } that is nowhere (`{ $id }`)
refers_to_nothing_hint = the file is incomplete; nothing was changed
role_does_not_fit = `{ $role }` does not fit the area `{ $area }`
role_does_not_fit_hint = a county-lead leads a county, a regional-lead a region; a coordinator or contact fits any
role_of_a_point = `{ $role }` is a role at a point, held by a person
left_but_assigned = no longer works for the network but is still assigned
closed_with_mentor = closed, but a mentor is still assigned
assigned_twice = assigned twice to `{ $place }` for the same time
sessions_in_future = sessions dated after today: { $count }
sessions_while_not_open = sessions before it opened or after it closed: { $count }
sessions_in_old_category = sessions on days when it was not in use: { $count }

## History and undo

done = { $done }; undo: tukipont undo
when = When
site = Site
command = Command
rows = Rows
fields = Fields
field = Field
before = Before
after = After
number = No
by_the_program = the program
row_removed = removed
row_back = back again
stayed_elsewhere = personal fields: they stayed elsewhere
personal_erased = personal fields: erased
history_conflict = versions disagree: tukipont conflict show { $noun } { $code }
undone = took back `{ $command }`: { $counts }
undone_setting = took back `{ $command }`
left_alone = left as it is: { $noun } `{ $code }`: { $reason }
left_changed_since = it has been changed since
left_refers_to_nothing = it refers to a row that is no longer there
left_code_taken = another row has its code by now
left_needed = rows made since refer to it: { $counts }
left_elsewhere = another file had said the same before, so it stays: { $counts }
more_left = … and { $count } more
nothing_to_undo = there is nothing to take back
nothing_to_undo_of = nothing of `{ $command }` can be taken back
nothing_to_undo_hint = `tukipont undo --list` shows the commands, `tukipont history` all that happened
cannot_undo = `{ $command }` cannot be taken back
cannot_undo_no_copy = what was erased is gone for good
no_such_command = there is no command number { $number }
no_copy_kept = no copy of the file as it was before is left

## Files from elsewhere

foreign_is_wal = `{ $file }` is in another journal mode (WAL), and may be incomplete by itself
foreign_is_wal_hint = open it once with tukipont where it is kept, for instance: tukipont --db FILE point list
foreign_has_journal = a command is running on `{ $file }`, or was interrupted
foreign_has_journal_hint = wait until it is done, or open the file once where it is kept: tukipont --db FILE point list
foreign_schema = `{ $file }` holds other tables than a network file of its version
foreign_damaged = `{ $file }` is damaged
foreign_value = `{ $file }` holds a longer value than any network file
foreign_refused_hint = nothing was taken from it; ask for it once more where it comes from
foreign_row = `{ $file }` holds a row that no network file can hold: { $noun } `{ $id }`; { $reason }
foreign_setting = `{ $file }` holds a setting that no network file can hold: { $setting }
foreign_log = the log of `{ $file }` holds what no program writes
foreign_log_differs = the log of `{ $file }` does not tell of a command what this file knows of it
version_value = a value of it cannot be read
version_digest = its digest does not fit what it says
version_parents = its versions do not follow from one another
version_clock = its clock is out of range
version_command = the command that made it is not in the log
version_field = the field { $field } cannot be like that
version_target = the field { $field } refers to a row that is not in the file
version_count = it has more than { $most } versions

## Between files

merged = merged `{ $file }`
merged_new = new: { $counts }
merged_changed = changed: { $counts }
merged_same = same: { $counts }
merged_nothing = `{ $file }` holds nothing new
merged_setting = set elsewhere, and now here: { $name } to `{ $value }`
merged_setting_cleared = cleared elsewhere, and now here: { $name }
would_erase = `{ $file }` would erase here and in the copies beside the file what was erased elsewhere: { $counts }
would_erase_question = Erase what tells of a person here too?
merged_erased = erased here too, as elsewhere: { $counts }
merged_conflicts = open conflicts: { $count }; tukipont conflict list
merged_shared = rows that share their code with another: { $count }; tukipont check
merged_twin = another copy of the file works under this one's code: give one of them its own with tukipont setting set site CODE
copy_kept = the file as it was before: tukipont restore { $file }
copy_kept_without = the file as it was before, but for what was erased: tukipont restore { $file }
merge_with_itself = `{ $file }` is the network file itself
other_file_hint = name the other file
copy_failed = no copy of the file could be kept, so nothing was done: { $cause }
copy_failed_hint = make room on the disk, or give --no-backup: then it cannot be taken back
versions = Versions
version_shown = 1 (shown)
version_beside = { $number }
no_conflict = no open conflict: { $noun } `{ $code }`
no_conflict_hint = `tukipont conflict list` shows those that there are
take_one = take one: tukipont conflict resolve { $noun } { $code } --take N
conflict_of_pair = whether { $noun } `{ $code }` and `{ $other }` are one: tukipont join { $name } { $code } { $other }, or the same with --different
no_such_version = there is no version { $number }; there are { $count }
conflict_resolved = took version { $number } of { $noun } `{ $code }`
join_with_itself = both names mean the same row ({ $noun })
decided_already = that is so already: { $noun } `{ $code }`, `{ $other }`
decided_hint = `tukipont join list --decided` shows the decisions
not_decided = nobody has decided on these: { $noun } `{ $code }`, `{ $other }`
one_through_others = still one, by decisions on other rows: { $noun } `{ $code }`, `{ $other }`
were_held_apart = these would be one with them, and somebody has said that they are two: { $noun } `{ $code }`, `{ $other }`
were_held_apart_hint = if they are one after all: tukipont join undo { $noun } { $code } { $other }
given_back = no longer taken from the other: { $noun } `{ $code }`: { $fields }
joined = joined: { $noun } `{ $code }` stands for `{ $other }` too
joined_with = joined: { $noun } `{ $code }` stands for `{ $other }` too; taken from that: { $fields }
join_differences = they differ, and `{ $code }` keeps its own: { $fields }
held_apart = remembered: { $noun } `{ $code }` and `{ $other }` are two
join_undone = decision taken back: { $noun } `{ $code }`, `{ $other }`
other_code = Other
name = Name
other_name = Name of the other
score = Score
reasons = Reasons
reason = { $name ->
    [name] same name
    [similar-name] similar name
    [phone] same phone
    [email] same e-mail
    [near] near each other
    [area] same area
   *[other] { $name }
    }
join_how = one thing: tukipont join NOUN CODE OTHER; two: the same with --different
verdict = Decision
verdict_same = the same
verdict_different = two
not_a_handover = `{ $file }` is no hand-over
handover_is_network = it is a whole network file: tukipont merge FILE
handover_is_encrypted = it is encrypted: age --decrypt --identity KEY { $file } | tukipont handover receive -
handover_damaged = `{ $file }` is not as it was made: its digest does not hold
handover_unsigned = `{ $file }` does not say what it is
handover_made = wrote `{ $file }`: { $counts }
handover_made_empty = wrote `{ $file }`; nothing is new since the last one
handover_made_empty_since = wrote `{ $file }`; nothing is new since { $day }
handover_missing = an earlier hand-over from `{ $site }` is missing; whoever works there makes up for it: { $command }
handover_without_people = names, phones, addresses and notes on people and sessions stay here, what reports say goes along; --people sends all
handover_with_people = names, phones, addresses and notes are in it: send it encrypted, for instance: age --encrypt --recipient KEY
handover_first = nothing was sent like this before, so everything goes
no_text_for_a_terminal = a hand-over is no text, and would be printed on the screen
no_text_for_a_terminal_hint = name a file with -o FILE, or pipe it into another program
since_hint = write last, for what is new since the last one, or a day: 2026-11-21, 21.11.2026 or 2026. 11. 21.
direction = { $name ->
    [sent] sent
   *[received] received
    }
direction_heading = Direction
recipient = For
people = With personal data
contents_digest = Digest
digest_holds = Digest holds
network_name = Network
received_when = Received
only_what_is_new = Only what is new
network_is_handover = it is a hand-over: tukipont handover receive FILE
received = took in `{ $file }`

## Privacy

not_confirmed = it was not confirmed, so nothing was done
not_confirmed_hint = it cannot be taken back; give --yes if it is meant
yes_or_no = yes/no
erase_question = Erase what tells of a person from every version of { $noun } `{ $code }`?
erased = erased what tells of a person: { $noun } `{ $code }`; this cannot be taken back
erased_already = erased already: { $noun } `{ $code }`
erased_notes = notes erased with it: { $count }
erased_copies = copies of the file in which it was erased too: { $count }
copy_not_erased = `{ $file }` could not be opened and may still hold it: delete it
leftover_removed = removed what an interrupted command had left: `{ $file }`
mentioned = mentioned in { $noun } `{ $code }`: { $field }
mentioned_hint = such fields are left as they are: they are changed with edit or rename
mentioned_in_note_hint = notes are left as they are: --notes erases such notes too
mentioned_earlier_hint = what an earlier version says stays in the history of its row
told_by_handover = { $people ->
    [yes] a hand-over of { $moment } held it, with name and phone: { $who }; whoever has that must be told
   *[no] a hand-over of { $moment } held it, without name and phone: { $who }
}
nobody_named = recipient not named
was_erased = what tells of a person was erased and cannot be entered again: { $noun } `{ $code }`
was_erased_hint = if it is somebody else, add a new one: tukipont { $noun } add
was_erased_leave_hint = the other fields can be edited; this one stays empty
note_may_hold = the note may hold { $kinds }; notes are no place for that, and undo keeps what was typed: tukipont session erase ID takes it out for good
notes_may_hold = notes that may hold { $kinds }: { $count }, the first in line { $line }; notes are no place for that: tukipont session erase ID takes one out for good
private_data = { $kind ->
    [phone] a telephone number
    [email] an e-mail address
   *[identity-number] an identity number
    }
months = Months
due = Due
oldest = Oldest
retention_unset = kinds of record without a period are kept for good: tukipont setting set retention-person MONTHS
retention_question = Erase what tells of a person from { $counts }?
retained = erased what tells of a person: { $counts }; this cannot be taken back
nothing_due = nothing is due
earlier_version = an earlier version
earlier = Earlier version
retention_due = due: { $counts }
dossier_written = wrote `{ $file }`: it holds personal data, and is for that person only
dossier_now = What is on record
dossier_history = What was on record, and who changed it
dossier_of = { $nouns }
dossier_once = { $nouns }, as they were before they were removed or changed
dossier_joins = Decisions on whether it is the same as another
dossier_mentions = Mentions in other rows
dossier_handovers = Hand-overs that held it
text = Text

## Copies

copy_made = made a copy: `{ $file }`
before_what = Before
bytes = Bytes
file = File
no_such_copy = there is no copy number { $number }
no_such_copy_hint = `tukipont backup --list` shows the copies
other_copy_hint = take another copy: tukipont backup --list
restore_question = Put `{ $file }` in place of the file as it is now?
restored_from = restored from `{ $file }`
copies_hint = `tukipont backup --list` shows the copies beside the file
restored_site = this copy of the file is now `{ $site }`, and was `{ $before }` before: tukipont setting set site { $before }
restored_anew = there was no sound file, so `{ $file }` was put in its place
restored_hint = what others have received meanwhile comes back when files meet again
set_aside = the damaged file is kept as `{ $file }`

## The doctor

what = What
comes_from = Comes from
program_version = Program
schema_known = Schema it writes
sqlite_version = SQLite
language = Language
plainly = Plain
config_file = Your own settings
network_file = Network file
schema_of_file = Schema of the file
commands_in_log = Commands in the log
copies_beside = Copies beside it
leftover = Left over
setting_named = Setting { $name }

## Soundness

pages_damaged = damaged: { $fault }
left_over = left over beside the file: { $file }
shows_something_else = shows something else than its versions say
open_conflict = its versions disagree: tukipont conflict list
deleted_but_needed = was removed elsewhere, but rows here refer to it
shares_its_code = another row has the same code; rename one of them
perhaps_the_same = perhaps the same as `{ $code }` ({ $score } of 100): tukipont join list
has_sent_nothing = has sent no hand-over yet
has_not_sent_since = has sent no hand-over since { $day } (days: { $days })

## Reporting

row_is_there = there is such a { $noun } already: `{ $code }`
row_is_there_hint = change it: tukipont { $noun } edit { $code }
key_stays = by this a { $noun } is known, so it never changes
key_stays_hint = remove it and add another: tukipont { $noun } add
not_a_periodicity = `{ $text }` does not say how often
not_a_decimal = `{ $text }` is no number
not_a_decimal_hint = write digits with at most six decimals: 12.5
not_a_question_code = `{ $text }` is not the code of a question
not_a_question_code_hint = write the form, a slash and the code: monthly.2/visitors
question_of_another_form = the question `{ $code }` is not called after the form `{ $form }`
question_of_another_form_hint = let its code begin with `{ $form }/`, or name the form that it begins with: --form
most_below_least = the most is below the least
most_below_least_hint = exchange the two: --least, --most
scale_needs_bounds = a scale needs a least and a most, both whole
scale_needs_bounds_hint = give both, for instance: --least 0 --most 5
choice_needs_list = a choice, and nothing else, needs a list
choice_needs_list_hint = name one for the kinds choice and choices (--list), none for others; tukipont category list shows them
figure_is_a_count = a figure of the activity log can fill a count only
figure_is_a_count_hint = let the question be a count (--kind count), or leave --figure out
respondent_is_a = this form is asked of one { $noun }, and of nobody else
respondent_is_a_hint = name one in its own column or flag, --{ $respondent }, and leave those of all others empty
respondent_is_nobody = on this form nobody is named
respondent_is_nobody_hint = leave the point, organisation, area and person empty; --submission tells the sheets apart
period_not_of_form = the form `{ $form }` does not take the period `{ $period }`
form_not_asked_then = the form `{ $form }` was not asked in `{ $period }`
another_version_hint = another version of the form may be meant: tukipont form list
needs_reason = what is returned or corrected needs a reason
needs_reason_hint = say what is wrong: --reason TEXT, in a sheet in the column for it
answer_out_of_range = `{ $text }` is out of range: { $least } to { $most }
answer_out_of_range_hint = where it is unknown, leave it out; what is asked: tukipont question show { $code }
not_money = `{ $text }` is no amount of money: at most two decimals
not_money_hint = write it without a currency: 1250.50
not_yes_or_no = `{ $text }` is neither yes nor no
not_yes_or_no_hint = write yes or no
point_was_closed = the point `{ $code }` was not open in `{ $period }`
report_is_locked = the report { $report } is locked
report_is_locked_hint = a coordinator corrects it with a reason: tukipont report correct
form_has_answers = the form `{ $form }` has answers, so what it asks stays as it is
form_has_answers_hint = ask otherwise with a new version: tukipont form add, with the next number behind the point
nobody_owes_for_hint = tukipont report missing --form { $form } shows for which periods it is owed
nobody_owes_for = nobody owes the form `{ $form }` for the period `{ $period }` as a whole
reported_twice = { $report }: there is another report for the same period, of a point that is the same; one of them counts: tukipont report remove
nothing_answered = nothing is answered in the sheet
blanks_made = wrote sheets to fill in: { $count }, into `{ $folder }`
is_needed = an answer is needed
possible_answers = Possible answers
no_such_list_hint = tukipont category list shows the lists; tukipont category add { $list }:CODE makes one
no_such_list = there are no categories in a list `{ $list }`
submission_is_there_hint = leave --submission out, or use another; to change that one: tukipont answer list --submission { $code }
submission_is_there = a sheet `{ $code }` is there already
note_needs_answer_hint = answer it too: --answer KEY=VALUE
answer_replaced = `{ $question }`: `{ $before }` → `{ $now }`
total_to_come = periods that are not over and not owed yet: { $count }
not_asked_hint = tukipont form show { $form } has the area and the kinds that are asked
not_asked = the { $noun } `{ $code }` is not asked by the form `{ $form }`
nobody_beside_hint = --about shows the sheets about one thing, from eight up
nobody_beside = nobody signs this form, so no sheet stands beside the others
shares_are_of_rounded = shares are those of the rounded counts
changed_behind_lock = answers of the locked report { $report } were changed in another copy without a correction; tukipont history and tukipont report correct
answer_without_report = the answer belongs to no report, so it does not count; tukipont report submit sends one
no_report_to_take = no report there is { $statuses }: nothing was changed
reports_are_now = reports that are now `{ $status }`: { $count }
period_is_far_hint = look at the year
period_is_far = the period `{ $period }` has not begun, or is far from now
period_lacks = the form `{ $form }` is asked for a period
signed_without_submission_hint = leave submission empty
signed_without_submission = the form `{ $form }` is signed: there is one report for a period
submission_lacks_hint = fill in submission; tukipont report submit makes the code
submission_lacks = nobody signs this form, so each sheet needs a code of its own
was_not_there_hint = tukipont { $noun } show { $code } tells from when until when
was_not_there = the { $noun } `{ $code }` was not there in `{ $period }`
no_single_people_hint = leave out --by or --publish
no_single_people = what single people answered is not published
does_not_add_up_hint = report choices counts choices, report spread shows scales, tukipont answer list --question { $question } the texts
does_not_add_up = answers to `{ $question }` do not add up
total_unreadable = answers that are not as their question wants them, and not counted: { $count }; tukipont check names them
total_coarser = respondents who told of a longer time than this, whose figures are not in the sum: { $count }
others_beside = the figures are of all others; the last column has the own answer, of an area the middle one of those in it
note_needs_answer = a note stands beside an answer, and `{ $question }` has none
question_not_of = the question `{ $question }` is not on the form `{ $form }`
sheet_of_another_hint = tukipont report import takes sheets of whatever report they are
sheet_of_another = `{ $called }` stands in the sheet, and not on the line
sheet_lacks_hint = tukipont report blank makes a sheet to fill in
sheet_lacks = the sheet has no column `{ $column }`
compliant_of_assessed = Meet all, of those assessed
not_compliant = Do not meet all
compliant = Meet all
assessed = Assessed
is_overdue = Overdue
requirements_unmet = Not met
requirements_open = Not answered
requirements_met = Met
no_requirements_hint = tukipont form list --kind requirements shows those; report choices counts the answers of any form
no_requirements = the form `{ $form }` is no list of requirements
share_of_answers = Share of those who answered
times_chosen = Times chosen
chosen_answer = Answer
nothing_to_choose = no question `{ $question }` has answers to choose among
unsigned_is_rounded = nobody signed these: counts are rounded to the nearest 5, means to one decimal, and extremes are left out
periods_differ = answers for periods of different lengths stand side by side: { $periodicities }
silent_and_more = did not answer ({ $count }): { $names } and others; all of them: tukipont report missing --form { $form }
silent = did not answer ({ $count }): { $names }
not_a_subject_hint = write the noun, a colon and the code or id: session:4hd1s8jrd27v0, point:K1, area:HU332
not_a_subject = `{ $text }` does not say what it is about
versions_reported = also reported in other versions: { $forms }; `--form { $form }` adds up what asks the same
versions_differ = `{ $question }` does not ask the same in all versions, so its figures do not compare: each version stands by itself
versions_of_others_hint = name one of them with its version
versions_of_others = `{ $newest }` and `{ $other }` are not asked of the same
no_such_kind = there is no kind `{ $kind }` among those who are asked
respondents_have_no_kind_hint = leave it empty, or ask points, organisations, areas or people
respondents_have_no_kind = those who are asked have no kinds
nobody_to_ask = nobody is there to be asked
nobody_to_ask_hint = give the answers on the line: tukipont report submit
fill_begins = questions: { $count }; Enter leaves an answer as it is
answered_now = now { $value }
answered_before = last period { $value }
definition = Definition
report_was_sent = the report was sent already
report_was_sent_hint = what is wrong with it is sent again, or returned: tukipont report return
prefill_unknown = left open, since some of the sessions do not say it: { $questions }
prefill_kept = left as somebody typed it: { $questions }
prefill_counted = counted sessions: { $count }; they are: { $line }
spread_is_hidden = * stands for fewer than { $least } answers, which would tell who gave them
answered = Answered
least = Least
median = Median
most = Most
mean = Mean
own_answer = Own answer
address = E-mail address
reminder_text = Text
reminder = { $name }: the { $form } has not come yet for { $periods }. Please send it, or say what hinders you.
reminder_without_address = without an address: { $count }
reminders_written = wrote reminders ({ $count }) to `{ $file }`
recheck_is_due = was to be checked again by { $day }: { $report }
total_is_of = { $form }, { $period }: reports that were sent; a respondent who sent nothing is missing, not nought
total_passed_over = reports that do not count because others tell of the same days: { $count }
total_is_rounded = * stands for 1 to 7; all other counts are rounded to 5, totals by themselves
respondent = Respondent
area_of_respondents = Area
asked_question = Question
respondents = Respondents
reporting = Reporting
not_reporting = Missing
partial = Only part
periods_sent = Periods sent
periods_owed = Periods owed
sum = Sum
nobody_owes_it = nobody in particular is asked to answer `{ $form }`
nobody_owes_it_hint = tukipont form list shows of whom each form is asked
people_have_no_area = people lie in no area
people_have_no_area_hint = leave --area out
nothing_owed = nothing of `{ $form }` is owed yet
nothing_missing = nothing is missing
county = County
lead_of_area = Lead
due_day = Due
days_left = Days
no_such_form = no form `{ $name }` comes with the program
form_is_there = the form `{ $name }` is there already, with all its questions
form_loaded = loaded the form `{ $name }`; questions: { $count }
no_report = there is no such report
no_report_hint = tukipont report list shows those that were begun or sent
status_does_not_lead_there = a report that is `{ $from }` cannot become `{ $to }`
status_does_not_lead_there_hint = it has to be one of these before: { $statuses }; the steps are: tukipont report submit, return, accept, lock
report_is_now = the report { $report } is now `{ $status }`
report_is_not_locked = the report is not locked: it can simply be sent again
report_is_not_locked_hint = tukipont report submit
report_corrected = corrected the report { $report }; answers that changed: { $count }
one_respondent = a report is of one point, organisation, area or person
one_respondent_hint = give exactly one: --point, --organisation, --area or --person; tukipont form list shows which
not_an_answer = `{ $text }` is no answer
not_an_answer_hint = write --answer KEY=VALUE, for instance --answer sessions=9
answered_twice = `{ $key }` is answered twice
answered_twice_hint = leave one of the two out
report_same = nothing changed: the report { $report } was like that already
report_kept = kept a draft of the report { $report }; answers: { $count }
report_sent = sent the report { $report }; answers: { $count }
answers_lack = the report { $report } lacks answers to: { $questions }
answers_lack_hint = answer them, or keep a draft: tukipont report submit --draft
other_version_hint = answer them too, or keep to one version of the form: the sheet also answers { $form }

## Standards

standard_not_this = not a sheet of the standard `{ $standard }`: it has no column { $headings }
standard_not_this_hint = a sheet of somebody's own needs a mapping: tukipont mapping new
standard_passed_over = columns of the standard that have no place here and are passed over: { $headings }
standard_unknown_columns = columns that the standard `{ $standard }` does not know, passed over: { $headings }
standard_firsts = of several entries in a cell the first was taken, in column: { $headings }
standard_unnamed = not taken, since the column that would tell which it is is empty: { $headings }
standard_lacks = { $noun } `{ $code }` lacks: { $fields }
standard_incomplete = { $nouns } that lack what the standard requires: { $count }; nothing was written
standard_incomplete_hint = fill it in (tukipont { $noun } edit CODE --address …), or leave them out with --complete-only
standard_left_out = { $nouns } left out for that: { $count }
standard_not_open = { $nouns } left out for their status ({ $status }): { $count } (--status writes them)
standard_no_pivot = pivot not known and written as { $pivot }: { $count } (a host whose code is its SIRET gives it)
standard_emptied = { $column } not in the standard's form and left empty: { $count } ({ $codes })
standard_wordless = what the standard has no word for is not written: { $values }
