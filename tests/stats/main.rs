//! Statistics: figures worked out by hand, and random sessions against plain SQL.

mod figures;
mod random;
mod world;
