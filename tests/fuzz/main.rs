//! Sheets and mappings that came to harm or were made to do some: each is taken as it is told, or refused with words, and
//! then nothing is stored; in little memory, which is why this is a process of its own.

mod harm;
mod network;
#[path = "../faults/rounds.rs"]
#[allow(dead_code)] // The other half of it is for others.
mod rounds;
#[path = "../import/run.rs"]
#[allow(dead_code)]
mod run;
mod sheets;
