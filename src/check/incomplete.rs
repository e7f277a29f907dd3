//! A translation that is less complete than the workspace demands.
//!
//! Why it matters: `gate.complete` in satz.yaml says how much of an article, or of all articles of a
//! locale together, must be translated. Where it does, a missing or stale sentence is only a warning,
//! and this is what shuts the gate.
//! Example: `complete: [{locale: uk, minimum: 80}]`, and 18 of 25 sentences are translated: 72%.
//! Translate more, or demand less. There is no other fix.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "incomplete",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("incomplete.rs"),
    find: Find::Workspace,
};
