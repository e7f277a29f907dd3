//! How alike two sentences are, 0.0–1.0: the mean of word and character bigram overlap.

use std::collections::BTreeMap;

/// A sentence prepared for comparing.
#[derive(Debug)]
pub(super) struct Shape {
    words: BTreeMap<String, usize>,
    bigrams: BTreeMap<(char, char), usize>,
    word_count: usize,
    bigram_count: usize,
}

impl Shape {
    pub(super) fn of(fold: &str) -> Self {
        let mut words = BTreeMap::new();
        let mut word_count = 0;
        for word in fold
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
        {
            *words.entry(word.to_owned()).or_default() += 1;
            word_count += 1;
        }
        let mut bigrams = BTreeMap::new();
        let mut bigram_count = 0;
        let mut last = ' ';
        for c in fold.chars() {
            *bigrams.entry((last, c)).or_default() += 1;
            bigram_count += 1;
            last = c;
        }
        Self {
            words,
            bigrams,
            word_count,
            bigram_count,
        }
    }

    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let words = dice(
            &self.words,
            &other.words,
            self.word_count + other.word_count,
        );
        let bigrams = dice(
            &self.bigrams,
            &other.bigrams,
            self.bigram_count + other.bigram_count,
        );
        f64::midpoint(words, bigrams)
    }
}

fn dice<K: Ord>(a: &BTreeMap<K, usize>, b: &BTreeMap<K, usize>, total: usize) -> f64 {
    if total == 0 {
        return 1.0;
    }
    let shared: usize = a
        .iter()
        .filter_map(|(key, count)| b.get(key).map(|other| count.min(other)))
        .sum();
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of one sentence are small"
    )]
    let likeness = (2 * shared) as f64 / total as f64;
    likeness
}
