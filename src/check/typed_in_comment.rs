//! A translation typed into a stub that is still a comment.
//!
//! Why it matters: until the next `satz sync` makes a message of it, it is no translation.
//! Example: `# s7k2mq = Hello`. `satz sync` repairs it.

use super::{Check, Find, Finding, Subject};
use crate::catalog::{Id, Kind};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "typed-in-comment",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("typed_in_comment.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let catalog = &subject.target.value;
    for entry in &catalog.entries {
        if entry.kind != Kind::Comment(1) {
            continue;
        }
        let mut at = entry.span.start;
        for line in entry.span.of(&catalog.text).split('\n') {
            if let Some((id, typed)) = line.trim_start_matches('#').split_once('=')
                && Id::parse(id.trim()).is_some()
                && !typed.trim().is_empty()
            {
                let message = format!("the text typed behind `{}` is still a comment", id.trim());
                let span = Span::new(at, at + line.trim_end().len());
                let found = Finding::new(&CHECK, span, &id.trim(), message);
                findings.push(found.hint("run `satz sync`: it makes a message of it"));
            }
            at += line.len() + 1;
        }
    }
}
