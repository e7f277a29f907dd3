use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::similarity::{alike, mutual_best};
use crate::catalog::{Id, Source};
use crate::text::fold;

/// Reworded in its place.
const NEAR: f64 = 0.5;
/// Reworded and moved.
pub(super) const FAR: f64 = 0.75;

/// A unit of the article as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    /// Its German.
    pub text: String,
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
}

/// Gives every unit of the article its id.
pub fn assign(old: &Source, new: &[NewUnit], memory: &Memory) -> Vec<Assigned> {
    let mut matcher = Matcher::new(old, new);
    matcher.by_sequence();
    matcher.anywhere();
    matcher.by_segments();
    matcher.by_likeness();
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
    /// For each old unit: whether it is matched.
    taken: Vec<bool>,
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
            old_gap: vec![0; source.units.len()],
            new_gap: vec![0; units.len()],
        }
    }

    fn pair(&mut self, old: usize, new: usize, rule: Rule) {
        self.found[new] = Some((old, rule));
        self.taken[old] = true;
    }

    /// Rule 1: the longest common subsequence of equal folds.
    fn by_sequence(&mut self) {
        for op in capture_diff_slices(Algorithm::Myers, &self.old, &self.new) {
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
        let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let folds = self.old.clone();
        for (old, fold) in folds.iter().enumerate() {
            if !self.taken[old] {
                free.entry(fold).or_default().push(old);
            }
        }
        for new in 0..self.new.len() {
            if self.found[new].is_some() {
                continue;
            }
            let before = new
                .checked_sub(1)
                .and_then(|i| self.found[i])
                .map(|(old, _)| old + 1);
            let after = self
                .found
                .get(new + 1)
                .copied()
                .flatten()
                .map(|(old, _)| old);
            let Some(all) = free.get_mut(self.new[new].as_str()) else {
                continue;
            };
            let best = all.iter().enumerate().max_by_key(|(order, old)| {
                let neighbours =
                    usize::from(before == Some(**old)) + usize::from(after == Some(**old + 1));
                (neighbours, std::cmp::Reverse(*order))
            });
            if let Some(best) = best.map(|(order, _)| order) {
                let old = all.remove(best);
                self.pair(old, new, Rule::Moved);
            }
        }
    }

    /// Rule 2: runs of unmatched units that concatenate to equal folds.
    fn by_segments(&mut self) {
        let olds: Vec<String> = self.old.iter().map(|fold| fold.replace(' ', "")).collect();
        let news: Vec<String> = self.new.iter().map(|fold| fold.replace(' ', "")).collect();
        let mut new = 0;
        while new < news.len() {
            let gap = self.new_gap[new];
            let mut step = 1;
            if self.found[new].is_none() {
                let start = self.old_gap.partition_point(|own| *own < gap);
                let end = self.old_gap.partition_point(|own| *own <= gap);
                let new_end = (new..news.len())
                    .find(|i| self.found[*i].is_some())
                    .unwrap_or(news.len());
                for old in start..end {
                    let old_end = (old..end).find(|i| self.taken[*i]).unwrap_or(end);
                    let Some((a, b)) = concatenation(&olds[old..old_end], &news[new..new_end])
                    else {
                        continue;
                    };
                    self.pair(old, new, Rule::Resegmented);
                    self.joined[new] = (old + 1..old + a).collect();
                    self.taken[old + 1..old + a].fill(true);
                    self.part_of[new + 1..new + b].fill(Some(new));
                    step = b;
                    break;
                }
            }
            new += step;
        }
    }

    /// Rule 3: mutual best likeness, nearer first; a tie is no match.
    fn by_likeness(&mut self) {
        let olds: Vec<usize> = (0..self.old.len()).filter(|i| !self.taken[*i]).collect();
        let news: Vec<usize> = (0..self.new.len())
            .filter(|i| self.found[*i].is_none() && self.part_of[*i].is_none())
            .collect();
        let is_near = |old: usize, new: usize| self.old_gap[old] == self.new_gap[new];
        let pairs = {
            let old_folds: Vec<&str> = olds.iter().map(|i| self.old[*i].as_str()).collect();
            let new_folds: Vec<&str> = news.iter().map(|i| self.new[*i].as_str()).collect();
            alike(&old_folds, &new_folds, |a, b| {
                if is_near(olds[a], news[b]) { NEAR } else { FAR }
            })
        };
        let is_near: Vec<bool> = pairs
            .iter()
            .map(|pair| is_near(olds[pair.old], news[pair.new]))
            .collect();
        for near in [true, false] {
            let open: Vec<_> = pairs
                .iter()
                .zip(&is_near)
                .filter(|(pair, is_near)| {
                    (**is_near || !near)
                        && !self.taken[olds[pair.old]]
                        && self.found[news[pair.new]].is_none()
                })
                .map(|(pair, _)| *pair)
                .collect();
            for pair in mutual_best(&open) {
                self.pair(olds[pair.old], news[pair.new], Rule::Reworded);
            }
        }
    }

    fn name(self, memory: &Memory) -> Vec<Assigned> {
        let mut bases: BTreeSet<String> = self
            .source
            .units
            .iter()
            .map(|unit| unit.id.base.clone())
            .collect();
        let returning: BTreeMap<&str, &Id> = memory
            .returning
            .iter()
            .map(|id| (id.base.as_str(), id))
            .collect();
        let mut out = Vec::with_capacity(self.units.len());
        for (new, unit) in self.units.iter().enumerate() {
            let assigned = if let Some((old, rule)) = self.found[new] {
                let before = &self.source.units[old];
                Assigned {
                    id: Id::of(
                        &before.id.base,
                        &unit.text,
                        Some((&before.id, &before.text)),
                    ),
                    rule,
                    old: Some(old),
                    joined: self.joined[new].clone(),
                    part_of: None,
                }
            } else {
                let tagged = returning
                    .values()
                    .find(|id| id.is_tagged_for(&unit.text) && !bases.contains(&id.base));
                let (id, rule) = if self.part_of[new].is_some() {
                    let id = Id::born(&unit.text, |base| bases.contains(base));
                    (id, Rule::Resegmented)
                } else if let Some(id) = tagged {
                    ((*id).clone(), Rule::Returned)
                } else {
                    let known =
                        |id: &Id| memory.returning.contains(id) && !bases.contains(&id.base);
                    let id = Id::reborn(&unit.text, known)
                        .unwrap_or_else(|| Id::born(&unit.text, |base| bases.contains(base)));
                    let rule = if returning.contains_key(id.base.as_str()) {
                        Rule::Returned
                    } else {
                        Rule::New
                    };
                    (id, rule)
                };
                Assigned {
                    id,
                    rule,
                    old: None,
                    joined: Vec::new(),
                    part_of: self.part_of[new],
                }
            };
            bases.insert(assigned.id.base.clone());
            out.push(assigned);
        }
        out
    }
}

/// The shortest heads of both runs that read the same: `(olds, news)`, at least one of them > 1.
fn concatenation(olds: &[String], news: &[String]) -> Option<(usize, usize)> {
    let (mut a, mut b) = (1, 1);
    let (mut left, mut right) = (olds.first()?.clone(), news.first()?.clone());
    loop {
        if left == right {
            return Some((a, b));
        }
        if left.len() < right.len() && right.starts_with(&left) {
            left.push_str(olds.get(a)?);
            a += 1;
        } else if right.len() < left.len() && left.starts_with(&right) {
            right.push_str(news.get(b)?);
            b += 1;
        } else {
            return None;
        }
    }
}
