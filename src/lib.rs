//! Tukipont: a digital-support network in one portable file.
//!
//! A command walks from [`run`] through [`cli`] to its noun and verb, from there through [`record`] to [`file`], and
//! back as a [`table::Table`] to a printer.

pub mod about;
pub mod activity;
pub mod call;
pub mod check;
pub mod cli;
pub mod complete;
pub mod completions;
pub mod config;
pub mod demo;
pub mod error;
pub mod exchange;
pub mod file;
pub mod init;
pub mod keeping;
pub mod locale;
pub mod mapping;
pub mod network;
pub mod nouns;
pub mod record;
pub mod reporting;
pub mod setting;
pub mod sheet;
pub mod standard;
pub mod stats;
pub mod table;
pub mod value;
pub mod verb;
pub mod version;
pub mod workbook;

use call::{Call, Streams, Variables};
use std::ffi::OsString;

/// Runs one command line and gives the exit code.
///
/// Everything from outside comes in as an argument, so that tests can call it in process.
pub fn run(arguments: Vec<OsString>, variables: Variables, streams: Streams) -> u8 {
    let mut call = Call::new(variables, streams, &arguments);
    let done = cli::dispatch(&mut call, arguments).and_then(|()| call.flush());
    match done {
        Ok(()) => error::Exit::Done as u8,
        // Whoever read our output has seen enough: `| head` is no fault.
        Err(error) if error::is_closed_pipe(&error) => error::Exit::Done as u8,
        Err(error) => call.refuse(&error),
    }
}
