//! What a command asks of the disk, as strace saw it: every call that changes a folder, in order.
#![cfg(target_os = "linux")]

use crate::before::is_aside;
use crate::left_out::left_out;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// All calls that can change a file or make a change durable; one of ours that is not replayed is not passed over.
const CALLS: &str = "trace=?open,openat,?creat,write,?writev,pwrite64,?pwritev,?pwritev2,?truncate,ftruncate,\
                     ?fallocate,fsync,fdatasync,?sync_file_range,?unlink,unlinkat,?rename,?renameat,?renameat2,\
                     ?link,?linkat,?copy_file_range,?sendfile";

/// A change of the folder, or the wish to make one durable; files by their names.
#[derive(Debug)]
pub enum Call {
    Create(String),
    Write(String, usize, Vec<u8>),
    Truncate(String, usize),
    Sync(String),
    /// Of the folder itself, or of one in it.
    SyncFolder(String),
    Remove(String),
    Rename(String, String),
}

/// Whether strace works here; where not, says that a test was left out, or fails where none may be.
pub fn is_possible() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    let is_possible = tried.is_ok_and(|done| done.status.success());
    if !is_possible {
        left_out("strace, or the right to trace,");
    }
    is_possible
}

/// Runs a command that must be done, and gives what it did in a folder.
pub fn record(command: &Command, folder: &Path) -> Vec<Call> {
    let record = tempfile::NamedTempFile::new().expect("a file for the record");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-xx", "-s", "1000000", "-e", CALLS, "-o"]).arg(record.path());
    strace.arg(command.get_program()).args(command.get_args());
    strace.current_dir(command.get_current_dir().expect("a folder"));
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    let done = strace.output().expect("strace was found a moment ago");
    assert!(done.status.success(), "{command:?}: {done:?}");
    let folder = folder.canonicalize().expect("the folder");
    let lines = whole_lines(&fs::read_to_string(record.path()).expect("the record"));
    lines.iter().filter_map(|line| call(line, &folder)).collect()
}

/// The lines without the process in front; a call that others interrupted stands where it ended.
fn whole_lines(text: &str) -> Vec<String> {
    let mut begun = HashMap::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let (process, line) = line.trim_start().split_once(' ').expect("a process and its call");
        let line = line.trim_start();
        if let Some(beginning) = line.strip_suffix("<unfinished ...>") {
            begun.insert(process, beginning);
        } else if let Some((_, end)) = line.split_once(" resumed>") {
            lines.push(begun.remove(process).expect("its beginning").to_string() + end);
        } else {
            lines.push(line.to_string());
        }
    }
    lines
}

/// A line as a call; nothing where it failed, only looked, or was about another folder or one for a while.
fn call(line: &str, folder: &Path) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, answer) = rest.rsplit_once(") = ")?;
    // All texts are in hexadecimal digits, so a comma is a comma.
    let arguments: Vec<&str> = arguments.split(", ").collect();
    if answer.starts_with('-') {
        return None;
    }
    // The path behind a file's number, which is none for a pipe; or a path, a relative one in the folder that we run in.
    let file = |place: usize| {
        let text = String::from_utf8(bytes(arguments[place])).ok()?;
        if arguments[place].contains('<') && !text.starts_with('/') {
            return None;
        }
        let name = folder.join(text).strip_prefix(folder).ok()?.to_str()?.to_string();
        Some(name).filter(|name| !is_aside(name))
    };
    let number = |place: usize| -> usize { arguments[place].parse().expect("a number") };
    match name {
        "openat" if !arguments[2].contains("O_CREAT") && !arguments[2].contains("O_TRUNC") => None,
        "openat" if !arguments[2].contains("O_TRUNC") => Some(Call::Create(file(1)?)),
        "pwrite64" => {
            let (name, written) = (file(0)?, bytes(arguments[1]));
            assert_eq!(answer, written.len().to_string(), "a part was written: {line}");
            Some(Call::Write(name, number(3), written))
        }
        "ftruncate" => Some(Call::Truncate(file(0)?, number(1))),
        "fsync" | "fdatasync" => Some(match file(0)? {
            name if folder.join(&name).is_dir() => Call::SyncFolder(name),
            name => Call::Sync(name),
        }),
        "unlink" => Some(Call::Remove(file(0)?)),
        "unlinkat" => Some(Call::Remove(file(1)?)),
        "renameat2" => Some(Call::Rename(file(1)?, file(3)?)),
        // Out of the folder into another one: only where it ends counts.
        "copy_file_range" if file(2).is_none() => None,
        _ => {
            let is_path = |place: &usize| arguments[*place].contains('<') || !name.contains("write");
            let paths = (0..arguments.len()).filter(is_path).filter(|place| arguments[*place].contains('\\'));
            let ours: Vec<String> = paths.filter_map(file).collect();
            assert!(ours.is_empty(), "a call that is not replayed: {name} {ours:?}");
            None
        }
    }
}

/// The bytes of a text in hexadecimal digits, `"\x61"` or `3<\x61>`.
fn bytes(text: &str) -> Vec<u8> {
    let digits = text.split("\\x").skip(1).map(|digits| digits.get(..2).unwrap_or_default());
    digits.map(|digits| u8::from_str_radix(digits, 16).expect("a byte")).collect()
}
