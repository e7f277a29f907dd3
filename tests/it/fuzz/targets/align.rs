//! Alignment of any two texts: no panic, and every sentence of both sides exactly once.

use satz::bitext::{Bead, Known, Pair, Parameters, Sentence, align};

pub(super) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (source, target) = text.split_once('\0').unwrap_or((&text, ""));
    let sentences = |text| -> Vec<Sentence<'_>> {
        str::lines(text)
            .enumerate()
            .map(|(at, text)| Sentence {
                text,
                block: at / 4,
                kind: if at % 4 == 0 { "heading" } else { "paragraph" },
            })
            .collect()
    };
    let pair = Pair {
        source: sentences(source),
        target: sentences(target),
    };
    let (n, m) = (pair.source.len(), pair.target.len());
    let beads = align(&[pair], &Known::default(), &Parameters::default()).remove(0);
    let complete = |of: fn(&Bead) -> std::ops::Range<usize>, count: usize| {
        let mut all: Vec<usize> = beads.iter().flat_map(of).collect();
        all.sort_unstable();
        assert!(all.into_iter().eq(0..count));
    };
    complete(|bead| bead.source.clone(), n);
    complete(|bead| bead.target.clone(), m);
}
