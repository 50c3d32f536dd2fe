//! Files that are edited apart and merged: whatever the order and however often, all come to the same, and to what the
//! rules say when they are worked out plainly.

mod known;
mod older;
mod oracle;
mod property;
mod replica;
mod rules;
mod world;
