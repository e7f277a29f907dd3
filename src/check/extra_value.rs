//! A message that has a value, where the source's has attributes alone.
//!
//! Why it matters: what a program binds to an element of a page replaces all that stands in it.
//! Example: `menu = Datei` with `.label = Datei`, for a `menu` that has only `.label = File`.
//! Fix: none; most often the text belongs to one of the attributes.

use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "extra-value",
    category: "catalog",
    severity: Severity::Error,
    manual: include_str!("extra_value.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.source.value.is_none() && message.target.value.is_some() {
        let text = "the source has attributes alone, and no value".to_owned();
        let found = message.finding(&CHECK, message.entry.id_span, text);
        findings.push(found.hint("delete what stands behind the `=`, or move it to an attribute"));
    }
}
