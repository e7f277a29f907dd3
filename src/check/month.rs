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
        let message = format!("`{word}` where the source has `{german}`");
        flaws.push(Flaw::new(there, word, message).hint("compare the two months"));
    }
}

/// What one side has instead of the other: each that the other side lacks, in pairs.
pub(super) fn exchanged(source: &[Dated], target: &[Dated]) -> Vec<(Span, Span)> {
    if source.is_empty() || target.is_empty() {
        return Vec::new();
    }
    let count = |list: &[Dated]| {
        let mut counts = [0_usize; 256];
        for dated in list {
            counts[usize::from(dated.value)] += 1;
        }
        counts
    };
    let without = |list: &[Dated], other: &[Dated]| -> Vec<Span> {
        let (own, others) = (count(list), count(other));
        let is_more = |value: u8| own[usize::from(value)] > others[usize::from(value)];
        let alone = list
            .iter()
            .filter(|dated| dated.sure && is_more(dated.value));
        alone.map(|dated| dated.span).collect()
    };
    let lost = without(source, target);
    let come = without(target, source);
    lost.into_iter().zip(come).collect()
}
