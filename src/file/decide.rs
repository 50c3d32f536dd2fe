//! Settings of the network in two files: of two decisions the later one holds, and a cleared setting is one too.

use super::Network;
use super::foreign::{Foreign, refused};
use super::resolve::LONGEST_TEXT;
use super::setting::{SETTINGS, Setting, is_needed};
use crate::error::Result;
use crate::locale::say;
use crate::version::arrive::LAST_CLOCK;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

/// What a setting was set to, and when: of two the later holds, of two at one time the greater value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    /// When, in milliseconds since 1970; 0 where the file began with it.
    pub clock: i64,
    /// What; none where it was cleared.
    pub value: Option<String>,
}

impl Decision {
    fn of(connection: &Connection, setting: &Setting) -> Result<Option<Self>> {
        let mut statement = connection.prepare("SELECT clock, value FROM setting WHERE name = ?")?;
        let decision = statement.query_row([setting.name], |row| Ok(Self { clock: row.get(0)?, value: row.get(1)? }));
        Ok(decision.optional()?)
    }

    /// Whether it holds against what is set here.
    fn holds(&self, mine: Option<&Self>) -> bool {
        match mine {
            None => true,
            // What another file began with is no decision about this one.
            Some(mine) if self.clock == 0 && mine.value.is_some() => false,
            Some(mine) => self > mine,
        }
    }
}

impl Network {
    /// The settings that were decided later elsewhere.
    ///
    /// # Errors
    /// Where one of them is no program's, and those of the database.
    pub fn later_settings(&self, foreign: &Foreign) -> Result<BTreeMap<&'static str, Decision>> {
        let mut later = BTreeMap::new();
        for setting in SETTINGS.iter().filter(|setting| setting.travels) {
            let Some(theirs) = foreign.readable(Decision::of(&foreign.connection, setting))? else { continue };
            if !theirs.holds(Decision::of(&self.connection, setting)?.as_ref()) {
                continue;
            }
            // Looked at here, before a copy is kept for what would be refused after all.
            if !(0..LAST_CLOCK).contains(&theirs.clock) || !self.can_be(setting, theirs.value.as_deref()) {
                return Err(refused(say::foreign_setting(&foreign.name, setting.name)));
            }
            later.insert(setting.name, theirs);
        }
        Ok(later)
    }

    /// Whether a program could have stored a setting's value.
    fn can_be(&self, setting: &Setting, value: Option<&str>) -> bool {
        match value {
            None => !is_needed(setting),
            Some(value) => {
                value.len() <= LONGEST_TEXT && self.setting_of(setting, value).is_ok_and(|stored| stored == value)
            }
        }
    }

    /// Takes a decision from elsewhere as it is, with its time.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn adopt(&self, setting: &str, decision: &Decision) -> Result<()> {
        let sql = "INSERT INTO setting (name, value, command, clock) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE \
                   SET before = value, value = excluded.value, command = excluded.command, clock = excluded.clock";
        self.connection.execute(sql, (setting, &decision.value, self.command_id()?, decision.clock))?;
        Ok(())
    }
}
