//! A sheet of a standard: which version it is of, which columns it has, and what the rows that are there would say in it.

use super::Standard;
use super::write::Writer;
use crate::error::{Faults, Refusal, Result};
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say::{self, Text};
use crate::record::{Fill, Noun};
use crate::sheet::fault;
use crate::sheet::known::Known;
use crate::sheet::mapping::Mapping;
use crate::sheet::plan::Plan;
use crate::sheet::read::Sheet;
use crate::sheet::untaken::Untaken;
use crate::value::fold;
use std::collections::{BTreeMap, HashMap};

impl Standard {
    /// The plan for a sheet of any version of the standard.
    ///
    /// # Errors
    /// Where the sheet is none of this standard.
    pub fn plan(&self, network: &Network, noun: &'static Noun, sheet: &Sheet, sender: Option<&str>) -> Result<Plan> {
        let (mut mapping, mut headings) = self.version_of(&sheet.headings)?;
        let missing: Vec<String> = self
            .needed
            .iter()
            .filter(|known| !headings.iter().any(|has| has == **known))
            .map(|it| format!("`{it}`"))
            .collect();
        if !missing.is_empty() {
            let refusal = Refusal::data(say::standard_not_this(self.name, missing.join(", ")));
            let refusal = refusal.hint(say::standard_not_this_hint());
            return Err(Faults::of(&sheet.name, vec![fault(1, "", "", refusal)]).into());
        }
        let width = headings.len();
        // What a sheet has no column for stays as it is; half an address is read with its other half empty.
        let is_there = |theirs: &String| headings.contains(theirs);
        mapping.columns.retain(|rule| rule.theirs().is_empty() || rule.theirs().iter().any(is_there));
        mapping.create.retain(|create| {
            create.columns.iter().all(|rule| rule.theirs().iter().all(is_there))
                && mapping.columns.iter().any(|rule| rule.column == create.name)
        });
        mapping.senders = mapping.senders.take().filter(|(_, theirs)| is_there(theirs));
        let absent: Vec<String> = mapping.theirs().into_iter().filter(|theirs| !headings.contains(theirs)).collect();
        headings.extend(absent);
        let taken = mapping.theirs();
        let mut plan = Plan::of_mapping(network, noun, &mapping, &headings, sender)?;
        plan.passed = (0..width).filter(|place| !taken.contains(&headings[*place])).collect();
        plan.width = width;
        plan.of_standard = true;
        let fills = noun.fills.iter().filter_map(|(name, fill)| match fill {
            Fill::Text(text) => Some((noun.place(name)?, *text)),
            _ => None,
        });
        plan.fills = fills.collect();
        plan.known = self.known(network, noun, &headings)?;
        Ok(plan)
    }

    /// The version whose columns a sheet has the most of, and the headings as that version spells them.
    fn version_of(&self, headings: &[String]) -> Result<(Mapping, Vec<String>)> {
        let mut best: Option<(usize, Mapping)> = None;
        for mapping in self.mappings()? {
            let count =
                headings.iter().filter(|heading| mapping.headings.iter().any(|known| is_one(known, heading))).count();
            if best.as_ref().is_none_or(|(most, _)| count > *most) {
                best = Some((count, mapping));
            }
        }
        let mapping = best.map(|(_, mapping)| mapping).unwrap_or_default();
        let spelled =
            |heading: &String| mapping.headings.iter().find(|known| is_one(known, heading)).unwrap_or(heading).clone();
        let headings = headings.iter().map(spelled).collect();
        Ok((mapping, headings))
    }

    /// What the rows that are there would say in a sheet with these headings.
    fn known(&self, network: &Network, noun: &'static Noun, headings: &[String]) -> Result<Known> {
        let writer = Writer::of(network, self.mapping()?)?;
        let place = |heading: &String| writer.mapping.headings.iter().position(|known| known == heading);
        let mut known = Known { places: headings.iter().map(place).collect(), rows: HashMap::new() };
        network.rows(noun, &Query::default(), |row| {
            let mut ways = vec![writer.place(noun, &row)?.cells];
            // A kind has words in several columns; who knows nothing of it says the others' own.
            let (mut unkind, kind) = (row, noun.place("kind"));
            let kind = kind.and_then(|place| Some((place, unkind.cells[place].take()?)));
            ways.push(writer.place(noun, &unkind)?.cells);
            if let Some((place, kind)) = kind {
                unkind.cells[place] = Some(kind);
            }
            known.rows.insert(unkind.id, (ways, unkind.cells));
            Ok(())
        })?;
        Ok(known)
    }

    /// What of a sheet has no place here: columns of the standard, and those that it does not know.
    ///
    /// # Errors
    /// As `mapping`.
    pub fn told(&self, plan: &Plan, untaken: &Untaken) -> Result<Vec<Text>> {
        let versions = self.mappings()?;
        let is_its_own = |heading: &&String| versions.iter().any(|version| version.headings.contains(heading));
        let passed = untaken.passed.iter().map(|place| &plan.headings[*place]);
        let (own, others): (Vec<&String>, Vec<&String>) = passed.partition(is_its_own);
        let list = |headings: &[&String]| headings.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
        let counts = |counts: &BTreeMap<usize, i64>| -> Option<String> {
            let counts = counts.iter().map(|(place, count)| format!("`{}` ({count})", plan.headings[*place]));
            Some(counts.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty())
        };
        let told = [
            (!own.is_empty()).then(|| say::standard_passed_over(list(&own))),
            (!others.is_empty()).then(|| say::standard_unknown_columns(self.name, list(&others))),
            counts(&untaken.behind).map(say::standard_firsts),
            counts(&untaken.unnamed).map(say::standard_unnamed),
        ];
        Ok(told.into_iter().flatten().collect())
    }
}

/// Whether a heading is the standard's, in whichever letters.
fn is_one(known: &str, heading: &str) -> bool {
    known == heading || fold(heading.trim()).replace([' ', '-'], "_") == *known
}
