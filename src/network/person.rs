//! A person who works for the network: a mentor, a lead, somebody in training.

use crate::error::Result;
use crate::file::Network;
use crate::record::{Naming, Record};
use crate::value::{Code, Day, Email, Entry, Language, Phone, Set};
use serde::{Deserialize, Serialize};

/// A person who works for the network
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Person {
    /// Code: made from the site's code where none is given
    pub(crate) code: Option<Code>,
    /// Name
    #[arg(long, required = true)]
    pub(crate) name: Option<String>,
    /// Kind: how the person is bound to the network
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Status: where the person stands on the way into the network and out of it
    #[arg(long, value_enum)]
    pub(crate) status: Status,
    /// Organisation: whom the person works for
    #[arg(long)]
    organisation: Option<String>,
    /// E-mail
    #[arg(long)]
    pub(crate) email: Option<Email>,
    /// Phone: with the country, +36 or +358
    #[arg(long)]
    pub(crate) phone: Option<Phone>,
    /// Languages: in which the person helps, as ISO 639 codes
    #[arg(long)]
    languages: Option<Set<Language>>,
    /// Skills: the topics that the person can help others with
    #[arg(long)]
    skills: Option<Set<Entry>>,
    /// Joined: the first day in the network
    #[arg(long)]
    pub(crate) joined: Option<Day>,
    /// Left: the last day in the network
    #[arg(long)]
    pub(crate) left: Option<Day>,
}

/// How a person is bound to the network
#[derive(Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Paid by an organisation of the network
    Employee,
    /// Unpaid
    Volunteer,
    /// Paid by somebody else
    External,
}

/// Where a person stands on the way into the network and out of it
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Has been asked, or has asked
    Prospective,
    /// Is being trained
    InTraining,
    /// Works
    Active,
    /// Does not work for a while
    Paused,
    /// Has left
    Left,
}

impl Person {
    /// Whether the person works for the network on a day, as far as status and days tell.
    pub fn works_on(&self, day: Day) -> bool {
        let has_joined = self.joined.is_none_or(|joined| joined <= day);
        match (self.left, self.status) {
            (Some(left), _) => has_joined && day <= left,
            (None, Status::Active | Status::Paused) => has_joined,
            (None, _) => false,
        }
    }
}

impl Record for Person {
    const NOUN: &'static str = "person";
    const NAMING: Naming = Naming::Made("M");
    const LISTS: &'static [(&'static str, &'static str)] = &[("skills", "topic")];
    const PERSONAL: &'static [&'static str] = &["name", "email", "phone"];
    const NEEDED_UNTIL: Option<&'static str> = Some("left");
    const EXAMPLE: &'static [&'static str] =
        &["MINTA-M1", "--name", "Minta Mária", "--kind", "volunteer", "--status", "active", "--skills", "email safety"];

    fn check(&self, _network: &Network) -> Result<()> {
        Day::in_order(self.joined, self.left)
    }
}
