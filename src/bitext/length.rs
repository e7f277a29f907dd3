use std::ops::Range;

use super::parameters::Parameters;
use super::score::MOST;
use super::vocabulary::Side;

/// The lengths of a document's sentences, and what is usual there.
///
/// Gale & Church 1993, §3, in characters, with the ratio of the document.
pub(super) struct Lengths {
    /// Characters before each sentence, source and target.
    sums: [Vec<f32>; 2],
    /// The logarithm of the length of so many sentences from each on, source and target.
    logs: [Vec<[f32; MOST]>; 2],
    /// Characters of the target per character of the source.
    ratio: f32,
    /// Mean and deviation of the logarithms of the lengths, and the logarithm of the deviation,
    /// source and target.
    usual: [(f32, f32, f32); 2],
}

impl Lengths {
    /// Measures a document.
    pub(super) fn of(sides: [&Side; 2]) -> Self {
        let lengths = sides.map(|side| &side.lengths);
        let [from, to] = lengths.map(|lengths| lengths.iter().sum::<f32>());
        let sums = lengths.map(|lengths| sums(lengths));
        Self {
            logs: [0, 1].map(|side: usize| logs(&sums[side])),
            sums,
            ratio: if from > 0.0 && to > 0.0 {
                (to / from).clamp(0.4, 2.5)
            } else {
                1.0
            },
            usual: lengths.map(|lengths| usual(lengths)),
        }
    }

    /// How much likelier the lengths are as those of translations than by chance, as a logarithm:
    /// the mean of both directions.
    pub(super) fn score(&self, source: Range<usize>, target: Range<usize>, p: &Parameters) -> f32 {
        let logs = [self.log(0, &source), self.log(1, &target)];
        let [from, to] = [self.length(0, source), self.length(1, target)];
        let forth = directed(from * self.ratio, (to, logs[1]), self.usual[1], p);
        let back = directed(to / self.ratio, (from, logs[0]), self.usual[0], p);
        f32::midpoint(forth, back)
    }

    /// Length of the target as a share of what the source lets expect.
    pub(super) fn share(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        (self.length(1, target) + 1.0) / (self.length(0, source) * self.ratio + 1.0)
    }

    /// The logarithm of a length, for at most [`MOST`] sentences.
    fn log(&self, side: usize, range: &Range<usize>) -> f32 {
        self.logs[side][range.start][range.len() - 1]
    }

    fn length(&self, side: usize, range: Range<usize>) -> f32 {
        self.sums[side][range.end] - self.sums[side][range.start]
    }
}

/// How much likelier a length is than by chance, in one direction; `found` is it and its logarithm.
fn directed(expected: f32, found: (f32, f32), usual: (f32, f32, f32), p: &Parameters) -> f32 {
    let (found, log) = found;
    let (slope, least) = p.variance;
    let variance = slope * f32::midpoint(expected, found) + least;
    let z = ((found - expected) / variance.sqrt()).abs();
    let square = if z > p.tail {
        p.tail * (2.0 * z - p.tail)
    } else {
        z * z
    };
    let away = ((log - usual.0) / usual.1).clamp(-p.tail, p.tail);
    (away * away - square - variance.ln()) / 2.0 + usual.2 + log
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

/// The logarithms of the lengths of 1..=[`MOST`] sentences from each on, one character more each.
fn logs(sums: &[f32]) -> Vec<[f32; MOST]> {
    let count = sums.len() - 1;
    let from = |at: usize| {
        let length = |more: usize| sums[(at + more).min(count)] - sums[at];
        std::array::from_fn(|more| (length(more + 1) + 1.0).ln())
    };
    (0..count).map(from).collect()
}

fn usual(lengths: &[f32]) -> (f32, f32, f32) {
    let count = lengths.len().max(1) as f32;
    let logs = || lengths.iter().map(|length| (length + 1.0).ln());
    let mean = logs().sum::<f32>() / count;
    let variance = logs().map(|log| (log - mean) * (log - mean)).sum::<f32>() / count;
    let deviation = variance.sqrt().max(0.4);
    (mean, deviation, deviation.ln())
}
