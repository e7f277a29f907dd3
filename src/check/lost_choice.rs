//! A choice that the source makes and the translation does not.
//!
//! Why it matters: the source says something else for one thing than for many, or on another system;
//! the translation says the same for all.
//! Example: `Datei(en) gelöscht` for `{ $count -> [one] file *[other] files } deleted`. In languages
//! without plurals nothing is lost, and nothing is told. Fix: none.

use std::collections::BTreeSet;

use super::localized::{is_plural, plurals_of};
use super::{Check, Find, Finding, Localized, Message};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-choice",
    category: "plural",
    severity: Severity::Hint,
    manual: include_str!("lost_choice.rs"),
    find: Find::Message(find),
};

fn find(subject: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    for part in message.parts() {
        let here = part.target.selects().into_iter();
        let here: BTreeSet<String> = here.map(|own| own.selector).collect();
        for select in part.source.selects() {
            if here.contains(&select.selector) {
                continue;
            }
            let plurals = plurals_of(subject.place, &select).all().iter();
            let distinguished = plurals.filter(|one| !one.wholes.is_empty()).count();
            let is_plural = is_plural(&select);
            if select.keys.len() < 2 || is_plural && distinguished < 2 {
                continue;
            }
            let by = if is_plural { "by number, " } else { "" };
            let text = format!(
                "the source chooses {by}by `{}`{}",
                name(&select.selector, is_plural),
                part.within()
            );
            findings.push(message.finding(&CHECK, message.entry.id_span, text));
        }
    }
}

fn name(selector: &str, is_variable: bool) -> String {
    if is_variable {
        format!("${selector}")
    } else {
        selector.to_owned()
    }
}
