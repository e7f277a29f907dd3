//! Numbers of a pair that have nothing to answer them on the other side.

/// The numbers of a pair that have nothing to answer them on the other side, by their index.
#[derive(Debug, Default)]
pub(in crate::check) struct Unmatched {
    /// Of the German.
    pub(in crate::check) source: Vec<usize>,
    /// Of the translation.
    pub(in crate::check) target: Vec<usize>,
    /// Pairs that differ by the marks alone: source and target.
    pub(in crate::check) misread: Vec<(usize, usize)>,
}
