//! Two messages with one id.
//!
//! Why it matters: Fluent programs take the one or the other, and one translation is lost to sight.
//! Delete the one that is wrong.

use std::collections::BTreeMap;

use super::{Check, Find, Finding, Localized, Subject};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "duplicate-id",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("duplicate_id.rs"),
    find: Find::Both(find, strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeMap::new();
    for (index, entry) in subject.target.value.messages() {
        if seen.insert(entry.id.as_str(), index).is_some() {
            let message = format!("`{}` is in the file twice", entry.id);
            let found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
            findings.push(found.hint("delete the one that is wrong"));
        }
    }
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    for at in &subject.comparison.doubled {
        let entry = &subject.target.value.entries[*at];
        let id = entry.written_id();
        let message = format!("`{id}` is in the file twice");
        let found = Finding::new(&CHECK, entry.id_span, &id, message);
        findings.push(found.hint("delete the one that is wrong"));
    }
}
