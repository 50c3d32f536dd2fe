//! What a call tells people: messages, questions, refusals.

use super::Call;
use crate::error::{AtColumn, Exit, Fault, Faults, MOST_FAULTS, Refusal, Result, Told, refusal};
use crate::locale::format::{harmless, shorten};
use crate::locale::refuse::OnLine;
use crate::locale::say::{self, Text};
use crate::value::fold;
use clap::ArgMatches;
use std::io::{BufRead, Write};

impl Call {
    /// Says something to the reader, beside the data.
    ///
    /// # Errors
    /// Only those of the stream.
    pub fn say(&mut self, text: &Text) -> Result<()> {
        let words = self.speaker.say(text);
        // What was done is done, even where nobody can be told.
        let _ = writeln!(self.streams.errors, "{words}");
        Ok(())
    }

    /// Says what was done, and how it is taken back.
    ///
    /// # Errors
    /// Only those of the stream.
    pub fn done(&mut self, text: Text) -> Result<()> {
        self.say(&say::done(text))
    }

    /// Asks for a line; `None` where nothing more comes.
    ///
    /// # Errors
    /// Only those of the streams.
    pub fn ask(&mut self, question: &str) -> Result<Option<String>> {
        write!(self.streams.errors, "{question} ")?;
        self.streams.errors.flush()?;
        let mut line = String::new();
        let read = self.streams.input.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim().to_string()))
    }

    /// Asks whether something that cannot be taken back is to be done: `--yes` answers, or somebody at the terminal.
    ///
    /// # Errors
    /// Where nobody answers, or the answer is no.
    pub fn confirm(&mut self, matches: &ArgMatches, question: &Text) -> Result<()> {
        if matches.get_flag("yes") {
            return Ok(());
        }
        let no = || Refusal::usage(say::not_confirmed()).hint(say::not_confirmed_hint());
        if !self.may_ask {
            return Err(no().into());
        }
        let question = format!("{} [{}]", self.speaker.say(question), self.speaker.say(&say::yes_or_no()));
        let answer = self.ask(&question)?.unwrap_or_default();
        let yes = [self.speaker.say(&say::yes()), "yes".to_string()];
        let answer = fold(&answer);
        let is_yes = !answer.is_empty() && yes.iter().any(|yes| fold(yes).starts_with(&answer));
        if is_yes { Ok(()) } else { Err(no().into()) }
    }

    /// Hands everything written to the system.
    ///
    /// # Errors
    /// Where the other end is closed or the disk is full.
    pub fn flush(&mut self) -> Result<()> {
        let _ = self.streams.errors.flush();
        Ok(self.streams.output.flush()?)
    }

    /// Tells what went wrong and gives the exit code.
    pub fn refuse(&mut self, error: &anyhow::Error) -> u8 {
        if let Some(Told(exit)) = error.downcast_ref::<Told>() {
            let _ = self.flush();
            return *exit as u8;
        }
        if let Some(faults) = error.chain().find_map(|cause| cause.downcast_ref::<Faults>()) {
            return self.tell_faults(faults);
        }
        let (field, mut refusal) = match error.chain().find_map(|cause| cause.downcast_ref::<clap::Error>()) {
            Some(error) => crate::locale::refuse::refusal(error),
            None => (field_of(error), refusal(error)),
        };
        if refusal.hint.is_none() {
            refusal.hint = error.downcast_ref::<OnLine>().map(OnLine::hint);
        }
        self.tell(field.as_deref(), &refusal);
        refusal.exit as u8
    }

    fn tell(&mut self, field: Option<&str>, refusal: &Refusal) {
        let message = self.speaker.say(&refusal.message);
        let message = match field {
            Some(field) => format!("{field}: {message}"),
            None => message,
        };
        let error = self.speaker.say(&say::error());
        let mut lines = format!("{error}: {message}\n");
        if let Some(hint) = &refusal.hint {
            lines += &format!("{}: {}\n", self.speaker.say(&say::hint()), self.speaker.say(hint));
        }
        // Nothing is left to do where even the complaint cannot be written.
        let _ = self.streams.errors.write_all(lines.as_bytes());
        let _ = self.flush();
    }

    /// Tells faults of a file, a line each, and how many more there are than anybody reads.
    pub fn tell_each(&mut self, file: &str, faults: &[Fault], more: usize) {
        let mut lines = String::new();
        for fault in faults.iter().take(MOST_FAULTS) {
            let file = harmless(fault.mapping.as_deref().unwrap_or(file));
            let place = match fault.line {
                0 => file,
                line => format!("{file}:{line}"),
            };
            let message = self.speaker.say(&fault.refusal.message);
            let parts = [place, shown(&fault.column), shown(&fault.value), message];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            lines += &parts.join(": ");
            if let Some(hint) = &fault.refusal.hint {
                lines += &format!(" ({})", self.speaker.say(hint));
            }
            lines.push('\n');
        }
        let more = more + faults.len().saturating_sub(MOST_FAULTS);
        if more > 0 {
            lines += &self.speaker.say(&say::more_faults(more as i64));
            lines.push('\n');
        }
        // Nothing is left to do where even the complaint cannot be written.
        let _ = self.streams.errors.write_all(lines.as_bytes());
    }

    fn tell_faults(&mut self, faults: &Faults) -> u8 {
        self.tell_each(&faults.file, &faults.faults, faults.more);
        let count = (faults.faults.len() + faults.more) as i64;
        let nothing = match faults.mapping() {
            Some(file) => Refusal::data(say::mapping_refused(file, count)).hint(say::mapping_refused_hint()),
            None => Refusal::data(say::sheet_refused(&faults.file, count)).hint(say::sheet_refused_hint()),
        };
        self.tell(None, &nothing);
        Exit::Data as u8
    }
}

/// The column that an error arose in, as a flag.
fn field_of(error: &anyhow::Error) -> Option<String> {
    error.downcast_ref::<AtColumn>().map(|at| format!("--{}", at.0.replace('_', "-")))
}

/// A cell or a heading as a message shows it: harmless, and not longer than a line.
fn shown(text: &str) -> String {
    let mut shown = harmless(text);
    shorten(&mut shown, 60);
    shown
}
