//! A message whose sentence is gone, or which a newer id has replaced.
//!
//! Why it matters: it is work that nobody reads; it is kept in case the sentence returns.
//! `satz sync --prune` removes it.

use super::{Check, Find, Finding, Subject, excerpt};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "obsolete",
    severity: Severity::Hint,
    category: "catalog",
    manual: include_str!("obsolete.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for obsolete in &subject.comparison.obsolete {
        let message = format!("its sentence is gone: {}", excerpt(&obsolete.target));
        let found = Finding::new(
            &CHECK,
            subject.id_span(obsolete.entry),
            &obsolete.id,
            message,
        );
        findings.push(found.hint("`satz sync --prune` removes it"));
    }
}
