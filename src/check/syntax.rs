//! Lines that are no Fluent: what the catalog's reader could not understand.
//!
//! Why it matters: what stands there is no translation to anybody, and other tools refuse the whole
//! file for less. Everything else in the file works on.

use super::{Check, Find, Finding, Localized, Subject};
use crate::catalog::{Catalog, Kind};
use crate::text::{Parsed, Severity};

pub(super) const CHECK: Check = Check {
    code: "syntax",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("syntax.rs"),
    find: Find::Both(find, strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    told(subject.target, findings);
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    told(subject.target, findings);
}

fn told(target: &Parsed<Catalog>, findings: &mut Vec<Finding>) {
    for diagnostic in &target.diagnostics {
        let entries = &target.value.entries;
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
