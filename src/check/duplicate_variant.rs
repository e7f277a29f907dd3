//! Two variants with one key.
//!
//! Why it matters: the second one is never chosen.
//! Example: `[one] ein Tab` and `[one] Tabs`, where the second was to be `[other]`. Fix: none.

use std::collections::BTreeSet;

use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "duplicate-variant",
    category: "plural",
    severity: Severity::Warning,
    manual: include_str!("duplicate_variant.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    for pattern in Message::patterns(message.target) {
        for select in pattern.selects() {
            let mut seen = BTreeSet::new();
            for key in &select.keys {
                if !seen.insert(key.name) {
                    let text = format!("the variant `[{}]` stands here twice", key.name);
                    findings.push(message.finding(&CHECK, key.span, text));
                }
            }
        }
    }
}
