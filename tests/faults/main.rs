//! What goes wrong outside: the file, the folder, the disk, the clock, other commands, the reader of our output.

mod at_once;
mod copied;
mod damaged;
mod desk;
mod full;
mod killed;
mod opening;
mod outputs;
