//! A full disk: the command is done or nothing is changed, and it is told.
#![cfg(target_os = "linux")]

use crate::aftermath::look_after;
use crate::before::Before;
use crate::commands::{COMMANDS, NOW};
use crate::content::Content;
use crate::desk::{Desk, words};
use crate::rehearsal::Rehearsal;
use crate::rounds::rounds;
use std::fs;
use std::process::{Command, Output};

#[test]
fn a_full_disk() {
    let desk = Desk::new("none");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let done = desk.command(&["category", "list"]).stdout(full).output().expect("the program");
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("the disk is full"), "{done:?}");
    // A file that may not grow is what a full disk looks like to the program.
    desk.sheet("s.csv", 30_000);
    let whole = fs::read(desk.file()).expect("the file").len();
    for kilobytes in [1, 8, whole / 1024, whole / 1024 + 64, whole / 1024 + 900] {
        let done = run_with_room(&desk, "session import s.csv", kilobytes);
        let errors = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "{kilobytes} kB: {errors}");
        assert!(errors.contains("nothing was changed") && errors.contains("hint: "), "{kilobytes} kB: {errors}");
        assert_eq!(desk.done("session list --format csv --fields id"), "id\n", "{kilobytes} kB: half written");
        assert_eq!(desk.names(), ["n.db", "s.csv"]);
        assert_eq!(desk.count("SELECT count(*) FROM busy"), 0, "{kilobytes} kB: the mark was left");
    }
}

/// Every writing command, with room for every size of file.
#[test]
fn a_disk_that_is_full_at_any_size() {
    for command in COMMANDS {
        let desk = Desk::new("none");
        let line = (command.prepare)(&desk).replace("{round}", "0");
        let prepared = fs::read(desk.file()).expect("the file").len();
        let before = Before::of(&desk);
        let old = Content::of(&desk.sql("n.db")).expect("a content");
        let whole = Rehearsal::of(&desk, &line);
        let sizes = sizes(whole.bytes);
        // A copy that is kept before the rest fails is no fault; a folder for copies without any is.
        let names = || -> Vec<String> {
            desk.names().into_iter().filter(|name| name != "n.db.backups" || desk.copies().is_empty()).collect()
        };
        let first = names();
        let mut done = 0;
        for kilobytes in &sizes {
            before.bring_back(&desk);
            let end = run_with_room(&desk, &line, *kilobytes);
            let said = format!("{line}: room for {kilobytes} kB: {end:?}");
            let is_done = !is_told(&end);
            // A real disk, however full, lets a command write over what is there, and so take itself back.
            if kilobytes * 1024 >= prepared && !is_done {
                assert_eq!(names(), first, "{said}");
            }
            let expected = if is_done { &whole.content } else { &old };
            assert_eq!(&look_after(&desk, &said), expected, "{said}");
            let unfinished = whole.look_beside(&desk, &before, &old, is_done, &said);
            assert!(unfinished.is_empty(), "{said}: {unfinished:?}");
            assert!(is_done || names() == first, "{said}: {:?}", names());
            done += usize::from(end.status.success());
        }
        println!("full: {}: {} sizes, {done} done, the others unchanged", command.name, sizes.len());
        assert!((1..sizes.len()).contains(&done), "{line}: {done} of {sizes:?}: nothing was shown");
    }
}

#[test]
fn an_output_that_is_full_at_any_size() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 2_000);
    desk.done("session import s.csv");
    desk.done("session export -o whole.csv");
    let whole = fs::read(desk.path("whole.csv")).expect("a whole file");
    fs::write(desk.path("out.csv"), "mine").expect("a file");
    let (names, sizes) = (desk.names(), sizes(whole.len()));
    let mut done = 0;
    for kilobytes in &sizes {
        fs::write(desk.path("out.csv"), "mine").expect("a file");
        let end = run_with_room(&desk, "session export --force -o out.csv", *kilobytes);
        let out = fs::read(desk.path("out.csv")).expect("a file");
        match is_told(&end) {
            true => assert_eq!(out, b"mine", "{kilobytes} kB: {end:?}"),
            false => assert!(out == whole, "{kilobytes} kB: {end:?}"),
        }
        assert_eq!(desk.names(), names, "{kilobytes} kB: {end:?}");
        done += usize::from(end.status.success());
    }
    println!("full: session export: {} sizes, {done} done, the others unchanged", sizes.len());
    assert!((1..sizes.len()).contains(&done), "{done} of {sizes:?}: nothing was shown");
}

/// Runs a line where no file may grow beyond this, which is what a full disk looks like to the program.
fn run_with_room(desk: &Desk, line: &str, kilobytes: usize) -> Output {
    let command = desk.command(&words(line));
    let mut bash = Command::new("bash");
    bash.args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", &kilobytes.to_string()]);
    bash.arg(command.get_program()).args(command.get_args()).current_dir(desk.folder());
    bash.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("TUKIPONT_NOW", NOW);
    bash.output().expect("bash")
}

/// Whether the command says that the disk is full; it does that, or all that it was asked for.
fn is_told(end: &Output) -> bool {
    let errors = String::from_utf8_lossy(&end.stderr);
    let is_told = errors.contains("disk is full") || errors.contains("is the disk full");
    assert_eq!(end.status.code(), Some(i32::from(is_told)), "{end:?}");
    assert!(!is_told || (errors.contains("nothing was changed") && errors.contains("hint: ")), "{end:?}");
    is_told
}

/// Sizes from nothing to more than these bytes, in kilobytes; closer together where files are small.
fn sizes(bytes: usize) -> Vec<usize> {
    let (steps, end) = (rounds(8, 40), bytes / 1024 * 5 / 4 + 1);
    (0..steps).map(|step| end * (step * step) / ((steps - 1) * (steps - 1))).collect()
}
