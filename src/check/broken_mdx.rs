//! A block of an MDX article in which a tag or a brace is not closed.
//!
//! Why it matters: the block is carried through as it is, so its text stays untranslated; and the
//! site's generator refuses the page.
//! Example: `Für {name ist nichts da.`, where the brace has no end.
//! Fix: none; close it, or write `\\{` or `&lt;` for a sign that is text.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "broken-mdx",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("broken_mdx.rs"),
    find: Find::Workspace,
};
