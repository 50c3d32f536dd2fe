//! What is told of hand-overs that were lost on the way.

use super::handover::code;
use crate::call::Call;
use crate::error::Result;
use crate::file::Network;
use crate::file::gap::Gap;
use crate::locale::say;
use chrono::DateTime;

/// What is missing, and how whoever sent the others makes up for it.
///
/// # Errors
/// Only those of the database.
pub fn missing(call: &Call, network: &Network, gap: &Gap) -> Result<say::Text> {
    let day = gap.since.and_then(DateTime::from_timestamp_millis).map(|since| call.day_at(since).to_string());
    let mut command = "tukipont handover create -o FILE".to_string();
    for (flag, value) in
        [("area", code(network, "area", gap.area)?), ("point", code(network, "point", gap.point)?), ("since", day)]
    {
        command.extend(value.map(|value| format!(" --{flag} {value}")));
    }
    if gap.people {
        command.push_str(" --people");
    }
    Ok(say::handover_missing(&gap.site, command))
}
