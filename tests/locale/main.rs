//! Three languages: their catalogues, one grammar, and what people see of them.

mod catalogue;
mod grammar;
mod terminal;
