//! The texts of an index that are most similar to another one.

use std::cmp::Reverse;
use std::ops::Range;

use super::distance::Pattern;
use super::gram::{Grams, each_number};
use super::index::{Band, Index, SIZES};

/// Bytes of lists that are read for a query in an index of [`READ_TEXTS`] texts; in larger ones more,
/// by the square root. Lists of rare groups come first.
const READ: f64 = 160_000.0;
const READ_TEXTS: f64 = 200_000.0;

/// Blocks of 64 characters that are worked out at most, over all texts that a query is compared with.
const COMPARED_BLOCKS: usize = 110_000;

/// Which share of their groups two texts have at least in common, where they are as similar as
/// this. Measured on pairs of German sentences: one in a thousand has less.
const LEAST_SHARED: [(f64, f64); 6] = [
    (0.0, 0.0),
    (0.5, 0.04),
    (0.6, 0.15),
    (0.7, 0.3),
    (0.8, 0.4),
    (1.0, 0.7),
];

/// So many groups fewer may be in common, by chance: it counts in short texts.
const LEEWAY: f64 = 2.0;

/// A text of an index and how similar it is to the one that was looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The place of the text in the list that the index was made of.
    pub number: usize,
    /// 1 less the edit distance in characters over the length of the longer text, 0.0–1.0.
    pub similarity: f64,
}

/// Looks for texts in an index, one query after the other.
#[derive(Debug)]
pub struct Search<'a> {
    index: &'a Index,
    grams: Grams,
    /// How many groups each text of a band shares with the query.
    shared: Vec<u8>,
}

/// A text that may be similar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// The share of groups in common, in 255 steps.
    share: u8,
    place: Reverse<u32>,
}

impl<'a> Search<'a> {
    /// Makes ready for queries.
    pub fn new(index: &'a Index) -> Self {
        let longest = index.bands().iter().map(|band| band.places.len()).max();
        Self {
            index,
            grams: Grams::default(),
            shared: vec![0; longest.unwrap_or(0) + 1],
        }
    }

    /// Returns the texts that are most similar to `query`, at most `count`, none below `floor`
    /// (0.0–1.0, at least .3). The best comes first, of equal ones the shorter.
    ///
    /// The answer is that of a comparison with every text, but for what has hardly a group of
    /// characters in common with the query although it is similar, which is rare and next to `floor`:
    /// `cargo bench --bench memory` compares the two.
    pub fn best(&mut self, query: &str, floor: f64, count: usize) -> Vec<Match> {
        let floor = floor.max(0.3);
        let mut pattern = Pattern::of(query);
        let lengths = similar_lengths(pattern.length(), floor);
        let places = self.index.places(lengths);
        let candidates = self.candidates(query, pattern.length(), &places);
        let mut best = Best {
            matches: Vec::new(),
            count,
            floor,
        };
        let groups = pattern.length().saturating_sub(3).max(1) as f64;
        for candidate in candidates {
            let place = candidate.place.0 as usize;
            let share = f64::from(candidate.share) / 255.0 + LEEWAY / groups;
            if share < least_shared(best.bound()) {
                break;
            }
            let length = self.index.length_at(place);
            let longer = pattern.length().max(length).max(1) as f64;
            let limit = ((1.0 - best.bound()) * longer + 1e-9) as usize;
            let text = self.index.text_at(place);
            if let Some(distance) = pattern.distance(text, length, limit) {
                best.take(Match {
                    number: self.index.number_at(place),
                    similarity: 1.0 - distance as f64 / longer,
                });
            }
        }
        best.matches
    }

    /// Returns the texts to be compared, the most promising first.
    fn candidates(&mut self, query: &str, length: usize, places: &Range<usize>) -> Vec<Candidate> {
        let index = self.index;
        let touched =
            |band: &&Band| band.places.start < places.end && band.places.end > places.start;
        let texts: usize = index
            .bands()
            .iter()
            .filter(touched)
            .map(|band| band.places.len())
            .sum();
        let grams = SIZES.map(|size| (size, self.grams.of(query, size).to_vec()));
        let read = READ * (index.len() as f64 / READ_TEXTS).max(1.0).sqrt();
        let mut candidates = Vec::new();
        for band in index.bands().iter().filter(touched) {
            let (_, grams) = { grams.iter().find(|(size, _)| *size == band.size) }
                .expect("a band has one of the sizes");
            let budget = (read * band.places.len() as f64 / texts as f64) as usize;
            self.count(band, grams, budget, &mut candidates);
        }
        let blocks = length.max(1) * length.div_ceil(64).max(1);
        keep_best(
            &mut candidates,
            (COMPARED_BLOCKS / blocks).clamp(100, 2_500),
        );
        candidates
    }

    /// Adds the texts of a band that share groups with the query. Of the lists the shortest are
    /// read, until they have `budget` bytes.
    fn count(
        &mut self,
        band: &Band,
        grams: &[u32],
        budget: usize,
        candidates: &mut Vec<Candidate>,
    ) {
        let mut lists: Vec<&[u8]> = grams.iter().map(|gram| band.postings(*gram)).collect();
        lists.sort_unstable_by_key(|list| list.len());
        let mut bytes = 0;
        let within = lists.iter().position(|list| {
            bytes += list.len();
            bytes > budget
        });
        let read = within.unwrap_or(lists.len()).max(1);
        let shared = &mut self.shared[..=band.places.len()];
        shared.fill(0);
        for list in &lists[..read] {
            each_number(list, |number| {
                shared[number] = shared[number].saturating_add(1);
            });
        }
        let part = read as f64 / grams.len() as f64;
        let least = (read as f64 * LEAST_SHARED[1].1 * 0.75).ceil() as u8;
        for (number, shared) in shared.iter().enumerate().skip(1) {
            if *shared >= least.max(1) {
                let place = band.places.start + number - 1;
                let length = self.index.length_at(place);
                let groups = (length + 1).saturating_sub(band.size).max(1) as f64;
                let share = f64::from(*shared) / (groups * part).max(read as f64);
                candidates.push(Candidate {
                    share: (share.min(1.0) * 255.0) as u8,
                    place: Reverse(u32::try_from(place).unwrap_or(u32::MAX)),
                });
            }
        }
    }
}

/// The best matches so far.
#[derive(Debug)]
struct Best {
    matches: Vec<Match>,
    count: usize,
    floor: f64,
}

impl Best {
    /// Returns how similar a text must be to be of interest.
    fn bound(&self) -> f64 {
        match self.matches.last() {
            Some(last) if self.matches.len() == self.count => last.similarity,
            _ => self.floor,
        }
    }

    fn take(&mut self, found: Match) {
        let at = self
            .matches
            .partition_point(|m| m.similarity >= found.similarity);
        self.matches.insert(at, found);
        self.matches.truncate(self.count);
    }
}

/// Returns the lengths that a text may have to be as similar as `floor` to one of `length`.
fn similar_lengths(length: usize, floor: f64) -> Range<usize> {
    let length = length as f64;
    let (least, most) = (length * floor - 1e-9, length / floor + 1e-9);
    least.ceil() as usize..most as usize + 1
}

/// Keeps the first `count` candidates, in order.
fn keep_best(candidates: &mut Vec<Candidate>, count: usize) {
    if candidates.len() > count {
        candidates.select_nth_unstable_by(count, |a, b| b.cmp(a));
        candidates.truncate(count);
    }
    candidates.sort_unstable_by(|a, b| b.cmp(a));
}

/// Returns the share of groups that texts as similar as `bound` have in common.
fn least_shared(bound: f64) -> f64 {
    let (from, to) = { LEAST_SHARED.windows(2).map(|pair| (pair[0], pair[1])) }
        .find(|(_, to)| bound <= to.0)
        .unwrap_or((LEAST_SHARED[4], LEAST_SHARED[5]));
    from.1 + (bound - from.0) / (to.0 - from.0) * (to.1 - from.1)
}
