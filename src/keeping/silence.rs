//! Open points from which no hand-over has come for longer than they may keep silent.

use crate::call::Call;
use crate::check::Finding;
use crate::error::Result;
use crate::file::Network;
use crate::file::handover::{Direction, Handover};
use crate::locale::say;
use crate::network::Point;
use crate::network::point::Status;
use crate::nouns;
use crate::value::Day;
use chrono::DateTime;
use std::collections::HashMap;

/// The milliseconds of a day.
const DAY: i64 = 86_400_000;

/// What a hand-over is about.
#[derive(PartialEq, Eq, Hash)]
enum About {
    /// One point.
    Point(i64),
    /// An area and all below it.
    Area(i64),
    /// Everything that this site has.
    All(String),
}

/// When the last hand-over about something came or went.
#[derive(Default)]
struct Last(HashMap<(Direction, About), i64>);

impl Last {
    fn of(network: &Network) -> Result<Self> {
        let mut last = Self::default();
        for Handover { direction, clock, received, site, area, point, .. } in network.handovers()? {
            let about = match (point, area) {
                (Some(point), _) => About::Point(point),
                (None, Some(area)) => About::Area(area),
                (None, None) => About::All(site),
            };
            let moment = last.0.entry((direction, about)).or_insert(i64::MIN);
            *moment = (*moment).max(received.unwrap_or(clock));
        }
        Ok(last)
    }

    /// The last about any of these.
    fn about(&self, direction: Direction, any: impl Iterator<Item = About>) -> Option<i64> {
        any.filter_map(|about| self.0.get(&(direction, about)).copied()).max()
    }
}

/// Open points that have sent no hand-over for longer than they may.
///
/// # Errors
/// Only those of the database.
pub fn silent_points(call: &Call, network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    let noun = nouns::named("point")?;
    let usual = network.setting("handover-days")?.and_then(|days| days.parse::<i64>().ok());
    let usual_point = network.setting("usual-point")?;
    let (last, carriers) = (Last::of(network)?, network.carriers("point")?);
    let own = network.site()?.to_string();
    for (row, point) in network.all::<Point>()? {
        let days = point.handover_days.map(|days| i64::from(days.0)).or(usual.filter(|_| point.is_staffed()));
        let Some(days) = days.filter(|_| point.status == Status::Open) else { continue };
        let area = noun.place("area").and_then(|place| row.cells[place].clone());
        let areas = match area {
            Some(area) => {
                let area = network.id_of_code(nouns::named("area")?, None, &area)?;
                area.map(|area| network.up("area", "parent", area)).transpose()?.unwrap_or_default()
            }
            None => Vec::new(),
        };
        let rows = network.notices()?.meant_by("point", row.id);
        let points = || rows.iter().map(|row| About::Point(*row));
        let around = || points().chain(areas.iter().map(|area| About::Area(*area)));
        // Whoever has once sent the point sends it with everything.
        let all = rows.iter().filter_map(|row| carriers.get(row)).flatten().map(|site| About::All(site.clone()));
        // In its own file a point has sent what was sent there; elsewhere that only counts where nothing has come.
        let last = match usual_point.as_deref() == Some(&*row.called(noun)) {
            true => last.about(Direction::Sent, around().chain([About::All(own.clone())])),
            false => {
                last.about(Direction::Received, around().chain(all)).or_else(|| last.about(Direction::Sent, points()))
            }
        };
        let text = match last {
            None => say::has_sent_nothing(),
            Some(last) if (network.clock - last) / DAY > days => {
                let day = DateTime::from_timestamp_millis(last).map(|last| Day(call.day_at(last)));
                say::has_not_sent_since(day.unwrap_or(Day(call.today())), (network.clock - last) / DAY)
            }
            Some(_) => continue,
        };
        findings.push(Finding::new(noun, &row.called(noun), text));
    }
    Ok(())
}
