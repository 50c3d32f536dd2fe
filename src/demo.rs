//! `demo`: a small made-up county network in a new file, and a month's work in it, step by step.

use crate::call::Call;
use crate::cli::{self, Special};
use crate::error::{Refusal, Result};
use crate::locale::say::{self, Text};
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

/// The command.
pub const COMMAND: Special = Special { name: "demo", build, run };

/// The files that the demo leaves, the network file first.
const FILES: [(&str, &str); 4] = [
    ("demo.db", ""),
    ("demo-october.csv", include_str!("../examples/demo/october.csv")),
    ("demo-october.toml", include_str!("../examples/demo/october.toml")),
    ("demo-activity.csv", ""),
];

/// A part of the work: what it is for, and the commands as they would be typed.
type Step = (fn() -> Text, &'static [&'static str]);

/// The month's work.
const STEPS: &[Step] = &[
    (say::demo_file, &["init demo.db --site DEMO --name 'Minta megye' --country hu"]),
    (
        say::demo_points,
        &[
            "organisation add ONK --name 'Mintafalva Önkormányzata' --sector municipality --duty both --area Orosháza",
            "point add K1 --name 'Mintafalvai könyvtár' --area Orosháza --host ONK --modes service-point,phone,home",
            "point add T1 --name 'Példatelepi teleház' --area Gyula --modes service-point",
            "point add M1 --name 'Próbahelyi művelődési ház' --area Békéscsaba --modes course",
        ],
    ),
    (
        say::demo_people,
        &[
            "mentor add MARIA --name 'Minta Mária' --kind employee --skills email,safety --languages hu,ro",
            "mentor add MATE --name 'Minta Máté' --kind volunteer --skills e-services",
            "person add LAJOS --name 'Minta Lajos' --status active --phone '+36 30 000 0000'",
            "mentor assign MARIA --point K1 --since 2026-01-01",
            "mentor assign MARIA --point M1 --since 2026-09-01",
            "mentor assign MATE --point T1 --since 2026-01-01",
            "lead assign LAJOS --area HU332 --since 2026-01-01",
            "lead chain K1",
        ],
    ),
    (
        say::demo_sessions,
        &[
            "setting set usual-point K1",
            "setting set usual-mentor MARIA",
            "session add --date 2026-10-31 --mode phone --kind individual --attendances 1 --topics e-services \
             --minutes 25 --tally 'age:60-74 sex:female' --outcome with-help",
        ],
    ),
    (
        say::demo_sheet,
        &[
            "session import demo-october.csv --map demo-october.toml --dry-run",
            "session import demo-october.csv --map demo-october.toml",
        ],
    ),
    (
        say::demo_figures,
        &[
            "stats show activity --period 2026-10 --by point",
            "stats show activity --period 2026-10 --by age",
            "stats export activity --period 2026-10 --by county,mode,kind -o demo-activity.csv",
            "check",
        ],
    ),
];

fn build(command: Command) -> Command {
    command
        .about("Make a small made-up network here (demo.db) and do a month's work in it, step by step")
        .after_help("tukipont demo")
}

fn run(call: &mut Call, _matches: &ArgMatches) -> Result<()> {
    if let Some((name, _)) = FILES.iter().find(|(name, _)| Path::new(name).exists()) {
        return Err(Refusal::failed(say::file_exists(*name)).hint(say::demo_again_hint()).into());
    }
    let done = work(call);
    if done.is_err() {
        // Half a demo would only stand in the way of the next one.
        for (name, _) in FILES {
            let _ = std::fs::remove_file(name);
        }
    }
    done
}

fn work(call: &mut Call) -> Result<()> {
    for (name, text) in FILES.iter().filter(|(_, text)| !text.is_empty()) {
        crate::table::put(Path::new(name), text.as_bytes(), false, Path::new(FILES[0].0))?;
    }
    // What follows works on the demo's own file, whatever the environment names.
    call.variables.insert("TUKIPONT_DB".to_string(), FILES[0].0.into());
    for (text, lines) in STEPS {
        let words = call.speaker.say(&text());
        writeln!(call.streams.output, "\n# {words}")?;
        for line in *lines {
            writeln!(call.streams.output, "$ tukipont {line}")?;
            call.streams.output.flush()?;
            cli::dispatch(call, words_of(line))?;
            call.flush()?;
        }
    }
    let files: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    call.say(&say::demo_done(files.join(", ")))
}

/// The words of a line as a shell would split it; single quotes hold words together.
fn words_of(line: &str) -> Vec<OsString> {
    let mut words = vec![OsString::from("tukipont")];
    for (place, part) in line.split('\'').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(OsString::from)),
            _ => words.push(part.into()),
        }
    }
    words
}
