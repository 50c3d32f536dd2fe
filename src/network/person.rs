//! A person who works for the network: a mentor, a lead, somebody in training.

use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say::{self, Noun};
use crate::record::{Fill, Naming, Record};
use crate::value::{Code, Day, Email, Language, Phone, Set};
use serde::{Deserialize, Serialize};

/// A person who works for the network
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Person {
    /// Code: made from the site's code where none is given
    code: Option<Code>,
    /// Name
    #[arg(long, required = true)]
    name: Option<String>,
    /// Kind: how the person is bound to the network
    #[arg(long, value_enum)]
    kind: Kind,
    /// Status: where the person stands on the way into the network and out of it
    #[arg(long, value_enum)]
    status: Status,
    /// Organisation: whom the person works for
    #[arg(long)]
    organisation: Option<String>,
    /// E-mail
    #[arg(long)]
    email: Option<Email>,
    /// Phone: with the country, +36 or +358
    #[arg(long)]
    phone: Option<Phone>,
    /// Languages: in which the person helps, as ISO 639 codes
    #[arg(long)]
    languages: Option<Set<Language>>,
    /// Skills: the topics that the person can help others with
    #[arg(long)]
    skills: Option<Set<Code>>,
    /// Joined: the first day in the network
    #[arg(long)]
    joined: Option<Day>,
    /// Left: the last day in the network
    #[arg(long)]
    left: Option<Day>,
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
#[derive(Clone, Copy, clap::ValueEnum, Serialize, Deserialize)]
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

impl Record for Person {
    const NOUN: &'static str = "person";
    const NAMING: Naming = Naming::Made("M");
    const LISTS: &'static [(&'static str, &'static str)] = &[("skills", "topic")];
    const PERSONAL: &'static [&'static str] = &["name", "email", "phone"];
    const FILLS: &'static [(&'static str, Fill)] =
        &[("kind", Fill::Text("employee")), ("status", Fill::Text("active"))];
    const EXAMPLE: &'static [&'static str] =
        &["MINTA-M1", "--name", "Minta Mária", "--kind", "volunteer", "--status", "active", "--skills", "email safety"];

    fn check(&self, _network: &Network) -> Result<()> {
        // The column may be empty in the file, where a slice travelled without personal data; nobody types it so.
        if self.name.is_none() {
            return Err(Refusal::data(say::must_have(Noun("person"), "--name")).into());
        }
        Day::in_order(self.joined, self.left)
    }
}
