//! An assignment: who does what where, from when until when.

use super::Area;
use super::area::Kind;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::names::Reach;
use crate::locale::say;
use crate::record::{Naming, Record};
use crate::value::Day;
use serde::{Deserialize, Serialize};

/// Who does what for a point, an area or an organisation, from when until when
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Assignment {
    /// Person: who it is; empty where an organisation itself is assigned to an area
    #[arg(long)]
    pub(crate) person: Option<String>,
    /// Role
    #[arg(long, value_enum)]
    pub(crate) role: Role,
    /// Point: where a mentor works
    #[arg(long)]
    pub(crate) point: Option<String>,
    /// Area: what a lead is responsible for
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Organisation: whom a coordinator or contact stands for, or who is itself assigned to an area
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    /// Since: the first day
    #[arg(long)]
    pub(crate) since: Option<Day>,
    /// Until: the last day
    #[arg(long)]
    pub(crate) until: Option<Day>,
}

/// What somebody does for a point, an area or an organisation
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Helps people at a point
    Mentor,
    /// Leads a county
    CountyLead,
    /// Leads a region
    RegionalLead,
    /// Coordinates the network
    Coordinator,
    /// Trains mentors or citizens
    Instructor,
    /// Is whom one turns to
    Contact,
}

impl Assignment {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Assignment {
    /// What it is to: a point, an area or an organisation.
    pub fn place(&self) -> &str {
        let places = [&self.point, &self.area, &self.organisation];
        places.into_iter().flatten().next().map(String::as_str).unwrap_or_default()
    }

    /// Whether another assignment has the same role at the same place.
    pub fn is_like(&self, other: &Self) -> bool {
        self.role == other.role && self.place() == other.place()
    }

    /// Mentors work at points, county leads lead counties and regional leads regions.
    fn check_role(&self, network: &Network) -> Result<()> {
        let kind = match self.role {
            Role::Mentor if self.person.is_none() || self.point.is_none() => {
                return Err(Refusal::data(say::role_of_a_point("mentor")).hint(say::role_does_not_fit_hint()).into());
            }
            Role::CountyLead => ("county-lead", Kind::County),
            Role::RegionalLead => ("regional-lead", Kind::Region),
            _ => return Ok(()),
        };
        let code = self.area.as_deref().unwrap_or_default();
        let area = match self.area {
            Some(_) => Some(network.find(crate::nouns::named("area")?, code, Reach::Whole)?.typed::<Area>()?),
            None => None,
        };
        match area.is_some_and(|area| area.kind == kind.1) {
            true => Ok(()),
            false => {
                Err(Refusal::data(say::role_does_not_fit(kind.0, code)).hint(say::role_does_not_fit_hint()).into())
            }
        }
    }
}

impl Record for Assignment {
    const NOUN: &'static str = "assignment";
    const NAMING: Naming = Naming::Unnamed;
    const EXAMPLE: &'static [&'static str] =
        &["--person", "MINTA-M1", "--role", "mentor", "--point", "MINTA-1", "--since", "2026-01-01"];

    fn check(&self, network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        let places = [&self.point, &self.area, &self.organisation];
        let is_sound = match self.person {
            Some(_) => places.iter().filter(|place| place.is_some()).count() == 1,
            None => self.organisation.is_some() && self.area.is_some() && self.point.is_none(),
        };
        if !is_sound {
            return Err(Refusal::data(say::assignment_needs_one_place())
                .hint(say::assignment_needs_one_place_hint())
                .into());
        }
        self.check_role(network)
    }
}
