//! Which sentence of an article keeps which id.

mod beginnings;
mod likeness;
mod name;
mod segments;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use self::likeness::{FAR, NEAR};
use crate::catalog::{Id, Source};
use crate::text::fold;

/// A unit of the article as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    /// Its German.
    pub text: String,
    /// What the author says of it to the translator, on one line.
    pub note: Option<Box<str>>,
    /// Number of its block.
    pub block: usize,
    /// Name of its block's kind.
    pub kind: &'static str,
}

/// How a unit came to its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Equal wording, in its place.
    Same,
    /// Equal wording, elsewhere in the article.
    Moved,
    /// Part of an old unit that was cut in several, or several old units in one.
    Resegmented,
    /// Similar wording between matched neighbours, or more similar elsewhere.
    Reworded,
    /// Known to a locale file from an earlier time.
    Returned,
    /// Out of another article, with its translations.
    Arrived,
    /// New.
    New,
}

impl Rule {
    /// The rule's name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved => "moved",
            Self::Resegmented => "re-segmented",
            Self::Reworded => "reworded",
            Self::Returned => "returned",
            Self::Arrived => "arrived",
            Self::New => "new",
        }
    }
}

/// The id of a unit, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The unit's id.
    pub id: Id,
    /// How it came to it.
    pub rule: Rule,
    /// Index of the old unit whose base it has.
    pub old: Option<usize>,
    /// Old units whose text it took in besides: a join.
    pub joined: Vec<usize>,
    /// Index of the new unit that is the first part, if this is a further part of a split.
    pub part_of: Option<usize>,
}

/// What is known beside the article's own source catalog.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// Ids in the locale files that the source catalog does not have.
    pub returning: BTreeSet<Id>,
    /// Old units whose very words stand in another article now: they are no wording's past here.
    pub leaving: BTreeSet<usize>,
    /// Units whose very words another article has lost: they are no old one's new wording.
    pub arriving: BTreeSet<usize>,
}

/// How alike two sentences must be to be taken for one that was reworded, 0.0–1.0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// In its place, between matched neighbours.
    pub near: f64,
    /// Moved, too.
    pub far: f64,
}

impl Default for Thresholds {
    /// Measured on histories whose truth is known: `SATZ_SWEEP=200 cargo test matching -- --nocapture`.
    fn default() -> Self {
        Self {
            near: NEAR,
            far: FAR,
        }
    }
}

/// Gives every unit of the article its id.
pub fn assign(old: &Source, new: &[NewUnit], memory: &Memory) -> Vec<Assigned> {
    assign_by(old, new, memory, Thresholds::default())
}

/// Gives every unit its id as far as equal words tell it; all others are new.
pub fn assign_equal(old: &Source, new: &[NewUnit], memory: &Memory) -> Vec<Assigned> {
    let mut matcher = Matcher::new(old, new);
    matcher.by_sequence();
    matcher.anywhere();
    matcher.by_segments();
    matcher.name(memory)
}

/// Gives every unit of the article its id, by other thresholds than the usual ones.
pub fn assign_by(
    old: &Source,
    new: &[NewUnit],
    memory: &Memory,
    thresholds: Thresholds,
) -> Vec<Assigned> {
    let mut matcher = Matcher::new(old, new);
    matcher.by_sequence();
    matcher.anywhere();
    matcher.by_segments();
    matcher.reserve(memory);
    matcher.by_reworded_segments();
    matcher.by_birth();
    matcher.by_likeness(thresholds);
    matcher.name(memory)
}

struct Matcher<'a> {
    source: &'a Source,
    units: &'a [NewUnit],
    old: Vec<String>,
    new: Vec<String>,
    /// For each new unit: the old one and the rule.
    found: Vec<Option<(usize, Rule)>>,
    joined: Vec<Vec<usize>>,
    /// For each new unit that is a further part of an old one: the first part.
    part_of: Vec<Option<usize>>,
    /// For each old unit: whether it is matched, or not to be.
    taken: Vec<bool>,
    /// For each new unit: whether it is not to be matched.
    is_reserved: Vec<bool>,
    /// For each unit: how many units before it are matched in sequence.
    old_gap: Vec<usize>,
    new_gap: Vec<usize>,
}

impl<'a> Matcher<'a> {
    fn new(source: &'a Source, units: &'a [NewUnit]) -> Self {
        Self {
            source,
            units,
            old: source.units.iter().map(|unit| fold(&unit.text)).collect(),
            new: units.iter().map(|unit| fold(&unit.text)).collect(),
            found: vec![None; units.len()],
            joined: vec![Vec::new(); units.len()],
            part_of: vec![None; units.len()],
            taken: vec![false; source.units.len()],
            is_reserved: vec![false; units.len()],
            old_gap: vec![0; source.units.len()],
            new_gap: vec![0; units.len()],
        }
    }

    fn pair(&mut self, old: usize, new: usize, rule: Rule) {
        self.found[new] = Some((old, rule));
        self.taken[old] = true;
    }

    /// Takes out what is known to have moved between articles.
    fn reserve(&mut self, memory: &Memory) {
        for old in &memory.leaving {
            self.taken[*old] = true;
        }
        for new in &memory.arriving {
            self.is_reserved[*new] = true;
        }
    }

    /// Rule 1: the longest common subsequence of equal folds.
    fn by_sequence(&mut self) {
        let (old, new) = numbered(&self.old, &self.new);
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            if op.tag() == DiffTag::Equal {
                for (old, new) in op.old_range().zip(op.new_range()) {
                    self.pair(old, new, Rule::Same);
                }
            }
        }
        let mut anchors = 0;
        for (old, taken) in self.taken.iter().enumerate() {
            anchors += usize::from(*taken);
            self.old_gap[old] = anchors;
        }
        anchors = 0;
        for (new, found) in self.found.iter().enumerate() {
            anchors += usize::from(found.is_some());
            self.new_gap[new] = anchors;
        }
    }

    /// Rule 1, the rest: equal folds anywhere; of several, the one whose neighbours match.
    fn anywhere(&mut self) {
        let folds = std::mem::take(&mut self.old);
        // For each fold the old units that have it, and how many of the first ones are matched.
        let mut free: FxHashMap<&str, (Vec<usize>, usize)> = FxHashMap::default();
        for (old, fold) in folds.iter().enumerate() {
            if !self.taken[old] {
                free.entry(fold).or_default().0.push(old);
            }
        }
        for new in 0..self.new.len() {
            if self.found[new].is_some() {
                continue;
            }
            let Some((equal, matched)) = free.get_mut(self.new[new].as_str()) else {
                continue;
            };
            while equal.get(*matched).is_some_and(|old| self.taken[*old]) {
                *matched += 1;
            }
            let Some(first) = equal.get(*matched).copied() else {
                continue;
            };
            let matched_at = |at: Option<usize>| at.and_then(|at| *self.found.get(at)?);
            let before = matched_at(new.checked_sub(1)).map(|(old, _)| old + 1);
            let after = matched_at(Some(new + 1)).and_then(|(old, _)| old.checked_sub(1));
            let is_free =
                |old: &usize| folds.get(*old) == Some(&self.new[new]) && !self.taken[*old];
            let beside = [before.filter(is_free), after.filter(is_free)];
            // One that both neighbours point to is the only one; else the first counts.
            let best = beside.into_iter().flatten().min().unwrap_or(first);
            self.pair(best, new, Rule::Moved);
        }
        self.old = folds;
    }
}

/// Equal folds as equal numbers: they are compared a great many times.
fn numbered(old: &[String], new: &[String]) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let mut all: Vec<usize> = Vec::with_capacity(old.len() + new.len());
    for fold in old.iter().chain(new) {
        let next = numbers.len();
        all.push(*numbers.entry(fold).or_insert(next));
    }
    let new = all.split_off(old.len());
    (all, new)
}
