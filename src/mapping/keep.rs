//! `mapping keep`: a mapping file goes into the network file, new or in place of what it kept.

use super::Mapping;
use crate::call::Call;
use crate::error::Result;
use crate::file::write::Written;
use crate::locale::say::{self, Noun as Word};
use crate::record::{Noun, Record};
use crate::sheet::mapping::Mapping as Read;
use crate::value::Code;
use crate::verb::Verb;
use clap::{Arg, ArgMatches};
use std::path::PathBuf;

/// The verb.
pub const VERB: Verb = Verb {
    name: "keep",
    about: "Keep a {noun} file in the network file: --map then takes its code",
    applies: |noun| noun.name == Mapping::NOUN,
    build: |_, command| {
        let file = Arg::new("file").value_name("FILE").required(true).value_parser(clap::value_parser!(PathBuf));
        let code = Arg::new("code").value_name("CODE").required(true).value_parser(clap::value_parser!(Code));
        command
            .arg(file.help("File: the mapping file"))
            .arg(code.help("Code: what --map calls it by"))
            .arg(Arg::new("name").long("name").value_name("NAME").help("Name: whose sheet it is for, and which"))
            .after_help("tukipont {command} keep register.toml county")
    },
    run,
};

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let code = matches.get_one::<Code>("code").map(ToString::to_string).unwrap_or_default();
    let text = Read::text_of_file(&file)?;
    Read::read(&file.display().to_string(), &text)?;
    let network = call.write()?;
    network.begin("keep", noun.name)?;
    let kept = network.id_of_code(noun, None, &code)?.map(|id| network.row(noun, id)).transpose()?.flatten();
    let typed = matches.get_one::<String>("name").cloned();
    let before = |column: &str| kept.as_ref().and_then(|row| row.cells[noun.place(column)?].clone());
    let name = typed.or_else(|| before("name")).or_else(|| title(&text));
    let given = [("code", Some(code.clone())), ("name", name), ("content", Some(text))];
    let given = given.iter().filter_map(|(column, text)| Some((*column, text.as_deref()?)));
    let cells = noun.read(given)?;
    let written = match &kept {
        Some(row) => network.replace(noun, row, &cells)?,
        None => {
            network.add(noun, cells)?;
            Written::New
        }
    };
    match written {
        Written::Same => {
            network.roll_back()?;
            call.say(&say::nothing_changed(Word(noun.name), code))
        }
        _ => {
            network.commit()?;
            call.done(say::mapping_kept(code))
        }
    }
}

/// What the comment in a mapping's first line says.
fn title(text: &str) -> Option<String> {
    let line = text.lines().next()?.strip_prefix('#')?.trim().trim_end_matches(':');
    (!line.is_empty()).then(|| line.to_string())
}
