//! A field of the front matter that is to be translated, and cannot be.
//!
//! Why it matters: it is carried through as it is, in the article's language.
//! Example: `title: *name`, which takes its text from another place of the front matter.
//! Fix: none; write the text itself, on one line and in quotes.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-field",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("lost_field.rs"),
    find: Find::Workspace,
};
