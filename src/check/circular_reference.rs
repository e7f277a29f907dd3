//! A message or term of an application that refers to itself, by itself or by way of others.
//!
//! Why it matters: it has no text; programs show its name, or nothing.
//! Example: `one = { two }` and `two = { one }`.
//! Fix: none.

use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "circular-reference",
    severity: Severity::Error,
    category: "placeable",
    manual: include_str!("circular_reference.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if subject.place.names.is_circular(message.entry) {
        let text = format!("`{}` refers to itself", message.id);
        let found = message.finding(&CHECK, message.entry.id_span, text);
        findings.push(found.hint("write out the text in one place"));
    }
}
