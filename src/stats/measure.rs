//! What is counted: sessions, attendances, returning, first visits, minutes; never one for another.

/// The figures of one session, as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// How many people were there; who comes twice is counted twice.
    pub attendances: u64,
    /// How many of the attendances were by people who had been helped before, where it is known.
    pub returning: Option<u64>,
    /// How long it lasted, where it is known.
    pub minutes: Option<u64>,
}

/// Figures added up. What some sessions do not say is counted beside, never taken for nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sessions.
    pub sessions: u64,
    /// Attendances.
    pub attendances: u64,
    /// Attendances by people who had been helped before, in the sessions that say so.
    pub returning: u64,
    /// Sessions that do not say how many returned.
    pub silent_sessions: u64,
    /// The attendances of those.
    pub silent_attendances: u64,
    /// Minutes, of the sessions that say how long they lasted.
    pub minutes: u64,
    /// Sessions that do not say how long they lasted.
    pub untimed_sessions: u64,
}

/// One of the counts that a statistic shows.
#[derive(Clone, Copy)]
pub struct Measure {
    /// The column, and with hyphens what `--share` calls it.
    pub name: &'static str,
    /// The figure; `None` where no session says it.
    pub of: fn(&Figures) -> Option<u64>,
}

/// The counts of a statistic, in the order of its columns.
///
/// - `sessions`: occasions of support, however many people were there.
/// - `attendances`: visits; who comes twice is counted twice.
/// - `returning`: attendances by people who had been helped before, of the sessions that say how many.
/// - `first_visits`: attendances less the returning ones, of the same sessions.
/// - `minutes`: of the sessions that say how long they lasted.
pub const MEASURES: [Measure; 5] = [
    Measure { name: "sessions", of: |figures| Some(figures.sessions) },
    Measure { name: "attendances", of: |figures| Some(figures.attendances) },
    Measure { name: "returning", of: |figures| figures.told(figures.silent_sessions, figures.returning) },
    Measure {
        name: "first_visits",
        of: |figures| {
            let told = figures.attendances.saturating_sub(figures.silent_attendances);
            figures.told(figures.silent_sessions, told.saturating_sub(figures.returning))
        },
    },
    Measure { name: "minutes", of: |figures| figures.told(figures.untimed_sessions, figures.minutes) },
];

/// What `--unknown` adds, so that a sheet can be read without its notes:
/// `attendances` is `returning`, `first_visits` and `returning_unknown` together.
pub const UNKNOWNS: [Measure; 2] = [
    Measure { name: "returning_unknown", of: |figures| Some(figures.silent_attendances) },
    Measure { name: "minutes_unknown", of: |figures| Some(figures.untimed_sessions) },
];

/// The measure that a tally can divide.
pub const ATTENDANCES: &str = "attendances";

impl Figures {
    /// Adds a session.
    pub fn add(&mut self, session: Occasion) {
        self.sessions += 1;
        self.attendances += session.attendances;
        match session.returning {
            Some(returning) => self.returning += returning,
            None => {
                self.silent_sessions += 1;
                self.silent_attendances += session.attendances;
            }
        }
        match session.minutes {
            Some(minutes) => self.minutes += minutes,
            None => self.untimed_sessions += 1,
        }
    }

    /// Adds attendances that a tally divides: nothing else of their session can be told apart.
    pub fn add_attendances(&mut self, attendances: u64) {
        self.attendances += attendances;
    }

    /// A figure that some sessions say; none of them saying it is not nought.
    fn told(&self, silent: u64, figure: u64) -> Option<u64> {
        (self.sessions == 0 || silent < self.sessions).then_some(figure)
    }
}

/// A part of a whole in tenths of a percent, rounded to the nearest.
pub fn share(part: Option<u64>, whole: Option<u64>) -> Option<u64> {
    let (part, whole) = (part?, whole.filter(|whole| *whole > 0)?);
    Some((2000 * part + whole) / (2 * whole))
}
