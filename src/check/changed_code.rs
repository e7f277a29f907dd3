//! A code span that is not the German one, or is gone.
//!
//! Why it matters: what stands in code is typed by readers and understood by machines; it is not
//! translated.
//! Example: the option `--ausgabe` for `--output`. Fix: none, since examples and placeholders in code may well
//! be translated.

use super::pair::difference::differences;
use super::{Check, Find, Flaw, Pair};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "changed-code",
    category: "markup",
    severity: Severity::Warning,
    manual: include_str!("changed_code.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.readings();
    for difference in differences(&source.markup.code, &target.markup.code) {
        flaws.push(difference.flaw("code span"));
    }
}
