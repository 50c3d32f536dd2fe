# What the program says, in English. What code names (nouns, verbs, fields) is English in the code itself.

## How refusals begin

error = error
hint = hint
failed = { $error }

## The file

no_file = there is no file `{ $file }`
no_file_hint = name one with --db FILE or TUKIPONT_DB; `tukipont init` makes a new one
no_home = this system names no folder for a user's data
file_exists = `{ $file }` is there already
file_exists_hint = choose another name; `init` never writes over a file
use_force = choose another name, or --force puts the new file in its place
file_is_link = `{ $file }` is a link
file_is_link_hint = name the file that it leads to
not_a_file = `{ $file }` is no ordinary file
no_folder = there is no folder `{ $folder }`
not_a_network = `{ $file }` is no network file
not_a_database = the file is no database
not_a_network_hint = a network file is made by `tukipont init`; a sheet is read by `import`
file_newer = `{ $file }` was written by a newer version (schema { $version }; this one knows { $known })
file_newer_hint = install the newer version, here or wherever the file comes from
file_torn = `{ $file }` was copied while a command was running, and is not whole
file_torn_hint = copy it again from where it lies, with the file of the same name that ends in -journal if there is one
file_busy = somebody else is writing to the file
file_busy_hint = try again in a moment
file_damaged = the file is damaged: { $error }
file_damaged_hint = keep it as it is, and go back to a copy
file_not_writable = the file or its folder cannot be written
file_not_writable_hint = copy it to a folder that is yours, or ask for the right to write
disk_full = the disk is full; nothing was changed
disk_full_hint = make room and repeat the command
journal_mode = the file cannot be opened safely (journal mode { $mode })
output_is_network = `{ $file }` is the network file itself

## Values

empty_value = a value must not be empty
not_a_code = `{ $text }` is no code
not_a_code_hint = a code has letters without accents, digits, and - . _
not_a_category_code = `{ $text }` is no code of a category
not_a_category_code_hint = write the list, a colon and the code: age:60-74
not_a_day = `{ $text }` is no day of the calendar
not_a_day_hint = write 2026-11-21, 2026. 11. 21. or 21.11.2026
ends_before_it_begins = it would end ({ $until }) before it begins ({ $since })
not_a_period = `{ $text }` is no period
not_a_period_hint = write 2026, 2026-11, 2026-Q4, 2026-H2, 2020-11-01/2021-10-31 or 2023-04-01/P1M
not_a_number = `{ $text }` is no whole number
not_a_number_hint = write digits only; where it is unknown, leave it out
too_many_minutes = `{ $text }` is more than a day, or no duration
too_many_minutes_hint = write minutes (90) or hours and minutes (1:30), at most 1440 minutes
not_a_coordinate = `{ $text }` is no coordinate
not_a_coordinate_hint = write degrees (47.273944) or millionths of a degree (47273944)
not_a_phone = `{ $text }` is no telephone number with its country
not_a_phone_hint = write +36 30 123 4567 or +358 40 123 4567
not_an_email = `{ $text }` is no e-mail address
not_an_email_hint = write name@example.org
not_a_language = `{ $text }` is no language
not_a_language_hint = write an ISO 639 code: hu, fi, sv, en
not_a_tally = `{ $text }` is no tally
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
code_taken = there is a { $noun } `{ $code }` already
code_taken_hint = choose another code, or change that one: tukipont { $noun } edit { $code }
row_needed = { $noun } `{ $code }` is still needed; rows that refer to it: { $others } ({ $count })
row_needed_hint = change or remove those first; a point that closes keeps its history: edit --status closed
circle = { $noun } `{ $code }` would stand under itself (through `{ $parent }`)
must_have = { $field } must have a value ({ $noun })
missing = something is missing: { $fields } ({ $noun })
see_help = tukipont { $command } --help
nobody_answers = the input ended before everything was answered
nothing_to_change = nothing to change was named ({ $noun })

## What was done

added = added { $noun } `{ $code }`
changed = changed { $noun } `{ $code }`
nothing_changed = nothing changed: { $noun } `{ $code }` was so already
removed = removed { $noun } `{ $code }`
renamed = renamed { $noun } `{ $from }` to `{ $to }`
exported = wrote { $nouns } ({ $count }) to `{ $file }`
network_made = made `{ $file }`: areas ({ $areas }), categories ({ $categories })
network_made_hint = name it with --db FILE or TUKIPONT_DB; then: tukipont point add

## Settings

setting = Setting
value = Value
travels = Travels with the network
no_setting = there is no setting `{ $name }`
setting_set = set { $name } to `{ $value }`
setting_cleared = cleared { $name }

## Rules of the domain

coarser_of_another_list = the coarser class must be of the same list (`{ $list }`)
assignment_needs_one_place = an assignment is to one point, one area or one organisation
assignment_needs_one_place_hint = give exactly one of --point, --area, --organisation
attendances_out_of_range = { $count } attendances; a session has from 1 to { $most }
returning_above_attendances = { $returning } returning are more than the attendances ({ $attendances })
tally_above_attendances = the tally of `{ $list }` counts { $sum }, more than the attendances ({ $attendances })

## Sheets

sheet_refused = `{ $file }` was not taken; faults: { $count }; nothing was changed
sheet_refused_hint = mend the sheet and import it again

## Import

imported = { $nouns }: { $new } new, { $changed } changed, { $same } same
restored = { $nouns } that had been removed and are back: { $count }
made_on_the_way = { $nouns } made on the way: { $count }
dry_run = dry run: nothing was changed
more_faults = … and { $count } more
no_sheet = there is no file `{ $file }` to read
no_sheet_hint = look at the folder and the spelling
sheet_empty = the sheet is empty
sheet_is_workbook = this is a workbook, whatever its name says
sheet_is_utf16 = this text is in UTF-16
sheet_is_database = this is a database, not a sheet
save_as_csv = save it as CSV UTF-8 and import that
not_utf8 = the text is not in UTF-8
not_utf8_hint = save it as CSV UTF-8 and import that
sheet_too_wide = more than { $most } columns
sheet_too_wide_hint = is a line break missing?
cell_too_long = a cell is longer than { $most } bytes
unclosed_quote = a quotation mark opens here and is never closed
unclosed_quote_hint = close the quotation mark, or double one that belongs to the text
surplus_cell = a cell too many: the headings name { $count } columns
surplus_cell_hint = if it means nothing, name it in the mapping: empty = ["…"]
heading_twice = the heading `{ $heading }` stands more than once
row_twice = the same row stands in line { $line } already
row_twice_hint = leave one of them out
not_toml = not TOML: { $error }
not_toml_hint = a mapping file is written in TOML: key = "value"
mapping_expects = `{ $key }` is written { $form }
mapping_one_origin = `{ $column }` needs exactly one of: column, value, template
mapping_of_another_noun = the mapping is for { $named }, not for { $noun }
mapping_needs_sender = whose ids these are must be said: sender = "…", or --sender
