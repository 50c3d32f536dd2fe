//! Keeping a file whole: what happened in it, taking things back, copies, and what may no longer be kept.

pub mod history;
pub mod undo;
