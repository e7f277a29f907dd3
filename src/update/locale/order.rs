//! A catalog's entries in the order of the article, with as few moves as can be.

use std::collections::BTreeSet;

use super::Slot;

/// For each entry of the file, the unit whose slot it is.
pub(super) fn owners(slots: &[Slot], entries: usize) -> Vec<Option<usize>> {
    let mut out = vec![None; entries];
    for (unit, slot) in slots.iter().enumerate() {
        if let Some(entry) = slot.origin() {
            out[entry] = Some(unit);
        }
    }
    out
}

/// The entries that stay when units are brought in order with the fewest moves.
pub(super) fn longest_rising(unit_at: &[Option<usize>]) -> BTreeSet<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; unit_at.len()];
    for (entry, unit) in unit_at.iter().enumerate() {
        let Some(unit) = unit else { continue };
        let at = tails.partition_point(|tail| unit_at[*tail].is_some_and(|other| other < *unit));
        before[entry] = at.checked_sub(1).map(|at| tails[at]);
        if at == tails.len() {
            tails.push(entry);
        } else {
            tails[at] = entry;
        }
    }
    let mut out = BTreeSet::new();
    let mut next = tails.last().copied();
    while let Some(entry) = next {
        out.insert(entry);
        next = before[entry];
    }
    out
}
