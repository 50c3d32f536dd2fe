//! The user's own settings: a small file that no command writes.

use crate::call::Variables;
use crate::error::Refusal;
use crate::locale::{Language, say};
use serde::Deserialize;
use std::path::PathBuf;

/// What `config.toml` may say.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The language of messages, where no flag and no variable says otherwise.
    #[serde(default, deserialize_with = "language")]
    pub language: Option<Language>,
    /// For screen readers: no boxes, no colour, no redrawing.
    #[serde(default)]
    pub plain: bool,
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// # Errors
    /// Where it cannot be read, or says something else than it may.
    pub fn read(variables: &Variables) -> Result<Self, Refusal> {
        let Some(path) = path(variables) else { return Ok(Self::default()) };
        let file = path.display().to_string();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Refusal::failed(say::config_unreadable(file, error.to_string()))),
        };
        toml::from_str(&text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() as i64 + 1;
            Refusal::failed(say::config_broken(file, line)).hint(say::config_broken_hint())
        })
    }
}

/// The file: TUKIPONT_CONFIG, else in the system's folder for settings.
pub fn path(variables: &Variables) -> Option<PathBuf> {
    if let Some(named) = variables.get("TUKIPONT_CONFIG") {
        return Some(PathBuf::from(named)).filter(|path| !path.as_os_str().is_empty());
    }
    // Who calls the library without an environment has no settings either.
    if variables.is_empty() {
        return None;
    }
    Some(directories::ProjectDirs::from("", "", "tukipont")?.config_dir().join("config.toml"))
}

fn language<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
    let tag = String::deserialize(from)?;
    Language::named(&tag).map(Some).ok_or_else(|| serde::de::Error::custom("unknown language"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn read(text: &str) -> Result<Config, Refusal> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        Config::read(&Variables::from([("TUKIPONT_CONFIG".to_string(), file.path().into())]))
    }

    #[test]
    fn what_the_file_may_say() {
        let config = read("# mine\nlanguage = \"hu\"\nplain = true\n").unwrap();
        assert_eq!(config, Config { language: Some(Language::Hu), plain: true });
        assert_eq!(read("").unwrap(), Config::default());
        let none = Variables::from([("TUKIPONT_CONFIG".to_string(), "/nowhere/config.toml".into())]);
        assert_eq!(Config::read(&none).unwrap(), Config::default());
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        for (text, line) in [("plain = true\nlanguage = \"klingon\"", 2), ("\n\ncolour = 1", 3), ("language =", 1)] {
            let refusal = read(text).unwrap_err();
            assert_eq!(refusal.message.key, "config_broken", "{text}");
            assert_eq!(refusal.message.values[1].1, line.into(), "{text}");
        }
        assert_eq!(read("plain = 1").unwrap_err().message.key, "config_broken");
    }
}
