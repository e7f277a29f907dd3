//! A translation whose German has changed since it was made.
//!
//! Why it matters: it may say what the German no longer says, for example another date.
//! Example: `# was: … 7. Februar …`, `# de: … 8. Februar …`. Bring the translation up to date and
//! give the message the id behind `# now:`, or say so with `satz accept`.

use super::{Check, Find, Finding, Subject, excerpt};
use crate::compare::State;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "stale",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("stale.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let items = &subject.comparison.items;
    for (index, item) in items.iter().enumerate() {
        if item.state == State::Missing && item.leader == index {
            continue;
        }
        // What was divided and has not been synced stands in the message of its first part.
        let is_divided = item.state != State::Missing;
        let entry = item
            .entry
            .or_else(|| items[item.leader].entry.filter(|_| is_divided));
        let (Some(entry), State::Stale | State::Edited | State::Missing) = (entry, item.state)
        else {
            continue;
        };
        let message = match item.state {
            State::Edited => format!("edited, to be accepted: {}", excerpt(&item.source)),
            State::Missing => format!(
                "covered by a unit that is missing: {}",
                excerpt(&item.source)
            ),
            _ => format!("the source has changed: {}", excerpt(&item.source)),
        };
        let hint = format!(
            "when the translation is right, give it the id {0}, or run `satz accept {1} {0}`",
            item.id, subject.locale
        );
        let found = Finding::new(&CHECK, subject.id_span(entry), &item.id, message);
        findings.push(found.hint(hint));
    }
}
