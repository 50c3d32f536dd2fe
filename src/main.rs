//! The program: hands the system's streams, clock and chance to the library, and exits with its code.

use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    if tukipont::complete::complete(tukipont::complete::tree) {
        return ExitCode::SUCCESS;
    }
    let terminal = tukipont::call::Terminal {
        input: std::io::stdin().is_terminal(),
        output: std::io::stdout().is_terminal(),
        errors: std::io::stderr().is_terminal(),
    };
    let streams = tukipont::call::Streams {
        input: Box::new(std::io::stdin().lock()),
        output: Box::new(std::io::BufWriter::new(std::io::stdout().lock())),
        errors: Box::new(std::io::stderr().lock()),
        terminal,
    };
    let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
    ExitCode::from(tukipont::run(std::env::args_os().collect(), variables.collect(), streams))
}
