//! Public standards of places: their sheets are read and written by name, without a mapping file.
//!
//! What their columns and values mean stands in mappings that come with the program, one table for both ways: [`read`]
//! binds it to a sheet that comes, [`write`] turns our rows into the standard's, in its
//! [`form`], and [`export`] says which are written.

pub mod export;
pub mod form;
pub mod read;
pub mod write;

use crate::error::Result;
use crate::record::Noun;
use crate::sheet::mapping::Mapping;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches};

/// A public standard.
pub struct Standard {
    /// What the line calls it.
    pub name: &'static str,
    /// What it is for, in English.
    about: &'static str,
    /// What its rows are.
    pub noun: &'static str,
    /// Its mappings: the version that is written, then older ones, which are only read.
    versions: &'static [&'static str],
    /// Columns that a sheet of any version has.
    pub needed: &'static [&'static str],
}

/// All standards.
pub static STANDARDS: &[Standard] = &[Standard {
    name: "mediation-numerique",
    about: "places of digital support in France",
    noun: "point",
    versions: &[include_str!("standard/mediation-numerique.toml"), include_str!("standard/mediation-numerique-0.toml")],
    needed: &["id", "nom"],
}];

/// The flag that names a standard, where a noun has one.
pub fn flag(noun: &Noun, help: &'static str) -> Option<Arg> {
    let known = STANDARDS.iter().filter(|known| known.noun == noun.name);
    let names: Vec<_> = known.map(|known| PossibleValue::new(known.name).help(known.about)).collect();
    let parser = PossibleValuesParser::new(names.clone());
    let flag = Arg::new("standard").long("standard").value_name("STANDARD").value_parser(parser).help(help);
    (!names.is_empty()).then_some(flag)
}

/// The standard that the line names.
pub fn named(matches: &ArgMatches) -> Option<&'static Standard> {
    let name = matches.try_get_one::<String>("standard").ok().flatten()?;
    STANDARDS.iter().find(|known| known.name == name)
}

impl Standard {
    /// Its mapping, of the version that is written.
    ///
    /// # Errors
    /// Never, for what comes with the program: a test reads them all.
    pub fn mapping(&self) -> Result<Mapping> {
        Mapping::of_standard(self.name, self.versions[0])
    }

    /// Its mappings, that of the version that is written first.
    ///
    /// # Errors
    /// As `mapping`.
    pub fn mappings(&self) -> Result<Vec<Mapping>> {
        self.versions.iter().map(|text| Mapping::of_standard(self.name, text)).collect()
    }
}
