//! Keeping a file whole: what happened in it, taking things back, copies, and what may no longer be kept.

pub mod backup;
pub mod doctor;
pub mod erase;
pub mod history;
pub mod retention;
pub mod silence;
pub mod soundness;
pub mod undo;
