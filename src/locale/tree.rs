//! The command tree told in the reader's language, built only when clap has something to say.

use crate::call::Call;
use crate::cli;
use crate::error::Result;
use clap::ArgMatches;
use std::ffi::OsString;

/// Parses the command line.
///
/// # Errors
/// Where clap refuses it.
pub fn parse(_call: &mut Call, arguments: Vec<OsString>) -> Result<Option<ArgMatches>> {
    Ok(Some(cli::tree().try_get_matches_from(arguments)?))
}
