//! What is asked of points, organisations, areas and people, what they answered, and what is missing.

pub mod answer;
mod blank;
pub mod book;
mod choices;
mod compliance;
mod cycle;
pub mod deadline;
mod fill;
mod filled;
pub mod form;
mod group;
mod key;
mod leads;
mod load;
mod missing;
mod occasion;
mod prefill;
pub mod question;
mod remind;
pub mod report;
mod respondent;
mod responses;
mod said;
mod schedule;
pub mod selection;
mod spread;
mod subject;
mod submit;
mod sums;
mod total;
pub mod unsound;
pub mod version;

pub use answer::Answer;
pub use deadline::Deadline;
pub use form::Form;
pub use question::Question;
pub use report::Report;

use crate::verb::Verb;

/// What only forms and reports can do.
pub const VERBS: [&Verb; 17] = [
    &load::VERB,
    &submit::VERB,
    &fill::VERB,
    &prefill::VERB,
    &blank::VERB,
    &missing::DUE,
    &missing::MISSING,
    &missing::LATE,
    &remind::VERB,
    &total::VERB,
    &spread::VERB,
    &choices::VERB,
    &compliance::VERB,
    &cycle::RETURN,
    &cycle::ACCEPT,
    &cycle::LOCK,
    &cycle::CORRECT,
];
