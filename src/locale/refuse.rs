//! What clap refuses, in words of our own.

use crate::error::Refusal;
use crate::locale::say;
use clap::error::{ContextKind, ContextValue};
use std::error::Error;

/// The flag that is meant, and the refusal.
pub fn refusal(error: &clap::Error) -> (Option<String>, Refusal) {
    let flag = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(flag)) => Some(flag.split(' ').next().unwrap_or(flag).to_string()),
        _ => None,
    };
    if let Some(refusal) = error.source().and_then(|source| source.downcast_ref::<Refusal>()) {
        return (flag, refusal.clone());
    }
    (flag, Refusal::usage(say::failed(error.to_string())))
}
