//! What a rule answers, and what several of them ask.

use super::context::Next;
use crate::language::Language;

/// A rule's answer: whether the sentence ends, and why.
pub(super) type Verdict = (bool, &'static str);

/// Whether the next word carries its capital only because a sentence begins.
pub(super) fn starter(language: &Language, next: &Next<'_>) -> bool {
    language.starters.contains_lower(next.word)
}
