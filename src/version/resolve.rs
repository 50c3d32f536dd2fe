//! Deciding a conflict: one version on top of all that stand beside each other.

use super::lineage::Lineage;
use super::write::Draft;
use crate::error::Result;
use crate::file::{Network, Row};
use crate::record::Noun;
use rusqlite::types::Value;

impl Network {
    /// Puts the head at this place, the winner being the first, on top of all heads of a row.
    ///
    /// # Errors
    /// Where it deletes the row and others need it.
    pub fn resolve_conflict(&self, noun: &'static Noun, row: &Row, lineage: Lineage, take: usize) -> Result<()> {
        let heads: Vec<_> = lineage.heads().collect();
        let Some(taken) = heads.get(take) else { anyhow::bail!("no head {take}") };
        if taken.deleted {
            self.refuse_a_needed_row(noun, row)?;
        }
        // Of a column that it says nothing of, an older program's, the others are not overruled; what it says elsewhere
        // overrules them.
        let said = |place: usize| {
            let own = lineage.said(noun, &taken.digest, place);
            let others = heads.iter().filter(|head| !head.deleted && own.is_latest);
            own.value
                .or_else(|| others.into_iter().find_map(|head| lineage.said(noun, &head.digest, place).value))
                .cloned()
        };
        let stored = (0..noun.columns().len()).map(|place| said(place).unwrap_or(Value::Null));
        let says = (!taken.deleted).then(|| stored.collect());
        let mut over: Vec<_> = heads.iter().map(|head| head.digest).collect();
        // What is new is measured by the one that was taken.
        over.swap(0, take);
        let shown = lineage.content(noun, &heads[0].digest);
        self.note_fields(noun, |place| match &says {
            Some(stored) => Vec::<Value>::as_slice(stored)[place] != shown[place],
            None => false,
        });
        self.put(noun, row.id, lineage, vec![Draft { says, over }])
    }
}
