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
        let mut received = self.received()?;
        received.retain(|other| other.site == handover.site);
        self.gap_among(&received, handover)
    }

    /// All gaps before what was received, each once.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn gaps(&self) -> Result<Vec<Gap>> {
        let mut gaps = Vec::new();
        for of_site in self.received()?.chunk_by(|one, other| one.site == other.site) {
            for handover in of_site {
                gaps.extend(self.gap_among(of_site, handover)?.filter(|gap| !gaps.contains(gap)));
            }
        }
        Ok(gaps)
    }

    /// All that was received, by site, in the order in which they begin.
    fn received(&self) -> Result<Vec<Handover>> {
        let mut received = self.handovers()?;
        received.retain(|handover| handover.direction == Direction::Received);
        received.sort_by(|one, other| (&one.site, one.since).cmp(&(&other.site, other.since)));
        Ok(received)
    }

    /// What is missing before a hand-over among those of its site, in the order in which they begin.
    fn gap_among(&self, of_site: &[Handover], handover: &Handover) -> Result<Option<Gap>> {
        // What an older program made does not say how far it reaches: nothing is claimed of what comes after it.
        let (Some(begins), Some(_)) = (handover.since, handover.until) else { return Ok(None) };
        let areas = match of_site.iter().any(|other| other.area.is_some()) {
            true => self.areas_around(handover)?,
            false => HashSet::new(),
        };
        let is_as_wide = |other: &&Handover| {
            let is_around = match (other.area, other.point) {
                (None, None) => true,
                (Some(area), _) => areas.contains(&area),
                (None, point) => point == handover.point,
            };
            is_around && other.people >= handover.people
        };
        let (mut reached, mut since) = (0, None);
        for other in of_site.iter().filter(is_as_wide) {
            match other.until {
                None => return Ok(None),
                Some(until) if other.since.unwrap_or(0) <= reached && until > reached => {
                    (reached, since) = (until, Some(other.clock));
                }
                Some(_) => {}
            }
        }
        let Handover { site, area, point, people, .. } = handover.clone();
        Ok((begins > reached).then_some(Gap { site, area, point, people, since }))
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
        self.log_handover(&whole, &foreign.remembered()?)
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
