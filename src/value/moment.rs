//! A moment on a clock, as logs keep it.

use chrono::{DateTime, SecondsFormat};

/// A moment as scripts read it, `2026-11-21T10:00:00Z`, from milliseconds since 1970 (UTC).
pub fn moment(clock: i64) -> String {
    match DateTime::from_timestamp_millis(clock) {
        Some(moment) => moment.to_rfc3339_opts(SecondsFormat::Secs, true),
        // No clock goes so far; what is not read as one is still told.
        None => clock.to_string(),
    }
}
