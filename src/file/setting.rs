//! Settings: those of this copy of the file, which never travel, and those of the network, which do.

use super::Network;
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::record::Noun;
use crate::version::arrive::LAST_CLOCK;
use rusqlite::OptionalExtension;

/// A setting that the program knows.
pub struct Setting {
    /// What flags and files call it.
    pub name: &'static str,
    /// What it means, in English.
    pub about: &'static str,
    /// Whether it belongs to the network and travels with it; the others belong to this copy of the file.
    pub travels: bool,
    /// What a value must look like.
    pub form: SettingForm,
}

/// What a setting's value must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingForm {
    /// Any text.
    Text,
    /// A code.
    Code,
    /// A whole number from one.
    Number,
    /// One of these.
    Choice(&'static [&'static str]),
    /// A row of this noun.
    Row(&'static str),
}

/// All settings.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "site",
        about: "code of this copy of the file; codes made in it begin with it",
        travels: false,
        form: SettingForm::Code,
    },
    Setting {
        name: "usual-point",
        about: "point of a session, where none is given",
        travels: false,
        form: SettingForm::Row("point"),
    },
    Setting {
        name: "usual-mentor",
        about: "mentor of a session, where none is given",
        travels: false,
        form: SettingForm::Row("person"),
    },
    Setting { name: "name", about: "name of the network", travels: true, form: SettingForm::Text },
    Setting {
        name: "country",
        about: "country of the network: hu, fi or none",
        travels: true,
        form: SettingForm::Choice(&["hu", "fi", "none"]),
    },
    Setting {
        name: "handover-days",
        about: "days without a hand-over after which `check` names an open point; a point's own number counts first",
        travels: true,
        form: SettingForm::Number,
    },
    Setting {
        name: "retention-person",
        about: "months after a person has left or was removed until the personal fields are erased",
        travels: true,
        form: SettingForm::Number,
    },
    Setting {
        name: "retention-session",
        about: "months after a session until its note is erased",
        travels: true,
        form: SettingForm::Number,
    },
    Setting {
        name: "counties-per-region",
        about: "how many counties a region has; `check` names the regions that have more or fewer",
        travels: true,
        form: SettingForm::Number,
    },
];

/// The setting of this name.
///
/// # Errors
/// Where there is none, which only a mistake in the program can bring about.
pub fn named(name: &str) -> Result<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name).ok_or_else(|| anyhow::anyhow!("no setting `{name}`"))
}

/// Whether no network file can do without a setting.
pub(super) fn is_needed(setting: &Setting) -> bool {
    matches!(setting.name, "site" | "name" | "country")
}

impl Network {
    /// The value of a setting, if it has one; a row by its code.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM setting WHERE name = ?")?;
        let value = statement.query_row([name], |row| row.get::<_, Option<String>>(0)).optional()?.flatten();
        match (value, named(name)?.form) {
            (Some(id), SettingForm::Row(noun)) => {
                let row = self.row(crate::nouns::named(noun)?, id.parse()?)?;
                Ok(row.and_then(|row| crate::nouns::named(noun).ok()?.code(&row.cells).map(str::to_string)))
            }
            (value, _) => Ok(value),
        }
    }

    /// Sets a setting; a row is stored by its id, so that it may be renamed.
    ///
    /// # Errors
    /// Where the value is not of the setting's form.
    pub fn set(&self, setting: &Setting, value: &str) -> Result<()> {
        let value = self.setting_of(setting, value)?;
        self.put_setting(setting.name, Some(&value), self.clock)?;
        Ok(())
    }

    /// Sets a setting that a new file begins with: nobody's decision yet, so that it gives way to every one.
    ///
    /// # Errors
    /// As `set`.
    pub fn begin_with(&self, setting: &Setting, value: &str) -> Result<()> {
        let value = self.setting_of(setting, value)?;
        self.put_setting(setting.name, Some(&value), 0)?;
        Ok(())
    }

    /// A value as a setting stores it.
    ///
    /// # Errors
    /// Where it is not of the setting's form.
    pub fn setting_of(&self, setting: &Setting, value: &str) -> Result<String> {
        Ok(match setting.form {
            SettingForm::Text if !value.trim().is_empty() => value.trim().to_string(),
            SettingForm::Text => return Err(Refusal::data(say::empty_value()).hint(say::empty_value_hint()).into()),
            SettingForm::Code => value.parse::<crate::value::Code>()?.to_string(),
            SettingForm::Number => match value.parse::<u32>() {
                Ok(number) if number > 0 => number.to_string(),
                _ => return Err(Refusal::data(say::not_a_number(value)).hint(say::not_a_number_hint()).into()),
            },
            SettingForm::Choice(choices) if choices.contains(&value) => value.to_string(),
            SettingForm::Choice(choices) => {
                let hint = say::possible_values(choices.join(", "));
                return Err(Refusal::data(say::not_one_of(value)).hint(hint).into());
            }
            SettingForm::Row(name) => {
                self.find_id(crate::nouns::named(name)?, None, value, super::names::Reach::Whole)?.to_string()
            }
        })
    }

    /// Clears a setting; true where it had a value.
    ///
    /// # Errors
    /// Where no network file can do without it.
    pub fn clear(&self, setting: &Setting) -> Result<bool> {
        if is_needed(setting) {
            let refusal = Refusal::data(say::setting_needed(setting.name));
            return Err(refusal.hint(say::setting_needed_hint(setting.name)).into());
        }
        self.put_setting(setting.name, None, self.clock)
    }

    /// Puts a value in place of what was set; true where it was another.
    fn put_setting(&self, name: &str, value: Option<&str>, clock: i64) -> Result<bool> {
        // A clock that runs behind must not put a decision before the one that it replaces.
        let sql = "INSERT INTO setting (name, value, command, clock) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE \
                   SET before = value, value = excluded.value, command = excluded.command, \
                   clock = min(max(excluded.clock, clock + 1), ?5) WHERE value IS NOT excluded.value";
        self.fields.borrow_mut().insert(name.to_string());
        Ok(self.connection.execute(sql, (name, value, self.command_id()?, clock, LAST_CLOCK - 1))? > 0)
    }

    /// Sets the settings that a command set back to what they were; gives how many.
    pub(crate) fn undo_settings(&self, command: i64) -> Result<i64> {
        let sql = "UPDATE setting SET before = value, value = before, command = ?, clock = min(max(?, clock + 1), ?) \
                   WHERE command = ?";
        Ok(self.connection.execute(sql, (self.command_id()?, self.clock, LAST_CLOCK - 1, command))? as i64)
    }

    /// Clears the settings that name a row which is gone.
    pub(crate) fn forget_settings_of(&self, noun: &Noun, id: i64) -> Result<()> {
        for setting in SETTINGS.iter().filter(|setting| setting.form == SettingForm::Row(noun.name)) {
            let sql = "UPDATE setting SET before = value, value = NULL, command = ?3 WHERE name = ?1 AND value = ?2";
            self.connection.execute(sql, (setting.name, id.to_string(), self.command_id()?))?;
        }
        Ok(())
    }

    /// The site that this copy of the file belongs to; its code begins every code made here.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn site(&self) -> Result<&str> {
        match self.site.get() {
            Some(site) => Ok(site),
            None => {
                let site = self.setting("site")?.unwrap_or_default();
                Ok(self.site.get_or_init(|| site))
            }
        }
    }
}
