//! What is no file, or none of ours: none is waited for, none is read without end.

use crate::desk::{Desk, End};
use crate::forge::seal;
use crate::sound;
use std::fs;
use std::io::Write;

const NO_NETWORK: End = End::Refused("is not a network file");
const NO_HANDOVER: End = End::Refused("is no hand-over");
const NO_FILE: End = End::Refused("is not an ordinary file");

#[test]
fn what_is_no_network_or_no_hand_over() {
    let mut desk = Desk::new();
    let sent = fs::read(sound::file("sent.db")).expect("a sound file");
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("short", &sent[..99]),
        ("text", &b"date,point\n2026-01-01,K1\n".repeat(100)),
        ("zeros", &[0; 100_000]),
        ("a head and no body", &sent[..100]),
    ] {
        fs::write(desk.path("sent"), bytes).expect("what is sent");
        let end = if name == "a head and no body" { End::Refused("is damaged") } else { NO_NETWORK };
        desk.judge_line("merge sent", name, end);
        desk.judge_line("handover receive sent", name, NO_HANDOVER);
        fs::write(desk.path("sent"), seal(bytes)).expect("what is sent");
        desk.judge_line("handover receive sent", name, end);
    }
    fs::write(desk.path("sent"), &sent).expect("what is sent");
    desk.judge_line("handover receive sent", "a network", NO_HANDOVER);
    fs::copy(sound::file("sent.handover"), desk.path("sent")).expect("what is sent");
    desk.judge_line("merge sent", "a hand-over", NO_NETWORK);
    desk.judge_line("merge nowhere", "nothing", End::Refused("there is no file"));
    desk.judge_line("handover receive nowhere", "nothing", End::Refused("there is no file"));
    desk.judge_line("merge own.db", "itself", End::Refused("is the network file itself"));
}

#[test]
fn what_lies_beside_it() {
    let mut desk = Desk::new();
    fs::copy(sound::file("sent.db"), desk.path("sent.db")).expect("what is sent");
    fs::write(desk.path("sent.db-journal"), "half a command").expect("a journal");
    desk.judge_line("merge sent.db", "a journal", End::Refused("a command is running on `sent.db`"));
    fs::write(desk.path("sent.db-journal"), "").expect("an empty journal");
    desk.judge_line("merge sent.db", "an empty journal", End::Taken);
}

#[test]
#[cfg(unix)]
fn what_is_no_file() {
    let mut desk = Desk::new();
    fs::create_dir(desk.path("folder")).expect("a folder");
    fs::copy(sound::file("sent.db"), desk.path("sent.db")).expect("what is sent");
    std::os::unix::fs::symlink("sent.db", desk.path("link.db")).expect("a link");
    let pipe = std::process::Command::new("mkfifo").arg(desk.path("pipe")).status().expect("mkfifo");
    assert!(pipe.success(), "no pipe could be made");
    desk.judge_line("merge link.db", "a link", End::Refused("is a link"));
    for name in ["folder", "pipe", "/dev/zero", "/dev/null"] {
        desk.judge_line(&format!("merge {name}"), "no file", NO_FILE);
        desk.judge_line(&format!("handover receive {name}"), "no file", NO_FILE);
    }
}

/// A hand-over says how long it is: no more is read, and one that says more than there may be is not begun.
#[test]
fn what_never_ends() {
    let mut desk = Desk::new();
    let whole = fs::read(sound::file("sent.handover")).expect("a sound hand-over");
    let head = |length: u64| [&whole[..52], &length.to_le_bytes()].concat();
    for (name, start, words) in [
        ("zeros", Vec::new(), "is no hand-over"),
        ("more than it says", whole.clone(), "its digest does not hold"),
        ("a length beyond measure", head(u64::MAX), "its digest does not hold"),
        ("a length that nobody sends", head(1 << 40), "its digest does not hold"),
    ] {
        let (reader, mut writer) = std::io::pipe().expect("a pipe");
        let stream = std::thread::spawn(move || {
            let mut go_on = writer.write_all(&start);
            while go_on.is_ok() {
                go_on = writer.write_all(&[0; 65_536]);
            }
        });
        let mut command = desk.command(&["handover", "receive", "-"]);
        let answer = desk.ask_by(command.stdin(reader));
        // With it goes the last one who could read.
        drop(command);
        stream.join().expect("nobody reads any more");
        desk.refused(&answer, &["own.db".to_string()], name, words);
        desk.count(&answer);
    }
    let answer = desk.ask("handover receive -");
    desk.refused(&answer, &["own.db".to_string()], "nothing", "is no hand-over");
}
