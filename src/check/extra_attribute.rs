//! An attribute that the source's message does not have.
//!
//! Why it matters: the program does not ask for it; most often the name is mistyped, or the attribute
//! was renamed in the source.
//! Example: `.tooltipp = …` for `.tooltip`. Fix: certain where the one that is missing is one edit away.

use std::cell::LazyCell;

use super::localized::Near;
use super::{Check, Find, Finding, Localized, Message};
use crate::text::{Edit, Severity};

pub(super) const CHECK: Check = Check {
    code: "extra-attribute",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("extra_attribute.rs"),
    find: Find::Message(find),
};

/// So many missing attributes at most are compared with one that is too many, if none is one edit
/// from it. The hint says how many there are.
const MOST_MISSING: usize = 200;

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.is_term() {
        return;
    }
    let (source, target) = (&message.source.attributes, &message.target.attributes);
    let extra = target
        .iter()
        .filter(|one| message.source_attribute(&one.name).is_none());
    let missing: Vec<_> = source
        .iter()
        .filter(|one| message.target_attribute(&one.name).is_none())
        .collect();
    let near = LazyCell::new(|| Near::of(missing.iter().map(|one| one.name.as_str())));
    for attribute in extra {
        let text = format!("the source has no `.{}`", attribute.name);
        let mut found = message.finding(&CHECK, attribute.span, text);
        let one_edit = near.one_edit_from(&attribute.name);
        let close = one_edit.or_else(|| {
            let some = missing
                .iter()
                .take(MOST_MISSING)
                .map(|other| other.name.as_str());
            let is_close = |other: &&str| strsim::damerau_levenshtein(other, &attribute.name) <= 2;
            { some }.find(is_close)
        });
        found = match close {
            Some(other) => {
                let is_certain = missing.len() == 1 && one_edit.is_some();
                found.fix = is_certain.then(|| Edit::replace(attribute.span, other));
                found.hint(format!("did you mean `.{other}`?"))
            }
            None if missing.len() > MOST_MISSING => {
                let count = missing.len();
                found.hint(format!(
                    "remove it, or rename it as the source's; of the {count} that are missing, \
                     {MOST_MISSING} were compared"
                ))
            }
            None => found.hint("remove it, or rename it as the source's"),
        };
        findings.push(found);
    }
}
