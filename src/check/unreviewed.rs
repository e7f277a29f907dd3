//! A translation that nobody has reviewed, where the workspace wants that somebody has.
//!
//! Why it matters: `gate.require: reviewed` in satz.yaml says that a person has to stand for every
//! translation, `gate.require: human` that one has to for those that a machine made. Without it
//! nothing is wanted.
//! Example: 8 of 20 translated sentences have no `# review: …` above them that fits them.
//! Read them beside their source and confirm them with `satz review`. Nothing can do that for you.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "unreviewed",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("unreviewed.rs"),
    find: Find::Workspace,
};
