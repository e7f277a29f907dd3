//! A plural variant for several numbers that does not show the number.
//!
//! Why it matters: in Ukrainian `[one]` is for 1, 21, 31 and so on: `Закрити вкладку?` then speaks of
//! one tab where it closes 21. Told where the source shows the number in its default variant, of what
//! is for several numbers below a hundred.
//! Example: `[one] вкладку` beside `*[many] { $count } вкладок`. Write `[1]` for a variant that is
//! for one thing alone.
//! Fix: none.

use std::collections::BTreeSet;

use super::localized::{is_plural, plurals_of};
use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Named, Pattern, Use};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "hidden-number",
    category: "plural",
    severity: Severity::Warning,
    manual: include_str!("hidden_number.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    for part in message.parts() {
        let always = shown(part.target.always());
        let shown_there = shown(part.source.shown());
        for select in part.target.selects() {
            let variable = select.selector.as_str();
            if !is_plural(&select) || always.contains(variable) || !shown_there.contains(variable) {
                continue;
            }
            // What no variant shows, the source has and the translation lacks: `missing-variable`.
            let shows = |variant: &Pattern<'_>| shown(variant.uses()).contains(variable);
            if !select.variants.iter().any(shows) {
                continue;
            }
            let numbers = select.keys.iter().filter_map(|key| key.name.parse().ok());
            let own: BTreeSet<u16> = numbers.collect();
            for (key, variant) in select.keys.iter().zip(&select.variants) {
                let Some(category) = plurals_of(subject.place, &select).get(key.name) else {
                    continue;
                };
                let wholes = category.wholes.iter();
                let numbers: Vec<u16> = wholes
                    .filter(|n| (1..100).contains(*n) && !own.contains(n))
                    .copied()
                    .collect();
                if numbers.len() > 1 && !key.is_number && !shows(variant) {
                    let first: Vec<String> = numbers.iter().take(3).map(u16::to_string).collect();
                    let text = format!("`[{}]` does not show `${variable}`", key.name);
                    let hint = format!("it is for {}, …", first.join(", "));
                    findings.push(message.finding(&CHECK, key.span, text).hint(hint));
                }
            }
        }
    }
}

/// The variables that are shown, and not only chosen by.
fn shown(uses: Vec<Use<'_>>) -> BTreeSet<&str> {
    let shown = uses.into_iter();
    let shown = shown.filter(|used| used.named == Named::Variable && !used.selects);
    shown.map(|used| used.name).collect()
}
