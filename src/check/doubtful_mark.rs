//! A mark of who made or who reviewed a translation that does not count as it stands.
//!
//! Why it matters: a review counts for one text of one German sentence. One above another text, one
//! typed by hand, or one that a later version of satz wrote, is taken for none; a text of which
//! several marks say that different things made it is taken for a machine's, if one of them says so.
//! Example: `# review: Ada` above a message. `satz review` writes such lines, with a digest behind
//! them. `satz sync` removes those that no longer fit; nothing can make one fit again but a review.

use super::{Check, Find, Finding, Subject};
use crate::catalog::MarkFault;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "doubtful-mark",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("doubtful_mark.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (index, item) in subject.comparison.items.iter().enumerate() {
        let (Some(fault), Some(entry)) = (item.marks.fault, item.entry) else {
            continue;
        };
        // The units that a text covers have its marks.
        if item.leader != index {
            continue;
        }
        let (message, hint) = match fault {
            MarkFault::Foreign => (
                "a mark that this version of satz did not write so, and that counts for none",
                "`satz review` says who has reviewed a translation; remove the line",
            ),
            MarkFault::Conflicting => (
                "marks that name different makers of one text",
                "`satz sync` keeps the one that is on the safe side",
            ),
            MarkFault::Void => (
                "a review of another text or of another source, which counts no longer",
                "read it again and run `satz review`; `satz sync` removes the line",
            ),
        };
        let message_entry = &subject.target.value.entries[entry];
        let found = Finding::new(
            &CHECK,
            subject.id_span(entry),
            &message_entry.id,
            message.to_owned(),
        );
        findings.push(found.hint(hint));
    }
}
