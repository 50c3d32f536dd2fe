//! `erase`: what tells of a person, out of every version, every copy, and all that arrives later.

use super::Verb;
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::handover::{Direction, Handover};
use crate::file::mention::{KnownBy, Mention};
use crate::file::names::Reach;
use crate::keeping::erase::everywhere;
use crate::locale::say::{self, Noun as Word};
use crate::nouns;
use crate::record::{Naming, Noun};
use crate::value::{Form, answer, moment};
use crate::version::show::Place;
use clap::{ArgMatches, Command};
use std::collections::BTreeSet;

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
    // Rows that are joined are one person, and one of them may have been erased before.
    let rows = network.notices()?.meant_by(noun.name, id);
    let mut left = id;
    for row in rows.iter().rev() {
        if !network.is_erased(noun, *row)? {
            left = *row;
        }
    }
    let called = network.called_once(noun, left)?;
    if network.is_erased(noun, left)? {
        return Err(Refusal::data(say::erased_already(Word(noun.name), called)).into());
    }
    call.confirm(matches, &say::erase_question(Word(noun.name), &called))?;
    let session = nouns::named("session")?;
    let with_notes = noun.naming != Naming::Unnamed && matches.get_flag("notes");
    let goes_too = |mention: &Mention| with_notes && is_in_a_note(mention);
    let (notes, others): (Vec<Mention>, Vec<Mention>) =
        mentions(&network, noun, &rows)?.into_iter().partition(goes_too);
    // As one command: once the name is gone nobody would find the notes any more.
    let own = rows.iter().map(|row| (noun.name, *row));
    let places: BTreeSet<Place> = own.chain(notes.iter().map(|mention| (session.name, mention.id))).collect();
    let places: Vec<Place> = places.into_iter().collect();
    let told = network.handovers_with(&places)?;
    let (counts, copies) = everywhere(call, &network, ("erase", noun.name), &places)?;
    call.say(&say::erased(Word(noun.name), network.called_once(noun, left)?))?;
    if !notes.is_empty() {
        call.say(&say::erased_notes(counts.get(session.name).copied().unwrap_or_default()))?;
    }
    copies.tell(call)?;
    tell_mentions(call, &network, &others)?;
    tell_handovers(call, told)
}

/// Whether a mention stands where erasing its row takes it out, and nothing else with it.
fn is_in_a_note(mention: &Mention) -> bool {
    let noun = nouns::named(mention.noun).ok().filter(|noun| noun.naming == Naming::Unnamed);
    noun.is_some_and(|noun| noun.personal.contains(&mention.column.as_str()))
}

/// Tells where the name still stands, and what can be done about it.
fn tell_mentions(call: &mut Call, network: &Network, mentions: &[Mention]) -> Result<()> {
    let mut told = BTreeSet::new();
    for mention in mentions {
        let noun = nouns::named(mention.noun)?;
        let Some(place) = noun.place(&mention.column) else { continue };
        let mut field = call.speaker.field(noun.name, &noun.columns()[place]);
        if mention.is_earlier {
            field = format!("{field} ({})", call.speaker.say(&say::earlier_version()));
        }
        if told.insert((mention.noun, mention.id, field.clone())) {
            call.say(&say::mentioned(Word(noun.name), network.called_once(noun, mention.id)?, field))?;
        }
    }
    for (is_any, hint) in [
        (mentions.iter().any(is_in_a_note), say::mentioned_in_note_hint()),
        (mentions.iter().any(|mention| !is_in_a_note(mention) && !mention.is_earlier), say::mentioned_hint()),
        (mentions.iter().any(|mention| !is_in_a_note(mention) && mention.is_earlier), say::mentioned_earlier_hint()),
    ] {
        if is_any {
            call.say(&hint)?;
        }
    }
    Ok(())
}

/// Tells which hand-overs held what was erased, so that whoever has them can be told.
fn tell_handovers(call: &mut Call, handovers: Vec<Handover>) -> Result<()> {
    for handover in handovers {
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
    let mut known = KnownBy::default();
    for row in rows {
        if let Some(lineage) = network.lineage(noun, *row)? {
            known.add(noun, &lineage);
        }
    }
    network.mentions(&known, &rows.iter().map(|row| (noun.name, *row)).collect::<Vec<_>>())
}
