//! A variable that the source's message does not have.
//!
//! Why it matters: the program does not give it, and the reader sees `{ $nmae }`.
//! Example: `{ $nmae }` for `{ $name }`, also in a choice of variants and within `NUMBER($n)`. A
//! variable that the comment above the source's message names (`# $name - …`) is known.
//! Fix: certain where one name stands for one other that is one edit away.

use super::localized::{Known, known, slips};
use super::{Check, Find, Finding, Localized, Message, is_one_edit};
use crate::catalog::Use;
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
    let known = known(message);
    for attribute in message.target.attributes {
        if message.source_attribute(&attribute.name).is_none() {
            let strange = known.strange(&attribute.value.pattern().uses());
            report(message, &known, &strange, &[], findings);
        }
    }
    if let (None, Some(value)) = (&message.source.value, &message.target.value) {
        report(
            message,
            &known,
            &known.strange(&value.uses()),
            &[],
            findings,
        );
    }
    for part in message.parts() {
        let strange = known.strange(&part.target.uses());
        if !strange.is_empty() {
            let slips = slips(&part, &known);
            report(message, &known, &strange, &slips, findings);
        }
    }
}

/// So many variables of a message at most are named in a hint.
const MOST_NAMED: usize = 20;

fn report(
    message: &Message<'_>,
    known: &Known<'_>,
    strange: &[Use<'_>],
    slips: &[(&str, &str)],
    findings: &mut Vec<Finding>,
) {
    for used in strange {
        let text = format!("the source has no `${}`", used.name);
        let mut found = message.finding(&CHECK, used.span, text);
        if let Some((_, meant)) = slips.iter().find(|(own, _)| *own == used.name) {
            found.fix = is_one_edit(used.name, meant).then(|| Edit::replace(used.span, *meant));
            found = found.hint(format!("did you mean `${meant}`?"));
        } else {
            let names = known.names.iter().take(MOST_NAMED);
            let mut names: Vec<String> = names.map(|name| format!("`${name}`")).collect();
            let more = known.names.len() - names.len();
            if more > 0 {
                names.push(format!("and {more} more"));
            }
            found = found.hint(if names.is_empty() {
                "the message has no variables".to_owned()
            } else {
                format!("the message has {}", names.join(", "))
            });
        }
        findings.push(found);
    }
}
