//! A translation that goes on with what was meant to be another unit.
//!
//! Why it matters: an indented line belongs to the message before it. When of a stub's lines only
//! the `#` are removed, the blanks behind them make the stub part of the text above, and the page
//! would show it.
//! Example: ` s7k2mq = Hello`, with a blank before it.
//! Fix: delete the blanks at the start of those lines; the notes begin with `# `.

use rustc_hash::FxHashMap;

use super::missing::explain;
use super::{Cause, Check, Find, Finding, Subject};
use crate::catalog::{Entry, Id};
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
    let mut explained = FxHashMap::default();
    for (_, entry) in subject.target.value.messages() {
        for (id, span) in swallowed(entry, text) {
            let message = format!("the text of `{}` goes on with `{id}`", entry.id);
            let found = Finding::new(&CHECK, span, &entry.id, message);
            findings.push(found.hint(
                "delete the blanks at the start of the line, and begin the notes above it with `# `",
            ));
            let cause = Cause {
                code: CHECK.code,
                id: entry.id.clone(),
            };
            explained.insert(id.base, cause);
        }
    }
    explain(findings, &explained);
}

/// The units whose lines belong to a message's value, and those lines.
pub(super) fn swallowed<'a>(
    entry: &'a Entry,
    text: &'a str,
) -> impl Iterator<Item = (Id, Span)> + 'a {
    let mut at = entry.value_span.start;
    let lines = entry.value_span.of(text).split('\n').map(move |line| {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len() + 1;
        (line, span)
    });
    lines.skip(1).filter_map(|(line, span)| {
        let (id, _) = line.split_once('=')?;
        Some((Id::parse(id.trim())?, span))
    })
}
