use std::collections::BTreeMap;

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

    fn is_open(&self, new: usize) -> bool {
        self.found.get(new) == Some(&None) && self.part_of[new].is_none()
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

/// The shortest heads of both runs that read the same: `(olds, news)`, at least one of them > 1.
fn concatenation(olds: &[String], news: &[String]) -> Option<(usize, usize)> {
    let (mut a, mut b) = (1, 1);
    let (first, other) = (olds.first()?, news.first()?);
    if !first.starts_with(other.as_str()) && !other.starts_with(first.as_str()) {
        return None;
    }
    let (mut left, mut right) = (first.clone(), other.clone());
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
