//! What a new network begins with: the areas of its country, and the code lists.

use crate::error::Result;
use crate::file::Network;
use crate::file::setting::Setting;
use crate::nouns;
use crate::record::{Cells, Noun};

/// What was put into the file.
pub struct Made {
    /// How many areas.
    pub areas: i64,
    /// How many categories.
    pub categories: i64,
}

/// Sets the settings and loads the starting rows, all or nothing.
///
/// # Errors
/// Where a setting is refused, or the file cannot be written.
pub fn fill(network: &Network, settings: &[(&Setting, &str)]) -> Result<Made> {
    network.connection.execute_batch("BEGIN IMMEDIATE")?;
    network.log_the_program()?;
    let site = settings.iter().find(|(setting, _)| setting.name == "site").map_or("", |(_, site)| site);
    network.begin_at(site, "init", "")?;
    for (setting, value) in settings {
        network.begin_with(setting, value)?;
    }
    let country = network.setting("country")?;
    let (areas, services) = match country.as_deref() {
        Some("hu") => (include_str!("areas/hu.csv"), include_str!("categories/hu.csv")),
        Some("fi") => (include_str!("areas/fi.csv"), include_str!("categories/fi.csv")),
        _ => ("", ""),
    };
    let areas = load(network, "area", areas)?;
    let categories =
        load(network, "category", include_str!("categories/all.csv"))? + load(network, "category", services)?;
    network.commit()?;
    Ok(Made { areas, categories })
}

/// Adds the rows of a sheet that comes with the program; parents stand before their children.
fn load(network: &Network, noun: &str, sheet: &str) -> Result<i64> {
    let noun = nouns::named(noun)?;
    let rows = rows(noun, sheet)?;
    rows.iter().try_for_each(|row| network.insert_known(noun, row))?;
    Ok(rows.len() as i64)
}

/// The rows of a sheet that comes with the program.
///
/// # Errors
/// Never, for what comes along.
pub fn rows(noun: &Noun, sheet: &str) -> Result<Vec<Cells>> {
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let headings = reader.headers()?.clone();
    let places: Vec<Option<usize>> =
        noun.columns().iter().map(|column| headings.iter().position(|heading| heading == column.name)).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |place: &Option<usize>| record.get((*place)?).filter(|text| !text.is_empty()).map(str::to_string);
        rows.push(places.iter().map(cell).collect());
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    /// Rows, municipalities, and the sum of their people, as the statistics offices have them.
    fn figures(sheet: &str) -> (usize, usize, u64) {
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(sheet.as_bytes()).records().map(|row| row.expect("a row")).collect();
        let municipalities = rows.iter().filter(|row| &row[2] == "municipality");
        let people = municipalities.clone().map(|row| row[4].parse::<u64>().unwrap_or_default()).sum();
        (rows.len(), municipalities.count(), people)
    }

    #[test]
    fn every_area_is_there_and_nobody_is_counted_twice() {
        assert_eq!(figures(include_str!("areas/hu.csv")), (3_207, 3_155, 9_584_627));
        assert_eq!(figures(include_str!("areas/fi.csv")), (328, 308, 5_562_370));
    }
}
