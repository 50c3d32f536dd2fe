//! Sheets in: mappings, faults, idempotency, and the property that both ways of writing agree.

mod again;
mod answers;
mod cells;
#[path = "../shells/left_out.rs"]
mod left_out;
mod limits;
mod mappings;
mod office;
mod property;
mod registers;
mod remembered;
mod reports;
mod round_trip;
mod run;
mod sheets;
mod standard;
mod terminal;
mod totals;
mod ways;
#[cfg(feature = "workbook")]
mod workbooks;
#[cfg(feature = "workbook")]
mod workbooks_damaged;
