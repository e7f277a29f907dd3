//! A placeable that an article's text cannot hold.
//!
//! Why it matters: readers would see `{ $name }` in the page. Texts, and terms that the locale's
//! glossary has, are fine; a brace of the text is written `{ "{" }`.

use super::{Check, Find, Finding, Subject};
use crate::catalog::Part;
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
        let parts = entry.value().map_or(&[][..], |value| &value.parts);
        for part in parts {
            let message = match part {
                Part::Text(_) => continue,
                Part::Term(id) if subject.terms.contains(id) => continue,
                Part::Term(id) => format!("the glossary of this locale has no term `-{id}`"),
                Part::Variable(id) => format!("the article has no variable `${id}`"),
                Part::Other(what) => format!("an article's text cannot hold a {what}"),
            };
            let found = Finding::new(&CHECK, entry.value_span, &entry.id, message);
            findings.push(found.hint("write the text itself; a brace of the text is { \"{\" }"));
        }
    }
}
