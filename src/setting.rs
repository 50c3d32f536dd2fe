//! `setting`: what this copy of the file and its network are set to.

use crate::call::Call;
use crate::cli::Special;
use crate::error::Result;
use crate::file::setting::{self, SETTINGS};
use crate::locale::say;
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, answer};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};

/// The command.
pub const COMMAND: Special = Special { name: "setting", build, run };

fn build(command: Command) -> Command {
    let known = SETTINGS.iter().map(|setting| PossibleValue::new(setting.name).help(setting.about));
    let name = Arg::new("name")
        .value_name("SETTING")
        .required(true)
        .value_parser(PossibleValuesParser::new(known))
        .help("Setting: its name");
    command
        .about("List, set and clear settings: those of this copy of the file, and those of the network")
        .subcommand_required(true)
        .subcommand(table::flags(Command::new("list").about("List settings").after_help("tukipont setting list")))
        .subcommand(
            Command::new("set")
                .about("Set a setting")
                .after_help("tukipont setting set usual-point MINTA-1")
                .arg(name.clone())
                .arg(Arg::new("value").value_name("VALUE").required(true).help("Value")),
        )
        .subcommand(
            Command::new("clear").about("Clear a setting").after_help("tukipont setting clear usual-point").arg(name),
        )
}

fn run(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(()) };
    if verb == "list" {
        return list(call, matches);
    }
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let setting = setting::named(text("name"))?;
    let network = call.write()?;
    if verb == "set" {
        network.begin("set", "setting")?;
        network.set(setting, text("value"))?;
        network.commit()?;
        call.done(say::setting_set(setting.name, network.setting(setting.name)?.unwrap_or_default()))
    } else {
        network.begin("clear", "setting")?;
        network.clear(setting)?;
        network.commit()?;
        call.done(say::setting_cleared(setting.name))
    }
}

fn list(call: &mut Call, matches: &ArgMatches) -> Result<()> {
    let network = call.read()?;
    let mut table = Table {
        headings: vec![
            Heading::new("name", say::setting(), Form::Text),
            Heading::new("value", say::value(), Form::Text),
            Heading::new("travels", say::travels(), Form::Answer),
        ],
        ..Table::default()
    };
    let view = View::of(matches);
    // The names say all that scripts need.
    let explained = view.format.unwrap_or_default().is_for_people();
    if explained {
        table.headings.push(Heading::new("meaning", say::meaning(), Form::Text));
    }
    for setting in SETTINGS {
        let value = network.setting(setting.name)?;
        let meaning = call.speaker.find("setting", Some(&format!("name-{}", setting.name)), None);
        let meaning = explained.then(|| meaning.unwrap_or_else(|| setting.about.to_string()));
        let cells = [Some(setting.name.to_string()), value, Some(answer(setting.travels).to_string())];
        table.rows.push(cells.into_iter().chain(meaning.map(Some)).collect());
    }
    table.print(call, &view)
}
