//! A message that has attributes alone, where the source's has a value.
//!
//! Why it matters: the program asks for the value and gets the source's text, or nothing.
//! Example: `open =` with `.tooltip = …` below, for `open = Open`.
//! Fix: none but to translate it.

use super::{Check, Find, Finding, Localized, Message, excerpt};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "missing-value",
    category: "catalog",
    severity: Severity::Error,
    manual: include_str!("missing_value.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if let (Some(source), None) = (&message.source.value, &message.target.value) {
        let text = format!("it has no value: {}", excerpt(&source.reading()));
        let found = message.finding(&CHECK, message.entry.id_span, text);
        findings.push(found.hint("type the translation behind the `=`"));
    }
}
