//! A message that says nothing: only blanks, or attributes without a value.
//!
//! Why it matters: it counts as missing, though other Fluent tools count it as translated.
//! `{ "" }` is the one way to say that the unit before covers this one.

use super::{Check, Find, Finding, Subject};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "blank-value",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("blank_value.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (_, entry) in subject.target.value.messages() {
        let message = match entry.value() {
            None => format!("`{}` has attributes but no value", entry.id),
            Some(value) if value.is_blank() && !value.is_empty() => {
                format!("`{}` has only blanks for a value", entry.id)
            }
            Some(_) => continue,
        };
        let found = Finding::new(&CHECK, entry.id_span, &entry.id, message);
        findings.push(found.hint("type the translation, or { \"\" } if the unit before covers it"));
    }
}
