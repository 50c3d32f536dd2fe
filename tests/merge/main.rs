//! Files that are edited apart and merged: whatever the order and however often, all come to the same, and to what the
//! rules say when they are worked out plainly.

mod erased;
mod known;
mod older;
mod oracle;
mod property;
mod replica;
#[path = "../faults/rounds.rs"]
#[allow(dead_code)] // The other half of it is for others.
mod rounds;
mod rules;
mod world;
