//! Who leads the areas in which respondents lie, so that what is missing can be told to whoever asks for it.

use super::missing::Lack;
use crate::error::Result;
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::nouns::named;
use chrono::NaiveDate;
use clap::Arg;
use std::collections::{BTreeSet, HashMap};

/// No tree of areas is deeper; a longer way up is a circle.
const DEEPEST: usize = 64;

/// The lead on the line.
pub fn lead_flag() -> Arg {
    Arg::new("led").long("lead").value_name("PERSON").help("Lead: only those in areas that this person leads")
}

/// Who leads which area today.
pub struct Leads {
    /// The codes of people, by the rows that stand for them.
    people: HashMap<i64, String>,
    by_area: HashMap<i64, BTreeSet<i64>>,
    above: HashMap<i64, i64>,
}

impl Leads {
    /// Reads who leads what on a day.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn read(network: &Network, today: NaiveDate) -> Result<Self> {
        let mut leads = Self { people: HashMap::new(), by_area: HashMap::new(), above: HashMap::new() };
        let notices = network.notices()?;
        network.scan(named("person")?, &["id", "code"], &Query::default(), |row| {
            leads.people.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        network.scan(named("area")?, &["id", "parent"], &Query::default(), |row| {
            if let Some(parent) = row.get(1)? {
                leads.above.insert(row.get(0)?, parent);
            }
            Ok(())
        })?;
        let today = today.to_string();
        let columns = ["role", "area", "person", "since", "until"];
        network.scan(named("assignment")?, &columns, &Query::default(), |row| {
            let (role, area, person): (String, Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (since, until): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            let holds = since.is_none_or(|since| since <= today) && until.is_none_or(|until| today <= until);
            if let (true, true, Some((area, person))) = (holds, role.ends_with("-lead"), area.zip(person)) {
                let person = notices.stands_for("person", person);
                leads.by_area.entry(area).or_default().insert(person);
            }
            Ok(())
        })?;
        Ok(leads)
    }

    /// Keeps what is missing in areas that somebody leads, in those too that lie below and have leads of their own.
    ///
    /// # Errors
    /// Where there is no such person.
    pub fn keep(&self, network: &Network, lacks: &mut Vec<Lack<'_>>, lead: Option<&str>) -> Result<()> {
        let Some(lead) = lead else { return Ok(()) };
        let person = network.find(named("person")?, lead, Reach::Beginning)?.id;
        let leads =
            |area: i64| self.up(area).any(|area| self.by_area.get(&area).is_some_and(|of| of.contains(&person)));
        lacks.retain(|lack| lack.respondent.area.is_some_and(leads));
        Ok(())
    }

    /// The leads of an area: its own, else those of the nearest above it.
    pub fn of(&self, area: i64) -> Option<String> {
        let nearest = self.up(area).find_map(|area| self.by_area.get(&area))?;
        let codes = nearest.iter().filter_map(|person| self.people.get(person).cloned());
        Some(codes.collect::<Vec<_>>().join(", "))
    }

    /// An area and all that it lies in.
    fn up(&self, area: i64) -> impl Iterator<Item = i64> {
        std::iter::successors(Some(area), |area| self.above.get(area).copied()).take(DEEPEST)
    }
}
