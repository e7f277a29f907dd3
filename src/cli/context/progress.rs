//! How far long work is, on a terminal and only there.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::store::Steps;

/// Work that shows nothing before this.
const PATIENCE: Duration = Duration::from_millis(800);

/// How far long work is, on a terminal and only there.
pub(in crate::cli) struct Progress {
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    /// Begins to count things of a kind.
    pub(in crate::cli) fn new(things: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let template = format!("{{spinner}} {{pos}} {things}, {{elapsed}}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        Self {
            bar,
            begun: Instant::now(),
        }
    }
}

impl Steps for Progress {
    fn step(&self) {
        // Hidden by itself where the standard error is no terminal.
        if self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
