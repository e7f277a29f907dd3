//! A variable that the German does not have, or that is gone.
//!
//! Why it matters: nothing is put in its place: the reader sees `{ $names }`, or nothing.
//! Example: `{ $names }` for `{ $name }`. Fix: certain where the one name that the
//! German lacks is one edit away from the one that it has instead.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "changed-placeable",
    category: "placeable",
    severity: Severity::Error,
    manual: include_str!("changed_placeable.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    for difference in differences(&source.markup().placeables, &target.markup().placeables) {
        // A term of the glossary may be written where the German has its words.
        if difference.is_new_term() {
            continue;
        }
        let flaw = difference.flaw("variable");
        flaws.push(match difference.slip() {
            Some(german) => flaw.fix(german),
            None => flaw,
        });
    }
}
