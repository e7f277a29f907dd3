//! How alike two sentences must be to be one that was reworded.

use super::{Matcher, Rule, Thresholds};
use crate::update::similarity::{alike, mutual_best};

/// Reworded in its place.
pub(super) const NEAR: f64 = 0.4;
/// Reworded and moved.
pub(super) const FAR: f64 = 0.6;

impl Matcher<'_> {
    /// Rule 3: mutual best likeness, nearer first; a tie is no match.
    pub(super) fn by_likeness(&mut self, thresholds: Thresholds) {
        let olds: Vec<usize> = (0..self.old.len()).filter(|i| !self.taken[*i]).collect();
        let news: Vec<usize> = (0..self.new.len()).filter(|i| self.is_open(*i)).collect();
        let is_near = |old: usize, new: usize| self.old_gap[old] == self.new_gap[new];
        let pairs = {
            let old_folds: Vec<&str> = olds.iter().map(|i| self.old[*i].as_str()).collect();
            let new_folds: Vec<&str> = news.iter().map(|i| self.new[*i].as_str()).collect();
            alike(&old_folds, &new_folds, |a, b| {
                if is_near(olds[a], news[b]) {
                    thresholds.near
                } else {
                    thresholds.far
                }
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
}
