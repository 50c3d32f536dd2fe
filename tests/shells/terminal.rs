//! A shell in a terminal of its own, driven by keys.

use crate::left_out::left_out;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Long enough for a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Terminal {
    /// tmux's socket, so that nobody's own server is touched, and nothing is left behind.
    socket: PathBuf,
    /// Where the shell writes what it has; a last field `.` says that it is all there.
    answer: PathBuf,
}

impl Terminal {
    /// Bash, with a key that tells the line and clears it, and a function that tells its arguments.
    /// The function stands before the program when Enter is pressed, but not for the completion.
    ///
    /// The key is none that a terminal acts on by itself, as it does on C-c or C-d: pressed between
    /// two prompts, those are lost, and the keys before them.
    pub fn bash(home: &Path, start: &str) -> Option<Self> {
        let tell = r#"tukipont() { printf '%s\0' "$@" . >| ~/answer; }
            line() { printf '%s\0' "$READLINE_LINE" . >| ~/answer; READLINE_LINE= READLINE_POINT=0; }
            bind -x '"\C-x\C-l": line'"#;
        let prompt = "PS1='ready> '; HISTFILE=; cd";
        fs::write(home.join("start"), format!("{tell}\n{prompt}\n{start}\n")).expect("a start file");
        Self::open(home, "bash", "bash --noprofile --rcfile $HOME/start -i")
    }

    /// Zsh, likewise.
    pub fn zsh(home: &Path, start: &str) -> Option<Self> {
        let tell = r#"tukipont() { printf '%s\0' "$@" . >| ~/answer }
            line() { printf '%s\0' "$BUFFER" . >| ~/answer; BUFFER= }
            zle -N line; bindkey -e; bindkey '^X^L' line"#;
        let prompt = "PS1='ready> '; unsetopt beep; cd";
        fs::write(home.join(".zshrc"), format!("{tell}\n{prompt}\n{start}\n")).expect("a start file");
        Self::open(home, "zsh", "zsh -d -i")
    }

    fn open(home: &Path, shell: &str, command: &str) -> Option<Self> {
        let there = |program: &str| {
            let asked = Command::new("sh").args(["-c", "command -v \"$0\"", program]).output();
            asked.is_ok_and(|output| output.status.success())
        };
        if let Some(missing) = ["tmux", shell].into_iter().find(|program| !there(program)) {
            left_out(missing);
            return None;
        }
        let terminal = Terminal { socket: home.join("tmux"), answer: home.join("answer") };
        let path = std::env::var("PATH").unwrap_or_default();
        let home = home.display();
        terminal.tmux(&[
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "160",
            "-y",
            "50",
            &format!(
                "exec env -i HOME='{home}' PATH='{home}/bin:{path}' TERM=screen LC_ALL=C.UTF-8 \
             TUKIPONT_DB='{home}/network.db' OTHER='{home}/other.db' \
             sh -c 'exec {command}'"
            ),
        ]);
        terminal.wait(|terminal| terminal.screen().contains("ready>").then_some(()));
        Some(terminal)
    }

    /// The line after typing and TAB.
    pub fn complete(&self, typed: &str) -> String {
        self.begin(typed);
        self.keys(&["Tab", "C-x", "C-l"]);
        self.answer()
    }

    /// The arguments that a command gets after typing, TAB and Enter.
    pub fn run(&self, typed: &str) -> String {
        self.begin(typed);
        self.keys(&["Tab", "Enter"]);
        self.answer()
    }

    /// Waits until a list shows a text after TAB is pressed twice.
    pub fn list(&self, typed: &str, shown: &str) {
        self.begin(typed);
        self.keys(&["Tab", "Tab"]);
        self.wait(|terminal| terminal.screen().contains(shown).then_some(()));
        self.keys(&["C-x", "C-l"]);
        self.answer();
    }

    /// Types; `^` stands for the cursor when more of the line follows it.
    fn begin(&self, typed: &str) {
        let _ = fs::remove_file(&self.answer);
        let (before, after) = typed.split_once('^').unwrap_or((typed, ""));
        self.tmux(&["send-keys", "-l", "--", &format!("{before}{after}")]);
        self.keys(&vec!["Left"; after.chars().count()]);
    }

    fn keys(&self, keys: &[&str]) {
        if !keys.is_empty() {
            self.tmux(&[&["send-keys", "--"], keys].concat());
        }
    }

    fn answer(&self) -> String {
        self.wait(|terminal| {
            let answer = fs::read_to_string(&terminal.answer).ok()?;
            Some(answer.strip_suffix("\0.\0")?.replace('\0', "|"))
        })
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).into_owned()
    }

    fn wait<T>(&self, mut look: impl FnMut(&Self) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(seen) = look(self) {
                return seen;
            }
            assert!(begun.elapsed() < PATIENCE, "no answer; the screen:\n{}", self.screen());
            sleep(Duration::from_millis(5));
        }
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let mut tmux = Command::new("tmux");
        tmux.arg("-S").arg(&self.socket).args(arguments).env_remove("TMUX");
        tmux.output().expect("tmux was found a moment ago")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}
