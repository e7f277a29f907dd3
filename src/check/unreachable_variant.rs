//! A variant for a plural category that the language does not have.
//!
//! Why it matters: it is never chosen. `[zero]` in English or German is the usual one; for nothing at
//! all write `[0]`.
//! Example: `[zero] Keine Dateien` in German. Fix: none; by CLDR's plural rules.

use super::localized::{is_plural, plurals_of};
use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "unreachable-variant",
    category: "plural",
    severity: Severity::Warning,
    manual: include_str!("unreachable_variant.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    for pattern in Message::patterns(message.target) {
        for select in pattern.selects() {
            let plurals = plurals_of(subject.place, &select);
            if !is_plural(&select) || plurals.all().is_empty() {
                continue;
            }
            for (at, key) in select.keys.iter().enumerate() {
                if key.is_number || at == select.default || plurals.get(key.name).is_some() {
                    continue;
                }
                let locale = subject.place.locale;
                let text = format!(
                    "`[{}]` is never chosen: {locale} has no such plural",
                    key.name
                );
                let names: Vec<&str> = plurals.all().iter().map(|one| one.name).collect();
                let mut hint = format!("{locale} has {}", names.join(", "));
                if key.name == "zero" {
                    hint.push_str("; for nothing at all write `[0]`");
                }
                let mut found = message.finding(&CHECK, key.span, text).hint(hint);
                // Taken over from the source, where the language knows no plural at all.
                if plurals.all().len() == 1 {
                    found.diagnostic.severity = Severity::Hint;
                }
                findings.push(found);
            }
        }
    }
}
