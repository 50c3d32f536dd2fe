//! Yes or no, where a flag that is not given must stay unknown.

use serde::{Deserialize, Serialize};

/// Yes or no
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Yes
    Yes,
    /// No
    No,
}
