//! Two attributes of one message with one name.
//!
//! Why it matters: programs take the one or the other, and one translation is lost to sight.
//! Example: `.title = Open` and further down, in the same message, `.title = Close`.
//! Fix: none; delete the one that is wrong.

use std::collections::BTreeSet;

use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "duplicate-attribute",
    category: "catalog",
    severity: Severity::Error,
    manual: include_str!("duplicate_attribute.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for attribute in message.target.attributes {
        if !seen.insert(&attribute.name) {
            let text = format!("`.{}` stands in the message twice", attribute.name);
            let found = message.finding(&CHECK, attribute.span, text);
            findings.push(found.hint("delete the one that is wrong"));
        }
    }
}
