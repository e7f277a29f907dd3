//! How many sentences of source and target belong together.

/// Sentences of source and target that a bead may have, in the order of their scores.
pub(super) const SHAPES: [(usize, usize); 11] = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (1, 4),
    (4, 1),
    (2, 3),
    (3, 2),
    (3, 3),
];

/// Sentences of one side that a bead may have.
pub(super) const MOST: usize = 4;

/// A bead on a way: the sentences before it, and those it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) shape: (usize, usize),
}

impl Step {
    /// Whether it has sentences of both sides.
    pub(super) fn is_full(self) -> bool {
        self.shape.0 > 0 && self.shape.1 > 0
    }
}

/// Classes of words.
pub(super) const CLASSES: usize = 6;
