//! A translation that goes on with what was meant to be another unit.
//!
//! Why it matters: an indented line belongs to the message before it. When of a stub's lines only
//! the `#` are removed, the blanks behind them make the stub part of the text above, and the page
//! would show it.
//! Example: ` s7k2mq = Hello`, with a blank before it.
//! Fix: delete the blanks at the start of those lines; the notes begin with `# `.

use super::{Check, Find, Finding, Subject};
use crate::catalog::Id;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "swallowed-unit",
    category: "catalog",
    severity: Severity::Error,
    manual: include_str!("swallowed_unit.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let text = &subject.target.value.text;
    for (_, entry) in subject.target.value.messages() {
        let mut at = entry.value_span.start;
        for (number, line) in entry.value_span.of(text).split('\n').enumerate() {
            let id = line.split_once('=').map(|(id, _)| id.trim());
            if let Some(id) = id.filter(|id| number > 0 && Id::parse(id).is_some()) {
                let message = format!("the text of `{}` goes on with `{id}`", entry.id);
                let span = Span::new(at, at + line.trim_end().len());
                let found = Finding::new(&CHECK, span, &entry.id, message);
                findings.push(found.hint(
                    "delete the blanks at the start of the line, and begin the notes above it with `# `",
                ));
            }
            at += line.len() + 1;
        }
    }
}
