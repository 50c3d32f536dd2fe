//! Gaps: hand-overs that begin where none that was received here ends, since one before them was lost on the way.

use super::Network;
use super::foreign::Foreign;
use super::handover::{Direction, Handover};
use crate::error::Result;
use std::collections::HashSet;

/// What is missing before a hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The copy of the file whose rows are missing.
    pub site: String,
    /// The area whose rows they are, where they are those of one.
    pub area: Option<i64>,
    /// The point whose rows they are, where they are those of one.
    pub point: Option<i64>,
    /// Whether what tells of persons is missing.
    pub people: bool,
    /// When the last hand-over before the gap was made, by its maker's clock; none where nothing before it is here.
    pub since: Option<i64>,
}

impl Network {
    /// What is missing before a hand-over that was received, or is about to be.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn gap_before(&self, handover: &Handover) -> Result<Option<Gap>> {
        // What an older program made does not say how far it reaches: nothing is claimed of what comes after it.
        let (Some(begins), Some(_)) = (handover.since, handover.until) else { return Ok(None) };
        let areas = self.areas_around(handover)?;
        let mut before: Vec<Handover> = self.handovers()?;
        before.retain(|other| {
            let is_as_wide = match (other.area, other.point) {
                (None, None) => true,
                (Some(area), _) => areas.contains(&area),
                (None, point) => point == handover.point,
            };
            let is_of_the_same = other.direction == Direction::Received && other.site == handover.site;
            is_of_the_same && is_as_wide && other.people >= handover.people
        });
        if before.iter().any(|other| other.until.is_none()) {
            return Ok(None);
        }
        let (mut reached, mut since) = (0, None);
        let goes_on = |other: &&Handover, reached: i64| {
            other.since.unwrap_or(0) <= reached && other.until.is_some_and(|until| until > reached)
        };
        while let Some(next) = before.iter().find(|other| goes_on(other, reached)) {
            (reached, since) = (next.until.unwrap_or(reached), Some(next.clock));
        }
        let Handover { site, area, point, people, .. } = handover.clone();
        Ok((begins > reached).then_some(Gap { site, area, point, people, since }))
    }

    /// All gaps before what was received, each once.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn gaps(&self) -> Result<Vec<Gap>> {
        let mut gaps = Vec::new();
        for handover in self.handovers()?.iter().filter(|handover| handover.direction == Direction::Received) {
            gaps.extend(self.gap_before(handover)?.filter(|gap| !gaps.contains(gap)));
        }
        Ok(gaps)
    }

    /// Notes that a whole file has come, where hand-overs of it are missing: whatever was in them is here now.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn close_gaps(&self, foreign: &Foreign) -> Result<()> {
        let site = foreign.setting("site")?.unwrap_or_default();
        if !self.gaps()?.iter().any(|gap| gap.site == site) {
            return Ok(());
        }
        let sql = "SELECT coalesce(max(turn), 0) FROM command";
        let turn = foreign.connection.query_row(sql, [], |row| row.get(0)).map_err(Into::into);
        let whole = Handover {
            id: self.new_handover()?,
            direction: Direction::Received,
            clock: self.clock,
            site,
            recipient: None,
            area: None,
            point: None,
            since: None,
            people: true,
            rows: None,
            digest: None,
            received: Some(self.clock),
            turn: self.turn()?,
            until: Some(foreign.readable(turn)?),
        };
        self.log_handover(&whole, &foreign.noted()?)
    }

    /// The area that a hand-over is about, or that its point lies in, and all that this one lies in.
    fn areas_around(&self, handover: &Handover) -> Result<HashSet<i64>> {
        let mut statement = self.connection.prepare_cached(
            "WITH RECURSIVE around (id) AS (SELECT ?1 UNION SELECT area FROM point WHERE id = ?2 UNION \
             SELECT parent FROM area JOIN around ON area.id = around.id) SELECT id FROM around WHERE id IS NOT NULL",
        )?;
        let areas = statement.query_map((handover.area, handover.point), |row| row.get(0))?;
        Ok(areas.collect::<Result<_, _>>()?)
    }
}
