//! A session: one occasion of support, with one person or a group.

use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Fill, Naming, Record};
use crate::value::{Code, Count, Day, Language, Minutes, Set, Tally};
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
    topics: Option<Set<Code>>,
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
    attendances: Count,
    /// Returning: how many of the attendances were by people who had been helped before
    #[arg(long)]
    returning: Option<Count>,
    /// Tally: how many per band, age:60-74=3 sex:female=2
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

/// The most attendances that one session can have.
pub const MOST_ATTENDANCES: u32 = 10_000;

impl Session {
    /// The rules between the figures of a session, which the fast path of a bulk import shares.
    ///
    /// # Errors
    /// The first rule that is broken, with the column it stands in.
    pub fn check_figures(
        attendances: u32,
        returning: Option<u32>,
        tally: Option<&Tally>,
    ) -> Result<(), (&'static str, Refusal)> {
        let people = i64::from(attendances);
        let refuse = |message| Refusal::data(message).hint(say::figures_hint());
        if !(1..=MOST_ATTENDANCES).contains(&attendances) {
            return Err(("attendances", refuse(say::attendances_out_of_range(people, i64::from(MOST_ATTENDANCES)))));
        }
        if let Some(returning) = returning.filter(|returning| *returning > attendances) {
            return Err(("returning", refuse(say::returning_above_attendances(i64::from(returning), people))));
        }
        let sums = tally.map(Tally::sums).unwrap_or_default();
        match sums.into_iter().find(|(_, sum)| *sum > u64::from(attendances)) {
            Some((list, sum)) => Err(("tally", refuse(say::tally_above_attendances(list, sum as i64, people)))),
            None => Ok(()),
        }
    }
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
        let returning = self.returning.map(|count| count.0);
        Self::check_figures(self.attendances.0, returning, self.tally.as_ref()).map_err(|(column, refusal)| {
            anyhow::Error::from(refusal).context(crate::file::write::AtColumn(column.into()))
        })
    }
}
