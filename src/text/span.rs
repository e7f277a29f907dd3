//! Ranges of a text.

/// A half-open range of UTF-8 byte offsets, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// Makes a span from its two offsets.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span never runs backwards");
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies inside the span or at its start.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The same span, both offsets raised by `by` bytes.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// The text of the span. The span must lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Sorts things by their places and takes out what overlaps with one before it.
pub(crate) fn ascend<T>(things: &mut Vec<T>, span: impl Fn(&T) -> Span) {
    // Mostly they ascend already.
    if things.is_sorted_by(|one, next| span(one).end <= span(next).start) {
        return;
    }
    things.sort_by_key(&span);
    let mut end = 0;
    things.retain(|thing| {
        let span = span(thing);
        let fits = span.start >= end;
        end = if fits { span.end } else { end };
        fits
    });
}
