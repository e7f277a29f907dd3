//! How likely each bead is among all ways through a corridor.

use std::ops::Range;

use super::corridor::Corridor;
use super::habit::Habits;
use super::parameters::Parameters;
use super::score::Scores;
use super::shape::SHAPES;

/// Probabilities of a corridor's beads.
pub(super) struct Posterior {
    /// By place and shape, 0.0–1.0.
    pub(super) beads: Vec<[f32; SHAPES.len()]>,
    /// Of a source and of a target sentence without counterpart, by place, 0.0–1.0.
    pub(super) alone: Vec<[f32; 2]>,
    /// Of passing through a place, as a logarithm.
    places: Vec<f32>,
}

/// Sums over all ways, forward and backward, with the states and costs of the best way.
pub(super) fn posterior(scores: &Scores, habits: &Habits, p: &Parameters) -> Posterior {
    let corridor = &scores.corridor;
    let none = f64::NEG_INFINITY;
    let sharp = f64::from(p.sharpness);
    let (open, extend) = (
        f64::from(habits.open) * sharp,
        f64::from(habits.extend) * sharp,
    );
    let size = corridor.size();
    let mut forward = vec![[none; 2]; size];
    forward[0][0] = 0.0;
    for (i, j, here) in corridor.places() {
        let [after, within] = forward[here];
        let both = plus(after, within);
        for (shape, score) in scores.at(here) {
            let (a, b) = SHAPES[shape];
            if let Some(there) = corridor.place(i + a, j + b) {
                let way = both + f64::from(score) * sharp;
                forward[there][0] = plus(forward[there][0], way);
            }
        }
        let way = plus(after + open, within + extend);
        for (a, b) in [(1, 0), (0, 1)] {
            if let Some(there) = corridor.place(i + a, j + b) {
                forward[there][1] = plus(forward[there][1], way);
            }
        }
    }
    let total = plus(forward[size - 1][0], forward[size - 1][1]);
    let mut backward = vec![[none; 2]; size];
    backward[size - 1] = [0.0; 2];
    let mut out = Posterior {
        beads: vec![[0.0; SHAPES.len()]; size],
        alone: vec![[0.0; 2]; size],
        places: vec![f32::NEG_INFINITY; size],
    };
    for (i, j, here) in corridor.places().rev() {
        let [after, within] = forward[here];
        let both = plus(after, within);
        let mut back = backward[here];
        for (shape, score) in scores.at(here) {
            let (a, b) = SHAPES[shape];
            if let Some(there) = corridor.place(i + a, j + b) {
                let way = f64::from(score) * sharp + backward[there][0];
                back = [plus(back[0], way), plus(back[1], way)];
                out.beads[here][shape] = likely(both + way - total);
            }
        }
        for (side, (a, b)) in [(1, 0), (0, 1)].into_iter().enumerate() {
            if let Some(there) = corridor.place(i + a, j + b) {
                let way = backward[there][1];
                back = [plus(back[0], open + way), plus(back[1], extend + way)];
                let inward = plus(after + open, within + extend);
                out.alone[here][side] = likely(inward + way - total);
            }
        }
        backward[here] = back;
        out.places[here] = (plus(after + back[0], within + back[1]) - total) as f32;
    }
    out
}

impl Posterior {
    /// The corridor of all places that are likely enough, with a margin.
    pub(super) fn narrowed(&self, old: &Corridor, targets: usize, p: &Parameters) -> Corridor {
        let mut rows: Vec<Range<usize>> = Vec::new();
        for (i, j, here) in old.places() {
            rows.resize(rows.len().max(i + 1), Range::default());
            if self.places[here] > p.hopeless {
                if rows[i].is_empty() {
                    rows[i].start = j;
                }
                rows[i].end = rows[i].end.max(j + 1);
            }
        }
        Corridor::around(&rows, targets, p.margin)
    }
}

/// A probability that is given by its logarithm; what is next to nothing is nothing.
fn likely(log: f64) -> f32 {
    if log > -16.0 { (log as f32).exp() } else { 0.0 }
}

/// The logarithm of the sum of two numbers that are given by their logarithms.
fn plus(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    let away = low - high;
    if away > -16.0 {
        // What is added is at most the logarithm of two, so 32 bits are enough for it.
        high + f64::from((1.0 + (away as f32).exp()).ln())
    } else {
        high
    }
}
