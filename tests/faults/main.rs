//! What goes wrong outside: the file, the folder, the disk, the clock, other commands, the reader of our output.

mod aftermath;
mod at_once;
mod before;
mod clock;
mod commands;
mod content;
mod copied;
mod damaged;
mod desk;
mod disk;
mod full;
mod killed;
#[path = "../shells/left_out.rs"]
mod left_out;
mod opening;
mod outputs;
mod power;
mod rehearsal;
mod restored;
mod rounds;
mod torn;
mod trace;
mod unfinished;
