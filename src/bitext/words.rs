//! Which words of two sentences translate each other.

use std::cmp::Reverse;
use std::ops::Range;

use super::basic::basic;
use super::induce::{Lesson, induce};
use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::vocabulary::Vocabulary;
use crate::language::{Kind, Tokens};

/// Below this score two words are no pair.
const LEAST: f32 = 0.2;

/// How much of its score a pair loses whose words stand at opposite ends of their sentences.
const DISTANCE: f32 = 0.3;

/// A word of a sentence and the one that translates it, by their places in UTF-8 bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct WordPair {
    /// The place in the source.
    pub source: Range<usize>,
    /// The place in the target.
    pub target: Range<usize>,
    /// How well they fit, 0.0–1.0.
    pub score: f32,
}

/// Words that translate each other, learnt from sentences that do.
///
/// # Examples
/// ```
/// use satz::bitext::WordAligner;
/// let aligner = WordAligner::learn([
///     ("Der Markt ist offen.", "The market is open."),
///     ("Der Markt ist zu.", "The market is closed."),
/// ]);
/// let (source, target) = ("Der Markt in Bonn", "In Bonn, the market");
/// let pairs = aligner.pairs(source, target);
/// let words: Vec<_> = pairs.iter().map(|p| (&source[p.source.clone()], &target[p.target.clone()])).collect();
/// assert!(words.contains(&("Markt", "market")) && words.contains(&("Bonn", "Bonn")));
/// ```
#[derive(Debug, Default)]
pub struct WordAligner {
    source: Vocabulary,
    target: Vocabulary,
    lexicon: Lexicon,
}

/// A word as it is compared.
struct Word {
    span: Range<usize>,
    kind: Kind,
    norm: String,
    /// Its types in the vocabulary.
    types: Vec<u32>,
}

impl WordAligner {
    /// Learns words from sentences and their translations, and knows those that every text has.
    pub fn learn<'t>(sentences: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let parameters = Parameters::default();
        let (sources, targets): (Vec<&str>, Vec<&str>) = sentences.into_iter().unzip();
        let (mut source, mut target) = (Vocabulary::default(), Vocabulary::default());
        let source_side = source.read(&sources);
        let target_side = target.read(&targets);
        let sides = source_side.sentences.into_iter().zip(target_side.sentences);
        let lessons: Vec<Lesson> = { sides }
            .map(|(source, target)| Lesson {
                source: types(source),
                target: types(target),
                weight: 1.0,
            })
            .collect();
        let common = basic([&source, &target], &parameters);
        let lexicon = induce(&lessons, &parameters).joined(&common);
        Self {
            source,
            target,
            lexicon,
        }
    }

    /// Returns the words of two sentences that translate each other, each at most once, in the order of
    /// the source.
    pub fn pairs(&self, source: &str, target: &str) -> Vec<WordPair> {
        let source_words = words(source, &self.source);
        let target_words = words(target, &self.target);
        let place = |at: usize, words: &[Word]| at as f32 / words.len().max(2) as f32;
        let mut scored: Vec<(f32, usize, usize)> = Vec::new();
        for (from, source_word) in source_words.iter().enumerate() {
            for (to, target_word) in target_words.iter().enumerate() {
                let likeness = self.likeness(source_word, target_word);
                let distance = (place(from, &source_words) - place(to, &target_words)).abs();
                let score = likeness - DISTANCE * distance;
                if score >= LEAST {
                    scored.push((score, from, to));
                }
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut taken = (
            vec![false; source_words.len()],
            vec![false; target_words.len()],
        );
        let mut pairs = Vec::new();
        for (score, from, to) in scored {
            if !taken.0[from] && !taken.1[to] {
                (taken.0[from], taken.1[to]) = (true, true);
                pairs.push(WordPair {
                    source: source_words[from].span.clone(),
                    target: target_words[to].span.clone(),
                    score,
                });
            }
        }
        pairs.sort_by_key(|pair| (pair.source.start, Reverse(pair.source.end)));
        pairs
    }

    /// How much speaks for two words as a pair, wherever they stand.
    fn likeness(&self, source: &Word, target: &Word) -> f32 {
        if source.norm == target.norm {
            return match source.kind {
                Kind::Mark => 0.5,
                _ => 1.0,
            };
        }
        if source.kind != Kind::Word || target.kind != Kind::Word {
            return 0.0;
        }
        let rows = source.types.iter().flat_map(|s| self.lexicon.row(*s));
        let learnt = rows.filter(|(other, _)| target.types.contains(other));
        let learnt = learnt.map(|(_, weight)| *weight).fold(0.0, f32::max);
        learnt
            .min(0.9)
            .max(spelled_alike(&source.norm, &target.norm))
    }
}

/// How much two words of some length are spelled alike; 0 if that may be chance.
fn spelled_alike(source: &str, target: &str) -> f32 {
    let length = |word: &str| word.chars().count();
    if length(source) < 4 || length(target) < 4 {
        return 0.0;
    }
    match strsim::normalized_levenshtein(source, target) as f32 {
        likeness if likeness >= 0.66 => 0.8 * likeness,
        _ => 0.0,
    }
}

/// The types of a sentence, each once.
fn types(mut sentence: Vec<u32>) -> Vec<u32> {
    sentence.sort_unstable();
    sentence.dedup();
    sentence
}

fn words(text: &str, vocabulary: &Vocabulary) -> Vec<Word> {
    let tokens = Tokens::of(text);
    let tokens = tokens.list.iter().enumerate().map(|(at, token)| Word {
        span: token.span.clone(),
        kind: token.kind,
        norm: tokens.word(at).unwrap_or_default().to_owned(),
        types: vocabulary.find_all(&text[token.span.clone()]),
    });
    tokens.collect()
}
