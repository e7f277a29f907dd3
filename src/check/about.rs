//! Which unit or message a finding is about, as a place in the comparison.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::Finding;
use crate::compare::Comparison;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A unit or message of the source: its index among the items of the comparison.
    Item(usize),
    /// A message of the locale alone: its index among the obsolete ones of the comparison.
    Obsolete(usize),
}

/// Says of each finding which unit or message it is about, given what a finding's id names and the
/// names of what is compared.
pub(super) fn place<N: Hash + Eq, I>(
    findings: &mut [Finding],
    comparison: &Comparison<I>,
    name: impl Fn(&str) -> Option<N>,
    names: impl Fn(&I) -> [Option<N>; 2],
) {
    if findings.is_empty() {
        return;
    }
    let mut places = FxHashMap::default();
    for (index, item) in comparison.items.iter().enumerate() {
        for name in names(item).into_iter().flatten() {
            places.entry(name).or_insert(About::Item(index));
        }
    }
    for (index, obsolete) in comparison.obsolete.iter().enumerate() {
        if let Some(name) = name(&obsolete.id) {
            places.entry(name).or_insert(About::Obsolete(index));
        }
    }
    for finding in findings {
        finding.about = name(&finding.id).and_then(|name| places.get(&name).copied());
    }
}
