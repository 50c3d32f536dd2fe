//! Points as a standard writes them: what is known, in its words.

use super::form;
use crate::error::Result;
use crate::file::{Network, Row};
use crate::nouns;
use crate::record::{Cells, Noun};
use crate::sheet::mapping::{Mapping, Origin};
use crate::value::composed;
use chrono::DateTime;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Turns points into the standard's rows.
pub struct Writer<'n> {
    network: &'n Network,
    /// What the standard's columns and values mean.
    pub mapping: Mapping,
    /// For our column and value, `column:value`, what is written in which of their columns.
    words: HashMap<String, Vec<(String, String)>>,
    /// The coarser class of each category.
    coarser: HashMap<String, String>,
    areas: HashMap<String, Cells>,
    hosts: HashMap<String, Cells>,
    name: String,
}

/// A point as the standard writes it.
#[derive(Default)]
pub struct Place {
    /// Its cells, in the standard's order.
    pub cells: Vec<String>,
    /// Their columns that must not be empty and are, each with our flag for it and what stands there.
    pub(super) lacks: Vec<(&'static str, &'static str, String)>,
    /// Their columns that are left empty, since what we know has not their form.
    pub(super) emptied: Vec<&'static str>,
    /// Our values that the standard has no word for, `column:value`.
    pub(super) wordless: Vec<String>,
}

impl<'n> Writer<'n> {
    /// One for the points of a network.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn of(network: &'n Network, mapping: Mapping) -> Result<Self> {
        let mut words: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (theirs, pairs) in &mapping.written {
            for (ours, word) in pairs {
                words.entry(ours.clone()).or_default().push((theirs.clone(), word.clone()));
            }
        }
        for rule in mapping.columns.iter().filter(|rule| rule.is_closed) {
            let Origin::Column(theirs) = &rule.origin else { continue };
            for (word, ours) in &rule.values {
                for code in ours.split(' ') {
                    let known = words.entry(format!("{}:{code}", rule.column)).or_default();
                    // What is written for it is said already, where they have several words for one of ours.
                    if !known.iter().any(|(column, _)| column == theirs) {
                        known.push((theirs.clone(), word.clone()));
                    }
                }
            }
        }
        let by_code = |noun: &str| -> Result<HashMap<String, Cells>> {
            let (noun, mut rows) = (nouns::named(noun)?, HashMap::new());
            network.rows(noun, &Default::default(), |row| {
                rows.insert(row.called(noun), row.cells);
                Ok(())
            })?;
            Ok(rows)
        };
        let category = nouns::named("category")?;
        let coarser = by_code("category")?
            .into_iter()
            .filter_map(|(code, cells)| Some((code, text(category, &cells, "coarser")?)));
        let (coarser, areas, hosts) = (coarser.collect(), by_code("area")?, by_code("organisation")?);
        let name = network.setting("name")?.unwrap_or_default();
        Ok(Self { network, mapping, words, coarser, areas, hosts, name })
    }

    /// A point as the standard writes it.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn place(&self, noun: &Noun, row: &Row) -> Result<Place> {
        let mut place = Place::default();
        let known = |name: &str| text(noun, &row.cells, name);
        let town = known("area").and_then(|code| self.municipality(&code));
        let host = known("host");
        let mut listed = self.listed(noun, row, &mut place.wordless);
        for heading in &self.mapping.headings {
            let cell = match heading.as_str() {
                "id" => Some(crate::file::id::published(row.id)),
                "pivot" => {
                    Some(host.clone().filter(|code| form::is_pivot(code)).unwrap_or_else(|| form::NO_PIVOT.to_string()))
                }
                "nom" => known("name"),
                "commune" => place.needed("commune", "area", town.as_ref().map(|(_, name)| name.clone()), |_| true),
                "code_insee" => {
                    place.fitting("code_insee", town.as_ref().map(|(code, _)| code.clone()), form::is_municipality)
                }
                "code_postal" => place.needed("code_postal", "postcode", known("postcode"), form::is_postcode),
                "adresse" => place.needed("adresse", "address", known("address"), |_| true),
                "latitude" | "longitude" => known(heading).and_then(|millionths| form::degrees(&millionths)),
                "telephone" => place.fitting("telephone", known("phone"), form::is_phone),
                "courriels" => known("email"),
                "site_web" => known("website"),
                "horaires" => known("opening_hours"),
                "source" => Some(self.name.clone()),
                // A host that only its number is known of has no name.
                "structure_parente" => host.as_ref().and_then(|code| {
                    let organisation = nouns::named("organisation").ok()?;
                    text(organisation, self.hosts.get(code)?, "name").filter(|name| name != code)
                }),
                "date_maj" => match known("verified") {
                    Some(day) => Some(day),
                    None => self.changed(noun, row)?,
                },
                _ => listed.remove(heading).map(|words| words.into_iter().collect::<Vec<_>>().join("|")),
            };
            place.cells.push(composed(&cell.unwrap_or_default()));
        }
        Ok(place)
    }

    /// The day of a row's last change, the same wherever it is written.
    fn changed(&self, noun: &Noun, row: &Row) -> Result<Option<String>> {
        let moment = self.network.clock_of(noun, row.id)?.and_then(DateTime::from_timestamp_millis);
        Ok(moment.map(|moment| moment.date_naive().to_string()))
    }

    /// The municipality that an area is or lies in, by its code and name.
    fn municipality(&self, code: &str) -> Option<(String, String)> {
        let area = nouns::named("area").ok()?;
        let mut code = code.to_string();
        loop {
            let cells = self.areas.get(&code)?;
            match text(area, cells, "kind")?.as_str() {
                "municipality" => return Some((code, text(area, cells, "name")?)),
                "district" => code = text(area, cells, "parent")?,
                _ => return None,
            }
        }
    }

    /// What is written in their columns with possible values.
    fn listed(&self, noun: &Noun, row: &Row, wordless: &mut Vec<String>) -> BTreeMap<String, BTreeSet<String>> {
        let mut listed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for column in ["kind", "modes", "topics", "languages"] {
            let values = text(noun, &row.cells, column).unwrap_or_default();
            for value in values.split(' ').filter(|value| !value.is_empty()) {
                match self.words(noun, column, value) {
                    Some(words) => {
                        for (theirs, word) in words.iter().filter(|(_, word)| !word.is_empty()) {
                            listed.entry(theirs.clone()).or_default().extend(word.split('|').map(str::to_string));
                        }
                    }
                    None => wordless.push(format!("{column}:{value}")),
                }
            }
        }
        listed
    }

    /// The standard's words for a value of ours, or for its coarser class.
    fn words(&self, noun: &Noun, column: &str, value: &str) -> Option<&Vec<(String, String)>> {
        let (mut value, mut seen) = (value.to_string(), BTreeSet::new());
        loop {
            if let Some(words) = self.words.get(&format!("{column}:{value}")) {
                return Some(words);
            }
            let above = noun.list_of(column).and_then(|list| self.coarser.get(&format!("{list}:{value}")));
            match above.and_then(|code| code.split_once(':')) {
                Some((_, above)) if seen.insert(value.clone()) => value = above.to_string(),
                _ => return self.words.get(&format!("{column}:*")),
            }
        }
    }
}

impl Place {
    /// A cell that must not be empty; it is noted where it is, or has not the standard's form.
    fn needed(
        &mut self,
        theirs: &'static str,
        ours: &'static str,
        text: Option<String>,
        fits: fn(&str) -> bool,
    ) -> Option<String> {
        let fitting = text.clone().filter(|text| fits(text));
        if fitting.is_none() {
            self.lacks.push((theirs, ours, text.unwrap_or_default()));
        }
        fitting
    }

    /// A cell that stays empty where it has not the standard's form, which is noted.
    fn fitting(&mut self, theirs: &'static str, text: Option<String>, fits: fn(&str) -> bool) -> Option<String> {
        if text.as_ref().is_some_and(|text| !fits(text)) {
            self.emptied.push(theirs);
        }
        text.filter(|text| fits(text))
    }
}

/// A field of a row.
pub(super) fn text(noun: &Noun, cells: &Cells, name: &str) -> Option<String> {
    noun.place(name).and_then(|place| cells[place].clone())
}
