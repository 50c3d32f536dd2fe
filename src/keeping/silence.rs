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

/// The milliseconds of a day.
const DAY: i64 = 86_400_000;

/// What a hand-over has to do with a point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// It is about this point alone.
    It,
    /// It is about an area around it, or about everything.
    More,
}

/// Open points that have sent no hand-over for longer than they may.
///
/// # Errors
/// Only those of the database.
pub fn silent_points(call: &Call, network: &Network, findings: &mut Vec<Finding>) -> Result<()> {
    let noun = nouns::named("point")?;
    let usual = network.setting("handover-days")?.and_then(|days| days.parse::<i64>().ok());
    let usual_point = network.setting("usual-point")?;
    let handovers = network.handovers()?;
    let carriers = network.carriers("point")?;
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
        let about = |handover: &Handover| match (handover.point, handover.area) {
            (Some(point), _) => rows.contains(&point).then_some(About::It),
            (None, Some(area)) => areas.contains(&area).then_some(About::More),
            // Whoever has once sent the point sends it with everything.
            (None, None) => {
                let has_it = rows.iter().any(|row| carriers.contains(&(handover.site.clone(), *row)));
                (has_it || handover.direction == Direction::Sent).then_some(About::More)
            }
        };
        let last = |direction: Direction, most: About| {
            let of_it = |handover: &&Handover| {
                let about = about(handover);
                handover.direction == direction && about.is_some_and(|about| about == About::It || about == most)
            };
            let moments = handovers.iter().filter(of_it).map(|handover| handover.received.unwrap_or(handover.clock));
            moments.max()
        };
        // In its own file a point has sent what was sent there; elsewhere that only counts where nothing has come.
        let last = match usual_point.as_deref() == Some(&*row.called(noun)) {
            true => last(Direction::Sent, About::More),
            false => last(Direction::Received, About::More).or_else(|| last(Direction::Sent, About::It)),
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
