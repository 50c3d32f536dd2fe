//! What happens in the network: the sessions in which people are helped.

pub mod session;

pub use session::Session;
