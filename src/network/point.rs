//! An access point: where people are helped.

use crate::error::Result;
use crate::file::Network;
use crate::record::{Fill, Naming, Record};
use crate::value::{Code, Day, Days, Email, Entry, Language, Latitude, Longitude, OpeningHours, Phone, Set};
use serde::{Deserialize, Serialize};

/// An access point, where people are helped
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Point {
    /// Code: made from the site's code where none is given
    pub(crate) code: Option<Code>,
    /// Name: as it stands at the door
    #[arg(long)]
    pub(crate) name: String,
    /// Kind: whether somebody is there to help
    #[arg(long, value_enum)]
    pub(crate) kind: Kind,
    /// Status
    #[arg(long, value_enum)]
    pub(crate) status: Status,
    /// Area: the municipality or district it lies in
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Address: street and house
    #[arg(long)]
    address: Option<String>,
    /// Postcode
    #[arg(long)]
    postcode: Option<String>,
    /// Latitude: north, in millionths of a degree (WGS 84), or in degrees with a decimal point
    #[arg(long, allow_negative_numbers = true)]
    latitude: Option<Latitude>,
    /// Longitude: east, in millionths of a degree (WGS 84), or in degrees with a decimal point
    #[arg(long, allow_negative_numbers = true)]
    longitude: Option<Longitude>,
    /// Host: the organisation that keeps the point
    #[arg(long)]
    host: Option<String>,
    /// Opened: the day on which it opened
    #[arg(long)]
    pub(crate) opened: Option<Day>,
    /// Closed: the day on which it closed
    #[arg(long)]
    pub(crate) closed: Option<Day>,
    /// Opening hours: in OpenStreetMap's syntax, Mo-Fr 09:00-17:00
    #[arg(long)]
    opening_hours: Option<OpeningHours>,
    /// Phone: with the country, +36 or +358
    #[arg(long)]
    phone: Option<Phone>,
    /// E-mail
    #[arg(long)]
    email: Option<Email>,
    /// Website
    #[arg(long)]
    website: Option<String>,
    /// Modes: the modes of support it offers
    #[arg(long)]
    modes: Option<Set<Entry>>,
    /// Topics: what it helps with
    #[arg(long)]
    topics: Option<Set<Entry>>,
    /// Languages: in which it helps, as ISO 639 codes
    #[arg(long)]
    languages: Option<Set<Language>>,
    /// Last verified on: the day on which somebody last made sure that all this is true
    #[arg(long)]
    verified: Option<Day>,
    /// Hand-over days: it sends a hand-over at least every so many days; `check` names it when it has not
    #[arg(long)]
    pub(crate) handover_days: Option<Days>,
}

/// Whether somebody is there to help
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody is there to help
    Staffed,
    /// Devices and a connection, nobody to help
    Unstaffed,
    /// It comes to where people are
    Mobile,
}

/// Where a point stands in its life
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not open yet
    Planned,
    /// Open
    Open,
    /// Closed for a while
    Paused,
    /// Closed for good
    Closed,
}

impl Point {
    /// Whether somebody should be there to help.
    pub fn is_staffed(&self) -> bool {
        self.kind != Kind::Unstaffed
    }
}

impl Record for Point {
    const NOUN: &'static str = "point";
    const NAMING: Naming = Naming::Made("P");
    const LISTS: &'static [(&'static str, &'static str)] = &[("modes", "mode"), ("topics", "topic")];
    const FILLS: &'static [(&'static str, Fill)] = &[("kind", Fill::Text("staffed")), ("status", Fill::Text("open"))];
    const EXAMPLE: &'static [&'static str] = &[
        "MINTA-1",
        "--name",
        "Mintafalvai könyvtár",
        "--kind",
        "staffed",
        "--status",
        "open",
        "--area",
        "Orosháza",
        "--opening-hours",
        "Mo-Fr 09:00-17:00",
        "--modes",
        "service-point phone",
    ];

    fn check(&self, _network: &Network) -> Result<()> {
        Day::in_order(self.opened, self.closed)
    }
}
