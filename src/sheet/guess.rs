//! A first mapping of somebody else's sheet: what its headings seem to mean, for a person to look over.

use super::batch::Batch;
use super::read::Sheet;
use super::words::{Column as Meant, Words};
use crate::error::Result;
use crate::locale::format::{harmless, shorten, steers};
use crate::locale::say;
use crate::locale::{Language, Speaker};
use crate::record::{Column, Noun};
use crate::value::fold;
use crate::value::near::LONGEST;

/// A heading is taken for a field's name where they are at least so alike (Jaro and Winkler).
const ALIKE: f64 = 0.88;

/// What a column is called that numbers the rows of a register, in any of the three languages and without accents.
const IDS: [&str; 10] = ["id", "nr", "no", "number", "azonosito", "sorszam", "tunnus", "tunniste", "nro", "numero"];

/// So much of a cell is shown.
const SHOWN: usize = 40;

/// The text of a mapping file with what seems to be meant; all that is guessed is said to be.
///
/// # Errors
/// Where the sheet cannot be read.
pub fn mapping(speaker: &Speaker, noun: &'static Noun, mut sheet: Sheet) -> Result<String> {
    let first = sheet.batch()?;
    let words = Words::of(noun);
    let mut of_ours: Vec<Option<usize>> = vec![None; noun.columns().len()];
    let mut taken = vec![false; sheet.headings.len()];
    // What is called as we call it comes first; what is only like it gets what is left.
    for (cell, heading) in sheet.headings.iter().enumerate() {
        if let Some(Meant::Field(place)) = words.heading(heading)
            && of_ours[place].is_none()
        {
            (of_ours[place], taken[cell]) = (Some(cell), true);
        }
    }
    let speakers = Language::ALL.map(Speaker::new);
    for (place, column) in noun.columns().iter().enumerate() {
        if of_ours[place].is_some() {
            continue;
        }
        let names = speakers.iter().map(|speaker| fold(&speaker.field(noun.name, column)));
        let names: Vec<String> = names.chain([fold(&column.name)]).collect();
        let free = sheet.headings.iter().enumerate().filter(|(cell, heading)| !taken[*cell] && !heading.is_empty());
        let best = free.map(|(cell, heading)| (likeness(&names, heading), cell)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, cell)) = best.filter(|(likeness, _)| *likeness >= ALIKE) {
            (of_ours[place], taken[cell]) = (Some(cell), true);
        }
    }
    let mut text = format!("# {}\n", speaker.say(&say::mapping_begins(&sheet.name)));
    text += &format!("sender = \"\"  # {}\n", speaker.say(&say::mapping_sender()));
    text += &format!("noun = \"{}\"\n", noun.name);
    let free = |cell: &usize| !taken[*cell] && IDS.contains(&fold(&sheet.headings[*cell]).trim_end_matches('.'));
    let id = (0..taken.len()).find(free);
    let said = speaker.say(&say::mapping_id());
    text += &match id {
        Some(cell) => {
            taken[cell] = true;
            format!("id = {}  # {}; {said}\n", quoted(&sheet.headings[cell]), speaker.say(&say::mapping_guess()))
        }
        None => format!("# id = \"…\"  # {said}\n"),
    };
    text += "\n[columns]\n";
    for (place, column) in noun.columns().iter().enumerate() {
        text += &match of_ours[place] {
            Some(cell) => {
                let heading = &sheet.headings[cell];
                let is_ours = words.heading(heading) == Some(Meant::Field(place));
                let guess = (!is_ours).then(|| speaker.say(&say::mapping_guess()));
                let said = [guess, sample(&first, cell)].into_iter().flatten().collect::<Vec<_>>().join("; ");
                let said = if said.is_empty() { said } else { format!("  # {said}") };
                format!("{} = {}{said}\n", column.name, quoted(heading))
            }
            None => format!("# {} = \"…\"{}\n", column.name, what_is_needed(speaker, column)),
        };
    }
    let left: Vec<String> = (0..taken.len())
        .filter(|cell| !taken[*cell] && !sheet.headings[*cell].is_empty())
        .map(|cell| {
            let sample = sample(&first, cell).map(|sample| format!("  ({sample})")).unwrap_or_default();
            format!("#   {}{sample}\n", quoted(&sheet.headings[cell]))
        })
        .collect();
    if !left.is_empty() {
        text += &format!("\n# {}\n{}", speaker.say(&say::mapping_left()), left.concat());
    }
    Ok(text)
}

/// How much a heading is like any of these names, from 0 to 1.
fn likeness(names: &[String], heading: &str) -> f64 {
    if heading.len() > LONGEST {
        return 0.0;
    }
    let heading = fold(heading);
    names.iter().map(|name| strsim::jaro_winkler(name, &heading)).fold(0.0, f64::max)
}

/// The first cell of a column that says anything, on one line.
fn sample(first: &Batch, cell: usize) -> Option<String> {
    let text = first.records().map(|record| record.cell(cell).trim()).find(|text| !text.is_empty())?;
    let mut line = harmless(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    shorten(&mut line, SHOWN);
    Some(line)
}

/// What somebody has to know of a field for which no column was found.
fn what_is_needed(speaker: &Speaker, column: &Column) -> String {
    let needed = column.required.then(|| speaker.say(&say::mapping_needed()));
    let possible = (!column.choices.is_empty()).then(|| speaker.say(&say::possible_values(column.choices.join(", "))));
    let said = [needed, possible].into_iter().flatten().collect::<Vec<_>>().join("; ");
    if said.is_empty() { said } else { format!("  # {said}") }
}

/// A text as TOML writes it: as JSON does, and what would steer a terminal by its number too.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::String(text.to_string()).to_string();
    let letter = |c: char| if steers(c) { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() };
    quoted.chars().map(letter).collect()
}
