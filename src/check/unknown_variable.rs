//! A variable that the source's message does not have.
//!
//! Why it matters: the program does not give it, and the reader sees `{ $nmae }`.
//! Example: `{ $nmae }` for `{ $name }`, also in a choice of variants and within `NUMBER($n)`. A
//! variable that the comment above the source's message names (`# $name - …`) is known.
//! Fix: certain where one name stands for one other.

use std::collections::BTreeSet;

use super::missing_variable::missing;
use super::strings::Part;
use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Named, Use};
use crate::text::{Edit, Severity};

pub(super) const CHECK: Check = Check {
    code: "unknown-variable",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("unknown_variable.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.is_term() {
        return;
    }
    for attribute in &message.target.attributes {
        let mut own = message.source.attributes.iter();
        if own.all(|own| own.name != attribute.name) {
            report(
                message,
                &unknown(message, &attribute.value.uses()),
                &[],
                findings,
            );
        }
    }
    if let (None, Some(value)) = (&message.source.value, &message.target.value) {
        report(message, &unknown(message, &value.uses()), &[], findings);
    }
    for part in message.parts() {
        let strange = unknown(message, &part.target.uses());
        report(message, &strange, &slips(message, &part), findings);
    }
}

fn report(
    message: &Message<'_>,
    strange: &[Use<'_>],
    slips: &[(&str, &str)],
    findings: &mut Vec<Finding>,
) {
    for used in strange {
        let text = format!("the source has no `${}`", used.name);
        let mut found = message.finding(&CHECK, used.span, text);
        if let Some((_, meant)) = slips.iter().find(|(own, _)| *own == used.name) {
            found.fix = Some(Edit::replace(used.span, *meant));
            found = found.hint(format!("did you mean `${meant}`?"));
        } else {
            let known = known(message);
            let known: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
            found = found.hint(if known.is_empty() {
                "the message has no variables".to_owned()
            } else {
                format!("the message has {}", known.join(", "))
            });
        }
        findings.push(found);
    }
}

/// The variables of a source message, in its value or in any attribute: it is given them all.
fn known<'a>(message: &Message<'a>) -> BTreeSet<&'a str> {
    let uses = Message::patterns(&message.source).flat_map(crate::catalog::Pattern::uses);
    uses.filter(|used| used.named == Named::Variable)
        .map(|used| used.name)
        .collect()
}

/// The uses of variables that the source does not have, and its comment does not name.
fn unknown<'a>(message: &Message<'_>, uses: &[Use<'a>]) -> Vec<Use<'a>> {
    let known = known(message);
    let is_told = |name: &str| {
        let variable = format!("${name}");
        let mut told = message.comment.match_indices(&variable);
        told.any(|(at, found)| {
            let next = message.comment[at + found.len()..].chars().next();
            !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
        })
    };
    uses.iter()
        .filter(|used| used.named == Named::Variable)
        .filter(|used| !known.contains(used.name) && !is_told(used.name))
        .copied()
        .collect()
}

/// Names that stand for others: the one strange name of a part for the one that is missing in it.
pub(super) fn slips<'a>(message: &Message<'a>, part: &Part<'a, '_>) -> Vec<(&'a str, &'a str)> {
    let strange = unknown(message, &part.target.uses());
    let strange: BTreeSet<&str> = strange.iter().map(|used| used.name).collect();
    let missing = missing(part);
    match (strange.len(), missing.len()) {
        (1, 1) => strange.into_iter().zip(missing).collect(),
        _ => Vec::new(),
    }
}
