//! A plural variant for several numbers that does not show the number.
//!
//! Why it matters: in Ukrainian `[one]` is for 1, 21, 31 and so on: `Закрити вкладку?` then speaks of
//! one tab where it closes 21. Told where the source shows the number in its default variant, of what
//! is for several numbers below a hundred.
//! Example: `[one] вкладку` beside `*[many] { $count } вкладок`. Write `[1]` for a variant that is
//! for one thing alone.
//! Fix: none.

use super::strings::{is_plural, plurals_of};
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
        for select in part.target.selects() {
            let variable = select.selector.as_str();
            if !is_plural(&select)
                || shows(&part.target.always(), variable)
                || !shows(&part.source.shown(), variable)
            {
                continue;
            }
            // What no variant shows, the source has and the translation lacks: `missing-variable`.
            let shown = |variant: &Pattern<'_>| shows(&variant.uses(), variable);
            if !select.variants.iter().any(shown) {
                continue;
            }
            let own = |n: &u16| select.keys.iter().any(|key| key.name == n.to_string());
            for (key, variant) in select.keys.iter().zip(&select.variants) {
                let Some(category) = plurals_of(subject.place, &select).get(key.name) else {
                    continue;
                };
                let wholes = category.wholes.iter();
                let numbers: Vec<u16> = wholes
                    .filter(|n| (1..100).contains(*n) && !own(n))
                    .copied()
                    .collect();
                if numbers.len() > 1 && !key.is_number && !shown(variant) {
                    let first: Vec<String> = numbers.iter().take(3).map(u16::to_string).collect();
                    let text = format!("`[{}]` does not show `${variable}`", key.name);
                    let hint = format!("it is for {}, …", first.join(", "));
                    findings.push(message.finding(&CHECK, key.span, text).hint(hint));
                }
            }
        }
    }
}

fn shows(uses: &[Use<'_>], variable: &str) -> bool {
    uses.iter()
        .any(|used| used.named == Named::Variable && !used.selects && used.name == variable)
}
