//! Units that share one text.

use std::ops::Range;

use crate::catalog::{Id, Notes, Served, Source, SourceUnit, Target, Value};

/// Which units of a source share a text: a unit with a text of its own, and the empty ones behind it.
#[derive(Debug)]
pub(super) struct Groups {
    /// For each unit the one that its group begins with.
    leaders: Vec<usize>,
}

impl Groups {
    /// The groups of a source's units in a locale's catalog.
    pub(super) fn of(source: &Source, target: &Target<'_>) -> Self {
        let mut leaders: Vec<usize> = Vec::with_capacity(source.units.len());
        for unit in &source.units {
            let entry = target.serve(&unit.id).entry();
            let value = entry.and_then(|entry| target.catalog.entries[entry].value());
            let is_covered = |leader: &usize| {
                value.is_some_and(Value::is_empty)
                    && !entry.is_some_and(|entry| {
                        is_behind(target, entry) && is_new(target, &source.units[*leader])
                    })
            };
            let leader = leaders.last().copied().filter(is_covered);
            leaders.push(leader.unwrap_or(leaders.len()));
        }
        Self { leaders }
    }

    /// The unit whose text covers a unit: itself, if it is not empty.
    pub(super) fn leader(&self, unit: usize) -> usize {
        self.leaders[unit]
    }

    /// Whether a unit shares its text with no other.
    pub(super) fn is_alone(&self, unit: usize) -> bool {
        self.leader(unit) == unit && self.members(unit).is_empty()
    }

    /// The empty units behind a unit.
    pub(super) fn members(&self, unit: usize) -> Range<usize> {
        let behind = &self.leaders[unit + 1..];
        let count = behind.iter().take_while(|leader| **leader == unit).count();
        unit + 1..unit + 1 + count
    }
}

/// Whether an empty message says that a text covers its unit which was not up to date.
fn is_behind(target: &Target<'_>, entry: usize) -> bool {
    let id = Id::parse(&target.catalog.entries[entry].id);
    id.is_some_and(|id| id.is_bound())
}

/// Whether a unit has a text that was made for it as it is, and not one that somebody took for up to
/// date.
fn is_new(target: &Target<'_>, unit: &SourceUnit) -> bool {
    let Served::Current(entry) = target.serve(&unit.id) else {
        return false;
    };
    let comment = target.catalog.entries[entry].comment;
    // The source locale tells nothing of that line.
    !Notes::read(comment.of(&target.catalog.text), "").is_settled(&unit.id)
}
