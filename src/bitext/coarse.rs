//! A first look at a wide corridor, sentence against sentence, that leaves a narrow one.

use std::ops::Range;

use super::corridor::Corridor;
use super::score::{Evidence, singles};

/// The corridor around the ways of single sentences that are nearly as good as the best one. A
/// sentence that is joined to another counts as one without counterpart here.
pub(super) fn narrowed(evidence: &Evidence<'_>, corridor: Corridor) -> Corridor {
    let p = evidence.parameters;
    if corridor.size() <= p.glance {
        return corridor;
    }
    let scores = singles(evidence, &corridor);
    let next = |i: usize, j: usize, here: usize| {
        let both = corridor.place(i + 1, j + 1).map(|at| (at, scores[here]));
        let alone = [corridor.place(i + 1, j), corridor.place(i, j + 1)];
        let alone = alone.into_iter().flatten().map(|at| (at, p.extend));
        both.into_iter().chain(alone)
    };
    let mut before = vec![f32::NEG_INFINITY; corridor.size()];
    before[0] = 0.0;
    for (i, j, here) in corridor.places() {
        for (there, score) in next(i, j, here) {
            before[there] = before[there].max(before[here] + score);
        }
    }
    let best = before[corridor.size() - 1];
    let mut behind = vec![f32::NEG_INFINITY; corridor.size()];
    behind[corridor.size() - 1] = 0.0;
    let targets = evidence.sides[1].sentences.len();
    let mut rows: Vec<Range<usize>> = vec![Range::default(); corridor.height()];
    for (i, j, here) in corridor.places().rev() {
        for (there, score) in next(i, j, here) {
            behind[here] = behind[here].max(behind[there] + score);
        }
        if before[here] + behind[here] > best - p.near {
            if rows[i].is_empty() {
                rows[i].end = j + 1;
            }
            rows[i].start = j;
        }
    }
    Corridor::around(&rows, targets, p.margin)
}
