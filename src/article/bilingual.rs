//! Articles that quote an original beside its translation: `Es regnet.` and below it `_It rains._`.
//! Where the translation of such an article has the original only, it translates both.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::bitext::{Bead, Pair, Sentence};

/// Least words of an original: shorter texts are alike by chance.
const LEAST: usize = 3;

/// Tenths of the words that two texts have in common which are the same.
const SAME: usize = 8;

/// How much longer or shorter than its translation an original may be.
const LENGTHS: Range<f64> = 0.4..2.5;

/// Finds the sentences of originals: all those of a block that a block of the translation has nearly
/// word for word, if nothing else translates the block before it.
pub(super) fn originals(pair: &Pair<'_>, beads: &[Bead]) -> BTreeSet<usize> {
    let mut translations: Vec<Range<usize>> = vec![0..0; pair.source.len()];
    for bead in beads {
        translations[bead.source.clone()].fill(bead.target.clone());
    }
    let targets = blocks(&pair.target);
    let block_of = |at: usize| targets.partition_point(|block| block.end <= at);
    let mut found = BTreeSet::new();
    for neighbours in blocks(&pair.source).windows(2) {
        let [before, block] = neighbours else {
            continue;
        };
        let share = length(&pair.source[block.clone()]) / length(&pair.source[before.clone()]);
        if !LENGTHS.contains(&share) {
            continue;
        }
        let quoted = words(&pair.source[block.clone()]);
        if is_same(&quoted, &words(&pair.source[before.clone()])) {
            continue;
        }
        let both = before.start..block.end;
        let places = translations[both].iter().cloned().flatten();
        let translating: BTreeSet<usize> = places.map(block_of).collect();
        let is_original = |at: &usize| is_same(&quoted, &words(&pair.target[targets[*at].clone()]));
        let Some(original) = translating.into_iter().find(is_original) else {
            continue;
        };
        let mut others = translations[before.clone()].iter().cloned().flatten();
        if others.all(|at| block_of(at) == original) {
            found.extend(block.clone());
        }
    }
    found
}

/// The pair without some sentences of its source.
pub(super) fn without<'a>(pair: &Pair<'a>, left_out: &BTreeSet<usize>) -> Pair<'a> {
    let source = pair.source.iter().enumerate();
    let source = source.filter(|(at, _)| !left_out.contains(at));
    Pair {
        source: source.map(|(_, sentence)| sentence.clone()).collect(),
        target: pair.target.clone(),
    }
}

/// Gives each sentence that was left out to the bead of the sentence before it.
pub(super) fn with_left_out(
    beads: Vec<Bead>,
    left_out: &BTreeSet<usize>,
    count: usize,
) -> Vec<Bead> {
    let kept: Vec<usize> = (0..count).filter(|at| !left_out.contains(at)).collect();
    let place = |at: usize| kept.get(at).copied().unwrap_or(count);
    let bead = |bead: Bead| {
        let Range { start, end } = bead.source;
        let source = if start == end {
            place(start)..place(start)
        } else {
            place(start)..place(end)
        };
        Bead { source, ..bead }
    };
    beads.into_iter().map(bead).collect()
}

/// The sentences of each block.
fn blocks(sentences: &[Sentence<'_>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        match found.last_mut() {
            Some(last) if sentences[last.start].block == sentence.block => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// The words of sentences without the marks between them, in lower case.
fn words<'a>(sentences: impl IntoIterator<Item = &'a Sentence<'a>>) -> Vec<String> {
    let sentences = sentences.into_iter();
    let parts = sentences.flat_map(|sentence| sentence.text.split(|c: char| !c.is_alphanumeric()));
    let words = parts.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether two texts have nearly the same words.
fn is_same(words: &[String], others: &[String]) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in others {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in words {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    words.len() >= LEAST && common * 10 >= words.len().max(others.len()) * SAME
}

fn length(sentences: &[Sentence<'_>]) -> f64 {
    let characters = sentences
        .iter()
        .map(|sentence| sentence.text.chars().count());
    f64::from(u32::try_from(characters.sum::<usize>()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bitext::{Known, Parameters, align};

    fn sentences<'a>(blocks: &[&[&'a str]]) -> Vec<Sentence<'a>> {
        let sentence = |block, text| Sentence {
            text,
            block,
            kind: "paragraph",
        };
        let each = blocks.iter().enumerate();
        each.flat_map(|(block, texts)| texts.iter().map(move |text| sentence(block, *text)))
            .collect()
    }

    #[test]
    fn an_original_is_no_sentence_of_the_source() {
        let quoted = sentences(&[
            &["Der Hof ist offen."],
            &["Es regnet seit gestern Abend. Wir bleiben im Haus."],
            &["_It rains since yesterday evening. We stay in the house._"],
            &["Morgen scheint die Sonne wieder."],
        ]);
        let target = sentences(&[
            &["The yard is open."],
            &["It rains since yesterday evening. We stay in the house."],
            &["Tomorrow the sun will shine again."],
        ]);
        let found = |source: &[Sentence<'static>], target: &[Sentence<'static>]| {
            let pair = Pair {
                source: source.to_vec(),
                target: target.to_vec(),
            };
            let beads = align(
                std::slice::from_ref(&pair),
                &Known::default(),
                &Parameters::default(),
            );
            originals(&pair, &beads[0])
        };
        assert_eq!(found(&quoted, &target), BTreeSet::from([2]));
        // A translation that has both translates both.
        let mut both = target.clone();
        both.insert(
            1,
            sentences(&[&["It is raining since last evening, so we stay at home."]])[0].clone(),
        );
        for (block, sentence) in both.iter_mut().enumerate() {
            sentence.block = block;
        }
        assert_eq!(found(&quoted, &both), BTreeSet::new());
        // What is alone is quoted in both.
        let mut alone = quoted.clone();
        alone.remove(1);
        assert_eq!(found(&alone, &target), BTreeSet::new());
    }

    #[test]
    fn what_was_left_out_follows_the_sentence_before_it() {
        let bead = |source: Range<usize>, target: Range<usize>| Bead {
            source,
            target,
            confidence: 1.0,
            moved: false,
            reasons: Vec::new(),
        };
        let beads = vec![
            bead(0..1, 0..1),
            bead(1..2, 1..2),
            bead(2..2, 2..3),
            bead(2..3, 3..4),
        ];
        let given = with_left_out(beads, &BTreeSet::from([2, 3]), 5);
        let sources: Vec<_> = given.into_iter().map(|bead| bead.source).collect();
        assert_eq!(sources, [0..1, 1..4, 4..4, 4..5]);
    }
}
