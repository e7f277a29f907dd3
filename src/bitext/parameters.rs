//! Every number that an alignment depends on, in one place.

/// Every number of the aligner.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// Least similarity of two spellings that counts, 0.0–1.0.
    pub cognate_floor: f32,
    /// Weight of a similar spelling as a translation.
    pub cognate_weight: f32,
    /// Weight of a pair of the user's word list.
    pub list_weight: f32,
    /// Weight of a pair of the common words that satz brings along.
    pub basic_weight: f32,
    /// Steps of expectation and maximisation per lexicon.
    pub steps: usize,
    /// Most sentences of a bead that teaches words, both sides together.
    pub teaching: usize,
    /// Most words of a bead that teaches words, source times target.
    pub lesson: usize,
    /// Least probability of a bead that teaches words.
    pub teach: f32,
    /// Least probability of a learnt pair, the better of both directions.
    pub learnt_floor: f32,
    /// Least weight of a learnt pair.
    pub learnt_least: f32,
    /// Evidence for nothing that every word begins with: rare words are believed less.
    pub learnt_doubt: f32,
    /// Weight of a learnt pair.
    pub learnt_weight: f32,
    /// Weight from which a translation is good.
    pub good: f32,
    /// How often the lexicon is learnt anew from the alignment.
    pub rounds: usize,
    /// Share of words without counterpart by class, to begin with: numbers, words with a good
    /// translation, with a weak one, without any, marks, words with a capital.
    pub loose: [f32; CLASSES],
    /// Words that the first shares are worth when they are estimated anew.
    pub loose_prior: f32,
    /// Least share of words without counterpart.
    pub loose_floor: f32,
    /// Weight of the words.
    pub lexical: f32,
    /// Weight of the lengths.
    pub length: f32,
    /// Variance of a length: per character, and at no length.
    pub variance: (f32, f32),
    /// Standard deviations beyond which a length's score falls linearly.
    pub tail: f32,
    /// Scores of the shapes 1-1, 1-2, 2-1, 2-2, 1-3, 3-1, 1-4, 4-1, 2-3, 3-2, 3-3.
    pub shapes: [f32; SHAPES.len()],
    /// Score of the first sentence of a run without counterpart.
    pub open: f32,
    /// Score of each further one.
    pub extend: f32,
    /// Beads that the usual habits are worth when a document's own are estimated.
    pub habit: f32,
    /// Weight of a document's habits.
    pub habit_weight: f32,
    /// Usual shares of beads: 1-1, two sentences against one, larger ones.
    pub usual_shapes: [f32; 3],
    /// Usual number of runs without counterpart per bead.
    pub usual_runs: f32,
    /// Score of a bead whose sides are blocks of different kinds.
    pub other_kind: f32,
    /// Score of a bead, for each end of a block that it crosses.
    pub across: f32,
    /// Score of a bead that begins a block on one side only.
    pub uneven: f32,
    /// Least score of a passage that stands elsewhere.
    pub moved: f32,
    /// Score of a sentence without counterpart within such a passage.
    pub skip: f32,
    /// Sharpness of the probabilities: factor of the scores.
    pub sharpness: f32,
    /// Logarithm of the probability below which a place is not looked at again.
    pub hopeless: f32,
    /// Sentences around the places that are looked at again.
    pub margin: usize,
    /// Score at which sentences fit each other well.
    pub fit: f32,
    /// Confidence below which a bead is to be looked at.
    pub sure: f32,
    /// Places up to which no first look at single sentences leaves out any.
    pub glance: usize,
    /// How much worse than the best a way of single sentences may be whose places are kept.
    pub near: f32,
    /// Places, source times target sentences, up to which all are looked at.
    pub short: usize,
    /// Most sentences in which a rare word stands.
    pub rare: usize,
    /// Sentences around a chain of rare words that are looked at.
    pub around: usize,
    /// Half the width of what is looked at where there is no such chain.
    pub band: usize,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            cognate_floor: 0.66,
            cognate_weight: 0.94,
            list_weight: 0.6,
            basic_weight: 0.5,
            steps: 4,
            teaching: 5,
            lesson: 40_000,
            teach: 0.13,
            learnt_floor: 0.05,
            learnt_least: 0.01,
            learnt_doubt: 1.75,
            learnt_weight: 1.0,
            good: 0.4,
            rounds: 2,
            loose: [0.35, 0.7, 0.7, 0.995, 0.75, 0.43],
            loose_prior: 4.0,
            loose_floor: 0.2,
            lexical: 0.88,
            length: 0.95,
            variance: (4.0, 4.0),
            tail: 2.0,
            shapes: [
                0.0, -2.2, -2.2, -5.4, -4.2, -4.2, -4.0, -4.0, -6.5, -6.5, -7.5,
            ],
            open: -4.2,
            extend: -1.0,
            habit: 15.0,
            habit_weight: 1.0,
            usual_shapes: [0.86, 0.12, 0.02],
            usual_runs: 0.06,
            other_kind: -4.0,
            across: -2.0,
            uneven: -1.0,
            moved: 4.0,
            skip: -2.0,
            sharpness: 0.7,
            hopeless: -12.0,
            margin: 3,
            fit: 1.5,
            sure: 0.75,
            glance: 1_000,
            near: 20.0,
            short: 60_000,
            rare: 6,
            around: 30,
            band: 100,
        }
    }
}
use super::shape::{CLASSES, SHAPES};
