//! A choice by number that lacks a plural category of the language.
//!
//! Why it matters: numbers of that category get the default variant, which is made for others.
//! Example: `[one] вкладка *[many] вкладок` in Ukrainian: 2, 3 and 4 need `few`. By CLDR's plural
//! rules, for whole numbers from 1 to 999. A number that has a variant of its own (`[1]`) needs no
//! other; `*[other]` may stand for the one last category; and `[1]` beside a default that shows no
//! number only tells one from several.
//! Fix: none; add the variant.

use super::localized::{is_plural, plurals_of};
use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Key, Named, Pattern, Select};
use crate::language::Plurals;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "missing-plural",
    category: "plural",
    severity: Severity::Warning,
    manual: include_str!("missing_plural.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    for pattern in Message::patterns(message.target) {
        for select in pattern.selects() {
            if !is_plural(&select) {
                continue;
            }
            let missing = missing(&select, plurals_of(subject.place, &select));
            let Some(key) = select.keys.first().filter(|_| !missing.is_empty()) else {
                continue;
            };
            let names: Vec<String> = missing
                .iter()
                .map(|(name, _)| format!("`[{name}]`"))
                .collect();
            let text = format!("the variants lack {}", names.join(", "));
            let examples: Vec<&str> = missing.iter().map(|(_, of)| of.as_str()).collect();
            let found = message.finding(&CHECK, key.span, text);
            findings.push(found.hint(format!("for {}", examples.join("; for "))));
        }
    }
}

/// The categories that a choice lacks, with numbers they are for.
fn missing<'a>(select: &Select<'_>, plurals: &'a Plurals) -> Vec<(&'a str, String)> {
    let number = |name: &str| name.parse::<u16>().ok();
    let own: Vec<u16> = select
        .keys
        .iter()
        .filter_map(|key| number(key.name))
        .collect();
    let has = |name: &str| select.keys.iter().any(|key| key.name == name);
    let needed = plurals.all().iter().filter_map(|category| {
        let wholes = category.wholes.iter();
        let open = wholes.filter(|n| **n > 0 && !own.contains(n));
        let open: Vec<String> = open.map(u16::to_string).collect();
        (!open.is_empty() && !has(category.name)).then_some((category.name, open))
    });
    let needed: Vec<_> = needed.collect();
    let default = select.keys.get(select.default).map_or("", |key| key.name);
    let by_number = |key: &Key<'_>| key.is_number || key.name == default;
    let is_shown = select
        .variants
        .get(select.default)
        .is_some_and(shows_number);
    if !is_shown && select.keys.iter().all(by_number) {
        return Vec::new();
    }
    // A default that no whole number asks for stands for the one category that is left.
    let is_spare = plurals
        .get(default)
        .is_none_or(|category| category.wholes.is_empty());
    if is_spare && needed.len() <= 1 {
        return Vec::new();
    }
    let told = |(name, open): (&'a str, Vec<String>)| {
        let mut numbers = open[..open.len().min(4)].join(", ");
        if open.len() > 4 {
            numbers.push_str(", …");
        }
        (name, numbers)
    };
    needed.into_iter().map(told).collect()
}

fn shows_number(variant: &Pattern<'_>) -> bool {
    let uses = variant.uses();
    uses.iter().any(|used| used.named == Named::Variable)
}
