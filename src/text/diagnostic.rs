//! Findings about a text, and what parsing gives.

use super::Span;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; never fails a gate.
    Hint,
    /// Probably wrong.
    Warning,
    /// Wrong: fails the gate.
    Error,
}

/// One finding about a text: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable name of the fault in kebab case, for example `unbalanced-quote`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The place in the text the finding is about.
    pub span: Span,
    /// What is wrong, one plain sentence.
    pub message: String,
    /// What to do, one sentence each.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Makes a finding without hints.
    pub fn new(
        code: &'static str,
        severity: Severity,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity,
            span,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// Adds a sentence that says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// What parsing gives: always a value, and what was wrong with the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed<T> {
    /// The value, complete as far as the text allows.
    pub value: T,
    /// Findings in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}
