use std::ops::Range;

use super::parameters::Parameters;
use super::vocabulary::Side;

/// The lengths of a document's sentences, and what is usual there.
///
/// Gale & Church 1993, §3, in characters, with the ratio of the document.
pub(super) struct Lengths {
    /// Characters before each sentence, source and target.
    sums: [Vec<f32>; 2],
    /// Characters of the target per character of the source.
    ratio: f32,
    /// Mean and deviation of the logarithms of the lengths, source and target.
    usual: [(f32, f32); 2],
}

impl Lengths {
    /// Measures a document.
    pub(super) fn of(sides: [&Side; 2]) -> Self {
        let lengths = sides.map(|side| &side.lengths);
        let [from, to] = lengths.map(|lengths| lengths.iter().sum::<f32>());
        Self {
            sums: lengths.map(|lengths| sums(lengths)),
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
        let [from, to] = [self.length(0, source), self.length(1, target)];
        let forth = directed(from * self.ratio, to, self.usual[1], p);
        let back = directed(to / self.ratio, from, self.usual[0], p);
        f32::midpoint(forth, back)
    }

    /// Length of the target as a share of what the source lets expect.
    pub(super) fn share(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        (self.length(1, target) + 1.0) / (self.length(0, source) * self.ratio + 1.0)
    }

    fn length(&self, side: usize, range: Range<usize>) -> f32 {
        self.sums[side][range.end] - self.sums[side][range.start]
    }
}

fn directed(expected: f32, found: f32, usual: (f32, f32), p: &Parameters) -> f32 {
    let (slope, least) = p.variance;
    let variance = slope * f32::midpoint(expected, found) + least;
    let z = ((found - expected) / variance.sqrt()).abs();
    let square = if z > p.tail {
        p.tail * (2.0 * z - p.tail)
    } else {
        z * z
    };
    let log = (found + 1.0).ln();
    let away = ((log - usual.0) / usual.1).clamp(-p.tail, p.tail);
    (away * away - square - variance.ln()) / 2.0 + usual.1.ln() + log
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

fn usual(lengths: &[f32]) -> (f32, f32) {
    let count = lengths.len().max(1) as f32;
    let logs = || lengths.iter().map(|length| (length + 1.0).ln());
    let mean = logs().sum::<f32>() / count;
    let variance = logs().map(|log| (log - mean) * (log - mean)).sum::<f32>() / count;
    (mean, variance.sqrt().max(0.4))
}
