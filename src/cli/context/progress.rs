//! How far long work is, on a terminal and only there.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::store::Steps;

/// Work that shows nothing before this.
const PATIENCE: Duration = Duration::from_millis(800);

/// Between two numbers that are shown.
const PAUSE: Duration = Duration::from_millis(100);

/// Goes back to the begin of a terminal's line and empties it.
const CLEAR: &str = "\r\x1b[K";

/// How far long work is, on a terminal and only there.
pub(in crate::cli) struct Progress {
    things: String,
    count: AtomicUsize,
    begun: Instant,
    /// When the number was shown; `None` before.
    shown: Mutex<Option<Instant>>,
    is_visible: bool,
}

impl Progress {
    /// Begins to count things of a kind.
    pub(in crate::cli) fn new(things: &str) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        Self {
            things: things.to_owned(),
            count: AtomicUsize::new(0),
            begun: Instant::now(),
            shown: Mutex::new(None),
            is_visible: io::stderr().is_terminal() && !is_dumb,
        }
    }
}

impl Steps for Progress {
    fn step(&self) {
        let count = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.is_visible || self.begun.elapsed() < PATIENCE {
            return;
        }
        // Whoever finds the line in use leaves it to the next step.
        let Ok(mut shown) = self.shown.try_lock() else {
            return;
        };
        if shown.is_none_or(|shown| shown.elapsed() > PAUSE) {
            *shown = Some(Instant::now());
            let seconds = self.begun.elapsed().as_secs();
            let line = format!("{CLEAR}{count} {}, {seconds} s", self.things);
            put(&line);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.lock().is_ok_and(|shown| shown.is_some()) {
            put(CLEAR);
        }
    }
}

/// Writes to the terminal; one that is gone needs no progress.
fn put(text: &str) {
    let mut terminal = anstream::stderr().lock();
    drop(terminal.write_all(text.as_bytes()));
    drop(terminal.flush());
}
