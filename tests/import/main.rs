//! Sheets in: mappings, faults, idempotency, and the property that both ways of writing agree.

mod again;
mod cells;
mod mappings;
mod property;
mod registers;
mod round_trip;
mod run;
mod sheets;
mod standard;
mod ways;
#[cfg(feature = "workbook")]
mod workbooks;
#[cfg(feature = "workbook")]
mod workbooks_damaged;
