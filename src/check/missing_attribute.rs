//! An attribute that the source's message has and the locale's has not.
//!
//! Why it matters: the program asks for it by name. A label, a title or a key is empty, or in the
//! source's language.
//! Example: `open = Öffnen` for `open = Open` with `.tooltip = Opens a file`.
//! Fix: none but to translate it.

use super::{Check, Find, Finding, Localized, Message, excerpt};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "missing-attribute",
    category: "catalog",
    severity: Severity::Error,
    manual: include_str!("missing_attribute.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    // Those of a term are the language's own.
    if message.is_term() {
        return;
    }
    for attribute in message.source.attributes {
        if message.target_attribute(&attribute.name).is_none() {
            let source = attribute.value.pattern().reading();
            let text = format!("`.{}` is missing: {}", attribute.name, excerpt(&source));
            let found = message.finding(&CHECK, message.entry.id_span, text);
            let hint = format!("add an indented line `.{} = …`", attribute.name);
            findings.push(found.hint(hint));
        }
    }
}
