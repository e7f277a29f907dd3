//! A variant that the source does not have, in a choice by a text.
//!
//! Why it matters: the program never asks for it, and what it asks for gets the default.
//! Example: `[maocs]` for `[macos]`. Choices by number and by attributes of terms differ from language
//! to language and are left alone. Fix: certain where the only one that is missing is one edit away.

use super::{Check, Find, Finding, Localized, Message, is_one_edit};
use crate::catalog::{Pattern, Select};
use crate::language::PLURALS;
use crate::text::{Edit, Severity};

pub(super) const CHECK: Check = Check {
    code: "unknown-variant",
    category: "placeable",
    severity: Severity::Warning,
    manual: include_str!("unknown_variant.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    let there: Vec<Select<'_>> = Message::patterns(&message.source)
        .flat_map(Pattern::selects)
        .collect();
    for select in Message::patterns(&message.target).flat_map(Pattern::selects) {
        let same = there.iter().filter(|one| one.selector == select.selector);
        let known: Vec<&str> = same
            .flat_map(|one| one.keys.iter().map(|key| key.name))
            .collect();
        if known.is_empty() || select.selector.starts_with('-') {
            continue;
        }
        for (at, key) in select.keys.iter().enumerate() {
            let is_known = known.contains(&key.name) || PLURALS.contains(&key.name);
            if key.is_number || at == select.default || is_known {
                continue;
            }
            let text = format!("the source has no variant `[{}]`", key.name);
            let mut found = message.finding(&CHECK, key.span, text);
            let close = known.iter().find(|other| is_one_edit(other, key.name));
            found = match close {
                Some(other) => {
                    let has = |name: &str| select.keys.iter().any(|key| key.name == name);
                    let missing = known.iter().filter(|name| !has(name)).count();
                    let is_certain = missing == 1 && !has(other);
                    found.fix = is_certain.then(|| Edit::replace(key.span, *other));
                    found.hint(format!("did you mean `[{other}]`?"))
                }
                None => found.hint(format!("it has {}", known.join(", "))),
            };
            findings.push(found);
        }
    }
}
