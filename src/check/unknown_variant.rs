//! A variant that the source does not have, in a choice by a text.
//!
//! Why it matters: the program never asks for it, and what it asks for gets the default.
//! Example: `[maocs]` for `[macos]`. Choices by number and by attributes of terms differ from language
//! to language and are left alone. Fix: certain where the only one that is missing is one edit away.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::localized::Near;
use super::{Check, Find, Finding, Localized, Message};
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
    let there: Vec<Select<'_>> = Message::patterns(message.source)
        .flat_map(Pattern::selects)
        .collect();
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for select in &there {
        let known = keys.entry(&select.selector).or_default();
        known.extend(select.keys.iter().map(|key| key.name));
    }
    let mut known: FxHashMap<&str, Near<'_>> = FxHashMap::default();
    for (selector, keys) in keys {
        known.insert(selector, Near::of(keys.into_iter()));
    }
    for select in Message::patterns(message.target).flat_map(Pattern::selects) {
        let Some(known) = known.get(select.selector.as_str()) else {
            continue;
        };
        if select.selector.starts_with('-') {
            continue;
        }
        let own: FxHashSet<&str> = select.keys.iter().map(|key| key.name).collect();
        let is_missing = |name: &&&str| !own.contains(**name);
        let missing = LazyCell::new(|| known.names().iter().filter(is_missing).count());
        for (at, key) in select.keys.iter().enumerate() {
            let is_known = known.has(key.name) || PLURALS.contains(&key.name);
            if key.is_number || at == select.default || is_known {
                continue;
            }
            let text = format!("the source has no variant `[{}]`", key.name);
            let mut found = message.finding(&CHECK, key.span, text);
            found = match known.one_edit_from(key.name) {
                Some(other) => {
                    let is_certain = *missing == 1 && !own.contains(other);
                    found.fix = is_certain.then(|| Edit::replace(key.span, other));
                    found.hint(format!("did you mean `[{other}]`?"))
                }
                None => found.hint(format!("it has {}", some(known.names()))),
            };
            findings.push(found);
        }
    }
}

/// The first names of a list, and how many more there are.
fn some(names: &[&str]) -> String {
    const MOST: usize = 20;
    let first = names[..names.len().min(MOST)].join(", ");
    match names.len().checked_sub(MOST) {
        None | Some(0) => first,
        Some(more) => format!("{first}, and {more} more"),
    }
}
