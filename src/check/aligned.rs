//! A translation that alignment found and that nobody has looked at.
//!
//! Why it matters: `satz align` was not sure that these sentences translate each other. The one
//! beside it may belong here, or half of it.
//! Example: `# aligned: 0.52` above a message. Whoever has looked removes that line; nothing else is
//! needed, and no fix can do it for them.

use super::{Check, Find, Finding, Subject, excerpt};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "aligned",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("aligned.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for item in subject
        .comparison
        .items
        .iter()
        .filter(|item| item.aligned.is_some())
    {
        let Some(entry) = item.entry else { continue };
        let found = Finding::new(
            &CHECK,
            subject.id_span(entry),
            &subject.target.value.entries[entry].id,
            format!("aligned, to be looked at: {}", excerpt(&item.source)),
        );
        findings.push(found.hint("compare the two, then remove the line `# aligned: …`"));
    }
}
