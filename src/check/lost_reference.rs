//! A term or message that the source's value refers to and the translation does not.
//!
//! Why it matters: a name that is written out does not follow when it is changed in its one place;
//! Firefox is called otherwise in its test versions.
//! Example: `Firefox beenden` for `Quit { -brand-name }`. Fix: none.

use std::collections::BTreeSet;

use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Named, Pattern, Use};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-reference",
    category: "placeable",
    severity: Severity::Warning,
    manual: include_str!("lost_reference.rs"),
    find: Find::Message(find),
};

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.is_term() {
        return;
    }
    for part in message.parts() {
        let here = references(part.target);
        for (named, name) in references(part.source).difference(&here) {
            let mark = if *named == Named::Term { "-" } else { "" };
            let text = format!(
                "`{{ {mark}{name} }}` of the source is missing{}",
                part.within()
            );
            findings.push(message.finding(&CHECK, message.entry.id_span, text));
        }
    }
}

fn references(pattern: Pattern<'_>) -> BTreeSet<(Named, &str)> {
    let is_reference =
        |used: &Use<'_>| matches!(used.named, Named::Term | Named::Message) && !used.selects;
    let uses = pattern.uses().into_iter();
    uses.filter(is_reference)
        .map(|used| (used.named, used.name))
        .collect()
}
