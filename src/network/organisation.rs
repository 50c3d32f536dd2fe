//! An organisation: who keeps a point, gives support, or coordinates.

use crate::error::Result;
use crate::file::Network;
use crate::record::{Naming, Record};
use crate::value::{Code, Email, Phone};
use serde::{Deserialize, Serialize};

/// An organisation that keeps points, gives support or coordinates it
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Organisation {
    /// Code: made from the site's code where none is given
    pub(crate) code: Option<Code>,
    /// Name
    #[arg(long)]
    pub(crate) name: String,
    /// Sector: a class such as municipal, or a kind within it such as library
    #[arg(long)]
    sector: Option<String>,
    /// Duty: to guide people in its own services, in general, or both
    #[arg(long, value_enum)]
    duty: Option<Duty>,
    /// Scope: how far it works
    #[arg(long, value_enum)]
    scope: Option<Scope>,
    /// Parent: the organisation that it is part of
    #[arg(long)]
    parent: Option<String>,
    /// Area: where it works
    #[arg(long)]
    area: Option<String>,
    /// E-mail
    #[arg(long)]
    pub(crate) email: Option<Email>,
    /// Phone: with the country, +36 or +358
    #[arg(long)]
    pub(crate) phone: Option<Phone>,
    /// Website
    #[arg(long)]
    website: Option<String>,
}

/// What an organisation has to guide people in
#[derive(Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Its own services, as the law asks of authorities
    OwnServices,
    /// Devices and the internet in general
    General,
    /// Both
    Both,
}

/// How far an organisation works
#[derive(Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In its region
    Regional,
    /// In the whole country
    National,
}

impl Record for Organisation {
    const NOUN: &'static str = "organisation";
    const NAMING: Naming = Naming::Made("O");
    const LISTS: &'static [(&'static str, &'static str)] = &[("sector", "sector")];
    const EXAMPLE: &'static [&'static str] =
        &["MINTA-ONK", "--name", "Mintafalva Község Önkormányzata", "--sector", "municipality", "--duty", "both"];

    fn check(&self, network: &Network) -> Result<()> {
        let code = self.code.as_ref().map(Code::as_str).unwrap_or_default();
        network.refuse_a_loop("organisation", "parent", code, self.parent.as_deref())
    }
}
