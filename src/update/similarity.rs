//! How alike two sentences are, 0.0–1.0: the mean of word and character bigram overlap.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

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

/// So many pairs of sentences that share a word are all looked at, and at least so many old ones for
/// each new sentence where there are more pairs.
const MOST_PAIRS: usize = 250_000;
const LEAST_OLD: usize = 48;

/// The pairs of folded sentences that are at least as alike as `threshold` asks of them. Only pairs
/// that share words are looked at; where those are very many, the ones that share the rarest words,
/// and of those that share a common word the ones that stand at about the same place.
pub(super) fn alike(
    olds: &[&str],
    news: &[&str],
    threshold: impl Fn(usize, usize) -> f64,
) -> Vec<Pair> {
    let mut numbers = FxHashMap::default();
    let old_shapes: Vec<Shape> = olds
        .iter()
        .map(|old| Shape::of(old, &mut numbers))
        .collect();
    let new_shapes: Vec<Shape> = news
        .iter()
        .map(|new| Shape::of(new, &mut numbers))
        .collect();
    // For each word, the old sentences that have it.
    let mut having: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
    for (old, shape) in old_shapes.iter().enumerate() {
        for (word, _) in &shape.words {
            having[*word].push(old);
        }
    }
    let most = if olds.len().saturating_mul(news.len()) <= MOST_PAIRS {
        usize::MAX
    } else {
        LEAST_OLD.max(MOST_PAIRS / news.len())
    };
    let mut pairs = Vec::new();
    let mut candidates = Candidates::new(olds.len());
    for (new, shape) in new_shapes.iter().enumerate() {
        let expected = new * olds.len() / news.len();
        for old in candidates.of(shape, &having, expected, most) {
            let other = &old_shapes[*old];
            let words = dice(shape.shared(other), shape.word_count + other.word_count);
            let least = threshold(*old, new);
            // Even if every letter agreed.
            if words < COMMON_WORDS || f64::midpoint(words, shape.most_bigrams(other)) < least {
                continue;
            }
            let likeness = f64::midpoint(words, shape.bigrams(other));
            if likeness >= least {
                pairs.push(Pair {
                    likeness,
                    old: *old,
                    new,
                });
            }
        }
    }
    pairs
}

/// Finds the old sentences that a new one is compared with.
struct Candidates {
    is_found: Vec<bool>,
    found: Vec<usize>,
}

impl Candidates {
    fn new(olds: usize) -> Self {
        Self {
            is_found: vec![false; olds],
            found: Vec::new(),
        }
    }

    /// The old sentences that share a word with a new one, ascending: about `most`, first those that
    /// share its rarest word. `having` says which have a word, and `expected` which one would stand at
    /// the same place.
    fn of(
        &mut self,
        shape: &Shape,
        having: &[Vec<usize>],
        expected: usize,
        most: usize,
    ) -> &[usize] {
        for old in self.found.drain(..) {
            self.is_found[old] = false;
        }
        let mut words: Vec<usize> = shape.words.iter().map(|(word, _)| *word).collect();
        if most < usize::MAX {
            words.sort_unstable_by_key(|word| (having[*word].len(), *word));
        }
        for word in words {
            let all = &having[word];
            let room = most.saturating_sub(self.found.len());
            let near = if all.len() <= room {
                all.as_slice()
            } else {
                let middle = all.partition_point(|old| *old < expected);
                let start = middle.saturating_sub(room / 2).min(all.len() - room);
                &all[start..start + room]
            };
            for old in near {
                if !std::mem::replace(&mut self.is_found[*old], true) {
                    self.found.push(*old);
                }
            }
        }
        self.found.sort_unstable();
        &self.found
    }
}

/// How alike two folded sentences are.
pub(super) fn likeness(one: &str, two: &str) -> f64 {
    let mut numbers = FxHashMap::default();
    let (one, two) = (Shape::of(one, &mut numbers), Shape::of(two, &mut numbers));
    let words = dice(one.shared(&two), one.word_count + two.word_count);
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
    fn of<'a>(fold: &'a str, numbers: &mut FxHashMap<&'a str, usize>) -> Self {
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

    /// How many words both have.
    fn shared(&self, other: &Self) -> usize {
        let (mut one, mut two) = (self.words.as_slice(), other.words.as_slice());
        let mut shared = 0;
        while let ([(a, here), rest @ ..], [(b, there), tail @ ..]) = (one, two) {
            if a == b {
                shared += here.min(there);
            }
            if a <= b {
                one = rest;
            }
            if b <= a {
                two = tail;
            }
        }
        shared
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
