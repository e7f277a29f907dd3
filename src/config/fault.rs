//! What is wrong with a configuration or a path, in one sentence with advice.

use std::fmt;

use super::Setting;

/// What is wrong with a configuration or a path, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the configuration, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do, without a full stop.
    pub hint: String,
}

impl Fault {
    /// Makes a fault without a line.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            line: None,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The same fault of a configuration that settings were put into: its lines are not the file's.
    #[must_use]
    pub fn under(mut self, settings: &[Setting]) -> Self {
        if !settings.is_empty() {
            let origins: Vec<&str> = settings.iter().map(|one| one.origin.as_str()).collect();
            self.message = format!("with {}: {}", origins.join(", "), self.message);
            self.line = None;
        }
        self
    }

    pub(super) fn at(mut self, line: Option<usize>) -> Self {
        self.line = line;
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.message, self.hint)
    }
}

impl std::error::Error for Fault {}

/// The known name that a mistyped one most resembles, if any does.
pub fn suggest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = name.to_lowercase();
    similar::get_close_matches(name.as_str(), known, 1, 0.6)
        .first()
        .copied()
}
