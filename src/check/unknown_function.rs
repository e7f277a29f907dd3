//! A function that Fluent does not have and the source uses nowhere.
//!
//! Why it matters: the program does not know it, and the reader sees `{ NUMER() }`.
//! Example: `{ NUMER($count) }` for `{ NUMBER($count) }`. Fluent's own are NUMBER and DATETIME.
//! Fix: none.

use rustc_hash::FxHashMap;

use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::Named;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "unknown-function",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("unknown_function.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    let place = subject.place;
    if place.is_source() {
        return;
    }
    let mut known = FxHashMap::default();
    for pattern in Message::patterns(message.target) {
        for used in pattern.uses() {
            let name = used.name;
            let mut is_known = || {
                matches!(name, "NUMBER" | "DATETIME")
                    || *{ known.entry(name) }.or_insert_with(|| place.source_names.calls(name))
            };
            if used.named == Named::Function && !is_known() {
                let text = format!("no function is called `{}`", used.name);
                findings.push(message.finding(&CHECK, used.span, text));
            }
        }
    }
}
