//! A byte-order mark at the start of an application's catalog.
//!
//! Why it matters: satz reads over it; other readers of Fluent take it for a part of the first message and
//! lose that one.
//! Fix: none; save the file as UTF-8 without the mark.

use super::{Check, Find, Finding, Localized};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "byte-order-mark",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("byte_order_mark.rs"),
    find: Find::Both(|_, _| {}, find),
};

fn find(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    if subject.target.value.text.starts_with('\u{FEFF}') {
        let message = "the file begins with a byte-order mark";
        let found = Finding::new(&CHECK, Span::new(0, 3), &"", message);
        findings.push(found.hint("save it as UTF-8 without the mark"));
    }
}
