//! A session: one occasion of support, with one person or a group.

use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Fill, Naming, Record};
use crate::value::{Attendances, Count, Day, Entry, Language, Minutes, Set, Tally};
use serde::{Deserialize, Serialize};

/// One occasion of support
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Session {
    /// Date: the day of the session
    #[arg(long, short = 'd')]
    date: Day,
    /// Point: whose session it is
    #[arg(long, short = 'p')]
    point: String,
    /// Mentor: who helped
    #[arg(long)]
    mentor: Option<String>,
    /// Area: where it took place; the point's where it is empty
    #[arg(long)]
    area: Option<String>,
    /// Mode: how the support was given, a class such as remote or a mode within it such as phone
    #[arg(long, short = 'm')]
    mode: String,
    /// Kind
    #[arg(long, short = 'k', value_enum)]
    kind: Kind,
    /// Topics: what it was about
    #[arg(long, short = 't')]
    topics: Option<Set<Entry>>,
    /// Service: the e-service that was used
    #[arg(long)]
    service: Option<String>,
    /// Device: what it was done on
    #[arg(long)]
    device: Option<String>,
    /// Reason: why help was needed
    #[arg(long)]
    reason: Option<String>,
    /// Minutes: how long it lasted, 90 or 1:30
    #[arg(long)]
    minutes: Option<Minutes>,
    /// Attendances: how many people were there; who comes twice is counted twice
    #[arg(long, short = 'n')]
    attendances: Attendances,
    /// Returning: how many of the attendances were by people who had been helped before
    #[arg(long)]
    returning: Option<Count>,
    /// Tally: how many in each band, age:60-74=3 sex:female=2; the bands: tukipont category list age
    #[arg(long)]
    tally: Option<Tally>,
    /// Outcome: how it ended
    #[arg(long)]
    outcome: Option<String>,
    /// Redirected to: where the person was sent on to
    #[arg(long)]
    redirected_to: Option<String>,
    /// Language: in which help was given, as an ISO 639 code
    #[arg(long)]
    language: Option<Language>,
    /// Note: nothing that tells who was helped
    #[arg(long)]
    note: Option<String>,
    /// Sender's id: what the sender of the sheet calls the session
    #[arg(long)]
    sender_id: Option<String>,
}

/// With whom a session was held
#[derive(Clone, Copy, PartialEq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// With one person, in peace
    Individual,
    /// With a group
    Group,
    /// In passing, at the desk
    OneOff,
}

impl Record for Session {
    const NOUN: &'static str = "session";
    const NAMING: Naming = Naming::Unnamed;
    const DATE: Option<&'static str> = Some("date");
    const LISTS: &'static [(&'static str, &'static str)] = &[
        ("mode", "mode"),
        ("topics", "topic"),
        ("service", "service"),
        ("device", "device"),
        ("reason", "reason"),
        ("outcome", "outcome"),
        ("redirected_to", "redirection"),
    ];
    const PERSONAL: &'static [&'static str] = &["note"];
    const NOTES: &'static [&'static str] = &["note"];
    const NEEDED_UNTIL: Option<&'static str> = Some("date");
    const CHECKED: Option<&'static [&'static str]> = Some(&["attendances", "returning", "tally"]);
    const FILLS: &'static [(&'static str, Fill)] =
        &[("date", Fill::Today), ("point", Fill::Setting("usual-point")), ("mentor", Fill::Setting("usual-mentor"))];
    const EXAMPLE: &'static [&'static str] = &[
        "--date",
        "2026-11-02",
        "--point",
        "MINTA-1",
        "--mode",
        "phone",
        "--kind",
        "individual",
        "--topics",
        "email safety",
        "--minutes",
        "30",
        "--attendances",
        "1",
        "--tally",
        "age:60-74 sex:female",
        "--outcome",
        "alone",
    ];

    fn check(&self, _network: &Network) -> Result<()> {
        let people = i64::from(self.attendances.0);
        let at = |column: &str, message| {
            Err(anyhow::Error::from(Refusal::data(message).hint(say::figures_hint()))
                .context(AtColumn(column.to_string())))
        };
        let returning = self.returning.map_or(0, |count| i64::from(count.0));
        if returning > people {
            return at("returning", say::returning_above_attendances(returning, people));
        }
        let sums = self.tally.as_ref().map(Tally::sums).unwrap_or_default();
        match sums.into_iter().find(|(_, sum)| *sum > people as u64) {
            Some((list, sum)) => at("tally", say::tally_above_attendances(list, sum as i64, people)),
            None => Ok(()),
        }
    }
}
