//! A reference to a message, a term or an attribute that is nowhere: not in this catalog, and in no
//! other of the locale or the source.
//!
//! Why it matters: the reader sees `{ -brand }` or `{ menu-open }`.
//! Example: `{ -brnad }`. What the source has and the locale lacks is told as `missing`.
//! Fix: none. Terms that come from elsewhere can be exempted, or the check turned off in `satz.yaml`.

use super::{Check, Find, Finding, Localized, Message};
use crate::catalog::{Named, Use};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "unknown-reference",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("unknown_reference.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    let place = subject.place;
    for pattern in Message::patterns(message.target) {
        for used in pattern.uses() {
            if !matches!(used.named, Named::Message | Named::Term) {
                continue;
            }
            let is_there = place.names.has(&used);
            if !is_there && place.source_names.has(&used) {
                continue;
            }
            if is_there && (place.names.has_attribute(&used) || is_reported(subject, &used)) {
                continue;
            }
            let mut text = format!("there is no {}", shown(&used, is_there));
            if used.named == Named::Term && is_there && used.selects {
                text.push_str(", so the default variant is taken");
            }
            findings.push(message.finding(&CHECK, used.span, text));
        }
    }
}

/// Whether an attribute is missing that the source's message has, which is told there.
fn is_reported(subject: &Localized<'_>, used: &Use<'_>) -> bool {
    used.named == Named::Message && subject.place.source_names.has_attribute(used)
}

fn shown(used: &Use<'_>, with_attribute: bool) -> String {
    let (kind, mark) = match used.named {
        Named::Term => ("term", "-"),
        _ => ("message", ""),
    };
    match used.attribute.filter(|_| with_attribute) {
        Some(attribute) => format!(
            "attribute `.{attribute}` of the {kind} `{mark}{}`",
            used.name
        ),
        None => format!("{kind} `{mark}{}`", used.name),
    }
}
