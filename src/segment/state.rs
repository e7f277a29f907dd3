//! What is known of the sentence that is being read.

use super::context::is_ignorable;

/// What is known of the sentence that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct State {
    /// Where it begins.
    pub(super) start: usize,
    /// The last opening bracket, and whether it stands at the start of a sentence.
    pub(super) bracket: Option<(usize, bool)>,
    /// Whether a bracket has opened at all.
    bracketed: bool,
}

impl State {
    /// A sentence that begins at `start`.
    pub(super) fn of(start: usize) -> Self {
        Self {
            start,
            bracket: None,
            bracketed: false,
        }
    }

    /// Remembers the bracket that opens at `at`.
    pub(super) fn open(&mut self, text: &str, at: usize) {
        let mut lead = text.get(self.start..at).unwrap_or_default().chars();
        let leads = !self.bracketed && lead.all(|c| c.is_whitespace() || is_ignorable(c));
        self.bracket = Some((at, leads));
        self.bracketed = true;
    }

    /// Forgets a bracket that has opened at or after `from`: it closes.
    pub(super) fn close(&mut self, from: usize) {
        self.bracket = self.bracket.filter(|(at, _)| *at < from);
    }
}
