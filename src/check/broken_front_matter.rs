//! Front matter of an article that cannot be read.
//!
//! Why it matters: its fields are carried through as they are, the title and the description among
//! them: they stay untranslated, and nothing else says so.
//! Example: `description: Eins: zwei.`, where a text with a colon must stand in quotes.
//! Fix: none; mend the article.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "broken-front-matter",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("broken_front_matter.rs"),
    find: Find::Workspace,
};
