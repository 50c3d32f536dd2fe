//! Sessions counted into cells: one scan, one cell a combination of members.

use super::by::Columns;
use super::dimension::{Dimension, Member, Split, UNKNOWN};
use super::measure::{Figures, Occasion};
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::nouns;
use rusqlite::Row;
use std::collections::HashMap;

/// What a scan of sessions comes to.
pub struct Cells {
    /// What the figures are divided by.
    pub dimensions: Vec<Dimension>,
    /// The figures of all sessions, each once.
    pub total: Figures,
    cells: HashMap<Vec<Member>, Figures>,
    /// The cell that is being filled.
    key: Vec<Member>,
    /// The members that the session's tallies divide its attendances among, for each dimension.
    parts: Vec<Vec<(Member, u64)>>,
    /// Where the scan has attendances, returning and minutes.
    figures: [usize; 3],
}

impl Cells {
    /// Counts the sessions that are asked for.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn count(network: &Network, query: &Query, dimensions: Vec<Dimension>, mut columns: Columns) -> Result<Self> {
        let figures = ["attendances", "returning", "minutes"].map(|figure| columns.place(figure));
        let places = dimensions.len();
        let mut cells = Self {
            dimensions,
            total: Figures::default(),
            cells: HashMap::new(),
            key: vec![UNKNOWN; places],
            parts: vec![Vec::new(); places],
            figures,
        };
        let columns: Vec<&str> = columns.0.iter().map(String::as_str).collect();
        network.scan(nouns::named("session")?, &columns, query, |row| cells.take(row))?;
        if places == 0 {
            cells.cells.insert(Vec::new(), cells.total);
        }
        Ok(cells)
    }

    /// The sum over all cells: of mentions, where sessions count under each of several members.
    pub fn sum(&self) -> Figures {
        self.cells.values().fold(Figures::default(), |sum, cell| Figures {
            sessions: sum.sessions + cell.sessions,
            attendances: sum.attendances + cell.attendances,
            ..sum
        })
    }

    /// The cells by the codes of their members, in the order of these; what is unknown comes last.
    pub fn rows(&self) -> Vec<(Vec<Option<String>>, Figures)> {
        let orders: Vec<Vec<Member>> = self.dimensions.iter().map(Dimension::order).collect();
        let place = |(member, order): (&Member, &Vec<Member>)| order.get(*member as usize).copied().unwrap_or(UNKNOWN);
        let mut rows: Vec<(Vec<Member>, &Vec<Member>, Figures)> = self
            .cells
            .iter()
            .map(|(key, figures)| (key.iter().zip(&orders).map(place).collect(), key, *figures))
            .collect();
        rows.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let codes = |key: &Vec<Member>| key.iter().zip(&self.dimensions).map(|(member, by)| by.code(*member)).collect();
        rows.into_iter().map(|(_, key, figures)| (codes(key), figures)).collect()
    }

    /// Counts one session.
    fn take(&mut self, row: &Row<'_>) -> Result<()> {
        let [attendances, returning, minutes] = self.figures;
        let known = |place| Ok::<_, anyhow::Error>(row.get::<_, Option<u32>>(place)?.map(u64::from));
        let session = Occasion {
            attendances: known(attendances)?.unwrap_or_default(),
            returning: known(returning)?,
            minutes: known(minutes)?,
        };
        self.total.add(session);
        let (mut mentions, mut is_mentioned) = ("", false);
        for (place, dimension) in self.dimensions.iter_mut().enumerate() {
            match &dimension.split {
                Split::Whole => self.key[place] = dimension.member(row)?,
                Split::Each => (mentions, is_mentioned) = (dimension.text(row)?, true),
                Split::Tally(_) => dimension.parts(dimension.text(row)?, session.attendances, &mut self.parts[place]),
            }
        }
        if !is_mentioned {
            self.divide(0, session, None);
            return Ok(());
        }
        // Two topics of one class are one mention of the class.
        let mut counted: Vec<Vec<Member>> = Vec::new();
        for mention in mentions.split(' ') {
            for (place, dimension) in self.dimensions.iter_mut().enumerate() {
                if dimension.split == Split::Each {
                    self.key[place] = if mention.is_empty() { UNKNOWN } else { dimension.member_of(mention) };
                }
            }
            if !counted.contains(&self.key) {
                counted.push(self.key.clone());
                self.divide(0, session, None);
            }
        }
        Ok(())
    }

    /// Adds the session to the cell, or its attendances to the cells that its tallies divide them among.
    fn divide(&mut self, from: usize, session: Occasion, part: Option<u64>) {
        let tally =
            (from..self.dimensions.len()).find(|place| matches!(self.dimensions[*place].split, Split::Tally(_)));
        let Some(place) = tally else {
            return self.add(session, part);
        };
        for band in 0..self.parts[place].len() {
            let (member, attendances) = self.parts[place][band];
            self.key[place] = member;
            // Two tallies cross only in sessions with one attendance, where each has one part.
            self.divide(place + 1, session, Some(attendances));
        }
        // The next mention is compared with this one as both were before they were divided.
        self.key[place] = UNKNOWN;
    }

    fn add(&mut self, session: Occasion, part: Option<u64>) {
        let cell = match self.cells.get_mut(self.key.as_slice()) {
            Some(cell) => cell,
            None => self.cells.entry(self.key.clone()).or_default(),
        };
        match part {
            Some(attendances) => cell.add_attendances(attendances),
            None => cell.add(session),
        }
    }
}
