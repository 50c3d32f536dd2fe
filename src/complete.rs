//! Completion at TAB: commands, flags and enum values by clap, stored values by the rooms that know them.

mod bash;
mod line;
mod past;
mod rows;
mod tree;
mod value;
mod word;
mod zsh;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use clap_complete::CompleteEnv;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

pub use line::Line;
pub use tree::tree;
pub use value::{Candidate, Find, LIMIT, stored};

/// What script and program must agree on. A script lies in a file and may be older or newer than
/// the program it calls; raise the number whenever the call or the answer changes its form.
const PROTOCOL: &str = "1";

/// A shell that completes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Shell {
    /// Bash, from 3.2 on
    Bash,
    /// Zsh
    Zsh,
}

impl Shell {
    /// The script that makes this shell ask the program at TAB.
    pub const fn script(self) -> &'static str {
        match self {
            Shell::Bash => include_str!("../completions/tukipont.bash"),
            Shell::Zsh => include_str!("../completions/_tukipont"),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Shell::Bash => "bash",
            Shell::Zsh => "zsh",
        }
    }
}

/// Answers a shell that called the program for completion; `false` on every ordinary run.
///
/// The caller ends quietly after `true`: whatever went wrong, a TAB prints nothing but candidates.
/// The tree is asked for once the line is known, so it may leave out the verbs of nouns that are
/// not on it.
pub fn complete(tree: fn(&Line) -> clap::Command) -> bool {
    let [bash, zsh] = [Shell::Bash, Shell::Zsh].map(|shell| Adapter { shell, tree });
    let shells = [&bash as &dyn EnvCompleter, &zsh];
    // Any other COMPLETE was set for somebody else's sake and must not stop the program.
    if !std::env::var("COMPLETE").is_ok_and(|name| shells.iter().any(|shell| shell.is(&name))) {
        return false;
    }
    CompleteEnv::with_factory(|| clap::Command::new("tukipont"))
        .shells(Shells(&shells))
        .try_complete(std::env::args_os(), std::env::current_dir().ok().as_deref())
        .unwrap_or(true)
}

/// One shell's way of asking, joined to the tree that is asked.
struct Adapter {
    shell: Shell,
    tree: fn(&Line) -> clap::Command,
}

impl EnvCompleter for Adapter {
    fn name(&self) -> &'static str {
        self.shell.name()
    }

    fn is(&self, name: &str) -> bool {
        name == self.shell.name()
    }

    fn write_registration(&self, _: &str, _: &str, _: &str, _: &str, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.shell.script().as_bytes())
    }

    fn write_complete(
        &self,
        _: &mut clap::Command,
        arguments: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let arguments: Vec<String> = arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
        let find = |line: &Line| candidates(line, (self.tree)(line), folder);
        match arguments.split_first() {
            Some((protocol, rest)) if protocol == PROTOCOL => match self.shell {
                Shell::Bash => bash::answer(rest, find, out),
                Shell::Zsh => zsh::answer(rest, find, out),
            },
            _ => Ok(()),
        }
    }
}

/// All that can stand in the place of the word being typed.
fn candidates(line: &Line, mut tree: clap::Command, folder: Option<&Path>) -> Vec<Candidate> {
    let mut words: Vec<OsString> = line.words().iter().map(OsString::from).collect();
    let place = words.len();
    words.push(line.typed().into());
    let found = value::beside(line, || engine::complete(&mut tree, words, place, folder));
    let mut found: Vec<Candidate> = found.unwrap_or_default().iter().filter_map(speakable).collect();
    // An empty word asks for the next thing, not for the flags that may stand anywhere.
    let flag = |candidate: &Candidate| candidate.value.len() > 1 && candidate.value.starts_with('-');
    if line.typed().is_empty() && !found.iter().all(flag) {
        found.retain(|candidate| !flag(candidate));
    }
    found
}

/// A candidate that can be put on a command line: the answer's form is lines and tabs, and a
/// control character in a stored name must not reach the terminal.
fn speakable(candidate: &CompletionCandidate) -> Option<Candidate> {
    let value = candidate.get_value().to_str()?;
    if value.is_empty() || value.contains(char::is_control) {
        return None;
    }
    let description = candidate.get_help().map(|help| {
        let help = help.to_string();
        let first = help.lines().next().unwrap_or_default();
        first.chars().filter(|letter| !letter.is_control()).collect()
    });
    Some(Candidate { value: value.to_owned(), description })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_speak_this_protocol() {
        for shell in [Shell::Bash, Shell::Zsh] {
            let call = format!("COMPLETE={} command \"$program\" -- {PROTOCOL} ", shell.name());
            assert!(shell.script().contains(&call), "{shell:?} does not call {call}");
        }
    }

    #[test]
    fn another_protocol_gets_no_answer() {
        let adapter = Adapter { shell: Shell::Zsh, tree: |_| clap::Command::new("tukipont") };
        for call in [vec!["0", "tukipont", "-"], vec![]] {
            let call = call.into_iter().map(OsString::from).collect();
            let mut out = Vec::new();
            adapter.write_complete(&mut clap::Command::default(), call, None, &mut out).expect("a Vec takes all");
            assert_eq!(out, b"");
        }
    }

    #[test]
    fn completers_know_the_line() {
        let find = |line: &Line, typed: &str| {
            let value = format!("{typed}@{}", line.value("--db").unwrap_or("nowhere"));
            vec![Candidate { value, description: None }]
        };
        let complete = |words: &[&str]| {
            let flag = clap::Arg::new("db").long("db");
            let tree = clap::Command::new("tukipont").arg(flag).arg(clap::Arg::new("point").add(stored(find)));
            let words = words.iter().map(|word| word::Word::read(word, word::IN_ZSH)).collect();
            let found = candidates(&Line::new(words), tree, None);
            found.into_iter().map(|candidate| candidate.value).collect::<Vec<_>>()
        };
        assert_eq!(complete(&["tukipont", "--db", "'a b'", "Kov"]), ["Kov@a b"]);
        assert_eq!(complete(&["tukipont", ""]), ["@nowhere"], "no flags beside a value");
        assert_eq!(complete(&["tukipont", "--d"]), ["--d@nowhere", "--db"]);
    }

    #[test]
    fn control_characters_are_not_offered() {
        let speaks = |value: &str| speakable(&CompletionCandidate::new(value)).is_some();
        assert!(speaks("Öskü könyvtár") && !speaks("two\nlines") && !speaks("\x1b[2J") && !speaks(""));
        let told = CompletionCandidate::new("a").help(Some("red\x07\nsecond".into()));
        assert_eq!(speakable(&told).and_then(|told| told.description).as_deref(), Some("red"));
    }
}
