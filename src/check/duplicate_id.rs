//! Two messages with one id.
//!
//! Why it matters: Fluent programs take the one or the other, and one translation is lost to sight.
//! Delete the one that is wrong.

use rustc_hash::FxHashSet;

use super::{Check, Find, Finding};
use crate::catalog::{Catalog, Kind};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "duplicate-id",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("duplicate_id.rs"),
    find: Find::Both(
        |subject, findings| find(&subject.target.value, findings),
        |subject, findings| find(&subject.target.value, findings),
    ),
};

fn find(catalog: &Catalog, findings: &mut Vec<Finding>) {
    let mut seen = FxHashSet::default();
    for entry in &catalog.entries {
        if !matches!(entry.kind, Kind::Message(_) | Kind::Term(_)) {
            continue;
        }
        if !seen.insert((matches!(entry.kind, Kind::Term(_)), &entry.id)) {
            let id = entry.written_id();
            let message = format!("`{id}` is in the file twice");
            let found = Finding::new(&CHECK, entry.id_span, &id, message);
            findings.push(found.hint("delete the one that is wrong"));
        }
    }
}
