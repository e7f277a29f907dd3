//! Which unit or message a finding is about, as a place in the comparison.

use rustc_hash::FxHashMap;

use super::Finding;
use crate::catalog::{Catalog, Id};
use crate::compare::{Comparison, Strings};

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A unit or message of the source: its index among the items of the comparison.
    Item(usize),
    /// A message of the locale alone: its index among the obsolete ones of the comparison.
    Obsolete(usize),
}

/// Says of each finding which unit of an article it is about.
pub(super) fn place_units(findings: &mut [Finding], comparison: &Comparison) {
    if findings.is_empty() {
        return;
    }
    let mut places = FxHashMap::default();
    for (index, item) in comparison.items.iter().enumerate() {
        for id in [Some(item.id), item.target_id].into_iter().flatten() {
            places.entry(id).or_insert(About::Item(index));
        }
    }
    for (index, obsolete) in comparison.obsolete.iter().enumerate() {
        places.entry(obsolete.id).or_insert(About::Obsolete(index));
    }
    for finding in findings {
        finding.about = Id::parse(&finding.id).and_then(|id| places.get(&id).copied());
    }
}

/// Says of each finding which message of an application's source it is about.
pub(super) fn place_messages(findings: &mut [Finding], source: &Catalog, comparison: &Strings) {
    if findings.is_empty() {
        return;
    }
    let mut places = FxHashMap::default();
    for (index, item) in comparison.items.iter().enumerate() {
        let id = source.entries[item.source].written_id();
        places.entry(id).or_insert(About::Item(index));
    }
    for finding in findings {
        finding.about = places.get(&finding.id).copied();
    }
}
