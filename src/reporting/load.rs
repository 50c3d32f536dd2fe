//! `form load`: forms that come with the program, with their questions in three languages.

use super::form::Form;
use super::question::Question;
use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say;
use crate::network::start::rows;
use crate::nouns::named;
use crate::record::{Cells, Noun, Record};
use crate::sheet::toml::meant;
use crate::verb::Verb;
use clap::{Arg, ArgMatches};

/// The verb.
pub const VERB: Verb = Verb {
    name: "load",
    about: "Load a {noun} that comes with the program, with its questions",
    applies: |noun| noun.name == Form::NOUN,
    build: |_, command| {
        let name = Arg::new("name").value_name("NAME").required(true);
        command
            .arg(name.help("Name: monthly, yearly, point-requirements, network-assessment, course-feedback or needs"))
            .after_help("tukipont form load monthly")
    },
    run,
};

/// The forms, and the questions of all of them.
const SHEETS: [(&str, &str); 2] =
    [(Form::NOUN, include_str!("forms/forms.csv")), (Question::NOUN, include_str!("forms/questions.csv"))];

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let name = matches.get_one::<String>("name").map(String::as_str).unwrap_or_default();
    let network = call.write()?;
    network.begin("load", Form::NOUN)?;
    let mut added = Vec::new();
    for (noun, sheet) in SHEETS {
        let noun = named(noun)?;
        let rows = rows(noun, sheet)?;
        if noun.name == Form::NOUN && !rows.iter().any(|row| noun.code(row).is_some_and(|code| is_of(name, code))) {
            let names: Vec<String> = rows.iter().filter_map(|row| Some(base(noun.code(row)?).to_string())).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            return Err(Refusal::not_found(say::no_such_form(name)).hint(meant(name, &names)).into());
        }
        added.push(add(&network, noun, rows, name)?);
    }
    if added.iter().sum::<i64>() == 0 {
        network.roll_back()?;
        return call.say(&say::form_is_there(name));
    }
    network.commit()?;
    call.done(say::form_loaded(name, added[1]))
}

/// Adds the rows of a form that are not there; gives how many.
fn add(network: &Network, noun: &'static Noun, rows: Vec<Cells>, name: &str) -> Result<i64> {
    let mut added = 0;
    for row in rows {
        let Some(code) = noun.code(&row).filter(|code| is_of(name, code)) else { continue };
        if network.id_of_code(noun, None, code)?.is_some() {
            continue;
        }
        network.add(noun, asked_here(network, noun, row)?)?;
        added += 1;
    }
    Ok(added)
}

/// A form as it is asked in this network: where there are no counties, its regions answer in their place.
fn asked_here(network: &Network, noun: &'static Noun, mut row: Cells) -> Result<Cells> {
    let mut counties = Query::default();
    counties.and("area.kind = 'county'", []);
    if let Some(place) = noun.place("respondent_kinds")
        && row[place].as_deref() == Some("county")
        && !network.has_any(named("area")?, &counties)?
    {
        row[place] = Some("region".to_string());
    }
    Ok(row)
}

/// A form's name without its version, of its code or that of one of its questions.
fn base(code: &str) -> &str {
    super::version::base(code.split('/').next().unwrap_or(code))
}

fn is_of(name: &str, code: &str) -> bool {
    base(code).eq_ignore_ascii_case(name) || code.split('/').next().is_some_and(|form| form.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_form_that_comes_along() {
        let noun = named(Form::NOUN).expect("the noun");
        let help = (VERB.build)(noun, clap::Command::new("load")).render_help().to_string();
        for row in rows(noun, SHEETS[0].1).expect("the sheet") {
            let name = base(noun.code(&row).expect("a code")).to_string();
            assert!(help.contains(&name), "{name}: {help}");
        }
    }
}
