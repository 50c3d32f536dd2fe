//! Who helps, where, and for whom: areas, organisations, points, people and what they are assigned to.

pub mod area;
pub mod assign;
pub mod assignment;
pub mod category;
pub mod lead;
pub mod mentor;
pub mod organisation;
pub mod person;
pub mod point;
pub mod start;

pub use area::Area;
pub use assignment::Assignment;
pub use category::Category;
pub use organisation::Organisation;
pub use person::Person;
pub use point::Point;
