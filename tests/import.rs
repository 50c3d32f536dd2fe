//! Sheets in: mappings, faults, idempotency, and the property that both ways of writing agree.

#[path = "import/property.rs"]
mod property;
#[path = "import/run.rs"]
mod run;
#[path = "import/sheets.rs"]
mod sheets;
