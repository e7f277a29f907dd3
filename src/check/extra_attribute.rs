//! An attribute that the source's message does not have.
//!
//! Why it matters: the program does not ask for it; most often the name is mistyped, or the attribute
//! was renamed in the source.
//! Example: `.tooltipp = …` for `.tooltip`. Fix: certain where the one that is missing is one edit away.

use super::{Check, Find, Finding, Localized, Message, is_one_edit};
use crate::text::{Edit, Severity};

pub(super) const CHECK: Check = Check {
    code: "extra-attribute",
    category: "catalog",
    severity: Severity::Warning,
    manual: include_str!("extra_attribute.rs"),
    find: Find::Message(find),
};

/// So many missing attributes at most are compared with one that is too many.
const MOST_MISSING: usize = 200;

fn find(_: &Localized<'_>, message: &Message<'_>, findings: &mut Vec<Finding>) {
    if message.is_term() {
        return;
    }
    let (source, target) = (&message.source.attributes, &message.target.attributes);
    let extra = target
        .iter()
        .filter(|one| message.source_attribute(one.name).is_none());
    let missing: Vec<_> = source
        .iter()
        .filter(|one| message.target_attribute(one.name).is_none())
        .collect();
    for attribute in extra {
        let text = format!("the source has no `.{}`", attribute.name);
        let mut found = message.finding(&CHECK, attribute.span, text);
        // Where very many are missing, a name that is near one of them is near by chance.
        let close = missing
            .iter()
            .take(MOST_MISSING)
            .find(|other| strsim::damerau_levenshtein(other.name, attribute.name) <= 2);
        found = match close {
            Some(other) => {
                let is_certain = missing.len() == 1 && is_one_edit(attribute.name, other.name);
                found.fix = is_certain.then(|| Edit::replace(attribute.span, other.name));
                found.hint(format!("did you mean `.{}`?", other.name))
            }
            None => found.hint("remove it, or rename it as the source's"),
        };
        findings.push(found);
    }
}
