//! Another day of the week than in the German.
//!
//! Why it matters: the reader comes on the wrong day. Case forms, abbreviations beside a number and
//! compounds (`Sonntagabend`) are understood; a day that is merely left out is no fault.
//! Example: `am Sonntag` – `samedi`.
//! Fix: none; only a person knows which day is right.

use super::{Check, Find, Flaw, Pair, month::exchanged};
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "weekday",
    category: "date",
    severity: Severity::Warning,
    manual: include_str!("weekday.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    for (here, there) in exchanged(&source.weekdays, &target.weekdays) {
        let (german, word) = (here.of(pair.source()), there.of(pair.target()));
        let message = format!("`{word}` where the source has `{german}`");
        flaws.push(Flaw::new(there, word, message).hint("compare the two days"));
    }
}
