//! A placeable that an article's text cannot hold.
//!
//! Why it matters: readers would see `{ $name }` in the page. Texts, terms that the locale's
//! glossary has, fields of the front matter as variables, NUMBER and DATETIME are fine; a brace of
//! the text is written `{ "{" }`.

use super::{Check, Find, Finding, Subject};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "placeable",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("placeable.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (_, entry) in subject.target.value.messages() {
        let Some(value) = entry.value() else { continue };
        for fault in subject.resolver.resolve(value).1 {
            let found = Finding::new(&CHECK, entry.value_span, &entry.id, fault.to_string());
            findings.push(found.hint("write the text itself; a brace of the text is { \"{\" }"));
        }
    }
}
