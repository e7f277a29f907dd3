//! Sentences that only their place pairs: what is left on both sides between two sentences that
//! translate each other, of blocks of the same kinds.

use std::ops::Range;

use crate::bitext::{Bead, Pair, Reason, Sentence};

/// How sure a pair is for which nothing but its place speaks.
const CONFIDENCE: f32 = 0.3;

/// Most sentences of one side that are taken together.
const MOST: usize = 4;

/// How much longer or shorter than its source such a translation may be.
const LENGTHS: Range<f64> = 0.4..2.5;

/// Pairs what is left on both sides between the beads of a pair. Of a published page nothing is left
/// alone that stands in a block with something else.
pub(super) fn closed(pair: &Pair<'_>, beads: &[Bead], is_page: bool) -> Vec<Bead> {
    let is_full = |bead: &Bead| !bead.source.is_empty() && !bead.target.is_empty();
    let mut out: Vec<Bead> = Vec::with_capacity(beads.len());
    for run in beads.chunk_by(|bead, next| is_full(bead) == is_full(next)) {
        let filled = if is_full(&run[0]) {
            None
        } else {
            fill(pair, out.last_mut(), run)
        };
        out.extend(filled.unwrap_or_else(|| run.to_vec()));
    }
    with_additions(pair, out, is_page)
}

/// Beads in which what a translation adds within a block stands with the sentence before it, or else
/// with the one behind it: signs such as `(…)`, of a page words as well.
fn with_additions(pair: &Pair<'_>, beads: Vec<Bead>, is_page: bool) -> Vec<Bead> {
    let is_addition = |bead: &Bead| {
        let is_taken = bead.source.is_empty() && bead.target.len() <= MOST;
        is_taken && (is_page || !has_words(pair, &bead.target))
    };
    let mut out: Vec<Bead> = Vec::with_capacity(beads.len());
    for bead in beads {
        let (last, rest) = match out.split_last_mut() {
            Some((last, rest)) => (Some(last), rest),
            None => (None, &mut [][..]),
        };
        match last {
            Some(last) if is_addition(&bead) && is_followed(pair, last, &bead) => {
                last.target.end = bead.target.end;
                last.confidence = doubted(pair, last.confidence, &bead.target);
            }
            Some(last)
                if is_addition(last)
                    && is_followed(pair, &bead, last)
                    && rest.last().is_none_or(|before| !before.target.is_empty()) =>
            {
                let confidence = doubted(pair, bead.confidence, &last.target);
                let target = last.target.start..bead.target.end;
                *last = Bead {
                    target,
                    confidence,
                    ..bead
                };
            }
            _ => out.push(bead),
        }
    }
    out
}

/// Whether a bead has both sides, and an addition stands beside it in its block.
fn is_followed(pair: &Pair<'_>, bead: &Bead, addition: &Bead) -> bool {
    if bead.source.is_empty() || bead.target.is_empty() {
        return false;
    }
    let block = |at: usize| pair.target[at].block;
    (bead.target.end == addition.target.start
        && block(bead.target.end - 1) == block(addition.target.start))
        || (addition.target.end == bead.target.start
            && block(addition.target.end - 1) == block(bead.target.start))
}

/// How sure a bead is that takes sentences along: signs alone are no doubt.
fn doubted(pair: &Pair<'_>, confidence: f32, sentences: &Range<usize>) -> f32 {
    if has_words(pair, sentences) {
        confidence.min(CONFIDENCE)
    } else {
        confidence
    }
}

/// Whether sentences of the translation have more than signs.
fn has_words(pair: &Pair<'_>, sentences: &Range<usize>) -> bool {
    let mut sentences = pair.target[sentences.clone()].iter();
    sentences.any(|sentence| sentence.text.chars().any(char::is_alphanumeric))
}

/// The beads that close a gap behind a bead; none if its place tells nothing.
fn fill(pair: &Pair<'_>, before: Option<&mut Bead>, gap: &[Bead]) -> Option<Vec<Bead>> {
    let target = joined(gap.iter().map(|bead| &bead.target))?;
    let Some(source) = joined(gap.iter().map(|bead| &bead.source)) else {
        return text_of_a_picture(pair, before?, target).map(|bead| vec![bead]);
    };
    let sources = blocks(&pair.source, source);
    let targets = blocks(&pair.target, target);
    let kind =
        |sentences: &[Sentence<'_>], block: &Range<usize>| sentences[block.start].kind.to_owned();
    let is_alike = |(source, target): (&Range<usize>, &Range<usize>)| {
        kind(&pair.source, source) == kind(&pair.target, target)
            && source.len().max(target.len()) <= MOST
            && is_as_long(&pair.source[source.clone()], &pair.target[target.clone()])
    };
    if sources.len() != targets.len() || !sources.iter().zip(&targets).all(is_alike) {
        return None;
    }
    let each = sources.into_iter().zip(targets);
    Some(
        each.flat_map(|(source, target)| paired(source, target))
            .collect(),
    )
}

/// The text of a picture that is too long or short for the other to seem its translation: the source's
/// was taken along by the sentence before it.
fn text_of_a_picture(pair: &Pair<'_>, before: &mut Bead, target: Range<usize>) -> Option<Bead> {
    let last = before.source.end - 1;
    let (sentence, is_alone) = (&pair.source[last], target.len() == 1);
    let is_taken_along = before.source.len() > 1 && pair.source[last - 1].block != sentence.block;
    let is_text = sentence.kind == "alt" && pair.target[target.start].kind == "alt";
    (is_alone && is_taken_along && is_text).then(|| {
        before.source.end = last;
        bead(last..last + 1, target)
    })
}

/// One bead per sentence, or one for all where their numbers differ.
fn paired(source: Range<usize>, target: Range<usize>) -> Vec<Bead> {
    if source.len() != target.len() {
        return vec![bead(source, target)];
    }
    let each = source.zip(target);
    each.map(|(source, target)| bead(source..source + 1, target..target + 1))
        .collect()
}

fn bead(source: Range<usize>, target: Range<usize>) -> Bead {
    Bead {
        source,
        target,
        confidence: CONFIDENCE,
        moved: false,
        reasons: vec![Reason::Place],
    }
}

/// Ranges that follow each other as one; none if they are all empty, or do not follow each other.
fn joined<'a>(ranges: impl Iterator<Item = &'a Range<usize>>) -> Option<Range<usize>> {
    let mut ranges = ranges.filter(|range| !range.is_empty());
    let mut whole = ranges.next()?.clone();
    for range in ranges {
        if range.start != whole.end {
            return None;
        }
        whole.end = range.end;
    }
    Some(whole)
}

/// The sentences of a range block by block.
fn blocks(sentences: &[Sentence<'_>], range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in range {
        match found.last_mut() {
            Some(last) if sentences[last.start].block == sentences[at].block => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

fn is_as_long(source: &[Sentence<'_>], target: &[Sentence<'_>]) -> bool {
    let length = |sentences: &[Sentence<'_>]| {
        let characters = sentences
            .iter()
            .map(|sentence| sentence.text.chars().count());
        f64::from(u32::try_from(characters.sum::<usize>()).unwrap_or(u32::MAX))
    };
    LENGTHS.contains(&(length(target) / length(source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(kinds: &[(&'static str, usize)]) -> Vec<Sentence<'static>> {
        let sentence = |(kind, block): &(&'static str, usize)| Sentence {
            text: "Der Hof ist offen.",
            block: *block,
            kind,
        };
        kinds.iter().map(sentence).collect()
    }

    /// The beads after closing, as they are shown; `given` are ranges of source and target.
    fn shown(
        source: &[(&'static str, usize)],
        target: &[(&'static str, usize)],
        given: &[(Range<usize>, Range<usize>)],
    ) -> Vec<String> {
        let pair = Pair {
            source: sentences(source),
            target: sentences(target),
        };
        let beads = given.iter().map(|(source, target)| Bead {
            confidence: 1.0,
            ..bead(source.clone(), target.clone())
        });
        let beads: Vec<Bead> = beads.collect();
        let beads = closed(&pair, &beads, true);
        beads.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_left_between_two_pairs_is_one() {
        let text = [("paragraph", 0), ("paragraph", 0), ("paragraph", 0)];
        let given = [(0..1, 0..1), (1..2, 1..1), (2..2, 1..2), (2..3, 2..3)];
        assert_eq!(
            shown(&text, &text, &given),
            ["[0]:[0]", "[1]:[1]", "[2]:[2]"]
        );
    }

    #[test]
    fn blocks_of_other_kinds_or_numbers_are_none() {
        let source = [("paragraph", 0), ("heading", 1), ("paragraph", 2)];
        let target = [("paragraph", 0), ("list-item", 1), ("paragraph", 2)];
        let given = [(0..1, 0..1), (1..2, 1..1), (2..2, 1..2), (2..3, 2..3)];
        assert_eq!(shown(&source, &target, &given).len(), 4);
        let source = [
            ("paragraph", 0),
            ("paragraph", 1),
            ("paragraph", 2),
            ("paragraph", 3),
        ];
        let target = [("paragraph", 0), ("paragraph", 1), ("paragraph", 2)];
        let given = [(0..1, 0..1), (1..3, 1..1), (3..3, 1..2), (3..4, 2..3)];
        assert_eq!(shown(&source, &target, &given).len(), 4);
    }

    #[test]
    fn what_a_translation_adds_within_a_block_stays_with_its_neighbour() {
        let (source, target) = ([("paragraph", 0); 2], [("paragraph", 0); 3]);
        for (given, closed) in [
            (
                [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3)],
                ["[0]:[0, 1]", "[1]:[2]"],
            ),
            (
                [(0..0, 0..1), (0..1, 1..2), (1..2, 2..3)],
                ["[0]:[0, 1]", "[1]:[2]"],
            ),
            (
                [(0..1, 0..1), (1..2, 1..2), (2..2, 2..3)],
                ["[0]:[0]", "[1]:[1, 2]"],
            ),
        ] {
            assert_eq!(shown(&source, &target, &given), closed);
        }
        // In a block of its own it stays alone, and behind a sentence that lacks its translation.
        let blocks = [("paragraph", 0), ("paragraph", 1), ("paragraph", 2)];
        let given = [(0..1, 0..1), (1..1, 1..2), (1..2, 2..3)];
        assert_eq!(shown(&source, &blocks, &given).len(), 3);
        let long = [("paragraph", 0), ("heading", 1), ("paragraph", 2)];
        let given = [(0..1, 0..1), (1..2, 1..1), (2..2, 1..2), (2..3, 2..3)];
        assert_eq!(shown(&long, &target, &given).len(), 4);
    }

    #[test]
    fn the_text_of_a_picture_is_taken_from_the_sentence_before_it() {
        let text = [("paragraph", 0), ("alt", 1), ("paragraph", 2)];
        let given = [(0..2, 0..1), (2..2, 1..2), (2..3, 2..3)];
        assert_eq!(
            shown(&text, &text, &given),
            ["[0]:[0]", "[1]:[1]", "[2]:[2]"]
        );
    }
}
