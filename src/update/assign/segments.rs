//! Sentences that were cut in two or joined.

use std::collections::BTreeMap;

use super::beginnings::Beginnings;
use super::{Matcher, Rule};
use crate::catalog::Id;
use crate::update::similarity::likeness;

/// Least likeness of a sentence and of the two that it was cut into, or made from, when the cut
/// changed a word or two: "… kam, und sah …" and "… kam. Er sah …".
const CUT: f64 = 0.75;

/// The same for one that moved, too.
const FAR_CUT: f64 = 0.85;
/// Beyond so many pairs everything is new, and no cut sentence is looked for.
const MOST_PAIRS: usize = 10_000;

impl Matcher<'_> {
    /// Rule 2: runs of unmatched units that concatenate to equal folds.
    pub(super) fn by_segments(&mut self) {
        let olds: Vec<String> = self.old.iter().map(|fold| fold.replace(' ', "")).collect();
        let news: Vec<String> = self.new.iter().map(|fold| fold.replace(' ', "")).collect();
        let new_ends = run_ends(&self.found);
        let mut gap = (usize::MAX, Beginnings::default());
        let mut new = 0;
        while new < news.len() {
            let mut step = 1;
            if self.found[new].is_none() {
                if gap.0 != self.new_gap[new] {
                    gap = (self.new_gap[new], self.beginnings(&olds, self.new_gap[new]));
                }
                let end = self.old_gap.partition_point(|own| *own <= gap.0);
                let run = &news[new..new_ends[new]];
                for old in gap.1.candidates(&run[0], &self.taken) {
                    let free = (old..end).take_while(|old| !self.taken[*old]);
                    let free = free.map(|old| olds[old].as_str());
                    let Some((a, b)) = concatenation(free, run.iter().map(String::as_str)) else {
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

    /// The unmatched old units of a gap between matched ones, by how they begin.
    fn beginnings<'b>(&self, olds: &'b [String], gap: usize) -> Beginnings<'b> {
        let start = self.old_gap.partition_point(|own| *own < gap);
        let end = self.old_gap.partition_point(|own| *own <= gap);
        let free = (start..end).filter(|old| !self.taken[*old]);
        Beginnings::of(free.map(|old| (olds[old].as_str(), old)).collect())
    }

    /// Rule 2, the rest: one old unit is like two neighbouring new ones together, or the other way
    /// round, and less like either alone. In its place first, then elsewhere.
    pub(super) fn by_reworded_segments(&mut self) {
        let olds: Vec<usize> = (0..self.old.len()).filter(|i| !self.taken[*i]).collect();
        let news: Vec<usize> = (0..self.new.len()).filter(|i| self.is_open(*i)).collect();
        if olds.len().saturating_mul(news.len()) > MOST_PAIRS {
            return;
        }
        for near in [true, false] {
            for new in &news {
                let near_to = |old: &&usize| self.old_gap[**old] == self.new_gap[*new];
                let olds: Vec<usize> = olds
                    .iter()
                    .filter(|old| near_to(old) == near)
                    .copied()
                    .collect();
                for old in olds {
                    self.cut_or_join(old, *new, if near { CUT } else { FAR_CUT });
                }
            }
        }
    }

    pub(super) fn is_open(&self, new: usize) -> bool {
        self.found.get(new) == Some(&None) && self.part_of[new].is_none() && !self.is_reserved[new]
    }

    fn cut_or_join(&mut self, old: usize, new: usize, least: f64) {
        if self.taken[old] || !self.is_open(new) {
            return;
        }
        if self.is_open(new + 1)
            && is_cut(&self.old[old], &self.new[new], &self.new[new + 1], least)
        {
            self.pair(old, new, Rule::Resegmented);
            self.part_of[new + 1] = Some(new);
        } else if self.taken.get(old + 1) == Some(&false)
            && is_cut(&self.new[new], &self.old[old], &self.old[old + 1], least)
        {
            self.pair(old, new, Rule::Resegmented);
            self.joined[new] = vec![old + 1];
            self.taken[old + 1] = true;
        }
    }

    /// A sentence has its first wording again, and its unit has not been matched otherwise: "undo"
    /// after more than one change.
    pub(super) fn by_birth(&mut self) {
        let mut free: BTreeMap<crate::catalog::Base, usize> = BTreeMap::new();
        for (old, unit) in self.source.units.iter().enumerate() {
            if !self.taken[old] && unit.id.tag.is_some() {
                free.insert(unit.id.base, old);
            }
        }
        for new in 0..self.new.len() {
            if free.is_empty() {
                return;
            }
            if !self.is_open(new) {
                continue;
            }
            let known = |id: &Id| free.contains_key(&id.base);
            if let Some(id) = Id::reborn(&self.units[new].text, known)
                && let Some(old) = free.remove(&id.base)
            {
                self.pair(old, new, Rule::Reworded);
            }
        }
    }
}

/// Whether a sentence was cut into two.
fn is_cut(whole: &str, first: &str, second: &str, least: f64) -> bool {
    // The parts have about as many letters as the whole.
    let parts = first.len() + second.len();
    if parts.abs_diff(whole.len()) * 4 > whole.len() {
        return false;
    }
    let together = likeness(whole, &format!("{first} {second}"));
    together >= least && together > likeness(whole, first).max(likeness(whole, second))
}

/// For each new unit where the run of unmatched ones ends that it is in.
fn run_ends(found: &[Option<(usize, Rule)>]) -> Vec<usize> {
    let mut end = found.len();
    let mut ends = vec![end; found.len()];
    for (new, found) in found.iter().enumerate().rev() {
        if found.is_some() {
            end = new;
        }
        ends[new] = end;
    }
    ends
}

/// The shortest heads of both runs that read the same: `(olds, news)`, at least one of them > 1.
fn concatenation<'a>(
    mut olds: impl Iterator<Item = &'a str>,
    mut news: impl Iterator<Item = &'a str>,
) -> Option<(usize, usize)> {
    let (mut a, mut b) = (1, 1);
    // What each side has beyond the other.
    let (mut left, mut right) = (olds.next()?.as_bytes(), news.next()?.as_bytes());
    loop {
        let both = left.len().min(right.len());
        if left[..both] != right[..both] {
            return None;
        }
        (left, right) = (&left[both..], &right[both..]);
        if left.is_empty() && right.is_empty() {
            return Some((a, b));
        }
        if left.is_empty() {
            left = olds.next()?.as_bytes();
            a += 1;
        } else {
            right = news.next()?.as_bytes();
            b += 1;
        }
    }
}
