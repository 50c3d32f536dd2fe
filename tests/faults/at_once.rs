//! Several commands at once: each waits for the other, and what waits too long says so.

use crate::desk::{Desk, words};
use crate::rounds::rounds;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn somebody_else_writes() {
    let desk = Desk::new("none");
    let other = desk.sql("n.db");
    other.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    let begun = Instant::now();
    // Not by `refused`: a process that reads a file and closes it gives up its own locks on it.
    let done = desk.run(&["point", "edit", "K1", "--name", "x"]);
    assert_eq!(done.status.code(), Some(5), "{done:?}");
    assert!(String::from_utf8_lossy(&done.stderr).contains("somebody else is writing"), "{done:?}");
    assert!(begun.elapsed().as_secs() >= 9, "it gave up at once");
}

#[test]
fn eight_at_once_write_all_they_have() {
    let desk = Desk::new("none");
    let each = rounds(5, 100);
    let session = "session add --date 2026-11-02 --point K1 --mode phone --kind individual --attendances 1 --note";
    let write = |writer: usize| -> Duration {
        let write = |round: usize| {
            let begun = Instant::now();
            desk.done(&format!("{session} {writer}-{round}"));
            begun.elapsed()
        };
        (0..each).map(write).max().unwrap_or_default()
    };
    let slowest = thread::scope(|scope| {
        let writers: Vec<_> = (0..8).map(|writer| scope.spawn(move || write(writer))).collect();
        let slowest = writers.into_iter().map(|writer| writer.join().expect("all of a writer's commands are done"));
        slowest.max().unwrap_or_default()
    });
    assert_eq!(desk.count("SELECT count(DISTINCT note) FROM session"), 8 * each as i64);
    println!("writers: 8 x {each} sessions, all acknowledged and there, the slowest after {slowest:?}");
}

/// The same report is written twice at the same moment, as two lines of a crontab do.
#[test]
fn two_cron_jobs_at_once() {
    let desk = Desk::new("none");
    desk.sheet("s.csv", 2_000);
    desk.done("session import s.csv");
    let export = "stats export activity --by week,point,mode --force -o";
    desk.done(&format!("{export} whole.csv"));
    let whole = fs::read(desk.path("whole.csv")).expect("a whole file");
    fs::write(desk.path("figures.csv"), &whole).expect("the file of the day before");
    let rounds = rounds(20, 1_000);
    for round in 0..rounds {
        let line = format!("{export} figures.csv");
        let start = || desk.command(&words(&line)).stderr(Stdio::piped()).spawn().expect("the program");
        let mut jobs = [start(), start()];
        // Whoever looks meanwhile finds a whole file too.
        while jobs.iter_mut().any(|job| job.try_wait().expect("an answer").is_none()) {
            assert!(fs::read(desk.path("figures.csv")).expect("a file") == whole, "round {round}: not a whole file");
        }
        let ends = jobs.map(|job| job.wait_with_output().expect("its end"));
        assert!(ends.iter().all(|end| end.status.success()), "round {round}: {ends:?}");
        assert!(fs::read(desk.path("figures.csv")).expect("a file") == whole, "round {round}: not a whole file");
        assert_eq!(desk.names(), ["figures.csv", "n.db", "s.csv", "whole.csv"]);
    }
    println!("cron: {rounds} rounds of two exports at once, all done, every file whole");
}
