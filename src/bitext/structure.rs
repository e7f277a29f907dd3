//! Headings, items and cells as evidence: each holds its own kind.

use std::ops::Range;

use super::parameters::Parameters;
use super::{Pair, Sentence};

/// The blocks of a document's sentences. Plain lists of sentences have none, and nothing follows
/// from them.
pub(super) struct Structure {
    /// Source and target: number of the block, and number of its kind.
    blocks: Option<[Vec<(usize, usize)>; 2]>,
}

impl Structure {
    /// Looks at both sides; only if both have blocks do they count.
    pub(super) fn of(pair: &Pair<'_>) -> Self {
        let has = |side: &[Sentence<'_>]| {
            let first = side.first().map(|sentence| sentence.block);
            side.iter().any(|sentence| Some(sentence.block) != first)
        };
        let sides = [&pair.source, &pair.target];
        if !sides.iter().all(|side| has(side)) {
            return Self { blocks: None };
        }
        let mut kinds: Vec<&str> = sides.into_iter().flatten().map(|s| s.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let number = |sentence: &Sentence<'_>| {
            let kind = kinds.binary_search(&sentence.kind).unwrap_or_default();
            (sentence.block, kind)
        };
        Self {
            blocks: Some(sides.map(|side| side.iter().map(number).collect())),
        }
    }

    /// The score of a bead by its blocks.
    pub(super) fn score(
        &self,
        source: &Range<usize>,
        target: &Range<usize>,
        p: &Parameters,
    ) -> f32 {
        let Some([from, to]) = &self.blocks else {
            return 0.0;
        };
        let (from_first, to_first) = (source.start, target.start);
        let begins = |side: &[(usize, usize)], at: usize| at == 0 || side[at - 1].0 != side[at].0;
        let crossed = |side: &[(usize, usize)], range: &Range<usize>| {
            range.clone().skip(1).filter(|at| begins(side, *at)).count() as f32
        };
        let mut out = p.across * (crossed(from, source) + crossed(to, target));
        if from[from_first].1 != to[to_first].1 {
            out += p.other_kind;
        }
        if begins(from, from_first) != begins(to, to_first) {
            out += p.uneven;
        }
        out
    }
}
