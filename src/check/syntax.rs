//! Lines that are no Fluent: what the catalog's reader could not understand.
//!
//! Why it matters: what stands there is no translation to anybody, and other tools refuse the whole
//! file for less. Everything else in the file works on.

use super::{Check, Find, Finding, Subject};
use crate::catalog::Kind;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "syntax",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("syntax.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let entries = &subject.target.value.entries;
    for diagnostic in &subject.target.diagnostics {
        let id = entries
            .iter()
            .find(|entry| entry.kind == Kind::Junk && entry.span == diagnostic.span)
            .map_or(String::new(), |entry| entry.id.clone());
        findings.push(Finding {
            diagnostic: diagnostic.clone(),
            id,
            fix: None,
        });
    }
}
