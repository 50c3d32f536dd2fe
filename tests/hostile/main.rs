//! Files and hand-overs from elsewhere that were made to do harm, or came to harm on the way: each is refused with words
//! and changes nothing, or is harmless; no answer takes long or much memory.

mod answer;
mod circles;
mod damaged;
mod desk;
mod forge;
mod heavy;
mod lineages;
mod manifests;
mod places;
#[path = "../faults/rounds.rs"]
#[allow(dead_code)] // The other half of it is for others.
mod rounds;
mod rows;
mod schemas;
mod sound;
mod texts;
