//! A variable that the source shows and the translation does not.
//!
//! Why it matters: the reader is not told the number, the name or the file that the sentence is about.
//! Example: `Gelöscht` for `{ $count } files deleted`. Variants count as one: it is enough that one of
//! them shows it. A variable that only chooses between variants of the source need not be there, since
//! languages differ in what they distinguish.
//! One that the translation chooses by and never shows is a warning.
//! Fix: none. If the wording needs no variable, exempt it with a reason.

use std::collections::{BTreeMap, BTreeSet};

use super::localized::{Part, known, missing, slips};
use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Named, Pattern, Use};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "missing-variable",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("missing_variable.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.is_term() {
        return;
    }
    let known = known(message);
    for part in message.parts() {
        for (key, name) in lost_in_variants(&part) {
            let text = format!(
                "`{{ ${name} }}` of the source is missing in {key}{}",
                part.within()
            );
            findings.push(message.finding(&CHECK, place(message, &part), text));
        }
        let missing = missing(&part);
        if missing.is_empty() {
            continue;
        }
        // A mistyped name is one finding, not two.
        let meant: BTreeSet<&str> = slips(&part, &known)
            .into_iter()
            .map(|(_, meant)| meant)
            .collect();
        let selects = part.target.selects();
        let selectors: BTreeSet<&str> = selects.iter().map(|own| own.selector.as_str()).collect();
        for name in missing.difference(&meant) {
            let text = format!("`{{ ${name} }}` of the source is missing{}", part.within());
            let mut found = message.finding(&CHECK, place(message, &part), text);
            if selectors.contains(name) {
                found.diagnostic.severity = Severity::Warning;
                found = found.hint("it is chosen by, and no variant shows it");
            }
            findings.push(found);
        }
    }
}

/// So many variants that lack a variable at most have a finding each; with more, the first has one.
const FEW: usize = 20;

/// The variants that lack a variable which the source shows whatever is chosen, with its name. What a
/// variant is chosen by need not be shown in it: `[one] A file`. Where no variant has it, it is missing
/// as a whole.
fn lost_in_variants<'a>(part: &Part<'a>) -> Vec<(String, &'a str)> {
    let selects = part.target.selects();
    let [select] = selects.as_slice() else {
        return Vec::new();
    };
    let mut always = variables(part.source.always());
    for own in part.source.selects() {
        let counts = showing(&own.variants.iter().map(shown).collect::<Vec<_>>());
        let in_each = counts.into_iter();
        let in_each = in_each.filter(|(_, count)| *count == own.variants.len());
        always.extend(in_each.map(|(name, _)| name));
    }
    for name in variables(part.target.always()) {
        always.remove(name);
    }
    let variants: Vec<BTreeSet<&str>> = select.variants.iter().map(shown).collect();
    let counts = showing(&variants);
    let mut found = Vec::new();
    for name in always {
        let count = counts.get(name).copied().unwrap_or(0);
        let lacking = select.keys.len() - count;
        if count == 0 || name == select.selector {
            continue;
        }
        let keys = select.keys.iter().zip(&variants);
        let keys = keys.filter(|(_, variant)| !variant.contains(name));
        let most = if lacking > FEW { 1 } else { FEW };
        found.extend({ keys.take(most) }.map(|(key, _)| {
            let key = key.name;
            let more = match lacking - 1 {
                more if lacking > FEW => format!(" and {more} more variants"),
                _ => String::new(),
            };
            (format!("`[{key}]`{more}"), name)
        }));
    }
    found
}

/// The variables that a variant shows as it reads.
fn shown<'a>(variant: &Pattern<'a>) -> BTreeSet<&'a str> {
    variables(variant.shown())
}

/// The variables among what is used that are shown, and not only chosen by.
fn variables(uses: Vec<Use<'_>>) -> BTreeSet<&str> {
    let shown = uses.into_iter();
    let shown = shown.filter(|used| used.named == Named::Variable && !used.selects);
    shown.map(|used| used.name).collect()
}

/// How many variants show each variable.
fn showing<'a>(variants: &[BTreeSet<&'a str>]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in variants.iter().flatten() {
        *counts.entry(*name).or_default() += 1;
    }
    counts
}

/// Where a part of a message begins: the id, or the attribute's name.
fn place(message: &Message<'_>, part: &Part<'_>) -> crate::text::Span {
    let own = part
        .attribute
        .and_then(|name| message.target_attribute(name));
    own.map_or(message.entry.id_span, |own| own.span)
}
