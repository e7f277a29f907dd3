//! The mark of a footnote that the German does not have, or that is gone.
//!
//! Why it matters: the note is not reached, or a mark shows that leads nowhere.
//! Example: `[^2]` for `[^1]`. Fix: none; only the writer knows which note is meant.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-footnote",
    category: "markup",
    severity: Severity::Error,
    manual: include_str!("lost_footnote.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    for difference in differences(&source.markup().footnotes, &target.markup().footnotes) {
        flaws.push(difference.flaw("footnote"));
    }
}
