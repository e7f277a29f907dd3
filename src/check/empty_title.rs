//! A title that is left empty.
//!
//! Why it matters: what stands in the first heading, or in the field `title`, names the page in browsers,
//! lists and searches; without it the page has no name.
//! Example: `{ "" }` for `# Der Markt`. Translate it, or write `# omitted: why` above it if the page is to
//! have none.

use super::catalog::is_omitted;
use super::{Check, Find, Finding, Subject};
use crate::compare::State;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "empty-title",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("empty_title.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let items = &subject.comparison.items;
    let Some(item) = subject.title.and_then(|title| items.get(title)) else {
        return;
    };
    let Some(entry) = item.entry.filter(|_| item.state == State::Empty) else {
        return;
    };
    if !is_omitted(subject, item.entry) {
        let message = "the page has no title: it is left empty";
        let found = Finding::new(&CHECK, subject.id_span(entry), &item.id, message);
        findings.push(found.hint("translate it, or write `# omitted: why` above it"));
    }
}
