//! Sheets in: mappings, faults, idempotency, and the property that both ways of writing agree.

mod cells;
mod mappings;
mod property;
mod run;
mod sheets;
