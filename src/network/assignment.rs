//! An assignment: who does what where, from when until when.

use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Naming, Record};
use crate::value::Day;
use serde::{Deserialize, Serialize};

/// What a person is assigned to, from when until when
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Assignment {
    /// Person
    #[arg(long)]
    person: String,
    /// Role
    #[arg(long, value_enum)]
    role: Role,
    /// Point: where a mentor works
    #[arg(long)]
    point: Option<String>,
    /// Area: what a lead is responsible for
    #[arg(long)]
    area: Option<String>,
    /// Organisation: whom a coordinator or contact stands for
    #[arg(long)]
    organisation: Option<String>,
    /// Since: the first day
    #[arg(long)]
    since: Option<Day>,
    /// Until: the last day
    #[arg(long)]
    until: Option<Day>,
}

/// What somebody does for a point, an area or an organisation
#[derive(Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
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

impl Record for Assignment {
    const NOUN: &'static str = "assignment";
    const NAMING: Naming = Naming::Unnamed;
    const CHECKED: Option<&'static [&'static str]> = Some(&["point", "area", "organisation", "since", "until"]);
    const EXAMPLE: &'static [&'static str] =
        &["--person", "MINTA-M1", "--role", "mentor", "--point", "MINTA-1", "--since", "2026-01-01"];

    fn check(&self, _network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        let places = [&self.point, &self.area, &self.organisation];
        match places.iter().filter(|place| place.is_some()).count() {
            1 => Ok(()),
            _ => Err(Refusal::data(say::assignment_needs_one_place())
                .hint(say::assignment_needs_one_place_hint())
                .into()),
        }
    }
}
