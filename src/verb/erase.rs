//! `erase`: what tells of a person, out of every version, every copy, and all that arrives later.

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::handover::Direction;
use crate::file::mention::{KnownBy, Mention};
use crate::file::names::Reach;
use crate::keeping::erase::everywhere;
use crate::locale::say::{self, Noun as Word};
use crate::nouns;
use crate::record::{Naming, Noun};
use crate::value::{Form, answer, moment};
use crate::version::show::Place;
use clap::{ArgMatches, Command};

/// The verb.
pub const VERB: Verb = Verb {
    name: "erase",
    about: "Erase what tells of a person from every version of one {noun}: its counts stay",
    applies: Noun::has_personal,
    build,
    run,
};

fn build(noun: &'static Noun, command: Command) -> Command {
    let command = command.arg(super::key(noun)).arg(flag("yes").help("Yes: do it without asking"));
    // Only what has a name can be mentioned elsewhere.
    let command = match noun.naming {
        Naming::Unnamed => command,
        _ => {
            command.arg(flag("notes").help("Notes: erase notes too in which the name, the phone or the address stands"))
        }
    };
    command.after_help("tukipont {command} erase {row} --yes")
}

fn run(call: &mut Call, noun: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let key = matches.get_one::<String>("key").map(String::as_str).unwrap_or_default();
    let network = call.write()?;
    let id = network.find_once(noun, key, Reach::Whole)?;
    // Rows that are joined are one person.
    let rows = network.notices()?.meant_by(noun.name, id);
    let mut called = network.called_once(noun, id)?;
    if network.is_erased(noun, id)? {
        return Err(Refusal::data(say::erased_already(Word(noun.name), called)).into());
    }
    call.confirm(matches, &say::erase_question(Word(noun.name), &called))?;
    let mentions = mentions(&network, noun, &rows)?;
    let told = network.handovers_with(noun, &rows)?;
    let session = nouns::named("session")?;
    let erase_notes = noun.naming != Naming::Unnamed && matches.get_flag("notes");
    let (notes, others): (Vec<Mention>, Vec<Mention>) =
        mentions.into_iter().partition(|mention| erase_notes && mention.noun == session.name);
    // As one command: once the name is gone nobody would find the notes any more.
    let own = rows.iter().map(|row| (noun.name, *row));
    let places: Vec<Place> = own.chain(notes.iter().map(|mention| (session.name, mention.id))).collect();
    let (counts, copies) = everywhere(call, &network, ("erase", noun.name), &places)?;
    if noun.naming != Naming::Unnamed {
        called = network.called_once(noun, id)?;
    }
    call.say(&say::erased(Word(noun.name), called))?;
    if !notes.is_empty() {
        call.say(&say::erased_notes(counts.get(session.name).copied().unwrap_or_default()))?;
    }
    copies.tell(call)?;
    for mention in &others {
        let noun = nouns::named(mention.noun)?;
        let called = network.called_once(noun, mention.id)?;
        let column = mention.column.as_ref().and_then(|name| noun.place(name)).map(|place| &noun.columns()[place]);
        let field = match column {
            Some(column) => call.speaker.field(noun.name, column),
            None => call.speaker.say(&say::earlier_version()),
        };
        call.say(&say::mentioned(Word(noun.name), called, field))?;
    }
    if !others.is_empty() {
        call.say(&say::mentioned_hint())?;
    }
    for handover in told {
        let moment = call.speaker.cell(Form::Moment, &moment(handover.clock));
        let who = match handover.direction {
            Direction::Received => handover.site,
            Direction::Sent => handover.recipient.unwrap_or_else(|| call.speaker.say(&say::nobody_named())),
        };
        call.say(&say::told_by_handover(moment, who, answer(handover.people)))?;
    }
    Ok(())
}

/// Where other rows name the person, now or in what they have said.
pub(super) fn mentions(network: &Network, noun: &'static Noun, rows: &[i64]) -> Result<Vec<Mention>> {
    if noun.naming == Naming::Unnamed {
        return Ok(Vec::new());
    }
    let mut mentions = Vec::new();
    let own: Vec<(&'static str, i64)> = rows.iter().map(|row| (noun.name, *row)).collect();
    for row in rows {
        let Some(lineage) = network.lineage(noun, *row)? else { continue };
        mentions.extend(network.mentions(&KnownBy::of(noun, &lineage), &own)?);
    }
    mentions.sort();
    mentions.dedup();
    Ok(mentions)
}
