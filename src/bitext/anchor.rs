//! Rare words that translate each other: they show where the way must pass in a long document, and
//! which passages have moved.

use std::ops::Range;

use super::corridor::Corridor;
use super::parameters::Parameters;
use super::score::Evidence;

/// Two sentences that share a rare word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) weight: f32,
}

/// Finds the sentences that share rare words, in the order of the source; one anchor per pair.
pub(super) fn anchors(evidence: &Evidence<'_>) -> Vec<Anchor> {
    let p = evidence.parameters;
    let [sources, targets] = evidence.postings;
    let mut found: Vec<(u32, u32, f32)> = Vec::new();
    for word in sources.types() {
        let same = sources.all(word);
        if same.is_empty() || same.len() > p.rare {
            continue;
        }
        for (other, weight) in evidence.lexicons[0].row(word) {
            let places = targets.all(*other);
            if places.is_empty() || places.len() > p.rare || *weight < p.good {
                continue;
            }
            let weight = weight / (same.len() * places.len()) as f32;
            for (i, _) in same {
                found.extend(places.iter().map(|(j, _)| (*i, *j, weight)));
            }
        }
    }
    found.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    let same = |a: &(u32, u32, f32), b: &(u32, u32, f32)| (a.0, a.1) == (b.0, b.1);
    found
        .chunk_by(same)
        .map(|same| Anchor {
            source: same[0].0 as usize,
            target: same[0].1 as usize,
            weight: same.iter().map(|entry| entry.2).sum(),
        })
        .collect()
}

/// The corridor of a document: everything if it is short, else what lies around the heaviest chain
/// of anchors.
pub(super) fn corridor(evidence: &Evidence<'_>) -> Corridor {
    let p = evidence.parameters;
    let [n, m] = evidence.sides.map(|side| side.sentences.len());
    if n * m <= p.short {
        return Corridor::whole(n, m);
    }
    let mut chain = supported(&heaviest(&anchors(evidence), m), p);
    chain.push((n, m));
    let mut rows: Vec<Range<usize>> = Vec::with_capacity(n + 1);
    let mut last = (0, 0);
    for (i, j) in chain {
        // Between two anchors: the whole rectangle if it is small, else a band along its diagonal.
        let (height, width) = (i - last.0, j - last.1);
        let slack = if height * width <= p.short {
            width
        } else {
            p.band
        };
        for row in 0..height {
            let middle = last.1 + width * row / height.max(1);
            let start = middle.saturating_sub(slack).max(last.1);
            rows.push(start..(middle + slack).min(j) + 1);
        }
        last = (i, j);
    }
    rows.push(m..m + 1);
    Corridor::around(&rows, m, p.around)
}

/// The heaviest chain of anchors that rises on both sides.
fn heaviest(anchors: &[Anchor], targets: usize) -> Vec<(usize, usize)> {
    // Per anchor the weight of the chain that ends there and the anchor before; a Fenwick tree
    // over the target has the best anchor so far.
    let mut chains: Vec<(f32, Option<usize>)> = Vec::with_capacity(anchors.len());
    let mut tree: Vec<Option<usize>> = vec![None; targets + 1];
    let weight =
        |chains: &[(f32, Option<usize>)], at: Option<usize>| at.map_or(0.0, |at| chains[at].0);
    for same in anchors.chunk_by(|a, b| a.source == b.source) {
        let first = chains.len();
        for anchor in same {
            let mut best = None;
            let mut at = anchor.target;
            while at > 0 {
                if weight(&chains, tree[at]) > weight(&chains, best) {
                    best = tree[at];
                }
                at &= at - 1;
            }
            chains.push((weight(&chains, best) + anchor.weight, best));
        }
        for (number, anchor) in (first..).zip(same) {
            let mut at = anchor.target + 1;
            while at <= targets {
                if weight(&chains, Some(number)) > weight(&chains, tree[at]) {
                    tree[at] = Some(number);
                }
                at += at & at.wrapping_neg();
            }
        }
    }
    let mut next = None;
    for number in 0..chains.len() {
        if chains[number].0 > weight(&chains, next) {
            next = Some(number);
        }
    }
    let mut out = Vec::new();
    while let Some(number) = next {
        out.push((anchors[number].source, anchors[number].target));
        next = chains[number].1;
    }
    out.reverse();
    out
}

/// The anchors that have another one near them.
fn supported(chain: &[(usize, usize)], p: &Parameters) -> Vec<(usize, usize)> {
    let near = |a: (usize, usize), b: (usize, usize)| {
        a.0.abs_diff(b.0) <= p.around && a.1.abs_diff(b.1) <= p.around
    };
    (0..chain.len())
        .filter(|at| {
            let before = at.checked_sub(1).map(|at| chain[at]);
            let after = chain.get(at + 1).copied();
            let neighbours = [before, after].into_iter().flatten();
            neighbours.into_iter().any(|other| near(other, chain[*at]))
        })
        .map(|at| chain[at])
        .collect()
}
