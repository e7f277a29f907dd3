//! Where things of an article are in what was made of it.

use crate::text::Span;

/// A stretch that was replaced, and the length of what came in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) span: Span,
    pub(super) length: usize,
}

/// What was replaced in a text, asked for offsets that mostly ascend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moved<'a> {
    /// Ascending, none within another.
    moves: &'a [Move],
    /// How many were before the offset that was last asked for, and how many bytes they put in
    /// and took out.
    before: usize,
    put: usize,
    taken: usize,
}

impl<'a> Moved<'a> {
    pub(super) fn new(moves: &'a [Move]) -> Self {
        Self {
            moves,
            before: 0,
            put: 0,
            taken: 0,
        }
    }

    /// Where an offset is in the result: before what was put in there, and behind what came in the
    /// place of a stretch that it is within.
    pub(super) fn place(&mut self, offset: usize) -> usize {
        let is_before = |one: &Move| one.span.start < offset;
        while let Some(last) = self.before.checked_sub(1)
            && !is_before(&self.moves[last])
        {
            self.before = last;
            self.put -= self.moves[last].length;
            self.taken -= self.moves[last].span.len();
        }
        let more = self.moves[self.before..].iter();
        for one in more.take_while(|one| is_before(one)) {
            self.before += 1;
            self.put += one.length;
            self.taken += one.span.len();
        }
        let Some(last) = self.before.checked_sub(1) else {
            return offset;
        };
        offset.max(self.moves[last].span.end) + self.put - self.taken
    }

    /// Where a stretch is in the result; None if nothing of it is left.
    pub(super) fn stretch(&mut self, span: Span) -> Option<Span> {
        let (start, end) = (self.place(span.start), self.place(span.end));
        (start < end).then_some(Span { start, end })
    }
}
