//! One call of the program: its streams, its clock, its language, and the file it works on.

mod tell;

use crate::config::Config;
use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::file::connect::{Access, PATIENCE};
use crate::file::open::Outside;
use crate::locale::say;
use crate::locale::{Language, Speaker};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use clap::ArgMatches;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

/// The environment's variables.
pub type Variables = HashMap<String, OsString>;

/// Which streams a person sits at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    /// Somebody can answer.
    pub input: bool,
    /// Somebody reads the data.
    pub output: bool,
    /// Somebody reads the messages.
    pub errors: bool,
}

/// The streams of a call.
pub struct Streams {
    /// What is typed, or piped in.
    pub input: Box<dyn BufRead>,
    /// Data, and nothing else.
    pub output: Box<dyn Write>,
    /// Everything else: messages, prompts, progress.
    pub errors: Box<dyn Write>,
    /// Which of them a person sits at.
    pub terminal: Terminal,
}

/// One call of the program.
pub struct Call {
    /// The environment.
    pub variables: Variables,
    /// The streams.
    pub streams: Streams,
    /// What puts texts into the reader's language.
    pub speaker: Speaker,
    /// The instant at which the call began.
    pub now: DateTime<Utc>,
    /// For screen readers: no boxes, no colour, no redrawing.
    pub plain: bool,
    /// Whether the program may ask.
    pub may_ask: bool,
    db: Option<PathBuf>,
    /// What is wrong with the user's own settings, told once the line is understood.
    config_fault: Option<Refusal>,
    seed: Option<u64>,
    /// What says which language is spoken and whether plainly.
    pub sources: Sources,
}

/// What says how a call is: a flag, a variable, the user's own settings; nothing where nobody does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources {
    /// Which language it speaks.
    pub language: &'static str,
    /// Whether it speaks plainly.
    pub plain: &'static str,
}

impl Call {
    /// A call in the language of the environment; flags are read later.
    pub fn new(variables: Variables, streams: Streams, arguments: &[OsString]) -> Self {
        let text = |name: &str| variables.get(name).and_then(|value| value.to_str()).filter(|value| !value.is_empty());
        let (config, config_fault) = match Config::read(&variables) {
            Ok(config) => (config, None),
            Err(fault) => (Config::default(), Some(fault)),
        };
        let (language, language_from) = Language::with_source(arguments, &text, config.language);
        // Tests set the clock; their random numbers then follow from it and from the command line.
        let set = text("TUKIPONT_NOW").and_then(|now| now.parse::<DateTime<Utc>>().ok());
        let seed = set.map(|now| {
            let now = now.to_rfc3339();
            let words = arguments.iter().skip(1).map(|argument| argument.as_encoded_bytes());
            crate::file::id::hashed(words.chain([now.as_bytes()])) as u64
        });
        let plain_from = match (text("TUKIPONT_PLAIN").is_some(), config.plain) {
            (true, _) => "TUKIPONT_PLAIN",
            (false, true) => "config.toml",
            (false, false) => "",
        };
        let plain = !plain_from.is_empty();
        let now = set.unwrap_or_else(Utc::now);
        let speaker = Speaker::new(language);
        let sources = Sources { language: language_from, plain: plain_from };
        Self { variables, streams, speaker, now, plain, may_ask: true, db: None, config_fault, seed, sources }
    }

    /// Takes the flags that every command has.
    ///
    /// # Errors
    /// Where the user's own settings cannot be read.
    pub fn take_flags(&mut self, matches: &ArgMatches) -> Result<()> {
        self.db = matches.get_one::<PathBuf>("db").cloned();
        if matches.get_flag("plain") {
            (self.plain, self.sources.plain) = (true, "--plain");
        }
        self.may_ask = !matches.get_flag("no_input") && self.streams.terminal.input && self.streams.terminal.errors;
        self.config_fault.take().map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// A variable of the environment that has a value.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name).and_then(|value| value.to_str()).filter(|value| !value.is_empty())
    }

    /// The network file: `--db`, else TUKIPONT_DB, else the user's own.
    ///
    /// # Errors
    /// Where the system knows no folder for a user's data.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(self.path_with_source()?.0)
    }

    /// The network file, and what names it: a flag, a variable, or nothing.
    ///
    /// # Errors
    /// As `path`.
    pub fn path_with_source(&self) -> Result<(PathBuf, &'static str)> {
        let flag = self.db.clone().map(|path| (path, "--db"));
        let named = flag.or_else(|| Some((PathBuf::from(self.variables.get("TUKIPONT_DB")?), "TUKIPONT_DB")));
        match named.filter(|(path, _)| !path.as_os_str().is_empty()) {
            Some(named) => Ok(named),
            None => Ok((usual_path()?, "")),
        }
    }

    /// Opens the network file to look.
    ///
    /// # Errors
    /// As `Network::open`.
    pub fn read(&mut self) -> Result<Network> {
        self.open(Access::Read)
    }

    /// Opens the network file to change it.
    ///
    /// # Errors
    /// As `Network::open`.
    pub fn write(&mut self) -> Result<Network> {
        self.open(Access::Write)
    }

    fn open(&mut self, access: Access) -> Result<Network> {
        let network = Network::open(&self.path()?, access, self.outside())?;
        if network.was_wal {
            self.say(&say::file_was_wal())?;
        }
        Ok(network)
    }

    /// Makes a network file and fills it.
    ///
    /// # Errors
    /// As `Network::create`.
    pub fn create<T>(&self, path: &Path, fill: impl FnOnce(&Network) -> Result<T>) -> Result<T> {
        Network::create(path, self.outside(), fill)
    }

    /// What a command brings along: its clock and chance.
    pub fn outside(&self) -> Outside {
        let mut seed = self.seed;
        let random = move || match seed.as_mut() {
            Some(seed) => {
                *seed = crate::file::id::hashed([seed.to_le_bytes().as_slice()]) as u64;
                *seed
            }
            // Without the system's chance no id is safe, and there is nothing better to fall back on.
            None => getrandom::u64().unwrap_or_else(|error| panic!("the system gives no random numbers: {error}")),
        };
        Outside { clock: self.now.timestamp_millis(), random: Box::new(random), patience: PATIENCE, keeps_copies: true }
    }

    /// The columns of the reader's screen, where the data goes to one.
    pub fn width(&self) -> Option<u16> {
        if !self.streams.terminal.output {
            return None;
        }
        self.variable("COLUMNS")
            .and_then(|columns| columns.parse().ok())
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| width.0))
    }

    /// The day on the reader's clock; asked for late, since the time zone is read from the disk.
    pub fn today(&self) -> NaiveDate {
        self.day_at(self.now)
    }

    /// The day on the reader's clock at some moment.
    pub fn day_at(&self, moment: DateTime<Utc>) -> NaiveDate {
        // A clock that tests have set is in no time zone.
        match self.seed {
            Some(_) => moment.date_naive(),
            None => moment.with_timezone(&Local).date_naive(),
        }
    }

    /// When a day begins on the reader's clock.
    pub fn beginning_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        let local = |time: NaiveDateTime| time.and_local_timezone(Local).earliest().map(|time| time.to_utc());
        // Where clocks are put forward at midnight, the day begins an hour later.
        let begins = local(midnight).or_else(|| local(midnight + TimeDelta::hours(1)));
        begins.filter(|_| self.seed.is_none()).unwrap_or(midnight.and_utc())
    }
}

/// The file that the user has without naming one.
///
/// # Errors
/// Where the system knows no folder for a user's data.
pub fn usual_path() -> Result<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "tukipont");
    let folders = folders.ok_or_else(|| Refusal::failed(say::no_home()).hint(say::no_file_hint()))?;
    Ok(folders.data_dir().join("network.db"))
}
