//! Texts: what is said of sheets in the form of a public standard.

texts! {
    their_column(heading);
    standard_not_this(standard, headings);
    standard_not_this_hint();
    standard_passed_over(headings);
    standard_unknown_columns(standard, headings);
    standard_firsts(headings);
    standard_unnamed(headings);
    standard_lacks(noun, code, fields);
    standard_incomplete(noun, count);
    standard_incomplete_hint(noun);
    standard_left_out(noun, count);
    standard_not_open(noun, status, count);
    standard_no_pivot(pivot, count);
    standard_emptied(column, count, codes);
    standard_wordless(values);
}
