//! A message whose sentence is gone, or which a newer id has replaced. Of an application: one that
//! the source does not have.
//!
//! Why it matters: it is work that nobody reads; it is kept in case the sentence returns.
//! `satz sync --prune` removes it.

use super::{Check, Find, Finding, Localized, Subject, excerpt};
use crate::catalog::Kind;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "obsolete",
    severity: Severity::Hint,
    category: "catalog",
    manual: include_str!("obsolete.rs"),
    find: Find::Both(find, strings),
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

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    let target = &subject.target.value;
    if subject.source.entries.is_empty() && !target.entries.is_empty() {
        let message = "the source has no such catalog, or an empty one";
        let found = Finding::new(&CHECK, crate::text::Span::default(), &"", message);
        findings.push(found.hint("delete the file, if no program reads it"));
        return;
    }
    for obsolete in &subject.comparison.obsolete {
        let entry = &target.entries[obsolete.entry];
        // A language may have terms of its own.
        let call = format!("-{}", entry.id);
        let is_used = || target.text.matches(&call).count() > 1;
        if matches!(entry.kind, Kind::Term(_)) && is_used() {
            continue;
        }
        let found = Finding::new(
            &CHECK,
            entry.id_span,
            &obsolete.id,
            "the source has no such message",
        );
        findings.push(found.hint("delete it, if no program asks for it"));
    }
}
