//! How long a translation is likely to be, as evidence for a bead.

use std::ops::Range;

use super::parameters::Parameters;
use super::shape::MOST;
use super::vocabulary::Side;

/// The lengths of a document's sentences, and what is usual there.
///
/// Gale & Church 1993, §3, in characters, with the ratio of the document.
pub(super) struct Lengths {
    /// Characters before each sentence, source and target.
    sums: [Vec<f32>; 2],
    /// How unlikely the length of so many sentences from each on is by chance, as a logarithm,
    /// source and target.
    chances: [Vec<[f32; MOST]>; 2],
    /// Characters of the target per character of the source.
    ratio: f32,
}

impl Lengths {
    /// Measures a document.
    pub(super) fn of(sides: [&Side; 2], p: &Parameters) -> Self {
        let lengths = sides.map(|side| &side.lengths);
        let [from, to] = lengths.map(|lengths| lengths.iter().sum::<f32>());
        let sums = lengths.map(|lengths| sums(lengths));
        Self {
            chances: [0, 1].map(|side: usize| chances(&sums[side], usual(lengths[side]), p)),
            sums,
            ratio: if from > 0.0 && to > 0.0 {
                (to / from).clamp(0.4, 2.5)
            } else {
                1.0
            },
        }
    }

    /// How much likelier the lengths are as those of translations than by chance, as a logarithm:
    /// the mean of both directions.
    pub(super) fn score(
        &self,
        source: &Range<usize>,
        target: &Range<usize>,
        p: &Parameters,
    ) -> f32 {
        let [from, to] = [self.length(0, source), self.length(1, target)];
        let (forth, forth_variance) = away(from * self.ratio, to, p);
        let (back, back_variance) = away(to / self.ratio, from, p);
        let chance = self.chance(0, source) + self.chance(1, target);
        let logs = (forth_variance * back_variance).ln();
        (chance - (forth + back + logs) / 2.0) / 2.0
    }

    /// Length of the target as a share of what the source lets expect.
    pub(super) fn share(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        (self.length(1, target) + 1.0) / (self.length(0, source) * self.ratio + 1.0)
    }

    /// How unlikely a length is by chance, for at most [`MOST`] sentences.
    fn chance(&self, side: usize, range: &Range<usize>) -> f32 {
        self.chances[side][range.start][range.len() - 1]
    }

    fn length(&self, side: usize, range: &Range<usize>) -> f32 {
        self.sums[side][range.end] - self.sums[side][range.start]
    }
}

/// The squared distance of a length from the expected one in standard deviations, linear beyond
/// `tail`; and the variance.
fn away(expected: f32, found: f32, p: &Parameters) -> (f32, f32) {
    let (slope, least) = p.variance;
    let variance = slope * f32::midpoint(expected, found) + least;
    let square = (found - expected) * (found - expected) / variance;
    if square > p.tail * p.tail {
        (p.tail * (2.0 * square.sqrt() - p.tail), variance)
    } else {
        (square, variance)
    }
}

fn sums(lengths: &[f32]) -> Vec<f32> {
    let mut out = vec![0.0];
    let mut sum = 0.0;
    for length in lengths {
        sum += length;
        out.push(sum);
    }
    out
}

/// How unlikely the lengths of 1..=[`MOST`] sentences from each on are by chance, as logarithms;
/// `usual` are mean and deviation of the logarithms of the lengths.
fn chances(sums: &[f32], usual: (f32, f32), p: &Parameters) -> Vec<[f32; MOST]> {
    let count = sums.len() - 1;
    let from = |at: usize| {
        std::array::from_fn(|more| {
            let log = (sums[(at + more + 1).min(count)] - sums[at] + 1.0).ln();
            let away = ((log - usual.0) / usual.1).clamp(-p.tail, p.tail);
            away * away / 2.0 + usual.1.ln() + log
        })
    };
    (0..count).map(from).collect()
}

/// Mean and deviation of the logarithms of the lengths.
fn usual(lengths: &[f32]) -> (f32, f32) {
    let count = lengths.len().max(1) as f32;
    let logs = || lengths.iter().map(|length| (length + 1.0).ln());
    let mean = logs().sum::<f32>() / count;
    let variance = logs().map(|log| (log - mean) * (log - mean)).sum::<f32>() / count;
    (mean, variance.sqrt().max(0.4))
}
