//! Passages that stand elsewhere in the translation: aligned among what was left over.

use std::collections::BTreeMap;
use std::ops::Range;

use super::anchor::anchors;
use super::corridor::Corridor;
use super::score::{Evidence, Scores};
use super::shape::{SHAPES, Step};

/// A run of source sentences and one of target sentences.
type Place = (Range<usize>, Range<usize>);

/// A score and the beads that have it.
type Stretch = (f32, Vec<Step>);

/// Aligns the sentences that a way leaves without counterpart, wherever they stand. Gives the beads
/// in the order they were found, passage by passage.
pub(super) fn moved(evidence: &Evidence<'_>, steps: &[Step]) -> Vec<Step> {
    let p = evidence.parameters;
    let mut free = evidence.sides.map(|side| vec![true; side.sentences.len()]);
    for step in steps.iter().filter(|step| step.is_full()) {
        occupy(&mut free, *step);
    }
    let mut anchors = anchors(evidence);
    let mut known: BTreeMap<(usize, usize, usize, usize), Stretch> = BTreeMap::new();
    let mut out = Vec::new();
    loop {
        anchors.retain(|anchor| free[0][anchor.source] && free[1][anchor.target]);
        let runs = [runs(&free[0]), runs(&free[1])];
        let mut places: Vec<(usize, usize)> = anchors
            .iter()
            .filter_map(|anchor| Some((at(&runs[0], anchor.source)?, at(&runs[1], anchor.target)?)))
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut best: Option<&Stretch> = None;
        let places: Vec<Place> = places
            .into_iter()
            .map(|(s, t)| (runs[0][s].clone(), runs[1][t].clone()))
            .filter(|(s, t)| s.len() * t.len() <= p.short)
            .collect();
        for (source, target) in &places {
            let key = (source.start, source.end, target.start, target.end);
            known
                .entry(key)
                .or_insert_with(|| stretch(evidence, source, target));
        }
        for (source, target) in &places {
            let found = known.get(&(source.start, source.end, target.start, target.end));
            if found.map_or(0.0, |found| found.0) > best.map_or(p.moved, |best| best.0) {
                best = found;
            }
        }
        let Some((_, steps)) = best.filter(|best| !best.1.is_empty()) else {
            return out;
        };
        for step in steps {
            occupy(&mut free, *step);
        }
        out.extend(steps);
    }
}

fn occupy(free: &mut [Vec<bool>; 2], step: Step) {
    free[0][step.source..step.source + step.shape.0].fill(false);
    free[1][step.target..step.target + step.shape.1].fill(false);
}

/// Runs of free sentences.
fn runs(free: &[bool]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, free) in free.iter().enumerate() {
        match out.last_mut() {
            _ if !*free => {}
            Some(last) if last.end == at => last.end += 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}

/// The run that holds a sentence.
fn at(runs: &[Range<usize>], sentence: usize) -> Option<usize> {
    let at = runs.partition_point(|run| run.end <= sentence);
    runs.get(at)
        .is_some_and(|run| run.contains(&sentence))
        .then_some(at)
}

/// The best stretch of beads between two runs, with its score: it may begin and end anywhere.
fn stretch(evidence: &Evidence<'_>, source: &Range<usize>, target: &Range<usize>) -> Stretch {
    let skip = evidence.parameters.skip;
    let whole = Corridor::whole(source.len(), target.len());
    let scores = Scores::of(evidence, source, target, whole);
    let corridor = &scores.corridor;
    let mut values = vec![0.0_f32; corridor.size()];
    let mut origins: Vec<Option<(usize, usize)>> = vec![None; corridor.size()];
    let mut best = (0.0, (0, 0));
    for (i, j, here) in corridor.places() {
        let value = values[here];
        if value > best.0 {
            best = (value, (i, j));
        }
        let beads = scores.at(here).map(|(shape, score)| (SHAPES[shape], score));
        for ((a, b), score) in beads.chain([((1, 0), skip), ((0, 1), skip)]) {
            if let Some(there) = corridor.place(i + a, j + b)
                && value + score > values[there]
            {
                values[there] = value + score;
                origins[there] = Some((a, b));
            }
        }
    }
    let (mut i, mut j) = best.1;
    let mut steps = Vec::new();
    while let Some(here) = corridor.place(i, j)
        && let Some(shape) = origins[here].filter(|_| values[here] > 0.0)
    {
        i -= shape.0;
        j -= shape.1;
        steps.push(Step {
            source: source.start + i,
            target: target.start + j,
            shape,
        });
    }
    steps.retain(|step| step.is_full());
    steps.reverse();
    (best.0, steps)
}
