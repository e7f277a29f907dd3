//! Another month than in the German.
//!
//! Why it matters: `Juni` and `Juli`, `März` and `mai` are one slip of the finger apart, and the date
//! is wrong by weeks. Case forms, the months of other calendars' names (`شباط`) and months in
//! figures (`7.2.`) are understood; a month that is merely left out is no fault.
//! Example: `im Juli` – `in June`.
//! Fix: none; only a person knows which month is right.

use super::{Check, Find, Flaw, Pair};
use crate::mention::Dated;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "month",
    category: "date",
    severity: Severity::Warning,
    manual: include_str!("month.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    for (here, there) in exchanged(&source.months, &target.months) {
        let (german, word) = (here.of(pair.source()), there.of(pair.target()));
        let message = format!("`{word}` where the German has `{german}`");
        flaws.push(Flaw::new(there, word, message).hint("compare the two months"));
    }
}

/// What one side has instead of the other: each that the other side lacks, in pairs.
pub(super) fn exchanged(source: &[Dated], target: &[Dated]) -> Vec<(Span, Span)> {
    if source.is_empty() || target.is_empty() {
        return Vec::new();
    }
    let count = |list: &[Dated], value| list.iter().filter(|dated| dated.value == value).count();
    let without = |list: &[Dated], other: &[Dated]| -> Vec<Span> {
        let alone = list
            .iter()
            .filter(|dated| dated.sure && count(list, dated.value) > count(other, dated.value));
        alone.map(|dated| dated.span).collect()
    };
    let lost = without(source, target);
    let come = without(target, source);
    lost.into_iter().zip(come).collect()
}
