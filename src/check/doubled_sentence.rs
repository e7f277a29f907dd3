//! A sentence of an article that stands twice in a row.
//!
//! Why it matters: one of the two was most likely left behind by an edit, and every translator copies it.
//! Example: `Die Fähre legt um sieben ab. Die Fähre legt um sieben ab.` in one paragraph. Sentences of
//! fewer than four words, and equal sentences with others between them, are no finding: they are meant.
//! Fix: none; take one out of the article.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "doubled-sentence",
    severity: Severity::Hint,
    category: "doubled",
    manual: include_str!("doubled_sentence.rs"),
    find: Find::Workspace,
};
