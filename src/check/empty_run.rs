//! More than two units in a row that are empty without an explanation.
//!
//! Why it matters: one translation rarely covers four sentences; more often some were forgotten.
//! An original that the German quotes and the translation has does not count.
//! Translate them, or write `# omitted: why` above each that is left out on purpose.

use super::catalog::{is_omitted, is_original};
use super::{Check, Find, Finding, Subject};
use crate::compare::State;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "empty-run",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("empty_run.rs"),
    find: Find::Catalog(find),
};

const MOST: usize = 2;

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut run = 0;
    for item in &subject.comparison.items {
        let unexplained = item.state == State::Empty
            && !is_omitted(subject, item.entry)
            && !is_original(&subject.comparison.items, item);
        run = if unexplained { run + 1 } else { 0 };
        if let Some(entry) = item.entry
            && run == MOST + 1
        {
            let message = "the third empty unit in a row";
            let found = Finding::new(&CHECK, subject.id_span(entry), &item.id, message);
            findings.push(found.hint("translate it, or write `# omitted: why` above it"));
        }
    }
}
