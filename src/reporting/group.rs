//! What the lines of a table are: areas, those who answer, or what a sheet is about.

use super::form::AskedOf;
use super::respondent::Respondent;
use super::responses::Response;
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::stats::register::Register;
use crate::table::Heading;
use crate::value::Form;
use clap::{Arg, ArgMatches, ValueEnum};

/// What the lines of a table are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Regions
    Region,
    /// Counties; where there are none, regions
    County,
    /// Municipalities
    Municipality,
    /// Those who answer
    Respondent,
}

impl By {
    /// The flag that names it.
    pub fn flag() -> Arg {
        let by = Arg::new("group").long("by").value_name("GROUP").value_parser(clap::value_parser!(By));
        by.help("By: a line for each of these")
    }

    /// What the line asks for.
    ///
    /// # Errors
    /// Where single people would be published.
    pub fn of(matches: &ArgMatches, asked_of: AskedOf, publish: bool) -> Result<Option<Self>> {
        let by = matches.get_one::<Self>("group").copied();
        match publish && by == Some(Self::Respondent) && asked_of == AskedOf::Person {
            true => Err(Refusal::usage(say::no_single_people()).hint(say::no_single_people_hint()).into()),
            false => Ok(by),
        }
    }

    /// The line that a respondent belongs to.
    pub fn group_of(self, respondent: &Respondent, areas: &Register) -> Option<String> {
        match self {
            Self::Respondent => Some(respondent.code.clone()),
            _ => self.area_above(respondent.area, areas),
        }
    }

    /// The line that a response belongs to: of a sheet that nobody signs, what it is about stands for who answers.
    pub fn group_of_response(self, response: &Response, areas: &Register) -> Option<String> {
        match self {
            Self::Respondent => {
                response.respondent.as_ref().map(|known| known.code.clone()).or(response.subject.clone())
            }
            _ => self.area_above(response.area, areas),
        }
    }

    /// The area of the tier in which another lies.
    fn area_above(self, area: Option<i64>, areas: &Register) -> Option<String> {
        let of = |tier| Some(areas.above(area?, tier)?.code.clone());
        match self {
            Self::Region => of("region"),
            Self::County => areas.county(area?).map(|county| county.code.clone()),
            Self::Municipality => of("municipality"),
            Self::Respondent => None,
        }
    }

    /// The heading of the column with the group.
    pub fn heading(self, areas: &Register) -> Heading {
        match self {
            Self::Respondent => Heading::new("respondent", say::respondent(), Form::Text),
            _ => {
                let heading = Heading::new("area", say::area_of_respondents(), Form::Text);
                Heading { words: areas.words(), ..heading }
            }
        }
    }
}
