//! Kinds of words, by how often their counterpart is found in a true translation.

use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::shape::{CLASSES, Step};
use super::vocabulary::{Side, Vocabulary};

/// A share per class and side: words of a class that have no counterpart although the sentences
/// translate each other. 0.0–1.0, the source's side first.
pub(super) type Shares = [[f32; CLASSES]; 2];

/// The class of each type: 0 number, 1 word with a good translation, 2 word with a weak one, 3 word
/// without any, 4 mark, 5 word with a capital within sentences.
pub(super) fn classes(words: &Vocabulary, lexicon: &Lexicon, p: &Parameters) -> Vec<u8> {
    let class = |(number, word): (u32, &String)| {
        let first = word.chars().next().unwrap_or(' ');
        let at = number as usize;
        if first.is_ascii_digit() {
            0
        } else if !first.is_alphabetic() {
            4
        } else if words.capitals[at] * 2 > words.counts[at] {
            5
        } else {
            let row = lexicon.row(number);
            match row.iter().map(|entry| entry.1).fold(0.0, f32::max) {
                best if best > p.good => 1,
                best if best > 0.0 => 2,
                _ => 3,
            }
        }
    };
    (0..).zip(&words.types).map(class).collect()
}

/// What the shares are estimated from.
pub(super) struct Sample<'a> {
    pub(super) sides: [&'a Side; 2],
    pub(super) words: [&'a Vocabulary; 2],
    pub(super) classes: [&'a [u8]; 2],
    /// The lexicon, and the same by target type.
    pub(super) lexicons: [&'a Lexicon; 2],
}

impl Sample<'_> {
    /// Estimates the shares of a document from its 1-1 beads.
    pub(super) fn shares(&self, steps: &[Step], p: &Parameters) -> Shares {
        let mut tokens: [Vec<(u8, f32)>; 2] = [Vec::new(), Vec::new()];
        for step in steps.iter().filter(|step| step.shape == (1, 1)) {
            let source = &self.sides[0].sentences[step.source];
            let target = &self.sides[1].sentences[step.target];
            self.collect(1, source, target, &mut tokens[1]);
            self.collect(0, target, source, &mut tokens[0]);
        }
        tokens.map(|tokens| {
            let mut shares = p.loose;
            for _ in 0..5 {
                let mut sums = p.loose.map(|share| share * p.loose_prior);
                let mut counts = [p.loose_prior; CLASSES];
                for (class, odds) in &tokens {
                    let class = usize::from(*class);
                    let share = shares[class];
                    sums[class] += share / (share + (1.0 - share) * odds);
                    counts[class] += 1.0;
                }
                for class in 0..CLASSES {
                    shares[class] = (sums[class] / counts[class]).max(p.loose_floor);
                }
            }
            shares
        })
    }

    /// For each word of `to`, its class and how much likelier `from` makes it.
    fn collect(&self, side: usize, from: &[u32], to: &[u32], out: &mut Vec<(u8, f32)>) {
        let lexicon = self.lexicons[1 - side];
        let mut found: Vec<(u32, f32)> = from
            .iter()
            .flat_map(|word| lexicon.row(*word).iter().copied())
            .collect();
        found.sort_by_key(|entry| entry.0);
        for word in to {
            let first = found.partition_point(|entry| entry.0 < *word);
            let sum: f32 = found[first..]
                .iter()
                .take_while(|entry| entry.0 == *word)
                .map(|entry| entry.1)
                .sum();
            let share = (sum / from.len() as f32).min(1.0);
            let class = self.classes[side][*word as usize];
            out.push((class, share / self.words[side].probability(*word)));
        }
    }
}
