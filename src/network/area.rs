//! An area: a country, a region, a county, a municipality or a district.

use crate::error::Result;
use crate::file::Network;
use crate::record::{Naming, Record};
use crate::value::{Code, Count, Day, Latitude, Longitude};
use serde::{Deserialize, Serialize};

/// An area of the country
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Area {
    /// Code: NUTS for countries, regions and counties, the statistics office's for municipalities
    pub(crate) code: Code,
    /// Name: as the statistics office writes it
    #[arg(long)]
    pub(crate) name: String,
    /// Kind: the tier of the area
    #[arg(long, value_enum)]
    pub(crate) kind: Kind,
    /// Parent: the area that it belongs to
    #[arg(long)]
    pub(crate) parent: Option<String>,
    /// Population: inhabitants
    #[arg(long)]
    population: Option<Count>,
    /// Latitude: north, in millionths of a degree (WGS 84), or in degrees with a decimal point
    #[arg(long, allow_negative_numbers = true)]
    latitude: Option<Latitude>,
    /// Longitude: east, in millionths of a degree (WGS 84), or in degrees with a decimal point
    #[arg(long, allow_negative_numbers = true)]
    longitude: Option<Longitude>,
    /// Since: the first day on which the area is this
    #[arg(long)]
    pub(crate) since: Option<Day>,
    /// Until: the last day on which the area is this
    #[arg(long)]
    pub(crate) until: Option<Day>,
}

/// The tier of an area
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A state, NUTS 0
    Country,
    /// A region: NUTS 2 in Hungary, maakunta in Finland
    Region,
    /// A county, NUTS 3 in Hungary
    County,
    /// A municipality or settlement, LAU
    Municipality,
    /// A part of a municipality; its people are counted in the municipality
    District,
}

impl Record for Area {
    const NOUN: &'static str = "area";
    const NAMING: Naming = Naming::Known;
    const EXAMPLE: &'static [&'static str] =
        &["X-01", "--name", "Mintafalva", "--kind", "municipality", "--parent", "HU332", "--population", "480"];

    fn check(&self, network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        network.refuse_a_loop("area", "parent", self.code.as_str(), self.parent.as_deref())
    }
}
