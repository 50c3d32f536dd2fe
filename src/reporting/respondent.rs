//! Of whom a form is asked: the points, organisations, areas or people of its area and kinds, and since when they are there.

use super::form::{AskedOf, Form};
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::filter::BELOW;
use crate::file::id::told_apart;
use crate::file::names::Reach;
use crate::file::read::Query;
use crate::locale::say;
use crate::nouns::named;
use crate::record::Noun;
use crate::stats::register::Register;
use crate::value::Reported;
use crate::version::notice::What;
use chrono::NaiveDate;
use rusqlite::types::Value;
use std::collections::HashSet;

/// Somebody of whom a form is asked.
#[derive(Clone)]
pub struct Respondent {
    /// The row.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// The area that it lies in, or is.
    pub area: Option<i64>,
    /// From when it was there.
    pub since: Option<NaiveDate>,
    /// Until when it was there.
    pub until: Option<NaiveDate>,
    /// Whether it owes anything: what is planned, or was closed nobody knows when, does not.
    pub owes: bool,
}

impl Respondent {
    /// Whether it was there on any day of a period.
    pub fn was_there(&self, period: Reported) -> bool {
        self.since.is_none_or(|since| since <= period.to) && self.until.is_none_or(|until| period.from <= until)
    }

    /// The county that it lies in; where there are no counties, the region.
    pub fn county(&self, areas: &Register) -> Option<String> {
        Some(areas.county(self.area?)?.code.clone())
    }

    /// What people call it: its name and its code.
    pub fn words(&self) -> String {
        self.name.as_ref().map_or_else(|| self.code.clone(), |name| format!("{name} ({})", self.code))
    }
}

/// Those of whom a form is asked, in the order of their codes: points and people with the days of their coming and going,
/// organisations always; where an area is given, only those in it.
///
/// # Errors
/// Where it is asked of nobody in particular, or there is no such area.
pub fn respondents(network: &Network, form: &Form, area: Option<&str>) -> Result<Vec<Respondent>> {
    let Some(noun) = form.asked_of.noun() else {
        let refusal = Refusal::usage(say::nobody_owes_it(form.code.to_string()));
        return Err(refusal.hint(say::nobody_owes_it_hint()).into());
    };
    let noun = named(noun)?;
    let mut query = Query::default();
    for area in [area, form.area.as_deref()].into_iter().flatten() {
        lie_in(network, noun, form.asked_of, area, &mut query)?;
    }
    let kinds: Vec<Value> =
        form.respondent_kinds.iter().flat_map(|kinds| kinds.iter()).map(|kind| Value::Text(kind.to_string())).collect();
    if !kinds.is_empty() {
        query.one_of(&format!("{}.kind", noun.name), kinds);
    }
    // A column that a noun does not have is read as its code and set aside.
    let (area_column, since, until) = match form.asked_of {
        AskedOf::Point => ("area", "opened", "closed"),
        AskedOf::Organisation => ("area", "code", "code"),
        AskedOf::Area => ("id", "since", "until"),
        AskedOf::Person | AskedOf::Anybody => ("code", "joined", "left"),
    };
    let mut respondents = Vec::new();
    let status = if noun.place("status").is_some() { "status" } else { "code" };
    let notices = network.notices()?;
    network.scan(noun, &["id", "code", "name", area_column, since, until, status], &query, |row| {
        let day = |place| -> Result<Option<NaiveDate>> {
            let text: Option<String> = if since == "code" { None } else { row.get(place)? };
            Ok(text.and_then(|text| text.parse().ok()))
        };
        let (id, code): (i64, String) = (row.get(0)?, row.get(1)?);
        let (until, stands): (Option<NaiveDate>, String) = (day(5)?, row.get(6)?);
        let is_to_come = status != "code" && ["planned", "prospective"].contains(&stands.as_str());
        let is_gone = status != "code" && ["closed", "left"].contains(&stands.as_str()) && until.is_none();
        respondents.push(Respondent {
            id,
            code: if notices.has(noun.name, id, What::Shared) { told_apart(&code, id) } else { code },
            name: row.get(2)?,
            area: if area_column == "code" { None } else { row.get(3)? },
            since: day(4)?,
            until,
            owes: !is_to_come && !is_gone,
        });
        Ok(())
    })?;
    respondents.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(respondents)
}

/// Narrows a query to those in an area and all that lies in it.
fn lie_in(network: &Network, noun: &'static Noun, asked_of: AskedOf, area: &str, query: &mut Query) -> Result<()> {
    let column = match asked_of {
        AskedOf::Person => {
            return Err(Refusal::usage(say::people_have_no_area()).hint(say::people_have_no_area_hint()).into());
        }
        AskedOf::Area => "id",
        _ => "area",
    };
    let (condition, id) = below(network, area)?;
    query.and(format!("{}.{column} IN ({condition})", noun.name), [id]);
    Ok(())
}

/// An area and all that lies in it.
///
/// # Errors
/// Where there is no such area.
pub fn within(network: &Network, area: &str) -> Result<HashSet<i64>> {
    let (condition, id) = below(network, area)?;
    let (mut query, mut within) = (Query::default(), HashSet::new());
    query.and(format!("area.id IN ({condition})"), [id]);
    network.scan(named("area")?, &["id"], &query, |row| {
        within.insert(row.get(0)?);
        Ok(())
    })?;
    Ok(within)
}

/// What stands for the rows of an area and all below it.
fn below(network: &Network, area: &str) -> Result<(&'static str, Value)> {
    Ok((BELOW, Value::Integer(network.find_id(named("area")?, None, area, Reach::Beginning)?)))
}
