//! Who leads the areas in which respondents lie, so that what is missing can be told to whoever asks for it.

use super::missing::Lack;
use crate::error::Result;
use crate::file::Network;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::nouns::named;
use chrono::NaiveDate;
use clap::Arg;
use std::collections::HashMap;

/// The lead on the line.
pub fn lead_flag() -> Arg {
    Arg::new("led").long("lead").value_name("PERSON").help("Lead: only those in areas that this person leads")
}

/// Who leads which area today.
pub struct Leads {
    by_area: HashMap<i64, String>,
    above: HashMap<i64, i64>,
}

impl Leads {
    /// Keeps what is missing in areas that somebody leads.
    pub fn keep(&self, network: &Network, lacks: &mut Vec<Lack<'_>>, lead: Option<&str>) -> Result<()> {
        let Some(lead) = lead else { return Ok(()) };
        let noun = named("person")?;
        let code = network.find(noun, lead, Reach::Beginning)?.called(noun);
        lacks.retain(|lack| lack.respondent.area.and_then(|area| self.of(area)).as_deref() == Some(code.as_str()));
        Ok(())
    }

    pub fn read(network: &Network, today: NaiveDate) -> Result<Self> {
        let (mut people, mut by_area, mut above) = (HashMap::new(), HashMap::new(), HashMap::new());
        network.scan(named("person")?, &["id", "code"], &Query::default(), |row| {
            people.insert(row.get::<_, i64>(0)?, row.get::<_, String>(1)?);
            Ok(())
        })?;
        network.scan(named("area")?, &["id", "parent"], &Query::default(), |row| {
            above.extend(
                row.get::<_, Option<i64>>(1)?
                    .map(|parent| Ok::<_, rusqlite::Error>((row.get(0)?, parent)))
                    .transpose()?,
            );
            Ok(())
        })?;
        let today = today.to_string();
        let columns = ["role", "area", "person", "since", "until"];
        network.scan(named("assignment")?, &columns, &Query::default(), |row| {
            let (role, area, person): (String, Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (since, until): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            let holds = since.is_none_or(|since| since <= today) && until.is_none_or(|until| today <= until);
            if let (true, true, Some(area), Some(person)) = (holds, role.ends_with("-lead"), area, person) {
                by_area.extend(people.get(&person).map(|code| (area, code.clone())));
            }
            Ok(())
        })?;
        Ok(Self { by_area, above })
    }

    /// The lead of an area: its own, else that of the nearest above it.
    pub fn of(&self, area: i64) -> Option<String> {
        let up = std::iter::successors(Some(area), |area| self.above.get(area).copied()).take(64);
        up.filter_map(|area| self.by_area.get(&area)).next().cloned()
    }
}
