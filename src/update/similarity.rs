//! How alike two sentences are, 0.0–1.0: the mean of word and character bigram overlap.

use std::collections::BTreeMap;

/// Least share of common words. Two sentences with less are never alike enough: nearly all their
/// letters would have to agree while their words do not.
const COMMON_WORDS: f64 = 0.1;

/// Two sentences and their likeness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) likeness: f64,
    pub(super) old: usize,
    pub(super) new: usize,
}

/// The pairs of folded sentences that are at least as alike as `threshold` asks of them. Only
/// pairs that share words are looked at, so the work grows with what there is to find.
pub(super) fn alike(
    olds: &[&str],
    news: &[&str],
    threshold: impl Fn(usize, usize) -> f64,
) -> Vec<Pair> {
    let mut numbers = BTreeMap::new();
    let old_shapes: Vec<Shape> = olds
        .iter()
        .map(|old| Shape::of(old, &mut numbers))
        .collect();
    let new_shapes: Vec<Shape> = news
        .iter()
        .map(|new| Shape::of(new, &mut numbers))
        .collect();
    // For each word, the old sentences that have it, and how often.
    let mut having: Vec<Vec<(usize, usize)>> = vec![Vec::new(); numbers.len()];
    for (old, shape) in old_shapes.iter().enumerate() {
        for (word, count) in &shape.words {
            having[*word].push((old, *count));
        }
    }
    let mut pairs = Vec::new();
    let mut shared = vec![0_usize; olds.len()];
    for (new, shape) in new_shapes.iter().enumerate() {
        let mut touched = Vec::new();
        for (word, count) in &shape.words {
            for (old, other) in &having[*word] {
                if shared[*old] == 0 {
                    touched.push(*old);
                }
                shared[*old] += (*count).min(*other);
            }
        }
        touched.sort_unstable();
        for old in touched {
            let other = &old_shapes[old];
            let words = dice(shared[old], shape.word_count + other.word_count);
            shared[old] = 0;
            let least = threshold(old, new);
            // Even if every letter agreed.
            if words < COMMON_WORDS || f64::midpoint(words, shape.most_bigrams(other)) < least {
                continue;
            }
            let likeness = f64::midpoint(words, shape.bigrams(other));
            if likeness >= least {
                pairs.push(Pair { likeness, old, new });
            }
        }
    }
    pairs
}

/// How alike two folded sentences are.
pub(super) fn likeness(one: &str, two: &str) -> f64 {
    let mut numbers = BTreeMap::new();
    let (one, two) = (Shape::of(one, &mut numbers), Shape::of(two, &mut numbers));
    let count = |shape: &Shape, word: usize| {
        let found = shape.words.binary_search_by_key(&word, |(own, _)| *own);
        found.map_or(0, |at| shape.words[at].1)
    };
    let shared = one
        .words
        .iter()
        .map(|(word, own)| (*own).min(count(&two, *word)));
    let words = dice(shared.sum(), one.word_count + two.word_count);
    f64::midpoint(words, one.bigrams(&two))
}

/// Those of the pairs in which each is the other's only best.
pub(super) fn mutual_best(pairs: &[Pair]) -> Vec<Pair> {
    let (mut by_old, mut by_new) = (BTreeMap::new(), BTreeMap::new());
    for pair in pairs {
        raise(&mut by_old, pair.old, pair.likeness);
        raise(&mut by_new, pair.new, pair.likeness);
    }
    let only = |best: &BTreeMap<usize, (f64, usize)>, key: usize, likeness: f64| {
        best.get(&key)
            .is_some_and(|(most, ties)| likeness >= *most && *ties == 1)
    };
    let is_best = |pair: &&Pair| {
        only(&by_old, pair.old, pair.likeness) && only(&by_new, pair.new, pair.likeness)
    };
    pairs.iter().filter(is_best).copied().collect()
}

fn raise(best: &mut BTreeMap<usize, (f64, usize)>, key: usize, likeness: f64) {
    let entry = best.entry(key).or_insert((likeness, 0));
    if likeness > entry.0 {
        *entry = (likeness, 1);
    } else if likeness >= entry.0 {
        entry.1 += 1;
    }
}

/// A sentence prepared for comparing.
#[derive(Debug)]
struct Shape {
    /// Numbers of its words and how often each occurs.
    words: Vec<(usize, usize)>,
    word_count: usize,
    /// Its pairs of characters, sorted.
    bigrams: Vec<(char, char)>,
}

impl Shape {
    fn of<'a>(fold: &'a str, numbers: &mut BTreeMap<&'a str, usize>) -> Self {
        let mut words: BTreeMap<usize, usize> = BTreeMap::new();
        let mut word_count = 0;
        for word in fold
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let next = numbers.len();
            *words
                .entry(*numbers.entry(word).or_insert(next))
                .or_default() += 1;
            word_count += 1;
        }
        let before = std::iter::once(' ').chain(fold.chars());
        let mut bigrams: Vec<(char, char)> = before.zip(fold.chars()).collect();
        bigrams.sort_unstable();
        Self {
            words: words.into_iter().collect(),
            word_count,
            bigrams,
        }
    }

    /// Overlap of the bigrams if the shorter sentence were all in the longer one.
    fn most_bigrams(&self, other: &Self) -> f64 {
        let (one, two) = (self.bigrams.len(), other.bigrams.len());
        dice(one.min(two), one + two)
    }

    fn bigrams(&self, other: &Self) -> f64 {
        let (mut one, mut two) = (self.bigrams.as_slice(), other.bigrams.as_slice());
        let total = one.len() + two.len();
        let mut shared = 0;
        while let ([a, rest @ ..], [b, tail @ ..]) = (one, two) {
            shared += usize::from(a == b);
            if a <= b {
                one = rest;
            }
            if b <= a {
                two = tail;
            }
        }
        dice(shared, total)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of one sentence are small"
)]
fn dice(shared: usize, total: usize) -> f64 {
    if total == 0 {
        return 1.0;
    }
    (2 * shared) as f64 / total as f64
}
