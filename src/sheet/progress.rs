//! How far an import has come, told by a bar on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// No bar is shown for what is done in this time.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many bytes more were read.
    Read,
    /// So many rows are to be written.
    Write(u64),
    /// So many rows more were written.
    Written,
}

/// A bar on a terminal, for what takes longer than half a second.
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    visible: bool,
}

impl Progress {
    /// A bar that is shown, if anybody sees it.
    pub fn new(visible: bool) -> Self {
        Self { bar: ProgressBar::hidden(), since: Instant::now(), visible }
    }

    /// Shows that it has come further.
    pub fn tell(&mut self, step: Step, count: u64) {
        if self.visible && self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        match step {
            Step::Write(rows) => {
                self.bar.set_style(style("{bar:40} {pos}/{len}"));
                self.bar.set_length(rows);
                self.bar.set_position(0);
            }
            Step::Read if self.bar.position() == 0 => {
                self.bar.set_style(style("{spinner} {bytes}"));
                self.bar.inc(count);
            }
            Step::Read | Step::Written => self.bar.inc(count),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
