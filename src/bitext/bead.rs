//! Beads: sentences of both sides that belong together, and why that is believed.

use std::fmt;
use std::ops::Range;

/// Sentences of source and target that translate each other; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Its sentences in the source.
    pub source: Range<usize>,
    /// Its sentences in the target.
    pub target: Range<usize>,
    /// How sure it is, 0.0–1.0.
    pub confidence: f32,
    /// Whether it stands out of order.
    pub moved: bool,
    /// What speaks for and against it.
    pub reasons: Vec<Reason>,
}

/// What speaks for or against a bead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Words with a counterpart, of all words of both sides.
    Words(usize, usize),
    /// One side is longer than the other, more than translations are: its share in percent of what
    /// was expected.
    Length(u32),
    /// Another way through the texts is nearly as good: the probability of this one in percent.
    Rival(u32),
    /// It stands at another place than in the source.
    Moved,
    /// Nothing on the other side translates it.
    Alone,
    /// It is what is left at its place, and nothing else speaks for it.
    Place,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(found, all) => write!(f, "{found} of {all} words have a counterpart"),
            Self::Length(percent) => write!(f, "{percent} % of the expected length"),
            Self::Rival(percent) => write!(f, "other ways are nearly as good ({percent} %)"),
            Self::Moved => f.write_str("stands at another place"),
            Self::Alone => f.write_str("without counterpart"),
            Self::Place => f.write_str("nothing but its place speaks for it"),
        }
    }
}

impl fmt::Display for Bead {
    /// `[0, 1]:[0]`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |range: &Range<usize>| {
            let numbers: Vec<String> = range.clone().map(|at| at.to_string()).collect();
            numbers.join(", ")
        };
        write!(f, "[{}]:[{}]", list(&self.source), list(&self.target))
    }
}
