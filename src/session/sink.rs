//! Who hears of the work of a session while it goes on.

use std::fmt;

use crate::store::{Error, Steps};

/// Who hears of long work: of its steps, of what it passes over, of files that cannot be read. What was
/// asked for is not said here: a session returns that.
pub trait Sink {
    /// Work on things of a kind begins; its steps are counted by what is returned.
    fn begin(&mut self, things: &'static str) -> Box<dyn Steps> {
        let _ = things;
        Box::new(())
    }

    /// Something that is no fault, in one line.
    fn note(&mut self, note: &dyn fmt::Display) {
        let _ = note;
    }

    /// A fault in one file among several: the work goes on with the others.
    fn fail(&mut self, error: &dyn fmt::Display) {
        let _ = error;
    }
}

/// Nobody listens.
impl Sink for () {}

/// Notes and faults as lines, for whoever shows them later.
///
/// # Examples
/// ```
/// use satz::session::{Sink, Transcript};
/// let mut heard = Transcript::default();
/// heard.fail(&"a.ftl: is not UTF-8; save it as UTF-8");
/// assert_eq!(heard.failures.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// What is no fault.
    pub notes: Vec<String>,
    /// What could not be read or written.
    pub failures: Vec<String>,
}

impl Sink for Transcript {
    fn note(&mut self, note: &dyn fmt::Display) {
        self.notes.push(note.to_string());
    }

    fn fail(&mut self, error: &dyn fmt::Display) {
        self.failures.push(error.to_string());
    }
}

/// A sink, and what it heard of faults since a question was asked.
pub(super) struct Report<'a> {
    sink: &'a mut dyn Sink,
    /// What went wrong so far, each fault once.
    pub(super) failures: Vec<String>,
}

impl<'a> Report<'a> {
    pub(super) fn new(sink: &'a mut dyn Sink) -> Self {
        Self {
            sink,
            failures: Vec::new(),
        }
    }

    pub(super) fn begin(&mut self, things: &'static str) -> Box<dyn Steps> {
        self.sink.begin(things)
    }

    pub(super) fn note(&mut self, note: impl fmt::Display) {
        self.sink.note(&note);
    }

    pub(super) fn fail(&mut self, error: impl fmt::Display) {
        let error = error.to_string();
        if !self.failures.contains(&error) {
            self.sink.fail(&error);
            self.failures.push(error);
        }
    }

    /// Reports what could not be read of several files.
    ///
    /// # Errors
    /// If the work was stopped.
    pub(super) fn fail_all(&mut self, errors: Vec<Error>) -> Result<(), Error> {
        for error in errors {
            if error.is_cancelled() {
                return Err(error);
            }
            self.fail(error);
        }
        Ok(())
    }
}
