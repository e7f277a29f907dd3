//! A catalog that `satz sync` would write, found by `satz check --frozen`; without that, one to which it
//! would bring translations of an article that was renamed, or of sentences that moved.
//!
//! Why it matters: the German in the repository is not the one the catalogs were made for, so
//! translators do not see what is missing or stale.
//! Example: an article was changed and committed, `locales/de/` was not. Run `satz sync` and commit
//! what it writes. It changes no translation.

use super::{Check, Find};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "out-of-step",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("out_of_step.rs"),
    find: Find::Workspace,
};
