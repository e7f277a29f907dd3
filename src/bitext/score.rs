//! How well sentences fit each other: by their words and by their lengths.

use std::ops::Range;

use super::class::Shares;
use super::corridor::Corridor;
use super::habit::Habits;
use super::length::Lengths;
use super::lexicon::Lexicon;
use super::parameters::Parameters;
use super::posting::Postings;
use super::shape::{CLASSES, MOST, SHAPES};
use super::structure::Structure;
use super::vocabulary::{Side, Vocabulary};

/// What scoring needs to know.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    /// Source and target.
    pub(super) sides: [&'a Side; 2],
    pub(super) postings: [&'a Postings; 2],
    pub(super) words: [&'a Vocabulary; 2],
    pub(super) classes: [&'a [u8]; 2],
    /// The lexicon, and the same by target type.
    pub(super) lexicons: [&'a Lexicon; 2],
    /// Words without counterpart.
    pub(super) shares: Shares,
    pub(super) lengths: &'a Lengths,
    pub(super) habits: &'a Habits,
    pub(super) structure: &'a Structure,
    pub(super) parameters: &'a Parameters,
}

/// The score of every bead that begins at a place of a corridor, as the logarithm of how much
/// likelier the sentences are as translations than by chance.
pub(super) struct Scores {
    /// The places.
    pub(super) corridor: Corridor,
    beads: Vec<[f32; SHAPES.len()]>,
}

impl Scores {
    /// Scores the beads between two stretches of a document, numbered from their beginnings, within
    /// a corridor.
    pub(super) fn of(
        evidence: &Evidence<'_>,
        source: &Range<usize>,
        target: &Range<usize>,
        corridor: Corridor,
    ) -> Self {
        let p = evidence.parameters;
        let stretches = [source, target];
        let forth: Vec<[f32; MOST]> = directed(evidence, stretches, 0, &corridor);
        let back: Vec<[f32; MOST]> = directed(evidence, stretches, 1, &corridor);
        let (n, m) = (source.len(), target.len());
        let mut beads = vec![[f32::NEG_INFINITY; SHAPES.len()]; corridor.size()];
        for (i, j, place) in corridor.places() {
            let right = corridor.row(i).end;
            let below: [Option<usize>; MOST] = std::array::from_fn(|a| corridor.place(i + a, j));
            for (shape, (a, b)) in SHAPES.iter().copied().enumerate() {
                let held = i + a <= n
                    && j + b <= m.min(right)
                    && below[..a].iter().all(Option::is_some)
                    && corridor.place(i + a, j + b).is_some();
                if !held {
                    continue;
                }
                let forth = forth[place..place + b].iter().map(|scores| scores[a - 1]);
                let below = below[..a].iter().flatten();
                let back = below.map(|place| back[*place][b - 1]);
                let words = forth.sum::<f32>() + back.sum::<f32>();
                let from = source.start + i..source.start + i + a;
                let to = target.start + j..target.start + j + b;
                let structure = evidence.structure.score(&from, &to, p);
                let length = evidence.lengths.score(&from, &to, p);
                beads[place][shape] = p.lexical * words / 2.0
                    + p.length * length
                    + structure
                    + evidence.habits.shapes[shape];
            }
        }
        Self { corridor, beads }
    }

    /// The scores of the beads that begin at a place and exist: the shape's number and score.
    pub(super) fn at(&self, place: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        let scores = self.beads[place].iter().copied().enumerate();
        scores.filter(|(_, score)| *score > f32::NEG_INFINITY)
    }
}

/// The score of one sentence against one, by their words and lengths, at every place of a corridor.
pub(super) fn singles(evidence: &Evidence<'_>, corridor: &Corridor) -> Vec<f32> {
    let p = evidence.parameters;
    let [n, m] = evidence.sides.map(|side| side.sentences.len());
    let stretches = [&(0..n), &(0..m)];
    let [forth, back] = [0, 1].map(|from| directed::<1>(evidence, stretches, from, corridor));
    let score = |(i, j, place): (usize, usize, usize)| {
        if i == n || j == m {
            return f32::NEG_INFINITY;
        }
        let length = evidence.lengths.score(&(i..i + 1), &(j..j + 1), p);
        p.lexical * (forth[place][0] + back[place][0]) / 2.0 + p.length * length
    };
    corridor.places().map(score).collect()
}

/// For each group of 1..=`N` sentences of one side that begins at a place, how well its words
/// explain those of the one sentence of the other side there. `from` is 0 if the group is of the
/// source.
///
/// A word of the other side comes from the group's words, or with the share of its class from
/// nowhere; the score is the logarithm of that likelihood over the word's own probability.
fn directed<const N: usize>(
    evidence: &Evidence<'_>,
    stretches: [&Range<usize>; 2],
    from: usize,
    corridor: &Corridor,
) -> Vec<[f32; N]> {
    let mut out = vec![[f32::NEG_INFINITY; N]; corridor.size()];
    let group = &evidence.sides[from].sentences[stretches[from].clone()];
    let words = Explained::of(evidence, 1 - from, stretches[1 - from]);
    let singles = words.stretch.len();
    let columns: Vec<Range<usize>> = if from == 1 {
        corridor.columns(group.len())
    } else {
        (0..group.len()).map(|row| corridor.row(row)).collect()
    };
    let ground = words.ground();
    let mut row = vec![0.0_f32; singles];
    // What the words of a sentence may mean, from the first group that has it to the last.
    let mut meanings: Vec<Option<Vec<(u32, f32)>>> = vec![None; group.len()];
    for (start, column) in columns.iter().enumerate() {
        let range = column.start..column.end.min(singles);
        if start > 0 {
            meanings[start - 1] = None;
        }
        if range.is_empty() {
            continue;
        }
        let mut found: Vec<(u32, f32)> = Vec::new();
        let mut size = 0;
        for (more, sentence) in group[start..].iter().take(N).enumerate() {
            let more_found = meanings[start + more].get_or_insert_with(|| {
                // Nothing before this column is asked for again, and nothing beyond its own.
                let near = range.start..columns[start + more].end.min(singles);
                words.meant(sentence, evidence.lexicons[from], &near)
            });
            found = match more {
                0 => more_found.clone(),
                _ => sum(&found, more_found),
            };
            size += sentence.len();
            row[range.clone()].copy_from_slice(&ground[range.clone()]);
            for (word, sum) in &found {
                words.gain(*word, (sum / size as f32).min(1.0), &range, &mut row);
            }
            for at in range.clone() {
                let place = match from {
                    0 => corridor.place(start, at),
                    _ => corridor.place(at, start),
                };
                if let Some(place) = place {
                    out[place][more] = row[at];
                }
            }
        }
    }
    out
}

/// Both lists in the order of the words, with what is there for the same word added up. Each has
/// each word once.
fn sum(one: &[(u32, f32)], more: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut out: Vec<(u32, f32)> = Vec::with_capacity(one.len() + more.len());
    let mut one = one.iter().copied().peekable();
    for (word, weight) in more.iter().copied() {
        while let Some(entry) = one.next_if(|entry| entry.0 < word) {
            out.push(entry);
        }
        let same = one.next_if(|entry| entry.0 == word);
        out.push((word, same.map_or(0.0, |entry| entry.1) + weight));
    }
    out.extend(one);
    out
}

/// The words that are to be explained: those of a stretch of one side.
struct Explained<'a> {
    words: &'a Vocabulary,
    classes: &'a [u8],
    shares: [f32; CLASSES],
    postings: &'a Postings,
    sentences: &'a [Vec<u32>],
    stretch: &'a Range<usize>,
}

impl<'a> Explained<'a> {
    fn of(evidence: &Evidence<'a>, side: usize, stretch: &'a Range<usize>) -> Self {
        Self {
            words: evidence.words[side],
            classes: evidence.classes[side],
            shares: evidence.shares[side],
            postings: evidence.postings[side],
            sentences: &evidence.sides[side].sentences[stretch.clone()],
            stretch,
        }
    }

    fn share(&self, word: u32) -> f32 {
        self.shares[usize::from(self.classes[word as usize])]
    }

    /// The scores of the sentences if all their words come from nowhere.
    fn ground(&self) -> Vec<f32> {
        let logs = self.shares.map(f32::ln);
        let log = |word: &u32| logs[usize::from(self.classes[*word as usize])];
        let sentences = self.sentences.iter();
        sentences.map(|words| words.iter().map(log).sum()).collect()
    }

    /// The places of a word within some sentences, which are numbered within the stretch.
    fn places(&self, word: u32, range: &Range<usize>) -> &[(u32, u32)] {
        let first = self.stretch.start;
        let range = first + range.start..first + range.end;
        self.postings.within(word, &range)
    }

    /// The words that stand within some sentences and may translate the other side's, in their
    /// order, each with its weight.
    fn meant(&self, other: &[u32], lexicon: &Lexicon, near: &Range<usize>) -> Vec<(u32, f32)> {
        let meanings = other.iter().flat_map(|word| lexicon.row(*word));
        let mut out: Vec<(u32, f32)> = meanings
            .filter(|(word, _)| !self.places(*word, near).is_empty())
            .copied()
            .collect();
        out.sort_by_key(|entry| entry.0);
        out.dedup_by(|next, entry| {
            let same = next.0 == entry.0;
            if same {
                entry.1 += next.1;
            }
            same
        });
        out
    }

    /// Adds what a word is better explained, wherever it stands within the range.
    fn gain(&self, word: u32, probability: f32, range: &Range<usize>, row: &mut [f32]) {
        let inside = self.places(word, range);
        if inside.is_empty() {
            return;
        }
        let share = self.share(word);
        let odds = probability / self.words.probability(word);
        let gain = (1.0 + (1.0 - share) * odds / share).ln();
        for (sentence, count) in inside {
            row[*sentence as usize - self.stretch.start] += gain * *count as f32;
        }
    }
}

impl Evidence<'_> {
    /// How well the sentences of a bead fit each other, rivals aside: 0.0–1.0.
    pub(super) fn fit(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let shape = (source.len(), target.len());
        let whole = Corridor::whole(shape.0, shape.1);
        let scores = Scores::of(self, source, target, whole);
        let score = scores.at(0).find(|(number, _)| SHAPES[*number] == shape);
        let score = score.map_or(0.0, |(number, score)| score - self.habits.shapes[number]);
        1.0 / (1.0 + (-score / self.parameters.fit).exp())
    }

    /// Words of both sides that have a good counterpart on the other, and all words; marks and
    /// single letters are none.
    pub(super) fn matched(&self, source: &Range<usize>, target: &Range<usize>) -> (usize, usize) {
        let [from, to] = [(0, source), (1, target)].map(|(side, range): (usize, &Range<usize>)| {
            let mut words = self.sides[side].sentences[range.clone()].concat();
            words.retain(|word| self.classes[side][*word as usize] != 4);
            words.sort_unstable();
            words
        });
        let count = |side: usize, own: &[u32], other: &[u32]| {
            let good = |word: &&u32| {
                let row = self.lexicons[side].row(**word).iter();
                row.filter(|(_, weight)| *weight > 0.1)
                    .any(|(translation, _)| other.binary_search(translation).is_ok())
            };
            own.iter().filter(good).count()
        };
        let found = count(0, &from, &to) + count(1, &to, &from);
        (found, from.len() + to.len())
    }
}
