//! What the program answers, and what it takes to answer: no longer than anybody waits, no more than an old laptop has.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Nobody waits longer for an answer; a debug build may take its time.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 5 });

/// No command takes more memory than this, in kilobytes.
const MEMORY: u64 = 300 * 1024;

pub struct Answer {
    /// What was asked.
    pub line: String,
    /// None where a signal ended it.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub time: Duration,
    /// The most memory that it had at once, in kilobytes; nothing where the system does not tell.
    pub memory: u64,
}

impl Answer {
    /// Runs a command to its end. Its answer has an exit code of ours, and comes within measure.
    pub fn of(command: &mut Command, folder: &Path) -> Self {
        let line = command.get_args().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
        let (out, err) = (folder.join("out.txt"), folder.join("err.txt"));
        let stream = |path: &Path| Stdio::from(File::create(path).expect("room for an answer"));
        let begun = Instant::now();
        let mut child = command.stdout(stream(&out)).stderr(stream(&err)).spawn().expect("the program");
        let mut memory = 0;
        let status = loop {
            memory = memory_of(&child).unwrap_or(0).max(memory);
            if let Some(status) = child.try_wait().expect("an answer") {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                let _ = child.kill();
                let _ = child.wait();
                panic!("{line}: no answer after {PATIENCE:?}");
            }
            sleep(Duration::from_micros(500));
        };
        let text = |path: &Path| String::from_utf8(fs::read(path).expect("the answer")).expect("text in UTF-8");
        let answer =
            Self { line, code: status.code(), out: text(&out), err: text(&err), time: begun.elapsed(), memory };
        assert!(matches!(answer.code, Some(0..=5)), "{}: {status}: {}", answer.line, answer.err);
        assert!(memory < MEMORY, "{}: {memory} kB of memory", answer.line);
        answer
    }
}

/// The most memory that a process has had so far.
fn memory_of(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// What would steer a terminal: control characters but the end of a line, and marks that turn the direction of writing.
pub fn steers(text: &str) -> bool {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| (c.is_control() && c != '\n') || turns(c))
}
