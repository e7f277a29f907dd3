//! Why a session could not do what was asked.

use std::fmt;

use crate::store::Error;

/// Why a session could not do what was asked: one sentence, with what to do.
#[derive(Debug)]
pub struct Failure(Cause);

#[derive(Debug)]
enum Cause {
    /// A file or the configuration.
    File(Error),
    /// What was asked for is not there, or makes no sense here.
    Question(String),
}

impl Failure {
    /// Whether the failure is that there is no workspace.
    pub fn is_absence(&self) -> bool {
        matches!(&self.0, Cause::File(error) if error.is_absence())
    }

    /// Whether the work was stopped by whoever counted its steps.
    pub fn is_cancelled(&self) -> bool {
        matches!(&self.0, Cause::File(error) if error.is_cancelled())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(Cause::File(error))
    }
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self(Cause::Question(sentence))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::File(error) => error.fmt(f),
            Cause::Question(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Cause::File(error) => std::error::Error::source(error),
            Cause::Question(_) => None,
        }
    }
}
