//! What is told of a sheet: which rows were made, changed, kept, put aside or are gone.

use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::locale::say::{self, Noun as Word};
use crate::record::Noun;
use crate::sheet::done::Done;
use crate::sheet::gone::Gone;
use crate::sheet::read::Sheet;
use crate::sheet::rejects::Rejects;
use crate::sheet::typed::{Choice, Why};
use crate::table::{self, Heading, Table, View};
use crate::version::changes::Change;
use std::path::Path;

/// So many rows that were made on the way are told by name.
const FEW: usize = 5;

/// Tells which of a workbook's sheets is taken, where others hold something and nobody has named it.
pub(super) fn tell_choice(call: &mut Call, name: &str, choice: &Choice) -> Result<()> {
    if choice.others.is_empty() || choice.why == Why::Asked {
        return Ok(());
    }
    let others: Vec<String> = choice.others.iter().map(|other| format!("`{other}`")).collect();
    call.say(&say::workbook_sheet_taken(name, &choice.name, others.join(", ")))
}

/// Tells which rows were not taken, and writes them out.
pub(super) fn put_aside(
    call: &mut Call,
    rejects: &Rejects,
    sheet: Sheet,
    (output, force): (&Path, bool),
    dry: bool,
) -> Result<()> {
    if rejects.lines.is_empty() {
        return Ok(());
    }
    let count = rejects.lines.len() as i64;
    call.tell_each(&sheet.name, &rejects.faults, 0);
    if dry {
        return call.say(&say::rejected_dry(count));
    }
    table::put_with(output, force, &call.path()?, |to| rejects.write(&call.speaker, sheet, to))?;
    call.say(&say::rejected(count, output.display().to_string()))
}

/// Tells what came of a sheet; `is_asked` says that rows which are gone will be listed.
pub(super) fn report(call: &mut Call, noun: &Noun, done: &Done, dry: bool, is_asked: bool) -> Result<()> {
    for (made, names) in &done.made {
        let count = names.len() as i64;
        let shown: Vec<String> = names.iter().take(FEW).map(|name| format!("`{name}`")).collect();
        call.say(&match names.len() <= FEW {
            true => say::made_by_name(Word(made), count, shown.join(", ")),
            false => say::made_on_the_way(Word(made), count),
        })?;
    }
    if done.left_out > 0 {
        call.say(&say::left_out(done.left_out))?;
    }
    if done.comments > 0 {
        call.say(&say::comments_passed_over(done.comments))?;
    }
    if done.guards > 0 {
        call.say(&say::guards_taken_off(done.guards))?;
    }
    let taken = done.taken;
    if taken.restored > 0 {
        call.say(&say::restored(Word(noun.name), taken.restored))?;
    }
    if taken.kept > 0 {
        call.say(&say::values_kept(taken.kept))?;
    }
    if taken.still_removed > 0 {
        call.say(&say::still_removed(Word(noun.name), taken.still_removed))?;
    }
    for changed in &done.changed {
        call.say(&say::row_changed(Word(noun.name), &changed.code, changes(call, noun, &changed.changes)))?;
    }
    let more = taken.changed - done.changed.len() as i64;
    if more > 0 {
        call.say(&say::more_rows_changed(more))?;
    }
    if let (true, Some(place)) = (done.ids_unused, noun.place("sender_id")) {
        let heading = Heading::field(noun, &noun.columns()[place]).words(&call.speaker);
        call.say(&say::ids_without_sender(heading))?;
        call.say(&say::ids_without_sender_hint())?;
    }
    let private = &done.private;
    if private.count > 0 {
        let kinds = crate::verb::kinds_of(&private.kinds);
        call.say(&say::notes_may_hold(private.count, kinds, private.line as i64))?;
    }
    if let Some(gone) = &done.gone {
        tell_gone(call, noun, gone)?;
        if !is_asked && !gone.rows.is_empty() {
            call.say(&say::gone_hint())?;
        }
    }
    if noun.says.is_some() && taken.new + taken.changed + taken.same + taken.restored + taken.kept == 0 {
        call.say(&say::nothing_answered())?;
    }
    let told = say::imported(Word(noun.name), taken.new, taken.changed, taken.same);
    match (dry, done.changes()) {
        (true, _) => call.say(&told).and_then(|()| call.say(&say::dry_run())),
        (false, 0) => call.say(&told),
        (false, _) => call.done(told),
    }
}

/// Tells how many rows of earlier sheets this one does not hold any more.
fn tell_gone(call: &mut Call, noun: &Noun, gone: &Gone) -> Result<()> {
    let count = gone.rows.len() as i64;
    match &gone.days {
        _ if count == 0 => {}
        Some((first, last)) => {
            let day = |text: &String| say::Value::Day(text.clone());
            call.say(&say::gone_of_days(Word(noun.name), count, day(first), day(last)))?;
        }
        None => call.say(&say::gone(Word(noun.name), count))?,
    }
    for (row, reason) in &gone.left {
        call.say(&say::gone_left(Word(noun.name), row.called(noun), reason.clone()))?;
    }
    match gone.removed {
        0 => Ok(()),
        removed => call.say(&say::gone_removed(Word(noun.name), removed)),
    }
}

/// Lists the rows of earlier sheets that this one does not hold any more.
pub(super) fn list_gone(
    call: &mut Call,
    network: &Network,
    noun: &'static Noun,
    gone: Gone,
    view: &View,
) -> Result<()> {
    let mut table = Table::of_noun(noun);
    gone.rows.iter().for_each(|row| table.push_row(noun, row));
    if table.rows.is_empty() && view.format.is_none() {
        return match &gone.days {
            Some((first, last)) => {
                let day = |text: &String| say::Value::Day(text.clone());
                call.say(&say::nothing_gone_of_days(day(first), day(last)))
            }
            None => call.say(&say::nothing_gone()),
        };
    }
    table.put_names(network, call.speaker.language)?;
    table.print(call, view)
}

/// Changes in the reader's words: `Name: a → b`.
fn changes(call: &Call, noun: &Noun, changes: &[Change]) -> String {
    let told = changes.iter().filter_map(|(field, before, after)| {
        let column = &noun.columns()[noun.place(field)?];
        let heading = Heading::field(noun, column);
        let cell = |cell: &Option<String>| match cell {
            Some(cell) => heading.cell(&call.speaker, Some(cell)),
            None => "–".to_string(),
        };
        Some(format!("{}: {} → {}", heading.words(&call.speaker), cell(before), cell(after)))
    });
    told.collect::<Vec<_>>().join("; ")
}
