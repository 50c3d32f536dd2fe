//! Presses TAB in real shells: what stands on the line afterwards must be what was meant.
#![cfg(unix)]

mod cases;
mod left_out;
mod terminal;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tempfile::TempDir;
use tukipont::complete::Shell;

use cases::{After, CASES};
use terminal::Terminal;

/// Where systems keep bash-completion.
const BASH_COMPLETION: [&str; 3] = [
    "/usr/share/bash-completion/bash_completion",
    "/usr/local/share/bash-completion/bash_completion",
    "/opt/homebrew/share/bash-completion/bash_completion",
];

/// A home with the program, network files in every state, and something to complete paths with.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| home.path().join(name);
    for folder in ["bin", "folder", "fpath", "completions"] {
        fs::create_dir(at(folder)).expect("a new folder");
    }
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_tukipont"), at("bin/tukipont")).expect("a link to the program");
    fs::write(at("sheet.csv"), "").expect("a sheet");
    fs::write(at("broken.db"), "no database at all, but long enough to be read as one").expect("a file");
    network(
        &at("network.db"),
        &[
            ("Kovács Háza", "Békés"),
            ("Kovács Kert", "Vas"),
            ("Kővágószőlős könyvtár", "Baranya"),
            ("Äänekoski: kirjasto", "Keski-Suomi"),
            ("O'Hara \"teli\" $HOME `id` \\ !x *?[a] {b,c} #~&;|<>()^", "Zala"),
            ("Öskü könyvtár", "Veszprém"),
            ("Hei! täällä", "Lappi"),
            ("two\nlines", "nowhere"),
        ],
    );
    meet(&at("network.db"), &at("branch.db"));
    network(&at("other.db"), &[("Only here", "Lappi"), ("Only there", "Kainuu")]);
    network(&at("locked.db"), &[("Kovács Háza", "Békés")]);
    home
}

/// What the program does to a file.
fn tukipont(file: &Path, arguments: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_tukipont")).arg("--db").arg(file).args(arguments).output();
    let done = done.expect("the program");
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A network file with these points, their addresses beside them.
fn network(file: &Path, points: &[(&str, &str)]) {
    let name = file.to_str().expect("a name in UTF-8");
    tukipont(file, &["init", name, "--site", "V", "--name", "Test", "--country", "none"]);
    for (name, address) in points {
        tukipont(file, &["point", "add", "--name", name, "--address", address]);
    }
}

/// Two files disagree about one point, and a hand-over was made.
fn meet(file: &Path, branch: &Path) {
    fs::copy(file, branch).expect("a copy");
    tukipont(branch, &["point", "edit", "V-P6", "--name", "Öskü könyvtár", "--address", "there"]);
    tukipont(file, &["point", "edit", "V-P6", "--address", "here"]);
    tukipont(file, &["merge", branch.to_str().expect("a name in UTF-8"), "--no-backup"]);
    tukipont(file, &["form", "load", "monthly"]);
    tukipont(file, &["person", "add", "M-1", "--name", "Minta Mária", "--status", "active"]);
    let sent = branch.with_extension("handover");
    tukipont(file, &["handover", "create", "-o", sent.to_str().expect("a name in UTF-8"), "--for", "county desk"]);
}

/// All cases, in a terminal that is ready for them.
fn press(terminal: &Terminal, home: &Path, shell: Shell) {
    let lock = Connection::open(home.join("locked.db")).expect("the file to lock");
    lock.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    let mut faults = Vec::new();
    for case in CASES.iter().filter(|case| case.shell.is_none_or(|only| only == shell)) {
        let begun = Instant::now();
        let (got, meant) = match case.after {
            After::Arguments(words) => (terminal.run(case.typed), words.join("|")),
            After::Line(line) => (terminal.complete(case.typed), line.to_owned()),
            After::Nothing => (terminal.complete(case.typed), case.typed.to_owned()),
        };
        let took = begun.elapsed();
        println!("{shell:?} {:4} ms  {} -> {got}", took.as_millis(), case.typed);
        if got != meant {
            faults.push(format!("{}\n   got   {got}\n   meant {meant}", case.typed));
        }
        if took > Duration::from_secs(5) {
            faults.push(format!("{}\n   took {took:?}", case.typed));
        }
    }
    assert!(faults.is_empty(), "{shell:?}:\n{}", faults.join("\n"));
    assert!(!home.join("missing.db").exists(), "TAB made a file");
    assert!(!home.join("network.db-journal").exists(), "TAB wrote");
}

#[test]
fn bash_sourced() {
    let home = home();
    fs::write(home.path().join("script"), Shell::Bash.script()).expect("the script");
    // Many people's settings that a script must live with.
    let start = "set -u -o noclobber; shopt -s nullglob failglob; IFS=:; . ~/script";
    let Some(terminal) = Terminal::bash(home.path(), start) else {
        return;
    };
    press(&terminal, home.path(), Shell::Bash);
    terminal.list("tukipont point show Kovács\\ ", "Kovács Háza  V-P1");
    terminal.list("tukipont session add --m", "--mode");
}

#[test]
fn bash_lazily_loaded() {
    let Some(library) = BASH_COMPLETION.iter().find(|file| Path::new(file).exists()) else {
        return left_out::left_out("bash-completion");
    };
    let home = home();
    fs::write(home.path().join("completions/tukipont"), Shell::Bash.script()).expect("the script");
    let start = format!("BASH_COMPLETION_USER_DIR=~; . {library}");
    let Some(terminal) = Terminal::bash(home.path(), &start) else {
        return;
    };
    assert_eq!(terminal.complete("tukipont poi"), "tukipont point ", "the first TAB");
    press(&terminal, home.path(), Shell::Bash);
}

#[test]
fn zsh_from_fpath() {
    let home = home();
    fs::write(home.path().join("fpath/_tukipont"), Shell::Zsh.script()).expect("the script");
    let start = "fpath=(~/fpath $fpath); autoload -Uz compinit; compinit -u -D";
    let Some(terminal) = Terminal::zsh(home.path(), start) else {
        return;
    };
    assert_eq!(terminal.complete("tukipont poi"), "tukipont point ", "the first TAB");
    press(&terminal, home.path(), Shell::Zsh);
    terminal.list("tukipont point show Kovács\\ ", "Kovács Háza  V-P1");
    terminal.list("tukipont point ", "add");
}

#[test]
fn zsh_sourced() {
    let home = home();
    fs::write(home.path().join("script"), Shell::Zsh.script()).expect("the script");
    // Many people's settings, and a script that is read before the completions are there.
    let start = "setopt nounset ksh_arrays sh_word_split glob_subst no_clobber
        zstyle ':completion:*' completer _complete _approximate
        zstyle ':completion:*' matcher-list 'm:{a-z}={A-Z}'
        . ~/script; autoload -Uz compinit; compinit -u -D; . ~/script";
    let Some(terminal) = Terminal::zsh(home.path(), start) else {
        return;
    };
    press(&terminal, home.path(), Shell::Zsh);
}
