//! A variable that the source's message does not have.
//!
//! Why it matters: the program does not give it, and the reader sees `{ $nmae }`.
//! Example: `{ $nmae }` for `{ $name }`, also in a choice of variants and within `NUMBER($n)`. A
//! variable that the comment above the source's message names (`# $name - …`) is known.
//! Fix: certain where one name stands for one other that is one edit away.

use std::collections::BTreeSet;

use super::localized::Part;
use super::missing_variable::missing;
use super::{Check, Find, Finding, Localized, Message, is_one_edit};
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

/// The variables that a message may use.
pub(super) struct Known<'a> {
    /// Those of the source message.
    names: BTreeSet<&'a str>,
    /// Those that its comment names.
    named: BTreeSet<&'a str>,
}

/// The variables of a source message, in its value or in any attribute: it is given them all.
pub(super) fn known<'a>(message: &Message<'a>) -> Known<'a> {
    let uses = Message::patterns(message.source).flat_map(crate::catalog::Pattern::uses);
    let names = uses.filter(|used| used.named == Named::Variable);
    Known {
        names: names.map(|used| used.name).collect(),
        named: named(message.comment).collect(),
    }
}

/// The names behind the dollars of a comment, also as far as a hyphen: `$file-name` may be `$file`.
fn named(comment: &str) -> impl Iterator<Item = &str> {
    comment.split('$').skip(1).flat_map(|rest| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let whole = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        // No name is longer.
        let whole = &whole[..whole.floor_char_boundary(LONGEST)];
        let heads = whole.match_indices('-').map(|(at, _)| &whole[..at]);
        heads.chain([whole])
    })
}

/// Bytes of a name in a comment that are read at most.
const LONGEST: usize = 256;

impl Known<'_> {
    /// The uses of variables that the source does not have, and its comment does not name.
    fn strange<'b>(&self, uses: &[Use<'b>]) -> Vec<Use<'b>> {
        uses.iter()
            .filter(|used| used.named == Named::Variable)
            .filter(|used| !self.names.contains(used.name) && !self.named.contains(used.name))
            .copied()
            .collect()
    }
}

/// Names that stand for others: the one strange name of a part for the one that is missing in it.
pub(super) fn slips<'a>(part: &Part<'a>, known: &Known<'_>) -> Vec<(&'a str, &'a str)> {
    let strange = known.strange(&part.target.uses());
    let strange: BTreeSet<&str> = strange.iter().map(|used| used.name).collect();
    let missing = missing(part);
    match (strange.len(), missing.len()) {
        (1, 1) => strange.into_iter().zip(missing).collect(),
        _ => Vec::new(),
    }
}
