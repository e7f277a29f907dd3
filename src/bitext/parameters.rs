use super::class::CLASSES;
use super::score::SHAPES;

/// Every number of the aligner.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// Least similarity of two spellings that counts, 0.0–1.0.
    pub cognate_floor: f32,
    /// Weight of a similar spelling as a translation.
    pub cognate_weight: f32,
    /// Weight of a pair of the user's word list.
    pub list_weight: f32,
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
            cognate_weight: 0.92,
            list_weight: 0.6,
            steps: 4,
            teaching: 5,
            lesson: 40_000,
            teach: 0.13,
            learnt_floor: 0.047,
            learnt_doubt: 1.75,
            learnt_weight: 1.0,
            good: 0.4,
            rounds: 2,
            loose: [0.35, 0.55, 0.7, 0.995, 0.75, 0.43],
            loose_prior: 14.0,
            loose_floor: 0.27,
            lexical: 0.88,
            length: 0.89,
            variance: (4.0, 4.0),
            tail: 2.0,
            shapes: [
                0.0, -2.2, -2.2, -4.7, -4.8, -4.8, -4.0, -4.0, -6.1, -6.1, -7.1,
            ],
            open: -3.4,
            extend: -1.0,
            moved: 4.0,
            skip: -2.0,
            sharpness: 0.7,
            hopeless: -14.0,
            margin: 4,
            short: 60_000,
            rare: 6,
            around: 30,
            band: 100,
        }
    }
}
